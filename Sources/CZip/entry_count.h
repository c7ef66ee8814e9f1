#ifndef CZIP_ENTRY_COUNT_H
#define CZIP_ENTRY_COUNT_H

#include <stddef.h>
#include <stdint.h>

// Whether any end-of-directory record that a reader of the archive might take for the true one
// claims more than `most` entries.
int entry_count_exceeds(const uint8_t *bytes, size_t length, size_t most);

#endif
