# Renders the same templates with the same data in Debian's ruby-liquid and compares:
#   ruby liquid.rb PATH-OF-LiquidBench FIXTURES
require "json"
require "liquid"

BENCH, FIXTURES = ARGV
ours = `#{BENCH} #{FIXTURES}`.lines.to_h { |line| [line.split[0], line.split[1..].map(&:to_f)] }

class Folder
  def read_template_file(name) = File.read("#{FIXTURES}/#{name}.liquid")
end

def best(seconds = 0.05, rounds = 15)
  now = -> { Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID) }
  (1..rounds).map do
    count, start = 0, now.()
    (yield; count += 1) while now.() - start < seconds
    (now.() - start) / count * 1e6
  end.min
end

failed = false
[["product", "product.liquid", 3], ["page", "page.html", 1]].each do |name, file, times|
  text = File.read("#{FIXTURES}/#{file}") * times
  data = JSON.parse(`#{BENCH} --data #{name}`)
  template = Liquid::Template.parse(text)
  # Partials are kept from one rendering to the next, as ours are.
  registers = { file_system: Folder.new, cached_partials: {} }
  output = template.render!(data, registers: registers)
  hash = output.bytes.inject(2166136261) { |sum, byte| ((sum ^ byte) * 16777619) & 0xffffffff }
  parsing, rendering, size, digest = ours[name]
  same = digest.to_i == hash ? "same output" : "OTHER OUTPUT (#{output.bytesize} bytes)"
  ruby = [best { Liquid::Template.parse(text) }, best { template.render!(data, registers: registers) }]
  bars = [ruby[0] / parsing, ruby[1] / rendering]
  printf("%-8s parse  %8.1f µs, ruby-liquid %8.1f µs: %5.1f times as fast (bar 10)\n", name, parsing, ruby[0], bars[0])
  printf("%-8s render %8.1f µs, ruby-liquid %8.1f µs: %5.1f times as fast (bar 15), %d bytes, %s\n", name, rendering, ruby[1], bars[1], size, same)
  failed ||= bars[0] < 10 || bars[1] < 15 || same != "same output" || (name == "page" && rendering > 25)
end
exit(failed ? 1 : 0)
