import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, protocol } from 'electron'
import { edition } from '../../shared/edition.ts'
import { APP_SCHEME, serveAtHttps } from './appOrigin.ts'
import { leaveSpellingAlone } from './session.ts'

const quietSwitches = ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'no-pings']

/**
 * Everything that must be said before Electron is ready: the sandbox, the app's scheme, the folders.
 *
 * @returns the profile's folder.
 */
export function prepareApp(profileAsked: string | null): string {
  // Chromium refuses the two together. Only the tests' launcher gives that switch, where they run as root.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  for (const name of quietSwitches) app.commandLine.appendSwitch(name)
  // A hint (`dns-prefetch`) would have the page's own words looked up, past the policy of the page, the filter and the proxy of its session.
  app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false')
  leaveSpellingAlone()
  declareScheme()
  app.setName(edition.productName)
  // Windows shows no notification of an app that it does not know by name.
  app.setAppUserModelId(edition.appId)
  const profile = profileAsked ?? join(app.getPath('appData'), edition.productName)
  const chromium = join(profile, 'chromium')
  mkdirSync(chromium, { recursive: true, mode: 0o700 })
  // What Chromium keeps for itself; the lock that lets only one Newsdesk use a profile is there as well.
  app.setPath('userData', chromium)
  return profile
}

function declareScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  if (app.isReady()) serveAtHttps()
  else protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges }])
}
