import { en, type Catalogue } from './en.ts'

/** The Simplified Chinese catalogue. */
export const zh: Catalogue = { ...en }
