import { DAY, HOUR, MINUTE, durationOf } from './time.ts'

/** How often a source may be asked, where a person does not leave it to the source's own pace; shortest first. */
export const checkIntervals = [
  durationOf(15, MINUTE),
  durationOf(30, MINUTE),
  HOUR,
  durationOf(3, HOUR),
  durationOf(12, HOUR),
  DAY,
] as const
