import type { exportWords } from '../english/export.ts'

/** Words of what leaves Newsdesk as files, in Chinese. */
export const exportWordsInChinese: Readonly<Record<keyof typeof exportWords, string>> = {
  'export.button': '导出为 OPML',
  'export.fileName': '{product} 订阅',
  'export.kept': '已保存为 {name}',
  'export.handedOver': '{name} 已交给浏览器下载',
}
