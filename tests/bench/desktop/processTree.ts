import { readFileSync, readdirSync } from 'node:fs'

/**
 * The memory of a process and of all that it started, in MiB; null where the system does not tell. Each page that several share counts
 * once, in parts (`Pss` of Linux).
 */
export function memoryOfTree(root: number): number | null {
  try {
    const kibibytes = treeOf(root).reduce((sum, pid) => sum + shareOf(pid), 0)
    return kibibytes / 1024
  } catch {
    return null
  }
}

function treeOf(root: number): number[] {
  const parents = new Map(pids().flatMap((pid) => parentOf(pid)))
  const isBelow = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined; at = parents.get(at)) if (at === root) return true
    return false
  }
  return [...parents.keys()].filter(isBelow)
}

function pids(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
}

function parentOf(pid: number): [number, number][] {
  const status = readIfThere(`/proc/${pid}/status`)
  const [, parent] = /^PPid:\s*(\d+)/m.exec(status) ?? []
  return parent === undefined ? [] : [[pid, Number(parent)]]
}

function shareOf(pid: number): number {
  const [, kibibytes] = /^Pss:\s*(\d+)/m.exec(readIfThere(`/proc/${pid}/smaps_rollup`)) ?? []
  return Number(kibibytes ?? 0)
}

// A process may end between the listing and the look.
function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
