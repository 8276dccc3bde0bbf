import type { keepingWords } from '../english/keeping.ts'

/** Words of how long articles are kept, in Chinese. */
export const keepingWordsInChinese: Readonly<Record<keyof typeof keepingWords, string>> = {
  'keeping.title': '文章保留多久',
  'keeping.read': '已读文章',
  'keeping.unread': '未读文章',
  'keeping.least': '每个来源至少保留',
  'keeping.days': '{count, plural, other {# 天}}',
  'keeping.forEver': '永久',
  'keeping.newest': '{count, plural, =0 {不限} other {最新的 # 篇}}',
  'keeping.readAdvice': '已读文章从读过时算起，未读文章从收到时算起。收藏的文章永久保留。',
  'keeping.looking': '正在计算将清理的文章',
  'keeping.nothing': '现在没有要清理的文章。',
  'keeping.would':
    '{sources, plural, other {# 个来源}}的{count, plural, other { # 篇文章}}将在六小时内的下一次整理中清理：已读 {read, number} 篇，未读 {unread, number} 篇。',
  'keeping.tidy': '立即整理…',
  'keeping.tidyTitle': '清理旧文章？',
  'keeping.tidyWhat':
    '{sources, plural, other {# 个来源}}的{count, plural, other { # 篇文章}}：已读 {read, number} 篇，未读 {unread, number} 篇。',
  'keeping.tidyEnd': '此操作无法撤销。收藏的文章不受影响。',
  'keeping.tidyDo': '{count, plural, other {清理 # 篇文章}}',
  'keeping.tidying': '正在整理',
  'keeping.gone': '{count, plural, =0 {没有文章被清理。} other {已清理 # 篇文章。}}',
  'keeping.skipped': '没有清理任何文章：这台电脑的时钟发生了跳变。请先检查新闻，任一来源的应答都能说明时钟是否准确。',
}
