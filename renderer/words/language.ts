import { i18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { Settings } from '../../shared/settings.ts'
import { en, type Catalogue } from './en.ts'

/** A language that there is a catalogue for. */
export type Language = 'en' | 'zh-CN'

type Compiled = ReturnType<typeof compileMessage>

const compiled = new Map<string, Compiled>()

// Messages are compiled in the page, once each when first shown: no eval, and no build step to forget.
i18n.setMessagesCompiler((message) => {
  const known = compiled.get(message)
  if (known !== undefined) return known
  const fresh = compileMessage(message)
  compiled.set(message, fresh)
  return fresh
})
i18n.load('en', en)
i18n.activate('en')

/** The language to show: the person's choice, else the first of the system's that there is a catalogue for. */
export function languageFor(choice: Settings['language'], systemLanguages: readonly string[]): Language {
  if (choice !== 'system') return choice
  for (const tag of systemLanguages) {
    if (tag.startsWith('zh')) return 'zh-CN'
    if (tag.startsWith('en')) return 'en'
  }
  return 'en'
}

/** Shows everything in a language; fetches its catalogue first where it is not the built-in one. */
export async function speak(language: Language): Promise<void> {
  if (language !== 'en') i18n.load(language, await catalogueOf(language))
  if (i18n.locale !== language) i18n.activate(language)
}

async function catalogueOf(language: Exclude<Language, 'en'>): Promise<Catalogue> {
  switch (language) {
    case 'zh-CN':
      return (await import('./zh.ts')).zh
  }
}
