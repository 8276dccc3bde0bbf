import { piecesOf, type LabelKind, type Piece } from './labels.ts'
import type { Line, LineLink } from './lines.ts'
import { mailAddressesIn, mailAddressOf } from './mailAddress.ts'
import { readableLabel, type Found } from './found.ts'
import type { SitePage } from './page.ts'
import { digitsOf, isPhone, isSameNumber, phoneNumbersIn, tidyNumber } from './phoneNumber.ts'

/** What the lines of a page tell about reaching the company. `faxes` are numbers that must not be rung. */
export interface ReachableFacts {
  readonly phones: Found[]
  readonly emails: Found[]
  readonly faxes: string[]
}

/** Phones and e-mail addresses of a page: labelled, linked, or plain where contact is told. */
export function reachableFacts(page: SitePage): ReachableFacts {
  const facts: ReachableFacts = { phones: [], emails: [], faxes: [] }
  let waiting: Waiting | null = null
  for (const line of page.lines) {
    const pieces = piecesOf(line.text)
    for (const piece of pieces)
      readPiece(waiting !== null && piece.kind === null ? { ...piece, kind: waiting.kind, label: waiting.label } : piece, line, page, facts)
    waiting = nextWaiting(waiting, pieces, line)
  }
  return facts
}

/** A label on a line of its own speaks for the lines below it, three of them at most. */
interface Waiting {
  readonly kind: LabelKind
  readonly label: string
  readonly linesLeft: number
}

function nextWaiting(waiting: Waiting | null, pieces: readonly Piece[], line: Line): Waiting | null {
  const last = pieces.at(-1)
  if (last?.kind != null && last.text.trim() === '') return { kind: last.kind, label: last.label, linesLeft: 3 }
  if (waiting === null || line.level > 0 || pieces.some((piece) => piece.kind !== null) || waiting.linesLeft <= 1) return null
  return { ...waiting, linesLeft: waiting.linesLeft - 1 }
}

function readPiece(piece: Piece, line: Line, page: SitePage, facts: ReachableFacts): void {
  const links = line.links.filter((link) => link.start >= piece.start - 1 && link.start <= piece.start + piece.text.length)
  const base = { url: page.url, label: readableLabel(piece.label) }
  for (const link of links) readLink(link, piece, line, base, facts)
  if (piece.kind === 'fax') facts.faxes.push(...phoneNumbersIn(piece.text).map((number) => number.value))
  else if (piece.kind === 'phone')
    facts.phones.push(...labelledNumbers(piece.text).map((value) => ({ ...base, value, place: 'labelled text' as const })))
  else if (piece.kind === null)
    facts.phones.push(...plainNumbers(piece.text, line, page).map((value) => ({ ...base, value, place: 'footer' as const })))
  readMails(piece, line, base, facts)
}

function readMails(piece: Piece, line: Line, base: { url: string; label: string | null }, facts: ReachableFacts): void {
  const place = piece.kind === 'email' ? 'labelled text' : line.region === 'footer' ? 'footer' : 'labelled text'
  const label = piece.kind === 'email' ? base.label : null
  for (const value of mailAddressesIn(piece.text, piece.kind === 'email')) facts.emails.push({ ...base, label, value, place })
}

function readLink(link: LineLink, piece: Piece, line: Line, base: { url: string; label: string | null }, facts: ReachableFacts): void {
  const shown = line.text.slice(link.start, link.end).trim()
  if (/^mailto:/iu.test(link.href)) {
    const value = mailAddressOf(link.href)
    const label = base.label ?? (shown.includes('@') ? leadOf(line, link) : readableLabel(shown))
    if (value !== null) facts.emails.push({ url: base.url, label, value, place: 'mailto-link' })
  }
  if (!/^(?:tel|callto):/iu.test(link.href)) return
  const value = linkedNumber(link.href, shown)
  if (value === null) return
  if (piece.kind === 'fax' || /(?:fax|传真|傳真|ファックス)\W*$/iu.test(line.text.slice(0, link.start))) facts.faxes.push(value)
  else facts.phones.push({ url: base.url, label: base.label ?? leadOf(line, link), value, place: 'tel-link' })
}

// "Sales: +86 …": what stands before a link on its line names it, when it is short.
function leadOf(line: Line, link: LineLink): string | null {
  const lead = /(?:^|[|;,·•])\s*([^|;,·•]{2,40}?)\s?[::]\s*$/u.exec(line.text.slice(0, link.start))?.[1]
  return lead === undefined || /[@\d]/u.test(lead) ? null : readableLabel(lead)
}

/** The number as shown, where it is the one that is dialled; else as dialled. */
function linkedNumber(href: string, shown: string): string | null {
  const dialled = tidyNumber(decoded(href.replace(/^(?:tel|callto):(?:\/\/)?/iu, '')).replace(/[;,?].*$/u, ''))
  const written = phoneNumbersIn(shown)[0]?.value ?? null
  if (written !== null && (isSameNumber(written, dialled) || !isPhone(dialled))) return written
  return digitsOf(dialled).length >= 6 && digitsOf(dialled).length <= 15 && !/[a-z]/iu.test(dialled) ? dialled : null
}

function labelledNumbers(text: string): string[] {
  const numbers = phoneNumbersIn(text)
  if (numbers.length > 0) return numbers.map((number) => number.value)
  // Service numbers are short, and are believed beside a label alone.
  const short = /^\s?((?:1\d|95|96|4\d|0\d)[\d -]{2,6}\d)(?!\d)/u.exec(text)?.[1]
  return short === undefined || digitsOf(short).length < 5 ? [] : [tidyNumber(short)]
}

// Without a label a number is believed where contact is told: in international form, or as all that stands there.
function plainNumbers(text: string, line: Line, page: SitePage): string[] {
  if (line.region === 'main' && !line.isInAddress && page.kind !== 'contact') return []
  const parts = text.split(/\s?[|·•]\s?/u).map((part) => part.replace(/^[^\p{L}\d+((]+|[^\p{L}\d]+$/gu, ''))
  const alone = parts.filter((part) => NATIONAL.test(part) && isPhone(part))
  const international = phoneNumbersIn(text).filter((number) => /^(?:\(?\+|00[1-9])/u.test(number.value))
  return [...international.map((number) => number.value), ...alone.map(tidyNumber)]
}

const NATIONAL = /^(?:[((]\d{2,5}[))] ?|0\d{1,4}[ /-]|1-|[48]00[ -]|\d{3}[.-])[\d][\d .-]{5,12}\d$/u

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
