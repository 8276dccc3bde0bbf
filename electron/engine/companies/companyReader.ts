import type { SourceFailure } from '../../../shared/failures.ts'
import { failed, ok, type Result } from '../../../shared/result.ts'
import { DAY, between, durationOf, type DurationMs, type EpochMs } from '../../../shared/time.ts'
import type { RefreshParts } from '../refresh/refreshParts.ts'
import type { KeptCompany } from '../store/library/companies.ts'
import { changeByReading, factsOf } from './keepFacts.ts'
import { readSite } from './readSite.ts'

/** How long what a site said of its company is taken for true. */
const READ_EVERY: DurationMs = durationOf(7, DAY)
/** A site that could not be read is left alone for so long. */
const TRIED_EVERY: DurationMs = DAY

/** Reads companies from their sites. */
export interface CompanyReader {
  /** The companies whose site should be read again. */
  due(): KeptCompany[]
  /** Reads one now, or waits for the reading that is under way. Null where there is no such company. */
  read(id: string): Promise<Result<KeptCompany, SourceFailure> | null>
}

/** Makes a reader. Each company is read once at a time. */
export function createCompanyReader(parts: RefreshParts): CompanyReader {
  const underWay = new Map<string, Promise<Result<KeptCompany, SourceFailure> | null>>()
  return {
    due: () => parts.store.companies.list().filter((company) => isDue(company, parts.now())),
    read: (id) => {
      const running = underWay.get(id) ?? readOne(id, parts).finally(() => underWay.delete(id))
      underWay.set(id, running)
      return running
    },
  }
}

function isDue({ checkedAt, triedAt }: KeptCompany, now: EpochMs): boolean {
  return isPast(checkedAt, READ_EVERY, now) && isPast(triedAt, TRIED_EVERY, now)
}

/** Also where the clock was set back. */
function isPast(at: EpochMs | null, wait: DurationMs, now: EpochMs): boolean {
  return at === null || Math.abs(between(at, now)) >= wait
}

async function readOne(id: string, parts: RefreshParts): Promise<Result<KeptCompany, SourceFailure> | null> {
  const { store, now, stop } = parts
  const company = store.companies.get(id)
  if (company === null) return null
  const read = await readSite(company.site, parts)
  if (!read.ok) {
    // Closing ends what is under way; a network that is away is no verdict.
    if (!stop.aborted && read.failure.kind !== 'offline') store.companies.change(id, { triedAt: now() })
    return failed(read.failure)
  }
  const kept = store.companies.change(id, changeByReading(store.companies.get(id) ?? company, read.value, now()))
  return kept === null ? null : ok(await withLogo(kept, parts))
}

/** The logo's picture, stored as all pictures are; the one before where the new one cannot be had. */
async function withLogo(company: KeptCompany, { store, pictures }: RefreshParts): Promise<KeptCompany> {
  const url = factsOf(company)?.logo?.value
  if (url === undefined) return company
  await pictures.keep([url])
  const logoHash = store.pictures.known([url]).get(url)?.hash ?? company.logoHash
  return store.companies.change(company.id, { logoHash }) ?? company
}
