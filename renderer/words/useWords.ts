import { useLingui } from '@lingui/react'
import { useMemo } from 'react'
import type { WordKey } from './en.ts'

/** Fills a message of the catalogue: `t('list.count', { count: 3 })`. */
export type Words = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string

/** The words of the language in use, and its tag for dates and numbers. */
export function useWords(): { readonly t: Words; readonly locale: string } {
  const { i18n } = useLingui()
  const { locale } = i18n
  return useMemo(() => ({ t: (key, values) => i18n._(key, values), locale: locale || 'en' }), [i18n, locale])
}
