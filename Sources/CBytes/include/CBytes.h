#ifndef CBYTES_H
#define CBYTES_H

#include <stdbool.h>
#include <stdint.h>

/// Sixteen bytes of a text, in Swift `SIMD16<UInt8>`.
typedef uint8_t sixteen_bytes __attribute__((ext_vector_type(16)));

typedef uint64_t two_words __attribute__((ext_vector_type(2)));

/// Where among sixteen bytes the first stands that HTML may want written otherwise: a control character, `"`, `&`, `<` or
/// `>`; 16 when there is none.
///
/// Swift compares such vectors byte by byte. `"` and `&` differ in one bit, as do `<` and `>`.
static inline __attribute__((always_inline)) int first_html_special(sixteen_bytes bytes) {
  const sixteen_bytes space = 0x20, delete = 0x7F, quote = 0x26, quote_bit = 0x04, bracket = 0x3E, bracket_bit = 0x02;
  two_words found = (two_words)((bytes < space) | (bytes == delete) | ((bytes | quote_bit) == quote) |
                                ((bytes | bracket_bit) == bracket));
  // The lowest byte is the first, as on all processors that Swift knows.
  if (found.x) return __builtin_ctzll(found.x) / 8;
  return found.y ? 8 + __builtin_ctzll(found.y) / 8 : 16;
}

/// Whether sixteen bytes are all ASCII and none is zero.
static inline __attribute__((always_inline)) bool are_ascii(sixteen_bytes bytes) {
  const sixteen_bytes one = 1, last = 0x7E;
  two_words others = (two_words)(bytes - one > last);
  return !(others.x | others.y);
}

/// Whether a byte is in a set of ASCII, given as a bit for each of 0 to 63 and of 64 to 127.
static inline __attribute__((always_inline)) bool ascii_set_holds(uint64_t low, uint64_t high, uint8_t byte) {
  return byte < 128 && ((byte < 64 ? low : high) >> (byte & 63) & 1);
}

#endif
