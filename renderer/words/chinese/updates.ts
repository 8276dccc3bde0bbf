import type { updatesWords } from '../english/updates.ts'

/** Words of newer versions of Newsdesk, in Chinese. */
export const updatesWordsInChinese: Readonly<Record<keyof typeof updatesWords, string>> = {
  'updates.title': '新版本',
  'updates.daily': '每天查找一次新版本',
  'updates.on': '是',
  'updates.off': '否',
  'updates.channel': '版本种类',
  'updates.latest': '正式版',
  'updates.beta': '也包括早期版本',
  'updates.none': '此版 Newsdesk 不查找新版本。',
  'updates.installs': '获取新版本并核对签名，在您关闭 Newsdesk 时安装。',
  'updates.byHand': '有新版本时告诉您，由您自行获取。',
  'updates.check': '立即检查',
  'updates.open': '打开下载页面',
  'updates.install': '关闭并安装',
  'updates.checking': '正在查找新版本…',
  'updates.current': '这已是最新版本。',
  'updates.found': 'Newsdesk {version} 已发布。',
  'updates.fetching': '正在获取 Newsdesk {version}：{percent}%',
  'updates.ready': 'Newsdesk {version} 已就绪，将在您关闭 Newsdesk 时安装。',
  'updates.failed.unreachable': '存放新版本的地方没有回应。请稍后再检查。',
  'updates.failed.not-understood': '存放新版本的地方给出了 Newsdesk 无法读懂的回答。没有任何改动。',
  'updates.failed.elsewhere': '新版本所在的计算机不是应在的那一台。没有获取。',
  'updates.failed.damaged': '获取到的内容与公布的不符。已丢弃。',
  'updates.failed.unsigned': '获取到的内容没有此版 Newsdesk 制作者的签名。已丢弃。',
}
