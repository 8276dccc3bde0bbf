const DENSE = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]/g

/** A Chinese character says about as much as two and a half Latin letters. */
const DENSITY = 2.5

/** How much there is to read, in Latin letters' worth, so that one limit serves English and Chinese. */
export function readingWeight(text: string): number {
  const dense = text.match(DENSE)?.length ?? 0
  return text.length - dense + Math.round(dense * DENSITY)
}
