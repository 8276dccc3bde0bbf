import { setImmediate } from 'node:timers/promises'
import { DAY } from '../../../shared/time.ts'
import type { Evictable, EvictionPhase, EvictionPlace } from '../store/cache/evictions.ts'
import type { OfflineParts } from './offlineParts.ts'

/** When room is made, a little more than asked: else every picture that comes would send one away. */
const DOWN_TO = 0.95
const SLICE = 50
const PHASES: readonly EvictionPhase[] = ['unused', 'read', 'unread']

/** Keeps pictures within the budget. */
export interface PictureRoom {
  /** Makes room for so many more bytes, the oldest read news first and saved items never; false where there is none to make. */
  readonly make: (bytes: number) => Promise<boolean>
  /**
   * Takes away pictures that nothing shows any more, whatever room there is: those of news that was pruned, or of a cache that was lost. Where
   * the disk is nearly full, also those of news that was read, the oldest first, until it is no more.
   */
  readonly tidy: () => Promise<void>
}

/** What a run has let go so far. */
interface Tally {
  pictures: number
  bytes: number
  readonly articles: Map<string, boolean>
}

/** Makes room when it is asked to; one run at a time. */
export function createPictureRoom(parts: OfflineParts): PictureRoom {
  const { store, budget } = parts
  let last: Promise<unknown> = Promise.resolve()
  const fits = (bytes: number): boolean => store.pictures.totalBytes() + bytes <= budget()

  async function makeInTurn(bytes: number): Promise<boolean> {
    if (fits(bytes)) return true
    if (bytes > budget()) return false
    await letGo(bytes, parts)
    return fits(bytes)
  }

  return {
    make: (bytes) => {
      if (fits(bytes)) return Promise.resolve(true)
      const turn = last.then(() => makeInTurn(bytes))
      last = turn.catch(() => undefined)
      return turn
    },
    tidy: () => {
      const turn = last.then(() => tidy(parts))
      last = turn.catch(() => undefined)
      return turn
    },
  }
}

async function tidy(parts: OfflineParts): Promise<void> {
  const { store, files, stop } = parts
  if (store.isReadOnly) return
  const needed = neededElsewhere(parts)
  await letGoInPhase('unused', () => false, { needed, tally: emptyTally() }, parts)
  const tally = emptyTally()
  await letGoInPhase('read', () => !store.isDiskNearlyFull(), { needed, tally }, parts)
  noteGone(tally, parts)
  for await (const hashes of files.olderThan(DAY)) {
    if (stop.aborted) return
    for (const hash of store.pictures.unknown(hashes)) await files.remove(hash)
  }
}

/** Lets pictures go until so many bytes have room, and notes what went. Of unread news no more goes than must. */
async function letGo(bytes: number, parts: OfflineParts): Promise<void> {
  const budget = parts.budget()
  const targets = { unused: budget * DOWN_TO - bytes, read: budget * DOWN_TO - bytes, unread: budget - bytes }
  const tally = emptyTally()
  const needed = neededElsewhere(parts)
  const total = (): number => parts.store.pictures.totalBytes()
  for (const phase of PHASES) await letGoInPhase(phase, () => total() <= targets[phase], { needed, tally }, parts)
  noteGone(tally, parts)
}

function emptyTally(): Tally {
  return { pictures: 0, bytes: 0, articles: new Map() }
}

function noteGone({ articles, ...gone }: Tally, { store, now, budget, letGo }: OfflineParts): void {
  if (gone.pictures === 0) return
  const read = [...articles.values()].filter(Boolean).length
  store.evictions.note({ at: now(), ...gone, read, unread: articles.size - read, budget: budget() })
  letGo()
}

async function letGoInPhase(
  phase: EvictionPhase,
  isEnough: () => boolean,
  { needed, tally }: { readonly needed: ReadonlySet<string>; readonly tally: Tally },
  parts: OfflineParts,
): Promise<void> {
  const { store, stop } = parts
  let after: EvictionPlace | null = null
  do {
    const slice: { evictable: Evictable[]; next: EvictionPlace | null } = store.evictions.slice(phase, after, SLICE)
    for (const one of slice.evictable) {
      if (stop.aborted || isEnough()) return
      if (!needed.has(one.hash) && store.pictures.byHash(one.hash) !== null) await letGoOne(one, tally, parts)
    }
    after = slice.next
    await setImmediate()
  } while (after !== null)
}

async function letGoOne({ hash, bytes, articles }: Evictable, tally: Tally, { store, files, now, changed }: OfflineParts): Promise<void> {
  // What nothing shows is wanted again when something does.
  if (articles.length === 0) store.pictures.forget(hash)
  else store.pictures.lose(hash, 'let-go', now())
  await files.remove(hash)
  const turned = store.articles.refreshOffline(articles.map((article) => article.id))
  tally.pictures += 1
  tally.bytes += bytes
  for (const { id, isRead } of articles) tally.articles.set(id, isRead)
  if (turned.length > 0) changed(turned)
}

/** Bytes that companies and saved items show, whatever becomes of the articles. */
function neededElsewhere({ store }: OfflineParts): Set<string> {
  const logos = store.companies.list().flatMap((company) => company.logoHash ?? [])
  const urls = store.saved.ids().flatMap((id) => (store.saved.get(id)?.pictures ?? []).map((picture) => picture.url))
  const saved = [...store.pictures.known(urls).values()].flatMap((picture) => picture?.hash ?? [])
  return new Set([...logos, ...saved])
}
