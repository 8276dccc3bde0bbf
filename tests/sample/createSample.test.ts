import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSample } from '../../electron/engine/sample/createSample.ts'
import { DAY, type EpochMs } from '../../shared/time.ts'
import { addresses, sample, sampleFolder, start } from './sampleFolder.ts'

describe('createSample', () => {
  it.each([
    ['sample://sintai/', 'text/html; charset=utf-8'],
    ['sample://sintai/about.html', 'text/html; charset=utf-8'],
    ['sample://sintai/site.css', 'text/css; charset=utf-8'],
    ['sample://sintai/pictures/logo.png', 'image/png'],
    ['sample://sintai/pictures/classroom.jpg', 'image/jpeg'],
    ['sample://telecom-weekly/feed.xml', 'application/rss+xml; charset=utf-8'],
    ['sample://standards-watch/atom.xml', 'application/atom+xml; charset=utf-8'],
  ])('answers %s as %s', (address, contentType) => {
    expect(sample(address)?.contentType).toBe(contentType)
  })

  it.each([
    ['a name that is not there', 'sample://sintai/nothing.html'],
    ['a host that is not there', 'sample://example/'],
    ['no host', 'sample:///sintai/index.html'],
    ['dots that lead out', 'sample://sintai/../README.md'],
    ['dots that lead to another host', 'sample://sintai/../telecom-weekly/feed.xml'],
    ['encoded dots', 'sample://sintai/%2e%2e/README.md'],
    ['backslashes', 'sample://sintai/..\\README.md'],
    ['an absolute path', 'sample://sintai//etc/passwd'],
    ['the drawings', 'sample://drawings/rack.svg'],
    ['a file beside the hosts', 'sample://README.md'],
    ['a folder without its slash', 'sample://sintai/news'],
    ['another scheme', 'file://sintai/index.html'],
    ['nothing', ''],
  ])('refuses %s', (_what, address) => {
    expect(sample(address)).toBeNull()
  })

  it('looks past a fragment', () => {
    expect(sample('sample://sintai/products/fibre.html#cable')?.etag).toBe(sample('sample://sintai/products/fibre.html')?.etag)
  })

  it('gives the same bytes and etag for the same start, so that a poll is answered as unchanged', () => {
    const again = createSample(sampleFolder, start)
    for (const address of addresses) expect(again(address)).toEqual(sample(address))
  })

  it('gives a feed of another day other bytes and another etag', () => {
    const tomorrow = createSample(sampleFolder, (start + DAY) as EpochMs)
    expect(tomorrow('sample://telecom-weekly/feed.xml')?.etag).not.toBe(sample('sample://telecom-weekly/feed.xml')?.etag)
  })
})

describe('createSample, over links on the disk', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sample-'))
    mkdirSync(join(folder, 'edition', 'host'), { recursive: true })
    mkdirSync(join(folder, 'outside'))
    writeFileSync(join(folder, 'outside', 'secret.html'), 'secret')
    writeFileSync(join(folder, 'edition', 'host', 'page.html'), 'page')
    symlinkSync(join(folder, 'outside', 'secret.html'), join(folder, 'edition', 'host', 'link.html'))
    symlinkSync(join(folder, 'outside'), join(folder, 'edition', 'host', 'folder'))
    symlinkSync(join(folder, 'outside'), join(folder, 'edition', 'other'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('serves plain files and follows no link out of the folder', () => {
    const linked = createSample(join(folder, 'edition'), start)
    expect(linked('sample://host/page.html')).not.toBeNull()
    expect(linked('sample://host/link.html')).toBeNull()
    expect(linked('sample://host/folder/secret.html')).toBeNull()
    expect(linked('sample://other/secret.html')).toBeNull()
  })
})
