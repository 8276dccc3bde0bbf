import type { Candidate, Source } from '../../../shared/contract/source.ts'
import { DAY, HOUR, MINUTE, type EpochMs } from '../../../shared/time.ts'
import type { FakeOptions } from '../fakeOptions.ts'
import { ago, picturePath } from '../fakeNews.ts'

const now = Date.now() as EpochMs
const site = 'https://harbour.example'

/** Scenes of adding, importing and checking: `?scene=choice|nothing|followed|slow|refused|imported|damaged`, with `&empty` for a profile without sources. */
export const doorScenes: Readonly<Record<string, Partial<FakeOptions>>> = {
  lists: {
    answers: {
      previewAddress: () => ({ candidates: [candidate('newsroom', 1), { ...candidate('newsroom', 1), list: '2', found: 6 }], tried: [] }),
    },
  },
  choice: { answers: { previewAddress: () => ({ candidates: [candidate('feed', 0), candidate('newsroom', 1)], tried: [] }) } },
  followed: { answers: { previewAddress: () => ({ candidates: [{ ...candidate('feed', 0), followedAs: 'harbour' }], tried: [] }) } },
  nothing: {
    answers: {
      previewAddress: () => ({
        candidates: [],
        tried: [
          { url: `${site}/`, failure: null },
          { url: `${site}/feed`, failure: { kind: 'refused', status: 404, retryAt: null, sentence: '' } },
          { url: `${site}/rss.xml`, failure: { kind: 'page-not-feed', sentence: '' } },
        ],
      }),
    },
  },
  slow: { silent: ['previewAddress', 'checkProfile'] },
  refused: { failing: { previewAddress: { kind: 'no-such-host', host: 'harbuor.example', sentence: '' } } },
  imported: {
    answers: {
      importOpml: () => ({
        added: 118,
        already: 4,
        saved: 37,
        alreadySaved: 2,
        isStopped: false,
        skipped: [
          { url: 'Radio', reason: 'no-address', sentence: '' },
          { url: 'ftp://old.example/rss', reason: 'not-web', sentence: '' },
          { url: 'Harbour works', reason: 'plain-link', sentence: '' },
          { url: 'Telecom Weekly', reason: 'twice', sentence: '' },
        ],
      }),
    },
  },
  damaged: {
    answers: {
      checkProfile: () => ({
        ok: false,
        problems: [
          { kind: 'cache-damaged', count: 1, detail: 'row 12 missing from index articles_by_day' },
          { kind: 'read-marks', count: 3, detail: null },
        ],
      }),
    },
  },
}

function candidate(kind: Candidate['kind'], index: number): Candidate {
  const titles = [
    'Second hall opens with air from the harbour and no compressors',
    'A berth of our own: how the cable ship comes to the quay, and why it stays for a week longer than anybody planned',
    'Notice of works on the eastern quay',
    '港口数据中心二期启用：不用压缩机的自然冷却',
    'Half-year figures',
  ]
  return {
    kind,
    title: index === 0 ? 'Harbour Data Centres: press releases' : 'Harbour Data Centres: news',
    url: `${site}/${index === 0 ? 'press/feed.xml' : 'news'}`,
    siteUrl: `${site}/`,
    found: index === 0 ? 24 : 11,
    articles: titles.map((title, at) => ({
      title,
      url: `${site}/news/${at}`,
      publishedAt: at === 2 ? null : ago(now, at * 40 * DAY + HOUR),
      picture: kind === 'newsroom' && at !== 2 ? picturePath(at) : null,
    })),
    list: index === 0 ? null : '1',
    because:
      index === 0
        ? []
        : ['11 links of the same form stand in a row (/news/*).', 'The page calls itself news.', '10 of them have a date (time).'],
    followedAs: null,
  }
}

/** The sources of a scene: `?scene=trouble` gives most of them something to suffer from. */
export function doorSources(scene: string, sources: readonly Source[]): readonly Source[] {
  if (scene !== 'trouble') return sources
  const states: readonly Partial<Source['health']>[] = [
    {},
    { state: 'gone', failure: { kind: 'gone', sentence: '' }, failuresInRow: 1, nextCheckAt: null, lastSuccessAt: ago(now, 40 * DAY) },
    { state: 'drifted', failure: { kind: 'no-list', sentence: '' }, failuresInRow: 4 },
    { state: 'failing', failure: { kind: 'refused', status: 429, retryAt: null, sentence: '' }, failuresInRow: 1 },
    { state: 'failing', failure: { kind: 'refused', status: 503, retryAt: null, sentence: '' }, failuresInRow: 3 },
    { state: 'never', lastCheckedAt: null, lastSuccessAt: null, nextCheckAt: null },
    {
      state: 'failing',
      failure: { kind: 'needs-login', sentence: '' },
      failuresInRow: 12,
      lastSuccessAt: null,
      nextCheckAt: ago(now, MINUTE),
    },
  ]
  return sources.map((source, index) => ({ ...source, health: { ...source.health, ...states[index] } }))
}
