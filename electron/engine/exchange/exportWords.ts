/** Words that stand in exported files, where no catalogue of the screen reaches. */
export interface ExportWords {
  readonly accessed: (date: string) => string
  readonly saved: (date: string) => string
  readonly note: string
  readonly contents: string
  readonly original: string
  readonly missingPicture: (alt: string) => string
}

const english: ExportWords = {
  accessed: (date) => `accessed ${date}`,
  saved: (date) => `saved ${date}`,
  note: 'Note',
  contents: 'Contents',
  original: 'Original page',
  missingPicture: (alt) => (alt === '' ? 'Picture not stored' : `Picture not stored: ${alt}`),
}

const chinese: ExportWords = {
  accessed: (date) => `访问于${date}`,
  saved: (date) => `收藏于${date}`,
  note: '笔记',
  contents: '目录',
  original: '原文页面',
  missingPicture: (alt) => (alt === '' ? '图片未保存' : `图片未保存：${alt}`),
}

/** The words of a person's language: `locale` as the screen names it. */
export function exportWords(locale: string): ExportWords {
  return locale.startsWith('zh') ? chinese : english
}

/** "17 November 2020", as the language writes it. */
export function longDate(locale: string, at: number): string {
  const language = locale.startsWith('zh') ? 'zh-CN' : 'en-GB'
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(at)
}
