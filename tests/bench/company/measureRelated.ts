import { createMentionFinder } from '../../../electron/engine/company/mentions/createMentionFinder.ts'
import { relatedArticles, sameStories, type RelatedSubject } from '../../../electron/engine/company/related/relatedArticles.ts'
import { asSubject, type ToldArticle } from './newsToRelate.ts'

/** How well the articles of a set find each other. */
export interface RelatedFigures {
  readonly articles: number
  readonly storiesRight: number
  readonly storiesSaid: number
  readonly storiesWanted: number
  readonly shown: number
  readonly fitting: number
  /** Articles under which nothing stands, and those of them that have three fitting others. */
  readonly without: number
  readonly withoutThoughThree: number
  /** Lists that are neither empty nor three to five long. */
  readonly badLengths: number
  readonly faults: readonly string[]
}

/** @param belong whether two articles are about the same matter or company. */
export function measureRelated(
  articles: readonly ToldArticle[],
  belong: (one: ToldArticle, other: ToldArticle) => boolean,
): RelatedFigures {
  const companies = [...new Set([...articles.flatMap((article) => article.companies), 'Sintai Communication'])]
  const finder = createMentionFinder(companies.map((name) => ({ id: name, names: [name] })))
  const subjects = articles.map((article) => asSubject(article, finder))
  const rows = articles.map((article, at) => measureOne(article, subjects[at], articles, subjects, belong))
  const sum = (of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0)
  return {
    articles: articles.length,
    storiesRight: sum((row) => row.right),
    storiesSaid: sum((row) => row.said),
    storiesWanted: sum((row) => row.wanted),
    shown: sum((row) => row.shown),
    fitting: sum((row) => row.fitting),
    without: sum((row) => Number(row.shown === 0)),
    withoutThoughThree: sum((row) => Number(row.shown === 0 && row.others >= 3)),
    badLengths: sum((row) => Number(row.shown !== 0 && (row.shown < 3 || row.shown > 5))),
    faults: rows.flatMap((row) => row.faults),
  }
}

interface Row {
  readonly right: number
  readonly said: number
  readonly wanted: number
  readonly shown: number
  readonly fitting: number
  readonly others: number
  readonly faults: readonly string[]
}

function measureOne(
  article: ToldArticle,
  subject: RelatedSubject | undefined,
  articles: readonly ToldArticle[],
  subjects: readonly RelatedSubject[],
  belong: (one: ToldArticle, other: ToldArticle) => boolean,
): Row {
  const byId = new Map(articles.map((one) => [one.id, one]))
  const said = subject === undefined ? [] : sameStories(subject, subjects)
  const shown = subject === undefined ? [] : relatedArticles(subject, subjects)
  const wanted = articles.filter(
    (other) => other.id !== article.id && other.story !== null && other.story === article.story && other.source !== article.source,
  )
  const isFitting = (id: string): boolean => belong(article, byId.get(id) ?? article)
  const missed = wanted
    .filter((other) => !said.some(({ id }) => id === other.id))
    .map((other) => `story missed: ${article.id} – ${other.id}`)
  const wrong = said.filter(({ id }) => !wanted.some((other) => other.id === id)).map(({ id }) => `story wrong: ${article.id} – ${id}`)
  const weak = shown
    .filter(({ id, reason }) => reason.kind !== 'same-company' && !isFitting(id))
    .map(({ id, reason }) => `weak: ${article.id} – ${id} ${JSON.stringify(reason)}`)
  return {
    right: wanted.length - missed.length,
    said: said.length,
    wanted: wanted.length,
    shown: shown.length,
    fitting: shown.length - weak.length,
    others: articles.filter((other) => other.id !== article.id && belong(article, other)).length,
    faults: [...missed, ...wrong, ...weak],
  }
}
