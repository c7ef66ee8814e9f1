#include "CXML.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// parser.h first: dict.h of 2.9 uses a type it does not declare.
#include <libxml/parser.h>
#include <libxml/dict.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include "field_watch.h"
#include "tag_watch.h"

// What libxml2 is given at once. Measured: 64 KiB reads 250 to 300 MB/s, 4 KiB only 175. Not more
// than CXML_TAG_LIMIT, see tag_watch.h.
enum { PIECE = CXML_TAG_LIMIT };

_Static_assert(sizeof(cxml_attribute) == 5 * sizeof(const xmlChar *),
               "an attribute is libxml2's five pointers");

struct cxml_parser {
  xmlParserCtxtPtr context;
  cxml_handler handler;
  void *handler_context;
  tag_watch tag;
  cxml_result result;
  int depth;
  // Bytes of text since the last tag.
  size_t text_length;
  // The first bytes of the document, from which its encoding is told.
  uint8_t head[4];
  size_t head_length;
  // Attributes of the present tag whose values had to be changed.
  cxml_attribute *attributes;
  size_t attribute_capacity;
  uint8_t *values;
  size_t value_capacity;
  field_watch fields;
  int finished;
};

static pthread_once_t started = PTHREAD_ONCE_INIT;

static xmlParserInputPtr refuse_entity(const char *url, const char *id, xmlParserCtxtPtr context) {
  (void)url;
  (void)id;
  (void)context;
  return NULL;
}

static void start_library(void) {
  xmlInitParser();
  xmlSetExternalEntityLoader(refuse_entity);
}

// The first reason counts.
static void refuse(cxml_parser *parser, cxml_outcome outcome, int parser_code, long line,
                   long column) {
  if (parser->result.outcome != CXML_COMPLETE) return;
  parser->result = (cxml_result){outcome, parser_code, line, column};
}

static int refused(const cxml_parser *parser) { return parser->result.outcome != CXML_COMPLETE; }

// libxml2 writes each `&` of a value as `&#38;`, for a tree builder that would read it again. No
// other `&` is left in values: a lone one is an error, and there are no entities.
static const char ampersand[] = "&#38;";
enum { AMPERSAND_LENGTH = sizeof ampersand - 1 };

// Memory for `count` items of `size` bytes in place of `memory`, or NULL.
static void *enlarge(void *memory, size_t *capacity, size_t count, size_t size) {
  if (count <= *capacity) return memory;
  void *larger = realloc(memory, count * size);
  if (larger != NULL) *capacity = count;
  return larger;
}

// The attributes with `&` in place of `&#38;`; NULL if there is no memory.
static const cxml_attribute *plain_attributes(cxml_parser *parser,
                                              const cxml_attribute *attributes, size_t count) {
  size_t bytes = 0;
  for (size_t i = 0; i < count; i++) {
    size_t length = (size_t)(attributes[i].value_end - attributes[i].value);
    if (length > 0 && memchr(attributes[i].value, '&', length) != NULL) bytes += length;
  }
  if (bytes == 0) return attributes;
  cxml_attribute *copies =
      enlarge(parser->attributes, &parser->attribute_capacity, count, sizeof *attributes);
  if (copies == NULL) return NULL;
  parser->attributes = copies;
  uint8_t *to = enlarge(parser->values, &parser->value_capacity, bytes, 1);
  if (to == NULL) return NULL;
  parser->values = to;
  for (size_t i = 0; i < count; i++) {
    cxml_attribute *plain = &copies[i];
    *plain = attributes[i];
    const uint8_t *from = plain->value;
    const uint8_t *const end = plain->value_end;
    if (from == end || memchr(from, '&', (size_t)(end - from)) == NULL) continue;
    plain->value = to;
    while (from < end) {
      int is_ampersand = (size_t)(end - from) >= AMPERSAND_LENGTH &&
                         memcmp(from, ampersand, AMPERSAND_LENGTH) == 0;
      *to++ = *from;
      from += is_ampersand ? AMPERSAND_LENGTH : 1;
    }
    plain->value_end = to;
  }
  return copies;
}

// The field of the element around the innermost one.
static uint8_t parent_field(const cxml_parser *parser) {
  return parser->depth > 1 ? parser->fields.open[parser->depth - 1]->field : 0;
}

static const watched_field *open_field(cxml_parser *parser, const uint8_t *name,
                                       const uint8_t *namespace_uri) {
  field_watch *watch = &parser->fields;
  const watched_field *field = field_watch_find(watch, name, namespace_uri);
  watch->open[parser->depth] = field;
  watch->text_depth = field->wanted & CXML_TEXT ? parser->depth : 0;
  watch->text_length = 0;
  return field;
}

