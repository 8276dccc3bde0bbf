import type { ReactNode } from 'react'
import './paneHead.css'

type PaneHeadProps = {
  /** The one `h1` of the view. */
  readonly title: string
  readonly count?: string | undefined
  /** Before the title: a button that opens the drawer, or leads back. */
  readonly lead?: ReactNode
  /** Buttons at the right. */
  readonly tools?: ReactNode
  /** A second line: filters. */
  readonly children?: ReactNode
}

/** The head of a pane: title, count, tools. */
export function PaneHead({ title, count, lead, tools, children }: PaneHeadProps) {
  return (
    <header className="pane-head">
      <div className="pane-head-line">
        {lead}
        <h1 className="pane-title" title={title}>
          <bdi>{title}</bdi>
        </h1>
        {children === undefined && <Count words={count} />}
        {tools !== undefined && <div className="pane-tools">{tools}</div>}
      </div>
      {children !== undefined && (
        <div className="pane-head-line">
          {children}
          <Count words={count} />
        </div>
      )}
    </header>
  )
}

function Count({ words }: { readonly words: string | undefined }) {
  return words !== undefined && <p className="pane-count figures">{words}</p>
}
