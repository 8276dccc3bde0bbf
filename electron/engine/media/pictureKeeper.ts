import type { SourceFailure } from '../../../shared/failures.ts'
import type { Clock, EpochMs } from '../../../shared/time.ts'
import type { Fetcher } from '../fetch/fetched.ts'
import { checkPicture } from './checkPicture.ts'
import type { PictureFiles } from './pictureFiles.ts'

/** What pictures may take on disk, in bytes. */
export const PICTURE_BUDGET = 2 * 1024 ** 3

/** The store's memory of pictures, by address. */
export interface PictureRecords {
  known(urls: readonly string[]): ReadonlyMap<string, { readonly hash: string } | null>
  keep(url: string, picture: { readonly hash: string; readonly type: string; readonly bytes: number } | null, at: EpochMs): void
  totalBytes(): number
}

/** What keeping pictures needs. */
export interface PictureKeeperOptions {
  readonly fetcher: Pick<Fetcher, 'get'>
  readonly files: PictureFiles
  readonly records: PictureRecords
  readonly now: Clock
}

/** Fetches pictures and keeps them. */
export interface PictureKeeper {
  /** Fetches those of these addresses that were not tried before; each is asked for once, however many articles show it. */
  keep(urls: readonly string[]): Promise<void>
}

/** Makes a keeper of pictures. */
export function createPictureKeeper({ fetcher, files, records, now }: PictureKeeperOptions): PictureKeeper {
  const underWay = new Map<string, Promise<void>>()

  async function fetchOne(url: string): Promise<void> {
    const fetched = await fetcher.get({ url, purpose: 'picture' })
    if (!fetched.ok) return isLasting(fetched.failure) ? records.keep(url, null, now()) : undefined
    if (fetched.value.kind === 'unchanged') return
    const { bytes } = fetched.value
    const type = checkPicture(bytes)
    if (type === null) return records.keep(url, null, now())
    records.keep(url, { hash: await files.put(bytes), type, bytes: bytes.byteLength }, now())
  }

  function once(url: string): Promise<void> {
    const running = underWay.get(url) ?? fetchOne(url).finally(() => underWay.delete(url))
    underWay.set(url, running)
    return running
  }

  return {
    keep: async (urls) => {
      const known = records.known(urls)
      const wanted = [...new Set(urls)].filter((url) => !known.has(url))
      if (wanted.length === 0 || records.totalBytes() >= PICTURE_BUDGET) return
      await Promise.all(wanted.map(once))
    },
  }
}

/** Whether asking again would come to the same. A network that is away is no verdict on a picture. */
function isLasting(failure: SourceFailure): boolean {
  if (failure.kind === 'refused') return failure.status < 500 && failure.status !== 429
  return !['offline', 'no-such-host', 'unreachable', 'timed-out', 'took-too-long', 'damaged'].includes(failure.kind)
}
