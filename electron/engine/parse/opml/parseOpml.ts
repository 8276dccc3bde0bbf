import type { SkipReason } from '../../../../shared/contract/skipped.ts'
import { LONGEST_LIST, MOST_OF_LONGER } from '../../../../shared/importLimits.ts'
import { failed, ok, type Result } from '../../../../shared/result.ts'
import type { DurationMs } from '../../../../shared/time.ts'
import { cutTo, LONGEST_DOCUMENT, LONGEST_TITLE } from '../limits.ts'
import { resolveAddress } from '../text/addresses.ts'
import { foldSpace } from '../text/plainText.ts'
import { firstElementAt, withoutControls } from '../xml/prolog.ts'
import { readElements } from '../xml/readElements.ts'
import { attribute, attributeOfAnyPrefix, childElements, childOf, innerText, type XmlElement } from '../xml/xmlElement.ts'
import { FOLDER_SEPARATOR, type OpmlFeed } from './opmlFeed.ts'

/** What a list of subscriptions holds. `skipped`: lines that were not taken, each with the reason. */
export interface ParsedOpml {
  readonly title: string
  readonly outlines: readonly OpmlFeed[]
  readonly skipped: readonly SkippedOutline[]
}

/** A line that was not taken. `text` is its title or, where it has none, its address. */
export interface SkippedOutline {
  readonly text: string
  readonly reason: SkipReason
}

/** Of the lines that are reported as skipped. */
const MOST_SKIPPED = 1_000
const CONTAINERS = new Set(['opml', 'head', 'body', 'outline'])

interface Collected {
  readonly outlines: Map<string, OpmlFeed>
  readonly skipped: SkippedOutline[]
}

/** Reads OPML 1.0 and 2.0, however broken: each line that can be taken is, and no line stops the rest. */
export function parseOpml(text: string): Result<ParsedOpml, { kind: 'not-opml' }> {
  const clean = withoutControls(text.slice(0, LONGEST_DOCUMENT))
  const { roots } = readElements(clean.slice(firstElementAt(clean)), {
    baseUrl: '',
    containers: CONTAINERS,
    opens: () => 0,
    closes: () => 'keep',
  })
  const opml = roots.find(({ key }) => key === 'opml')
  if (opml === undefined) return failed({ kind: 'not-opml' })
  const collected: Collected = { outlines: new Map(), skipped: [] }
  collect(childOf(opml, 'body') ?? opml, [], collected)
  const { outlines, skipped } = withoutExcess(collected)
  return ok({ title: titleOf(opml), outlines, skipped })
}

function withoutExcess({ outlines, skipped }: Collected): Pick<ParsedOpml, 'outlines' | 'skipped'> {
  const all = [...outlines.values()]
  if (all.length <= LONGEST_LIST) return { outlines: all, skipped }
  const reason = 'long-list'
  const left = all.slice(MOST_OF_LONGER, MOST_OF_LONGER + MOST_SKIPPED).map(({ title, url }) => ({ text: title || url, reason }) as const)
  return { outlines: all.slice(0, MOST_OF_LONGER), skipped: [...skipped, ...left].slice(0, MOST_SKIPPED) }
}

function collect(parent: XmlElement, folders: readonly string[], collected: Collected): void {
  for (const outline of childElements(parent)) {
    if (outline.key !== 'outline') continue
    const isFolder = childElements(outline).some(({ key }) => key === 'outline')
    const isLine = lineAddress(outline) !== null
    if (isLine || !isFolder) take(outline, folders, collected)
    const name = outlineText(outline)
    if (isFolder) collect(outline, isLine || name === '' ? folders : [...folders, name], collected)
  }
}

function take(outline: XmlElement, folders: readonly string[], collected: Collected): void {
  const feed = feedOf(outline, folders)
  if (typeof feed === 'string') return skip(outline, feed, collected)
  if (collected.outlines.has(feed.url)) return skip(outline, 'twice', collected)
  // One more than is taken whole tells that the list is longer; what follows need not be kept for that.
  if (collected.outlines.size <= LONGEST_LIST) collected.outlines.set(feed.url, feed)
}

function skip(outline: XmlElement, reason: SkipReason, { skipped }: Collected): void {
  if (skipped.length < MOST_SKIPPED) skipped.push({ text: outlineText(outline) || (lineAddress(outline) ?? ''), reason })
}

/** The feed or newsroom of a line, or why there is none. */
function feedOf(outline: XmlElement, folders: readonly string[]): OpmlFeed | SkipReason {
  const written = lineAddress(outline)
  if (written === null) return 'no-address'
  const url = addressOf(written)
  if (url === null) return 'not-web'
  const isNewsroom = own(outline, 'kind') === 'newsroom'
  if (!isNewsroom && feedAddress(outline) === null) return 'plain-link'
  return {
    title: outlineText(outline),
    url,
    kind: isNewsroom ? 'newsroom' : 'feed',
    siteUrl: addressOf(attribute(outline, 'htmlurl') ?? ''),
    folder: folders.length === 0 ? null : cutTo(folders.join(FOLDER_SEPARATOR), LONGEST_TITLE),
    category: categoryOf(outline),
    checkEvery: intervalOf(outline),
  }
}

/** `xmlUrl` is the standard; `url` stands in `type="rss"` of old lists, and in links. */
function feedAddress(outline: XmlElement): string | null {
  const isLink = attribute(outline, 'type')?.toLowerCase() === 'link'
  return attribute(outline, 'xmlurl')?.trim() || (isLink ? null : attribute(outline, 'url')?.trim() || null)
}

function lineAddress(outline: XmlElement): string | null {
  return feedAddress(outline) ?? (attribute(outline, 'url')?.trim() || null)
}

/** `feed:` is how some programs mark the address of a feed. `sample:` is the sample edition. */
function addressOf(written: string): string | null {
  const address = written.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:\/\//i, 'http://')
  return resolveAddress(address, address.startsWith('sample:') ? address : 'about:blank')
}

function categoryOf(outline: XmlElement): OpmlFeed['category'] {
  const said = own(outline, 'category')
  return said === 'company' || said === 'industry' ? said : null
}

function intervalOf(outline: XmlElement): DurationMs | null {
  const said = own(outline, 'checkevery') ?? ''
  return /^[1-9]\d{0,11}$/.test(said) ? (Number(said) as DurationMs) : null
}

/** An attribute of ours, whatever prefix the list gives our namespace. */
function own(outline: XmlElement, name: string): string | null {
  for (const [prefix, space] of outline.names.spaces) {
    if (space === 'newsdesk') return attribute(outline, `${prefix}:${name}`)
  }
  return attributeOfAnyPrefix(outline, `newsdesk:${name}`)
}

function outlineText(outline: XmlElement): string {
  const text = foldSpace(attribute(outline, 'title') ?? '') || foldSpace(attribute(outline, 'text') ?? '')
  return cutTo(text, LONGEST_TITLE)
}

function titleOf(opml: XmlElement): string {
  const title = childOf(childOf(opml, 'head') ?? opml, 'title')
  return title === null ? '' : cutTo(foldSpace(innerText(title)), LONGEST_TITLE)
}
