import type { RelatedReason } from '../../shared/contract/company.ts'
import type { Words } from '../words/useWords.ts'

/** Why an article is related: "Same story", "Same company: X", "Same topic: a, b". */
export function sayReason(t: Words, locale: string, { kind, words }: RelatedReason): string {
  const reason = t(`related.${kind}`)
  if (words.length === 0) return reason
  return t('related.with', { reason, words: words.join(locale.startsWith('zh') ? '、' : ', ') })
}
