import type { Picture } from './articleDraft.ts'
import { webAddress } from './links.ts'
import { elementsOf, type MarkupElement, type MarkupNode } from './markupTree.ts'
import { bestCandidate, readSrcset, type PictureCandidate } from './srcset.ts'
import { isTrackerAddress } from './trackerPixels.ts'

/** More pictures than this are left out of a text (X08). */
export const MOST_PICTURES = 200

/** Where scripts that load pictures late keep the address, the best first. */
const LATE_ADDRESS = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-lazy',
  'data-actualsrc',
  'data-original-src',
  'data-url',
  'data-hi-res-src',
]
const LATE_SRCSET = ['data-srcset', 'data-lazy-srcset', 'data-original-set']

/** What stands in `src` while the real picture is not there yet. */
const STAND_IN =
  /(?:^|[/_.-])(?:blank|spacer|placeholder|loading|lazy|transparent|1x1|pixel|grey|gray|s)\.(?:gif|png|svg|jpg)(?:$|\?)|^data:|^about:/i

/** Types that the app can show. */
const SHOWN_TYPE = /^image\/(?:png|jpe?g|pjpeg|gif|webp|avif)$/i

const SMALLEST_SIDE = 4

/** The pictures of one text, in the order in which they are met. */
export class PictureShelf {
  readonly pictures: Picture[] = []
  readonly baseUrl: string
  readonly #places = new Map<string, number>()
  isFull = false

  constructor(baseUrl: string) {
    this.baseUrl = baseUrl
  }

  /** `img`, `picture` or the like as the text shows it; null where there is nothing to show. */
  place(element: MarkupElement): MarkupElement | null {
    const image = imageIn(element)
    const url = pictureAddress(element, this.baseUrl)
    if (url === null || (image !== null && isPixel(image.attributes))) return null
    const number = this.#numberOf(url, image?.attributes ?? {})
    if (number === null) return null
    return { name: 'img', attributes: { ...shown(image?.attributes ?? {}), src: `picture:${String(number)}` }, children: [] }
  }

  #numberOf(url: string, attributes: Readonly<Record<string, string>>): number | null {
    const known = this.#places.get(url)
    if (known !== undefined) return known
    if (this.pictures.length >= MOST_PICTURES) {
      this.isFull = true
      return null
    }
    const { alt = '' } = attributes
    this.pictures.push({
      url,
      alt: alt.slice(0, 1_000).toWellFormed(),
      width: side(attributes['width']),
      height: side(attributes['height']),
    })
    this.#places.set(url, this.pictures.length - 1)
    return this.pictures.length - 1
  }
}

/** Whether a picture element has an address of its own, not only a stand-in for what a script would load. */
export function hasPicture(element: MarkupElement): boolean {
  return candidatesOf(element).length > 0
}

/** The address of the best picture that an element offers, absolute; null where it offers none that may be fetched. */
export function pictureAddress(element: MarkupElement, baseUrl: string): string | null {
  const candidates = candidatesOf(element)
  const best = bestCandidate(candidates)
  const inOrder = best === null ? candidates : [best, ...candidates]
  for (const { url } of inOrder) {
    const address = webAddress(url, baseUrl)
    if (address !== null && !isTrackerAddress(address) && !/\.svgz?$/i.test(URL.parse(address)?.pathname ?? '')) return address
  }
  return null
}

function candidatesOf(element: MarkupElement): PictureCandidate[] {
  const image = imageIn(element)
  const late = image === null ? [] : [...srcsetsOf(image, LATE_SRCSET), ...addressesOf(image, LATE_ADDRESS)]
  const plain = image === null ? [] : [...srcsetsOf(image, ['srcset']), ...addressesOf(image, ['src'])]
  // A stand-in tells that the late address is the picture; else what the browser would show comes first.
  const fromImage = late.length > 0 ? [...late, ...plain] : plain
  const sources = sourcesIn(element).flatMap((source) => srcsetsOf(source, ['srcset', 'data-srcset']))
  return [...fromImage, ...sources].filter(({ url }) => !STAND_IN.test(url))
}

function imageIn(element: MarkupElement): MarkupElement | null {
  if (element.name !== 'picture') return element
  return elementsOf(element.children).find(({ name }) => name === 'img') ?? null
}

function sourcesIn(element: MarkupElement): MarkupElement[] {
  if (element.name !== 'picture') return []
  return elementsOf(element.children).filter(
    ({ name, attributes }) => name === 'source' && (attributes['type'] === undefined || SHOWN_TYPE.test(attributes['type'])),
  )
}

function srcsetsOf(element: MarkupElement, names: readonly string[]): PictureCandidate[] {
  return names.flatMap((name) => {
    const srcset = element.attributes[name]
    return srcset === undefined ? [] : readSrcset(srcset)
  })
}

function addressesOf(element: MarkupElement, names: readonly string[]): PictureCandidate[] {
  return names.flatMap((name) => {
    const url = element.attributes[name]?.trim() ?? ''
    return url === '' ? [] : [{ url, width: 0, density: 0 }]
  })
}

/** A side of three pixels or less, in an attribute or in the style, is a counter and no picture (X06). */
function isPixel(attributes: Readonly<Record<string, string>>): boolean {
  const { width, height, style } = attributes
  return isSmall(width) || isSmall(height) || (style !== undefined && isHiddenBy(style))
}

function isSmall(length: string | undefined): boolean {
  return length !== undefined && Number.parseFloat(length) < SMALLEST_SIDE
}

function isHiddenBy(style: string): boolean {
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) return true
  const lengths = style.matchAll(/(?:^|[;\s])(?:max-)?(?:width|height)\s*:\s*([\d.]+)px/gi)
  return [...lengths].some((match) => Number(match[1]) < SMALLEST_SIDE)
}

function shown(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const { alt = '', title = '', width, height } = attributes
  const sizes: Record<string, string> =
    side(width) !== null && side(height) !== null ? { width: String(side(width)), height: String(side(height)) } : {}
  return { src: '', alt, ...(title === '' ? {} : { title }), ...sizes, loading: 'lazy', decoding: 'async' }
}

function side(raw: string | undefined): number | null {
  const match = /^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$/.exec(raw ?? '')
  const length = Number(match?.[1] ?? 0)
  return length > 0 ? length : null
}

/** The pictures that `noscript` keeps for readers without scripts, where the picture before it is only a stand-in. */
export function withoutScripts(nodes: readonly MarkupNode[]): readonly MarkupNode[] {
  if (!nodes.some((node) => typeof node !== 'string' && node.name === 'noscript')) return nodes
  const kept: MarkupNode[] = []
  for (const node of nodes) {
    if (typeof node === 'string' || node.name !== 'noscript') kept.push(node)
    else insteadOfStandIn(kept, node)
  }
  return kept
}

function insteadOfStandIn(before: MarkupNode[], noscript: MarkupElement): void {
  const images = elementsOf(noscript.children).filter(({ name }) => name === 'img')
  if (images.length === 0) return
  const at = before.findLastIndex((node) => typeof node !== 'string' || node.trim() !== '')
  const previous = before[at]
  const isPicture = typeof previous === 'object' && /^(?:img|picture|amp-img)$/.test(previous.name)
  if (isPicture && hasPicture(previous)) return
  if (isPicture) before.splice(at, 1)
  before.push(...images)
}
