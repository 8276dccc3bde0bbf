import { Worker } from 'node:worker_threads'
import type { DurationMs } from '../../../shared/time.ts'
import { watchCost } from './jobCost.ts'
import type { JobName, Jobs } from './jobs.ts'
import type { JobReport } from './worker.ts'

/** How a job ended: with an answer, with a fault of ours, or spent (out of time or memory, and its thread with it). */
export type JobEnd =
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'fault'; readonly fault: string }
  | { readonly kind: 'spent' }

/** One worker thread. */
export interface Thread {
  /** Does one job, `within` so much of the thread's processor time; ask again only after it has ended, and not where the thread is dead. */
  work<Name extends JobName>(job: Name, input: Jobs[Name]['input'], within: DurationMs): Promise<JobEnd>
  isDead(): boolean
  stop(): Promise<void>
}

/** For young objects. Left alone, they take 128 MiB, and a job is done no sooner. */
const YOUNG_MIB = 48

/** Starts a thread with a heap of `heapMiB`. */
export function startThread(heapMiB: number): Thread {
  return new WorkerThread(heapMiB)
}

class WorkerThread implements Thread {
  readonly #worker: Worker
  #isDead = false
  /** Of the job in hand. */
  #number = 0
  #finish: ((end: JobEnd) => void) | null = null

  constructor(heapMiB: number) {
    this.#worker = new Worker(workerFile(), {
      resourceLimits: { maxOldGenerationSizeMb: heapMiB, maxYoungGenerationSizeMb: YOUNG_MIB },
      stdout: false,
      stderr: false,
    })
    this.#worker.unref()
    this.#worker.on('message', (report: JobReport) => {
      if (report.number !== this.#number) return
      this.#finish?.('fault' in report ? { kind: 'fault', fault: report.fault } : { kind: 'done', output: report.output })
    })
    this.#worker.on('error', (error: unknown) => {
      this.#die(isOutOfMemory(error) ? { kind: 'spent' } : { kind: 'fault', fault: String(error) })
    })
    this.#worker.on('exit', () => this.#die({ kind: 'spent' }))
  }

  async work<Name extends JobName>(job: Name, input: Jobs[Name]['input'], within: DurationMs): Promise<JobEnd> {
    this.#number += 1
    this.#worker.ref()
    const end = await this.#handOut(job, input, within)
    this.#finish = null
    this.#worker.unref()
    if (end.kind === 'spent') {
      this.#isDead = true
      await this.#worker.terminate()
    }
    return end
  }

  isDead(): boolean {
    return this.#isDead
  }

  async stop(): Promise<void> {
    await this.#worker.terminate()
  }

  #handOut<Name extends JobName>(job: Name, input: Jobs[Name]['input'], within: DurationMs): Promise<JobEnd> {
    return new Promise((resolve) => {
      const leave = watchCost(this.#worker, within, () => resolve({ kind: 'spent' }))
      this.#finish = (how) => {
        leave()
        resolve(how)
      }
      try {
        this.#worker.postMessage({ number: this.#number, job, input }, 'bytes' in input ? handedOver(input.bytes) : [])
      } catch (error) {
        this.#finish({ kind: 'fault', fault: String(error) })
      }
    })
  }

  #die(how: JobEnd): void {
    this.#isDead = true
    this.#finish?.(how)
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

/** The bytes' memory goes with the message, unless it is shared with other values (small Buffers stand in a pool). */
function handedOver(bytes: Uint8Array): ArrayBuffer[] {
  const whole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength
  return whole && bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : []
}

/** The thread's entry: the source beside this file, or the bundle beside the engine's bundle. */
function workerFile(): URL {
  const isSource = import.meta.url.endsWith('.ts')
  return new URL(isSource ? './worker.ts' : './workbenchWorker.js', import.meta.url)
}
