#ifndef CXML_FIELD_WATCH_H
#define CXML_FIELD_WATCH_H

#include "CXML.h"

typedef struct watched_field {
  // As libxml2 hands them out; `name` is NULL where the table has no entry.
  const uint8_t *name;
  const uint8_t *namespace_uri;
  uint8_t field;
  uint8_t wanted;
} watched_field;

// The elements that are watched, and those of them that are open.
typedef struct field_watch {
  // A hash table, at least half empty.
  watched_field table[2 * CXML_WATCH_LIMIT];
  size_t count;
  // By depth; [0] is the document.
  const watched_field *open[CXML_DEPTH_LIMIT + 1];
  // The depth of the element whose text is gathered, or 0.
  int text_depth;
  uint8_t *text;
  size_t text_length;
  size_t text_capacity;
} field_watch;

// 0 if there is no room.
int field_watch_add(field_watch *watch, watched_field field);

// The entry of an element; one with the field 0 if it is not watched.
const watched_field *field_watch_find(const field_watch *watch, const uint8_t *name,
                                      const uint8_t *namespace_uri);

typedef enum field_text { FIELD_TEXT_KEPT, FIELD_TEXT_TOO_LONG, FIELD_TEXT_NO_MEMORY } field_text;

// Adds to the text that is gathered.
field_text field_watch_append(field_watch *watch, const uint8_t *bytes, size_t length);

#endif
