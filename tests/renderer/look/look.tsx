import { createRoot } from 'react-dom/client'
import type { EpochMs } from '../../../shared/time.ts'
import { App } from '../../../renderer/App.tsx'
import { Speaking } from '../../../renderer/Speaking.tsx'
import '../../../renderer/style/base.css'
import type { Settings } from '../../../shared/settings.ts'
import { fakeBridge, type FakeBridge } from '../fakeBridge.ts'
import type { FakeOptions } from '../fakeOptions.ts'
import { fakeDesktop } from '../fakeDesktop.ts'
import { fakeNews } from '../fakeNews.ts'
import { doorScenes, doorSources } from './doorScenes.ts'
import { updateScenes } from './updateScenes.ts'

/** The screen over a bridge of made-up news: `?scene=full|empty|offline|metered|working|getting|failing|many&theme=dark&language=zh-CN`. */
const asked = new URLSearchParams(location.search)
const now = Date.now() as EpochMs
const scene = asked.get('scene') ?? 'full'
const settings = {
  ...(asked.has('theme') ? { theme: asked.get('theme') } : {}),
  ...(asked.has('language') ? { language: asked.get('language') } : {}),
} as Partial<Settings>

const scenes: Readonly<Record<string, Partial<FakeOptions>>> = {
  offline: { connection: 'offline' },
  working: { refresh: { isRunning: true, done: 31, total: 120 } },
  metered: { heldBackBy: 'metered' },
  getting: { getting: { isRunning: true, done: 12, total: 38 } },
  failing: { failing: { listArticles: { kind: 'engine-stopped', sentence: '' }, getArticle: { kind: 'broken', sentence: '' } } },
  waiting: { silent: ['listArticles'] },
  long: {
    answers: {
      exportArticles: ({ ids }) => ({
        file: { token: '0'.repeat(32), name: 'Newsdesk.html', type: 'text/html', bytes: 23 },
        further: [],
        exported: ids?.length ?? 500,
        missing: [],
        missingCount: 0,
      }),
    },
  },
  clock: { answers: { applyRetention: () => ({ gone: 0, isSkipped: true }) } },
  printing: { printing: { done: 3, total: 10 } },
  ...doorScenes,
  ...updateScenes,
  desktop: { desktop: fakeDesktop(true) },
  'desktop-bare': { desktop: fakeDesktop(false), settings: { ...settings, pausedUntil: (now + 3_600_000) as EpochMs } },
}

const count = scene === 'empty' ? 0 : scene === 'many' ? 100_000 : undefined
const news = fakeNews(now, count)
const held =
  scene === 'empty' || asked.has('empty') ? { sources: [], articles: [] } : { ...news, sources: doorSources(scene, news.sources) }
const bridge = fakeBridge(held, { now, settings, ...scenes[scene] })
declare global {
  interface Window {
    fake: FakeBridge
    /** Lets an article arrive. */
    arrive: () => void
  }
}
window.fake = bridge
window.arrive = () => {
  const [newest] = news.articles
  if (newest === undefined) return
  const at = Date.now() as EpochMs
  bridge.add({ ...newest, id: 'article-new', title: 'A cable that arrived just now', listedAt: at, firstSeenAt: at, isRead: false })
}

createRoot(document.getElementById('root')!).render(
  <Speaking>
    <App bridge={bridge} />
  </Speaking>,
)
