import type { Source } from '../../shared/contract/source.ts'
import { SourceMenu } from '../parts/SourceMenu.tsx'
import { useAction } from '../state/actionDesk.ts'
import { useSourceActs } from '../state/sourceActs.ts'

/** The menu of the source whose articles are listed, and its actions for keys and the menus of the system. */
export function SourceTools({ source }: { readonly source: Source }) {
  const { show: _shown, ...acts } = useSourceActs(source)
  useAction('refreshSource', acts.askNow)
  useAction('editSource', acts.edit)
  useAction('unfollow', acts.unfollow)
  return <SourceMenu title={source.title} acts={acts} hasKeys />
}
