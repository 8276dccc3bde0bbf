import { checkPicture } from '../media/checkPicture.ts'
import { passes } from './completeCopy.ts'
import type { SavingParts } from './savingParts.ts'

/**
 * Gets a picture that saved items lack, from the cache or its address, and answers the ids of the items that have it now or never will:
 * none where they were given up meanwhile. `later`: it may come another time.
 *
 * @param mayAsk whether its address may be asked.
 */
export async function fetchSavedPicture(url: string, parts: SavingParts, mayAsk: boolean): Promise<readonly string[] | 'later'> {
  const { store, savedFiles, fetcher, stop } = parts
  const hash = store.pictures.known([url]).get(url)?.hash ?? null
  const adopted = await savedFiles.during(async () => {
    const stored = hash === null ? null : await savedFiles.adopt(hash)
    return stored === null ? null : store.saved.pictures.keep(url, stored)
  })
  if (adopted !== null) return adopted
  if (!mayAsk) return 'later'
  const fetched = await fetcher.get({ url, purpose: 'picture' })
  if (stop.aborted || (!fetched.ok && passes(fetched.failure))) return 'later'
  const bytes = fetched.ok && fetched.value.kind === 'body' ? fetched.value.bytes : null
  const isPicture = bytes !== null && checkPicture(bytes).ok
  return savedFiles.during(async () => store.saved.pictures.keep(url, isPicture ? await savedFiles.put(bytes) : null))
}
