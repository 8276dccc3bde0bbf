import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EpochMs } from '../../../shared/time.ts'

/** What stands in a page, as a person read it. `date`: the day, or null where the list gives none. */
export interface GoldItem {
  readonly title: string
  readonly url: string
  readonly date: string | null
}

/** The answer that a fixture wants. */
export interface Gold {
  readonly url: string
  readonly now: string
  readonly expect: 'list' | 'no-list' | 'needs-login' | 'needs-scripts'
  readonly charset?: string
  readonly nextPageUrl?: string
  readonly newsPages?: readonly string[]
  readonly feeds?: readonly string[]
  /** What the redesigned page has more and less than the first. */
  readonly redesign?: { readonly new: readonly string[]; readonly gone: readonly string[] }
  /** Written after the reading was finished, and not looked at while it was tuned: counted apart. */
  readonly heldBack?: boolean
  readonly items: readonly GoldItem[]
}

/** A newsroom of the corpus: `list.html`, `gold.json`, and where there is one `redesign.html`. */
export interface Fixture {
  readonly name: string
  readonly html: string
  readonly redesign: string | null
  readonly gold: Gold
}

/** The newsrooms kept with the tests. */
export const FIXTURES = new URL('../../fixtures/newsrooms/', import.meta.url).pathname

/** Reads every newsroom of a folder, by name. */
export function readCorpus(folder: string): Fixture[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'gold.json')))
    .sort()
    .map((name) => readFixture(folder, name))
}

function readFixture(folder: string, name: string): Fixture {
  const gold = JSON.parse(readFileSync(join(folder, name, 'gold.json'), 'utf8')) as Gold
  const page = (file: string): string => new TextDecoder(gold.charset ?? 'utf-8').decode(readFileSync(join(folder, name, file)))
  return { name, gold, html: page('list.html'), redesign: existsSync(join(folder, name, 'redesign.html')) ? page('redesign.html') : null }
}

/** When a fixture is read. */
export function nowOf(gold: Gold): EpochMs {
  return Date.parse(gold.now) as EpochMs
}

/** A reader of publishers' dates that is good enough for fixtures. */
export function readDate(raw: string): EpochMs | null {
  const at = Date.parse(raw)
  return Number.isNaN(at) ? null : (at as EpochMs)
}
