import type { KeptPicture } from '../store/library/savedCopy.ts'
import type { SavingParts } from './savingParts.ts'

/**
 * The pictures of these addresses, each once, as far as the cache or the library has them: their files stand under `saved-media/`, whole
 * and durable, when it answers. The others are to be fetched.
 */
export async function keptPictures(
  urls: readonly (string | null)[],
  { store, savedFiles }: Pick<SavingParts, 'store' | 'savedFiles'>,
  before: readonly KeptPicture[] = [],
): Promise<KeptPicture[]> {
  const wanted = [...new Set(urls)].filter((url) => url !== null)
  const earlier = new Map(before.map((picture) => [picture.url, picture]))
  const known = store.pictures.known(wanted)
  return Promise.all(
    wanted.map(async (url): Promise<KeptPicture> => {
      const there = earlier.get(url)
      if (there?.stored) return there
      const hash = known.get(url)?.hash ?? null
      return { url, stored: hash === null ? null : await savedFiles.adopt(hash), isGivenUp: there?.isGivenUp ?? false }
    }),
  )
}
