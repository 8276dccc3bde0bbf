/** Where the app's own origin serves a stored picture. The browser host puts its signature behind it: see `browserHost/`. */
export function picturePath(hash: string): string {
  return `/img/${hash}`
}
