import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { brotliCompressSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { clerk, openBrowser, openPage, picture, signIn } from './browser.ts'

const town = inject('town')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** axe in light and dark, the width, and the weight of a page as it stands. */
async function judge(page: Page, name: string): Promise<void> {
  const found = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.evaluate(axe)
    const { violations } = (await page.evaluate(found)) as { violations: { id: string; nodes: { html: string }[] }[] }
    expect(violations.map(({ id, nodes }) => `${name} ${id}: ${nodes[0]?.html}`)).toEqual([])
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  const html = await page.content()
  const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href)
  const css = await Promise.all(styles.map(async (href) => (await fetch(town.site + href)).text()))
  const weight = [html, ...css].reduce((sum, text) => sum + brotliCompressSync(text).length, 0)
  expect([name, weight <= 20 * 1024, weight]).toEqual([name, true, weight])
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 })
    await picture(page, `pay-${name}-${width}`)
  }
  await page.setViewportSize({ width: 320, height: 640 })
}

const narrow = (javaScriptEnabled: boolean) =>
  openPage(browser, { viewport: { width: 320, height: 640 }, javaScriptEnabled, bypassCSP: javaScriptEnabled })
const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10)
const cnps = { popescu: '1800101350018', ionescu: '2960229350021', marin: '5011231350031' } as const

/** From the first page to the amount, as somebody with the paper in hand. */
async function askFor(page: Page, { number, date, cnp }: { number: string; date: string; cnp: string }): Promise<void> {
  await page.goto(`${town.site}/plati/amenzi/`)
  await page.fill('[name=serie]', 'scz')
  await page.fill('[name=numar]', number)
  await page.fill('[name=data]', date)
  await page.click('text=Continuă')
  await page.check('#emitent')
  await page.check('#fel')
  await page.fill('[name=identificator]', cnp)
  await page.check('#domiciliu')
  await page.click('text=Continuă')
}

/** To the bank's own page, where the tester chooses what the bank does. */
async function goToBank(page: Page): Promise<void> {
  await page.fill('[name=nume]', 'Ana Pop')
  await page.fill('[name=email]', 'ana.pop@posta.example')
  await page.click('button:has-text("Plătește")')
  await page.waitForSelector('button[name=scenario]')
}

