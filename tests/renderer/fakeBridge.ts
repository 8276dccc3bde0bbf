import type { ActionName } from '../../shared/actions.ts'
import type { Article } from '../../shared/contract/article.ts'
import type { EngineEvent } from '../../shared/contract/events.ts'
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract/requests.ts'
import type { LeavingFile } from '../../shared/contract/transfer.ts'
import type { Answer, SpokenFailure } from '../../shared/engine.ts'
import { failed, ok } from '../../shared/result.ts'
import type { Settings } from '../../shared/settings.ts'
import { DAY, HOUR, type EpochMs } from '../../shared/time.ts'
import type { Updates } from '../../shared/updates.ts'
import type { Visit } from '../../shared/visit.ts'
import type { Bridge, DesktopDoor, UpdateBridge } from '../../renderer/bridge/bridge.ts'
import { builtInSettings } from '../../renderer/state/settings.ts'
import { fakeBackups } from './fakeBackups.ts'
import { fakeLicences } from './fakeLicences.ts'
import { doesMention, fakeCompanies, fakeReason, fakeWeeks } from './fakeCompanies.ts'
import { fakeKeptSearches } from './fakeKeptSearches.ts'
import { ago, rowOf, type FakeNews } from './fakeNews.ts'
import { fakeRules } from './fakeRules.ts'
import { fakeSaved } from './fakeSaved.ts'

/** How the fake behaves beyond its news. */
export type FakeOptions = {
  readonly now: EpochMs
  readonly settings?: Partial<Settings>
  readonly connection?: 'online' | 'offline'
  readonly heldBackBy?: 'offline' | 'metered'
  readonly getting?: { readonly isRunning: boolean; readonly done: number; readonly total: number }
  readonly refresh?: { readonly isRunning: boolean; readonly done: number; readonly total: number }
  /** Requests that are answered with a failure. */
  readonly failing?: Partial<Record<RequestName, SpokenFailure>>
  /** Answers in place of the fake's own. */
  readonly answers?: FakeAnswers
  /** What the host knows of newer versions. */
  readonly updates?: Updates
  /** The desktop host's own choices; without them it is the browser host. */
  readonly desktop?: DesktopDoor
  /** Requests that are never answered. */
  readonly silent?: readonly RequestName[]
}

/** A bridge with an engine of a hundred lines behind it, all in memory: for looking at screens and for their tests. Never shipped. */
export type FakeBridge = Bridge & {
  readonly opened: string[]
  /** The files that a person was to keep. */
  readonly kept: LeavingFile[]
  readonly asked: { readonly name: RequestName; readonly input: unknown }[]
  send(event: EngineEvent): void
  act(action: ActionName): void
  lead(visit: Visit): void
  /** Lets an article arrive. */
  add(article: Article): void
}

