import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Element, Text, type ChildNode, type Document } from 'domhandler'
import { parseDocument } from 'htmlparser2'
import type { MentionFinder } from '../../../electron/engine/company/mentions/createMentionFinder.ts'
import type { RelatedSubject } from '../../../electron/engine/company/related/relatedArticles.ts'
import { storySignature } from '../../../electron/engine/company/related/storySignature.ts'
import { topicTerms } from '../../../electron/engine/company/related/topicTerms.ts'
import { DAY, HOUR, type EpochMs } from '../../../shared/time.ts'

/** An article with what a reader of all of them would say it belongs to. */
export interface ToldArticle {
  readonly id: string
  readonly source: string
  /** The event that it tells; null where no other article does. */
  readonly story: string | null
  readonly topic: string
  readonly language: string
  readonly hoursAgo: number
  readonly title: string
  readonly text: string
  readonly companies: readonly string[]
}

const NOW = Date.UTC(2024, 5, 20, 12) as EpochMs
const STORIES = new URL('../../fixtures/companies/related/stories.json', import.meta.url).pathname
const SAMPLE = new URL('../../../build/sample', import.meta.url).pathname

/** Stories of our own, told by several sources in English and Chinese, among articles that only sound like them. */
export function writtenStories(): ToldArticle[] {
  return JSON.parse(readFileSync(STORIES, 'utf8')) as ToldArticle[]
}

/** An article as the store would hand it over. */
export function asSubject(article: ToldArticle, finder: MentionFinder): RelatedSubject {
  return {
    id: article.id,
    sourceId: article.source,
    at: (NOW - article.hoursAgo * HOUR) as EpochMs,
    language: article.language,
    terms: topicTerms(article.text, article.title, article.language),
    signature: storySignature(article.text),
    companies: finder
      .find(article.text, article.title)
      .map(({ companyId, inTitle, count }) => ({ id: companyId, name: companyId, inTitle, count })),
  }
}

/** What belongs together in the sample edition: the same event, then the same matter. */
const SAMPLE_STORIES: Readonly<Record<string, string>> = {
  'china-700000-base-stations': 'count',
  'nearly-700000-5g-base-stations': 'count',
  '5g-jizhan-70-wan': 'count',
  'what-counts-as-a-station': 'count',
  'spare-parts-desk': 'desk',
  'sintai-spare-parts-desk': 'desk',
  'beijian-fuwu': 'desk',
  'edge-cabinet': 'cabinet',
  'sintai-edge-cabinet': 'cabinet',
  'three-suggestions-for-terminals': 'suggestions',
  'ministry-three-priorities-terminals': 'suggestions',
}
const SAMPLE_TOPICS: readonly (readonly string[])[] = [
  ['china-700000-base-stations', 'nearly-700000-5g-base-stations', '5g-jizhan-70-wan', 'what-counts-as-a-station', 'quarter-in-numbers'],
  ['three-suggestions-for-terminals', 'ministry-three-priorities-terminals', 'terminals-for-industry'],
  ['factory-four-questions', 'factory-private-networks', 'gongchang-sige-wenti', 'terminals-for-industry'],
  ['power-bill', 'power-longest-line'],
  ['remote-classrooms', 'uplink-classroom', 'shixi-peibi'],
  ['testing-patch-cords', 'tiaoxian-jianyan', 'fibre-lost-days', 'new-cable-reels', 'fibre-loss-budget', 'beyond-the-fibre'],
  ['second-source', 'thinner-thread', 'hidden-champions', 'sintai-spare-parts-desk', 'spare-parts-desk', 'beijian-fuwu'],
  ['value-added-services-open', 'open-value-added-services'],
  ['decibels-on-one-page', 'path-loss-in-ten-lines', 'fibre-loss-budget', 'lianlu-yusuan', 'map-of-the-bands', 'beyond-the-fibre'],
  ['edge-cabinet', 'sintai-edge-cabinet', 'rack-units', 'power-bill', 'power-longest-line', 'splitting-a-base-station'],
]

/** The sample edition's articles, and whether two of them belong together. */
export function sampleArticles(): { readonly articles: ToldArticle[]; readonly belong: (one: ToldArticle, other: ToldArticle) => boolean } {
  const files = globSync('{sintai/news,sintai/zh/news,telecom-weekly/2020,standards-watch/notes}/*.html', { cwd: SAMPLE }).filter(
    (file) => !/(?:index|page-2)\.html$/u.test(file),
  )
  const belong = (one: ToldArticle, other: ToldArticle): boolean =>
    one.topic !== '' && topicsOf(one.id).some((topic) => topicsOf(other.id).includes(topic))
  return { articles: files.toSorted().map((file) => readSample(file)), belong }
}

function topicsOf(id: string): number[] {
  return SAMPLE_TOPICS.flatMap((ids, at) => (ids.includes(id) ? [at] : []))
}

function readSample(file: string): ToldArticle {
  const source = readFileSync(join(SAMPLE, file), 'utf8')
  const html = source.replace(/>[^<]*\{\{date[^<]*</gu, '><')
  const id = file.replace(/^.*\/|\.html$/gu, '')
  const [, days = '0', hours = '0'] = /published_time" content="\{\{date:-(?:(\d+)d|(\d+)h)/u.exec(source) ?? []
  const isChinese = /<html lang="zh/u.test(html)
  return {
    id,
    source: file
      .split('/')
      .slice(0, isChinese ? 2 : 1)
      .join('/'),
    story: SAMPLE_STORIES[id] ?? null,
    topic: topicsOf(id).join(' '),
    language: isChinese ? 'zh-CN' : 'en',
    hoursAgo: (Number(days) * DAY) / HOUR + Number(hours),
    title: /<h1>([^<]+)/u.exec(html)?.[1]?.replace(/&#x27;/gu, "'") ?? '',
    text: paragraphsOf(parseDocument(html)).join('\n'),
    companies: [],
  }
}

function paragraphsOf(node: Document | ChildNode, isArticle = false): string[] {
  const inside = isArticle || (node instanceof Element && node.name === 'article')
  if (inside && node instanceof Element && /^(?:p|h2|td|th|li|figcaption)$/u.test(node.name)) return [textOf(node)]
  return 'children' in node ? node.children.flatMap((child) => paragraphsOf(child, inside)) : []
}

function textOf(node: ChildNode): string {
  if ('children' in node) return node.children.map(textOf).join('')
  return node instanceof Text ? node.data : ''
}
