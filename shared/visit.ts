/** Where the host leads the screen: to an article, or to what rules watch. */
export type Visit = { readonly kind: 'article'; readonly id: string } | { readonly kind: 'watching' }
