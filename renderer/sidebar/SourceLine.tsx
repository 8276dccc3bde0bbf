import { TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import type { Source } from '../../shared/contract/source.ts'
import { SourceMark } from '../parts/SourceMark.tsx'
import { SourceMenu } from '../parts/SourceMenu.tsx'
import { useScreen } from '../state/screen.ts'
import { useSourceActs } from '../state/sourceActs.ts'
import { isInTrouble } from '../state/sources.ts'
import { sayTrouble } from '../words/healthWords.ts'
import { useWords } from '../words/useWords.ts'
import { afterMenu } from './afterMenu.ts'
import './menuLine.css'
import { NavLine } from './NavLine.tsx'

/** A source: its line leads to its articles, its menu to everything that can be done with it. Drawn again only when its source changes: there may be hundreds. */
export const SourceLine = memo(function SourceLine({ source }: { readonly source: Source }) {
  const { t } = useWords()
  const { show, ...acts } = useSourceActs(source)
  const isCurrent = useScreen(({ place }) => place.view.kind === 'list' && place.view.scope.sourceId === source.id)
  const trouble = isInTrouble(source) ? sayTrouble(t, source.health) : null
  const unfollow = () =>
    afterMenu(() => {
      focusNeighbour(source.id)
      acts.unfollow()
    })
  return (
    <li className="menu-nav">
      <NavLine
        sourceId={source.id}
        words={source.title}
        icon={<SourceMark name={source.title} />}
        count={source.unread}
        countWords="sidebar.unread"
        isCurrent={isCurrent}
        onPress={show}
        trouble={trouble}
        mark={trouble !== null && <TriangleAlert className="nav-trouble" size={14} aria-hidden />}
      />
      <SourceMenu title={source.title} acts={{ ...acts, unfollow }} />
    </li>
  )
})

// The line is about to go, and the focus with it.
function focusNeighbour(id: string): void {
  const lines = [...document.querySelectorAll<HTMLElement>('.sidebar .nav-line')]
  const at = lines.findIndex((line) => line.dataset.source === id)
  const neighbour = lines[at + 1] ?? lines[at - 1]
  neighbour?.focus()
}
