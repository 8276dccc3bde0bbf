import { linkKey, parsedUrl, isSameSite, resolveLink } from '../addresses.ts'
import { foldSpace, parseDom, textOf } from '../dom.ts'
import { kindOfItem, type ItemKind } from '../itemKinds.ts'
import type { ListCandidate, ListedArticle, Recipe } from '../newsroomReading.ts'
import type { NewsPage } from '../page.ts'
import { reasonsOf } from '../reasons.ts'
import { stampOf } from '../recordDates.ts'
import { isNewsPlace, scoreOf, type ListFigures } from '../score.ts'
import { linkShape } from '../signatures.ts'
import { isGenericText, NEWS_WORDS, OTHER_KINDS } from '../words.ts'
import type { Data } from './literal.ts'
import { pageData } from './pageData.ts'

type Fields = Readonly<Record<string, Data>>

interface FoundArray {
  readonly path: string
  readonly items: ListedArticle[]
  readonly kinds: ItemKind[]
}

/** The lists of articles that the scripts of a page carry: JSON-LD, the state of Next.js and Nuxt, other embedded data. Best first. */
export function dataLists(page: NewsPage): ListCandidate[] {
  const arrays = new Map<string, FoundArray>()
  const links = linksBySlug(page)
  for (const { name, value } of pageData(page.root)) search(value, name, 0, { page, arrays, links, left: { objects: 60_000 } })
  return [...arrays.values()]
    .flatMap((found) => (found.items.length === 0 ? [] : [candidateOf(found, page)]))
    .toSorted((a, b) => b.score - a.score)
}

interface Search {
  readonly page: NewsPage
  readonly arrays: Map<string, FoundArray>
  readonly links: ReadonlyMap<string, string>
  readonly left: { objects: number }
}

const MOST_DEPTH = 24
const MOST_ITEMS = 300

function search(value: Data, path: string, depth: number, into: Search): void {
  if (value === null || typeof value !== 'object' || depth > MOST_DEPTH || (into.left.objects -= 1) < 0) return
  if (isList(value)) {
    for (const entry of value.slice(0, MOST_ITEMS)) noteEntry(entry, path, into)
    for (const entry of value.slice(0, 400)) search(entry, `${path}[]`, depth + 1, into)
    return
  }
  // One article by itself counts where structured data says what it is, as in a graph of them.
  if (path.startsWith('json-ld') && !path.endsWith('[]')) noteEntry(value, path, into)
  for (const [name, inner] of Object.entries(value))
    search(inner, `${path}.${/^\d+$/u.test(name) || name.length > 40 ? '*' : name}`, depth + 1, into)
}

function isList(value: Data): value is readonly Data[] {
  return Array.isArray(value)
}

function isFields(value: Data | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function noteEntry(entry: Data, path: string, { page, arrays, links }: Search): void {
  const fields = isFields(entry) ? unwrapped(entry) : null
  const type = fields === null ? '' : typeOf(fields)
  if (fields === null || NOT_ARTICLES.test(type)) return
  const isTyped = ARTICLES.test(type)
  if (path.startsWith('json-ld') && !isTyped && !/ListItem|itemListElement/u.test(`${type}${path}`)) return
  if (/breadcrumb/iu.test(path)) return
  const article = articleOf(fields, page, links)
  if (article === null || linkKey(article.url) === linkKey(page.url)) return
  // A graph of articles is one list, wherever each stands in it.
  const place = isTyped && path.startsWith('json-ld') ? 'json-ld articles' : path
  const found = arrays.get(place) ?? { path: place, items: [], kinds: [] }
  arrays.set(place, found)
  if (found.items.some((item) => linkKey(item.url) === linkKey(article.url))) return
  const kind = isTyped ? 'news' : kindOfItem(article, [], page.now)
  found.kinds.push(kind)
  if (kind === 'news') found.items.push(article)
}

const ARTICLES = /(?:^|\W)(?:\w*Article|BlogPosting|Report|SocialMediaPosting|LiveBlogPosting|PressRelease)(?:\W|$)/u
const NOT_ARTICLES =
  /Event|Product|JobPosting|Offer|BreadcrumbList|SiteNavigationElement|Person|Organization|ImageObject|Question|VideoObject|WebSite|CollectionPage$/u

function typeOf(fields: Fields): string {
  const type = fields['@type'] ?? fields['__typename'] ?? ''
  return Array.isArray(type) ? type.join(' ') : typeof type === 'string' ? type : ''
}

// What programming interfaces wrap an entry in: `{node: {…}}`, `{attributes: {…}}`, `{item: {…}}`.
function unwrapped(entry: Fields, depth = 0): Fields {
  const inner = WRAPPERS.map((name) => entry[name]).filter(isFields)
  return depth > 1 || inner.length === 0
    ? entry
    : (Object.assign({}, entry, ...inner.map((fields) => unwrapped(fields, depth + 1))) as Fields)
}

const WRAPPERS = ['node', 'item', 'attributes', 'fields', 'frontmatter', 'data', 'post', 'article', 'content', '_source'] as const

const TITLES = ['headline', 'title', 'name', 'heading', 'newsTitle', 'articleTitle', 'postTitle', 'subject', 'caption']
const LINKS = [
  'url',
  'link',
  'href',
  'permalink',
  'canonicalUrl',
  'canonical_url',
  'path',
  'uri',
  'fullPath',
  'detailUrl',
  'linkUrl',
  'pageUrl',
  'absolute_url',
  'relativeUrl',
  '@id',
  'mainEntityOfPage',
]
const DATES = [
  'datePublished',
  'publishedAt',
  'published_at',
  'publishDate',
  'publish_date',
  'publishedDate',
  'published',
  'publicationDate',
  'pubDate',
  'pubdate',
  'publishTime',
  'publish_time',
  'releaseDate',
  'release_date',
  'newsDate',
  'date',
  'displayDate',
  'postDate',
  'dateCreated',
  'createdAt',
  'created_at',
  'created',
  'createTime',
  'create_time',
  'addtime',
  'time',
  'firstPublishedAt',
  'day',
]
const PICTURES = [
  'image',
  'thumbnail',
  'thumbnailUrl',
  'cover',
  'coverImage',
  'featuredImage',
  'featured_image',
  'heroImage',
  'img',
  'picture',
  'photo',
  'pic',
  'teaserImage',
]
const SUMMARIES = ['description', 'summary', 'excerpt', 'abstract', 'teaser', 'intro', 'dek', 'subtitle', 'lead', 'brief', 'digest']

function articleOf(fields: Fields, page: NewsPage, links: ReadonlyMap<string, string>): ListedArticle | null {
  const title = plainText(first(fields, TITLES))
  const url = addressOf(fields, page, links)
  if (url === null || title.length < 4 || title.length > 400 || isGenericText(title)) return null
  const rawDate = stringOf(first(fields, DATES))
  const hints = { now: page.now, order: 'dmy' as const, year: null }
  const picture = addressIn(first(fields, PICTURES))
  return {
    title,
    url,
    publishedAt: rawDate === '' ? null : stampOf(rawDate, hints, page),
    rawDate: rawDate === '' ? null : rawDate.slice(0, 100),
    imageUrl: picture === '' ? null : resolveLink(picture, page.base),
    summary: plainText(first(fields, SUMMARIES)).slice(0, 600) || null,
    isForeign: !isSameSite(url, page.url),
  }
}

function first(fields: Fields, names: readonly string[]): Data {
  for (const name of names) {
    const value = fields[name]
    if (value !== undefined && value !== null && value !== '') return value
  }
  return null
}

function stringOf(value: Data): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value).trim()
  return isFields(value) ? stringOf(first(value, ['rendered', 'value', 'text', 'iso', '@value', 'en', 'date'])) : ''
}

