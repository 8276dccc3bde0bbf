import type { Page } from 'playwright-core'

/** What shows a row, in the app and in the empty pages that it is measured against. */
export const ROW = '[data-row]'

/** An empty page with one row. */
export const EMPTY_PAGE = '<!doctype html><title>Empty</title><button data-row="only">One row</button>'

/** When the first row was painted, by the machine's clock: in the frame that finds it there. */
export async function firstRowAt(page: Page): Promise<number> {
  const found = await page.waitForFunction((row) => document.querySelector(row) !== null && Date.now(), ROW, {
    polling: 'raf',
    timeout: 60_000,
  })
  return Number(await found.jsonValue())
}
