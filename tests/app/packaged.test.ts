import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openDesktopApp } from './electronApp.ts'
import type { DesktopApp } from './electronApp.ts'
import { packageMissing, packagedApp, withEngine, withInspection } from './packagedApp.ts'

describe.skipIf(packageMissing !== null)('the packaged app', () => {
  const profile = mkdtempSync(join(tmpdir(), 'newsdesk-packaged-'))
  let executable: string
  let running: DesktopApp | null = null
  beforeAll(async () => {
    executable = (await withInspection(await withEngine(packagedApp()))).executable
  })
  afterAll(async () => {
    await running?.close()
    rmSync(profile, { recursive: true, force: true })
  })

  const start = async (): Promise<Page> => {
    running = await openDesktopApp({ packaged: executable, profile })
    return running.page
  }

  it('welcomes, shows the sample news, reads and saves, and has it still when it is started again', async () => {
    const page = await start()
    expect(await running?.app.evaluate(({ app }) => [app.isPackaged, app.getAppPath().endsWith('app.asar')])).toEqual([true, true])
    await page.getByRole('button', { name: 'Look around with sample news' }).click()
    const first = page.locator('[data-row]').first()
    await first.waitFor()
    const title = await readFirst(page)
    await page.keyboard.press('s')
    await listSaved(page, title)
    await running?.close()
    const again = await start()
    await listSaved(again, title)
    await again.locator('[data-row]').first().click()
    await expect.poll(() => articleText(again)).toMatch(/.{100}/s)
  })
})

describe.skipIf(packageMissing !== null)('the updates of a packaged app', () => {
  let running: DesktopApp | null = null
  afterEach(() => running?.close())

  const openAbout = async (told: Readonly<Record<string, unknown>>): Promise<Page> => {
    const { executable } = await withInspection(await withEngine(packagedApp(), told))
    running = await openDesktopApp({ packaged: executable, args: ['--sample'] })
    await running.page.locator('[data-row]').first().waitFor()
    await running.page.keyboard.press('ControlOrMeta+,')
    return running.page
  }

  it('V01: are not looked for where the build names no feed', async () => {
    const page = await openAbout({})
    await page.getByText('This build of Newsdesk does not look for newer versions.').waitFor()
  })

  it('V01: are looked for when a person asks, by an updater that is loaded then, and said in words', async () => {
    const page = await openAbout({ updateFeed: { provider: 'generic', url: 'https://127.0.0.1:9/' } })
    expect(await page.getByRole('radio', { name: 'No', exact: true }).isChecked()).toBe(true)
    await page.getByText('You are told of a newer version, and fetch it yourself.').waitFor()
    await page.getByRole('button', { name: 'Check now' }).click()
    await page.getByText('The place where newer versions are kept does not answer.').waitFor()
  })
})

/** Opens the first article of the list. @returns the title it has there. */
async function readFirst(page: Page): Promise<string> {
  await page.keyboard.press('j')
  await expect.poll(() => articleText(page)).toMatch(/.{100}/s)
  return await page.getByRole('article').getByRole('heading', { level: 2 }).first().innerText()
}

async function listSaved(page: Page, title: string): Promise<void> {
  await page.locator('[data-row]').first().waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await page.getByRole('heading', { level: 1, name: 'Saved' }).waitFor()
  await page.locator('[data-row]').filter({ hasText: title }).first().waitFor()
}

function articleText(page: Page): Promise<string> {
  return page.frameLocator('iframe').locator('body').innerText()
}
