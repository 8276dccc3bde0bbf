import { useCallback } from 'react'
import { showDrawer } from './screen.ts'
import { useChangeSettings, useSettings } from './settings.ts'
import { useWidth } from './useWidth.ts'

/** Brings the sidebar to sight: as a drawer, or in its place where it was hidden. Null where it stands there already. */
export function useOpenSidebar(): (() => void) | null {
  const { isSidebarCollapsed } = useSettings()
  const isWide = useWidth() === 'wide'
  const change = useChangeSettings()
  const open = useCallback(() => {
    if (isWide) change({ isSidebarCollapsed: false })
    else showDrawer(true)
  }, [isWide, change])
  return isWide && !isSidebarCollapsed ? null : open
}
