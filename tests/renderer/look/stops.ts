import type { Page } from 'playwright-core'
import type { FakeBridge } from '../fakeBridge.ts'

/** A screen to look at: where it begins, and what leads to it. */
export type Stop = { readonly name: string; readonly query: string; readonly steps?: (page: Page) => Promise<void> }

const opml = { name: 'reader.opml', mimeType: 'text/xml', buffer: Buffer.from('<opml/>') }

/** The screens of the tour. */
export const stops: readonly Stop[] = [
  { name: 'welcome', query: 'scene=empty' },
  { name: 'welcome-imported', query: 'scene=imported&empty', steps: imported },
  { name: 'add', query: 'scene=full', steps: opened('a') },
  { name: 'add-choice', query: 'scene=choice', steps: asked },
  { name: 'add-lists', query: 'scene=lists', steps: asked },
  { name: 'add-followed', query: 'scene=followed', steps: asked },
  { name: 'add-nothing', query: 'scene=nothing', steps: asked },
  { name: 'add-refused', query: 'scene=refused', steps: asked },
  { name: 'add-slow', query: 'scene=slow', steps: waited },
  { name: 'import-dropped', query: 'scene=full', steps: droppedFile },
  { name: 'engine-stopped', query: 'scene=full', steps: engineStopped },
  { name: 'drop-held', query: 'scene=full', steps: held },
  { name: 'export', query: 'scene=full', steps: exporting },
  { name: 'export-printing', query: 'scene=printing', steps: printing },
  { name: 'export-done', query: 'scene=full', steps: exported },
  { name: 'settings', query: 'scene=full', steps: opened('Control+,') },
  { name: 'settings-desktop', query: 'scene=desktop', steps: thisComputer },
  { name: 'settings-bare', query: 'scene=desktop-bare', steps: thisComputer },
  { name: 'settings-offline', query: 'scene=getting', steps: offlineSettings },
  { name: 'settings-backup', query: 'scene=full', steps: restored },
  { name: 'settings-foot', query: 'scene=damaged', steps: checked },
  ...['none', 'found', 'fetching', 'ready', 'failed'].map((each) => ({
    name: `settings-updates-${each}`,
    query: `scene=updates-${each}`,
    steps: footOfSettings,
  })),
  { name: 'settings-tidy', query: 'scene=full', steps: tidying },
  { name: 'settings-tidied', query: 'scene=full', steps: tidied },
  { name: 'settings-licences', query: 'scene=desktop', steps: licences },
  { name: 'health', query: 'scene=trouble', steps: health },
  { name: 'health-well', query: 'scene=empty', steps: health },
  { name: 'source-edit', query: 'scene=trouble', steps: edited },
  { name: 'source-menu', query: 'scene=trouble', steps: sourceMenu },
  { name: 'reading', query: 'scene=full', steps: article },
  { name: 'reading-note', query: 'scene=full', steps: note },
  { name: 'company', query: 'scene=full', steps: company },
  { name: 'watching', query: 'scene=full', steps: watching },
  { name: 'rules', query: 'scene=full', steps: rules },
  { name: 'rules-empty', query: 'scene=empty', steps: rules },
  { name: 'rules-new', query: 'scene=full', steps: newRule },
  { name: 'rules-edit', query: 'scene=full', steps: changedRule },
  { name: 'saved', query: 'scene=full', steps: savedItems },
  { name: 'saved-look', query: 'scene=full', steps: savedLook },
  { name: 'saved-chosen', query: 'scene=full', steps: chosenSaved },
  { name: 'saved-tags', query: 'scene=full', steps: chosenTags },
  { name: 'saved-reading', query: 'scene=full', steps: openedSaved },
  { name: 'saved-filed', query: 'scene=full', steps: filed },
  { name: 'saved-collection', query: 'scene=full', steps: namedCollection },
  { name: 'saved-none-found', query: 'scene=full', steps: noneSaved },
  { name: 'palette', query: 'scene=full', steps: opened('Control+k') },
  { name: 'palette-found', query: 'scene=full', steps: typed('txcy') },
  { name: 'palette-nothing', query: 'scene=full', steps: typed('zzqx') },
  { name: 'shortcuts', query: 'scene=full', steps: opened('?') },
  { name: 'shortcuts-taken', query: 'scene=full', steps: taken },
  { name: 'search', query: 'scene=full', steps: searched('fibre source:sintai -is:read after:2020-11') },
  { name: 'search-unknown', query: 'scene=full', steps: searched('cable colour:red') },
  { name: 'search-kept', query: 'scene=full', steps: keptSearch },
  { name: 'search-menu', query: 'scene=full', steps: keptMenu },
]

