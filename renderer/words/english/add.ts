/** Words of the pane `add`. */
export const addWords = {} as const
