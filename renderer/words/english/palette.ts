/** Words of the pane `palette`. */
export const paletteWords = {} as const
