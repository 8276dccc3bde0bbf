import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A disk of its own with so many MiB, gone after the test; null where this machine does not let us have one. */
export function smallDisk(mebibytes: number): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const folder = mkdtempSync(join(tmpdir(), 'newsdesk-disk-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]))
  return folder
}

/** Makes such a disk larger. */
export function growDisk(folder: string, mebibytes: number): void {
  execFileSync('mount', ['-o', `remount,size=${mebibytes}m`, folder], { stdio: 'ignore' })
}

/** Fills what is left of a disk, to the last byte. */
export function fillDisk(folder: string): void {
  for (let bytes = 1024 * 1024, count = 0; bytes >= 512; count += 1) {
    const filler = join(folder, `filler-${count}`)
    try {
      writeFileSync(filler, Buffer.alloc(bytes, 1))
    } catch {
      rmSync(filler, { force: true })
      bytes = Math.floor(bytes / 2)
    }
  }
}
