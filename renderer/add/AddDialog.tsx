/** Stands where the pane will be. */
export function AddDialog(_props: { readonly onClose: () => void }) {
  return null
}
