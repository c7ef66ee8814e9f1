#include "field_watch.h"

#include <stdlib.h>
#include <string.h>

enum { ENTRIES = 2 * CXML_WATCH_LIMIT };

static const watched_field unwatched = {0};

// Names come from a pool in which they stand at any address.
static size_t slot(const uint8_t *name) {
  uintptr_t bits = (uintptr_t)name;
  return (bits ^ bits >> 7) % ENTRIES;
}

int field_watch_add(field_watch *watch, watched_field field) {
  if (watch->count == CXML_WATCH_LIMIT) return 0;
  size_t i = slot(field.name);
  while (watch->table[i].name != NULL) i = (i + 1) % ENTRIES;
  watch->table[i] = field;
  watch->count++;
  return 1;
}

const watched_field *field_watch_find(const field_watch *watch, const uint8_t *name,
                                      const uint8_t *namespace_uri) {
  for (size_t i = slot(name); watch->table[i].name != NULL; i = (i + 1) % ENTRIES) {
    const watched_field *entry = &watch->table[i];
    if (entry->name == name && entry->namespace_uri == namespace_uri) return entry;
  }
  return &unwatched;
}

field_text field_watch_append(field_watch *watch, const uint8_t *bytes, size_t length) {
  size_t needed = watch->text_length + length;
  if (needed > CXML_TEXT_LIMIT) return FIELD_TEXT_TOO_LONG;
  if (needed > watch->text_capacity) {
    size_t capacity = needed < 256 ? 256 : 2 * needed;
    uint8_t *larger = realloc(watch->text, capacity);
    if (larger == NULL) return FIELD_TEXT_NO_MEMORY;
    watch->text = larger;
    watch->text_capacity = capacity;
  }
  memcpy(watch->text + watch->text_length, bytes, length);
  watch->text_length = needed;
  return FIELD_TEXT_KEPT;
}
