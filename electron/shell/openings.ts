import { cwd } from 'node:process'
import { app } from 'electron'
import type { Visit } from '../../shared/visit.ts'
import type { Gate } from '../gate/gate.ts'
import { trouble, visitOfFile } from './openedFile.ts'
import { openingIn, openingOf, type Opening } from './opening.ts'

/** What other programs ask the app to open. What comes before somebody listens waits; of several the last one counts. */
export interface Openings {
  /** Calls back with each, and with null when the app was started again with nothing to open. */
  listen(listener: (opening: Opening | null) => void): void
}

/** Listens to the system from the very start: macOS asks before Electron is ready. */
export function hearOpenings(argv: readonly string[]): Openings {
  let waiting = openingIn(argv, cwd())
  let tell: ((opening: Opening | null) => void) | null = null
  const hear = (opening: Opening | null): void => {
    if (tell !== null) tell(opening)
    else waiting = opening ?? waiting
  }
  const hearLink = (event: { preventDefault(): void }, argument: string): void => {
    event.preventDefault()
    const opening = openingOf(argument, cwd())
    if (opening !== null) hear(opening)
  }
  app.on('open-url', hearLink)
  app.on('open-file', hearLink)
  app.on('second-instance', (_, theirs, folder) => hear(openingIn(theirs.slice(1), folder)))
  return {
    listen: (listener) => {
      tell = listener
      if (waiting !== null) listener(waiting)
    },
  }
}

/** Where an opening leads the screen: an article only where there is one. */
export async function visitOf(opening: Opening, gate: Gate): Promise<Visit> {
  switch (opening.kind) {
    case 'add':
      return opening
    case 'file':
      return visitOfFile(opening.path)
    case 'article': {
      const rows = await gate.answer('getRows', { ids: [opening.id] })
      const isThere = rows.ok && 'articles' in rows.value && rows.value.articles.length > 0
      return isThere ? { kind: 'linked-article', id: opening.id } : trouble({ kind: 'not-found', what: 'article' })
    }
  }
}
