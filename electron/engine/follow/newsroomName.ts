/** What a news section is called, in the languages that newsrooms are looked for in. */
const SECTION =
  /^(?:(?:latest|all|company|corporate|our|global) )?(?:news(?: ?(?:room|cent(?:er|re)|hub|releases?))?|news (?:&|and) \w+|press(?: ?(?:room|office|cent(?:er|re)|releases?))?|media(?: ?(?:room|cent(?:er|re)|releases?))?|announcements?|home(?: ?page)?|blog|presse\w*|aktuelles|neuigkeiten|nachrichten|actualités?|communiqués(?: de presse)?|noticias|prensa|sala de prensa|(?:公司|企业|最新|集团|行业)?(?:新闻|新聞|动态|資訊|资讯|消息)(?:中心|资讯|动态|室|稿)?|首页|ニュース(?:ルーム|リリース|一覧)?|お知らせ|プレスリリース)$/iu
const BETWEEN = /\s+[-–—|·•»:/]\s+|\s*[|_｜»·]\s*|[-－—](?=\p{Script=Han})|：/u

/**
 * The name of whoever publishes a newsroom, from its page's title without the section and the slogan around it:
 * the part that its host is made of, else the last one. Null where nothing is left.
 */
export function newsroomName(pageTitle: string, url: string): string | null {
  const parts = pageTitle
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !SECTION.test(part))
  const host = new URL(url).hostname.replaceAll(/[^a-z0-9]/gi, '').toLowerCase()
  return parts.find((part) => isOfHost(part, host)) ?? parts.at(-1) ?? null
}

/** Whether the first word of a name stands in the host's name; words of Latin letters only. */
function isOfHost(part: string, host: string): boolean {
  const [first = ''] = part.toLowerCase().split(/[^a-z0-9]+/)
  return first.length >= 3 && part.split(/\s+/).length <= 6 && host.includes(first)
}
