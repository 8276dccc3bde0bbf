import type { EpochMs } from '../../../../shared/time.ts'
import { instantOf, sinceMidnight } from './calendar.ts'
import { zoneNumbered } from './zones.ts'

const MAIL = /^(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) (?:GMT|UTC|Z|([+-])(\d\d)(\d\d))$/
const ISO = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:Z|([+-])(\d\d):(\d\d))$/
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * The two forms that nearly all feeds write without a mistake, read in one go; undefined for all others,
 * and for those of this form with a mistake in them.
 */
export function plainDate(text: string): EpochMs | undefined {
  const mail = MAIL.exec(text)
  if (mail !== null) {
    const [, day, month = '', year, ...clock] = mail
    return instant(Number(year), MONTHS.indexOf(month) + 1, Number(day), clock)
  }
  const iso = ISO.exec(text)
  if (iso === null) return undefined
  const [, year, month, day, ...clock] = iso
  return instant(Number(year), Number(month), Number(day), clock)
}

function instant(year: number, month: number, day: number, clock: readonly (string | undefined)[]): EpochMs | undefined {
  const [hour, minute, second, sign = '+', zoneHours = '0', zoneMinutes = '0'] = clock
  const time = sinceMidnight(Number(hour), Number(minute), Number(second), 0)
  const zone = zoneNumbered(sign, Number(zoneHours), Number(zoneMinutes))
  return time === null || zone === null ? undefined : (instantOf({ year, month, day }, { sinceMidnight: time, zone }) ?? undefined)
}
