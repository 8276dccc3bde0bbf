import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Brings a file's bytes to the disk. A rename must never come before the bytes that it names. */
export function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Brings the names in a folder to the disk, as after a rename. Windows does that by itself and opens no folders. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
