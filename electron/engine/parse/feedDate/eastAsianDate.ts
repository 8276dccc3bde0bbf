import type { EpochMs } from '../../../../shared/time.ts'
import { instantOf, unsaidYear, type Day } from './calendar.ts'
import { findTime } from './timeOfDay.ts'

const DATE = /(?:(令和|平成|昭和|民國|民国)?\s?(元|\d{1,4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号號]/
/** The year before the first of an era. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925, 民國: 1911, 民国: 1911 }
/** 3時5分6秒, 3点5分, 3시 5분. */
const SPOKEN_TIME = /(\d{1,2})\s?[時时點点시](?:\s?(\d{1,2})\s?[分분])?(?:\s?(\d{1,2})\s?[秒초])?/
const HALF = /^(\d{4})[-./]\s?(\d{1,2})[-./]\s?(\d{1,2})\.?\s{0,3}(오전|오후|上午|下午|午前|午後)/

const CHINA = 8 * 60
const KOREA_AND_JAPAN = 9 * 60

/**
 * Dates with the signs for year, month and day, or with morning and afternoon in Korean, Chinese or Japanese.
 * Without a zone they tell the time of where the language is at home. Undefined where the text is of another kind.
 */
export function eastAsianDate(text: string, now: EpochMs): EpochMs | null | undefined {
  const match = DATE.exec(text)
  const half = match === null ? HALF.exec(text) : null
  if (match === null && half === null) return undefined
  const day = match === null ? { year: Number(half?.[1]), month: Number(half?.[2]), day: Number(half?.[3]) } : dayOf(match, now)
  const after = text.slice(match === null ? (half?.[0].length ?? 0) - 2 : match.index + match[0].length)
  const time = findTime(after.replace(SPOKEN_TIME, spokenTime), true)
  if (time === 'wrong') return null
  return instantOf(day, time?.time ?? null, homeZone(text))
}

function dayOf([, era, writtenYear, writtenMonth, writtenDay]: RegExpExecArray, now: EpochMs): Day {
  const month = Number(writtenMonth)
  const day = Number(writtenDay)
  if (writtenYear === undefined) return { year: unsaidYear(month, day, now), month, day }
  const count = writtenYear === '元' ? 1 : Number(writtenYear)
  const before = era === undefined ? (count < 100 ? 2000 : 0) : (ERAS[era] ?? 0)
  return { year: before + count, month, day }
}

function spokenTime(_whole: string, hour: string, minute = '00', second = '00'): string {
  return ` ${hour}:${minute.padStart(2, '0')}:${second.padStart(2, '0')}`
}

function homeZone(text: string): number {
  return /[\uac00-\ud7af\u3040-\u30ff]|午前|午後|令和|平成|昭和|時/.test(text) ? KOREA_AND_JAPAN : CHINA
}