function plainText(value: Data): string {
  const text = stringOf(value)
  return /<\w|&\w{2,8};|&#\d/u.test(text) ? textOf(parseDom(text.slice(0, 5_000)).root, 1_000) : foldSpace(text.slice(0, 2_000))
}

function addressIn(value: Data): string {
  if (typeof value === 'string') return value
  if (isList(value)) return addressIn(value[0] ?? null)
  return isFields(value) ? addressIn(first(value, ['url', 'src', '@id', 'href', 'contentUrl', 'sourceUrl', 'source_url', 'current'])) : ''
}

function addressOf(fields: Fields, page: NewsPage, links: ReadonlyMap<string, string>): string | null {
  const written = addressIn(first(fields, LINKS))
  if (/^(?:https?:)?\/\/|^\/|^\.{1,2}\/|^\w[^\s]*\.(?:html?|php|aspx?|pdf)|^sample:/iu.test(written)) return resolveLink(written, page.base)
  const slug = addressIn(first(fields, ['slug', 'urlSlug', 'alias', 'handle'])) || written
  return slug === '' || /\s/u.test(slug) ? null : addressOfSlug(slug, page, links)
}

// A bare slug: where the page links to it, that link; on a page of news, the address below the page's own.
function addressOfSlug(slug: string, page: NewsPage, links: ReadonlyMap<string, string>): string | null {
  const parts = slug.split('/').filter((part) => part !== '')
  const linked = links.get(parts.at(-1) ?? slug)
  if (linked !== undefined) return linked
  if (slug.startsWith('/') && parts.length > 1) return resolveLink(slug, page.base)
  const url = parsedUrl(page.url)
  if (url === null || !isNewsPlace(page) || url.pathname === '/') return null
  return resolveLink(
    parts.join('/'),
    `${url.origin === 'null' ? `${url.protocol}//${url.host}` : url.origin}${url.pathname.replace(/\/?(?:index\.\w+)?$/u, '')}/`,
  )
}

function linksBySlug(page: NewsPage): Map<string, string> {
  const links = new Map<string, string>()
  for (const link of page.links) {
    const last =
      parsedUrl(link.url)
        ?.pathname.split('/')
        .findLast((segment) => segment !== '') ?? ''
    for (const slug of [last, last.replace(/\.\w{2,5}$/u, '')]) if (slug !== '' && !links.has(slug)) links.set(slug, link.url)
  }
  return links
}

function candidateOf({ path, items, kinds }: FoundArray, page: NewsPage): ListCandidate {
  const names = path.replace(/([a-z])([A-Z])/gu, '$1 $2').replace(/[.[\]#_]+/gu, ' ')
  const isOther = !NEWS_WORDS.test(` ${names} `) && OTHER_KINDS.some(([, words]) => words.test(` ${names} `))
  const figures: ListFigures = {
    items,
    kinds,
    dropped: 0,
    label: null,
    region: /\b(?:nav|menu|footer|header)/iu.test(names) ? 'nav' : null,
    by: 'data',
    names,
    headings: 0,
  }
  const recipe: Recipe = {
    version: 1,
    from: 'data',
    by: 'data',
    signature: path,
    titlePart: null,
    datePart: null,
    linkShape: items[0] === undefined ? '' : linkShape(items[0].url),
    because: [],
  }
  const reasons = [`The page carries the list as data (${path}).`, ...reasonsOf(figures, recipe, page)]
  // What people see is believed before what scripts carry.
  const score = scoreOf(figures, page) - 4 - (isOther ? 25 : 0) + (path === 'json-ld articles' ? 10 : 0)
  return { items, score, label: null, recipe: { ...recipe, because: reasons } }
}
