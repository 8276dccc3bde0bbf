import { escapeHtml, foldSpace } from '../text/plainText.ts'
import { withoutControls } from '../xml/prolog.ts'
import { FOLDER_SEPARATOR, NAMESPACE, type OpmlFeed } from './opmlFeed.ts'

interface Folder {
  readonly folders: Map<string, Folder>
  readonly feeds: OpmlFeed[]
}

/** Writes a list of subscriptions as OPML 2.0 that `parseOpml` reads back as it was; what is ours alone: see `NAMESPACE`. */
export function writeOpml(title: string, feeds: readonly OpmlFeed[]): string {
  const top: Folder = { folders: new Map(), feeds: [] }
  for (const feed of feeds) folderFor(top, feed.folder).feeds.push(feed)
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<opml version="2.0" xmlns:newsdesk="${NAMESPACE}">`,
    `  <head><title>${written(title)}</title></head>`,
    '  <body>',
    ...linesOf(top, '    '),
    '  </body>',
    '</opml>',
  ]
  return `${lines.join('\n')}\n`
}

function folderFor(top: Folder, path: string | null): Folder {
  let folder = top
  for (const name of path === null ? [] : path.split(FOLDER_SEPARATOR)) {
    const known: Folder = folder.folders.get(name) ?? { folders: new Map(), feeds: [] }
    folder.folders.set(name, known)
    folder = known
  }
  return folder
}

function linesOf(folder: Folder, indent: string): string[] {
  const feeds = folder.feeds.map((feed) => `${indent}<outline${attributesOf(feed)}/>`)
  const folders = [...folder.folders].flatMap(([name, inner]) => [
    `${indent}<outline text="${written(name)}">`,
    ...linesOf(inner, `${indent}  `),
    `${indent}</outline>`,
  ])
  return [...feeds, ...folders]
}

function attributesOf(feed: OpmlFeed): string {
  const isNewsroom = feed.kind === 'newsroom'
  const attributes: readonly (readonly [string, string | number | null])[] = [
    ['type', isNewsroom ? 'link' : 'rss'],
    ['text', feed.title],
    ['title', feed.title],
    [isNewsroom ? 'url' : 'xmlUrl', feed.url],
    ['htmlUrl', feed.siteUrl],
    ['newsdesk:kind', isNewsroom ? 'newsroom' : null],
    ['newsdesk:category', feed.category],
    ['newsdesk:checkEvery', feed.checkEvery],
  ]
  return attributes.map(([name, value]) => (value === null ? '' : ` ${name}="${written(String(value))}"`)).join('')
}

function written(text: string): string {
  return escapeHtml(foldSpace(withoutControls(text.toWellFormed())))
}
