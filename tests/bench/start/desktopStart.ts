import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env, platform } from 'node:process'
import { createInterface } from 'node:readline'
import { openDesktopApp } from '../../app/electronApp.ts'
import { makeEmptyElectron, startEmptyElectron } from './emptyElectron.ts'
import { firstRowAt } from './firstRow.ts'

/** Process start to the first row painted, in milliseconds, of the app and of an empty window in the same round. */
export interface StartTimes {
  readonly ours: number
  readonly empty: number
}

/** Starts the desktop app and an empty one in turn. The first start of each warms the disk and is not counted. */
export async function desktopStarts(profile: string, rounds: number): Promise<readonly StartTimes[]> {
  const closeDisplay = await openOneDisplay()
  const folder = mkdtempSync(join(tmpdir(), 'newsdesk-empty-'))
  try {
    const warm = await startDesktop(profile)
    const empty = makeEmptyElectron(folder, warm.command)
    await startEmptyElectron(empty, folder)
    const times: StartTimes[] = []
    for (let round = 0; round < rounds; round += 1)
      times.push({ empty: await startEmptyElectron(empty, folder), ours: (await startDesktop(profile)).took })
    return times
  } finally {
    rmSync(folder, { recursive: true, force: true })
    closeDisplay()
  }
}

async function startDesktop(profile: string): Promise<{ readonly took: number; readonly command: readonly string[] }> {
  const startedAt = Date.now()
  const desktop = await openDesktopApp({ profile })
  try {
    const took = (await firstRowAt(desktop.page)) - startedAt
    const { spawnfile, spawnargs } = desktop.app.process()
    return { took, command: [spawnfile, ...spawnargs.slice(1)] }
  } finally {
    await desktop.close()
  }
}

/** One display for all starts, so that none pays for it. */
async function openOneDisplay(): Promise<() => void> {
  if (platform !== 'linux' || env['DISPLAY'] !== undefined) return () => undefined
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [number] = (await once(createInterface(server.stdout), 'line')) as [string]
  env['DISPLAY'] = `:${number}`
  return () => {
    delete env['DISPLAY']
    server.kill()
  }
}
