import { existsSync } from 'node:fs'
import { env, getuid, platform } from 'node:process'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/**
 * Opens a browser with an empty profile: the one that `NEWSDESK_CHROMIUM` names, else the Chromium that a package of the
 * toolchain carries (Linux on x64), else a Chrome or Edge that is installed.
 */
export async function openBrowser(): Promise<Browser> {
  const args = getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet
  const executablePath = env['NEWSDESK_CHROMIUM'] ?? (await carriedChromium())
  if (executablePath !== null) return await chromium.launch({ executablePath, args })
  return await chromium.launch({ channel: 'chrome', args }).catch(() => chromium.launch({ channel: 'msedge', args }))
}

async function carriedChromium(): Promise<string | null> {
  if (platform !== 'linux' || process.arch !== 'x64') return null
  const { default: carried } = await import('@sparticuz/chromium')
  const path = await carried.executablePath()
  return existsSync(path) ? path : null
}
