import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { pictureFiles } from '../../../electron/engine/media/pictureFiles.ts'
import { temporaryFolder } from '../store/profiles.ts'

const KILLS = 200
const AT_ONCE = 4
const program = join(import.meta.dirname, 'writingPictures.ts')

describe('pictureFiles', () => {
  it('D16: has no half picture under a hash after 200 kills in the middle of writing, and no rest after the next start', async () => {
    const folder = temporaryFolder()
    const lane = async (number: number): Promise<void> => {
      for (let kill = number; kill < KILLS; kill += AT_ONCE) await killWriter(folder, kill % 29)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, (_, number) => lane(number)))
    const left = globSync('*/*', { cwd: folder })
    const whole = left.filter((name) => /^[0-9a-f]{64}$/.test(basename(name)))
    const wrong = whole.filter((name) => hashOf(readFileSync(join(folder, name))) !== basename(name))
    expect([whole.length > 0, left.some((name) => name.endsWith('.part')), wrong]).toEqual([true, true, []])
    await pictureFiles(folder).sweep()
    expect(globSync('*/*.part', { cwd: folder })).toEqual([])
    expect(globSync('*/*', { cwd: folder })).toHaveLength(whole.length)
  }, 300_000)
})

/** Starts a writer and kills it so many milliseconds after it began to write. */
async function killWriter(folder: string, after: number): Promise<void> {
  const writer = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(writer.stdout, 'data')
  await sleep(after)
  writer.kill('SIGKILL')
  await once(writer, 'close')
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
