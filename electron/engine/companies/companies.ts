import type { SourceFailure } from '../../../shared/failures.ts'
import type { Result } from '../../../shared/result.ts'
import type { RefreshParts } from '../refresh/refreshParts.ts'
import type { KeptCompany } from '../store/library/companies.ts'
import { createCompanyReader } from './companyReader.ts'
import { joinCompanies, joinCompany } from './joinCompanies.ts'
import { createRelater } from './relater.ts'

/** The companies whose news is followed: who they are, what their sites say, which articles tell of them, and what is related. */
export interface Companies {
  /** Has a source belong to its company, at once. */
  join(sourceId: string): void
  /** Sees to what changed about sources: companies that come and go, sites that are due. Goes on in the background. */
  soon(): void
  /** Finds mentions and related news of what was stored. Goes on in the background. */
  relateSoon(): void
  /** Reads a company's site now. Null where there is no such company. */
  read(id: string): Promise<Result<KeptCompany, SourceFailure> | null>
  /** Waits until nothing is left to do. */
  settled(): Promise<void>
  stop(): void
}

/** What the room tells, and asks. */
export interface CompaniesListener {
  /** Companies, their facts or their mentions changed. */
  readonly changed: () => void
  readonly isIndexing: () => boolean
  /** Whether nothing can be asked of the network. */
  readonly isOffline: () => boolean
  readonly fault: (fault: unknown) => void
}

/** Opens the room; nothing is done before it is asked for. */
export function openCompanies(parts: RefreshParts, listener: CompaniesListener): Companies {
  const { store, stop } = parts
  const reader = createCompanyReader(parts)
  const relater = createRelater({ store, isIndexing: listener.isIndexing, changed: listener.changed, fault: listener.fault })
  let reading: Promise<void> | null = null

  async function read(id: string): Promise<Result<KeptCompany, SourceFailure> | null> {
    const answer = await reader.read(id)
    if (!stop.aborted && answer?.ok) tellChanged()
    return answer
  }

  function tellChanged(): void {
    listener.changed()
    relater.companiesChanged()
  }

  /** One site after the other: nobody waits for them. Each is tried once. */
  async function readDue(): Promise<void> {
    const tried = new Set<string>()
    const next = (): KeptCompany | undefined =>
      stop.aborted || listener.isOffline() ? undefined : reader.due().find(({ id }) => !tried.has(id))
    for (let company = next(); company !== undefined; company = next()) {
      tried.add(company.id)
      await read(company.id)
    }
  }

  async function readDueSafely(): Promise<void> {
    try {
      await readDue()
    } catch (fault) {
      if (!stop.aborted) listener.fault(fault)
    }
    reading = null
  }

  return {
    join: (sourceId) => {
      const source = store.sources.get(sourceId)
      if (source !== null && joinCompany(source, store)) tellChanged()
    },
    soon: () => {
      if (stop.aborted || store.isReadOnly) return
      joinCompanies(store)
      relater.companiesChanged()
      reading ??= readDueSafely()
    },
    relateSoon: () => {
      if (!store.isReadOnly) relater.soon()
    },
    read,
    settled: async () => {
      await reading
      if (!store.isReadOnly) await relater.settled()
    },
    stop: () => relater.stop(),
  }
}
