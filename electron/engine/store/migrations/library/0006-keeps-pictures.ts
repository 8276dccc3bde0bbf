import type { Migration } from '../migration.ts'

/** Sources whose pictures are not kept. */
export const keepsPictures: Migration = {
  number: 6,
  name: 'keeps-pictures',
  reason: 'A person may leave the pictures of a source on the network, to keep the space for others.',
  statements: ['ALTER TABLE sources ADD COLUMN keeps_pictures INTEGER NOT NULL DEFAULT 1'],
}
