import { z } from 'zod'

/** Why a line of an import was not taken. The sentences: `skipSentence.ts`, and `import.left.…` in the screens' catalogues. */
export const skipReason = z.enum(['no-address', 'not-web', 'plain-link', 'twice', 'long-list', 'many-stars', 'took-too-long'])
export type SkipReason = z.infer<typeof skipReason>

/** A line that was not taken. `url`: its title or, where it has none, its address; `sentence`: the reason in English. */
export const skippedLine = z.strictObject({ url: z.string(), reason: skipReason, sentence: z.string() })
export type SkippedLine = z.infer<typeof skippedLine>
