import type { ParsedEntry } from '../parse/parsedFeed.ts'
import { canonicalLink } from './canonicalLink.ts'
import { sha256 } from './hash.ts'

/** Longer keys are hashed (F18). */
const LONGEST_KEY = 2_048

const DAY_MS = 86_400_000

/** What makes an entry this article within its source, and what else it may be known by. */
export interface Identity {
  readonly identityKey: string
  /** Null where the link does not tell the article from others: none, a bare host, or one that several entries share. */
  readonly linkKey: string | null
}

/** What identity is judged by: the rest of an entry may change with every edit. */
export type IdentifiedEntry = Pick<ParsedEntry, 'rawId' | 'link' | 'title' | 'publishedAt'>

/**
 * The identity of each entry of one document, in its order: the publisher's id; where different entries share it, id and link;
 * where it is missing, the canonical link; then title and day (F13). Entries that are the same article get the same key.
 */
export function identify(entries: readonly IdentifiedEntry[]): Identity[] {
  const named = entries.map(nameEntry)
  const articlesById = countArticles(named, ({ id }) => id)
  const articlesByLink = countArticles(named, ({ link }) => link)
  return named.map((entry) => {
    const sharesId = entry.id !== null && (articlesById.get(entry.id)?.size ?? 0) > 1
    const sharesLink = entry.link !== null && (articlesByLink.get(entry.link)?.size ?? 0) > 1
    return {
      identityKey: shortened(keyOf(entry, sharesId, sharesLink)),
      linkKey: entry.link === null || sharesLink || isBareHost(entry.link) ? null : shortened(entry.link),
    }
  })
}

/** The parts that a key is made of. */
interface NamedEntry {
  readonly id: string | null
  readonly link: string | null
  /** Title and day. */
  readonly words: string
}

function nameEntry({ rawId, link, title, publishedAt }: IdentifiedEntry): NamedEntry {
  const id = rawId?.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim() ?? ''
  const day = publishedAt === null ? '' : String(Math.floor(publishedAt / DAY_MS))
  return { id: id === '' ? null : id, link: link === null ? null : canonicalLink(link), words: `${title.trim().toLowerCase()}|${day}` }
}

/**
 * How many different articles stand behind each id or link. Different ids are different articles; under one id, links tell;
 * where there are neither, words.
 */
function countArticles(entries: readonly NamedEntry[], by: (entry: NamedEntry) => string | null): Map<string, Set<string>> {
  const articles = new Map<string, Set<string>>()
  for (const entry of entries) {
    const shared = by(entry)
    if (shared === null) continue
    const seen = articles.get(shared) ?? new Set()
    seen.add(shared === entry.id ? (entry.link ?? entry.words) : (entry.id ?? entry.words))
    articles.set(shared, seen)
  }
  return articles
}

function keyOf({ id, link, words }: NamedEntry, sharesId: boolean, sharesLink: boolean): string {
  if (id !== null) return sharesId ? `id:${id} ${link ?? words}` : `id:${id}`
  if (link === null) return `title:${words}`
  return sharesLink ? `link:${link} ${words}` : `link:${link}`
}

/** A link to the front page says nothing about which article is meant. */
function isBareHost(link: string): boolean {
  return /^https:\/\/[^/?#]+$/.test(link)
}

function shortened(key: string): string {
  return key.length <= LONGEST_KEY ? key : `sha256:${sha256(key)}`
}
