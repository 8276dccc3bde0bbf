import { Notification } from 'electron'

// A notification that nothing holds is collected, and its click leads nowhere.
let shown: Notification | null = null

/** Has the system notify of a newer version. `language`: as settings or `app.getLocale()` name it. */
export function notifyOfVersion(version: string, language: string, onClick: () => void): void {
  if (!Notification.isSupported()) return
  shown = new Notification(versionText(version, language))
  shown.on('click', onClick)
  shown.show()
}

/** What is said of a newer version, in the words of a language. */
export function versionText(version: string, language: string): { readonly title: string; readonly body: string } {
  return language.toLowerCase().startsWith('zh')
    ? { title: `Newsdesk ${version} 已发布`, body: '在“设置”中查看。' }
    : { title: `Newsdesk ${version} is available`, body: 'See it in the settings.' }
}
