/** Whether an address that came from elsewhere is one that a publisher can have. */
export function isOpenable(url: string): boolean {
  return /^(?:https?|sample):/.test(url)
}
