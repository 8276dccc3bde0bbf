import type { Element } from 'domhandler'

const STATE =
  /^(?:first|last|odd|even|active|current|on|selected|open|hover|show|in|hide|hidden|item-?\d+|col(?:-.*)?|row|grid.*|span\d+|offset.*|wow|animate.*|fade.*|aos.*|clearfix|cf|clear|fl|fr|left|right|float.*|m[trblxy]?-.*|p[trblxy]?-.*|has-.*|is-.*|no-.*|with(?:out)?-.*|js-.*|w-.*|h-.*|text-.*|bg-.*|d-.*|flex.*|order.*|alt|new|sticky|featured|highlight(?:ed)?|large|small|big|medium|(?:sm|md|lg|xl|xs|2xl):.*|tag-.*|category-.*|format-.*|status-.*|type-.*|hentry)$/u

/**
 * The class names of an element that tell what it is, as `.card.card-news`; without those that tell its state, its place
 * in a row or its own number, which differ from item to item. At most two.
 */
export function classTokens(element: Element): string {
  const written = element.attribs['class']
  if (written === undefined || written === '') return ''
  const telling = written
    .toLowerCase()
    .split(/\s+/u, 12)
    .filter((token) => token !== '' && !STATE.test(token) && !token.includes('--'))
    .map((token) => token.replace(/[-_]?\d+$/u, ''))
  return [...new Set(telling)]
    .filter((token) => token !== '' && !/\d{3,}/u.test(token))
    .slice(0, 2)
    .map((token) => `.${token}`)
    .join('')
}

const LANGUAGE = /^(?:[a-z]{2}(?:[-_][a-z]{2,4})?|global|int|cn|eng|english|deutsch)$/iu

/**
 * What kind of address a link is: `/en/news/2020/11/fiber-to-the-home.html` becomes `news/#/#/*.html`.
 * Articles of one newsroom share it, or at least its first part.
 */
export function linkShape(url: string): string {
  const parsed = new URL(url)
  const segments = parsed.pathname.split('/').filter((segment) => segment !== '')
  const shown = segments
    .map((segment, index) => shapeOf(segment, index === segments.length - 1))
    .filter((shape, index) => index > 0 || shape !== '~')
  const names = [...parsed.searchParams.keys()].filter((name) => !name.startsWith('utm_')).sort()
  return `${parsed.host}/${shown.join('/')}${names.length === 0 ? '' : `?${names.join('&')}`}`
}

function shapeOf(segment: string, isLast: boolean): string {
  if (!isLast && LANGUAGE.test(segment)) return '~'
  if (/^\d+$/u.test(segment)) return '#'
  if (!isLast) return /\d{4,}/u.test(segment) ? '#' : segment.toLowerCase()
  const extension = /\.[a-z]{2,5}$/iu.exec(segment)?.[0].toLowerCase() ?? ''
  return `*${extension.replace('.htm', '.html').replace('.htmll', '.html')}`
}

/** The part of a shape that says the section: `example.com/news`. */
export function sectionOf(shape: string): string {
  return shape.split('/').slice(0, 2).join('/').replace(/\?.*$/u, '')
}