static void close_field(cxml_parser *parser) {
  field_watch *watch = &parser->fields;
  const watched_field *field = watch->open[parser->depth];
  if (field->wanted & (CXML_END | CXML_TEXT)) {
    size_t length = watch->text_depth == parser->depth ? watch->text_length : 0;
    parser->handler.field_end(parser->handler_context, field->field, parent_field(parser),
                              watch->text, length);
  }
  watch->text_depth = 0;
}

static void on_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespaces, const xmlChar **declared, int attributes, int defaulted,
                     const xmlChar **values) {
  (void)prefix;
  (void)namespaces;
  (void)declared;
  (void)defaulted;
  cxml_parser *parser = user;
  if (refused(parser)) return;
  parser->text_length = 0;
  if (++parser->depth > CXML_DEPTH_LIMIT) {
    refuse(parser, CXML_TOO_DEEP, 0, cxml_line(parser), 0);
    return;
  }
  if (attributes > CXML_ATTRIBUTE_LIMIT) {
    refuse(parser, CXML_TOO_MANY_ATTRIBUTES, 0, cxml_line(parser), 0);
    return;
  }
  const watched_field *field = NULL;
  if (parser->fields.count > 0) {
    field = open_field(parser, name, uri);
    if ((field->wanted & CXML_START) == 0 && parser->depth > 1) return;
  }
  size_t count = (size_t)attributes;
  const cxml_attribute *plain =
      plain_attributes(parser, (const cxml_attribute *)(const void *)values, count);
  if (plain == NULL && count > 0) {
    refuse(parser, CXML_NO_MEMORY, 0, cxml_line(parser), 0);
  } else if (field == NULL) {
    parser->handler.start_element(parser->handler_context, name, uri, plain, count);
  } else {
    parser->handler.field_start(parser->handler_context, field->field, parent_field(parser), name,
                                uri, plain, count);
  }
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)prefix;
  cxml_parser *parser = user;
  if (refused(parser)) return;
  parser->text_length = 0;
  if (parser->fields.count > 0) {
    close_field(parser);
  } else {
    parser->handler.end_element(parser->handler_context, name, uri);
  }
  parser->depth--;
}

static void on_characters(void *user, const xmlChar *bytes, int length) {
  cxml_parser *parser = user;
  if (refused(parser)) return;
  parser->text_length += (size_t)length;
  if (parser->text_length > CXML_TEXT_LIMIT) {
    refuse(parser, CXML_TEXT_TOO_LONG, 0, cxml_line(parser), 0);
    return;
  }
  if (parser->fields.count == 0) {
    parser->handler.characters(parser->handler_context, bytes, (size_t)length);
  } else if (parser->fields.text_depth > 0) {
    switch (field_watch_append(&parser->fields, bytes, (size_t)length)) {
      case FIELD_TEXT_KEPT: break;
      case FIELD_TEXT_TOO_LONG:
        refuse(parser, CXML_TEXT_TOO_LONG, 0, cxml_line(parser), 0);
        break;
      case FIELD_TEXT_NO_MEMORY:
        refuse(parser, CXML_NO_MEMORY, 0, cxml_line(parser), 0);
        break;
    }
  }
}

static void on_comment(void *user, const xmlChar *text) {
  (void)text;
  cxml_parser *parser = user;
  if (refused(parser) || parser->handler.aside == NULL || parser->fields.count > 0) return;
  parser->handler.aside(parser->handler_context);
}

static void on_instruction(void *user, const xmlChar *target, const xmlChar *data) {
  (void)target;
  on_comment(user, data);
}

static void on_doctype(void *user, const xmlChar *name, const xmlChar *external,
                       const xmlChar *system) {
  (void)name;
  (void)external;
  (void)system;
  cxml_parser *parser = user;
  refuse(parser, CXML_DOCTYPE, 0, cxml_line(parser), 0);
  // Not merely refused: libxml2 would go on to read the entities that are declared next.
  xmlStopParser(parser->context);
}

