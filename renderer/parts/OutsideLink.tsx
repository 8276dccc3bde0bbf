import type { ReactNode } from 'react'

type OutsideLinkProps = {
  readonly url: string
  /** Hands the address to the system's browser or mail program; the window itself never goes there. */
  readonly onOpen: (url: string) => void
  readonly children: ReactNode
  readonly className?: string
  /** Its name where the words alone do not say where it leads; it holds them. */
  readonly label?: string
}

/** A link out of Newsdesk. */
export function OutsideLink({ url, onOpen, children, className, label }: OutsideLinkProps) {
  return (
    <a
      href={url}
      className={className}
      aria-label={label}
      rel="noopener noreferrer"
      referrerPolicy="no-referrer"
      onClick={(event) => {
        event.preventDefault()
        onOpen(url)
      }}
    >
      {children}
    </a>
  )
}
