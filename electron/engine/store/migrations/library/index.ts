import type { Migration } from '../migration.ts'
import { start } from './0001-start.ts'
import { companies } from './0002-companies.ts'
import { rules } from './0003-rules.ts'
import { keptSearches } from './0004-kept-searches.ts'
import { plainLetters } from './0005-plain-letters.ts'
import { keepsPictures } from './0006-keeps-pictures.ts'
import { toMirror } from './0007-to-mirror.ts'
import { wholeSavedItems } from './0008-whole-saved-items.ts'
import { listsToMirror } from './0009-lists-to-mirror.ts'

/** All steps of the library's schema, in order. */
export const libraryMigrations: readonly Migration[] = [
  start,
  companies,
  rules,
  keptSearches,
  plainLetters,
  keepsPictures,
  toMirror,
  wholeSavedItems,
  listsToMirror,
]
