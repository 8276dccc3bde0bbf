/** Stands where the pane will be. */
export function SettingsDialog(_props: { readonly onClose: () => void }) {
  return null
}
