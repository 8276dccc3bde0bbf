import type { UpdateChannel, UpdateFeed } from '../../../shared/updates.ts'
import { isUpdateAddress, plainHeaders } from './updatePolicy.ts'

/** Where newer versions come from. Every call rejects with what {@link updateFailureOf} names. */
export interface UpdateSource {
  /** The newest version of a channel, or null where this one is it. */
  look(channel: UpdateChannel): Promise<string | null>
  /** Fetches the version that was found and checks it. `onProgress` is told per cent. */
  fetch(onProgress: (percent: number) => void): Promise<void>
  /** Closes the app, installs what was fetched, and opens it again. */
  install(): void
}

/**
 * The updater of electron-builder, kept on a short lead: it fetches nothing by itself, goes back to no older version, and reaches no
 * other host than its feed's. It is loaded when it is first asked for something.
 */
export async function openElectronUpdater(feed: UpdateFeed): Promise<UpdateSource> {
  const { autoUpdater: updater } = await import('electron-updater')
  guard(updater.netSession, feed)
  updater.logger = null
  updater.autoDownload = false
  updater.disableWebInstaller = true
  // Else it asks only where it could install as well, and a person would never hear of a version.
  updater.forceDevUpdateConfig = true
  updater.isUserWithinRollout = () => true
  updater.setFeedURL(feed)
  return {
    async look(channel) {
      updater.channel = channel
      updater.allowPrerelease = channel === 'beta'
      // Setting a channel allows older versions.
      updater.allowDowngrade = false
      const found = await updater.checkForUpdates()
      return found?.isUpdateAvailable === true ? found.updateInfo.version : null
    },
    async fetch(onProgress) {
      const tell = ({ percent }: { readonly percent: number }): void => onProgress(percent)
      updater.on('download-progress', tell)
      try {
        await updater.downloadUpdate()
      } finally {
        updater.off('download-progress', tell)
      }
    },
    install: () => updater.quitAndInstall(),
  }
}

// The last word on where a request goes, redirects included: whatever the updater makes of an answer, it leaves through here.
function guard(network: Electron.Session, feed: UpdateFeed): void {
  const { webRequest } = network
  network.setUserAgent('Newsdesk', 'en')
  webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isUpdateAddress(url, feed) }))
  webRequest.onBeforeSendHeaders(({ requestHeaders }, answer) => answer({ requestHeaders: plainHeaders(requestHeaders) }))
}
