import type { SavedCopy } from '../store/library/savedCopy.ts'
import type { SavingParts } from './savingParts.ts'

type Parts = Pick<SavingParts, 'store' | 'savedFiles'>

/** Takes away the files of saved items that were given up for good, but those that others show, or an undo of a restore would. */
export async function forgetPictures(copies: readonly SavedCopy[], parts: Parts): Promise<void> {
  await removeUnused(hashesOf(copies), parts)
}

/** Keeps the files of items that were given up, for as long as that can be taken back. */
export function holdPictures(copies: readonly SavedCopy[], { savedFiles }: Parts): () => void {
  return savedFiles.hold(hashesOf(copies))
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

function hashesOf(copies: readonly SavedCopy[]): string[] {
  return copies.flatMap(({ kept }) => kept.flatMap(({ stored }) => stored?.hash ?? []))
}

async function removeUnused(hashes: readonly string[], { store, savedFiles }: Parts): Promise<void> {
  const before = store.picturesBefore()
  if (before === null) return
  const used = store.saved.pictures.usedAmong(hashes)
  for (const hash of hashes) {
    if (used.has(hash) || before.has(hash)) continue
    await savedFiles.remove(hash, () => store.saved.pictures.usedAmong([hash]).size > 0)
  }
}
