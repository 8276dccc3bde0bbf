import type { Bridge } from '../../renderer/bridge/bridge.ts'
import type { ActionName } from '../../shared/actions.ts'
import type { Article } from '../../shared/contract/article.ts'
import type { EngineEvent } from '../../shared/contract/events.ts'
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract/requests.ts'
import type { LeavingFile } from '../../shared/contract/transfer.ts'
import type { Answer, SpokenFailure } from '../../shared/engine.ts'
import { failed, ok } from '../../shared/result.ts'
import type { Visit } from '../../shared/visit.ts'
import { fakeEngine } from './fakeEngine.ts'
import { fakeLicences } from './fakeLicences.ts'
import type { FakeNews } from './fakeNews.ts'
import type { FakeOptions } from './fakeOptions.ts'
import type { FakeAnswers } from './fakeShelf.ts'
import { fakeUpdates } from './fakeUpdates.ts'

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
    host: { kind: options.printing === undefined ? 'browser' : 'desktop', platform: 'linux', version: '0.1.0' },
    opened,
    asked,
    async call(name, input) {
      asked.push({ name, input })
      const failure = options.failing?.[name]
      if (failure !== undefined) return failed(failure)
      if (options.silent?.includes(name) === true) return new Promise<never>(() => undefined)
      return answer(engine, name, input)
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
    printsInParts: options.printing !== undefined,
    keepPdf: (files, { stop, onPrinted }) => {
      kept.push(...files)
      const name = files[0]?.name ?? ''
      if (options.printing === undefined) return Promise.resolve(ok({ outcome: 'printing', name }))
      onPrinted(options.printing)
      return new Promise((resolve) => stop.addEventListener('abort', () => resolve(ok({ outcome: 'cancelled', name }))))
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

async function answer<Name extends RequestName>(engine: FakeAnswers, name: Name, input: RequestInput<Name>): Promise<Answer<Name>> {
  const given = engine[name]
  if (given === undefined) return failed({ kind: 'broken', sentence: 'The fake has no answer for that.' })
  const output = given(input)
  return 'kind' in output && 'sentence' in output ? failed(output as SpokenFailure) : ok(output as RequestOutput<Name>)
}
