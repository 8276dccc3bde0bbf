import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPage } from '../../../electron/engine/article/fullText.ts'
import { median, printTable, quantile } from '../figures.ts'

/** A page with what somebody else says its text is: `name.html` beside `name.json` with `url` and `expected.cleaned_text`. */
interface ForeignPage {
  readonly name: string
  readonly html: string
  readonly url: string
  readonly expected: string
}

/** Extracts the pages of a folder that was not made here, and prints how much of the text that they should give is found. */
export function measureForeignPages(folder: string): void {
  const pages = foreignPages(folder)
  const found = pages.map((page) => ({ name: page.name, share: shareFound(page) }))
  const shares = found.map((one) => one.share)
  printTable(
    ['pages not made here', 'figure'],
    [
      ['pages', String(pages.length)],
      ['expected words found, median', median(shares).toFixed(3)],
      ['expected words found, mean', (shares.reduce((sum, share) => sum + share, 0) / shares.length).toFixed(3)],
      ['expected words found, worst tenth', quantile(shares, 0.1).toFixed(3)],
      ['pages with nine tenths and more', `${shares.filter((share) => share >= 0.9).length} of ${shares.length}`],
    ],
  )
  const poor = found.filter((one) => one.share < 0.9).map((one) => `${one.name} ${one.share.toFixed(2)}`)
  if (poor.length > 0) console.log(`below nine tenths: ${poor.join(', ')}`)
}

function foreignPages(folder: string): ForeignPage[] {
  const names = readdirSync(folder).filter((file) => file.endsWith('.html'))
  return names.flatMap((file) => {
    const name = file.replace(/\.html$/, '')
    const about = aboutOf(join(folder, `${name}.json`))
    const expected = about?.expected?.cleaned_text ?? ''
    return expected === ''
      ? []
      : [{ name, html: readFileSync(join(folder, file), 'utf8'), url: about?.url ?? 'https://page.example/', expected }]
  })
}

function aboutOf(file: string): { url?: string; expected?: { cleaned_text?: string } } | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { url?: string; expected?: { cleaned_text?: string } }
  } catch {
    return null
  }
}

/** The share of the expected words that stand in the extracted text, each as often. */
function shareFound({ html, url, expected }: ForeignPage): number {
  const read = readPage(html, { url, title: '', feedText: '' })
  const left = counted(read.ok ? read.value.text.text : '')
  const wanted = wordsOf(expected)
  const found = wanted.filter((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count > 0
  })
  return found.length / Math.max(1, wanted.length)
}

function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
