import { stemmed } from './words.ts'

/** Words that stand in articles about anything: they are no terms. English ones are stemmed as terms are. */
const ENGLISH = `a about above according across after again against ago all almost alone along already also although always am among an and another any anyone anything are around as asked at away
  back be became because become been before began begin being below best better between big bigger both brought but by call came can cannot case change come comes coming could
  day days deal did different do does done down due during each early either else end enough even ever every example expect expected far few find first five followed following for former found four
  from full further gave general get give given go goes going good got great had half has have having he held help her here high higher him his hold how however i if important in include
  includes including increase increased instead into is it its itself just keep kept key know known large largest last late later latest least less let like likely little long longer look
  low lower made main major make makes making many may mean means meanwhile might month months more most mr mrs ms much must my near need needs never new next no not note nothing now number numbers
  of off often old on once one only open or order other others our out over own page part people per percent place plan plans point possible present press previous put quarter quickly rather read
  really recent recently related release remain report reported reports right round said same saw say says second see seen several shall she should show shows side similar since single six small
  so some something soon still such take taken takes ten than that the their them themselves then there therefore these they thing things third this those though three through thus time times to today
  together told too took toward towards turn two under until up upon us use used uses using very via view was way ways we week weeks well went were what when where whether which while who whole whom
  whose why will with within without word words work works would year years yet you your hundred thousand million billion statement announce announced announcement company companies firm
  business group provide provides based available across world news article story source share line start started leave left pay set add added run kind small test without answer question name`
const CHINESE =
  '的 了 和 是 在 有 也 与 及 等 对 为 以 将 从 到 由 被 把 向 并 而 或 但 中 上 下 个 这 那 其 该 此 我们 他们 你们 它们 自己 已经 可以 可能 能够 需要 进行 通过 根据 关于 由于 因为 所以 如果 虽然 但是 然而 同时 目前 此前 此外 其中 以及 并且 或者 之间 之后 之前 以来 以上 以下 左右 方面 问题 情况 工作 发展 公司 企业 集团 有限 表示 介绍 指出 认为 发布 宣布 报道 记者 消息 日前 近日 今天 昨天 今年 去年 明年 年度 季度 月份 一个 一些 一种 这个 那个 这些 那些 什么 怎么 没有 不是 不会 就是 还是 只是 更多 更加 非常 比较 主要 重要 相关 不同 新的 成为 实现 提供 提出 推动 加强 促进 进一步 超过 达到 目标 时间 地方 方式 不仅 而且 对于 来说 包括 使用 开始 继续 第一 第二 第三 全国 我国 国家 中国 市场 行业 产品 服务 客户 用户 技术'
const JAPANESE =
  'こと もの ため よう これ それ 発表 同社 当社 今回 一方 利用 提供 開始 可能 対応 株式 会社 予定 今後 年度 事業 製品 サービス'

const stops = new Set([...ENGLISH.split(/\s+/u).map(stemmed), ...ENGLISH.split(/\s+/u), ...CHINESE.split(' '), ...JAPANESE.split(' ')])

/** Whether a word, folded and stemmed, says nothing about what an article is about. */
export function isStopWord(key: string): boolean {
  return key.length < 2 || stops.has(key)
}

// Words of every trade's news: they carry a topic only together with others.
const PLAIN = new Set([
  ...`network service customer market product system operator industry technology supplier operation equipment project build building data digital development solution platform manager
    partner user sale price cost growth country government ministry office executive chief president meeting forum conference standard level value power room site station unit rate result
    support maker model design demand information communication international global china chinese beijing europe european america american state national mobile telecom
    delivery deliver notice figure count return cost list label table answer contract house crew minister vice promise roof delay buy owner maker desk hour`
    .split(/\s+/u)
    .map(stemmed),
  ...'网络 通信 信息 系统 数据 平台 项目 建设 设备 运营 方案 合作 北京 国际 全球 工业 经济 产业 应用 数字 会议 论坛 部长 供应商 价格 需求 标准 增长 供应 工厂'.split(
    ' ',
  ),
])

/** Whether a word stands in so much news that it weighs half. */
export function isPlainWord(key: string): boolean {
  return PLAIN.has(key)
}
