import { webAddress } from './links.ts'
import { elementsOf, type MarkupElement, type MarkupNode } from './markupTree.ts'
import { pictureAddress } from './pictures.ts'

/** Hosts whose frames play something; frames of others are advertisements, forms and counters. */
const PLAYERS =
  /(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com|twitch\.tv|wistia\.(?:com|net)|brightcove\.(?:com|net)|vidyard\.com|bilibili\.com|youku\.com|v\.qq\.com|ted\.com|soundcloud\.com|spotify\.com|loom\.com|jwplayer\.com|jwplatform\.com|kaltura\.com|mediaset\.net|facebook\.com|acast\.com|buzzsprout\.com|podbean\.com|megaphone\.fm)$/

const PLAYER_PATH = /\/(?:embed|player|video|videos|plugins\/video)(?:[/.]|$)/i

const SOUND_HOST = /(?:^|\.)(?:soundcloud|spotify|acast|buzzsprout|podbean|megaphone)\.(?:com|fm)$/

/** Whether an element plays something: it becomes a plain link, as nothing plays inside an article. */
export function isPlayer(element: MarkupElement): boolean {
  return element.name === 'video' || element.name === 'audio' || element.name === 'iframe' || element.name === 'amp-youtube'
}

/** The link that stands for a player, after the still picture that a video names. Empty where there is nothing to open. */
export function playerLink(player: MarkupElement, baseUrl: string): MarkupNode[] {
  const address = player.name === 'iframe' ? frameAddress(player, baseUrl) : mediaAddress(player, baseUrl)
  if (address === null) return []
  const { host, hostname } = new URL(address)
  const what = player.name === 'audio' || SOUND_HOST.test(hostname) ? 'audio' : 'video'
  const link: MarkupElement = { name: 'a', attributes: { href: address }, children: [`Open ${what} at ${host}`] }
  const still = stillOf(player, baseUrl)
  return [{ name: 'p', attributes: {}, children: still === null ? [link] : [still, { name: 'br', attributes: {}, children: [] }, link] }]
}

function frameAddress(frame: MarkupElement, baseUrl: string): string | null {
  const { src, 'data-src': late, 'data-lazy-src': later } = frame.attributes
  const address = [late, later, src].map((raw) => webAddress(raw, baseUrl)).find((found) => found !== null) ?? null
  if (address === null) return null
  const { hostname, pathname } = new URL(address)
  const isWhole = Object.hasOwn(frame.attributes, 'allowfullscreen')
  return isWhole || PLAYERS.test(hostname) || PLAYER_PATH.test(pathname) ? address : null
}

function mediaAddress(player: MarkupElement, baseUrl: string): string | null {
  const sources = elementsOf(player.children).filter(({ name }) => name === 'source')
  const raw = [player.attributes['src'], player.attributes['data-src'], ...sources.map(({ attributes }) => attributes['src'])]
  return raw.map((one) => webAddress(one, baseUrl)).find((found) => found !== null) ?? null
}

function stillOf(player: MarkupElement, baseUrl: string): MarkupElement | null {
  const { poster } = player.attributes
  if (player.name !== 'video' || poster === undefined) return null
  const still: MarkupElement = { name: 'img', attributes: { src: poster, alt: '' }, children: [] }
  return pictureAddress(still, baseUrl) === null ? null : still
}
