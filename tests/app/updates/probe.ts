import { app, session } from 'electron'
import { openElectronUpdater } from '../../../electron/shell/updates/electronUpdater.ts'
import { updateFailureOf } from '../../../electron/shell/updates/updatePolicy.ts'

/**
 * Runs in Electron: takes updates from each of the folders that the arguments name, one after another, and prints what came of each.
 * The updater, the guard before it and Electron's network are those of the app; only the test's certificates are taken as good.
 */
async function takeFrom(address: string): Promise<string> {
  try {
    const source = await openElectronUpdater({ provider: 'generic', url: address })
    const version = await source.look('latest')
    if (version === null) return 'nothing newer'
    await source.fetch(() => undefined)
    return `fetched ${version}`
  } catch (fault) {
    return `${updateFailureOf(fault)}: ${String(fault).slice(0, 200)}`
  }
}

async function takeAll(): Promise<void> {
  await app.whenReady()
  session.fromPartition('electron-updater', { cache: false }).setCertificateVerifyProc((_, answer) => answer(0))
  const addresses = process.argv.filter((each) => each.startsWith('https://'))
  const outcomes: string[] = []
  for (const address of addresses) outcomes.push(await takeFrom(address))
  process.stdout.write(`outcomes ${JSON.stringify(outcomes)}\n`)
  app.exit(0)
}

void takeAll()
