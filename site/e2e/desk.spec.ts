import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser, openPage, picture, signIn } from './browser.ts'

const town = inject('town')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = await openPage(browser, { viewport: { width: 1280, height: 900 }, bypassCSP: true })
  await signIn(page, town.cms)
})
afterEach(({ task }) =>
  task.result?.state === 'fail' ? picture(page, `failed-${task.name.slice(0, 40).replaceAll(/\W+/g, '-')}`) : undefined,
)
afterAll(() => browser.close())

const open = (end: string) => page.goto(`${town.cms}/admin/registratura${end}`, { waitUntil: 'networkidle' })
const pileCount = async (label: string) =>
  Number(await page.locator(`.desk__piles a:has-text("${label}") b`).textContent())

describe.each(['', '?lista=toReview', '/nou', '/calendar', '/situatie', '/scrisori', '/concedii', '/tiparire'])(
  'the screen %s of the desk',
  (end) => {
    it('is accessible, in Romanian, and as wide as a phone', async () => {
      await page.setViewportSize({ width: 360, height: 800 })
      await open(end)
      await picture(page, `desk-360${end.replaceAll(/\W+/g, '-')}`)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow).toBeLessThanOrEqual(0)
      await page.setViewportSize({ width: 1280, height: 900 })
      await picture(page, `desk-1280${end.replaceAll(/\W+/g, '-')}`)
      await page.evaluate(axe)
      const faults = await page.evaluate(async () => {
        const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run('.desk')
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
      })
      expect(faults).toEqual([])
      expect(await page.textContent('.desk')).not.toMatch(/\b(undefined|null|NaN|Loading|Search|Save|Delete)\b/)
    })
  },
)

describe('the mayor’s figures', () => {
  it('stand on the first page, and lead to the papers behind them', async () => {
    await page.goto(`${town.cms}/admin`, { waitUntil: 'networkidle' })
    await page.click('a:has-text("Situația registraturii")')
    await page.waitForSelector('svg[role=img] >> nth=2')
    expect(await page.locator('svg[role=img] title').allTextContents()).toContain('Ce a intrat și ce s-a rezolvat')
    await page.click('summary:has-text("Arată cifrele în tabel") >> nth=0')
    expect(await page.locator('.desk__twin[open] tbody tr').count()).toBeGreaterThanOrEqual(12)
    const late = page.locator('td.desk__late a').first()
    const count = Number((await late.textContent())?.split(',')[0])
    await late.click()
    await page.waitForURL(/lista=overdue/)
    await page.waitForSelector('.desk__rows tbody tr')
    expect(await page.locator('.desk__rows tbody tr').count()).toBe(count)
  })
})

describe('the calendar of terms', () => {
  it('is walked with the keyboard, from a month to a day to its papers', async () => {
    await open('/calendar')
    const day = page.locator('.desk__month a').first()
    await day.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/zi=\d{4}-\d{2}-\d{2}/)
    await page.waitForSelector('h2:has-text("Cu termen")')
    expect(await page.locator('.desk__agenda').count()).toBe(1)
    await open('/calendar?luna=2026-12')
    expect(await page.textContent('.desk__month')).toContain('Crăciunul')
  })
})

describe('a suspicious filing', () => {
  it('is found fine or closed as abuse, with its reason, many at once', async () => {
    await open('?lista=toReview')
    const before = await pileCount('De verificat')
    expect(await page.textContent('.desk__rows')).toContain('a completat un câmp pe care oamenii nu îl văd')
    await page.check('.desk__rows tr:has-text("Lumina din parc") input')
    await page.click('button:has-text("Sunt în regulă")')
    await page.waitForSelector('.desk__rows:not(:has-text("Lumina din parc"))')
    await page.check('.desk__rows tr:has-text("Împrumut rapid") input')
    await page.click('button:has-text("Sunt abuz")')
    await page.waitForSelector('[role=status]:has-text("Scrieți motivul")')
    await page.fill('input[name=reason]', 'Reclamă')
    await page.click('button:has-text("Sunt abuz")')
    await page.waitForSelector('.desk__rows:not(:has-text("Împrumut rapid"))')
    expect(await pileCount('De verificat')).toBe(before - 2)
  })
})

