import { describe, expect, it } from 'vitest'
import { looksLikeFeed } from '../../../electron/engine/parse/looksLikeFeed.ts'
import { parseFeed } from '../../../electron/engine/parse/parseFeed.ts'
import { readFeed } from '../../../electron/engine/parse/readFeed.ts'
import { readWithSecondReader } from '../../../electron/engine/parse/secondReader.ts'
import { about, feedNames, feedOf, fixture } from './fixture.ts'

describe('looksLikeFeed', () => {
  it.each(feedNames)('knows %s', (name) => {
    expect(looksLikeFeed(fixture(name))).toBe(true)
  })

  it.each([
    '',
    'rss',
    '{}',
    '{"version":"1.0"}',
    '<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>',
    '<!DOCTYPE html><html><body><pre><rss version="2.0"></pre></body></html>',
    '<opml version="2.0"/>',
    '<rssx/>',
    fixture('login-page.html'),
  ])('says no to %s', (text) => {
    expect(looksLikeFeed(text)).toBe(false)
  })

  it('looks past comments, a DOCTYPE and junk', () => {
    expect(looksLikeFeed('<?xml version="1.0"?><!-- <html> --><!DOCTYPE rss [<!ENTITY a "<html>">]><rss/>')).toBe(true)
    expect(looksLikeFeed('<br />Warning: x<?xml version="1.0"?><rss version="2.0">')).toBe(true)
  })
})

describe('readFeed', () => {
  it('answers as parseFeed where that finds entries', async () => {
    expect(await readFeed(fixture('regulator-rss2.xml'), about)).toEqual(parseFeed(fixture('regulator-rss2.xml'), about))
  })

  it('asks the second reader where ours finds none in what looks like a feed', async () => {
    // Entries of a namespace that nobody knows: rss-parser does not look at namespaces.
    const text =
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry xmlns="http://www.w3.org/1999/xhtml"><title>found</title></entry></feed>'
    expect(feedOf(text).entries).toHaveLength(0)
    const result = await readFeed(text, about)
    expect(result).toMatchObject({ ok: true, value: { entries: [{ title: 'found' }] } })
  })

  it.each([
    ['a feed without entries', fixture('empty-channel.xml'), { ok: true, value: { entries: [] } }],
    ['a page', fixture('login-page.html'), { ok: false, failure: { kind: 'page-not-feed' } }],
    ['no news', 'nothing', { ok: false, failure: { kind: 'not-news' } }],
    ['an empty document', '', { ok: false, failure: { kind: 'empty-document' } }],
  ])('leaves the answer for %s as it was', async (_, text, expected) => {
    expect(await readFeed(text, about)).toMatchObject(expected)
  })
})

describe('readWithSecondReader', () => {
  it('reads items into the same shape', async () => {
    const feed = await readWithSecondReader(fixture('regulator-rss2.xml'), about)
    expect(feed?.entries[0]).toMatchObject({ rawId: 'so-2024-017', title: 'Auction of the 26 GHz band opens', authors: ['Press office'] })
  })

  it.each(['', '<rss', '<rss><channel><item>', 'x'.repeat(3_000_000), '{"a":1}'])('answers null and never throws (%#)', async (text) => {
    expect(await readWithSecondReader(text, about)).toBeNull()
  })
})
