/** The sidebar. */
export function Sidebar(_props: { readonly isDrawer: boolean }) {
  return <nav className="sidebar" />
}
