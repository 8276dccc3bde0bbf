import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../../electron/engine/store/search/searchQuery.ts'
import type { Store } from '../../../electron/engine/store/store.ts'
import { openStore } from '../../../electron/engine/store/store.ts'
import { draftOf, EVERYTHING, followed, indexed, kept, NOON, savedCopyOf, textOf, titlesOf } from './news.ts'
import { naughtyStrings } from './naughty.ts'
import { openedStore } from './profiles.ts'

/** What UTF-8 can hold: half a surrogate pair is no character. */
function wellFormed(text: string): string {
  return text.toWellFormed()
}

describe('openStore', () => {
  it('keeps and gives back any string in every place (F16)', () => {
    const store = openedStore()
    const source = followed(store)
    for (const [index, text] of naughtyStrings.entries()) {
      const said = { title: text, author: text, url: text, language: text, categories: [text] }
      const [id = ''] = kept(store, source, [
        draftOf(`n${index}`, { ...said, identityKey: `${index}${text}`, linkKey: `${index}`, feedText: textOf(text) }),
      ])
      const copy = savedCopyOf(`${index}`, { id, title: text, text, html: text, note: text, sourceTitle: text, tags: [] })
      store.saved.save(copy)
      store.settings.write(text, text)
      const changed = store.sources.change(source.id, { title: text, folder: text })
      const content = store.articles.getContent(id)
      expect(content).toMatchObject({
        title: wellFormed(text),
        author: wellFormed(text),
        feedText: { text: wellFormed(text), html: wellFormed(`<p>${text}</p>`) },
      })
      expect(store.saved.get(id)).toMatchObject({
        title: wellFormed(text),
        text: wellFormed(text),
        note: wellFormed(text),
        sourceTitle: wellFormed(text),
      })
      expect(store.sources.get(source.id)).toMatchObject({ title: wellFormed(changed?.title ?? '') })
    }
    expect(titlesOf(store, EVERYTHING, 'newest', 50)).toHaveLength(naughtyStrings.length)
    indexed(store)
    expect(store.check()).toEqual([])
  })
})

describe('search', () => {
  const store = openedStoreForAll()

  it.each(naughtyStrings.map((text) => [text]))('answers %j without an error (F16)', (text) => {
    const { hits, total } = store().search.search(parseQuery(text), 50)
    expect(hits.length).toBe(Math.min(50, total))
    for (const { snippet, titleMarks, row } of hits) {
      for (const [from, to] of snippet.marks) expect(from < to && to <= snippet.text.length).toBe(true)
      for (const [from, to] of titleMarks) expect(from < to && to <= row.title.length).toBe(true)
    }
  })

  it('answers anything without an error (F16)', () => {
    const part = fc.oneof(
      fc.constantFrom(...naughtyStrings.filter((text) => text.length < 40)),
      fc.string({ unit: 'binary', maxLength: 12 }),
    )
    const query = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(' '))
    fc.assert(
      fc.property(query, (text) => store().search.search(parseQuery(text), 3).total >= 0),
      { numRuns: 150 },
    )
  })

  it('finds every string that has a word by itself (F16)', () => {
    for (const text of naughtyStrings.filter((text) => /^[\p{L}\p{N}]{2,20}$/u.test(text))) {
      expect([text, store().search.search(parseQuery(`"${text}"`), 50).total]).not.toEqual([text, 0])
    }
  })
})

/** One store for many questions, made with the first. */
function openedStoreForAll() {
  let made: Store | null = null
  return () => {
    if (made) return made
    made = openStoreWithNaughtyNews()
    return made
  }
}

function openStoreWithNaughtyNews() {
  const opened = openStore({ profile: ':memory:', now: () => NOON })
  if (!opened.ok) throw new Error(opened.failure.kind)
  const source = followed(opened.value)
  kept(
    opened.value,
    source,
    naughtyStrings.map((text, index) => draftOf(`n${index}`, { linkKey: `${index}`, title: `t ${text}`, feedText: textOf(text) })),
  )
  indexed(opened.value)
  return opened.value
}
