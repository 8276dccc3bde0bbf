import type { ReactNode } from 'react'

type ScrollingListProps = {
  /** Its name for screen readers. */
  readonly label: string
  readonly className: string
  readonly children: ReactNode
}

/** A list in a box of its own that scrolls. It takes the focus, so that the keyboard can scroll it. */
export function ScrollingList({ label, className, children }: ScrollingListProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable
    <ul className={className} aria-label={label} tabIndex={0}>
      {children}
    </ul>
  )
}
