import { buildWhenStale } from './build.ts'

/** Called by vitest once, before any test of the whole. */
export async function setup(): Promise<void> {
  await buildWhenStale()
}
