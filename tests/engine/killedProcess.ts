import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A process with an engine, which works until it is killed. */
export type KilledProcess = ReturnType<typeof loadProcess>

/** Loads a script of this folder in a process of its own; it starts when it is told to. */
export function loadProcess(script: string, profile: string) {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const child = spawn(process.execPath, [path, profile], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.on('error', () => undefined)
  return child
}

/** Starts a loaded process, kills it some time after its first word, and answers the whole lines that it said. */
export async function linesUntilKilled(child: KilledProcess, after: number): Promise<string[]> {
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), after)
    said += text
  })
  child.stdin.write('go\n')
  await new Promise((resolve) => void child.once('close', resolve))
  // The last line may be cut off; what it names was acknowledged, but is not known here.
  return said.split('\n').slice(0, -1)
}
