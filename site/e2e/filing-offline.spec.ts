import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser, picture } from './browser.ts'

const town = inject('town')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let browser: Browser
const form = `${town.site}/formulare/petitie/`

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A phone that has opened the form once, and keeps it. */
async function phone(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, bypassCSP: false })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  await page.goto(form)
  await page.waitForFunction(() => sessionStorage.getItem('pastrat petitie') !== null)
  return { context, page }
}

/** axe runs in the page's own world, which a strict policy allows to the browser's own tools alone. */
async function judge(page: Page, name: string): Promise<void> {
  const { violations } = (await page.evaluate(
    `(() => { ${axe}; return axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }) })()`,
  )) as { violations: { id: string; nodes: { html: string }[] }[] }
  expect(violations.map(({ id, nodes }) => `${name} ${id}: ${nodes[0]?.html}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await picture(page, `offline-${name}`)
}

const write = async (page: Page, words: Record<string, string>) => {
  for (const [name, text] of Object.entries(words)) await page.fill(`[name=${name}]`, text)
}
const waiting = (page: Page) => page.textContent('waiting-filings')
const whole = { nume: 'Ana Pop', email: 'ana@posta.example', obiect: 'Fără rețea', descriere: 'Scrisă pe câmp.' }
const aPdf = Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer <</Root 1 0 R>>\n%%EOF\n')

describe('a citizen whose network goes', () => {
  it('in the middle of a filing loses nothing, writes it to the end, and has a number when it is back', async () => {
    const { context, page } = await phone()
    await page.click('text=Începe')
    await page.waitForSelector('[name=nume]')
    await page.fill('[name=nume]', 'Ana Pop')
    await context.setOffline(true)
    await page.click('button:text-is("Continuă")')
    await page.waitForSelector('offline-filing')
    expect(await page.inputValue('[name=nume]')).toBe('Ana Pop')
    expect(await page.textContent('[data-part=offline]')).toContain('Nu aveți rețea acum')
    await judge(page, 'form')
    await page.click('text=Trimite cererea')
    await page.waitForFunction(() => document.activeElement?.className === 'wrongs')
    await judge(page, 'faults')
    await write(page, { email: whole.email, obiect: whole.obiect, descriere: whole.descriere })
    await page.setInputFiles('[type=file]', { name: 'dovada.pdf', mimeType: 'application/pdf', buffer: aPdf })
    await page.click('text=Trimite cererea')
    await page.waitForSelector('waiting-filings .note')
    expect(await waiting(page)).toContain('așteaptă pe acest telefon')
    expect(await waiting(page)).toContain('1 fișier')
    await judge(page, 'waiting')
    await context.setOffline(false)
    await page.waitForSelector('.code')
    expect(page.url()).toContain('/depus/')
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    await context.close()
  })

  it('closes the browser, and the filing goes once when any form is opened again', async () => {
    const { context, page } = await phone()
    await context.setOffline(true)
    await page.goto(`${form}completeaza/`)
    await page.waitForSelector('offline-filing')
    await write(page, whole)
    await page.click('text=Trimite cererea')
    await page.waitForSelector('waiting-filings .note')
    await page.close()
    await context.setOffline(false)
    const [one, two] = await Promise.all([context.newPage(), context.newPage()])
    await Promise.all([one.goto(`${town.site}/formulare/`), two.goto(form)])
    await expect
      .poll(async () => `${await waiting(one)}${await waiting(two)}`, { timeout: 20_000 })
      .toContain('scrisă fără rețea, a fost trimisă')
    const sent = (await waiting(one))?.includes('trimisă.') ? one : two
    await judge(sent, 'sent')
    await sent.click('text=Vezi numărul și codul')
    const number = await sent.textContent('.plate--large')
    expect(number).toMatch(/Nr\. \d+\//)
    // The other page, and one opened later, find nothing that waits.
    const later = await context.newPage()
    await later.goto(form)
    await later.waitForLoadState('networkidle')
    expect(await waiting(later)).toBe('')
    await context.close()
  })

  it('may delete what waits, and nothing is sent', async () => {
    const { context, page } = await phone()
    await context.setOffline(true)
    await page.goto(`${form}completeaza/`)
    await page.waitForSelector('offline-filing')
    await write(page, whole)
    await page.click('text=Trimite cererea')
    await page.click('text=Șterge cererea')
    await page.waitForSelector('text=Nu a fost trimisă')
    await context.setOffline(false)
    await page.goto(form)
    await page.waitForLoadState('networkidle')
    expect(await waiting(page)).toBe('')
    await context.close()
  })

  it('keeps what waits when the town hall does not take a file, and goes on from there page by page', async () => {
    const { context, page } = await phone()
    await context.setOffline(true)
    await page.goto(`${form}completeaza/`)
    await page.waitForSelector('offline-filing')
    await write(page, whole)
    await page.setInputFiles('[type=file]', {
      name: 'nu-e.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('text'),
    })
    await page.click('text=Trimite cererea')
    await page.waitForSelector('waiting-filings .note')
    await context.setOffline(false)
    await page.waitForURL(/verifica-raspunsurile/)
    expect(await page.textContent('.answers')).toContain('Scrisă pe câmp.')
    await context.close()
  })
})
