#include <stddef.h>
#include <xlsxwriter.h>

#include "book.h"

static uint8_t type_of(cxlsx_chart_kind kind) {
  switch (kind) {
    case CXLSX_COLUMNS: return LXW_CHART_COLUMN;
    case CXLSX_STACKED_COLUMNS: return LXW_CHART_COLUMN_STACKED;
    case CXLSX_LINES: return LXW_CHART_LINE;
    case CXLSX_POINTS: return LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS;
  }
  return LXW_CHART_COLUMN;
}

cxlsx_chart *cxlsx_add_chart(cxlsx_book *book, cxlsx_chart_kind kind, const char *title,
                             const char *below, const char *beside, const char *code) {
  lxw_chart *chart = workbook_add_chart(book->workbook, type_of(kind));
  if (chart == NULL) return NULL;
  if (title != NULL) {
    chart_title_set_name(chart, title);
  } else {
    // A chart of one series would else be given its name.
    chart_title_off(chart);
  }
  if (below != NULL) chart_axis_set_name(chart->x_axis, below);
  if (beside != NULL) chart_axis_set_name(chart->y_axis, beside);
  if (code != NULL) chart_axis_set_num_format(chart->x_axis, code);
  chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
  return (cxlsx_chart *)chart;
}

cxlsx_outcome cxlsx_add_series(cxlsx_chart *chart, const char *name, const cxlsx_range *below,
                               const cxlsx_range *values) {
  // The library would read the places of points without looking whether there are any.
  if (below == NULL && ((lxw_chart *)chart)->type == type_of(CXLSX_POINTS)) return CXLSX_REFUSED;
  lxw_chart_series *series = chart_add_series((lxw_chart *)chart, NULL, NULL);
  if (series == NULL) return CXLSX_NO_MEMORY;
  chart_series_set_name(series, name);
  if (below != NULL) {
    chart_series_set_categories(series, below->sheet, below->first_row, below->first_column,
                                below->last_row, below->last_column);
  }
  chart_series_set_values(series, values->sheet, values->first_row, values->first_column,
                          values->last_row, values->last_column);
  return CXLSX_COMPLETE;
}

cxlsx_outcome cxlsx_place_chart(cxlsx_sheet *sheet, uint32_t row, uint16_t column,
                                cxlsx_chart *chart, double width, double height) {
  lxw_chart_options options = {.x_scale = width, .y_scale = height};
  lxw_error error = worksheet_insert_chart_opt((lxw_worksheet *)sheet, row, column,
                                               (lxw_chart *)chart, &options);
  return error == LXW_NO_ERROR ? CXLSX_COMPLETE : CXLSX_REFUSED;
}
