import { DAY, durationOf, HOUR, MINUTE, type DurationMs, type EpochMs } from '../../../shared/time.ts'
import { publishedIn, updatedIn } from './fields/dates.ts'
import { firstOf, groupOf, type Group } from './fields/group.ts'
import { linksOfRelation, siteLink, writtenAddress } from './fields/links.ts'
import { authorsIn } from './fields/people.ts'
import { descriptionIn, line, titleIn } from './fields/titles.ts'
import type { ParsedFeed } from './parsedFeed.ts'
import { idOf } from './readEntry.ts'
import { childOf, innerText, type XmlElement } from './xml/xmlElement.ts'

/** What a feed says of itself, its entries aside. */
export type FeedHead = Omit<ParsedFeed, 'entries' | 'isCut' | 'format'>

const PERIODS: Readonly<Record<string, DurationMs>> = {
  hourly: HOUR,
  daily: DAY,
  weekly: durationOf(7, DAY),
  monthly: durationOf(30, DAY),
  yearly: durationOf(365, DAY),
}

/**
 * Reads the head of a feed.
 *
 * @param speakers the elements whose children speak for the feed (`channel`, `feed`, the root), the most telling first.
 */
export function readHead(speakers: readonly XmlElement[], now: EpochMs): FeedHead {
  const group = groupOf(speakers)
  const self = linksOfRelation(group, 'self')[0]
  return {
    title: titleIn(group),
    description: descriptionIn(group),
    siteUrl: siteLink(group, speakers),
    selfUrl: self === undefined ? null : writtenAddress(self),
    iconUrl: iconIn(group),
    language: firstOf(group, ['language', 'dc:language'], line) ?? speakers.find((it) => it.language !== null)?.language ?? null,
    askedInterval: askedInterval(group),
    rawId: idOf(speakers[0] ?? null, group),
    authors: authorsIn(group),
    updatedAt: updatedIn(group, speakers, now) ?? publishedIn(group, now),
  }
}

function iconIn(group: Group): string | null {
  return (
    firstOf(group, ['icon', 'webfeeds:icon'], writtenAddress) ??
    firstOf(group, ['image'], imageAddress) ??
    firstOf(group, ['logo', 'webfeeds:logo', 'itunes:image', 'googleplay:image', 'media:thumbnail'], writtenAddress)
  )
}

function imageAddress(image: XmlElement): string | null {
  return writtenAddress(childOf(image, 'url') ?? image)
}

/** `ttl` is in minutes; the syndication module says so many times in a period. */
function askedInterval(group: Group): DurationMs | null {
  const minutes = firstOf(group, ['ttl'], wholeNumber)
  if (minutes !== null) return durationOf(minutes, MINUTE)
  const period = firstOf(group, ['sy:updateperiod'], (element) => PERIODS[innerText(element).trim().toLowerCase()] ?? null)
  if (period === null) return null
  return durationOf(1 / (firstOf(group, ['sy:updatefrequency'], wholeNumber) ?? 1), period)
}

/** From 1 to the minutes of a year. */
function wholeNumber(element: XmlElement): number | null {
  const text = innerText(element).trim()
  const value = /^\d{1,6}$/.test(text) ? Number(text) : 0
  return value >= 1 && value <= 525_600 ? value : null
}
