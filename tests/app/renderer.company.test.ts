import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { keys, lastAsked, openedOutside, sharesLook } from './lookPage.ts'

const look = sharesLook()

describe('a company’s page', () => {
  it('opens from the palette by another of its names, and goes through its news by keys', async () => {
    const page = await opened()
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('新泰\n')
    await page.getByRole('heading', { level: 1, name: 'Sintai Communication' }).waitFor()
    await page.locator('.month .row').first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.getByRole('heading', { level: 2, name: 'Training day for installers' }).waitFor()
    expect(await page.locator('.month [aria-current=true]').count()).toBe(1)
    await page.getByRole('button', { name: 'Show the whole page' }).click()
    await page.getByRole('heading', { level: 2, name: 'Contact' }).waitFor()
  })

  it('goes back from an article to the whole page, and keeps which news was shown', async () => {
    const page = await company()
    await page.getByText(/^Mentions · /).click()
    await page.locator('.row', { hasText: 'Telecom Weekly' }).first().click()
    await page.getByRole('main', { name: 'Article' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { level: 2, name: 'Contact' }).waitFor()
    expect(await page.getByRole('radio', { name: /^Mentions/ }).isChecked()).toBe(true)
    expect(await lastAsked(page, 'listArticles')).toMatchObject({ scope: { view: 'all', mentionsOf: 'sintai' } })
  })

  it('opens the page that a fact was found on outside, and reads the site again when asked', async () => {
    const page = await company()
    await page.getByRole('link', { name: 'from sintai.example/contact, an e-mail link: opens in the browser' }).click()
    expect(await openedOutside(page)).toEqual(['https://sintai.example/contact'])
    await page.getByRole('button', { name: 'Read its site again' }).click()
    await page.getByText('Read the site of “Sintai Communication” again').waitFor()
    expect(await lastAsked(page, 'refreshCompany')).toEqual({ id: 'sintai' })
  })

  it('says the weeks in words, and as a table', async () => {
    const page = await company()
    await page.getByRole('img', { name: /^In 5\d weeks: \d+ articles of its own, \d+ mentions$/ }).waitFor()
    await page.getByText('As a table').click()
    expect(await page.getByRole('columnheader').allTextContents()).toEqual(['Week of', 'Its own', 'Mentions'])
  })
})

describe('an article of a company’s source', () => {
  it('leads to the company from its source line and from the contact card', async () => {
    const page = await opened()
    await page.keyboard.press('j')
    await page.getByRole('button', { name: /^Company page ?: Sintai Communication$/ }).click()
    await page.getByRole('heading', { level: 2, name: 'Contact' }).waitFor()
    await page.goBack()
    await page.locator('.company-card').getByRole('button', { name: 'Sintai Communication' }).click()
    await page.getByRole('heading', { level: 1, name: 'Sintai Communication' }).waitFor()
  })

  it('shows related news with the reason, and comes back from it', async () => {
    const page = await opened()
    await page.keyboard.press('j')
    const title = await page.locator('.article-title').textContent()
    const related = page.locator('.related-row')
    await related.first().waitFor()
    expect(await page.locator('.related-reason').allTextContents()).toContain('Same company: Sintai Communication')
    await related.first().click()
    await expect.poll(() => page.locator('.article-title').textContent()).not.toBe(title)
    await page.goBack()
    await expect.poll(() => page.locator('.article-title').textContent()).toBe(title)
  })
})

describe('a page that has changed beyond finding its list', () => {
  it('is said in words, and can be looked at or unfollowed, with undo', async () => {
    const page = await opened('scene=trouble')
    await keys(page, 'g h')
    const row = page.locator('[data-state=drifted]')
    await row.getByText('The page has changed, and its list of news was not found again.').waitFor()
    await row.getByRole('button', { name: 'Open in the browser' }).click()
    expect(await openedOutside(page)).toHaveLength(1)
    await row.getByRole('button', { name: 'Unfollow' }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await lastAsked(page, 'undo')).not.toBeNull()
  })
})

describe('the timeline', () => {
  it('keeps the name of the day at its top while the day’s rows pass', async () => {
    const page = await opened()
    await page.locator('.timeline-scroll').evaluate((box) => box.scrollTo({ top: 1200 }))
    const stuck = page.locator('.timeline-item[data-stuck=true]')
    await expect.poll(async () => (await stuck.boundingBox())?.y).toBe((await page.locator('.timeline-scroll').boundingBox())?.y)
    expect(await stuck.locator('.day').count()).toBe(1)
  })
})

function opened(query = 'scene=full'): Promise<Page> {
  return look(query, '.row')
}

async function company(): Promise<Page> {
  const page = await opened()
  await page.locator('[aria-labelledby=sidebar-companies] button').first().click()
  await page.locator('.month .row').first().waitFor()
  return page
}
