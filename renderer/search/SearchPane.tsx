/** Search. */
export function SearchPane(_props: { readonly query: string }) {
  return null
}
