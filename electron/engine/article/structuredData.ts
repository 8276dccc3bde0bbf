import type { PageDocument } from './pageDocument.ts'

/** What a page says of its article in JSON-LD, every part null or empty where it says nothing. */
export interface StructuredArticle {
  readonly headline: string | null
  readonly body: string | null
  readonly datePublished: string | null
  readonly authors: readonly string[]
  readonly image: string | null
  readonly isPaid: boolean
}

const ARTICLE_TYPE = /^(?:[a-z]+:\/\/schema\.org\/)?(?:\w*NewsArticle|\w*Article|BlogPosting|\w*Report|PressRelease|Review)$/i

/** More data than this is not read: no article needs it. */
const LONGEST_SCRIPT = 1_000_000

type JsonObject = Readonly<Record<string, unknown>>

/** The article that a page describes in JSON-LD, the first where there are several; null where it describes none. */
export function structuredArticle(document: PageDocument): StructuredArticle | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    for (const thing of things(parsed(script.textContent), 0)) {
      if (typesOf(thing).some((type) => ARTICLE_TYPE.test(type))) return read(thing)
    }
  }
  return null
}

/** Publishers leave raw newlines and comment marks in their JSON. What still does not parse is passed over. */
function parsed(source: string): unknown {
  if (source.length > LONGEST_SCRIPT) return null
  const bare = source.replace(/^\s*(?:<!--|<!\[CDATA\[|\/\*<!\[CDATA\[\*\/)|(?:-->|\]\]>|\/\*\]\]>\*\/)\s*$/g, '')
  for (const attempt of [bare, bare.replace(/[\u0000-\u001f]+/g, ' ')]) {
    try {
      return JSON.parse(attempt) as unknown
    } catch {
      // The next attempt is more lenient; after the last one the page has said nothing.
    }
  }
  return null
}

/** Objects at the top, in arrays and in `@graph`. */
function things(value: unknown, depth: number): JsonObject[] {
  if (depth > 4) return []
  if (Array.isArray(value)) return value.slice(0, 200).flatMap((one) => things(one, depth + 1))
  if (!isObject(value)) return []
  return [value, ...things(value['@graph'], depth + 1), ...things(value['mainEntity'], depth + 1)]
}

function read(thing: JsonObject): StructuredArticle {
  return {
    headline: words(thing['headline']) ?? words(thing['name']),
    body: words(thing['articleBody']),
    datePublished: words(thing['datePublished']) ?? words(thing['dateCreated']),
    authors: listed(thing['author']).flatMap((one) => words(isObject(one) ? one['name'] : one) ?? []),
    image: listed(thing['image']).flatMap((one) => words(isObject(one) ? one['url'] : one) ?? [])[0] ?? null,
    isPaid: /^false$/i.test(String(thing['isAccessibleForFree'])),
  }
}

function typesOf(thing: JsonObject): string[] {
  return listed(thing['@type']).filter((type) => typeof type === 'string')
}

function listed(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value]
}

function words(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
