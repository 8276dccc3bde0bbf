import { app } from 'electron'
import { logToStderr } from './gate/logFault.ts'
import { openDesktop } from './shell/desktop.ts'
import { hearOpenings } from './shell/openings.ts'
import { prepareApp } from './shell/prepare.ts'
import { readShellArguments } from './shell/shellArguments.ts'

const { profile: profileAsked, isSample, mayUsePrivate, isHidden } = readShellArguments(process.argv.slice(1))
const profile = prepareApp(profileAsked)
const openings = hearOpenings(process.argv.slice(1))

// Electron is not ready before this module has ended, so nothing here may wait for that.
if (app.requestSingleInstanceLock()) app.whenReady().then(open).catch(stopBroken)
else app.quit()

function open(): Promise<void> {
  return openDesktop({
    start: { profile, isSample, mayUsePrivate, version: app.getVersion() },
    built: import.meta.dirname,
    openings,
    profileAsked,
    isHidden,
    // An installed app starts nothing that an environment names.
    otherNode: app.isPackaged ? null : (process.env['NEWSDESK_ENGINE_NODE'] ?? null),
  })
}

function stopBroken(fault: unknown): void {
  logToStderr('opening the app', fault)
  app.exit(1)
}
