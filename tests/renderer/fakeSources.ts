import type { FakeAnswers, FakeShelf } from './fakeShelf.ts'

/** Sources behind a fake bridge: following, changing and unfollowing them, subscriptions in and out. */
export function fakeSources({ articles, sources, setSources, undoable }: FakeShelf): FakeAnswers {
  return {
    listSources: () => ({ sources: [...sources()] }),
    addSample: () => ({ sources: [...sources()] }),
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
    addSource: () => ({ source: sources()[0]!, found: 20, already: false }),
    changeSource: ({ id, ...fields }) => {
      setSources(sources().map((source) => (source.id === id ? { ...source, ...fields } : source)))
      return { source: sources().find((source) => source.id === id)! }
    },
    removeSource: ({ id }) => {
      const before = sources()
      setSources(sources().filter((source) => source.id !== id))
      return { removed: true, undo: undoable(() => setSources(before)) }
    },
    importOpml: () => ({ added: 12, already: 2, saved: 0, alreadySaved: 0, isStopped: false, skipped: [] }),
    previewImport: () => ({
      fresh: 12,
      already: 2,
      folders: 3,
      stars: 0,
      skipped: 1,
      first: sources()
        .slice(0, 5)
        .map(({ title, url }) => ({ title, url })),
    }),
    stopImport: () => ({}),
    exportOpml: () => ({ opml: '<opml version="2.0"/>' }),
    exportSubscriptions: ({ name }) => ({ file: { token: '0'.repeat(32), name: `${name}.opml`, type: 'text/x-opml', bytes: 23 } }),
    refresh: () => ({ sources: sources().length, added: 0, updated: 0, unchanged: sources().length, failed: [], tookMs: 120 as never }),
  }
}
