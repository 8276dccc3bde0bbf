import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeText } from '../../../electron/engine/fetch/charset.ts'

/** What a document of the corpus is expected to say. `entry`: null of the feed itself. */
export interface Expectation {
  readonly entry: number | null
  readonly field: 'title' | 'link' | 'id' | 'date' | 'body' | 'author' | 'description' | 'count'
  readonly match: 'text' | 'link' | 'id' | 'instant' | 'number'
  readonly value: string | number
}

/** A document, decoded as the product decodes it. */
export interface CorpusDocument {
  readonly file: string
  readonly url: string
  readonly contentType: string | null
  readonly text: string
  readonly expect: readonly Expectation[]
}

/** Where the corpus's documents were served when their expectations were written down. */
const SERVED_AT = 'http://127.0.0.1:8097/'

/** Reads a folder with `expectations.json` and `documents/`; null where there is none. */
export function readCorpus(folder: string): CorpusDocument[] | null {
  const list = join(folder, 'expectations.json')
  if (!existsSync(list)) return null
  const listed = JSON.parse(readFileSync(list, 'utf8')) as { file: string; contentType: string | null; expect: Expectation[] }[]
  return listed.map(({ file, contentType, expect }) => {
    const bytes = readFileSync(join(folder, 'documents', file))
    return { file, url: SERVED_AT + file, contentType, text: decodeText(bytes, contentType, 'xml'), expect }
  })
}
