import { parentPort } from 'node:worker_threads'
import type { Result } from '../../../shared/result.ts'
import type { ArticleDraft } from '../article/articleDraft.ts'
import type { JobName, Jobs } from './jobs.ts'
import { jobsAtWork } from './jobsAtWork.ts'

/** What the bench sends to a thread. */
export interface JobOrder<Name extends JobName = JobName> {
  readonly number: number
  readonly job: Name
  readonly input: Jobs[Name]['input']
}

/** What a thread sends back: the job's answer, or our own fault as text. */
export type JobReport = { readonly number: number; readonly output: unknown } | { readonly number: number; readonly fault: string }

parentPort?.on('message', (order: JobOrder) => {
  void carryOut(order).then((report) => parentPort?.postMessage(report, handedBack(report)))
})

/** Packed texts go with the message and are not copied: those of one feed stand in one piece of memory. */
function handedBack(report: JobReport): ArrayBuffer[] {
  if (!('output' in report)) return []
  const read = report.output as Partial<Result<{ readonly drafts?: readonly ArticleDraft[] }, unknown>>
  const drafts = (read.ok && read.value?.drafts) || []
  const buffers = drafts.map((draft) => draft.packedFeedText?.buffer).filter((buffer) => buffer instanceof ArrayBuffer)
  return [...new Set(buffers)]
}

async function carryOut(order: JobOrder): Promise<JobReport> {
  try {
    const work = jobsAtWork[order.job] as (input: unknown) => Promise<unknown>
    return { number: order.number, output: await work(order.input) }
  } catch (error) {
    return { number: order.number, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
