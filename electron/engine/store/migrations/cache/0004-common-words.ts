import type { Migration } from '../migration.ts'

/** How common words are. */
export const commonWords: Migration = {
  number: 4,
  name: 'common-words',
  reason:
    'A search knows beforehand which words a beginning goes on to, so that the first letters of a word cost no walk through the index.',
  statements: [
    // times: in how many articles of a sample. It only ever grows: a guess of what is common needs no more.
    `CREATE TABLE common_words (
       word TEXT NOT NULL PRIMARY KEY,
       times INTEGER NOT NULL
     ) STRICT, WITHOUT ROWID`,
    // The sample is taken as articles are indexed: those of it that are there are indexed once more.
    'INSERT OR IGNORE INTO to_index (article) SELECT row FROM articles WHERE row % 32 = 0',
  ],
}