/** Makes a {@link FakeBridge} that holds this news. */
export function fakeBridge(news: FakeNews, options: FakeOptions): FakeBridge {
  const articles = [...news.articles]
  const engine = fakeEngine({ ...news, articles }, options, (event) => listeners.forEach((listener) => listener(event)))
  const listeners = new Set<(event: EngineEvent) => void>()
  const actionListeners = new Set<(action: ActionName) => void>()
  const visitListeners = new Set<(visit: Visit) => void>()
  const opened: string[] = []
  const kept: LeavingFile[] = []
  const asked: { name: RequestName; input: unknown }[] = []
  return {
    host: { kind: 'browser', platform: 'linux', version: '0.1.0' },
    opened,
    asked,
    async call(name, input) {
      asked.push({ name, input })
      const failure = options.failing?.[name]
      if (failure !== undefined) return failed(failure)
      if (options.silent?.includes(name) === true) return new Promise<never>(() => undefined)
      return answer({ ...engine, ...options.answers }, name, input)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    onAction: (listener) => {
      actionListeners.add(listener)
      return () => void actionListeners.delete(listener)
    },
    onVisit: (listener) => {
      visitListeners.add(listener)
      return () => void visitListeners.delete(listener)
    },
    tellOffered: () => undefined,
    watchNetwork: null,
    showMenu: null,
    desktop: options.desktop ?? null,
    openAddress: (url) => void opened.push(url),
    print: () => window.print(),
    keepFile: (file) => {
      kept.push(file)
      return Promise.resolve(ok({ outcome: 'handed-over', name: file.name }))
    },
    keepPdf: (file) => {
      kept.push(file)
      return Promise.resolve(ok({ outcome: 'printing', name: file.name }))
    },
    chooseFile: ({ kinds }) =>
      Promise.resolve(ok(kinds.includes('backup') ? { token: '1'.repeat(32), name: 'mine.zip', bytes: 2048 } : null)),
    kept,
    readLicences: () => Promise.resolve(ok(fakeLicences)),
    updates: options.updates === undefined ? null : fakeUpdates(options.updates),
    send: (event) => listeners.forEach((listener) => listener(event)),
    add: (article) => {
      articles.unshift(article)
      listeners.forEach((listener) => listener({ name: 'articlesArrived', body: { sourceIds: [article.sourceId] } }))
    },
    lead: (visit) => visitListeners.forEach((listener) => listener(visit)),
    act: (action) => actionListeners.forEach((listener) => listener(action)),
  }
}

function fakeUpdates(first: Updates): UpdateBridge {
  let updates = first
  const listeners = new Set<(updates: Updates) => void>()
  return {
    ask: (command) => {
      const { isOn = updates.isOn, channel = updates.channel } = command.do === 'choose' ? command : {}
      updates = { ...updates, isOn, channel, state: command.do === 'check' ? { kind: 'current' } : updates.state }
      listeners.forEach((listener) => listener(updates))
      return Promise.resolve(updates)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

type Scope = RequestInput<'listArticles'>['scope']
/** What the fake answers to each request, or the failure. */
export type FakeAnswers = { [Name in RequestName]?: (input: RequestInput<Name>) => RequestOutput<Name> | SpokenFailure }

async function answer<Name extends RequestName>(engine: FakeAnswers, name: Name, input: RequestInput<Name>): Promise<Answer<Name>> {
  const given = engine[name]
  if (given === undefined) return failed({ kind: 'broken', sentence: 'The fake has no answer for that.' })
  const output = given(input)
  return 'kind' in output && 'sentence' in output ? failed(output as SpokenFailure) : ok(output as RequestOutput<Name>)
}

function fakeEngine(
  news: FakeNews & { readonly articles: Article[] },
  options: FakeOptions,
  send: (event: EngineEvent) => void,
): FakeAnswers {
  const { articles } = news
  let { sources } = news
  let settings: Settings = { ...builtInSettings, ...options.settings }
  const undos = new Map<string, () => void>()
  const change = (ids: readonly string[], fields: Partial<Article> | ((each: Article) => Partial<Article>)) => {
    const before = [...articles]
    const changed = (each: Article) => ({ ...each, ...(typeof fields === 'function' ? fields(each) : fields) })
    articles.splice(0, articles.length, ...before.map((each) => (ids.includes(each.id) ? changed(each) : each)))
    sources = sources.map((source) => ({
      ...source,
      unread: articles.filter((each) => each.sourceId === source.id && !each.isRead).length,
    }))
    send({ name: 'articlesChanged', body: { articleIds: ids.length > 200 ? null : [...ids] } })
    send({ name: 'savedChanged', body: {} })
    return undoable(() => {
      articles.splice(0, articles.length, ...before)
      send({ name: 'articlesChanged', body: { articleIds: null } })
      send({ name: 'savedChanged', body: {} })
    })
  }
  const undoable = (takeBack: () => void) => {
    const token = `undo-${undos.size}`
    undos.set(token, takeBack)
    return token
  }
  const setSources = (next: typeof sources) => {
    sources = next
    send({ name: 'sourcesChanged', body: { sourceIds: null } })
  }
  const list = (scope: Scope) => articles.filter((each) => isWithin(each, scope, options.now, sources))
  const whole = (id: string) => articles.find((each) => each.id === id) ?? missing
  const companies = () => fakeCompanies(sources, articles, options.now)
  const company = (id: string) => companies().find((each) => each.id === id)
  return {
    previewRetention: () => ({ read: 1204, unread: 31, sources: 5 }),
    listSources: () => ({ sources: [...sources] }),
    addSample: () => ({ sources: [...sources] }),
    previewAddress: ({ address }) => ({
      candidates: [
        {
          kind: 'feed',
          title: 'Telecom Weekly',
          url: `https://${address}/feed.xml`,
          siteUrl: `https://${address}/`,
          found: 20,
          articles: articles.slice(0, 5).map(({ title, url, publishedAt }) => ({ title, url, publishedAt, picture: null })),
          list: null,
          because: [],
          followedAs: null,
        },
      ],
      tried: [{ url: `https://${address}/`, failure: null }],
    }),
    addSource: () => ({ source: sources[0]!, found: 20, already: false }),
    changeSource: ({ id, ...fields }) => {
      setSources(sources.map((source) => (source.id === id ? { ...source, ...fields } : source)))
      return { source: sources.find((source) => source.id === id)! }
    },
    removeSource: ({ id }) => {
      const before = sources
      setSources(sources.filter((source) => source.id !== id))
      return { removed: true, undo: undoable(() => setSources(before)) }
    },
    importOpml: () => ({ added: 12, already: 2, saved: 0, alreadySaved: 0, isStopped: false, skipped: [] }),
    previewImport: () => ({
      fresh: 12,
      already: 2,
      folders: 3,
      stars: 0,
      skipped: 1,
      first: sources.slice(0, 5).map(({ title, url }) => ({ title, url })),
    }),
    stopImport: () => ({}),
    exportArticles: ({ ids, format }) => ({
      file: { token: '0'.repeat(32), name: `Newsdesk.${format === 'markdown' ? 'zip' : 'html'}`, type: 'text/html', bytes: 23 },
      exported: ids?.length ?? 3,
      missing: [{ title: 'A mast', url: 'https://a.example/mast.jpg' }],
      missingCount: 1,
    }),
    stopExport: () => ({}),
    exportSubscriptions: ({ name }) => ({ file: { token: '0'.repeat(32), name: `${name}.opml`, type: 'text/x-opml', bytes: 23 } }),
    exportOpml: () => ({ opml: '<opml version="2.0"/>' }),
    startEngine: () => ({}),
    checkProfile: () => ({ ok: true, problems: [] }),
    ...fakeBackups(options.now, sources),
    reportCondition: () => ({}),
    refresh: () => ({ sources: sources.length, added: 0, updated: 0, unchanged: sources.length, failed: [], tookMs: 120 as never }),
    listArticles: ({ scope, order, limit = 50, after }) => {
      const all = order === 'oldest' ? list(scope).toReversed() : list(scope)
      const from = Number(after ?? 0)
      const next = from + limit < all.length ? String(from + limit) : null
      return { articles: all.slice(from, from + limit).map(rowOf), next, total: all.length }
    },
    countArrived: ({ since }) => ({ count: articles.filter((each) => each.firstSeenAt > since).length }),
    getRows: ({ ids }) => ({
      articles: ids
        .map(whole)
        .filter((each) => 'id' in each)
        .map(rowOf),
    }),
    getArticle: ({ id }) => {
      const found = whole(id)
      return 'id' in found ? { article: found } : found
    },
    fetchFullText: ({ id }) => {
      const found = whole(id)
      return 'id' in found ? { article: { ...found, origin: 'page', origins: ['feed', 'page'] } } : found
    },
    markRead: ({ ids }) => ({ changed: ids.length, undo: change(ids, { isRead: true }) }),
    markUnread: ({ ids }) => ({ changed: ids.length, undo: change(ids, { isRead: false }) }),
    markAllRead: ({ scope }) => {
      const unread = list(scope).filter((each) => !each.isRead)
      return {
        changed: unread.length,
        undo: change(
          unread.map((each) => each.id),
          { isRead: true },
        ),
      }
    },
    keepReadingPlace: () => ({}),
    ...fakeSaved({ articles, now: options.now, change, changed: () => send({ name: 'savedChanged', body: {} }), undoable }),
    undo: ({ token }) => {
      undos.get(token)?.()
      return { undone: true }
    },
    search: ({ query }) => found(articles, query),
    ...fakeKeptSearches(undoable, send),
    listRelated: ({ id }) => {
      const related = articles.find((each) => each.id === id)?.related ?? []
      const near = related.map(whole).filter((each) => 'id' in each)
      return { related: near.map((each, index) => ({ article: rowOf(each), reason: fakeReason(index) })) }
    },
    listCompanies: () => ({ companies: [...companies()] }),
    getCompany: ({ id }) => {
      const known = company(id)
      return known === undefined ? missingCompany : { company: known, weeks: id === 'sintai' ? fakeWeeks(options.now) : [] }
    },
    refreshCompany: ({ id }) => {
      const known = company(id)
      return known === undefined ? missingCompany : { company: known }
    },
    ...fakeRules(articles, options.now, {
      isEmpty: articles.length === 0,
      changed: () => send({ name: 'rulesChanged', body: {} }),
      undoable,
    }),
    getSettings: () => ({ settings }),
    changeSettings: (input) => {
      settings = { ...settings, ...input.change }
      send({ name: 'settingsChanged', body: {} })
      return { settings }
    },
    getOffline: () => ({
      ready: 412,
      partial: 31,
      none: 7,
      mediaBytes: 1_288_490_189,
      lastEviction: { at: options.now - 2 * DAY, pictures: 212, bytes: 108_003_328, read: 74, unread: 0, budget: 2 * 1024 ** 3 },
    }),
    getEverythingReady: () => ({ became: 29, left: 2, why: [{ reason: 'pictures-refused', count: 2 }], wasStopped: false }),
    stopGettingReady: () => ({}),
    getStatus: () => ({
      version: '0.1.0',
      refresh: options.refresh ?? { isRunning: false, done: 0, total: 0 },
      connection: options.connection ?? 'online',
      heldBackBy: options.heldBackBy ?? null,
      getting: options.getting ?? { isRunning: false, done: 0, total: 0 },
      lastRefreshAt: ago(options.now, HOUR / 15),
      toIndex: 0,
      isReadOnly: false,
      notices: [],
    }),
  }
}

const missing: SpokenFailure = { kind: 'not-found', what: 'article', sentence: 'There is no such article.' }
const missingCompany: SpokenFailure = { kind: 'not-found', what: 'company', sentence: 'There is no such company.' }

function isWithin(each: Article, scope: Scope, now: EpochMs, sources: FakeNews['sources']): boolean {
  if (scope.sourceId !== undefined && each.sourceId !== scope.sourceId) return false
  if (scope.companyId !== undefined && sources.find((source) => source.id === each.sourceId)?.companyId !== scope.companyId) return false
  if (scope.mentionsOf !== undefined && !doesMention(each, scope.mentionsOf)) return false
  if (scope.folder !== undefined && sources.find((source) => source.id === each.sourceId)?.folder !== scope.folder) return false
  if (scope.only === 'unread' && each.isRead) return false
  if (scope.only === 'saved' && !each.isSaved) return false
  switch (scope.view ?? 'all') {
    case 'all':
      return true
    case 'today':
      return each.listedAt > now - DAY
    case 'unread':
      return !each.isRead
    case 'saved':
      return each.isSaved
    case 'watching':
      return each.caughtBy.length > 0
    case 'company':
    case 'industry':
      return each.category === scope.view
  }
}

function found(articles: readonly Article[], query: string): RequestOutput<'search'> {
  const word = query.toLowerCase()
  const hits = articles.filter((each) => `${each.title} ${each.excerpt}`.toLowerCase().includes(word))
  const marksIn = (text: string): [number, number][] => {
    const at = text.toLowerCase().indexOf(word)
    return at === -1 ? [] : [[at, at + word.length]]
  }
  return {
    articles: hits.map((each) => ({
      ...rowOf(each),
      snippet: { text: each.excerpt, marks: marksIn(each.excerpt) },
      titleMarks: marksIn(each.title),
    })),
    total: hits.length,
    isTotalExact: true,
    tookMs: 3,
  }
}
