import type { SourceFailure } from '../../../shared/failures.ts'
import { DAY, MINUTE, between, durationOf, type Clock, type DurationMs, type EpochMs } from '../../../shared/time.ts'
import type { Fetcher } from '../fetch/fetched.ts'
import { checkPicture, type PictureFault } from './checkPicture.ts'
import type { PictureFiles } from './pictureFiles.ts'

/** Why an address gave no picture. `unreachable`, `damaged` and `over-budget` pass, and are asked again after a while that grows. */
export type KeptTrouble = PictureFault | 'refused' | 'unreachable' | 'over-budget'

/** What is known of an address that was tried. */
export interface KnownPicture {
  readonly hash: string | null
  readonly trouble: KeptTrouble | 'let-go' | null
  /** Failures in a row that may pass. */
  readonly tries: number
  readonly at: EpochMs
}

/** The store's memory of pictures, by address. */
export interface PictureRecords {
  states(urls: readonly string[]): ReadonlyMap<string, KnownPicture>
  keep(url: string, picture: { readonly hash: string; readonly type: string; readonly bytes: number }, at: EpochMs): void
  keepTrouble(url: string, trouble: KeptTrouble, at: EpochMs): void
  verified(hash: string, changedAt: number, at: EpochMs): void
}

/** What keeping pictures needs. */
export interface PictureKeeperOptions {
  readonly fetcher: Pick<Fetcher, 'get'>
  readonly files: PictureFiles
  readonly records: PictureRecords
  /** Makes room for so many bytes; false where there is none. */
  readonly makeRoom: (bytes: number) => Promise<boolean>
  readonly now: Clock
}

/** Fetches pictures and keeps them. */
export interface PictureKeeper {
  /** Fetches those of these addresses that may still be had; each is asked for once at a time, however many articles show it. */
  keep(urls: readonly string[]): Promise<void>
}

/** Makes a keeper of pictures. */
export function createPictureKeeper({ fetcher, files, records, makeRoom, now }: PictureKeeperOptions): PictureKeeper {
  const underWay = new Map<string, Promise<void>>()

  async function fetchOne(url: string): Promise<void> {
    if (!(await makeRoom(0))) return records.keepTrouble(url, 'over-budget', now())
    const fetched = await fetcher.get({ url, purpose: 'picture' })
    if (!fetched.ok) return keepFailure(url, fetched.failure)
    if (fetched.value.kind === 'unchanged') return
    const { bytes } = fetched.value
    const checked = checkPicture(bytes)
    if (!checked.ok) return records.keepTrouble(url, checked.failure, now())
    if (!(await makeRoom(bytes.byteLength))) return records.keepTrouble(url, 'over-budget', now())
    const { hash, changedAt } = await files.put(bytes)
    records.keep(url, { hash, type: checked.value, bytes: bytes.byteLength }, now())
    records.verified(hash, changedAt, now())
  }

  function keepFailure(url: string, failure: SourceFailure): void {
    const trouble = troubleOf(failure)
    if (trouble !== null) records.keepTrouble(url, trouble, now())
  }

  function once(url: string): Promise<void> {
    const running = underWay.get(url) ?? fetchOne(url).finally(() => underWay.delete(url))
    underWay.set(url, running)
    return running
  }

  return {
    keep: async (urls) => {
      const known = records.states(urls)
      const wanted = [...new Set(urls)].filter((url) => isWorthAsking(known.get(url), now()))
      await Promise.all(wanted.map(once))
    },
  }
}

/** A network that is away is no verdict on a picture: nothing is kept of that. */
function troubleOf(failure: SourceFailure): KeptTrouble | null {
  switch (failure.kind) {
    case 'offline':
      return null
    case 'refused':
      return failure.status >= 500 || failure.status === 429 ? 'unreachable' : 'refused'
    case 'no-such-host':
    case 'unreachable':
    case 'not-secure':
    case 'timed-out':
    case 'took-too-long':
      return 'unreachable'
    case 'damaged':
    case 'empty-document':
      return 'damaged'
    case 'too-large':
      return 'large'
    default:
      return 'refused'
  }
}

const FIRST_WAIT: DurationMs = durationOf(15, MINUTE)

function isWorthAsking(known: KnownPicture | undefined, now: EpochMs): boolean {
  if (known === undefined) return true
  if (known.hash !== null) return false
  if (known.trouble !== 'unreachable' && known.trouble !== 'damaged' && known.trouble !== 'over-budget') return false
  // The next poll may be a minute or a day away; only what fails there again is put off.
  if (known.tries <= 1) return true
  const wait = Math.min(DAY, FIRST_WAIT * 2 ** (known.tries - 2))
  return Math.abs(between(known.at, now)) >= wait
}
