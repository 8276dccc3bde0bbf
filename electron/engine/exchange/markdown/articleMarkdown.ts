import { readMarkup } from '../../article/markupReader.ts'
import { isOpenable } from '../../store/openable.ts'
import { citationOf, type ExportSpeech, type ExportedArticle, type ExportedPicture } from '../exportedArticle.ts'
import { exportWords } from '../exportWords.ts'
import { blocksOf } from './blocks.ts'
import { escapeLineStarts, escapeText, oneLine } from './escapeText.ts'
import { frontMatter } from './frontMatter.ts'

const ENDS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/svg+xml': 'svg' }

/** Where a picture stands beside the Markdown that shows it. */
export function picturePlace({ hash, type }: NonNullable<ExportedPicture['file']>): string {
  return `pictures/${hash.slice(0, 16)}.${ENDS[type] ?? type.replace(/^image\//, '')}`
}

/** An article as a Markdown file: its facts in front, then the note, the text and the citation. Pictures stand beside it. */
export function articleMarkdown(article: ExportedArticle, speech: ExportSpeech): string {
  const words = exportWords(speech.locale)
  const cited = citationOf(article, speech)
  const picture = (number: number, alt: string) => {
    const { file, url } = article.pictures[number] ?? { file: null, url: '' }
    return file === null ? { words: words.missingPicture(oneLine(alt)), url: isOpenable(url) ? url : null } : { path: picturePlace(file) }
  }
  const note = article.note.trim() === '' ? [] : [quotedNote(words.note, article.note)]
  const blocks = [
    frontMatter(factsOf(article, cited)),
    `# ${escapeText(oneLine(article.title))}`,
    ...note,
    ...blocksOf(readMarkup(article.html), { picture }),
    '___',
    escapeLineStarts(escapeText(cited)),
  ]
  return `${blocks.join('\n\n')}\n`
}

function factsOf(article: ExportedArticle, cited: string) {
  const { title, company, sourceTitle, author, publishedAt, updatedAt, savedAt, url, language, tags, collections } = article
  return {
    title,
    company,
    source: sourceTitle,
    author,
    published: date(publishedAt),
    updated: date(updatedAt),
    saved: date(savedAt),
    address: url,
    language,
    tags,
    collections,
    citation: cited,
  }
}

// A note is a person's own plain text, line by line.
function quotedNote(label: string, note: string): string {
  const lines = note.trim().split(/\r\n?|\n/)
  const written = lines.map((line) => escapeLineStarts(escapeText(line).trim()))
  const [first = '', ...rest] = written
  const joined = [`**${label}:** ${first}`, ...rest].map(
    (line, index) => line + (line !== '' && (written[index + 1] ?? '') !== '' ? '\\' : ''),
  )
  return joined.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n')
}

function date(at: number | null): Date | null {
  return at === null ? null : new Date(at)
}
