import type { Migration } from '../migration.ts'
import { start } from './0001-start.ts'
import { mentions } from './0002-mentions.ts'
import { watching } from './0003-watching.ts'
import { commonWords } from './0004-common-words.ts'
import { plainLetters } from './0005-plain-letters.ts'
import { offline } from './0006-offline.ts'

/** All steps of the cache's schema, in order. */
export const cacheMigrations: readonly Migration[] = [start, mentions, watching, commonWords, plainLetters, offline]
