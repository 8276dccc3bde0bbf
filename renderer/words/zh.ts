import { actionWordsInChinese } from './chinese/actions.ts'
import { addWordsInChinese } from './chinese/add.ts'
import { backupWordsInChinese } from './chinese/backup.ts'
import { companyWordsInChinese } from './chinese/company.ts'
import { exportWordsInChinese } from './chinese/export.ts'
import { desktopWordsInChinese } from './chinese/desktop.ts'
import { failureCatalogueInChinese } from './chinese/failures.ts'
import { frameWordsInChinese } from './chinese/frame.ts'
import { healthWordsInChinese } from './chinese/health.ts'
import { keepingWordsInChinese } from './chinese/keeping.ts'
import { licencesWordsInChinese } from './chinese/licences.ts'
import { listWordsInChinese } from './chinese/list.ts'
import { offlineWordsInChinese } from './chinese/offline.ts'
import { paletteWordsInChinese } from './chinese/palette.ts'
import { readingWordsInChinese } from './chinese/reading.ts'
import { searchWordsInChinese } from './chinese/search.ts'
import { rulesWordsInChinese } from './chinese/rules.ts'
import { savedWordsInChinese } from './chinese/saved.ts'
import { settingsWordsInChinese } from './chinese/settings.ts'
import { updatesWordsInChinese } from './chinese/updates.ts'
import { welcomeWordsInChinese } from './chinese/welcome.ts'
import type { Catalogue } from './en.ts'

/**
 * The Simplified Chinese catalogue. A message without its Chinese does not compile.
 * One word for one thing: source 来源, feed 订阅源, newsroom 新闻中心, article 文章, saved item 收藏, company 公司, follow 关注, watch 监看, rule 规则, mute 屏蔽.
 */
export const zh: Catalogue = {
  ...frameWordsInChinese,
  ...listWordsInChinese,
  ...searchWordsInChinese,
  ...readingWordsInChinese,
  ...actionWordsInChinese,
  ...failureCatalogueInChinese,
  ...welcomeWordsInChinese,
  ...addWordsInChinese,
  ...settingsWordsInChinese,
  ...keepingWordsInChinese,
  ...licencesWordsInChinese,
  ...desktopWordsInChinese,
  ...offlineWordsInChinese,
  ...backupWordsInChinese,
  ...exportWordsInChinese,
  ...healthWordsInChinese,
  ...paletteWordsInChinese,
  ...companyWordsInChinese,
  ...rulesWordsInChinese,
  ...savedWordsInChinese,
  ...updatesWordsInChinese,
}
