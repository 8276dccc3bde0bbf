import { useEffect } from 'react'
import { useBridge } from './bridgeContext.tsx'
import { languageFor, speak } from '../words/language.ts'
import { useSettings } from './settings.ts'

/** Puts theme, language and the sizes of reading on the document's root, where the stylesheets read them. */
export function useAppearance(): void {
  const { host } = useBridge()
  const { theme, language, textSize, measure, readingFont, density } = useSettings()
  useEffect(() => {
    const root = document.documentElement
    root.dataset['host'] = `${host.kind}-${host.platform}`
    root.dataset['theme'] = theme
    root.dataset['font'] = readingFont
    root.dataset['density'] = density
    root.style.setProperty('--text-size', `${textSize}px`)
    root.style.setProperty('--measure', String(measure))
  }, [host, theme, textSize, measure, readingFont, density])
  useEffect(() => {
    const chosen = languageFor(language, navigator.languages)
    document.documentElement.lang = chosen
    void speak(chosen)
  }, [language])
}
