import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { dist } from '../../build/places.ts'
import { startNewsServer } from '../fixtures/newsServer.ts'
import { openBrowser } from './browser.ts'
import { desktopMissing, openDesktopApp, type DesktopApp } from './electronApp.ts'
import { publish, walk, type JourneyHost } from './journey.ts'

describe('the main job', () => {
  let browser: Browser
  const profiles: string[] = []
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    for (const profile of profiles) rmSync(profile, { recursive: true, force: true })
  })

  it('is done on the browser host, and once more with the network gone', async () => {
    const server = await startNewsServer()
    publish(server)
    await walk(browserJourney(browser, newProfile(profiles)), server)
  })

  it.skipIf(desktopMissing !== null)('is done in the desktop app, and once more with the network gone', async () => {
    const server = await startNewsServer()
    publish(server)
    await walk(desktopJourney(newProfile(profiles)), server)
  })
})

function newProfile(profiles: string[]): string {
  const profile = mkdtempSync(join(tmpdir(), 'newsdesk-journey-'))
  profiles.push(profile)
  return profile
}

function browserJourney(browser: Browser, profile: string): JourneyHost {
  let host: ChildProcess | null = null
  return {
    open: async () => {
      const started = spawn(
        process.execPath,
        [join(dist, 'electron', 'cli.js'), 'serve', '--no-open', '--allow-private', '--profile', profile],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      )
      host = started
      const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
      await page.goto(await new Promise<string>((resolve) => void createInterface(started.stdout).once('line', resolve)))
      return page
    },
    close: async () => {
      const ended = new Promise((resolve) => host?.once('exit', resolve))
      host?.kill('SIGTERM')
      await ended
    },
  }
}

function desktopJourney(profile: string): JourneyHost {
  let desktop: DesktopApp | null = null
  return {
    open: async () => {
      desktop = await openDesktopApp({ args: ['--allow-private'], profile })
      return desktop.page
    },
    close: async () => desktop?.close(),
  }
}
