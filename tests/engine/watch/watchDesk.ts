import { openStore, type Store } from '../../../electron/engine/store/store.ts'
import type { EventBody } from '../../../shared/contract/events.ts'
import type { RequestInput, RequestOutput } from '../../../shared/contract/requests.ts'
import type { RuleAction } from '../../../shared/contract/rule.ts'
import type { EpochMs } from '../../../shared/time.ts'
import { newServer, openEngine, until, type NewsEngine } from '../../fixtures/newsEngine.ts'
import { entries, rss, type NewsServer } from '../../fixtures/newsServer.ts'

/** A rule as a request takes it. */
export type Draft = RequestInput<'keepRule'>['rule']

/** A rule that looks for a word. */
export function draftOf(words: string, actions: RuleAction[] = ['mark'], more: Partial<Draft> = {}): Draft {
  return { name: `Rule ${words}`, conditions: [{ kind: 'word', words }], actions, ...more }
}

/** An engine that follows a feed of two articles. */
export interface WatchDesk {
  readonly server: NewsServer
  readonly news: NewsEngine
  readonly sourceId: string
  readonly keep: (rule: Draft, id?: string) => Promise<RequestOutput<'keepRule'>['rule']>
  /** Has articles up to a number stand in the feed, those from `from` on telling of something, and refreshes. */
  readonly arrive: (to: number, telling: string, from?: number) => Promise<void>
}

/** Opens a {@link WatchDesk}. */
export async function watchDesk(options: Parameters<typeof openEngine>[0] = {}): Promise<WatchDesk> {
  const server = await newServer()
  server.route('/feed.xml', rss('Trade', entries(0, 2, about('harbour'))))
  const news = await openEngine(options)
  const { source } = await news.ask('addSource', { address: `${server.url}/feed.xml` })
  return {
    server,
    news,
    sourceId: source.id,
    keep: async (rule, id) => (await news.ask('keepRule', { rule, ...(id === undefined ? {} : { id }) })).rule,
    arrive: async (to, telling, from = 2) => {
      server.route('/feed.xml', rss('Trade', [...entries(0, from, about('harbour')), ...entries(from, to, about(telling))]))
      await news.refresh()
    },
  }
}

/** When this run began. */
export const STARTED = Date.now() as EpochMs

/** What an article of a number tells of; it was published a little while ago. */
export function about(thing: string): (number: number) => { date: string; title: string; body: string } {
  return (number) => ({
    date: new Date(STARTED - (100 - number) * 60_000).toUTCString(),
    title: `Number ${number}`,
    body: `<p>This tells of ${thing}, at some length and with care.</p>`,
  })
}

/** The titles of a list, in order of the alphabet. */
export async function titles(news: NewsEngine, scope: RequestInput<'listArticles'>['scope'] = {}): Promise<string[]> {
  return (await news.ask('listArticles', { scope, limit: 200 })).articles.map((row) => row.title).toSorted()
}

/** What notifications were told of. */
export function told(news: NewsEngine): EventBody<'watchCaught'>[] {
  return news.events.flatMap((event) => (event.name === 'watchCaught' ? [event.body] : []))
}

/** The rules in their order. */
export async function rulesOf(news: NewsEngine): Promise<RequestOutput<'listRules'>['rules']> {
  return (await news.ask('listRules', {})).rules
}

/** The titles of what a search finds, in order of the alphabet. */
export async function found(news: NewsEngine, query: string): Promise<string[]> {
  return (await news.ask('search', { query })).articles.map((hit) => hit.title).toSorted()
}

/** Waits until search knows everything. */
export async function indexed(news: NewsEngine): Promise<void> {
  await until(async () => (await news.ask('getStatus', {})).toIndex === 0)
}

/** The store of a profile whose engine is closed. */
export function storeOf(profile: string): Store {
  const opened = openStore({ profile, now: () => STARTED })
  if (!opened.ok) throw new Error(opened.failure.kind)
  return opened.value
}

/** The head of a page that says whose site it is. */
export const organisation =
  '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Organization","name":"Northharbour Cranes"}</script>'

/** A page with one article. */
export function page(title: string, text: string, head = ''): string {
  return `<!doctype html><html><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1><p>${text}</p></article></body></html>`
}
