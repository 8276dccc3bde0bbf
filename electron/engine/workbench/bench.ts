import type { SourceFailure } from '../../../shared/failures.ts'
import { failed } from '../../../shared/result.ts'
import { SECOND, durationOf, type DurationMs } from '../../../shared/time.ts'
import type { JobName, Jobs } from './jobs.ts'
import { startThread, type Thread } from './thread.ts'

/** Limits of the workbench. `heapMiB` is for each thread; `restsAfter` is how long an idle thread is kept. */
export interface WorkbenchLimits {
  readonly threads: number
  readonly jobTakes: DurationMs
  readonly heapMiB: number
  readonly restsAfter: DurationMs
}

/** Ten seconds and 256 MB a document: `hazards.json` P02. */
export const workbenchLimits: WorkbenchLimits = {
  threads: 1,
  jobTakes: durationOf(10, SECOND),
  heapMiB: 256,
  restsAfter: durationOf(60, SECOND),
}

/** Runs jobs in worker threads, one at a time in each. */
export interface Workbench {
  /** A job that takes too long, or more memory than it may, answers `took-too-long`; its thread is replaced. */
  run<Name extends JobName>(job: Name, input: Jobs[Name]['input']): Promise<Jobs[Name]['output'] | Spent>
  /** Ends what is at work: it answers `took-too-long`, as does what waits and what is asked for later. */
  close(): Promise<void>
}

/** The answer of a job that was given up. */
export type Spent = { readonly ok: false; readonly failure: Extract<SourceFailure, { kind: 'took-too-long' }> }

const spent: Spent = failed({ kind: 'took-too-long' })

interface Waiting {
  readonly job: JobName
  readonly input: Jobs[JobName]['input']
  readonly settle: (output: unknown) => void
  readonly fail: (fault: Error) => void
}

/** Opens a workbench. Threads start with the first job and rest when nothing has come for a while. */
export function openWorkbench(limits: WorkbenchLimits = workbenchLimits): Workbench {
  const queue: Waiting[] = []
  const idle: Thread[] = []
  const all = new Set<Thread>()
  let rest: NodeJS.Timeout | null = null
  let isClosed = false

  function pump(): void {
    while (queue.length > 0) {
      const thread = idleThread() ?? (all.size < limits.threads ? newThread() : null)
      const next = thread === null ? undefined : queue.shift()
      if (thread === null || next === undefined) return
      void work(thread, next)
    }
  }

  /** A thread may have died at rest. */
  function idleThread(): Thread | null {
    for (let thread = idle.pop(); thread !== undefined; thread = idle.pop()) {
      if (!thread.isDead()) return thread
      all.delete(thread)
    }
    return null
  }

  function newThread(): Thread {
    const thread = startThread(limits.heapMiB)
    all.add(thread)
    return thread
  }

  async function work(thread: Thread, waiting: Waiting): Promise<void> {
    if (rest !== null) clearTimeout(rest)
    const end = await thread.work(waiting.job, waiting.input, limits.jobTakes)
    if (thread.isDead()) all.delete(thread)
    else idle.push(thread)
    if (end.kind === 'done') waiting.settle(end.output)
    else if (end.kind === 'spent') waiting.settle(spent)
    else waiting.fail(new Error(`The job ${waiting.job} failed: ${end.fault}`))
    if (isClosed) return
    pump()
    if (idle.length === all.size) restLater()
  }

  function restLater(): void {
    rest = setTimeout(() => void restAll(), limits.restsAfter)
    rest.unref()
  }

  async function restAll(): Promise<void> {
    const resting = idle.splice(0)
    for (const thread of resting) all.delete(thread)
    await Promise.all(resting.map((thread) => thread.stop()))
  }

  return {
    run: (job, input) =>
      new Promise((resolve, reject) => {
        const settle = resolve as (output: unknown) => void
        if (isClosed) return settle(spent)
        queue.push({ job, input, settle, fail: reject })
        pump()
      }),
    close: async () => {
      if (rest !== null) clearTimeout(rest)
      isClosed = true
      for (const waiting of queue.splice(0)) waiting.settle(spent)
      const threads = [...all]
      all.clear()
      idle.length = 0
      await Promise.all(threads.map((thread) => thread.stop()))
    },
  }
}
