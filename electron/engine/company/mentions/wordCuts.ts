const AROUND = 8
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Whether a short Chinese name is made by chance from the ends of other words, as 中通 is in 集中通信. */
export function cutsWord(text: string, from: number, to: number): boolean {
  const start = Math.max(0, from - AROUND)
  for (const { index, segment } of segmenter.segment(text.slice(start, to + AROUND))) {
    const begins = start + index
    const ends = begins + segment.length
    const crossesStart = begins < from && ends > from
    const crossesEnd = begins < to && ends > to
    if (crossesStart || crossesEnd) return true
  }
  return false
}
