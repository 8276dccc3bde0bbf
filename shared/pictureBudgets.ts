const GIBIBYTE = 1024 ** 3

/** What pictures may take on disk, in bytes: the choices of a person. */
export const pictureBudgets = [GIBIBYTE / 4, GIBIBYTE / 2, GIBIBYTE, 2 * GIBIBYTE, 5 * GIBIBYTE, 10 * GIBIBYTE, 50 * GIBIBYTE] as const

/** What holds until a person chooses. */
export const defaultBudget = 2 * GIBIBYTE

/** More is no budget. */
export const MOST_BUDGET = 1024 * GIBIBYTE
