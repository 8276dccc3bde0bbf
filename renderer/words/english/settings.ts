/** Words of the pane `settings`. */
export const settingsWords = {} as const
