import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { desktopMissing, openDesktopApp } from './electronApp.ts'
import type { DesktopApp } from './electronApp.ts'

describe.skipIf(desktopMissing !== null)('what other programs hand to the desktop app', () => {
  let desktop: DesktopApp
  beforeAll(async () => {
    desktop = await openDesktopApp({ args: ['--sample', 'feed:https://example.test/first'] })
  })
  afterAll(() => desktop?.close())

  const field = () => desktop.page.getByRole('dialog').getByRole('textbox').first()
  const close = () => desktop.page.keyboard.press('Escape')
  const rows = () =>
    desktop.page.evaluate(() =>
      (
        window as unknown as { newsdesk: { listArticles(input: unknown): Promise<{ value: { articles: { id: string }[] } }> } }
      ).newsdesk.listArticles({
        scope: { view: 'all' },
      }),
    )

  it('fills in the address of the link that started it, and does not look there yet', async () => {
    await expect.poll(() => field().inputValue(), { timeout: 10_000 }).toBe('https://example.test/first')
    expect(await desktop.page.locator('.looking, .found, .failure').count()).toBe(0)
    await close()
  })

  it('takes a link from a second start, which ends at once', async () => {
    await startAgain(desktop, ['newsdesk:add?url=https://example.test/second'])
    await expect.poll(() => field().inputValue()).toBe('https://example.test/second')
  })

  it('fills in another address where the dialog stands open', async () => {
    await startAgain(desktop, ['feed://example.test/third'])
    await expect.poll(() => field().inputValue()).toBe('http://example.test/third')
    await close()
  })

  it('opens an article that exists', async () => {
    const { value } = await rows()
    const id = value.articles[1]?.id ?? ''
    await desktop.app.evaluate(({ app }, link) => app.emit('open-url', { preventDefault: () => undefined }, link), `newsdesk:article/${id}`)
    await desktop.page.locator(`[data-row="${id}"][aria-current=true]`).waitFor()
  })

  it('says so where there is no such article', async () => {
    await startAgain(desktop, ['newsdesk:article/none'])
    await desktop.page
      .locator('.toast')
      .getByText(/article/)
      .waitFor()
  })

  it('shows what an OPML file holds, and follows it only when a person says so', async () => {
    const path = join(desktop.profile, 'mine.opml')
    const line = '<outline type="rss" text="Cable news" xmlUrl="https://example.test/cable"/>'
    writeFileSync(path, `<opml version="2.0"><body>${line}</body></opml>`)
    await startAgain(desktop, [path])
    const dialog = desktop.page.getByRole('dialog')
    await dialog.getByText('Cable news').waitFor()
    expect(await countSources(desktop)).toBe(3)
    await dialog.getByRole('button', { name: 'Follow them' }).click()
    await dialog.getByText('1 source followed').waitFor()
    expect(await countSources(desktop)).toBe(4)
    await dialog.getByRole('button', { name: 'Done' }).click()
  })

  it('says what is wrong with a file that cannot be read', async () => {
    await startAgain(desktop, [join(desktop.profile, 'missing.opml')])
    await desktop.page
      .locator('.toast')
      .getByText(/missing\.opml/)
      .waitFor()
  })

  it('passes over what is none of these', async () => {
    await startAgain(desktop, ['newsdesk:remove/everything', 'feed:javascript:alert(1)', '/etc/passwd'])
    await desktop.page.waitForTimeout(300)
    expect(await desktop.page.getByRole('dialog').count()).toBe(0)
  })

  it('R04 takes an address that is dropped anywhere, and goes nowhere itself', async () => {
    await drop(desktop, 'text/uri-list', 'https://example.test/dropped')
    await expect.poll(() => field().inputValue()).toBe('https://example.test/dropped')
    await close()
    expect(desktop.page.url()).toBe('app://bundle/')
  })
})

/** Starts the app another time with the same profile, as the system does for a link, and waits for its end. */
async function startAgain(desktop: DesktopApp, args: readonly string[]): Promise<void> {
  const [command = '', ...given] = desktop.app.process().spawnargs
  const own = given.filter((each) => !/^--(inspect|remote-debugging)|^feed:/.test(each))
  const again = spawn(command, [...own, ...args], { stdio: 'ignore', env: { ...process.env, DISPLAY: await displayOf(desktop) } })
  await once(again, 'exit')
}

function displayOf(desktop: DesktopApp): Promise<string> {
  return desktop.app.evaluate(() => process.env['DISPLAY'] ?? '')
}

function countSources(desktop: DesktopApp): Promise<number> {
  return desktop.page.evaluate(async () => {
    const { newsdesk } = window as unknown as { newsdesk: { listSources(input: unknown): Promise<{ value: { sources: unknown[] } }> } }
    return (await newsdesk.listSources({})).value.sources.length
  })
}

async function drop(desktop: DesktopApp, type: string, data: string): Promise<void> {
  await desktop.page.evaluate(
    (given) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.setData(given.type, given.data)
      for (const name of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }))
    },
    { type, data },
  )
}
