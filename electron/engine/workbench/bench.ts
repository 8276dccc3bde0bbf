import type { SourceFailure } from '../../../shared/failures.ts'
import { failed } from '../../../shared/result.ts'
import { SECOND, durationOf, type DurationMs } from '../../../shared/time.ts'
import type { JobName, Jobs } from './jobs.ts'
import { startThread, type Thread } from './thread.ts'

/** Limits of the workbench. `jobTakes` is processor time; `heapMiB` is for each thread; `restsAfter` is how long an idle thread is kept. */
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
  return new ThreadedWorkbench(limits)
}

class ThreadedWorkbench implements Workbench {
  readonly #limits: WorkbenchLimits
  readonly #queue: Waiting[] = []
  readonly #idle: Thread[] = []
  readonly #all = new Set<Thread>()
  #rest: NodeJS.Timeout | null = null
  #isClosed = false

  constructor(limits: WorkbenchLimits) {
    this.#limits = limits
  }

  readonly run: Workbench['run'] = (job, input) =>
    new Promise((resolve, reject) => {
      const settle = resolve as (output: unknown) => void
      if (this.#isClosed) return settle(spent)
      this.#queue.push({ job, input, settle, fail: reject })
      this.#pump()
    })

  async close(): Promise<void> {
    if (this.#rest !== null) clearTimeout(this.#rest)
    this.#isClosed = true
    for (const waiting of this.#queue.splice(0)) waiting.settle(spent)
    const threads = [...this.#all]
    this.#all.clear()
    this.#idle.length = 0
    await Promise.all(threads.map((thread) => thread.stop()))
  }

  #pump(): void {
    while (this.#queue.length > 0) {
      const thread = this.#idleThread() ?? (this.#all.size < this.#limits.threads ? this.#newThread() : null)
      const next = thread === null ? undefined : this.#queue.shift()
      if (thread === null || next === undefined) return
      void this.#work(thread, next)
    }
  }

  /** A thread may have died at rest. */
  #idleThread(): Thread | null {
    for (let thread = this.#idle.pop(); thread !== undefined; thread = this.#idle.pop()) {
      if (!thread.isDead()) return thread
      this.#all.delete(thread)
    }
    return null
  }

  #newThread(): Thread {
    const thread = startThread(this.#limits.heapMiB)
    this.#all.add(thread)
    return thread
  }

  async #work(thread: Thread, waiting: Waiting): Promise<void> {
    if (this.#rest !== null) clearTimeout(this.#rest)
    const end = await thread.work(waiting.job, waiting.input, this.#limits.jobTakes)
    if (thread.isDead()) this.#all.delete(thread)
    else this.#idle.push(thread)
    if (end.kind === 'done') waiting.settle(end.output)
    else if (end.kind === 'spent') waiting.settle(spent)
    else waiting.fail(new Error(`The job ${waiting.job} failed: ${end.fault}`))
    if (this.#isClosed) return
    this.#pump()
    if (this.#idle.length === this.#all.size) this.#restLater()
  }

  #restLater(): void {
    this.#rest = setTimeout(() => void this.#restAll(), this.#limits.restsAfter)
    this.#rest.unref()
  }

  async #restAll(): Promise<void> {
    const resting = this.#idle.splice(0)
    for (const thread of resting) this.#all.delete(thread)
    await Promise.all(resting.map((thread) => thread.stop()))
  }
}
