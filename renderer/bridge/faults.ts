import type { SpokenFailure } from '../../shared/engine.ts'

/** The answer where the engine cannot be reached at all. */
export const engineStopped: SpokenFailure = {
  kind: 'engine-stopped',
  sentence: 'The part of Newsdesk that fetches and keeps news has stopped. It is being started again.',
}

/** The answer where the way to the engine gave something that is no answer. */
export const broken: SpokenFailure = {
  kind: 'broken',
  sentence: 'Something went wrong inside Newsdesk. Nothing that was kept is lost.',
}
