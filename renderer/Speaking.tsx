import { i18n } from '@lingui/core'
import { I18nProvider, useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { I18nProvider as ControlsLocale } from 'react-aria-components/I18nProvider'
import './words/language.ts'

/** Gives the words of the language in use to everything within, and its locale to the controls. */
export function Speaking({ children }: { readonly children: ReactNode }) {
  return (
    <I18nProvider i18n={i18n}>
      <Controls>{children}</Controls>
    </I18nProvider>
  )
}

function Controls({ children }: { readonly children: ReactNode }) {
  const { i18n } = useLingui()
  return <ControlsLocale locale={i18n.locale}>{children}</ControlsLocale>
}
