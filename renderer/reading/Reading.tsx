/** The reading view. */
export function Reading() {
  return <article className="reading" />
}
