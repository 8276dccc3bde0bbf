import { ok } from '../../../shared/result.ts'
import type { Answers, EngineParts } from './engineParts.ts'
import { retentionPolicyOf } from './retentionPolicyOf.ts'

/** Answers about how long articles are kept. */
export function retentionAnswers({ retention, settings }: EngineParts): Pick<Answers, 'previewRetention' | 'applyRetention'> {
  return {
    previewRetention: async ({ policy }) => ok(await retention.count(policy ?? retentionPolicyOf(settings.get()))),
    applyRetention: async () => ok(await retention.run()),
  }
}
