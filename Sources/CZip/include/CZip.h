#ifndef CZIP_H
#define CZIP_H

#include <stddef.h>
#include <stdint.h>

// Reads zip archives and gzip files that are at hand as bytes. No type of libzip or zlib appears
// here. Nothing is ever written to a disk, and names of entries are never used as paths.
//
// An archive must stay on one thread at a time; different archives may be on different threads.

typedef enum czip_outcome {
  CZIP_COMPLETE = 0,
  CZIP_NO_MEMORY,
  // No table of contents is found: not an archive, or its end is missing.
  CZIP_NO_DIRECTORY,
  // The table of contents contradicts itself or the file.
  CZIP_DAMAGED,
  CZIP_TOO_MANY_ENTRIES,
  // The archive goes on in other files.
  CZIP_SEVERAL_DISKS,
  // The compressed data cannot be inflated.
  CZIP_BAD_DATA,
  // The data were inflated but are not those that were packed.
  CZIP_BAD_CHECKSUM,
  // The data are longer or shorter than the table of contents says.
  CZIP_WRONG_SIZE,
  // The data end too early.
  CZIP_CUT_OFF,
  // The data are longer than the caller's limit.
  CZIP_TOO_LONG,
  // The caller asked for the stop.
  CZIP_STOPPED,
} czip_outcome;

// What the table of contents says of an entry. `name` ends with a NUL, is in whatever encoding the
// packer used, and lives as long as the archive.
typedef struct czip_entry {
  const char *name;
  uint64_t size;
  uint64_t packed_size;
  // 0 is stored, 8 is deflated.
  int method;
  int is_encrypted;
} czip_entry;

typedef struct czip_archive czip_archive;

// Receives a piece, valid only inside the call; returns 0 to stop.
typedef int (*czip_taker)(void *context, const uint8_t *bytes, size_t length);

// Opens an archive; `bytes` must outlive it. An archive of more than `most_entries` is refused
// before memory is taken for them. On failure `*archive` is NULL.
czip_outcome czip_open(const uint8_t *bytes, size_t length, size_t most_entries,
                       czip_archive **archive);
void czip_close(czip_archive *archive);

size_t czip_count(const czip_archive *archive);

// Returns 0 if the table of contents does not say all of it.
int czip_entry_at(czip_archive *archive, size_t index, czip_entry *entry);

// Inflates an entry piece by piece. Never delivers more bytes than the table of contents says, and
// what was delivered is good only if the outcome is CZIP_COMPLETE.
czip_outcome czip_read(czip_archive *archive, size_t index, void *context, czip_taker take);

// Inflates a gzip file of any number of members, as czip_read does; at most `limit` bytes.
czip_outcome czip_gunzip(const uint8_t *bytes, size_t length, size_t limit, void *context,
                         czip_taker take);

#endif
