import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readBuildFacts, readPublisher } from '../../../electron/shell/updates/buildFacts.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsdesk-facts-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('readBuildFacts', () => {
  it('V01: finds no feed in an app that was not packaged', () => {
    expect(facts({ name: 'newsdesk' })).toEqual({ isSigned: false, updateFeed: null })
  })

  it('reads what packaging wrote', () => {
    const updateFeed = { provider: 'generic', url: 'https://updates.newsdesk.example/' }
    expect(facts({ isSigned: true, updateFeed })).toEqual({ isSigned: true, updateFeed })
  })

  it.each([{ updateFeed: { provider: 'generic', url: 'http://updates.newsdesk.example/' } }, { isSigned: 'true' }])(
    'S07: takes %o for nothing said',
    (about) => {
      expect(facts(about)).toEqual({ isSigned: false, updateFeed: null })
    },
  )
})

describe('readPublisher', () => {
  it.each([
    ['publisherName: The Newsdesk authors\n', 'The Newsdesk authors'],
    ['provider: generic\npublisherName:\n  - The Newsdesk authors\nurl: x\n', 'The Newsdesk authors'],
    ['provider: generic\n', null],
    ['publisherName:\n', null],
  ])('reads %j', (text, publisher) => {
    writeFileSync(join(folder, 'app-update.yml'), text)
    expect(readPublisher(folder)).toBe(publisher)
  })

  it('finds nobody where there is no such file', () => {
    expect(readPublisher(folder)).toBeNull()
  })
})

function facts(about: unknown): unknown {
  writeFileSync(join(folder, 'package.json'), JSON.stringify(about))
  return readBuildFacts(folder)
}
