import type { Page } from 'playwright-core'

/** Milliseconds between frames while something is done on a page. */
export async function framesWhile(page: Page, work: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const frames: number[] = []
    let last = performance.now()
    const note = (now: number): void => {
      frames.push(now - last)
      last = now
      if (Reflect.get(window, 'measuredFrames') === frames) requestAnimationFrame(note)
    }
    Reflect.set(window, 'measuredFrames', frames)
    requestAnimationFrame(note)
  })
  await work()
  return await page.evaluate(() => {
    const frames = Reflect.get(window, 'measuredFrames') as number[]
    Reflect.set(window, 'measuredFrames', null)
    return frames.slice(2)
  })
}

/** Turns the wheel over an element, so many times. */
export async function wheel(page: Page, selector: string, turns: number, pixels: number): Promise<void> {
  await page.locator(selector).first().hover()
  for (let turn = 0; turn < turns; turn += 1) await page.mouse.wheel(0, pixels)
}

/** Has a page note when a key came, before the app hears of it. To be called before the page is opened. */
export async function noteKeys(page: Page): Promise<void> {
  await page.addInitScript(() =>
    window.addEventListener('keydown', (event) => Reflect.set(window, 'measuredKeyAt', event.timeStamp), { capture: true }),
  )
}

/** What a key changes: the text of the article, or the hits of a search. */
export type Changed = 'article' | 'hits'

/**
 * Presses a key and answers how many milliseconds after the key's own moment what it changes was painted: the frame after the one in
 * which it says something else. Null where nothing changes within a second and a half.
 */
export async function keyToPaint(page: Page, key: string, changed: Changed): Promise<number | null> {
  await page.evaluate((what) => {
    const read = (): string =>
      what === 'article'
        ? (document.querySelector<HTMLIFrameElement>('.article-frame')?.contentDocument?.body?.textContent ?? '')
        : `${document.querySelector('.search-found')?.textContent}${document.querySelector('.row-list')?.innerHTML}`
    const before = read()
    const armedAt = performance.now()
    const painted = new Promise<number | null>((resolve) => {
      const look = (): void => {
        const keyAt = Number(Reflect.get(window, 'measuredKeyAt'))
        if (read() !== before) requestAnimationFrame(() => resolve(performance.now() - keyAt))
        else if (performance.now() - armedAt > 1_500) resolve(null)
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
    Reflect.set(window, 'measuredPaint', painted)
  }, changed)
  await page.keyboard.press(key)
  return await page.evaluate(() => Reflect.get(window, 'measuredPaint') as Promise<number | null>)
}
