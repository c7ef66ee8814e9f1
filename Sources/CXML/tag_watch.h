#ifndef CXML_TAG_WATCH_H
#define CXML_TAG_WATCH_H

#include <stddef.h>
#include <stdint.h>

// Measures a tag that began in an earlier piece of the file. Tags that begin and end in one piece
// are no longer than the piece.
typedef struct tag_watch {
  // Bytes of the tag so far, with its `<`; 0 if no tag is open.
  size_t length;
  // The quotation mark in which the last byte stood, or 0.
  uint8_t quote;
} tag_watch;

// Begins with a `<` that was read.
void tag_watch_begin(tag_watch *watch);

// Reads on in the open tag. Returns 0 if it is longer than CXML_TAG_LIMIT.
int tag_watch_read(tag_watch *watch, const uint8_t *bytes, size_t length);

#endif
