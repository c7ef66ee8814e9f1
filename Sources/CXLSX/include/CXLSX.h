#ifndef CXLSX_H
#define CXLSX_H

#include <stddef.h>
#include <stdint.h>

// Writes workbooks of the Office Open XML format. No type of libxlsxwriter appears here.
//
// Rows and columns are counted from 0. Texts are UTF-8 that XML can hold, and are copied; a text
// may be NULL only where it says so. A workbook must stay on one thread at a time; different
// workbooks may be on different threads. The library keeps the parts of a workbook in temporary
// files while it packs them.

typedef enum cxlsx_outcome {
  CXLSX_COMPLETE = 0,
  CXLSX_NO_MEMORY,
  // The parts of the workbook could not be kept anywhere: a full disk, or no temporary folder.
  CXLSX_NO_TEMPORARY_FILE,
  // A place outside of a sheet, a name or text that is too long, or a chart without series.
  CXLSX_REFUSED,
  // The caller asked for the stop.
  CXLSX_STOPPED,
} cxlsx_outcome;

typedef struct cxlsx_book cxlsx_book;
typedef struct cxlsx_sheet cxlsx_sheet;
typedef struct cxlsx_format cxlsx_format;
typedef struct cxlsx_chart cxlsx_chart;

typedef enum cxlsx_line {
  CXLSX_NO_LINE = 0,
  CXLSX_LINE_ABOVE,
  CXLSX_LINE_BELOW,
} cxlsx_line;

typedef enum cxlsx_chart_kind {
  CXLSX_COLUMNS = 0,
  CXLSX_STACKED_COLUMNS,
  CXLSX_LINES,
  CXLSX_POINTS,
} cxlsx_chart_kind;

// Cells of one sheet; the last row and column belong to it.
typedef struct cxlsx_range {
  const char *sheet;
  uint32_t first_row;
  uint16_t first_column;
  uint32_t last_row;
  uint16_t last_column;
} cxlsx_range;

// Receives a piece, valid only inside the call; returns 0 to stop.
typedef int (*cxlsx_taker)(void *context, const uint8_t *bytes, size_t length);

// Begins a workbook. `created` is in seconds since 1970 and stands for the time of writing too, so
// that nothing in the file depends on the clock. On failure `*book` is NULL.
cxlsx_outcome cxlsx_open(const char *title, int64_t created, cxlsx_book **book);

// Gives up a workbook that was not finished.
void cxlsx_close(cxlsx_book *book);

// Packs the workbook, delivers its bytes, and closes it, whatever the outcome.
cxlsx_outcome cxlsx_finish(cxlsx_book *book, void *context, cxlsx_taker take);

// What is added lives as long as the workbook; NULL if there is no memory or a name is refused.
cxlsx_sheet *cxlsx_add_sheet(cxlsx_book *book, const char *name);
// What a format with `is_left` shows begins at the left of its cell, a little within it, else it ends
// at the right.
cxlsx_format *cxlsx_add_format(cxlsx_book *book, const char *code, int is_bold, int wraps,
                               int is_left, cxlsx_line line);

// Width in characters; `format` is that of cells without one.
cxlsx_outcome cxlsx_set_column(cxlsx_sheet *sheet, uint16_t column, double width,
                               cxlsx_format *format);

// Height in points.
cxlsx_outcome cxlsx_set_row(cxlsx_sheet *sheet, uint32_t row, double height);

// Keeps the first row in sight, on each printed page too.
cxlsx_outcome cxlsx_freeze_heading(cxlsx_sheet *sheet);

// Sets up the printed pages: A4, across if `is_landscape`, as many pages below each other as there
// are rows, one beside the other, and a footer in the words of spreadsheets (`&P` is the page).
cxlsx_outcome cxlsx_set_page(cxlsx_sheet *sheet, int is_landscape, const char *footer);

cxlsx_outcome cxlsx_write_text(cxlsx_sheet *sheet, uint32_t row, uint16_t column, const char *text,
                               cxlsx_format *format);
cxlsx_outcome cxlsx_write_number(cxlsx_sheet *sheet, uint32_t row, uint16_t column, double value,
                                 cxlsx_format *format);
cxlsx_outcome cxlsx_write_blank(cxlsx_sheet *sheet, uint32_t row, uint16_t column,
                                cxlsx_format *format);

// `value` is what programs show that do not calculate.
cxlsx_outcome cxlsx_write_formula(cxlsx_sheet *sheet, uint32_t row, uint16_t column,
                                  const char *formula, double value, cxlsx_format *format);

// Titles and names may be NULL; `code` is the number format of the axis below, or NULL.
cxlsx_chart *cxlsx_add_chart(cxlsx_book *book, cxlsx_chart_kind kind, const char *title,
                             const char *below, const char *beside, const char *code);

// `below` are the values of the axis below, or NULL where the chart is not one of points.
cxlsx_outcome cxlsx_add_series(cxlsx_chart *chart, const char *name, const cxlsx_range *below,
                               const cxlsx_range *values);

// Puts a chart, once it has its series, with its corner on a cell; its size is in units of
// 480 × 288 pixels.
cxlsx_outcome cxlsx_place_chart(cxlsx_sheet *sheet, uint32_t row, uint16_t column,
                                cxlsx_chart *chart, double width, double height);

#endif
