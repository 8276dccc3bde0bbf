/** Words of the pane `health`. */
export const healthWords = {} as const