async function savedItems(page: Page): Promise<void> {
  await page.waitForSelector('.frame')
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await page.waitForSelector('.saved-row')
}

async function savedLook(page: Page): Promise<void> {
  await savedItems(page)
  await page.locator('.pane-tools .icon-button').first().press('Enter')
  await page.waitForSelector('.panel')
}

async function chosenSaved(page: Page): Promise<void> {
  await savedItems(page)
  await page.locator('.saved-box').first().press('Space')
  await page.waitForSelector('.chosen-bar')
}

async function chosenTags(page: Page): Promise<void> {
  await chosenSaved(page)
  await page.getByRole('button', { name: /^(Tags…|标签…)$/ }).press('Enter')
  await page.waitForSelector('.chosen-tags')
}

async function openedSaved(page: Page): Promise<void> {
  await savedItems(page)
  await page.locator('.saved-row .row').first().click()
  await page.waitForSelector('.note-collection')
}

/** Writes about a saved item, and names a new collection for it. */
async function filed(page: Page): Promise<void> {
  await openedSaved(page)
  await page.keyboard.press('e')
  await page.locator('form.note select').selectOption(':new')
  await page.waitForSelector('form.note .select ~ .field')
}

async function namedCollection(page: Page): Promise<void> {
  await savedItems(page)
  await page.locator('.collection-list .tag').nth(1).press('Enter')
  await page.locator('.collections .icon-button').press('Enter')
  await page.locator('[role=menuitem]').first().press('Enter')
  await page.waitForSelector('.collection-name')
}

async function noneSaved(page: Page): Promise<void> {
  await savedItems(page)
  await page.locator('.pane-head input').fill('nothing says this')
  await page.waitForSelector('.empty')
}

function opened(keys: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.waitForSelector('.frame')
    await page.keyboard.press(keys)
    await page.waitForSelector('[role=dialog]')
  }
}

async function exporting(page: Page): Promise<void> {
  await page.waitForSelector('.frame')
  await page.keyboard.press('j')
  await page.locator('.toolbar .icon-button').last().click()
  await page.locator('.menu-line', { has: page.locator('.lucide-file-output') }).click()
  await page.waitForSelector('[role=dialog] .export-foot')
}

async function printing(page: Page): Promise<void> {
  await exporting(page)
  await page.getByRole('radio').last().press('Space')
  await page.locator('.export-foot .button[data-look=primary]').click()
  await page.waitForSelector('.export-progress')
}

async function exported(page: Page): Promise<void> {
  await exporting(page)
  await page.locator('.export-foot .button[data-look=primary]').click()
  await page.locator('.export-outcome summary').click()
}

function typed(words: string): (page: Page) => Promise<void> {
  return async (page) => {
    await opened('Control+k')(page)
    await page.keyboard.type(words)
  }
}

async function asked(page: Page): Promise<void> {
  await opened('a')(page)
  await page.keyboard.type('harbour.example')
  await page.keyboard.press('Enter')
}

function searched(words: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.waitForSelector('.frame')
    await page.keyboard.press('/')
    await page.keyboard.type(words)
    await page.waitForSelector('.search-tools')
  }
}

async function keptSearch(page: Page): Promise<void> {
  await page.locator('.kept-search .nav-line').first().click()
  await page.waitForSelector('.search-tools')
}

async function keptMenu(page: Page): Promise<void> {
  await page.locator('.kept-search [aria-haspopup]').first().click({ force: true })
  await page.waitForSelector('[role=menu]')
}

async function waited(page: Page): Promise<void> {
  await asked(page)
  await page.waitForTimeout(4300)
}

async function imported(page: Page): Promise<void> {
  await page.setInputFiles('input[type=file]', opml)
  await page.click('summary')
}

/** Holds a file over the window, and lets it go. */
async function droppedFile(page: Page): Promise<void> {
  await held(page)
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['<opml/>'], 'reader.opml'))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  })
  await page.waitForSelector('.import-first')
}

async function engineStopped(page: Page): Promise<void> {
  await page.waitForSelector('.frame')
  await page.evaluate(() => (window as unknown as { fake: FakeBridge }).fake.send({ name: 'engineChanged', body: { state: 'stopped' } }))
  await page.waitForSelector('.engine-note')
}

