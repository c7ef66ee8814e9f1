#define _GNU_SOURCE

#include "CXLSX.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "book.h"

static cxlsx_outcome outcome_of(lxw_error error) {
  switch (error) {
    case LXW_NO_ERROR: return CXLSX_COMPLETE;
    case LXW_ERROR_MEMORY_MALLOC_FAILED: return CXLSX_NO_MEMORY;
    case LXW_ERROR_CREATING_XLSX_FILE:
    case LXW_ERROR_CREATING_TMPFILE:
    case LXW_ERROR_READING_TMPFILE:
    case LXW_ERROR_ZIP_FILE_OPERATION:
    case LXW_ERROR_ZIP_PARAMETER_ERROR:
    case LXW_ERROR_ZIP_BAD_ZIP_FILE:
    case LXW_ERROR_ZIP_INTERNAL_ERROR:
    case LXW_ERROR_ZIP_FILE_ADD:
    case LXW_ERROR_ZIP_CLOSE: return CXLSX_NO_TEMPORARY_FILE;
    default: return CXLSX_REFUSED;
  }
}

cxlsx_outcome cxlsx_open(const char *title, int64_t created, cxlsx_book **book) {
  *book = NULL;
  cxlsx_book *opened = calloc(1, sizeof *opened);
  if (opened == NULL) return CXLSX_NO_MEMORY;
  opened->file = memfd_create("workbook", MFD_CLOEXEC);
  if (opened->file < 0) {
    free(opened);
    return CXLSX_NO_TEMPORARY_FILE;
  }
  char path[40];
  snprintf(path, sizeof path, "/proc/self/fd/%d", opened->file);
  opened->workbook = workbook_new(path);
  if (opened->workbook == NULL) {
    cxlsx_close(opened);
    return CXLSX_NO_MEMORY;
  }
  // The library takes 0 for the present time.
  lxw_doc_properties properties = {.title = (char *)(uintptr_t)title,
                                   .created = created == 0 ? 1 : (time_t)created};
  cxlsx_outcome outcome = outcome_of(workbook_set_properties(opened->workbook, &properties));
  if (outcome != CXLSX_COMPLETE) {
    cxlsx_close(opened);
    return outcome;
  }
  *book = opened;
  return CXLSX_COMPLETE;
}

void cxlsx_close(cxlsx_book *book) {
  if (book == NULL) return;
  if (book->workbook != NULL) lxw_workbook_free(book->workbook);
  close(book->file);
  free(book);
}

static cxlsx_outcome deliver(cxlsx_book *book, void *context, cxlsx_taker take) {
  if (lseek(book->file, 0, SEEK_SET) != 0) return CXLSX_NO_TEMPORARY_FILE;
  while (1) {
    ssize_t got = read(book->file, book->piece, PIECE);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return CXLSX_NO_TEMPORARY_FILE;
    if (got == 0) return CXLSX_COMPLETE;
    if (!take(context, book->piece, (size_t)got)) return CXLSX_STOPPED;
  }
}

cxlsx_outcome cxlsx_finish(cxlsx_book *book, void *context, cxlsx_taker take) {
  // This frees the library's workbook, also when it fails.
  cxlsx_outcome outcome = outcome_of(workbook_close(book->workbook));
  book->workbook = NULL;
  if (outcome == CXLSX_COMPLETE) outcome = deliver(book, context, take);
  cxlsx_close(book);
  return outcome;
}

cxlsx_sheet *cxlsx_add_sheet(cxlsx_book *book, const char *name) {
  return (cxlsx_sheet *)workbook_add_worksheet(book->workbook, name);
}

cxlsx_format *cxlsx_add_format(cxlsx_book *book, const char *code, int is_bold, int wraps,
                               int is_left, cxlsx_line line) {
  lxw_format *format = workbook_add_format(book->workbook);
  if (format == NULL) return NULL;
  format_set_num_format(format, code);
  if (is_bold) format_set_bold(format);
  if (wraps) format_set_text_wrap(format);
  // Beside a text of several lines, what belongs together begins on one line.
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  format_set_align(format, is_left ? LXW_ALIGN_LEFT : LXW_ALIGN_RIGHT);
  if (is_left) format_set_indent(format, 1);
  if (line == CXLSX_LINE_ABOVE) format_set_top(format, LXW_BORDER_THIN);
  if (line == CXLSX_LINE_BELOW) format_set_bottom(format, LXW_BORDER_THIN);
  return (cxlsx_format *)format;
}

cxlsx_outcome cxlsx_set_column(cxlsx_sheet *sheet, uint16_t column, double width,
                               cxlsx_format *format) {
  return outcome_of(worksheet_set_column((lxw_worksheet *)sheet, column, column, width,
                                         (lxw_format *)format));
}

cxlsx_outcome cxlsx_set_row(cxlsx_sheet *sheet, uint32_t row, double height) {
  return outcome_of(worksheet_set_row((lxw_worksheet *)sheet, row, height, NULL));
}

cxlsx_outcome cxlsx_freeze_heading(cxlsx_sheet *sheet) {
  worksheet_freeze_panes((lxw_worksheet *)sheet, 1, 0);
  return outcome_of(worksheet_repeat_rows((lxw_worksheet *)sheet, 0, 0));
}

cxlsx_outcome cxlsx_set_page(cxlsx_sheet *sheet, int is_landscape, const char *footer) {
  lxw_worksheet *worksheet = (lxw_worksheet *)sheet;
  const uint8_t a4 = 9;
  worksheet_set_paper(worksheet, a4);
  if (is_landscape) worksheet_set_landscape(worksheet);
  worksheet_fit_to_pages(worksheet, 1, 0);
  // In inches.
  worksheet_set_margins(worksheet, 0.5, 0.5, 0.6, 0.75);
  return outcome_of(worksheet_set_footer(worksheet, footer));
}

cxlsx_outcome cxlsx_write_text(cxlsx_sheet *sheet, uint32_t row, uint16_t column, const char *text,
                               cxlsx_format *format) {
  return outcome_of(worksheet_write_string((lxw_worksheet *)sheet, row, column, text,
                                           (lxw_format *)format));
}

cxlsx_outcome cxlsx_write_number(cxlsx_sheet *sheet, uint32_t row, uint16_t column, double value,
                                 cxlsx_format *format) {
  return outcome_of(worksheet_write_number((lxw_worksheet *)sheet, row, column, value,
                                           (lxw_format *)format));
}

cxlsx_outcome cxlsx_write_blank(cxlsx_sheet *sheet, uint32_t row, uint16_t column,
                                cxlsx_format *format) {
  return outcome_of(worksheet_write_blank((lxw_worksheet *)sheet, row, column,
                                          (lxw_format *)format));
}

cxlsx_outcome cxlsx_write_formula(cxlsx_sheet *sheet, uint32_t row, uint16_t column,
                                  const char *formula, double value, cxlsx_format *format) {
  return outcome_of(worksheet_write_formula_num((lxw_worksheet *)sheet, row, column, formula,
                                                (lxw_format *)format, value));
}
