/** The words of notifications. */
export interface NotificationWords {
  /** The title where several articles are told of. */
  readonly several: (count: number) => string
  /** The title of what was withheld in quiet hours. */
  readonly whileQuiet: (count: number) => string
  /** The last line, where there are more than are named. */
  readonly more: (count: number) => string
}

const english: NotificationWords = {
  several: (count) => `${count} watched articles`,
  whileQuiet: (count) =>
    count === 1 ? '1 watched article came in your quiet hours' : `${count} watched articles came in your quiet hours`,
  more: (count) => `and ${count} more`,
}

const chinese: NotificationWords = {
  several: (count) => `监看到 ${count} 篇文章`,
  whileQuiet: (count) => `勿扰时段内监看到 ${count} 篇文章`,
  more: (count) => `以及另外 ${count} 篇`,
}

/** The words for a language, as `app.getLocale()` or the settings name it. */
export function notificationWords(language: string): NotificationWords {
  return language.toLowerCase().startsWith('zh') ? chinese : english
}
