import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Dialog as AriaDialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import './menu.css'
import { Tooltip } from './Tooltip.tsx'

type PopoverButtonProps = {
  readonly label: string
  readonly icon: ReactNode
  readonly children: ReactNode
}

/** A button that opens a small panel of controls beside it. */
export function PopoverButton({ label, icon, children }: PopoverButtonProps) {
  return (
    <DialogTrigger>
      <Tooltip words={label}>
        <AriaButton aria-label={label} className="icon-button">
          {icon}
        </AriaButton>
      </Tooltip>
      <Popover className="popover" placement="bottom end" offset={4}>
        <AriaDialog className="panel" aria-label={label}>
          {children}
        </AriaDialog>
      </Popover>
    </DialogTrigger>
  )
}
