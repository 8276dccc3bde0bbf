import type { Page } from 'playwright-core'
import { keys, sharesLook } from './lookPage.ts'

/** Has a page for each test of a file that asks; the answer opens the saved items in it. */
export function sharesSaved(): () => Promise<Page> {
  const look = sharesLook()
  return async () => {
    const page = await look()
    await keys(page, 'g s')
    await page.waitForSelector('.saved-row')
    return page
  }
}
