#ifndef CCLP_BY_COLUMNS_H
#define CCLP_BY_COLUMNS_H

// A matrix column by column, as CLP wants it.
typedef struct by_columns {
  int *starts;
  int *rows;
  double *values;
} by_columns;

// Turns a matrix given row by row; returns 0 where there is no memory.
int by_columns_make(int columns, int rows, const int *row_starts, const int *entry_columns,
                    const double *entry_values, by_columns *matrix);
void by_columns_free(by_columns *matrix);

#endif
