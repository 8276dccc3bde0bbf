import { readMarkup } from '../../article/markupReader.ts'
import { writeMarkup, type MarkupElement, type MarkupNode } from '../../article/markupTree.ts'
import { isOpenable } from '../../store/openable.ts'
import { citationOf, type ExportSpeech, type ExportedArticle } from '../exportedArticle.ts'
import { exportWords, longDate } from '../exportWords.ts'
import { directionOf } from './direction.ts'
import { documentPolicy, sheet } from './sheet.ts'

/** The bytes of a picture as an address that carries them; null where they cannot be read. */
export type PictureData = (number: number) => string | null

/** What stands before the articles of a document. Its language is the person's. */
export function documentHead(title: string, { locale }: ExportSpeech): string {
  const { lang, dir } = directionOf(locale)
  return [
    '<!doctype html>',
    `<html lang="${lang}" dir="${dir}">`,
    '<head>',
    '<meta charset="utf-8" />',
    `<meta http-equiv="Content-Security-Policy" content="${documentPolicy}" />`,
    '<meta name="referrer" content="no-referrer" />',
    '<meta name="viewport" content="width=device-width, initial-scale=1" />',
    `<title>${writeMarkup([title])}</title>`,
    `<style>${sheet}</style>`,
    '</head>',
    '<body>',
    '',
  ].join('\n')
}

/** What stands behind them. */
export const documentEnd = '</body>\n</html>\n'

/** The list of a document that holds several articles. */
export function contentsList(articles: readonly Pick<ExportedArticle, 'id' | 'title'>[], { locale }: ExportSpeech): string {
  const lines = articles.map(({ id, title }) => element('li', {}, [element('a', { href: `#${id}` }, [title])]))
  return `${writeMarkup([element('nav', {}, [element('h2', {}, [exportWords(locale).contents]), element('ol', {}, lines)])])}\n`
}

/**
 * What a part of a PDF needs so that the list in the first part leads into the others, unseen: Chromium keeps a link only where its own
 * document has the place, and a place only where a link of its own document leads there. `away`: articles of other parts; `here`: its own.
 */
export function ties({ away, here }: { readonly away: readonly string[]; readonly here: readonly string[] }): string {
  const places = away.map((id) => element('span', { id }, []))
  const links = here.map((id) => element('a', { href: `#${id}` }, []))
  return `${writeMarkup([element('div', { hidden: '' }, [...places, ...links])])}\n`
}

/** An article as a part of a document, with its citation at the end. */
export function articlePart(article: ExportedArticle, speech: ExportSpeech, picture: PictureData): string {
  const words = exportWords(speech.locale)
  const { url, note } = article
  const original = url === null ? [] : [' ', element('a', { href: url }, [words.original])]
  const body = readMarkup(article.html).map((node) => withPictures(node, article, picture, words.missingPicture))
  const part = element('article', { id: article.id, ...(article.language === null ? {} : directionOf(article.language)) }, [
    element('h1', {}, [article.title]),
    element('p', { class: 'facts' }, [factsLine(article, speech)]),
    ...(note.trim() === '' ? [] : [element('aside', { class: 'note', 'aria-label': words.note }, [note.trim()])]),
    ...body,
    element('footer', {}, [element('p', {}, [citationOf(article, speech), ...original])]),
  ])
  return `${writeMarkup([part])}\n`
}

function factsLine(article: ExportedArticle, { locale }: ExportSpeech): string {
  const { company, sourceTitle, author, publishedAt, tags } = article
  const published = publishedAt === null ? null : longDate(locale, publishedAt)
  const facts = [company, sourceTitle, author, published, ...tags].filter((fact) => fact !== null)
  return [...new Set(facts)].join(' · ')
}

function withPictures(node: MarkupNode, article: ExportedArticle, picture: PictureData, missing: (alt: string) => string): MarkupNode {
  if (typeof node === 'string') return node
  if (node.name !== 'img') return { ...node, children: node.children.map((child) => withPictures(child, article, picture, missing)) }
  const number = Number(/^picture:(\d+)$/.exec(node.attributes['src'] ?? '')?.[1] ?? -1)
  const data = picture(number)
  const { loading: _loading, decoding: _decoding, ...attributes } = node.attributes
  if (data !== null) return element('img', { ...attributes, src: data }, [])
  return element('span', { class: 'missing' }, [missing(node.attributes['alt'] ?? ''), ...addressOf(article, number)])
}

function addressOf(article: ExportedArticle, number: number): MarkupNode[] {
  const { url } = article.pictures[number] ?? {}
  if (url === undefined) return []
  return [' ', isOpenable(url) ? element('a', { href: url }, [url]) : url]
}

function element(name: string, attributes: Readonly<Record<string, string>>, children: readonly MarkupNode[]): MarkupElement {
  return { name, attributes, children }
}
