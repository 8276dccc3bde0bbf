import { parseArgs } from 'node:util'
import type { CommandOptions } from './command.ts'

/** A command line taken apart. */
export interface CommandLine {
  readonly command: string | null
  readonly words: readonly string[]
  readonly profile: string | null
  readonly isJson: boolean
  readonly mayUsePrivate: boolean
  readonly wantsHelp: boolean
  readonly wantsVersion: boolean
  readonly options: CommandOptions
  /** Of `serve`. */
  readonly serve: { readonly port: string | undefined; readonly opensBrowser: boolean; readonly isSample: boolean }
}

const options = {
  profile: { type: 'string' },
  json: { type: 'boolean' },
  'allow-private': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  category: { type: 'string' },
  source: { type: 'string' },
  company: { type: 'string' },
  view: { type: 'string' },
  limit: { type: 'string' },
  after: { type: 'string' },
  note: { type: 'string' },
  tag: { type: 'string', multiple: true },
  collection: { type: 'string' },
  query: { type: 'string' },
  order: { type: 'string' },
  force: { type: 'boolean' },
  name: { type: 'string' },
  word: { type: 'string', multiple: true },
  phrase: { type: 'string', multiple: true },
  field: { type: 'string' },
  folder: { type: 'string' },
  any: { type: 'boolean' },
  action: { type: 'string', multiple: true },
  'not-word': { type: 'string', multiple: true },
  'not-phrase': { type: 'string', multiple: true },
  'not-company': { type: 'string', multiple: true },
  'not-source': { type: 'string', multiple: true },
  'get-ready': { type: 'boolean' },
  apply: { type: 'boolean' },
  all: { type: 'boolean' },
  format: { type: 'string' },
  out: { type: 'string' },
  undo: { type: 'boolean' },
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
  sample: { type: 'boolean' },
} as const

/** Reads the arguments after the program's name. An unknown option answers the words that say so. */
export function readArguments(typed: readonly string[]): CommandLine | { readonly mistake: string } {
  try {
    const { values, positionals } = parseArgs({ args: withSearchMinus(typed), options, allowPositionals: true })
    const [command = null, ...words] = positionals
    return {
      command,
      words,
      profile: values.profile ?? null,
      isJson: values.json ?? false,
      mayUsePrivate: values['allow-private'] ?? false,
      wantsHelp: values.help ?? false,
      wantsVersion: values.version ?? false,
      options: values,
      serve: { port: values.port, opensBrowser: !values['no-open'], isSample: values.sample ?? false },
    }
  } catch (error) {
    return { mistake: error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error) }
  }
}

/** `search -word` means what it does in the search field: a minus is not an option there. */
function withSearchMinus(typed: readonly string[]): string[] {
  const at = typed.indexOf('search')
  if (at === -1) return [...typed]
  const words = typed.filter((word, index) => index > at && isUnwanted(word))
  return words.length === 0 ? [...typed] : [...typed.filter((word, index) => index <= at || !isUnwanted(word)), '--', ...words]
}

/** A word of a query that must not be found, as `-word`. */
function isUnwanted(word: string): boolean {
  return /^-[^-]/.test(word) && word !== '-h'
}
