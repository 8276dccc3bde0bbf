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
 * or was cut off is to be fetched again. No file is read: what is damaged inside is found when its item is opened. Answers the ids of the items that
 * lost one.
 */
export async function agreeOnPictures(parts: Parts): Promise<string[]> {
  const { store, savedFiles } = parts
  await removeUnused(await savedFiles.hashes(), parts)
  const lost = new Set<string>()
  for (const [hash, bytes] of store.saved.pictures.sizes()) {
    if (await savedFiles.isThere(hash, bytes)) continue
    for (const id of await healed(hash, parts)) lost.add(id)
  }
  return [...lost]
}

/** Reads the files of one saved item; what is damaged is taken from the cache, else to be fetched again. Answers the ids of the items that lost one. */
export async function checkPicturesOf(id: string, parts: Parts): Promise<string[]> {
  const copy = parts.store.isReadOnly ? null : parts.store.saved.get(id)
  const lost = new Set<string>()
  for (const hash of copy === null ? [] : hashesOf([copy])) {
    if (await parts.savedFiles.isWhole(hash)) continue
    for (const one of await healed(hash, parts)) lost.add(one)
  }
  return [...lost]
}

/** The cache may have the same bytes still. */
async function healed(hash: string, { store, savedFiles }: Parts): Promise<string[]> {
  return (await savedFiles.adopt(hash)) === null ? store.saved.pictures.lose(hash) : []
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
