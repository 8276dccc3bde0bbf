import { Text, type Document, type Element } from 'domhandler'
import { attribute, eachElement, foldSpace, textOf } from './dom.ts'
import { absolute, isSameSite } from './siteAddress.ts'

/** A thing that a page describes for machines: JSON-LD, or microdata written in the same shape. */
export interface Thing {
  readonly [property: string]: unknown
}

/** The company as a page describes it for machines. */
export interface DescribedCompany {
  readonly place: 'json-ld' | 'microdata'
  readonly thing: Thing
}

const COMPANY =
  /^(?:Organization|Corporation|.*Business|.*Organization|.*Store|Store|ProfessionalService|.*Agency|MedicalClinic|Hotel|AutoDealer|EducationalOrganization|Manufacturer|Airline|Consortium|ResearchOrganization|OnlineBusiness|.*Service)$/u
const OWN_PROPERTIES = [
  '@graph',
  'publisher',
  'mainEntity',
  'about',
  'provider',
  'mainEntityOfPage',
  'isPartOf',
  'sourceOrganization',
  'copyrightHolder',
  'itemListElement',
]
const DEEPEST = 12
const MOST_THINGS = 400

/** The companies that a page describes as its own: not its author, agency, parent, members or customers, nor one with another site. */
export function describedCompanies(root: Document, pageUrl: string): DescribedCompany[] {
  const json = jsonThings(root).map((thing) => ({ place: 'json-ld' as const, thing }))
  const marked = microdataThings(root).map((thing) => ({ place: 'microdata' as const, thing }))
  return [...json, ...marked].filter(({ thing }) => isOwn(thing, pageUrl))
}

/** The text of a property, the first where there are several; empty where it has none. */
export function textProperty(thing: Thing, name: string): string {
  const first = listOf(thing[name])[0]
  if (typeof first === 'number') return String(first)
  return typeof first === 'string' ? foldSpace(unescaped(first)).slice(0, 300) : ''
}

/** All texts of a property. */
export function textProperties(thing: Thing, name: string): string[] {
  return listOf(thing[name]).flatMap((value) => (typeof value === 'string' ? [foldSpace(unescaped(value)).slice(0, 300)] : []))
}

/** All things of a property. */
export function thingProperties(thing: Thing, name: string): Thing[] {
  return listOf(thing[name]).filter(isThing)
}

/** Whether a value is a thing with properties. */
export function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, 40) : value === undefined || value === null ? [] : [value]
}

function isOwn(thing: Thing, pageUrl: string): boolean {
  const url = absolute(textProperty(thing, 'url'), pageUrl)
  return textProperty(thing, 'name') !== '' || textProperty(thing, 'legalName') !== '' ? url === null || isSameSite(url, pageUrl) : false
}

function jsonThings(root: Document): Thing[] {
  const found: Thing[] = []
  for (const value of jsonValues(root)) gatherCompanies(value, found, 0)
  return found
}

/** What a page's data call the site. */
export function describedSiteNames(root: Document): string[] {
  const things = jsonValues(root).flatMap((value) => listOf(value).filter(isThing))
  const all = things.flatMap((thing) => [thing, ...thingProperties(thing, '@graph')])
  return all.filter((thing) => textProperty(thing, '@type') === 'WebSite').flatMap((thing) => [textProperty(thing, 'name')])
}

function jsonValues(root: Document): unknown[] {
  const found: unknown[] = []
  eachElement(root, (element) => {
    if (element.name !== 'script' || !attribute(element, 'type').toLowerCase().includes('ld+json')) return
    const source = element.children.map((child) => (child instanceof Text ? child.data : '')).join('')
    if (source.length <= 500_000 && found.length < MOST_THINGS) found.push(parsed(source))
  })
  return found
}

function gatherCompanies(value: unknown, into: Thing[], depth: number): void {
  if (depth > DEEPEST || into.length >= MOST_THINGS) return
  if (Array.isArray(value)) for (const item of value.slice(0, MOST_THINGS)) gatherCompanies(item, into, depth + 1)
  if (!isThing(value)) return
  if (isCompany(value)) into.push(value)
  for (const name of OWN_PROPERTIES) gatherCompanies(value[name], into, depth + 1)
}

function isCompany(thing: Thing): boolean {
  return listOf(thing['@type']).some(
    (type) => typeof type === 'string' && COMPANY.test(type.replace(/^.*[/#:]/u, '')) && !/^(?:Government)/u.test(type),
  )
}

// Publishers leave line breaks, comments and CDATA marks in their JSON.
function parsed(source: string): unknown {
  const clean = source
    .replace(/^\s*(?:\/\*\s*)?<!\[CDATA\[(?:\s*\*\/)?|(?:\/\*\s*)?\]\]>(?:\s*\*\/)?\s*$|^\s*<!--|-->\s*$/gu, '')
    .replace(/[\u0000-\u001F]+/gu, ' ')
  try {
    return JSON.parse(clean.replace(/,\s*(?=[}\]])/gu, '').replace(/;\s*$/u, '')) as unknown
  } catch {
    return null
  }
}

function microdataThings(root: Document): Thing[] {
  const found: Thing[] = []
  eachElement(root, (element) => {
    if (!('itemscope' in element.attribs) || attribute(element, 'itemprop') !== '') return
    const thing = thingOf(element, 0)
    if (isCompany(thing)) found.push(thing)
    else for (const name of ['publisher', 'provider', 'mainEntity', 'about']) found.push(...thingProperties(thing, name).filter(isCompany))
  })
  return found
}

function thingOf(scope: Element, depth: number): Thing {
  const thing: { [property: string]: unknown[] } = { '@type': [attribute(scope, 'itemtype')] }
  if (depth <= DEEPEST) gatherProperties(scope, thing, depth)
  return thing
}

function gatherProperties(scope: Element, into: { [property: string]: unknown[] }, depth: number): void {
  eachElement(scope, (element) => {
    const names = attribute(element, 'itemprop')
      .split(/\s+/u)
      .filter((name) => /^[\w-]{1,40}$/u.test(name) && name !== '__proto__')
    const isScope = 'itemscope' in element.attribs
    if (names.length > 0) {
      const value = isScope ? thingOf(element, depth + 1) : valueOf(element)
      for (const name of names) (into[name] ??= []).push(value)
    }
    return !isScope
  })
}

function valueOf(element: Element): string {
  for (const name of ['content', 'datetime']) if (attribute(element, name) !== '') return attribute(element, name)
  if (element.name === 'img') return attribute(element, 'src') || attribute(element, 'data-src')
  if (element.name === 'link') return attribute(element, 'href')
  if (element.name !== 'a') return textOf(element, 300)
  const href = attribute(element, 'href')
  return /^(?:tel:|mailto:)/iu.test(href) ? textOf(element, 300) || href : href
}

function unescaped(text: string): string {
  return text
    .replace(/&amp;/gu, '&')
    .replace(/&quot;/gu, '"')
    .replace(/&#0?39;|&apos;/gu, "'")
    .replace(/&nbsp;/gu, ' ')
}
