import type { licencesWords } from '../english/licences.ts'

/** Words of the licences in Chinese. */
export const licencesWordsInChinese: Readonly<Record<keyof typeof licencesWords, string>> = {
  'licences.title': 'Newsdesk 所用组件的许可证',
  'licences.advice': '其中包含的软件包和字体，以及各自的许可证。',
  'licences.button': '查看',
  'licences.lead': '{count, plural, other {此版 Newsdesk 包含 # 个软件包和字体，均按其自带的许可证分发。}}',
  'licences.chromium': '桌面版运行于 Electron，其中包含 Chromium；其各部分的许可证见随应用提供的文件 LICENSES.chromium.html。',
  'licences.noText': '该软件包未附许可证文本，声明的许可证为 {licence}。',
  'licences.noTextBy': '该软件包未附许可证文本，声明的许可证为 {licence}，作者为 {author}。',
}
