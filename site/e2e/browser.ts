import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: flags })

export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'ro-RO', timezoneId: 'Europe/Bucharest', ...options })
  context.setDefaultTimeout(15_000)
  return context.newPage()
}

/** A picture for a person to judge, kept when SCREENSHOTS names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true })
}

export const clerk = { email: 'secretar@sacalaz.example', password: 'o-parola-de-clerk' }

export async function signIn(page: Page, cms: string): Promise<void> {
  await page.goto(`${cms}/admin/login`, { waitUntil: 'networkidle' })
  await page.fill('input[name=email]', clerk.email)
  await page.fill('input[name=password]', clerk.password)
  await page.click('button[type=submit]')
  await page.waitForURL(/\/admin\/?$/)
}
