#include <limits.h>
#include <string.h>
#include <zlib.h>

#include "CZip.h"

enum { PIECE = 65536, GZIP_WINDOW = 15 + 16 };

static int only_padding(const uint8_t *bytes, size_t length) {
  for (size_t i = 0; i < length; i++) {
    if (bytes[i] != 0) return 0;
  }
  return 1;
}

static czip_outcome inflate_members(z_stream *stream, const uint8_t *bytes, size_t length,
                                    size_t limit, void *context, czip_taker take) {
  uint8_t piece[PIECE];
  size_t given = 0;
  size_t total = 0;
  while (1) {
    if (stream->avail_in == 0 && given < length) {
      size_t next = length - given < (1u << 30) ? length - given : (1u << 30);
      stream->next_in = (Bytef *)(uintptr_t)(bytes + given);
      stream->avail_in = (uInt)next;
      given += next;
    }
    stream->next_out = piece;
    stream->avail_out = PIECE;
    int code = inflate(stream, Z_NO_FLUSH);
    size_t got = PIECE - stream->avail_out;
    if (got > limit - total) return CZIP_TOO_LONG;
    total += got;
    if (got > 0 && !take(context, piece, got)) return CZIP_STOPPED;
    switch (code) {
      case Z_OK: continue;
      case Z_STREAM_END: {
        size_t left = stream->avail_in + (length - given);
        if (left == 0 || only_padding(bytes + (length - left), left)) return CZIP_COMPLETE;
        if (inflateReset(stream) != Z_OK) return CZIP_NO_MEMORY;
        continue;
      }
      // Nothing more can be read, though the member has not ended.
      case Z_BUF_ERROR:
        if (given < length) continue;
        return CZIP_CUT_OFF;
      case Z_MEM_ERROR: return CZIP_NO_MEMORY;
      default:
        return stream->msg != NULL && strcmp(stream->msg, "incorrect data check") == 0
                   ? CZIP_BAD_CHECKSUM
                   : CZIP_BAD_DATA;
    }
  }
}

czip_outcome czip_gunzip(const uint8_t *bytes, size_t length, size_t limit, void *context,
                         czip_taker take) {
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (inflateInit2(&stream, GZIP_WINDOW) != Z_OK) return CZIP_NO_MEMORY;
  czip_outcome outcome = inflate_members(&stream, bytes, length, limit, context, take);
  inflateEnd(&stream);
  return outcome;
}
