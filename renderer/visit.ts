import type { Visit } from '../shared/visit.ts'
import { perform } from './state/actionDesk.ts'
import { openAdd } from './state/addDraft.ts'
import { openImport } from './state/importDraft.ts'
import { tellFailure } from './state/notices.ts'
import { choose, goTo, showDialog } from './state/screen.ts'

/** Goes where the host leads. What another program brings is filled in and shown; nothing is done with it before a person says so. */
export function visit(visited: Visit): void {
  showDialog(null)
  // In a turn of its own, so that a dialog of the same name begins anew.
  setTimeout(() => arrive(visited), 0)
}

function arrive(visited: Visit): void {
  switch (visited.kind) {
    case 'add':
      return openAdd({ address: visited.address, isAsked: false })
    case 'import':
      return openImport(new File([new Uint8Array(visited.bytes)], visited.name))
    case 'action':
      return void perform(visited.action)
    case 'search':
      return goTo({ kind: 'search', query: visited.query })
    case 'trouble':
      return tellFailure(visited.failure)
    case 'linked-article':
      goTo({ kind: 'list', scope: { view: 'all' } })
      return choose(visited.id, true)
    case 'watching':
      return goTo({ kind: 'list', scope: { view: 'watching' } })
    case 'article':
      // It stands in the list of what is watched, too.
      goTo({ kind: 'list', scope: { view: 'watching' } })
      return choose(visited.id, true)
  }
}
