// Vocabularies in the languages that the product promises: English, German, French, Spanish, Japanese, Chinese in both scripts.
// Latin words stand between breaks; East Asian ones have none.

/** Names of sections, headings and paths under which organisations publish their news. */
export const NEWS_WORDS =
  /(?:^|[^a-z])(?:news|newsroom|press|presse|prensa|media[-_ ]?(?:cent(?:er|re)|room|relations|library|releases?)|pressroom|releases?|pressemitteilung(?:en)?|pressemeldung(?:en)?|medienmitteilung(?:en)?|neuigkeiten|aktuell(?:es)?|nachrichten|meldungen|actualit(?:e|é)s?|actus?|communiqu(?:e|é)s?|noticias?|novedades|comunicados?|sala-de-prensa|blog|stor(?:y|ies)|articles?|posts?|announcements?|bulletins?|updates|insights?|nyheter|notizie|comunicati|noticia|whats-?new|what's new|topics|oshirase|xinwen|zixun|gonggao|hydt|gsxw|gsdt|qyxw|xwzx|xwdt|newslist|shownews)(?:$|[^a-z])|新闻|新聞|资讯|資訊|动态|動態|消息|公告|快讯|快訊|报道|報道|報導|头条|ニュース|お知らせ|プレスリリース|新着情報|トピックス|報道発表|뉴스|보도자료|새소식/iu

/** What a list or item is about that is not news, by path, class, heading or label. */
export const OTHER_KINDS: readonly (readonly [NonNews, RegExp])[] = [
  [
    'product',
    /(?:^|[^a-z])(?:products?|produkte?|produits?|productos?|shop|store|catalogu?e?|katalog|goods|solutions?|l(?:o|ö)sungen|services?|applications?|showproducts?|prolist|proshow|cpzx|chanpin|models?|brands?|pricing|industries)(?:$|[^a-z])|产品|產品|製品|商品|解决方案|解決方案|服务|サービス/iu,
  ],
  [
    'job',
    /(?:^|[^a-z])(?:jobs?|careers?|karriere|stellen(?:angebote?|anzeigen?)?|vacanc(?:y|ies)|emplois?|carri(?:e|è)res?|recrutement|recruit(?:ment|ing)?|empleos?|zhaopin|hiring|open-positions|positions|internships?)(?:$|[^a-z])|招聘|招募|職缺|人才|採用|求人|加入我们/iu,
  ],
  [
    'event',
    /(?:^|[^a-z])(?:events?|veranstaltung(?:en)?|termine?|messen?|(?:e|é)v(?:e|é)nements?|agenda|eventos?|calendar|kalender|webinars?|trade-?shows?|seminare?s?|conferences?)(?:$|[^a-z])|活动日历|展会预告|会议日程|イベント|セミナー|展示会/iu,
  ],
  [
    'other',
    /(?:^|[^a-z])(?:tags?|schlagw(?:o|ö)rter|etiquetas?|categor(?:y|ies)|kategorien?|authors?|users?|search|login|signin|register|account|cart|privacy|datenschutz|impressum|imprint|legal|terms|cookies?|contacts?|kontakt|contacto|about|about-us|sitemap|faqs?|help|support|team|people|management|customers?|partners?|locations?|newsletter|subscribe|wishlist|compare|glossary|wiki|downloads?|datasheets?|manuals?|certificates?|galler(?:y|ies)|references?|referenzen|case-stud(?:y|ies)|portfolio|projects?|projekte|cases|docs|documentation|xiazai|anli)(?:$|[^a-z])|标签|標籤|タグ|联系我们|聯絡|关于我们|下载|下載|案例|資料請求|ダウンロード|お問い合わせ|会社概要/iu,
  ],
]

/** Kinds of pages and lists that are not news. */
export type NonNews = 'product' | 'job' | 'event' | 'other'

/** Blocks that repeat or recommend what stands elsewhere. */
export const ASIDE_WORDS =
  /(?:^|[^a-z])(?:relat(?:ed?|ive)|similar|recommend(?:ed|ations?)?|popular|hot(?:news|list|tags?|article|product)?|most-?(?:read|viewed)|trending|top-?(?:posts|stories)|(?:you-?)?may-?(?:also-?)?like|also-like|see-also|read-?next|side-?bar|widget(?:-area)?|aside|meistgelesen|beliebte?|verwandt|(?:a|à)-lire|plus-lus|m(?:a|á)s-le(?:i|í)do|relacionad[oa]s|rank(?:ing)?|tui-?jian|rightbar|leftbar|mega-?menu|sub-?menu|drop-?down|breadcrumbs?|tag-?cloud|cookie|share|social|pagination|pager|copyright|friend-?links?|links?list|quick-?links?|toc|menu|nav(?:bar|igation|i)?|top-?bar|foot(?:er)?)(?:$|[^a-z])|相关|相關|热门|熱門|推荐|推薦|热点|猜你喜欢|排行|阅读排行|友情链接|最热|関連|おすすめ|人気|ランキング|你可能/iu

/** Headings of blocks that repeat or recommend. */
export const ASIDE_HEADING =
  /^(?:related|popular|most (?:read|viewed|popular|recent comments)|trending|recommended|recommendations?|you (?:may|might) (?:also )?like|see also|similar|hot (?:news|articles?|topics?|products?|tags?)|(?:more|read) from|meistgelesen|beliebt|ähnliche|verwandte|das könnte (?:sie|dich)|à lire aussi|les plus lus|lo más leído|relacionad[oa]s|también te puede|热门|熱門|相关|相關|推荐|推薦|热点|猜你喜欢|(?:阅读|点击)?排行|最热|関連|おすすめ|人気|アクセスランキング|よく読まれ)/iu

/** Words on links that say nothing of where they lead. */
const GENERIC =
  /^(?:read (?:the )?(?:more|full (?:story|article|release)|on|article|post|story|release)(?: about .*)?|more(?: info(?:rmation)?| details?| news)?|(?:view |see |show )?details?|learn more|find out more|continue(?: reading)?|view(?: more| all| article| release| post| pdf)?|see (?:more|all)|open|click here|here|download(?: pdf| the pdf)?|pdf|html|xls|link|share|print|next|prev(?:ious)?|older|newer|all|home|back|top|weiter(?:lesen)?|mehr(?: erfahren| lesen| dazu| infos?)?|zur meldung|zum artikel|details ansehen|lire(?: la suite| plus| l'article| le communiqué)?|en savoir plus|la suite|voir(?: plus)?|leer(?: más| noticia)?|ver(?: más| noticia)?|más(?: información)?|查看(?:详情|更多|全文|詳情)?|了解(?:详情|更多|詳情)|更多|详情|詳情|详细|詳細|阅读(?:全文|更多|原文)|閱讀(?:全文|更多)|查看详细|查看|立即查看|続きを読む|詳しく(?:は(?:こちら)?|見る)|もっと見る|一覧(?:へ|を見る)?|詳細(?:を見る|はこちら)?|自세히|자세히(?: 보기)?|下一页|上一页|首页|尾页|new|neu|hot|top|\d{1,4}|more)[\s.…»›>→+:!]*$/iu

/** Whether a link's words could stand on any link. */
export function isGenericText(text: string): boolean {
  const plain = text.replace(/^[\s«‹<←+>»›→[\]【】(（]+|[\s\])）】]+$/gu, '')
  return plain === '' || (plain.length <= 80 && GENERIC.test(plain)) || !/[\p{L}\p{N}]/u.test(plain)
}

/** Labels that mark one item as an event or a vacancy. */
export const ITEM_LABELS: readonly (readonly [NonNews, RegExp])[] = [
  [
    'event',
    /^(?:(?:upcoming )?events?|webinars?|trade (?:show|fair)s?|veranstaltung(?:en)?|termine?|messe(?:termin)?n?|(?:e|é)v(?:e|é)nements?|salons?|eventos?|ferias?|活动|活動|展会预告|イベント|セミナー)$/iu,
  ],
  [
    'job',
    /^(?:jobs?|careers?|vacanc(?:y|ies)|we(?:'|’)?re hiring|stellenangebote?|stellenanzeige|karriere|emplois?|offre d['’]emploi|empleos?|招聘|招聘信息|採用|採用情報|求人)$/iu,
  ],
  ['product', /^(?:products?|produkte?|produits?|productos?|产品|產品|製品)$/iu],
]

/** Titles that only vacancies have. */
export const JOB_TITLE =
  /\((?:m|w|f|d|h|x|gn)\s?[/|]\s?(?:m|w|f|d|h|x|gn)(?:\s?[/|]\s?(?:d|x|m|w|f))?\)|\b(?:full|part)[- ]time\b|\bvollzeit\b|\bH\/F\b/iu

/** A price, as shops write it. */
export const PRICE =
  /(?:[$€£¥￥]|US\$|RMB|CNY|USD|EUR)\s?\d[\d.,]{0,9}|\d[\d.,]{0,9}\s?(?:€|円|元|USD|EUR)(?!\p{L})|add to (?:cart|basket)|in den warenkorb|ajouter au panier|加入购物车|立即购买|询价|inquire now|send inquiry|get (?:a )?quote/iu

/** How long a text is to a reader: an East Asian character says about as much as two and a bit Latin letters. */
export function weightOf(text: string): number {
  const wide = text.match(/[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]/gu)?.length ?? 0
  return text.length + wide * 1.3
}