async function held(page: Page): Promise<void> {
  await page.waitForSelector('.frame')
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([''], 'reader.opml'))
    document.body.dispatchEvent(new DragEvent('dragenter', { dataTransfer, bubbles: true }))
  })
  await page.waitForSelector('.drop-target')
}

async function thisComputer(page: Page): Promise<void> {
  await opened('Control+,')(page)
  await page.locator('.switch').first().scrollIntoViewIfNeeded()
}

async function checked(page: Page): Promise<void> {
  await opened('Control+,')(page)
  await page.setInputFiles('input[type=file]', opml)
  await page.getByRole('button', { name: /^(Check it|检查)$/ }).click()
  await page.locator('.settings-section').last().scrollIntoViewIfNeeded()
}

async function footOfSettings(page: Page): Promise<void> {
  await opened('Control+,')(page)
  await page.locator('.settings-section').last().scrollIntoViewIfNeeded()
}

async function tidying(page: Page): Promise<void> {
  await opened('Control+,')(page)
  await page.getByRole('button', { name: /^(Tidy now…|立即整理…)$/ }).press('Enter')
  await page.waitForSelector('.tidy')
}

async function tidied(page: Page): Promise<void> {
  await tidying(page)
  await page.locator('.tidy-foot .button[data-look=primary]').press('Enter')
  await page.locator('.press-done').waitFor()
}

async function licences(page: Page): Promise<void> {
  await footOfSettings(page)
  await page.getByRole('button', { name: /^(Show them|查看)$/ }).click()
  await page.locator('.licences summary').first().click()
  await page.locator('.licences summary').last().click()
}

async function offlineSettings(page: Page): Promise<void> {
  await opened('Control+,')(page)
  await page.getByRole('heading', { name: /^(Offline|离线)$/ }).scrollIntoViewIfNeeded()
}

async function restored(page: Page): Promise<void> {
  await opened('Control+,')(page)
  await page.getByRole('button', { name: /^(Choose a backup…|选择备份…)$/ }).click()
  await page.getByRole('button', { name: /^(Undo|撤销)$/ }).scrollIntoViewIfNeeded()
}

async function health(page: Page): Promise<void> {
  await page.waitForTimeout(200)
  await page.evaluate(() => (window as unknown as { fake: FakeBridge }).fake.act('goHealth'))
  await page.waitForSelector('.pane-head')
}

async function edited(page: Page): Promise<void> {
  await health(page)
  await page.locator('.health-acts [aria-haspopup]').first().click()
  await page.getByRole('menuitem').nth(2).click()
  await page.waitForSelector('.source-form')
}

async function sourceMenu(page: Page): Promise<void> {
  await page.locator('[data-source]').first().focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[role=menu]')
}

async function article(page: Page): Promise<void> {
  await page.waitForSelector('.row')
  await page.keyboard.press('j')
  await page.waitForSelector('.article-frame[data-ready=true]')
  await page.waitForSelector('.related-row')
}

async function note(page: Page): Promise<void> {
  await article(page)
  await page.keyboard.press('s')
  await page.keyboard.press('e')
  await page.waitForSelector('textarea')
}

async function company(page: Page): Promise<void> {
  await page.locator('[aria-labelledby=sidebar-companies] button').first().press('Enter')
  await page.waitForSelector('.company-side')
}

async function watching(page: Page): Promise<void> {
  await page.waitForSelector('.frame')
  await page.evaluate(() => (window as unknown as { fake: FakeBridge }).fake.act('goWatching'))
  await page.waitForSelector('[data-caught]')
}

async function rules(page: Page): Promise<void> {
  await page.waitForTimeout(200)
  await page.evaluate(() => (window as unknown as { fake: FakeBridge }).fake.act('settings'))
  await page.getByRole('button', { name: /Show the rules|显示规则/ }).click()
  await page.waitForSelector('.rules')
}

async function newRule(page: Page): Promise<void> {
  await rules(page)
  await page.getByRole('button', { name: /^(New rule|新建规则)$/ }).click()
  await page.locator('.condition-value').fill('cabinet')
  await page.waitForSelector('.trial-weeks')
}

async function changedRule(page: Page): Promise<void> {
  await rules(page)
  await page.locator('.rule-name').nth(1).click()
  await page.waitForSelector('.trial')
  await page.waitForTimeout(400)
}

async function taken(page: Page): Promise<void> {
  await opened('?')(page)
  await page.locator('.key-cap').first().click()
  await page.keyboard.press('k')
  await page.waitForSelector('[role=alert]')
}
