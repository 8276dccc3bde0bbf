import { fileURLToPath } from 'node:url'
import { resolve } from 'node:path'
import { id } from '../../shared/contract/schemas.ts'

/** What the app is asked to open from outside: an address to add, an article of its own, or a list of sources in a file. */
export type Opening =
  | { readonly kind: 'add'; readonly address: string }
  | { readonly kind: 'article'; readonly id: string }
  | { readonly kind: 'file'; readonly path: string }

const LONGEST = 8192

/**
 * Reads a link or a path that another program hands over. Nobody vouches for it: what is not exactly one of these forms is null.
 *
 * - `feed:https://…`, `feed://host/…` (the feed scheme stands for http), `newsdesk:add?url=…`
 * - `newsdesk:article/<id>`
 * - the path of an `.opml` file, or its `file:` address
 *
 * @param folder where a relative path begins.
 */
export function openingOf(argument: string, folder: string): Opening | null {
  if (argument.length > LONGEST || argument.includes('\0')) return null
  if (/^feed:/i.test(argument)) return addOf(addressInFeed(argument))
  if (/^newsdesk:/i.test(argument)) return ownLink(argument)
  return fileOf(argument, folder)
}

/** The first of a program's arguments that asks to open something. Options are none. */
export function openingIn(argv: readonly string[], folder: string): Opening | null {
  for (const argument of argv) {
    const opening = argument.startsWith('-') ? null : openingOf(argument, folder)
    if (opening !== null) return opening
  }
  return null
}

function addressInFeed(link: string): string {
  const rest = link.slice('feed:'.length)
  return rest.startsWith('//') ? `http:${rest}` : rest
}

// `newsdesk://add?…` is written as often as `newsdesk:add?…`, and systems may end it with a slash.
function ownLink(link: string): Opening | null {
  const url = URL.parse(link)
  if (url === null || url.username !== '' || url.password !== '' || url.port !== '' || url.hash !== '') return null
  const [what, ...rest] = `${url.host}${url.pathname}`.replace(/^\/+|\/+$/g, '').split('/')
  if (what === 'add' && rest.length === 0) return addOf(url.searchParams.get('url') ?? '')
  const parsed = id.safeParse(rest[0])
  return what === 'article' && rest.length === 1 && url.search === '' && parsed.success ? { kind: 'article', id: parsed.data } : null
}

function addOf(address: string): Opening | null {
  const url = URL.parse(address)
  const isWeb = url !== null && (url.protocol === 'https:' || url.protocol === 'http:')
  return isWeb && url.username === '' && url.password === '' ? { kind: 'add', address: url.href } : null
}

function fileOf(argument: string, folder: string): Opening | null {
  const path = /^file:/i.test(argument) ? pathOfFile(argument) : argument
  return path !== null && path.toLowerCase().endsWith('.opml') && !isShare(path) ? { kind: 'file', path: resolve(folder, path) } : null
}

/** A file of this computer; another host's is none. */
function pathOfFile(address: string): string | null {
  const url = URL.parse(address)
  if (url === null || url.host !== '') return null
  try {
    return fileURLToPath(url)
  } catch {
    return null
  }
}

// Reading from a share of Windows signs in there, which a link must not bring about.
function isShare(path: string): boolean {
  return /^[\\/]{2}/.test(path)
}
