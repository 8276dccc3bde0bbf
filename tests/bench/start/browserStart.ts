import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { dist } from '../../../build/places.ts'
import { openBrowser } from '../../app/browser.ts'
import { serveProfile } from '../../app/servedHost.ts'
import type { StartTimes } from './desktopStart.ts'
import { EMPTY_PAGE, firstRowAt } from './firstRow.ts'

/** What the browser host's start showed. */
export interface BrowserStarts {
  readonly times: readonly StartTimes[]
  /** Of the scripts and styles that were loaded when the first row stood, compressed, in bytes. */
  readonly bundleBytes: number
}

const EMPTY_SERVER = `require('http').createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(${JSON.stringify(EMPTY_PAGE)}))
  .listen(0, '127.0.0.1', function () { console.log('http://127.0.0.1:' + this.address().port) })`

/** Starts the browser host, and an empty server, and opens each in the same browser, in turn. */
export async function browserStarts(profile: string, rounds: number): Promise<BrowserStarts> {
  const browser = await openBrowser()
  try {
    const { bundleBytes } = await startHost(browser, profile)
    await startEmpty(browser)
    const times: StartTimes[] = []
    for (let round = 0; round < rounds; round += 1)
      times.push({ empty: await startEmpty(browser), ours: (await startHost(browser, profile)).took })
    return { times, bundleBytes }
  } finally {
    await browser.close()
  }
}

async function startHost(browser: Browser, profile: string): Promise<{ readonly took: number; readonly bundleBytes: number }> {
  const startedAt = Date.now()
  const host = await serveProfile(profile)
  try {
    const page = await browser.newPage()
    await page.goto(host.address, { waitUntil: 'commit' })
    const took = (await firstRowAt(page)) - startedAt
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname))
    await page.close()
    return { took, bundleBytes: gzipBytes(loaded.filter((path) => /\.(?:js|css)$/.test(path))) }
  } finally {
    await host.close()
  }
}

async function startEmpty(browser: Browser): Promise<number> {
  const startedAt = Date.now()
  const server = spawn(process.execPath, ['-e', EMPTY_SERVER], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [address] = (await once(createInterface(server.stdout), 'line')) as [string]
  const page = await browser.newPage()
  await page.goto(address, { waitUntil: 'commit' })
  const took = (await firstRowAt(page)) - startedAt
  await page.close()
  server.kill()
  return took
}

function gzipBytes(paths: readonly string[]): number {
  return [...new Set(paths)].reduce((sum, path) => sum + gzipSync(readFileSync(join(dist, 'renderer', path)), { level: 9 }).length, 0)
}
