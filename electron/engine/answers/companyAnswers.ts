import type { Company, CompanyFact, WeekCount } from '../../../shared/contract/company.ts'
import { failed, ok } from '../../../shared/result.ts'
import { DAY, durationOf, later, type EpochMs } from '../../../shared/time.ts'
import { factsOf } from '../companies/keepFacts.ts'
import type { CompanyFacts } from '../company/companyFacts.ts'
import type { KeptCompany } from '../store/library/companies.ts'
import { shownRows } from './articleRows.ts'
import type { Answers, EngineParts } from './engineParts.ts'
import { picturePath } from './picturePath.ts'
import { weeksBefore } from './weeks.ts'

/** Fewer than this are not shown: three to five, or none. */
const FEWEST_RELATED = 3
const MOST_RELATED = 5

/** Answers about companies, and about the news that stands under an article. */
export function companyAnswers(parts: EngineParts): Pick<Answers, 'listCompanies' | 'getCompany' | 'refreshCompany' | 'listRelated'> {
  const { store } = parts
  return {
    listCompanies: () => {
      const counts = countsOf(parts)
      return ok({ companies: store.companies.list().map((company) => shownCompany(company, counts)) })
    },
    getCompany: ({ id }) => {
      const company = keptCompany(id, parts)
      if (company === null) return failed({ kind: 'not-found', what: 'company' })
      return ok({ company: shownCompany(company, countsOf(parts)), weeks: weeksOf(id, parts) })
    },
    refreshCompany: async ({ id }) => {
      if (store.isReadOnly) return failed({ kind: 'profile-read-only' })
      const read = keptCompany(id, parts) === null ? null : await parts.companies.read(id)
      if (read === null) return failed({ kind: 'not-found', what: 'company' })
      return read.ok ? ok({ company: shownCompany(read.value, countsOf(parts)) }) : read
    },
    listRelated: ({ id }) => ok({ related: relatedOf(id, parts) }),
  }
}

/** What stands under an article. Where some of it has gone since, the rest is looked for anew. */
export function relatedOf(id: string, parts: EngineParts) {
  const { store } = parts
  const shown = store.related.of(id).slice(0, MOST_RELATED)
  if (shown.length < FEWEST_RELATED) {
    if (!store.isReadOnly && store.related.count(id) > 0) {
      store.toRelate.addById(id, 'relate-alone')
      parts.companies.relateSoon()
    }
    return []
  }
  const rows = shownRows(
    shown.map(({ row }) => row),
    parts,
  )
  return shown.flatMap(({ reason }, place) => {
    const article = rows[place]
    return article === undefined ? [] : [{ article, reason }]
  })
}

/** A company that lists show: one of a source that is followed, or of a saved item. */
function keptCompany(id: string, { store }: EngineParts): KeptCompany | null {
  return store.companies.list().find((company) => company.id === id) ?? null
}

interface Counts {
  readonly own: ReadonlyMap<string, { readonly unread: number; readonly total: number }>
  readonly mentions: ReadonlyMap<string, number>
}

function countsOf({ store }: EngineParts): Counts {
  const bySource = new Map(store.articles.counts().map((one) => [one.sourceId, one]))
  const own = new Map<string, { unread: number; total: number }>()
  for (const { id, companyId } of store.sources.list()) {
    if (companyId === null) continue
    const before = own.get(companyId) ?? { unread: 0, total: 0 }
    const { unread, total } = bySource.get(id) ?? { unread: 0, total: 0 }
    own.set(companyId, { unread: before.unread + unread, total: before.total + total })
  }
  return { own, mentions: store.mentions.counts() }
}

function shownCompany(company: KeptCompany, counts: Counts): Company {
  const facts = factsOf(company)
  const { id, name, aliases, logoHash, changes, checkedAt } = company
  return {
    id,
    name,
    aliases: [...aliases],
    site: facts?.site ?? company.site,
    logo: logoHash === null ? null : picturePath(logoHash),
    phones: (facts?.phones ?? []).map((fact) => fact.value),
    emails: (facts?.emails ?? []).map((fact) => fact.value),
    addresses: (facts?.addresses ?? []).map((fact) => fact.value),
    contactPage: facts?.contactPage?.value ?? null,
    social: (facts?.accounts ?? []).map((fact) => fact.value),
    facts: facts === null ? [] : toldFacts(facts),
    changes: changes.toReversed(),
    checkedAt,
    ...(counts.own.get(id) ?? { unread: 0, total: 0 }),
    mentions: counts.mentions.get(id) ?? 0,
  }
}

function toldFacts(facts: CompanyFacts): CompanyFact[] {
  const lists = [
    ['name', facts.name === null ? [] : [facts.name]],
    ['alias', facts.aliases],
    ['logo', facts.logo === null ? [] : [facts.logo]],
    ['phone', facts.phones],
    ['email', facts.emails],
    ['address', facts.addresses],
    ['contactPage', facts.contactPage === null ? [] : [facts.contactPage]],
    ['social', facts.accounts],
  ] as const
  return lists.flatMap(([field, some]) => some.map(({ value, url, place }) => ({ field, value, pageUrl: url, place })))
}

/** A year of weeks, the running one last. */
const WEEKS = 52

function weeksOf(id: string, { store, now }: EngineParts): WeekCount[] {
  const weeks = weeksBefore(now(), WEEKS)
  const since = weeks[0] ?? now()
  const sources = store.sources.list().filter((source) => source.companyId === id)
  const own = sources.flatMap((source) => store.articles.listedSince(source.id, since))
  const mentions = store.mentions.listedSince(id, since)
  return weeks.map((weekStart, place) => {
    const end = weeks[place + 1] ?? later(weekStart, durationOf(8, DAY))
    return { weekStart, own: countWithin(own, weekStart, end), mentions: countWithin(mentions, weekStart, end) }
  })
}

function countWithin(times: readonly EpochMs[], from: EpochMs, to: EpochMs): number {
  return times.filter((at) => at >= from && at < to).length
}
