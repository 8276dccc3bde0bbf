import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Dialog as AriaDialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import './menu.css'
import { Button } from './Button.tsx'
import { Tooltip } from './Tooltip.tsx'

type PopoverButtonProps = {
  readonly label: string
  readonly icon: ReactNode
  /** Whether the button shows its words, as where it stands among others that do. */
  readonly isLabelShown?: boolean
  /** The controls; given how to close the panel where they end with something done. */
  readonly children: ReactNode | ((close: () => void) => ReactNode)
}

/** A button that opens a small panel of controls beside it. */
export function PopoverButton({ label, icon, isLabelShown = false, children }: PopoverButtonProps) {
  return (
    <DialogTrigger>
      {isLabelShown ? (
        <Button>
          {icon}
          {label}
        </Button>
      ) : (
        <Tooltip words={label}>
          <AriaButton aria-label={label} className="icon-button">
            {icon}
          </AriaButton>
        </Tooltip>
      )}
      {/* The panel has the name; the box around it, which is nothing by itself, must have none. */}
      {/* oxlint-disable-next-line jsx-a11y/aria-proptypes */}
      <Popover className="popover" aria-labelledby="" placement={isLabelShown ? 'bottom start' : 'bottom end'} offset={4}>
        <AriaDialog className="panel" aria-label={label}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </AriaDialog>
      </Popover>
    </DialogTrigger>
  )
}
