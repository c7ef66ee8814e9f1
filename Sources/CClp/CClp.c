#include "CClp.h"

#include <Clp_C_Interface.h>
#include <stdlib.h>
#include <string.h>

#include "by_columns.h"

enum {
  OPTIMAL = 0,
  PRIMAL_INFEASIBLE = 1,
  DUAL_INFEASIBLE = 2,
  DUAL_SIMPLEX = 0,
  PRESOLVE_ON = 0,
  DEFAULT = -1,
  SILENT = 0,
  // Equal prices make many bases alike; CLP then wanders unless the costs are set apart at once.
  PERTURB = 50,
};

static cclp_outcome feasibility(Clp_Simplex *model, int columns) {
  double *no_cost = calloc((size_t)columns, sizeof *no_cost);
  if (no_cost == NULL) return CCLP_FAILED;
  Clp_chgObjCoefficients(model, no_cost);
  free(no_cost);
  Clp_primal(model, 0);
  switch (Clp_status(model)) {
    case OPTIMAL: return CCLP_UNBOUNDED;
    case PRIMAL_INFEASIBLE: return CCLP_INFEASIBLE;
    default: return CCLP_FAILED;
  }
}

static cclp_outcome solve(Clp_Simplex *model, int columns) {
  Clp_Solve *options = ClpSolve_new();
  ClpSolve_setSolveType(options, DUAL_SIMPLEX, DEFAULT);
  Clp_setPerturbation(model, PERTURB);
  ClpSolve_setPresolveType(options, PRESOLVE_ON, DEFAULT);
  Clp_initialSolveWithOptions(model, options);
  ClpSolve_delete(options);
  // What presolving says of a programme without an optimum is a guess; the primal method knows.
  if (Clp_status(model) != OPTIMAL) Clp_primal(model, 0);
  switch (Clp_status(model)) {
    case OPTIMAL: return CCLP_OPTIMAL;
    case PRIMAL_INFEASIBLE: return CCLP_INFEASIBLE;
    // A programme that cannot be kept to may be found unbounded first.
    case DUAL_INFEASIBLE: return feasibility(model, columns);
    default: return CCLP_FAILED;
  }
}

cclp_outcome cclp_solve(int columns, int rows, const double *cost, const double *column_lower,
                        const double *column_upper, const double *row_lower,
                        const double *row_upper, const int *row_starts, const int *entry_columns,
                        const double *entry_values, double *objective, double *values,
                        double *duals) {
  by_columns matrix;
  if (!by_columns_make(columns, rows, row_starts, entry_columns, entry_values, &matrix)) {
    return CCLP_FAILED;
  }
  Clp_Simplex *model = Clp_newModel();
  Clp_setLogLevel(model, SILENT);
  Clp_loadProblem(model, columns, rows, matrix.starts, matrix.rows, matrix.values, column_lower,
                  column_upper, cost, row_lower, row_upper);
  by_columns_free(&matrix);
  cclp_outcome outcome = solve(model, columns);
  if (outcome == CCLP_OPTIMAL) {
    *objective = Clp_objectiveValue(model);
    memcpy(values, Clp_primalColumnSolution(model), (size_t)columns * sizeof *values);
    memcpy(duals, Clp_dualRowSolution(model), (size_t)rows * sizeof *duals);
  }
  Clp_deleteModel(model);
  return outcome;
}
