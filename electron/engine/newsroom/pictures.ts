import { Element } from 'domhandler'
import { resolveLink } from './addresses.ts'
import { attribute, eachElement, namesOf } from './dom.ts'
import type { ListRecord } from './records.ts'

const LAZY = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-lazy',
  'data-echo',
  'data-url',
  'data-image',
  'lazy-src',
  'original',
  '_src',
] as const

/** The picture of a record, from the first image that is one: lazy attributes before `src`, backgrounds never. Absolute, or null. */
export function pictureOf(record: ListRecord, base: string): string | null {
  let found: string | null = null
  const read = (element: Element): boolean => {
    if (found === null && (element.name === 'img' || element.name === 'source')) found = sourceOf(element, base)
    return found === null
  }
  for (const node of record.nodes) if (node instanceof Element && read(node)) eachElement(node, read)
  return found
}

function sourceOf(image: Element, base: string): string | null {
  if (/(?:^|[^a-z])(?:icons?|logo|avatar|emoji|arrow|spinner|sprite)(?:$|[^a-z])/u.test(namesOf(image)) || isTiny(image)) return null
  const lazy = LAZY.map((name) => attribute(image, name)).find((value) => value !== '' && !value.startsWith('data:'))
  const set = firstOfSet(attribute(image, 'data-srcset') || attribute(image, 'srcset'))
  for (const raw of [lazy, attribute(image, 'src'), set]) {
    const url = raw === undefined || raw === '' || isPlaceholder(raw) ? null : resolveLink(raw, base)
    if (url !== null) return url
  }
  return null
}

function isTiny(image: Element): boolean {
  const [width, height] = [attribute(image, 'width'), attribute(image, 'height')].map((size) =>
    size === '' ? 100 : Number.parseInt(size, 10),
  )
  return (width ?? 100) <= 32 || (height ?? 100) <= 32
}

function firstOfSet(set: string): string {
  return set.trim().split(/\s/u, 1)[0]?.replace(/,$/u, '') ?? ''
}

function isPlaceholder(raw: string): boolean {
  return (
    raw.startsWith('data:') ||
    /(?:^|[/_-])(?:blank|spacer|pixel|placeholder|loading|lazy|transparent|1x1|grey|gray|nopic|noimg|arrow|icon)[\w-]*\.(?:gif|png|svg|jpe?g)/iu.test(
      raw,
    )
  )
}
