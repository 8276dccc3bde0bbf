import { resolveAddress } from '../text/addresses.ts'
import { attribute, childElements, childOf, innerText, type XmlElement } from '../xml/xmlElement.ts'
import { all, type Group } from './group.ts'
import { writtenAddress } from './links.ts'

/** Elements of Media RSS that are looked at in one entry; galleries have dozens. */
const MOST_MEDIA = 500

/** Media RSS lets its elements stand in the entry, in a `media:group`, or in a `media:content`. */
export function mediaElements(group: Group): XmlElement[] {
  const found: XmlElement[] = []
  for (const [key, elements] of group) {
    if (key.startsWith('media:')) for (const element of elements) addMedia(element, found)
  }
  return found
}

/** The picture that an entry names outside its text: the widest of its media, else a thumbnail, else the podcast's. */
export function pictureIn(group: Group, media: readonly XmlElement[]): string | null {
  const pictures = media.filter((element) => element.key === 'media:content' && isPicture(element))
  const thumbnails = media.filter((element) => element.key === 'media:thumbnail')
  return (
    widest(pictures) ??
    widest(thumbnails) ??
    firstAddress(all(group, 'itunes:image')) ??
    firstAddress(all(group, 'googleplay:image')) ??
    firstAddress(all(group, 'enclosure').filter(isPicture)) ??
    firstAddress(all(group, 'image').map((image) => childOf(image, 'url') ?? image)) ??
    firstAddress(all(group, 'thumbnail'))
  )
}

/** True for a file that says it is a picture, by medium, type or the end of its address. */
export function isPicture(element: XmlElement): boolean {
  const medium = attribute(element, 'medium')?.toLowerCase() ?? ''
  const type = attribute(element, 'type')?.toLowerCase() ?? ''
  if (medium !== '' || type !== '') return medium === 'image' || type.startsWith('image')
  return /\.(?:jpe?g|png|gif|webp|avif)$/i.test((attribute(element, 'url') ?? attribute(element, 'href') ?? '').split(/[?#]/)[0] ?? '')
}

function addMedia(element: XmlElement, found: XmlElement[]): void {
  if (found.length >= MOST_MEDIA) return
  found.push(element)
  if (element.key !== 'media:group' && element.key !== 'media:content') return
  for (const child of childElements(element)) {
    if (child.key.startsWith('media:')) addMedia(child, found)
  }
}

/** Where no width is stated the publisher's order counts. */
function widest(elements: readonly XmlElement[]): string | null {
  let best: string | null = null
  let bestWidth = -1
  for (const element of elements) {
    const width = Number.parseInt(attribute(element, 'width') ?? '0', 10) || 0
    const address = width > bestWidth ? mediaAddress(element) : null
    if (address === null) continue
    best = address
    bestWidth = width
  }
  return best
}

function mediaAddress(element: XmlElement): string | null {
  return resolveAddress(attribute(element, 'url') ?? innerText(element), element.baseUrl)
}

function firstAddress(elements: readonly XmlElement[]): string | null {
  for (const element of elements) {
    const address = writtenAddress(element)
    if (address !== null) return address
  }
  return null
}
