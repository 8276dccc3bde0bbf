import { app } from 'electron'
import type { Session } from 'electron'
import type { LogFault } from '../gate/gate.ts'
import { appScheme, isOfApp } from './appOrigin.ts'
import { answerFromBundle } from './bundleProtocol.ts'
import type { AppFiles } from './bundleProtocol.ts'
import { guardPermissions } from './permissions.ts'

/** Has no session check spelling: with the languages set, each would fetch its dictionary from Google as soon as it is made. */
export function leaveSpellingAlone(): void {
  app.on('session-created', (session) => {
    session.setSpellCheckerLanguages([])
    session.setSpellCheckerEnabled(false)
  })
}

/**
 * Shuts a session in: it serves the app's own files, reaches no network, downloads nothing and grants nothing.
 * Three walls stand before the network (the policy of the page, this filter, and a proxy where nobody listens).
 */
export async function shutIn(session: Session, files: AppFiles, log: LogFault): Promise<void> {
  session.protocol.handle(appScheme(), async (request) => {
    try {
      return await answerFromBundle(files, request)
    } catch (fault) {
      log('serving the screen', fault)
      return new Response(null, { status: 500 })
    }
  })
  guardPermissions(session)
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url) }))
  session.on('will-download', (event) => event.preventDefault())
  await session.setProxy({ mode: 'fixed_servers', proxyRules: 'socks5://127.0.0.1:9', proxyBypassRules: '<-loopback>' })
}

function mayLoad(url: string): boolean {
  return isOfApp(url) || (!app.isPackaged && url.startsWith('devtools:'))
}
