import type { welcomeWords } from '../english/welcome.ts'

/** Words of the pane `welcome` in Chinese. */
export const welcomeWordsInChinese: Readonly<Record<keyof typeof welcomeWords, string>> = {
  'welcome.lead': '您关注的公司与行业的新闻，完整地保存在这台电脑上。',
  'welcome.place': '公司与行业新闻',
  'welcome.addTitle': '从一个地址开始',
  'welcome.add': '订阅源、公司网站，或任何列出新闻的页面。没有订阅源时，Newsdesk 直接读取页面。',
  'welcome.addButton': '查看',
  'welcome.sampleTitle': '先随便看看',
  'welcome.sample': '随 Newsdesk 附带的一个小型新闻中心和两个订阅源。无需联网，随时可以取消关注。',
  'welcome.sampleButton': '用示例新闻看看',
  'welcome.sampleNothing': '示例新闻无法打开。',
  'welcome.importTitle': '带来您的订阅',
  'welcome.import': '大多数阅读器都能把订阅列表导出为 OPML 文件。文件夹会一并带来。',
  'welcome.foot': 'Newsdesk 只访问您关注的网站，也不会告诉任何人您读了什么。',
}
