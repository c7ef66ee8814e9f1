#include "tag_watch.h"

#include <string.h>

#include "CXML.h"

void tag_watch_begin(tag_watch *watch) {
  watch->length = 1;
  watch->quote = 0;
}

int tag_watch_read(tag_watch *watch, const uint8_t *bytes, size_t length) {
  if (watch->length == 1 && length > 0 && (bytes[0] == '!' || bytes[0] == '?')) {
    // A comment, CDATA section or instruction, of which libxml2 makes quick work at any length.
    watch->length = 0;
    return 1;
  }
  for (size_t at = 0; at < length; at++) {
    uint8_t byte = bytes[at];
    // `<` cannot stand in a tag, not even in quotation marks: libxml2 will stop there.
    if (byte == '<' || (byte == '>' && watch->quote == 0)) {
      size_t total = watch->length + at + (byte == '>');
      watch->length = 0;
      return total <= CXML_TAG_LIMIT;
    }
    if (watch->quote != 0) {
      if (byte == watch->quote) watch->quote = 0;
    } else if (byte == '"' || byte == '\'') {
      watch->quote = byte;
    }
  }
  watch->length += length;
  return watch->length <= CXML_TAG_LIMIT;
}
