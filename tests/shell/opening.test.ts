import { mkdirSync, mkdtempSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { visitOfFile } from '../../electron/shell/openedFile.ts'
import { openingIn, openingOf } from '../../electron/shell/opening.ts'
import { hostileAddresses } from './hostileAddresses.ts'

const folder = resolve('/lists')

describe('openingOf', () => {
  it.each([
    ['feed:https://example.test/feed.xml', 'https://example.test/feed.xml'],
    ['feed:http://example.test/a?b=c&d', 'http://example.test/a?b=c&d'],
    ['feed://example.test/feed', 'http://example.test/feed'],
    ['FEED://EXAMPLE.test', 'http://example.test/'],
    ['newsdesk:add?url=https%3A%2F%2Fexample.test%2Ffeed%3Fa%3Db', 'https://example.test/feed?a=b'],
    ['newsdesk://add?url=https://example.test/', 'https://example.test/'],
    ['newsdesk://add/?url=https://example.test/', 'https://example.test/'],
  ])('fills in the address of %s', (link, address) => {
    expect(openingOf(link, folder)).toEqual({ kind: 'add', address })
  })

  it.each(['newsdesk:article/abc-123', 'newsdesk://article/abc-123', 'newsdesk://article/abc-123/'])('opens the article of %s', (link) => {
    expect(openingOf(link, folder)).toEqual({ kind: 'article', id: 'abc-123' })
  })

  it.each([
    ['reader.opml', join(folder, 'reader.opml')],
    ['/elsewhere/Mine.OPML', resolve('/elsewhere/Mine.OPML')],
    [pathToFileURL(resolve('/elsewhere/my list.opml')).href, resolve('/elsewhere/my list.opml')],
  ])('opens the file %s', (argument, path) => {
    expect(openingOf(argument, folder)).toEqual({ kind: 'file', path })
  })

  it.each([
    // After `feed:`, two slashes and a host are an address.
    ...hostileAddresses.flatMap((each) => (typeof each === 'string' && !each.startsWith('//') ? [`feed:${each}`] : [])),
    ...hostileAddresses.flatMap((each) => (typeof each === 'string' ? [`newsdesk:add?url=${encodeURIComponent(each)}`] : [])),
    '',
    'feed:',
    'feed:javascript:alert(1)',
    'feed:file:///etc/passwd',
    'feed:newsdesk:add?url=https://example.test/',
    'feed:https://user:secret@example.test/',
    'newsdesk:',
    'newsdesk:add',
    'newsdesk:add?url=',
    'newsdesk:add/more?url=https://example.test/',
    'newsdesk:article/',
    'newsdesk:article/../../etc',
    'newsdesk:article/ABC',
    'newsdesk:article/a?b',
    'newsdesk:article/a#b',
    'newsdesk:article/a/b',
    'newsdesk:remove/abc',
    'newsdesk://user@article/abc',
    'newsdesk:settings',
    'file://server/share/list.opml',
    '\\\\server\\share\\list.opml',
    '//server/share/list.opml',
    '/etc/passwd',
    'list.opml\0.txt',
    `newsdesk:add?url=https://example.test/${'a'.repeat(9000)}`,
  ])('opens nothing for %j', (argument) => {
    expect(openingOf(argument, folder)).toBeNull()
  })
})

describe('openingIn', () => {
  it('passes options over', () => {
    expect(openingIn(['--profile=/p.opml', '--', 'feed:https://example.test/'], folder)).toEqual({
      kind: 'add',
      address: 'https://example.test/',
    })
    expect(openingIn(['--sample', '.'], folder)).toBeNull()
  })
})

describe('visitOfFile', () => {
  const made = mkdtempSync(join(tmpdir(), 'newsdesk-opened-'))

  it('shows what a file holds', async () => {
    const path = join(made, 'mine.opml')
    writeFileSync(path, '<opml/>')
    expect(await visitOfFile(path)).toMatchObject({ kind: 'import', name: 'mine.opml', bytes: new Uint8Array(Buffer.from('<opml/>')) })
  })

  it('says what is wrong with one that is missing, is a folder, or is too large', async () => {
    const [hole, large] = [join(made, 'folder.opml'), join(made, 'large.opml')]
    mkdirSync(hole)
    writeFileSync(large, '')
    truncateSync(large, 12_000_001)
    const kinds = [join(made, 'none.opml'), hole, large].map(async (path) => {
      const visit = await visitOfFile(path)
      return visit.kind === 'trouble' ? visit.failure.kind : visit.kind
    })
    expect(await Promise.all(kinds)).toEqual(['file-unreadable', 'file-unreadable', 'too-large'])
  })
})
