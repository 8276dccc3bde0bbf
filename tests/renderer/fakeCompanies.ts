import type { Article } from '../../shared/contract/article.ts'
import type { Company, CompanyFact, RelatedReason, WeekCount } from '../../shared/contract/company.ts'
import type { Source } from '../../shared/contract/source.ts'
import { DAY, type EpochMs } from '../../shared/time.ts'
import { ago, picturePath } from './fakeNews.ts'

const site = 'https://sintai.example/'
const contactPage = `${site}contact`
const address = '12 Quay Road, Building C, Harbour Park, 518000'

const facts: readonly CompanyFact[] = [
  { field: 'name', value: 'Sintai Communication', pageUrl: site, place: 'json-ld' },
  { field: 'alias', value: '新泰通信', pageUrl: site, place: 'title' },
  { field: 'logo', value: `${site}logo.png`, pageUrl: site, place: 'header picture' },
  { field: 'phone', value: '+86 755 5550 0100', pageUrl: contactPage, place: 'tel-link' },
  { field: 'phone', value: '+86 755 5550 0199', pageUrl: contactPage, place: 'labelled text' },
  { field: 'email', value: 'sales@sintai.example', pageUrl: contactPage, place: 'mailto-link' },
  { field: 'address', value: address, pageUrl: contactPage, place: 'footer' },
  { field: 'contactPage', value: contactPage, pageUrl: site, place: 'link' },
  { field: 'social', value: 'https://www.linkedin.com/company/sintai-example', pageUrl: site, place: 'footer' },
]

/** The followed companies of the made-up news: one that was read, and one whose site said nothing. */
export function fakeCompanies(sources: readonly Source[], articles: readonly Article[], now: EpochMs): readonly Company[] {
  const ids = ['sintai', 'harbour'].filter((id) => sources.some((source) => source.companyId === id))
  return ids.map((id) => ({
    ...(id === 'sintai' ? sintai(now) : harbour()),
    unread: articles.filter((each) => each.sourceId === id && !each.isRead).length,
    total: articles.filter((each) => each.sourceId === id).length,
    mentions: articles.filter((each) => doesMention(each, id)).length,
  }))
}

/** Whether an article counts as a mention by others. Nobody mentions Harbour. */
export function doesMention(article: Article, companyId: string): boolean {
  return companyId === 'sintai' && article.category === 'industry' && Number(article.id.replace(/\D/g, '')) % 4 === 1
}

/** A year of weeks, with a quiet month in it. */
export function fakeWeeks(now: EpochMs): WeekCount[] {
  return Array.from({ length: 52 }, (_, index) => ({
    weekStart: ago(now, (52 - index) * 7 * DAY),
    own: index > 20 && index < 26 ? 0 : (index * 7) % 5,
    mentions: (index * 3) % 4,
  }))
}

/** A reason of each kind in turn. */
export function fakeReason(index: number): RelatedReason {
  const reasons: readonly RelatedReason[] = [
    { kind: 'same-story', words: [] },
    { kind: 'same-company', words: ['Sintai Communication'] },
    { kind: 'same-topic', words: ['small cells', 'earthing'] },
  ]
  return reasons[index % reasons.length]!
}

type Described = Omit<Company, 'unread' | 'total' | 'mentions'>

function sintai(now: EpochMs): Described {
  const valuesOf = (field: CompanyFact['field']) => facts.filter((fact) => fact.field === field).map((fact) => fact.value)
  return {
    id: 'sintai',
    name: 'Sintai Communication',
    aliases: valuesOf('alias'),
    site,
    logo: picturePath(3),
    phones: valuesOf('phone'),
    emails: valuesOf('email'),
    addresses: valuesOf('address'),
    contactPage,
    social: valuesOf('social'),
    facts: [...facts],
    changes: [
      { field: 'phone', before: '+86 755 5550 0111', after: '+86 755 5550 0100', at: ago(now, 9 * DAY) },
      { field: 'email', before: null, after: 'sales@sintai.example', at: ago(now, 40 * DAY) },
      { field: 'social', before: 'https://social.example/sintai', after: null, at: ago(now, 40 * DAY) },
    ],
    checkedAt: ago(now, DAY),
  }
}

function harbour(): Described {
  const nothing = { aliases: [], logo: null, phones: [], emails: [], addresses: [], social: [], facts: [], changes: [] }
  return { id: 'harbour', name: 'Harbour Data Centres', site: 'https://harbour.example/', contactPage: null, checkedAt: null, ...nothing }
}
