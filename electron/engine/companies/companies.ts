import type { SourceFailure } from '../../../shared/failures.ts'
import type { Result } from '../../../shared/result.ts'
import type { RefreshParts } from '../refresh/refreshParts.ts'
import type { KeptCompany } from '../store/library/companies.ts'
import { createCompanyReader, type CompanyReader } from './companyReader.ts'
import { joinCompanies, joinCompany } from './joinCompanies.ts'
import { createRelater, type Relater } from './relater.ts'

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
  return new KeptCompanies(parts, listener)
}

class KeptCompanies implements Companies {
  readonly #parts: RefreshParts
  readonly #listener: CompaniesListener
  readonly #reader: CompanyReader
  readonly #relater: Relater
  #reading: Promise<void> | null = null

  constructor(parts: RefreshParts, listener: CompaniesListener) {
    const { isIndexing, changed, fault } = listener
    this.#parts = parts
    this.#listener = listener
    this.#reader = createCompanyReader(parts)
    this.#relater = createRelater({ store: parts.store, isIndexing, changed, fault })
  }

  join(sourceId: string): void {
    const { store } = this.#parts
    const source = store.sources.get(sourceId)
    if (source !== null && joinCompany(source, store)) this.#tellChanged()
  }

  soon(): void {
    const { store, stop } = this.#parts
    if (stop.aborted || store.isReadOnly) return
    joinCompanies(store)
    this.#relater.companiesChanged()
    this.#reading ??= this.#readDueSafely()
  }

  relateSoon(): void {
    if (!this.#parts.store.isReadOnly) this.#relater.soon()
  }

  async read(id: string): Promise<Result<KeptCompany, SourceFailure> | null> {
    const answer = await this.#reader.read(id)
    if (!this.#parts.stop.aborted && answer?.ok) this.#tellChanged()
    return answer
  }

  async settled(): Promise<void> {
    await this.#reading
    if (!this.#parts.store.isReadOnly) await this.#relater.settled()
  }

  stop(): void {
    this.#relater.stop()
  }

  #tellChanged(): void {
    this.#listener.changed()
    this.#relater.companiesChanged()
  }

  /** One site after the other: nobody waits for them. Each is tried once. */
  async #readDue(): Promise<void> {
    const tried = new Set<string>()
    const isOver = (): boolean => this.#parts.stop.aborted || this.#listener.isOffline()
    const next = (): KeptCompany | undefined => (isOver() ? undefined : this.#reader.due().find(({ id }) => !tried.has(id)))
    for (let company = next(); company !== undefined; company = next()) {
      tried.add(company.id)
      await this.read(company.id)
    }
  }

  async #readDueSafely(): Promise<void> {
    try {
      await this.#readDue()
    } catch (fault) {
      if (!this.#parts.stop.aborted) this.#listener.fault(fault)
    }
    this.#reading = null
  }
}
