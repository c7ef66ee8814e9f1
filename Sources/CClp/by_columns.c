#include "by_columns.h"

#include <stdlib.h>

int by_columns_make(int columns, int rows, const int *row_starts, const int *entry_columns,
                    const double *entry_values, by_columns *matrix) {
  size_t entries = (size_t)row_starts[rows];
  matrix->starts = calloc((size_t)columns + 1, sizeof *matrix->starts);
  matrix->rows = malloc((entries + 1) * sizeof *matrix->rows);
  matrix->values = malloc((entries + 1) * sizeof *matrix->values);
  int *ends = malloc(((size_t)columns + 1) * sizeof *ends);
  if (matrix->starts == NULL || matrix->rows == NULL || matrix->values == NULL || ends == NULL) {
    free(ends);
    by_columns_free(matrix);
    return 0;
  }
  for (size_t i = 0; i < entries; i++) matrix->starts[entry_columns[i] + 1] += 1;
  for (int c = 0; c < columns; c++) {
    matrix->starts[c + 1] += matrix->starts[c];
    ends[c] = matrix->starts[c];
  }
  for (int r = 0; r < rows; r++) {
    for (int i = row_starts[r]; i < row_starts[r + 1]; i++) {
      int c = entry_columns[i];
      // Rows come in order, so an entry of the same row is the last in its column.
      if (ends[c] > matrix->starts[c] && matrix->rows[ends[c] - 1] == r) {
        matrix->values[ends[c] - 1] += entry_values[i];
      } else {
        matrix->rows[ends[c]] = r;
        matrix->values[ends[c]] = entry_values[i];
        ends[c] += 1;
      }
    }
  }
  // Entries that were added up leave gaps, which are closed.
  int next = 0;
  for (int c = 0; c < columns; c++) {
    int first = matrix->starts[c];
    matrix->starts[c] = next;
    for (int i = first; i < ends[c]; i++, next++) {
      matrix->rows[next] = matrix->rows[i];
      matrix->values[next] = matrix->values[i];
    }
  }
  matrix->starts[columns] = next;
  free(ends);
  return 1;
}

void by_columns_free(by_columns *matrix) {
  free(matrix->starts);
  free(matrix->rows);
  free(matrix->values);
}
