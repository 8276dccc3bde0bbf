import { TriangleAlert } from 'lucide-react'
import { memo, useState } from 'react'
import type { Source } from '../../shared/contract/source.ts'
import { SourceMark } from '../parts/SourceMark.tsx'
import { SourceMenu } from '../parts/SourceMenu.tsx'
import { goTo, useScreen } from '../state/screen.ts'
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
  const [isMet, setIsMet] = useState(false)
  const isCurrent = useScreen(({ place }) => place.view.kind === 'list' && place.view.scope.sourceId === source.id)
  const trouble = isInTrouble(source) ? sayTrouble(t, source.health) : null
  const meet = () => setIsMet(true)
  return (
    // It only hears that somebody comes near; its controls are the line and the menu.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li className="menu-nav" onPointerEnter={meet} onFocus={meet}>
      <NavLine
        sourceId={source.id}
        words={source.title}
        icon={<SourceMark name={source.title} />}
        count={source.unread}
        countWords="sidebar.unread"
        isCurrent={isCurrent}
        onPress={() => goTo({ kind: 'list', scope: { view: 'all', sourceId: source.id } })}
        trouble={trouble}
        mark={trouble !== null && <TriangleAlert className="nav-trouble" size={14} aria-hidden />}
      />
      {isMet && <LineMenu source={source} />}
    </li>
  )
})

// Made when the pointer or the focus first comes to its line: the menus of a thousand lines take seconds to draw.
function LineMenu({ source }: { readonly source: Source }) {
  const { show: _leads, ...acts } = useSourceActs(source)
  const unfollow = () =>
    afterMenu(() => {
      focusNeighbour(source.id)
      acts.unfollow()
    })
  return <SourceMenu title={source.title} acts={{ ...acts, unfollow }} />
}

// The line is about to go, and the focus with it.
function focusNeighbour(id: string): void {
  const lines = [...document.querySelectorAll<HTMLElement>('.sidebar .nav-line')]
  const at = lines.findIndex((line) => line.dataset.source === id)
  const neighbour = lines[at + 1] ?? lines[at - 1]
  neighbour?.focus()
}
