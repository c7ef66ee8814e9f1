#include "CZip.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "entry_count.h"

enum { PIECE = 65536 };

struct czip_archive {
  zip_t *zip;
  size_t count;
  uint8_t piece[PIECE];
};

static czip_outcome outcome_of(int code) {
  switch (code) {
    case ZIP_ER_OK: return CZIP_COMPLETE;
    case ZIP_ER_MEMORY: return CZIP_NO_MEMORY;
    case ZIP_ER_NOZIP: return CZIP_NO_DIRECTORY;
    case ZIP_ER_MULTIDISK: return CZIP_SEVERAL_DISKS;
    case ZIP_ER_CRC: return CZIP_BAD_CHECKSUM;
    case ZIP_ER_EOF: return CZIP_CUT_OFF;
    case ZIP_ER_ZLIB:
    case ZIP_ER_COMPRESSED_DATA: return CZIP_BAD_DATA;
    default: return CZIP_DAMAGED;
  }
}

czip_outcome czip_open(const uint8_t *bytes, size_t length, size_t most_entries,
                       czip_archive **archive) {
  *archive = NULL;
  // libzip takes memory for as many entries as the file claims to have.
  if (entry_count_exceeds(bytes, length, most_entries)) return CZIP_TOO_MANY_ENTRIES;
  czip_archive *opened = malloc(sizeof *opened);
  if (opened == NULL) return CZIP_NO_MEMORY;

  zip_error_t error;
  zip_error_init(&error);
  zip_source_t *source = zip_source_buffer_create(bytes, length, 0, &error);
  opened->zip = source == NULL ? NULL : zip_open_from_source(source, ZIP_RDONLY, &error);
  int code = zip_error_code_zip(&error);
  zip_error_fini(&error);
  if (opened->zip == NULL) {
    if (source != NULL) zip_source_free(source);
    free(opened);
    return code == ZIP_ER_OK ? CZIP_DAMAGED : outcome_of(code);
  }
  zip_int64_t count = zip_get_num_entries(opened->zip, ZIP_FL_UNCHANGED);
  opened->count = count < 0 ? 0 : (size_t)count;
  if (opened->count > most_entries) {
    czip_close(opened);
    return CZIP_TOO_MANY_ENTRIES;
  }
  *archive = opened;
  return CZIP_COMPLETE;
}

void czip_close(czip_archive *archive) {
  if (archive == NULL) return;
  zip_discard(archive->zip);
  free(archive);
}

size_t czip_count(const czip_archive *archive) { return archive->count; }

int czip_entry_at(czip_archive *archive, size_t index, czip_entry *entry) {
  const zip_uint64_t needed =
      ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
  zip_stat_t status;
  zip_stat_init(&status);
  if (zip_stat_index(archive->zip, index, ZIP_FL_UNCHANGED, &status) != 0) return 0;
  const char *name = zip_get_name(archive->zip, index, ZIP_FL_UNCHANGED | ZIP_FL_ENC_RAW);
  if (name == NULL || (status.valid & needed) != needed) return 0;
  *entry = (czip_entry){.name = name,
                        .size = status.size,
                        .packed_size = status.comp_size,
                        .method = status.comp_method,
                        .is_encrypted = status.encryption_method != ZIP_EM_NONE};
  return 1;
}

czip_outcome czip_read(czip_archive *archive, size_t index, void *context, czip_taker take) {
  czip_entry entry;
  if (!czip_entry_at(archive, index, &entry)) return CZIP_DAMAGED;
  zip_file_t *file = zip_fopen_index(archive->zip, index, ZIP_FL_UNCHANGED);
  if (file == NULL) return outcome_of(zip_error_code_zip(zip_get_error(archive->zip)));

  czip_outcome outcome = CZIP_COMPLETE;
  uint64_t total = 0;
  while (outcome == CZIP_COMPLETE) {
    zip_int64_t got = zip_fread(file, archive->piece, PIECE);
    if (got < 0) {
      int code = zip_error_code_zip(zip_file_get_error(file));
      // libzip finds the size wrong only at the end of the data.
      outcome = code == ZIP_ER_INCONS ? CZIP_WRONG_SIZE : outcome_of(code);
      if (outcome == CZIP_COMPLETE) outcome = CZIP_BAD_DATA;
    } else if (got == 0) {
      if (total != entry.size) outcome = CZIP_WRONG_SIZE;
      break;
    } else if ((uint64_t)got > entry.size - total) {
      outcome = CZIP_WRONG_SIZE;
    } else {
      total += (uint64_t)got;
      if (!take(context, archive->piece, (size_t)got)) outcome = CZIP_STOPPED;
    }
  }
  zip_fclose(file);
  return outcome;
}