describe('a leave', () => {
  it('puts the colleague who holds the place before the eyes of who routes', async () => {
    await open('/concedii')
    await page.selectOption('select[name=personId]', { label: 'Sorin Bălănescu' })
    await page.selectOption('select[name=delegateId]', { label: 'Radu Mesaroș' })
    await page.fill('input[name=until]', '2099-12-31')
    await page.click('button:has-text("Trece concediul")')
    await page.waitForSelector('.desk tbody tr:has-text("Sorin Bălănescu")')
    await picture(page, 'desk-leave')
    await open('?lista=unrouted')
    expect(await page.locator('select[name=responsibleId] option').allTextContents()).toContain(
      'Sorin Bălănescu (lipsește până la 31\u00a0decembrie 2099; îi ține locul Radu Mesaroș)',
    )
    await open('/concedii')
    await page.click('tr:has-text("Sorin Bălănescu") button:has-text("Încheie")')
    await page.waitForSelector('.desk:not(:has(tbody tr:has-text("Sorin Bălănescu")))')
  })
})

describe('the page of an entry', () => {
  const take = async (summary: string, fields: Record<string, string>) => {
    const step = page.locator(`details:has(> summary:has-text("${summary}"))`)
    await step.locator('summary').click()
    for (const [name, value] of Object.entries(fields)) {
      const field = step.locator(`[name=${name}]`)
      if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption({ label: value })
      else await field.fill(value)
    }
    await step.locator('button[type=submit]').click()
  }
  const happened = (label: string) => page.waitForSelector(`.desk__time b:text-is("${label}")`)

  it('takes a paper through hand-over, completion, extension, linking and the change of its law', async () => {
    await open('?lista=all&cauta=Apă+tulbure')
    await page.click('.desk__rows tbody th a')
    await page.waitForSelector('.desk__time')
    const address = page.url()
    await take('Predă unui coleg', { responsibleId: 'Radu Mesaroș', note: 'Are istoricul rețelei.' })
    await happened('Predat')
    await take('Cere completări', { what: 'Strada și numărul.' })
    await happened('Completări cerute')
    await take('Înregistrează completările', { note: 'Strada Morii 12.' })
    await happened('Completări primite')
    await take('Prelungește termenul', { reason: 'Se așteaptă buletinul de analiză.' })
    await happened('Termen prelungit')
    await take('Conexează', { other: '1' })
    await happened('Conexat')
    await page.waitForSelector('li:has-text("Conexat cu") a')
    await take('Schimbă încadrarea', { to: 'Cerere de informații (Legea 544)', reason: 'Cere buletinele de analiză.' })
    await happened('Încadrare schimbată')
    await take('Scrie răspunsul', { text: 'Buletinele sunt atașate.', outcome: 'Favorabil' })
    await happened('Răspuns scris')
    await take('Aprobă răspunsul', {})
    await happened('Răspuns aprobat')
    await take('Expediază răspunsul', { by: 'Poștă' })
    await happened('Răspuns expediat')
    await picture(page, 'desk-entry-life')
    await page.click('li:has-text("Conexat cu") a')
    await page.waitForSelector(`li:has-text("Conexat cu") a[href="${new URL(address).pathname}"]`)
  })

  it('sends one to the authority it belongs to', async () => {
    await open('?lista=all&cauta=Gard+ridicat')
    await page.click('.desk__rows tbody th a')
    await page.waitForSelector('.desk__time')
    await take('Redirecționează altei autorități', {
      to: 'Inspectoratul de Stat în Construcții',
      reason: 'Ține de inspectorat.',
    })
    await happened('Redirecționat')
  })
})

describe('the numbers of the register', () => {
  it('are reserved, used and voided, and the register is printed', async () => {
    await open('/tiparire')
    await page.fill('input[name=forWhat]', 'Adresă către prefectură')
    await page.click('button:has-text("Rezervă numărul")')
    await page.waitForSelector('[role=status]:has-text("Rezervat: numărul")')
    await open('?lista=reserved')
    await page.click('.desk__rows tbody th a')
    await page.waitForSelector('.desk__time')
    await page.click('summary:has-text("Propune anularea numărului")')
    await page.fill('details[open] textarea[name=reason]', 'Adresa nu se mai trimite.')
    await page.click('details[open] button[type=submit]')
    await page.waitForSelector('.desk__time b:text-is("Anulare propusă")')
    const types = await page.evaluate(async () => {
      const year = new Date().getFullYear()
      const of = async (format: string) => {
        const response = await fetch(
          `/api/registry/book?registru=general&deLa=${year}-01-01&panaLa=${year}-12-31&format=${format}`,
        )
        return `${response.headers.get('content-type')} ${(await response.arrayBuffer()).byteLength > 2_000}`
      }
      return [await of('pdf'), await of('csv')]
    })
    expect(types).toEqual(['application/pdf true', 'text/csv; charset=utf-8 true'])
  })
})
