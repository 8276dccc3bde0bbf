import type { ReactNode } from 'react'
import './states.css'

type EmptyStateProps = {
  readonly title: string
  readonly advice?: string | undefined
  readonly icon?: ReactNode
  /** One button, or a few hints. */
  readonly children?: ReactNode
}

/** What a pane shows when it has nothing to show. */
export function EmptyState({ title, advice, icon, children }: EmptyStateProps) {
  return (
    <div className="empty">
      {icon !== undefined && <div className="empty-icon">{icon}</div>}
      <p className="empty-title">{title}</p>
      {advice !== undefined && <p className="empty-advice">{advice}</p>}
      {children}
    </div>
  )
}
