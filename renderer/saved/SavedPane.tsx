/** Saved items. */
export function SavedPane(_props: { readonly tag: string | null }) {
  return null
}
