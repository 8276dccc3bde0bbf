import { inTransaction, prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import { anyTermExpression } from '../search/matchExpression.ts'
import type { QueryTerm } from '../search/searchQuery.ts'
import { wordsOf } from '../search/words.ts'
import type { EpochMs } from '../../../../shared/time.ts'

/** What articles are searched for to find those that mention a company. */
export interface SoughtNames {
  /** All that it is called, as the search index finds it. */
  readonly names: readonly string[]
  /** Whose articles are its own news, and no mentions. */
  readonly sourceIds: readonly string[]
}

/** A company that mentions are kept of. */
export interface MentionedCompany extends SoughtNames {
  readonly companyId: string
  /** True once older articles have been looked through too. */
  readonly isSearched: boolean
}

/** How much an article tells of a company. */
export interface KeptMention {
  readonly companyId: string
  readonly times: number
  readonly inTitle: boolean
}

/** Which articles tell of which companies. Articles are named by their row. */
export interface MentionsTable {
  companies(): MentionedCompany[]
  /** Takes a company in, or what is looked for anew; its older articles are to be searched then. */
  lookFor(companyId: string, sought: SoughtNames): void
  searched(companyId: string): void
  /** Forgets some of a company's mentions, and the company with the last; answers the articles. None when it is gone. */
  forgetSlice(companyId: string, limit: number): number[]
  /** Forgets what a source says of a company, as when it becomes the company's own. */
  forgetOwn(companyId: string, sourceId: string): void
  /** Puts an article's mentions in place of those it had; true where that changed anything. */
  put(article: number, mentions: readonly KeptMention[]): boolean
  /** The mentions of these articles. */
  of(articles: readonly number[]): Map<number, KeptMention[]>
  /** The newest articles, up to a moment, that mention a company. */
  newest(companyId: string, until: EpochMs, limit: number): number[]
  /** Articles below a row, newest arrival first, that have one of a company's names word for word, as search finds them. */
  candidates(companyId: string, below: number, limit: number): number[]
  /** How many articles of sources that are followed mention each company; muted ones are left out. */
  counts(): Map<string, number>
  /** When the articles that mention a company were listed, from a moment on. */
  listedSince(companyId: string, since: EpochMs): EpochMs[]
  /** Which of these articles, by id, mention a company. */
  among(ids: readonly string[], companyId: string): Set<string>
}

interface CompanyRow {
  readonly company_id: string
  readonly sought: string
  readonly is_searched: number
}

interface MentionRow {
  readonly article: number
  readonly company_id: string
  readonly times: number
  readonly in_title: number
}

/** The tables of mentions. */
export function mentionsTable(database: Database): MentionsTable {
  const statements = { ...prepareCompanies(database), ...prepareMentions(database), ...prepareQuestions(database) }

  function of(articles: readonly number[]): Map<number, KeptMention[]> {
    const rows = statements.of.all({ articles: JSON.stringify(articles) })
    return new Map([...Map.groupBy(rows, (row) => row.article)].map(([article, some]) => [article, some.map(keptMention)]))
  }

  function put(article: number, mentions: readonly KeptMention[]): boolean {
    const before = of([article]).get(article) ?? []
    if (sameMentions(before, mentions)) return false
    statements.drop.run({ article })
    for (const { companyId, times, inTitle } of mentions) statements.put.run({ article, companyId, times, inTitle: Number(inTitle) })
    return true
  }

  function forgetSlice(companyId: string, limit: number): number[] {
    const articles = statements.some.all({ companyId, limit }).map((row) => row.article)
    if (articles.length === 0) statements.forget.run({ companyId })
    else statements.dropSome.run({ companyId, articles: JSON.stringify(articles) })
    return articles
  }

  return {
    companies: () => statements.companies.all({}).map(mentionedCompany),
    lookFor: (companyId, { names, sourceIds }) => void statements.lookFor.run({ companyId, sought: JSON.stringify({ names, sourceIds }) }),
    searched: (companyId) => void statements.searched.run({ companyId }),
    forgetSlice: (companyId, limit) => inTransaction(database, () => forgetSlice(companyId, limit)),
    forgetOwn: (companyId, sourceId) => void statements.forgetOwn.run({ companyId, sourceId }),
    put: (article, mentions) => inTransaction(database, () => put(article, mentions)),
    of,
    newest: (companyId, until, limit) => statements.newest.all({ companyId, until, limit }).map((row) => row.article),
    candidates: (companyId, below, limit) => {
      const row = statements.company.get({ companyId })
      const names = row ? mentionedCompany(row).names : []
      const terms = names.map((name): QueryTerm => ({ words: wordsOf(name), isPrefix: false })).filter(({ words }) => words.length > 0)
      return terms.length === 0
        ? []
        : statements.candidates.all({ match: anyTermExpression(terms), below, limit }).map((row) => row.article)
    },
    counts: () => {
      const muted = new Map(statements.muted.all({}).map((row) => [row.company_id, row.total]))
      return new Map(statements.counts.all({}).map((row) => [row.company_id, row.total - (muted.get(row.company_id) ?? 0)]))
    },
    listedSince: (companyId, since) => statements.listedSince.all({ companyId, since }).map((row) => row.listed_at_ms),
    among: (ids, companyId) => new Set(statements.among.all({ ids: JSON.stringify(ids), companyId }).map((row) => row.id)),
  }
}

function prepareCompanies(database: Database) {
  return {
    companies: prepare<CompanyRow>(database, 'SELECT company_id, sought, is_searched FROM mentioned_companies'),
    company: prepare<CompanyRow>(database, 'SELECT company_id, sought, is_searched FROM mentioned_companies WHERE company_id = :companyId'),
    lookFor: prepare(
      database,
      `INSERT INTO mentioned_companies (company_id, sought) VALUES (:companyId, :sought)
       ON CONFLICT (company_id) DO UPDATE SET sought = excluded.sought, is_searched = 0`,
    ),
    searched: prepare(database, 'UPDATE mentioned_companies SET is_searched = 1 WHERE company_id = :companyId'),
    forget: prepare(database, 'DELETE FROM mentioned_companies WHERE company_id = :companyId'),
  }
}

function prepareMentions(database: Database) {
  return {
    // An article that is gone, or a company that is none any more, is passed over.
    put: prepare(
      database,
      `INSERT INTO mentions (article, company, source, listed_at_ms, times, in_title)
       SELECT articles.row, company, source, listed_at_ms, :times, :inTitle
       FROM mentioned_companies CROSS JOIN articles
       WHERE company_id = :companyId AND articles.row = :article`,
    ),
    drop: prepare(database, 'DELETE FROM mentions WHERE article = :article'),
    some: prepare<{ article: number }>(
      database,
      `SELECT article FROM mentions
       WHERE company = (SELECT company FROM mentioned_companies WHERE company_id = :companyId)
       LIMIT :limit`,
    ),
    dropSome: prepare(
      database,
      `DELETE FROM mentions
       WHERE article IN (SELECT value FROM json_each(:articles))
         AND company = (SELECT company FROM mentioned_companies WHERE company_id = :companyId)`,
    ),
    forgetOwn: prepare(
      database,
      `DELETE FROM mentions
       WHERE company = (SELECT company FROM mentioned_companies WHERE company_id = :companyId)
         AND source = (SELECT source FROM cached_sources WHERE source_id = :sourceId)`,
    ),
  }
}

function prepareQuestions(database: Database) {
  return {
    of: prepare<MentionRow>(
      database,
      `SELECT article, company_id, times, in_title
       FROM mentions CROSS JOIN mentioned_companies ON mentioned_companies.company = mentions.company
       WHERE article IN (SELECT value FROM json_each(:articles))`,
    ),
    newest: prepare<{ article: number }>(
      database,
      `SELECT article FROM mentions
       WHERE company = (SELECT company FROM mentioned_companies WHERE company_id = :companyId) AND listed_at_ms <= :until
       ORDER BY listed_at_ms DESC, article DESC
       LIMIT :limit`,
    ),
    candidates: prepare<{ article: number }>(
      database,
      `SELECT rowid AS article FROM article_index
       WHERE article_index MATCH :match AND rowid < :below
       ORDER BY rowid DESC
       LIMIT :limit`,
    ),
    counts: prepare<{ company_id: string; total: number }>(
      database,
      `SELECT company_id, sum(mention_counts.total) AS total
       FROM mention_counts
         CROSS JOIN mentioned_companies ON mentioned_companies.company = mention_counts.company
         CROSS JOIN cached_sources ON cached_sources.source = mention_counts.source
       WHERE is_hidden = 0
       GROUP BY mention_counts.company`,
    ),
    muted: prepare<{ company_id: string; total: number }>(
      database,
      `SELECT company_id, count(*) AS total
       FROM muted
         CROSS JOIN mentions ON mentions.article = muted.article
         CROSS JOIN mentioned_companies ON mentioned_companies.company = mentions.company
         CROSS JOIN cached_sources ON cached_sources.source = mentions.source
       WHERE is_hidden = 0
       GROUP BY mentions.company`,
    ),
    listedSince: prepare<{ listed_at_ms: EpochMs }>(
      database,
      `SELECT listed_at_ms FROM mentions CROSS JOIN cached_sources ON cached_sources.source = mentions.source
       WHERE company = (SELECT company FROM mentioned_companies WHERE company_id = :companyId)
         AND listed_at_ms >= :since AND is_hidden = 0 AND article NOT IN (SELECT article FROM muted)`,
    ),
    among: prepare<{ id: string }>(
      database,
      `SELECT id FROM articles CROSS JOIN mentions ON mentions.article = articles.row
       WHERE articles.id IN (SELECT value FROM json_each(:ids))
         AND mentions.company = (SELECT company FROM mentioned_companies WHERE company_id = :companyId)`,
    ),
  }
}

function sameMentions(one: readonly KeptMention[], other: readonly KeptMention[]): boolean {
  const written = (mentions: readonly KeptMention[]): string =>
    mentions
      .map(({ companyId, times, inTitle }) => `${companyId} ${times} ${inTitle}`)
      .toSorted()
      .join()
  return one.length === other.length && written(one) === written(other)
}

function mentionedCompany({ company_id, sought, is_searched }: CompanyRow): MentionedCompany {
  return { ...(JSON.parse(sought) as SoughtNames), companyId: company_id, isSearched: is_searched === 1 }
}

function keptMention({ company_id, times, in_title }: MentionRow): KeptMention {
  return { companyId: company_id, times, inTitle: in_title === 1 }
}
