/** Words of the pane `welcome`. */
export const welcomeWords = {} as const
