#ifndef BOOK_H
#define BOOK_H

#include <xlsxwriter.h>

#include "CXLSX.h"

enum { PIECE = 65536 };

struct cxlsx_book {
  lxw_workbook *workbook;
  // A file in memory, since the library writes only to paths.
  int file;
  uint8_t piece[PIECE];
};

#endif
