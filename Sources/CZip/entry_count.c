#include "entry_count.h"

#include <string.h>

// Records of the zip format, APPNOTE 6.3.10, 4.3.14 to 4.3.16.
enum {
  END_LENGTH = 22,
  LONGEST_COMMENT = 65535,
  LOCATOR_LENGTH = 20,
  LONG_END_LENGTH = 56,
  UNKNOWN = 0xFFFF,
};

static uint64_t number(const uint8_t *bytes, int length) {
  uint64_t value = 0;
  for (int i = length - 1; i >= 0; i--) value = value << 8 | bytes[i];
  return value;
}

int entry_count_exceeds(const uint8_t *bytes, size_t length, size_t most) {
  if (length < END_LENGTH) return 0;
  size_t last = length - END_LENGTH;
  size_t first = last > LONGEST_COMMENT ? last - LONGEST_COMMENT : 0;
  for (size_t at = first; at <= last; at++) {
    if (memcmp(bytes + at, "PK\5\6", 4) != 0) continue;
    uint64_t count = number(bytes + at + 10, 2);
    if (count != UNKNOWN && count > most) return 1;
    if (at < LOCATOR_LENGTH || memcmp(bytes + at - LOCATOR_LENGTH, "PK\6\7", 4) != 0) continue;
    uint64_t offset = number(bytes + at - LOCATOR_LENGTH + 8, 8);
    if (offset > length || length - offset < LONG_END_LENGTH) continue;
    if (memcmp(bytes + offset, "PK\6\6", 4) != 0) continue;
    if (number(bytes + offset + 24, 8) > most || number(bytes + offset + 32, 8) > most) return 1;
  }
  return 0;
}
