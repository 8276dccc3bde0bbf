/** Stands where the pane will be. */
export function WelcomePane() {
  return null
}
