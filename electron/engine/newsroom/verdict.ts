import { attribute, eachElement, textOf } from './dom.ts'
import type { NewsPage } from './page.ts'

const LOGIN =
  /\b(?:log ?in|sign ?in|log ?on|anmelden|anmeldung|einloggen|members? only|se connecter|connexion|identifiez-vous|iniciar sesión|acceder)\b|登录|登入|登錄|ログイン|로그인/iu
const SCRIPTS =
  /enable javascript|javascript (?:is )?(?:required|disabled)|requires javascript|javascript aktivieren|activer javascript|habilitar? javascript|启用\s?javascript|開啟\s?javascript|javascriptを有効|just a moment|checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|access denied|unusual traffic|正在验证|安全验证/iu

/** Why a page shows no list of news: it wants a person to log in, it wants a browser to run it, or there is none. */
export function verdictOf(page: NewsPage): 'no-list' | 'needs-login' | 'needs-scripts' {
  const signs = { password: false, scripts: 0, mount: false, refresh: false, noscript: '' }
  eachElement(page.root, (element) => {
    if (element.name === 'input' && attribute(element, 'type').toLowerCase() === 'password') signs.password = true
    if (element.name === 'script') signs.scripts += 1
    if (/^(?:root|app|__next|__nuxt|main-app|react-root|svelte)$/iu.test(attribute(element, 'id')) && textOf(element, 200).length < 100)
      signs.mount = true
    if (element.name === 'meta' && attribute(element, 'http-equiv').toLowerCase() === 'refresh') signs.refresh = true
    if (element.name === 'noscript') for (const child of element.children) signs.noscript += ` ${textOf(child, 300)}`
  })
  const text = textOf(page.root, 3_000)
  const isShort = text.length < 1_200
  if (signs.password && (isShort || LOGIN.test(`${page.title} ${page.headline}`))) return 'needs-login'
  if (isShort && LOGIN.test(`${page.title} ${page.headline} ${text.slice(0, 300)}`) && page.links.length < 25) return 'needs-login'
  const isEmpty = text.length < 300
  const saysScripts = SCRIPTS.test(`${page.title} ${signs.noscript} ${isShort ? text : ''}`)
  return (signs.scripts > 0 || signs.refresh) &&
    ((isEmpty && (signs.mount || saysScripts || signs.scripts > 0)) || (saysScripts && isShort) || (signs.mount && isShort))
    ? 'needs-scripts'
    : 'no-list'
}
