import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { desktopMissing, openDesktopApp } from './electronApp.ts'
import type { DesktopApp } from './electronApp.ts'

describe.skipIf(desktopMissing !== null || process.platform !== 'linux')('a desktop app whose parts break down', () => {
  let desktop: DesktopApp
  beforeAll(async () => {
    desktop = await openDesktopApp({ args: ['--sample'] })
    await desktop.page.getByText('Sintai Communication').first().waitFor()
  })
  afterAll(() => desktop?.close())

  it('R10 comes back to the article that was open', async () => {
    await desktop.page.keyboard.press('j')
    await desktop.page.keyboard.press('j')
    const chosen = desktop.page.locator('[data-row][aria-current=true]')
    await chosen.waitFor()
    const id = await chosen.getAttribute('data-row')
    const engine = enginesOf(desktop)
    await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
    await expect
      .poll(() => inPage(desktop, `document.querySelector('[data-row][aria-current=true]')?.dataset.row ?? ''`), { timeout: 10_000 })
      .toBe(id)
    expect(enginesOf(desktop)).toEqual(engine)
  })

  it('R10 starts the engine again and says so, leaves it when it dies again, and starts it when a person asks', async () => {
    await killEngine(desktop)
    await expect
      .poll(() => inPage(desktop, `document.querySelector('.toasts')?.innerText ?? ''`), { timeout: 10_000 })
      .toContain('was started again')
    await expect.poll(() => enginesOf(desktop).length).toBe(1)
    await expect.poll(() => inPage(desktop, `newsdesk.getStatus({}).then(({ ok }) => String(ok))`), { timeout: 10_000 }).toBe('true')
    await killEngine(desktop)
    await expect
      .poll(() => inPage(desktop, `document.querySelector('.engine-note')?.innerText ?? ''`), { timeout: 10_000 })
      .toContain('stopped twice')
    await inPage(desktop, `document.querySelector('.engine-note button').click()`)
    await expect.poll(() => inPage(desktop, `String(document.querySelector('.engine-note'))`), { timeout: 10_000 }).toBe('null')
    expect(await inPage(desktop, `newsdesk.listSources({}).then(({ value }) => String(value.sources.length))`)).toBe('3')
  })

  it('R10 starts an engine that was left stopped from a screen that was loaded since', async () => {
    for (const words of ['was started again', 'stopped twice']) {
      await killEngine(desktop)
      await expect.poll(() => inPage(desktop, `document.body.innerText`), { timeout: 10_000 }).toContain(words)
    }
    await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload())
    await expect.poll(() => inPage(desktop, `String(document.querySelector('.failure button') !== null)`), { timeout: 10_000 }).toBe('true')
    await inPage(desktop, `document.querySelector('.failure button').click()`)
    await expect.poll(() => inPage(desktop, `document.body.innerText`), { timeout: 10_000 }).toContain('Sintai Communication')
  })

  it('writes down what happened', () => {
    const log = logOf(desktop)
    expect(log).toContain('showing the screen, whose process has gone')
    expect(log).toContain('The engine was restarted.')
    expect(log).toContain('The engine was stopped.')
  })
})

/** What the page says to an expression. Playwright's own view of a page ends with its process. */
function inPage(desktop: DesktopApp, expression: string): Promise<string> {
  return desktop.app.evaluate(({ BrowserWindow }, asked) => {
    const answer = BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(asked) as Promise<string>
    return Promise.race([answer.catch(() => ''), new Promise<string>((resolve) => setTimeout(resolve, 1000, ''))])
  }, expression)
}

/** The process ids of the app's engine. */
function enginesOf(desktop: DesktopApp): number[] {
  const main = desktop.app.process().pid
  const children = readFileSync(`/proc/${main}/task/${main}/children`, 'utf8').trim().split(' ')
  return children.map(Number).filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('engineProcess'))
}

async function killEngine(desktop: DesktopApp): Promise<void> {
  await expect.poll(() => enginesOf(desktop).length).toBe(1)
  for (const pid of enginesOf(desktop)) process.kill(pid, 'SIGKILL')
}

function logOf({ profile }: DesktopApp): string {
  const folder = join(profile, 'logs')
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
}