describe('paying a fine on a phone, without JavaScript', () => {
  it('goes from the paper to the receipt', async () => {
    const page = await narrow(false)
    const addresses: string[] = []
    page.on('request', (request) => addresses.push(request.url()))
    await askFor(page, { number: '1236', date: day(3), cnp: cnps.marin })
    expect(await page.textContent('.sum')).toBe('500 de lei')
    await goToBank(page)
    await page.click('button[value=paid]')
    await page.waitForURL(/\/plati\/plata\//)
    expect(await page.textContent('h1')).toBe('Amenda este plătită')
    const number = (await page.textContent('.plate--large')) ?? ''
    expect(number).toMatch(/^SCZ \d+\/\d{4}$/)
    const text = (await page.textContent('main')) ?? ''
    for (const words of ['cinci sute de lei', '5***********1', 'în curs de descărcare']) expect(text).toContain(words)
    const paper = await fetch(new URL((await page.getAttribute('text=Descarcă dovada', 'href')) ?? '', town.site))
    expect(paper.headers.get('content-type')).toBe('application/pdf')
    expect((await paper.arrayBuffer()).byteLength).toBeGreaterThan(5_000)
    await page.click('text=Pagina de verificare')
    expect(await page.textContent('h1')).toBe('Dovada este adevărată')
    expect(await page.textContent('.plate--large')).toBe(number)
    expect(addresses.join('\n')).not.toContain(cnps.marin)
    expect(await page.context().cookies(town.site)).toEqual([])
    await page.context().close()
  })

  it('says that it was paid, with the day, to whoever asks again', async () => {
    const page = await narrow(false)
    await askFor(page, { number: '1236', date: day(3), cnp: cnps.marin })
    expect(await page.textContent('h1')).toBe('Amenda este plătită')
    expect(await page.textContent('main')).toContain('cu cardul, pe acest site')
    await page.context().close()
  })

  it('comes back declined, and is paid with the next try', async () => {
    const page = await narrow(false)
    await askFor(page, { number: '1235', date: day(40), cnp: cnps.ionescu })
    const path = page.url()
    await goToBank(page)
    await page.click('button[value=declined]')
    await page.waitForURL(/\/plati\/plata\//)
    const declined = page.url()
    expect(await page.textContent('h1')).toBe('Banca nu a acceptat plata')
    await page.goto(path)
    await goToBank(page)
    await page.click('button[value=paid]')
    await page.waitForURL(/\/plati\/plata\//)
    expect(page.url()).not.toBe(declined)
    expect(await page.textContent('h1')).toBe('Amenda este plătită')
    await page.context().close()
  })

  it('is not paid by opening the page people come back to', async () => {
    const page = await narrow(false)
    await askFor(page, { number: '1237', date: day(2), cnp: cnps.popescu })
    expect(await page.textContent('.sum')).toBe('2.000 de lei')
    const path = page.url()
    await goToBank(page)
    await page.goto(path)
    const again = await page.request.post(path, {
      form: { pas: 'plata', nume: 'Ana Pop', email: 'ana.pop@posta.example' },
      maxRedirects: 0,
    })
    const bank = await (await page.request.get(new URL(again.headers()['location'] ?? '', town.site).href)).text()
    expect(bank).toContain('Mergi la pagina băncii')
    await page.context().close()
  })

  it('with 23 digits is led to ghiseul.ro, and no card form of ours', async () => {
    const page = await narrow(false)
    await page.goto(`${town.site}/plati/amenzi/`)
    await page.fill('[name=serie]', '1000 2026 0000 1234 5678 901')
    await page.fill('[name=data]', '1.11.2026')
    await page.click('text=Continuă')
    expect(await page.textContent('h1')).toBe('Plătiți pe ghiseul.ro')
    expect(await page.getAttribute('a.button', 'href')).toBe('https://www.ghiseul.ro')
    expect(await page.textContent('main')).toContain('RO76 TREZ 9995 0090 1XXX XXXX')
    expect(await page.$$('main form')).toHaveLength(0)
    await page.context().close()
  })

  it('that the register does not know is paid from its paper', async () => {
    const page = await narrow(false)
    await askFor(page, { number: '990001', date: day(1), cnp: cnps.popescu })
    expect(await page.textContent('h1')).toBe('Ce sumă scrie pe procesul-verbal')
    await page.selectOption('[name=temei]', 'localDecision')
    await page.fill('[name=amenda]', '400')
    await page.fill('[name=jumatate]', '100')
    await page.click('text=Continuă')
    expect(await page.textContent('.sum')).toBe('100 de lei')
    await goToBank(page)
    await page.click('button[value=silent]')
    await page.waitForURL(/\/plati\/plata\//)
    // Nobody tells that it was paid; the record asks.
    for (let tries = 0; tries < 20 && (await page.textContent('h1')) !== 'Amenda este plătită'; tries++) {
      await page.waitForTimeout(1_000)
      await page.click('text=Verifică din nou')
    }
    expect(await page.textContent('h1')).toBe('Amenda este plătită')
    await page.context().close()
  })
})

describe('the pages of paying', () => {
  it('are accessible, fit 320 px, and are light', async () => {
    const page = await narrow(true)
    await page.goto(`${town.site}/plati/`)
    await judge(page, 'home')
    await page.goto(`${town.site}/plati/amenzi/`)
    await judge(page, 'paper')
    await page.click('text=Continuă')
    await judge(page, 'paper-wrong')
    await page.fill('[name=serie]', '1000 2026 0000 1234 5678 901')
    await page.fill('[name=data]', '1.11.2026')
    await page.click('text=Continuă')
    await judge(page, 'route')
    await page.goto(`${town.site}/plati/amenzi/`)
    await page.fill('[name=serie]', 'SCZ')
    await page.fill('[name=numar]', '1234')
    await page.fill('[name=data]', day(5))
    await page.click('text=Continuă')
    await judge(page, 'identity')
    await page.click('text=Continuă')
    await judge(page, 'identity-wrong')
    await page.check('#emitent')
    await page.check('#fel')
    await page.check('#domiciliu')
    await page.fill('[name=identificator]', cnps.ionescu)
    await page.click('text=Continuă')
    await judge(page, 'amounts')
    await page.click('text=Continuă')
    await judge(page, 'amounts-wrong')
    await askFor(page, { number: '1234', date: day(5), cnp: cnps.popescu })
    await judge(page, 'payable')
    await page.click('button:has-text("Plătește")')
    await judge(page, 'payable-wrong')
    await goToBank(page)
    await page.click('button[value=paid]')
    await page.waitForURL(/\/plati\/plata\//)
    await judge(page, 'paid')
    await page.click('text=Pagina de verificare')
    await judge(page, 'receipt')
    await page.goto(`${town.site}/plati/chitanta/AAAAAAAAAA/`)
    await judge(page, 'receipt-unknown')
    await page.goto(`${town.site}/plati/taxa/`)
    await page.click('text=Arată taxa')
    await judge(page, 'fee-wrong')
    await page.context().close()
  })
})

describe('the fee of a request', () => {
  /** What a clerk does on the form's page: the council has set a fee, or has taken it away. */
  async function setFee(feeLei: number | null): Promise<void> {
    const post = (address: string, body: object, token = '', method = 'POST') =>
      fetch(`${town.cms}/api${address}`, {
        method,
        headers: { 'content-type': 'application/json', ...(token && { authorization: `JWT ${token}` }) },
        body: JSON.stringify(body),
      })
    const { token } = (await (await post('/staff/login', clerk)).json()) as { token: string }
    const address = `${town.cms}/api/forms?where[slug][equals]=petitie&depth=0&limit=1`
    const found = await fetch(address, { headers: { authorization: `JWT ${token}` } })
    const { docs } = (await found.json()) as { docs: { id: number }[] }
    const saved = await post(`/forms/${docs[0]?.id}`, { feeLei, _status: 'published' }, token, 'PATCH')
    expect(saved.status).toBe(200)
    for (let tries = 0; tries < 60; tries++) {
      const twin = (await (await fetch(`${town.site}/formulare/petitie/index.json`)).json()) as {
        feeBani: number | null
      }
      if (twin.feeBani === (feeLei === null ? null : feeLei * 100)) return
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
    throw new Error('the fee of the form did not reach the site')
  }

  it('is paid from its confirmation, and only once', async () => {
    await setFee(20)
    const page = await narrow(false)
    await page.goto(`${town.site}/formulare/petitie/completeaza/`)
    const next = () => page.click('button:text-is("Continuă")')
    await page.fill('[name=nume]', 'Ana Pop')
    await next()
    await page.fill('[name=email]', 'ana.pop@posta.example')
    await next()
    await page.fill('[name=obiect]', 'Canal înfundat')
    await page.fill('[name=descriere]', 'De luni.')
    await next()
    await next()
    await page.click('text=Trimite cererea')
    expect(await page.textContent('main')).toContain('Taxa cererii: 20 de lei')
    const confirmation = page.url()
    await page.click('button:has-text("Plătește taxa")')
    expect(await page.textContent('.sum')).toBe('20 de lei')
    await goToBank(page)
    await page.click('button[value=paid]')
    await page.waitForURL(/\/plati\/plata\//)
    expect(await page.textContent('h1')).toBe('Taxa este plătită')
    await page.goto(confirmation)
    await page.click('button:has-text("Plătește taxa")')
    expect(await page.textContent('.wrongs')).toContain('Taxa cererii este plătită')
    await page.context().close()
    await setFee(null)
  })
})

describe('the cashier', () => {
  it('sees the payment, its story, and takes it off in the books', async () => {
    const page = await openPage(browser, { viewport: { width: 1280, height: 900 } })
    await signIn(page, town.cms)
    await page.goto(`${town.cms}/admin/plati`, { waitUntil: 'networkidle' })
    expect(await page.textContent('.desk')).toContain('Ultimele 30 de zile')
    await picture(page, 'money-list')
    await page.click('a:has-text("De potrivit")')
    await page.waitForURL(/lista=unmatched/)
    await page.waitForSelector('td:has-text("SCZ nr. 990001")')
    await page.click('th[scope=row] a')
    await page.waitForSelector('text=Ce s-a întâmplat')
    expect(await page.textContent('.desk__time')).toContain('Întrebarea')
    await picture(page, 'money-story')
    await page.click('summary:has-text("Marchează descărcată")')
    await page.click('button:has-text("Marchează descărcată")')
    await page.waitForSelector('dd:has-text(", descărcată")')
    await page.goto(`${town.cms}/admin/plati/reconciliere`, { waitUntil: 'networkidle' })
    await page.setInputFiles('input[type=file]', {
      name: 'decontare.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Data;Order ID;Suma;Comision\r\n25.11.2026;ZZZZZZZZZZZZ;10,00;0,10\r\n'),
    })
    await page.click('button:has-text("Compară")')
    await page.waitForSelector('text=este în raport și nu este la noi')
    await picture(page, 'money-reconciliation')
    await page.goto(`${town.cms}/admin/collections/paymentRules/create`, { waitUntil: 'networkidle' })
    await picture(page, 'money-rules')
    await page.goto(`${town.cms}/admin/collections/fines`, { waitUntil: 'networkidle' })
    await picture(page, 'money-fines')
    await page.context().close()
  })
})
