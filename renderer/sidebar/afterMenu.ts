/** When a menu has given the focus back: what the work moves it to would lose it again to that. */
export function afterMenu(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work, 0))
}
