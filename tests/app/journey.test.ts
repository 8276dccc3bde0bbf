import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { startNewsServer, type NewsServer } from '../fixtures/newsServer.ts'
import { openBrowser } from './browser.ts'
import { desktopMissing, openDesktopApp, type DesktopApp } from './electronApp.ts'
import { publish, walk, type JourneyHost } from './journey.ts'
import { serveProfile, type ServedHost } from './servedHost.ts'

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
    await walkAndLeave(browserJourney(browser, newProfile(profiles)), server)
  })

  it.skipIf(desktopMissing !== null)('is done in the desktop app, and once more with the network gone', async () => {
    const server = await startNewsServer()
    publish(server)
    await walkAndLeave(desktopJourney(newProfile(profiles)), server)
  })
})

/** Whatever comes of the walk, nothing stays open behind it. */
async function walkAndLeave(host: JourneyHost, server: NewsServer): Promise<void> {
  try {
    await walk(host, server)
  } finally {
    await host.close()
  }
}

function newProfile(profiles: string[]): string {
  const profile = mkdtempSync(join(tmpdir(), 'newsdesk-journey-'))
  profiles.push(profile)
  return profile
}

function browserJourney(browser: Browser, profile: string): JourneyHost {
  let host: ServedHost | null = null
  return {
    open: async () => {
      host = await serveProfile(profile, '--allow-private')
      const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
      await page.goto(host.address)
      return page
    },
    close: async () => host?.close(),
  }
}

function desktopJourney(profile: string): JourneyHost {
  let desktop: DesktopApp | null = null
  return {
    open: async () => {
      desktop = await openDesktopApp({ args: ['--allow-private'], profile })
      return desktop.page
    },
    close: async () => {
      await desktop?.close()
      desktop = null
    },
  }
}
