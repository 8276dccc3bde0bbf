import type { backupWords } from '../english/backup.ts'

/** Words of backups, made by hand and by themselves, in Chinese. */
export const backupWordsInChinese: Readonly<Record<keyof typeof backupWords, string>> = {
  'backup.title': '备份',
  'backup.make': '创建备份',
  'backup.makeAdvice': '一个文件，包含您的全部内容：关注的来源、收藏及其图片、笔记、标签、规则和设置。',
  'backup.makeButton': '备份…',
  'backup.making': '正在创建并检查备份',
  'backup.makingShare': '正在创建并检查备份：{done, number, percent}',
  'backup.restore': '恢复备份',
  'backup.restoreAdvice': '先检查备份，再替换现有内容；现有内容会保留 30 天。有问题的文件不会改变任何内容。',
  'backup.restoreButton': '选择备份…',
  'backup.restoring': '正在检查备份',
  'backup.restoringShare': '正在检查备份：{done, number, percent}',
  'backup.another': '另选一个',
  'backup.restored': '已恢复：{saved, plural, other {# 条收藏}}，{sources, plural, other {# 个来源}}。',
  'backup.undo': '撤销上次恢复',
  'backup.undoAdvice': '恢复于 {at}，备份创建于 {made}。',
  'backup.undoButton': '撤销',
  'backup.undone': '恢复已撤销',
  'backup.undoneAdvice': '撤销于 {at}，备份创建于 {made}。',
  'backup.againButton': '重新恢复',
  'backup.putBack': '现有：{saved, plural, other {# 条收藏}}，{sources, plural, other {# 个来源}}。',
  'backup.stop': '停止',
  'backup.copies': '每天自动备份；保留 {copies, plural, other {# 份}}，最近一份于 {at}。',
  'backup.noCopy': '有内容之后，每天自动备份。',
  'backup.mirror': '收藏另存为纯文本文件，最近写入于 {at}。',
}
