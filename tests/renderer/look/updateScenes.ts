import type { UpdateState, Updates } from '../../../shared/updates.ts'
import type { FakeOptions } from '../fakeOptions.ts'

/** Scenes of newer versions: `?scene=updates-found` and the like. */
export const updateScenes: Readonly<Record<string, Partial<FakeOptions>>> = {
  'updates-none': { updates: { ...updates({ kind: 'idle' }), page: null } },
  'updates-found': { updates: updates({ kind: 'found', version: '0.2.0' }) },
  'updates-fetching': { updates: { ...updates({ kind: 'fetching', version: '0.2.0', percent: 41 }), installs: true } },
  'updates-ready': { updates: { ...updates({ kind: 'ready', version: '0.2.0' }), installs: true, isOn: true } },
  'updates-failed': { updates: updates({ kind: 'failed', reason: 'damaged' }) },
}

function updates(state: UpdateState): Updates {
  return { page: 'https://updates.newsdesk.example/', installs: false, isOn: false, channel: 'latest', state }
}
