import type { SavedCopy } from '../store/library/savedCopy.ts'
import type { SavingParts } from './savingParts.ts'

type Parts = Pick<SavingParts, 'store' | 'savedFiles'>

/** Takes away the files of a saved item that was given up for good, but those that others show, or an undo of a restore would. */
export async function forgetPictures({ kept }: SavedCopy, parts: Parts): Promise<void> {
  await removeUnused(
    kept.flatMap(({ stored }) => (stored === null ? [] : [stored.hash])),
    parts,
  )
}

/**
 * Puts the folder and the library in agreement, as at a start: files that no item shows go (an undo that was lost), and a file that is gone
 * or damaged is to be fetched again. Answers the ids of the items that lost one.
 */
export async function agreeOnPictures(parts: Parts): Promise<string[]> {
  const { store, savedFiles } = parts
  await removeUnused(await savedFiles.hashes(), parts)
  const lost = new Set<string>()
  for (const hash of store.saved.pictures.hashes()) {
    if (await savedFiles.has(hash)) continue
    // The cache may have the same bytes still.
    if ((await savedFiles.adopt(hash)) === null) for (const id of store.saved.pictures.lose(hash)) lost.add(id)
  }
  return [...lost]
}

async function removeUnused(hashes: readonly string[], { store, savedFiles }: Parts): Promise<void> {
  const before = store.picturesBefore()
  if (before === null) return
  const used = store.saved.pictures.usedAmong(hashes)
  for (const hash of hashes) if (!used.has(hash) && !before.has(hash)) await savedFiles.remove(hash)
}
