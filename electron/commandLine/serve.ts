import { once } from 'node:events'
import { startBrowserHost } from '../browserHost/browserHost.ts'
import { forkedEngine } from '../gate/forkEngine.ts'
import { keepEngine } from '../gate/keptEngine.ts'
import { logToStderr } from '../gate/logFault.ts'
import { storedPictures } from '../gate/storedPictures.ts'
import { mistyped } from './answered.ts'
import type { CommandLine } from './readArguments.ts'
import { print, type Streams } from './runCommand.ts'

/** What `serve` serves: which profile, and where the built parts stand. */
export interface Serving {
  readonly profile: string
  readonly version: string
  readonly engineEntry: string
  readonly rendererFolder: string
}

/** Serves the browser host until the process is asked to end. The first line on stdout is the address. */
export async function serve(
  line: CommandLine,
  { profile, version, engineEntry, rendererFolder }: Serving,
  streams: Streams,
): Promise<0 | 1> {
  const port = portOf(line.serve.port)
  if (port === null) return print(mistyped('a port is a whole number from 0 to 65535'), line, streams)
  const engine = await keepEngine({
    launch: forkedEngine(process.execPath, engineEntry),
    start: { profile, version, mayUsePrivate: line.mayUsePrivate, isSample: line.serve.isSample },
    log: logToStderr,
  })
  if (!engine.ok) return print(engine, line, streams)
  const findImage = storedPictures(profile, (hash) => void engine.value.call('checkPicture', { hash }))
  const host = await startBrowserHost({ engine: engine.value, port, rendererFolder, profile, findImage }).catch(isPortTaken)
  if (host === null) {
    await engine.value.close()
    return print(mistyped(`port ${port} is taken by another program`), line, streams)
  }
  streams.out(host.address)
  if (line.serve.opensBrowser) await host.openInBrowser()
  await askedToEnd()
  await host.close()
  await engine.value.close()
  return 0
}

function portOf(typed: string | undefined): number | null {
  const port = Number(typed ?? '0')
  return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : null
}

function isPortTaken(error: unknown): null {
  if (error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')) return null
  throw error
}

async function askedToEnd(): Promise<void> {
  await Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)))
}
