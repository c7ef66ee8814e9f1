#ifndef CXML_H
#define CXML_H

#include <stddef.h>
#include <stdint.h>

// A push parser for XML in UTF-8. No type of libxml2 appears here, so that nothing which imports
// this module sees libxml2's headers or the copy of ICU they include.
//
// Refused, whatever the file says: document type declarations, and with them all entities but the
// five predefined ones; the network; other files. Limits: CXML_TAG_LIMIT, CXML_ATTRIBUTE_LIMIT,
// CXML_DEPTH_LIMIT.
//
// A parser must stay on one thread at a time; different parsers may run on different threads.

// Bytes of one tag, from `<` to `>`. The time libxml2 takes for a tag grows with the square of its
// attributes, so a long tag is refused before libxml2 sees it.
#define CXML_TAG_LIMIT 65536

// Attributes of one element. With the limit on bytes alone, a file of many tags with thousands of
// attributes each would still take minutes.
#define CXML_ATTRIBUTE_LIMIT 1024

// Elements open at once. Below libxml2's own limit (256 in 2.9), so that all versions agree.
#define CXML_DEPTH_LIMIT 200

// Bytes of text between two tags; libxml2's own limit for a text it holds whole.
#define CXML_TEXT_LIMIT 10000000

// Elements that can be watched at once.
#define CXML_WATCH_LIMIT 64

typedef enum cxml_outcome {
  CXML_COMPLETE = 0,
  // The document breaks the rules of XML; `parser_code` is libxml2's number for it.
  CXML_MALFORMED,
  CXML_DOCTYPE,
  CXML_TAG_TOO_LONG,
  CXML_TOO_MANY_ATTRIBUTES,
  CXML_TOO_DEEP,
  // The first bytes are those of UTF-16, UTF-32 or EBCDIC.
  CXML_NOT_UTF8,
  // The caller asked for the stop.
  CXML_STOPPED,
  CXML_NO_MEMORY,
  CXML_TEXT_TOO_LONG,
} cxml_outcome;

// One attribute, in libxml2's own layout, so that attributes are handed on without copying.
// `prefix` and `namespace_uri` may be NULL. The value ends at `value_end`, not at a NUL.
typedef struct cxml_attribute {
  const uint8_t *name;
  const uint8_t *prefix;
  const uint8_t *namespace_uri;
  const uint8_t *value;
  const uint8_t *value_end;
} cxml_attribute;

// Callbacks. All pointers are valid only during the call, except names and namespace URIs: these
// live as long as the parser, and equal ones are the same pointer (see cxml_intern).
typedef struct cxml_handler {
  void (*start_element)(void *context, const uint8_t *name, const uint8_t *namespace_uri,
                        const cxml_attribute *attributes, size_t attribute_count);
  void (*end_element)(void *context, const uint8_t *name, const uint8_t *namespace_uri);
  // Text and CDATA, in as many pieces as the parser likes.
  void (*characters)(void *context, const uint8_t *bytes, size_t length);
  // A comment or processing instruction; may be NULL.
  void (*aside)(void *context);
  // In place of the above once an element is watched, see cxml_watch.
  void (*field_start)(void *context, uint8_t field, uint8_t parent, const uint8_t *name,
                      const uint8_t *namespace_uri, const cxml_attribute *attributes,
                      size_t attribute_count);
  void (*field_end)(void *context, uint8_t field, uint8_t parent, const uint8_t *text,
                    size_t length);
} cxml_handler;

// What to hand over of a watched element.
enum {
  CXML_START = 1,
  CXML_END = 2,
  // With its end, its text in one piece: of an element that holds other elements, none.
  CXML_TEXT = 4,
};

typedef struct cxml_result {
  cxml_outcome outcome;
  int parser_code;
  // 1-based; 0 where unknown.
  long line;
  long column;
} cxml_result;

typedef struct cxml_parser cxml_parser;

// NULL if there is no memory.
cxml_parser *cxml_create(const cxml_handler *handler);
void cxml_free(cxml_parser *parser);

// The one pointer under which this parser hands out `name`, as element name, attribute name or
// namespace URI. NULL if there is no memory.
const uint8_t *cxml_intern(cxml_parser *parser, const char *name);

// Watches the elements called `name` in the namespace `namespace_uri` (NULL for none): from then on
// only these are handed over, and the outermost element, with `field` 0 if it is not one of them.
// `field` is a number of the caller's, above 0; `parent` in the callbacks is that of the element
// directly around, or 0. `wanted` joins the values above. To be called before the first cxml_feed.
// Returns 0 if there is no memory or no room.
//
// Why: nearly all of a large file is tags, and blanks between tags, that nobody wants, and a call
// into Swift for each costs as much as libxml2 needs to read it.
int cxml_watch(cxml_parser *parser, const char *name, const char *namespace_uri, uint8_t field,
               unsigned wanted);

// Reads on; `context` goes to the callbacks of this call. Returns 1 to go on, 0 if the document is
// already refused.
int cxml_feed(cxml_parser *parser, void *context, const uint8_t *bytes, size_t length);

// To be called once, after the last cxml_feed. The document is good only if the outcome is
// CXML_COMPLETE; what the callbacks delivered before is to be thrown away otherwise.
cxml_result cxml_finish(cxml_parser *parser, void *context);

// Ends parsing; to be called from a callback. No callback follows.
void cxml_stop(cxml_parser *parser);

// The line in which the parser stands, and the bytes it has read; for use in callbacks.
long cxml_line(const cxml_parser *parser);
long cxml_offset(const cxml_parser *parser);

#endif
