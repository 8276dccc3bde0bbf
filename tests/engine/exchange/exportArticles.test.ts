import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { marked } from 'marked'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transferFolder, type TakenFile } from '../../../electron/transfer/transferFolder.ts'
import type { ExportReport } from '../../../shared/contract/export.ts'
import type { RequestInput } from '../../../shared/contract/requests.ts'
import { closeAll, newProfile, openEngine, until, type NewsEngine } from '../../fixtures/newsEngine.ts'
import { unzipped } from '../../fixtures/unzipped.ts'
import { HOSTILE_MARKUP } from '../article/hostileMarkup.ts'
import { savedCopyOf } from '../store/news.ts'
import { openedStore } from '../store/profiles.ts'

let news: NewsEngine
let ids: string[]
beforeAll(async () => {
  news = await openEngine()
  await news.ask('addSample', {})
  await news.refresh()
  ids = (await news.articles()).map((article) => article.id)
}, 60_000)
afterAll(closeAll)

async function taken(report: Pick<ExportReport, 'file'>): Promise<TakenFile> {
  const file = await transferFolder(news.profile).take('out', report.file?.token ?? '')
  if (file === null) throw new Error('There is no such file')
  return file
}
const exported = (input: RequestInput<'exportArticles'>): Promise<ExportReport> => news.ask('exportArticles', input)
const articleWith = async (isRight: (images: readonly { readonly stored: boolean }[]) => boolean) => {
  for (const id of ids) {
    const { article } = await news.ask('getArticle', { id })
    if (isRight(article.images)) return article
  }
  throw new Error('The sample edition has no such article')
}
/** The fields of the front matter: a text in double quotes is the same in YAML and JSON. */
const fieldsOf = (front: string): Record<string, unknown> =>
  Object.fromEntries(
    front.split('\n').map((line) => {
      const [, name = '', value = ''] = /^(\w+): (.*)$/.exec(line) ?? []
      return [name, /^["[]/.test(value) ? JSON.parse(value) : value]
    }),
  )
/** The words of a text, whatever stands between them. */
const wordsOf = (text: string): string =>
  text
    .replace(/&#?\w+;/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

describe('exportArticles as Markdown', () => {
  it('writes one article without pictures as a plain file, its facts in front', async () => {
    const article = await articleWith((images) => images.length === 0)
    const report = await exported({ ids: [article.id], format: 'markdown' })
    const file = await taken(report)
    const [, front = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(file.path, 'utf8')) ?? []
    expect(file.name).toMatch(/\.md$/)
    expect(fieldsOf(front)).toMatchObject({
      title: article.title,
      source: article.sourceTitle,
      address: article.url,
      published: new Date(article.publishedAt ?? 0).toISOString(),
      citation: expect.stringContaining(article.title.slice(0, 20)),
    })
    expect(body).toMatch(/^\n# \S/)
  })

  it('keeps every word of every article of the sample edition, through Markdown and back', async () => {
    for (const id of ids) {
      const { article } = await news.ask('getArticle', { id })
      const file = await taken(await exported({ ids: [id], format: 'markdown' }))
      const texts = file.name.endsWith('.zip') ? await unzipped(file.path) : new Map([[file.name, readFileSync(file.path)]])
      const markdown = [...texts].find(([name]) => name.endsWith('.md'))?.[1].toString() ?? ''
      const html = marked.parse(markdown.replace(/^---\n.*?\n---\n/s, ''), { async: false })
      expect(wordsOf(html.replace(/<[^>]+>/g, ' ')), article.title).toContain(wordsOf(article.text).slice(0, 400))
    }
  }, 60_000)

  it('puts stored pictures beside, each once, and shows them by their path', async () => {
    const article = await articleWith((images) => images.some((image) => image.stored))
    const report = await exported({ ids: [article.id, ...ids.filter((id) => id !== article.id)], format: 'markdown' })
    expect(report).toMatchObject({ exported: ids.length, missingCount: 0 })
    const files = await unzipped((await taken(report)).path)
    const shown = [...files]
      .filter(([name]) => name.endsWith('.md'))
      .flatMap(([, text]) => [...text.toString().matchAll(/!\[.*?\]\((pictures\/.*?)\)/g)])
    expect(shown.length).toBeGreaterThan(0)
    for (const [, path = ''] of shown) expect(files.get(path)?.byteLength, path).toBeGreaterThan(100)
    expect([...files.keys()].filter((name) => name.endsWith('.md'))).toHaveLength(ids.length)
    await until(() =>
      news.events.some((event) => isDeepStrictEqual(event, { name: 'exportProgress', body: { done: ids.length, total: ids.length } })),
    )
  })
})

describe('exportArticles as a document', () => {
  it('carries its pictures, forbids everything else, and cites in the language of the person', async () => {
    const article = await articleWith((images) => images.some((image) => image.stored))
    await news.ask('saveArticle', { id: article.id, note: 'For <the> bid', tags: ['5G'] })
    const file = await taken(await exported({ ids: [article.id], format: 'html', locale: 'zh-CN' }))
    const html = readFileSync(file.path, 'utf8')
    expect(html).toMatch(/^<!doctype html>\n<html lang="zh-CN" dir="ltr">/)
    expect(html).toContain('src="data:image/')
    expect(html).toContain('For &lt;the&gt; bid')
    expect(html).toMatch(/收藏于\d{4}年\d{1,2}月\d{1,2}日/)
    expect(html).toMatch(/http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'sha256-/)
    expect(html).not.toMatch(/<script|<link|src="(?!data:)|@import|url\(/)
    await news.ask('unsaveArticle', { id: article.id })
  })

  it('lists its contents where it holds several articles', async () => {
    const html = readFileSync((await taken(await exported({ ids: ids.slice(0, 3), format: 'html' }))).path, 'utf8')
    for (const id of ids.slice(0, 3)) expect(html).toContain(`<a href="#${id}">`)
    expect(html.match(/<article /g)).toHaveLength(3)
  })

  it('names a source that is its own author once', async () => {
    const html = readFileSync((await taken(await exported({ ids, format: 'html' }))).path, 'utf8')
    const facts = [...html.matchAll(/<p class="facts">(.*?)<\/p>/g)].map(([, line = '']) => line.split(' · '))
    expect(facts).toHaveLength(ids.length)
    expect(facts.filter((line) => new Set(line).size < line.length)).toEqual([])
  })
})

async function htmlOf(file: ExportReport['file']): Promise<string> {
  return readFileSync((await taken({ file })).path, 'utf8')
}

describe('exportArticles for a PDF', () => {
  it('writes documents of as many articles as a host prints at a time, the list of all in the first', async () => {
    const chosen = ids.slice(0, 5)
    const { file, further, exported: count } = await exported({ ids: chosen, format: 'pdf', articlesInPart: 2 })
    const [first = '', ...others] = await Promise.all([file, ...further].map(htmlOf))
    expect(count).toBe(5)
    expect(others.map((html) => html.match(/<article id="\w+"/g)?.length)).toEqual([2, 1])
    for (const id of chosen) expect(first).toContain(`<a href="#${id}">`)
    expect(first.match(/<article /g)).toHaveLength(2)
    expect(first).toContain(
      `<div hidden="">${chosen
        .slice(2)
        .map((id) => `<span id="${id}"></span>`)
        .join('')}</div>`,
    )
    expect(others[0]).toContain(`<div hidden=""><a href="#${chosen[2]}"></a><a href="#${chosen[3]}"></a></div>`)
  })

  it('writes one document, however many there are, for a host that prints it whole', async () => {
    const { file, further } = await exported({ ids, format: 'pdf' })
    expect(further).toEqual([])
    expect((await htmlOf(file)).match(/<article /g)).toHaveLength(ids.length)
  })
})

describe('exportArticles', () => {
  it('exports everything saved, from the saved copies', async () => {
    expect((await news.fail('exportArticles', { ids: null, format: 'markdown' })).kind).toBe('not-found')
    const [one = '', two = ''] = ids
    for (const id of [one, two]) await news.ask('saveArticle', { id })
    const report = await exported({ ids: null, format: 'markdown' })
    expect(report.exported).toBe(2)
    expect([...(await unzipped((await taken(report)).path)).keys()].filter((name) => name.endsWith('.md'))).toHaveLength(2)
    for (const id of [one, two]) await news.ask('unsaveArticle', { id })
  })

  it('names pictures that are not stored, in its answer and in their places', async () => {
    const article = await articleWith((images) => images.some((image) => image.stored))
    for (const folder of ['media', 'saved-media']) {
      const place = join(news.profile, folder)
      if (existsSync(place)) rmSync(place, { recursive: true })
    }
    const report = await exported({ ids: [article.id], format: 'markdown' })
    expect(report.missingCount).toBeGreaterThan(0)
    expect(report.missing[0]).toEqual({ title: article.title, url: article.images[0]?.url })
    const file = await taken(report)
    expect(file.name).toMatch(/\.md$/)
    expect(readFileSync(file.path, 'utf8')).toContain('[Picture not stored')
    const html = readFileSync((await taken(await exported({ ids: [article.id], format: 'html' }))).path, 'utf8')
    expect(html).toContain('<span class="missing">Picture not stored')
  })

  it.each(['html', 'pdf'] as const)('stops when it is asked to, and leaves nothing of its files: %s', async (format) => {
    const before = news.events.length
    const many = Array.from({ length: 3000 }, (_, index) => ids[index % ids.length] ?? '')
    const running = exported({ ids: many, format, articlesInPart: 1 })
    await until(() => news.events.slice(before).some(({ name }) => name === 'exportProgress'))
    await news.ask('stopExport', {})
    expect(await running).toMatchObject({ file: null, further: [] })
    expect(readdirSync(join(news.profile, 'transfer', 'out')).filter((name) => !name.endsWith('.taken'))).toEqual([])
  })

  it('refuses what is not there', async () => {
    expect((await news.fail('exportArticles', { ids: ['nothing'], format: 'html' })).kind).toBe('not-found')
  })

  it('gives articles of one title a name each', async () => {
    const [one = ''] = ids
    const names = [...(await unzipped((await taken(await exported({ ids: [one, one, one], format: 'markdown' }))).path)).keys()]
    expect(names.filter((name) => name.endsWith('.md'))).toHaveLength(3)
    expect(new Set(names).size).toBe(names.length)
  })

  it('sweeps at the start what nobody took', async () => {
    const profile = news.profile
    await transferFolder(profile).make('out', 'left.md', (path) => writeFile(path, 'left'))
    await news.close()
    news = await openEngine({ profile })
    expect(existsSync(join(profile, 'transfer'))).toBe(false)
  })
})

describe('exportArticles of a saved item that others wrote into', () => {
  it.each(['html', 'markdown'] as const)('lets nothing of that out as %s (X01)', async (format) => {
    const profile = newProfile()
    const store = openedStore(profile)
    const html = `<p>Honest words</p><img src="picture:0" alt="A crane">${HOSTILE_MARKUP.join('')}`
    const pictures = [{ url: 'javascript:alert(1)', alt: 'A crane', width: null, height: null }]
    store.saved.save(savedCopyOf('hostile', { html, pictures, url: 'javascript:alert(1)' }))
    store.close()
    const hostile = await openEngine({ profile })
    const { file } = await hostile.ask('exportArticles', { ids: ['saved-hostile'], format })
    const taken = await transferFolder(profile).take('out', file?.token ?? '')
    const text = readFileSync(taken?.path ?? '', 'utf8')
    expect(text).toContain('Honest words')
    // In a document behind a tag or an attribute's name; in Markdown behind nothing but an escape.
    const tags =
      format === 'html'
        ? [...text.matchAll(/<[^>]*>/g)].map(([tag]) => tag)
        : [...text.matchAll(/(?<!\\)<[a-z!/][^>]*>/gi)].map(([tag]) => tag)
    expect(tags.filter((tag) => /^<(?:script|svg|iframe|object|embed|form|math|base)\b|\son\w+=|javascript:/i.test(tag))).toEqual([])
    expect(text).not.toMatch(/\]\((?:javascript|data|vbscript):/i)
  })
})
