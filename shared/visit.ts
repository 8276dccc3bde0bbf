import type { ActionName } from './actions.ts'
import type { SpokenFailure } from './engine.ts'

/**
 * Where the host leads the screen: to an article, or to what rules watch. What comes from outside (a link of another program, a file, a
 * drop) only ever fills something in: `add` an address, `import` a file; a person then decides. `trouble`: why it leads nowhere.
 */
export type Visit =
  | { readonly kind: 'article'; readonly id: string }
  | { readonly kind: 'watching' }
  | { readonly kind: 'action'; readonly action: ActionName }
  | { readonly kind: 'linked-article'; readonly id: string }
  | { readonly kind: 'add'; readonly address: string }
  | { readonly kind: 'import'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'search'; readonly query: string }
  | { readonly kind: 'trouble'; readonly failure: SpokenFailure }
