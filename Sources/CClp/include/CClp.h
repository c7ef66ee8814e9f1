#ifndef CCLP_H
#define CCLP_H

// Solves linear programmes. No type of CLP appears here.
//
// Nothing is printed, no file is touched, and no state is kept between calls, so programmes may be
// solved on several threads at once.

typedef enum cclp_outcome {
  CCLP_OPTIMAL = 0,
  // No values keep all limits.
  CCLP_INFEASIBLE,
  // The limits can be kept and the cost can fall for ever.
  CCLP_UNBOUNDED,
  // The solver gave up: numbers too far apart, or no memory.
  CCLP_FAILED,
} cclp_outcome;

// Finds the least of cost · x under column_lower ≤ x ≤ column_upper and row_lower ≤ A x ≤ row_upper
// by the dual simplex method; there is at least one column and one row.
//
// Infinities are allowed as bounds. Row r of A has its entries at row_starts[r] up to
// row_starts[r + 1]; entries of one row for the same column are added up. Only where the outcome is
// CCLP_OPTIMAL are `objective`, `values` (one for each column) and `duals` (one for each row)
// filled.
cclp_outcome cclp_solve(int columns, int rows, const double *cost, const double *column_lower,
                        const double *column_upper, const double *row_lower,
                        const double *row_upper, const int *row_starts, const int *entry_columns,
                        const double *entry_values, double *objective, double *values,
                        double *duals);

#endif
