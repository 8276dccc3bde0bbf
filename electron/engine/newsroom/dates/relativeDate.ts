import type { EpochMs } from '../../../../shared/time.ts'

const MINUTE = 60_000
const DAY = 86_400_000

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:s|secs?|seconds?|秒(?:钟|鐘)?|sekunden?|secondes?|segundos?|초)$/u, 1_000],
  [/^(?:m|mins?|minutes?|分(?:钟|鐘)?|minuten?|minutos?|분)$/u, MINUTE],
  [/^(?:h|hrs?|hours?|小时|小時|个小时|個小時|時間|stunden?|heures?|horas?|시간)$/u, 60 * MINUTE],
  [/^(?:d|days?|天|日|tage?n?|jours?|d[ií]as?|일)$/u, DAY],
  [/^(?:w|wks?|weeks?|周|週|週間|星期|个星期|個星期|wochen?|semaines?|semanas?|주)$/u, 7 * DAY],
  [/^(?:mo|months?|个月|個月|か月|ヶ月|カ月|monate?n?|mois|mes(?:es)?|개월|달)$/u, 30 * DAY],
  [/^(?:y|yrs?|years?|年|jahre?n?|ans?|ann[ée]es?|años?|년)$/u, 365 * DAY],
]

const AGO: readonly RegExp[] = [
  /^(?:about |over |almost |posted |published )?(\d{1,3}|an?|one)\s?(\p{L}{1,8}) ago$/u,
  /^(\d{1,3})\s?(\p{L}{1,4}?)\s?(?:之?前|전)$/u,
  /^vor (?:ca\. )?(\d{1,3}|eine[mnr]?) (\p{L}{3,9})$/u,
  /^il y a (?:environ )?(\d{1,3}|une?) (\p{L}{2,9})$/u,
  /^hace (?:unos )?(\d{1,3}|una?) (\p{L}{2,9})$/u,
]

const DAYS: readonly (readonly [RegExp, number])[] = [
  [/^(?:just now|today|heute|aujourd['’]hui|hoy|今天|今日|刚刚|剛剛|오늘)(?:,? (?:at )?\d{1,2}:\d{2})?$/u, 0],
  [/^(?:yesterday|gestern|hier|ayer|昨天|昨日|어제)(?:,? (?:at )?\d{1,2}:\d{2})?$/u, 1],
  [/^(?:前天|一昨日|vorgestern|avant-hier|anteayer)(?: \d{1,2}:\d{2})?$/u, 2],
]

/** The instant that words such as "3 days ago", "3天前", "vor 2 Stunden" or "yesterday" mean; null where the text says anything else. */
export function relativeDate(text: string, now: EpochMs): EpochMs | null {
  const words = text.toLowerCase().trim()
  if (words.length > 40) return null
  const days = DAYS.find(([pattern]) => pattern.test(words))?.[1]
  if (days !== undefined) return (now - days * DAY) as EpochMs
  for (const pattern of AGO) {
    const parts = pattern.exec(words)
    const unit = UNITS.find(([name]) => name.test(parts?.[2] ?? ''))?.[1]
    if (parts !== null && unit !== undefined) return (now - (Number.parseInt(parts[1] ?? '', 10) || 1) * unit) as EpochMs
  }
  return null
}
