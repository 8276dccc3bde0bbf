import { readableLabel, type Found } from './found.ts'
import { textProperty, thingProperties, type Thing } from './companyData.ts'
import { piecesOf } from './labels.ts'
import type { Line } from './lines.ts'
import type { SitePage } from './page.ts'
import { phoneNumbersIn } from './phoneNumber.ts'
import { isAddress, isPlainlyAddress, isStreetLine, isTownLine, tidyAddress } from './postalAddress.ts'
import { hasLegalForm } from './legalForms.ts'

/** Postal addresses that a page's lines tell: behind a label, below one, or where nothing else can be meant. */
export function addressFacts(page: SitePage): Found[] {
  const found: Found[] = []
  for (const [at, line] of page.lines.entries()) {
    const labelled = labelledAddress(page.lines, at)
    if (labelled !== null) found.push({ ...labelled, url: page.url, place: 'labelled text' })
    const plain = labelled === null && mayTellPlainly(line, page) ? plainAddress(page.lines, at, page.title) : null
    if (plain !== null)
      found.push({ value: plain, label: null, url: page.url, place: line.region === 'footer' ? 'footer' : 'labelled text' })
  }
  return found
}

const MOST_LINES_BELOW = 6

function labelledAddress(lines: readonly Line[], at: number): { value: string; label: string | null } | null {
  const pieces = piecesOf(lines[at]?.text ?? '')
  const piece = pieces.find(({ kind }) => kind === 'address')
  if (piece === undefined) return null
  const isLast = piece === pieces.at(-1)
  const own = tidyAddress(piece.text)
  const value =
    isLast && (own === '' || own.length < 40)
      ? tidyAddress([own, ...linesBelow(lines, at, own)].filter((part) => part !== '').join(', '))
      : own
  const chosen = isAddress(value) ? value : isAddress(own) ? own : null
  return chosen === null ? null : { value: chosen, label: readableLabel(piece.label) }
}

// An address in several lines ends at the next label, heading, number, or line that no address holds.
function linesBelow(lines: readonly Line[], at: number, own = ''): string[] {
  const taken: string[] = []
  for (const line of lines.slice(at + 1, at + 1 + MOST_LINES_BELOW)) {
    const pieces = piecesOf(line.text)
    const first = pieces[0]
    if (line.level > 0 || first === undefined || first.kind !== null || !isAddressPart(first.text, own === '' ? taken : [own, ...taken]))
      break
    if (taken.length > 0 && hasLegalForm(first.text)) break
    if (!hasLegalForm(first.text)) taken.push(tidyAddress(first.text))
    if (pieces.length > 1) break
  }
  return taken
}

function isAddressPart(text: string, before: readonly string[]): boolean {
  if (text.length > 160 || /@|https?:|www\.|[。!?]|©|^\+\d|^\(\+|\s[·|]\s/u.test(text)) return false
  if (before.length === 0) return true
  const last = before.at(-1) ?? ''
  if (phoneNumbersIn(text).length > 0) return false
  // After a town with its postcode only a country may follow.
  return /\d|,$/u.test(text) || !/(?:^|\D)\d{4,6}(?:\D|$)/u.test(last) || /^\p{Lu}[\p{L}. ]{2,30}$/u.test(text)
}

function mayTellPlainly(line: Line, page: SitePage): boolean {
  return (line.region === 'footer' || line.isInAddress || page.kind === 'contact' || page.kind === 'about') && line.text.length <= 400
}

function plainAddress(lines: readonly Line[], at: number, title: string): string | null {
  const text =
    piecesOf(lines[at]?.text ?? '')
      .find(({ kind }) => kind === null)
      ?.text.trim() ?? ''
  return townBelowStreet(lines, at, text) ?? belowName(lines, at, text, title) ?? addressBlock(lines, at) ?? inOneLine(text)
}

function townBelowStreet(lines: readonly Line[], at: number, text: string): string | null {
  const above = lines[at - 1]
  if (!isTownLine(text) || above === undefined || !isStreetLine(above.text)) return null
  const below = lines[at + 1]?.text ?? ''
  const country = /^(?:Germany|Deutschland|Austria|Österreich|France|España|Spain|Italy|Italia|Belgique|Switzerland|Schweiz|Suisse)$/u.test(
    below,
  )
    ? [below]
    : []
  return [above.text, text, ...country].map(tidyAddress).join(', ')
}

// A company's name with nothing but its address below it.
function belowName(lines: readonly Line[], at: number, text: string, title: string): string | null {
  const isName = hasLegalForm(text) || (lines[at]?.level === 0 && text.length >= 4 && title.includes(text))
  if (text.length > 80 || !isName) return null
  const parts = linesBelow(lines, at)
  const value = tidyAddress(parts.join(', '))
  return parts.length >= 2 && isPlainlyAddress(value) ? value : null
}

// An `<address>` in several lines, told from its first.
function addressBlock(lines: readonly Line[], at: number): string | null {
  if (lines[at]?.isInAddress !== true || lines[at - 1]?.isInAddress === true) return null
  const value = tidyAddress(linesBelow(lines, at - 1).join(', '))
  return isPlainlyAddress(value) ? value : null
}

// "Name GmbH · Street 1 · 12345 Town · Tel …": of the parts, those from the street to the town.
function inOneLine(text: string): string | null {
  const parts = text
    .split(/\s?[|·•●◆]\s?|\s[–—-]\s/u)
    .map(tidyAddress)
    .filter((part) => part !== '')
  const town = parts.findIndex((part) => isTownLine(part))
  const street = parts[town - 1]
  if (town > 0 && street !== undefined && isStreetLine(street)) return `${street}, ${parts[town]}`
  const comma = partsWithoutName(text)
  return [...parts, comma].find((part) => isPlainlyAddress(part) && !/©|copyright|版权|ICP/iu.test(part)) ?? null
}

function partsWithoutName(text: string): string {
  const parts = text.split(/,\s/u)
  return tidyAddress(hasLegalForm(parts[0] ?? '') ? parts.slice(1).join(', ') : text)
}

/** Addresses of a described company, each in one line. */
export function describedAddresses(thing: Thing): string[] {
  const places = [thing, ...thingProperties(thing, 'location'), ...thingProperties(thing, 'department')]
  return places.flatMap((place) => [...thingProperties(place, 'address').map(oneLine), ...plainTexts(place)]).filter(isAddress)
}

function plainTexts(place: Thing): string[] {
  const text = textProperty(place, 'address')
  return text === '' ? [] : [tidyAddress(text)]
}

function oneLine(address: Thing): string {
  const country = textProperty(address, 'addressCountry') || textProperty(thingProperties(address, 'addressCountry')[0] ?? {}, 'name')
  const town = [textProperty(address, 'addressLocality'), textProperty(address, 'addressRegion'), textProperty(address, 'postalCode')]
  const isHan = /\p{Script=Han}/u.test(textProperty(address, 'streetAddress'))
  const parts = isHan
    ? [`${town[1]}${town[0] === town[1] ? '' : town[0]}${textProperty(address, 'streetAddress')}`, town[2] ?? '']
    : [textProperty(address, 'streetAddress'), town[0] ?? '', [town[1], town[2]].filter((part) => part !== '').join(' '), country]
  return tidyAddress(parts.filter((part) => part !== '').join(isHan ? ' ' : ', '))
}
