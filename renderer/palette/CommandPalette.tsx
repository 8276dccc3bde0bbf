/** Stands where the pane will be. */
export function CommandPalette(_props: { readonly onClose: () => void }) {
  return null
}
