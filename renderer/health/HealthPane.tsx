/** Stands where the pane will be. */
export function HealthPane() {
  return null
}
