import { create } from 'zustand'

const useNetwork = create<{ readonly isGone: boolean }>()(() => ({ isGone: false }))

/** Hears whether the page has a network. */
export function networkIs(isOnline: boolean): void {
  useNetwork.setState({ isGone: !isOnline })
}

/** Whether the page has heard that the network is gone; the engine may not know it yet. */
export function useIsNetworkGone(): boolean {
  return useNetwork(({ isGone }) => isGone)
}
