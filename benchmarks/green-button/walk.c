// The plain walk that reading Green Button is measured against: libxml2's push parser over pieces
// of 64 KiB, counting the readings and summing their values.
//
//   cc -O2 $(xml2-config --cflags) walk.c -o walk $(xml2-config --libs) && ./walk FILE

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>

typedef struct walk {
  long readings;
  long long values;
  long long costs;
  long long starts;
  char text[64];
  int length;
} walk;

static void on_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespaces, const xmlChar **declared, int attributes, int defaulted,
                     const xmlChar **values) {
  (void)name, (void)prefix, (void)uri, (void)namespaces, (void)declared, (void)attributes;
  (void)defaulted, (void)values;
  ((walk *)user)->length = 0;
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)prefix, (void)uri;
  walk *state = user;
  state->text[state->length] = 0;
  const char *element = (const char *)name;
  if (strcmp(element, "value") == 0) {
    state->readings++;
    state->values += atoll(state->text);
  } else if (strcmp(element, "cost") == 0) {
    state->costs += atoll(state->text);
  } else if (strcmp(element, "start") == 0) {
    state->starts += atoll(state->text);
  }
  state->length = 0;
}

static void on_characters(void *user, const xmlChar *bytes, int length) {
  walk *state = user;
  int room = (int)sizeof state->text - 1 - state->length;
  if (length > room) length = room;
  memcpy(state->text + state->length, bytes, (size_t)length);
  state->length += length;
}

int main(int count, char **arguments) {
  if (count != 2) return 2;
  FILE *file = fopen(arguments[1], "rb");
  if (file == NULL) return 1;
  walk state = {0};
  xmlSAXHandler sax = {0};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = on_start;
  sax.endElementNs = on_end;
  sax.characters = on_characters;
  sax.ignorableWhitespace = on_characters;
  xmlParserCtxtPtr context = xmlCreatePushParserCtxt(&sax, &state, NULL, 0, NULL);
  xmlCtxtUseOptions(context, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  static char piece[65536];
  size_t length;
  while ((length = fread(piece, 1, sizeof piece, file)) > 0) {
    if (xmlParseChunk(context, piece, (int)length, 0) != 0) return 1;
  }
  if (xmlParseChunk(context, NULL, 0, 1) != 0) return 1;
  printf("%ld readings, sum of values %lld, of costs %lld, of starts %lld\n", state.readings,
         state.values, state.costs, state.starts);
  xmlFreeParserCtxt(context);
  fclose(file);
  return 0;
}
