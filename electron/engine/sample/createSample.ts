import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import type { EpochMs } from '../../../shared/time.ts'
import { fillDates } from './fillDates.ts'
import { listFiles } from './listFiles.ts'

/** What the sample edition answers to an address. `etag` stands in quotes, as in a header. */
export interface SampleAnswer {
  readonly bytes: Uint8Array
  readonly contentType: string
  readonly etag: string
}

/** Answers a `sample:` address; null where the edition has nothing of that name. */
export type Sample = (address: string) => SampleAnswer | null

const textTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

const pictureTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
}

/**
 * Opens the sample edition, a small web that stands in a folder.
 *
 * @param folder holds a folder for each host; it is listed once, and an address is only looked up in that list.
 * @param startOfEdition any instant of the newest day; the documents' dates count back from it (see `fillDates`).
 */
export function createSample(folder: string, startOfEdition: EpochMs): Sample {
  const files = listFiles(folder)
  return (address) => {
    const path = files.get(withoutFragment(address))
    if (path === undefined) return null
    const stored = readFileSync(path)
    const picture = pictureTypes[extname(path)]
    if (picture !== undefined) return answer(stored, picture)
    const text = fillDates(stored.toString('utf8'), startOfEdition)
    return answer(Buffer.from(text, 'utf8'), typeOfText(path, text))
  }
}

function withoutFragment(address: string): string {
  const mark = address.indexOf('#')
  return mark < 0 ? address : address.slice(0, mark)
}

function answer(bytes: Uint8Array, contentType: string): SampleAnswer {
  const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`
  return { bytes, contentType, etag }
}

function typeOfText(path: string, text: string): string {
  const known = textTypes[extname(path)]
  if (known !== undefined) return known
  return text.includes('<rss') ? 'application/rss+xml; charset=utf-8' : 'application/atom+xml; charset=utf-8'
}
