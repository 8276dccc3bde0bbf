import type { ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import './drawer.css'

type DrawerProps = { readonly label: string; readonly children: ReactNode; readonly onClose: () => void }

/** A pane that comes in from the left, over the others. Escape and a click beside it close it. */
export function Drawer({ label, children, onClose }: DrawerProps) {
  return (
    <ModalOverlay className="drawer-scrim" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="drawer">
        <Dialog className="drawer-dialog" aria-label={label}>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
