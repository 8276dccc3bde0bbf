import type { SourceFailure } from '../../../shared/failures.ts'
import type { PageDocument } from './pageDocument.ts'
import { readingWeight } from './readingWeight.ts'

/** A text as heavy as this is an article, whatever else the page asks for. */
const ENOUGH = 1_200
const NEXT_TO_NOTHING = 250

const ASKS_FOR_LOGIN =
  /(?:log|sign)\s?in (?:to|or (?:register|subscribe|create)|for full)|please (?:log|sign)\s?in|subscribe (?:now )?to (?:read|continue|unlock)|(?:only )?for subscribers|subscribers[- ]only|members[- ]only|create (?:a free|an) account to|already a (?:subscriber|member)|登录后(?:查看|阅读|可见)|请(?:先)?登录|会员(?:专享|可见|登录)|付费(?:阅读|内容)/i

const ASKS_FOR_SCRIPTS =
  /(?:enable|turn on|requires?|needs?|without) (?:\w+ )?javascript|javascript (?:is )?(?:disabled|required|not enabled)|checking your browser|just a moment\.\.\.|请(?:启用|开启|打开)\s*javascript/i

const SCRIPT_ROOTS = '#root, #app, #__next, #__nuxt, app-root, [ng-app], [data-reactroot], #svelte'

/** What a page says and holds, taken before anything is removed from it. */
export interface PageSigns {
  readonly asksForLogin: boolean
  readonly asksForScripts: boolean
}

/** Looks for signs that a page does not show its article to everybody. */
export function pageSigns(document: PageDocument, isPaid: boolean): PageSigns {
  const body = document.querySelector('body')?.textContent.slice(0, 200_000) ?? ''
  const noscript = [...document.querySelectorAll('noscript')].map(({ textContent }) => textContent).join(' ')
  const hasPassword = document.querySelector('input[type="password"]') !== null
  const scripts = [...document.querySelectorAll('script')].length
  const isShell = document.querySelector(SCRIPT_ROOTS) !== null && scripts > 0
  return {
    asksForLogin: isPaid || hasPassword || ASKS_FOR_LOGIN.test(body),
    asksForScripts: isShell || ASKS_FOR_SCRIPTS.test(`${noscript} ${body.slice(0, 5_000)}`),
  }
}

/** Why a page gave this little text; null where it is enough, or where nothing explains it. */
export function wallBefore(signs: PageSigns, text: string): SourceFailure | null {
  const weight = readingWeight(text)
  if (signs.asksForLogin && weight < ENOUGH) return { kind: 'needs-login' }
  if (signs.asksForScripts && weight < NEXT_TO_NOTHING) return { kind: 'needs-scripts' }
  return null
}