#if LIBXML_VERSION >= 21200
static void on_error(void *user, const xmlError *error) {
#else
static void on_error(void *user, xmlErrorPtr error) {
#endif
  if (error->level < XML_ERR_ERROR) return;
  cxml_outcome outcome = error->code == XML_ERR_NO_MEMORY ? CXML_NO_MEMORY : CXML_MALFORMED;
  refuse(user, outcome, error->code, error->line, error->int2);
}

cxml_parser *cxml_create(const cxml_handler *handler) {
  pthread_once(&started, start_library);

  cxml_parser *parser = calloc(1, sizeof *parser);
  if (parser == NULL) return NULL;
  parser->handler = *handler;

  xmlSAXHandler sax = {0};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = on_start;
  sax.endElementNs = on_end;
  sax.characters = on_characters;
  // The same function as for characters: libxml2 then does not look for "ignorable" blanks.
  sax.ignorableWhitespace = on_characters;
  sax.cdataBlock = on_characters;
  sax.comment = on_comment;
  sax.processingInstruction = on_instruction;
  sax.internalSubset = on_doctype;
  sax.serror = on_error;

  parser->context = xmlCreatePushParserCtxt(&sax, parser, NULL, 0, NULL);
  if (parser->context == NULL) {
    free(parser);
    return NULL;
  }
  // IGNORE_ENC: the bytes are UTF-8 by now, whatever the file's first line says.
  // Never NOENT, HUGE, RECOVER, DTDLOAD, DTDATTR, DTDVALID or XINCLUDE.
  xmlCtxtUseOptions(parser->context, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                         XML_PARSE_IGNORE_ENC);
  return parser;
}

void cxml_free(cxml_parser *parser) {
  if (parser == NULL) return;
  xmlFreeParserCtxt(parser->context);
  free(parser->attributes);
  free(parser->values);
  free(parser->fields.text);
  free(parser);
}

const uint8_t *cxml_intern(cxml_parser *parser, const char *name) {
  return xmlDictLookup(parser->context->dict, (const xmlChar *)name, -1);
}

int cxml_watch(cxml_parser *parser, const char *name, const char *namespace_uri, uint8_t field,
               unsigned wanted) {
  watched_field watched = {.field = field, .wanted = (uint8_t)wanted};
  watched.name = cxml_intern(parser, name);
  if (namespace_uri != NULL) {
    watched.namespace_uri = cxml_intern(parser, namespace_uri);
    if (watched.namespace_uri == NULL) return 0;
  }
  return watched.name != NULL && field_watch_add(&parser->fields, watched);
}

// libxml2 would take these bytes for a reason to convert the file.
static int begins_like_another_encoding(const uint8_t *bytes, size_t length) {
  static const uint8_t ebcdic[] = {0x4C, 0x6F, 0xA7, 0x94};
  if (length >= 2 && ((bytes[0] == 0xFE && bytes[1] == 0xFF) ||
                      (bytes[0] == 0xFF && bytes[1] == 0xFE))) {
    return 1;
  }
  if (length >= sizeof ebcdic && memcmp(bytes, ebcdic, sizeof ebcdic) == 0) return 1;
  return memchr(bytes, 0, length) != NULL;
}

// libxml2 leaves a tag whose end it was not given in its buffer, from `<` on.
static void watch_unfinished_tag(cxml_parser *parser) {
  const xmlParserInput *input = parser->context->input;
  if (input == NULL || input->cur >= input->end || *input->cur != '<') return;
  tag_watch_begin(&parser->tag);
  tag_watch_read(&parser->tag, input->cur + 1, (size_t)(input->end - input->cur - 1));
}

static void give(cxml_parser *parser, const uint8_t *bytes, size_t length) {
  int code = xmlParseChunk(parser->context, (const char *)bytes, (int)length, 0);
  if (code != 0 || !parser->context->wellFormed) {
    refuse(parser, CXML_MALFORMED, code, cxml_line(parser), 0);
  }
}

int cxml_feed(cxml_parser *parser, void *context, const uint8_t *bytes, size_t length) {
  parser->handler_context = context;
  if (parser->head_length < sizeof parser->head && length > 0) {
    for (size_t i = 0; i < length && parser->head_length < sizeof parser->head; i++) {
      parser->head[parser->head_length++] = bytes[i];
    }
    if (begins_like_another_encoding(parser->head, parser->head_length)) {
      refuse(parser, CXML_NOT_UTF8, 0, 1, 1);
    }
  }
  while (length > 0 && !refused(parser)) {
    size_t piece = length < PIECE ? length : PIECE;
    if (parser->tag.length > 0 && !tag_watch_read(&parser->tag, bytes, piece)) {
      refuse(parser, CXML_TAG_TOO_LONG, 0, cxml_line(parser), 0);
      break;
    }
    give(parser, bytes, piece);
    if (parser->tag.length == 0) watch_unfinished_tag(parser);
    bytes += piece;
    length -= piece;
  }
  return !refused(parser);
}

cxml_result cxml_finish(cxml_parser *parser, void *context) {
  parser->handler_context = context;
  if (!parser->finished && !refused(parser)) {
    parser->finished = 1;
    int code = xmlParseChunk(parser->context, NULL, 0, 1);
    if (code != 0 || !parser->context->wellFormed || !parser->context->nsWellFormed ||
        parser->depth != 0) {
      refuse(parser, CXML_MALFORMED, code, cxml_line(parser), 0);
    }
  }
  return parser->result;
}

void cxml_stop(cxml_parser *parser) {
  refuse(parser, CXML_STOPPED, 0, cxml_line(parser), 0);
}

long cxml_line(const cxml_parser *parser) {
  return parser->context->input == NULL ? 0 : parser->context->input->line;
}

long cxml_offset(const cxml_parser *parser) { return xmlByteConsumed(parser->context); }
