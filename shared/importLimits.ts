/** A list of up to so many sources is taken whole. A longer one is nobody's own. */
export const LONGEST_LIST = 10_000
/** Of a longer list, so many are taken (F23). */
export const MOST_OF_LONGER = 5_000
/** Starred articles that are taken of one export. */
export const MOST_STARS = 50_000
