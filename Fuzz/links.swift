/// Looks for links, tags and URLs in any bytes: what is found lies in them, in order, each once.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let buffer = UnsafeBufferPointer(start: start, count: count)
  var scan = AttributeScan(buffer)
  var (end, found) = (0, 0)
  // Stopped at half and gone on with, as between a layout and a body.
  for limit in [count / 2, count] {
    while let attribute = scan.next(before: limit) {
      precondition(attribute.tagStart < attribute.value.lowerBound)
      precondition(attribute.value.lowerBound >= end && attribute.value.upperBound <= count)
      precondition(buffer[attribute.tagStart] == 0x3C)
      end = attribute.value.upperBound
      found += 1
    }
  }
  precondition(found <= count)

  var tags = TagScan(buffer)
  var behind = 0
  while let tag = tags.next() {
    precondition(tag.range.lowerBound >= behind && tag.range.upperBound <= count)
    precondition(tag.range.upperBound > tag.range.lowerBound && !tag.name.isEmpty)
    for attribute in tag.attributes {
      precondition(attribute.value.upperBound <= tag.range.upperBound)
      precondition(attribute.range.upperBound <= tag.range.upperBound)
    }
    behind = tag.range.upperBound
  }

  var before = 0
  for url in StyleSheetScan.urls(in: Array(buffer)) {
    precondition(url.lowerBound >= before && url.upperBound <= count)
    before = url.upperBound
  }
  return 0
}
