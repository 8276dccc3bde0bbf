/** Moves the focus to the next or the previous pane: sidebar, list, article. */
export function stepPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('.sidebar, #list, .reading')]
  if (panes.length === 0) return
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes.at((at + step + panes.length) % panes.length)
  const inside = next?.querySelector<HTMLElement>('[aria-current=page], [aria-current=true], [data-pane-focus]')
  const target = inside ?? next
  target?.focus()
}
