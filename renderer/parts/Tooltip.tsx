import type { ReactNode } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip'

type TooltipProps = {
  readonly words: string
  readonly shortcut?: string | null
  /** What it hangs on: one element that can be focused. */
  readonly children: ReactNode
}

/** Words that appear beside something on hover and focus. */
export function Tooltip({ words, shortcut = null, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip className="tooltip" offset={6}>
        {words}
        {shortcut !== null && <kbd className="keys">{shortcut}</kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
