import type { offlineWords } from '../english/offline.ts'

/** Words of what opens with no network, in Chinese. */
export const offlineWordsInChinese: Readonly<Record<keyof typeof offlineWords, string>> = {
  'missing.text-waiting': '尚未获取全文。',
  'missing.text-refused': '发布方的服务器不提供全文。',
  'missing.text-login': '全文需要登录。',
  'missing.text-robots': '该网站不允许程序读取全文。',
  'missing.text-unreachable': '无法连接全文所在的网站，之后会再试。',
  'missing.text-unreadable': '文章页面上没有找到全文。',
  'missing.text-absent': '该来源只提供标题。',
  'missing.pictures-waiting': '尚未获取图片。',
  'missing.pictures-off': '不保存该来源的图片。',
  'missing.pictures-refused': '发布方的服务器不提供图片。',
  'missing.pictures-unreachable': '无法连接图片所在的服务器，之后会再试。',
  'missing.pictures-large': '图片太大，无法保存。',
  'missing.pictures-other': '图片地址上的内容不是可显示的图片。',
  'missing.pictures-damaged': '已保存的图片文件损坏或丢失，会重新获取。',
  'missing.pictures-let-go': '为不超出图片空间，已清理图片。',
  'missing.pictures-over-budget': '图片空间已满，无法再保存图片。',
  'row.because': '{state}：{why}',

  'missing.title': '未保存的内容',
  'missing.count': '{why}（{count, plural, other {# 张图片}}）',
  'missing.letGo': '为不超出 {budget}，已清理图片。',
  'missing.waitsFor': '{for, select, metered {当前为按流量计费的网络，暂不获取。} other {恢复网络后再获取。}}',

  'offline.title': '离线',
  'offline.ready': '可离线阅读',
  'offline.readyCount':
    '{total, plural, other {# 篇文章}}中有 {ready, number} 篇；{partial, number} 篇只存了一部分，{none, number} 篇只有标题。',
  'offline.get': '备齐全部内容',
  'offline.stop': '停止',
  'offline.progressLabel': '正在备齐全部内容',
  'offline.got':
    '{became, plural, =0 {没有更多文章可离线阅读} other {又有 # 篇文章可离线阅读}}{left, plural, =0 {} other {；仍有 # 篇不可，主要原因：{why}}}',
  'offline.stopped': '已停止。{became, plural, =0 {没有更多文章可离线阅读} other {又有 # 篇文章可离线阅读}}。',
  'offline.allReady': '全部内容均可离线阅读',
  'offline.budget': '图片空间',
  'offline.used': '已用 {used}。空间用满时，先清理最早的已读文章的图片；收藏文章的图片永不清理。',
  'offline.lastEviction':
    '最近一次：{date}，为不超出 {budget}，清理了{articles, plural, other { # 篇文章}}的{pictures, plural, other { # 张图片}}（{bytes}）{unread, plural, =0 {，均已读} other {，其中 # 篇未读}}。',
  'offline.metered': '在按流量计费的网络上也获取页面和图片',
  'offline.keepsPictures': '保存图片以供离线阅读',

  'sidebar.metered': '按流量计费：暂不获取图片',
}
