import { crc32 } from 'node:zlib'
import { prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'

/** Ids of saved items whose text is missing or is not what was written: damage inside a text, which SQLite cannot see. */
export function damagedTexts(library: Database): string[] {
  if (!prepare(library, "SELECT 1 FROM sqlite_schema WHERE name = 'saved_texts'").get({})) return []
  const texts = prepare<{ id: string; body: Uint8Array | null; checksum: number }>(
    library,
    'SELECT saved.id, body, checksum FROM saved LEFT JOIN saved_texts ON saved_texts.saved = saved.row',
  )
  const damaged: string[] = []
  for (const { id, body, checksum } of texts.each({})) {
    if (body === null || crc32(body) !== checksum) damaged.push(id)
  }
  return damaged
}
