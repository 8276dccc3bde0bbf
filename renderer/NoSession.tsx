import { useEffect } from 'react'
import { languageFor, speak } from './words/language.ts'
import { useWords } from './words/useWords.ts'
import './noSession.css'

/** The plain page of a browser tab that has no session with its host: what happened and what to do. `isOver`: it had one. */
export function NoSession({ isOver }: { readonly isOver: boolean }) {
  const { t } = useWords()
  useEffect(() => void speak(languageFor('system', navigator.languages)), [])
  return (
    <main className="no-session">
      <h1>{t(isOver ? 'frame.sessionOver' : 'frame.noSession')}</h1>
      <p>{t(isOver ? 'frame.sessionOverAdvice' : 'frame.noSessionAdvice')}</p>
      <code>npm start</code>
    </main>
  )
}
