import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { pageWeight } from '../test/page-weight.ts'
import { openBrowser, openPage, picture, signIn } from './browser.ts'

const town = inject('town')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const read = async (address: string) => (await fetch(town.site + address)).text()

/** axe, in light and dark, the width, and the weight of a page as it stands. */
async function judge(page: Page, name: string): Promise<void> {
  const found = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.evaluate(axe)
    const { violations } = (await page.evaluate(found)) as { violations: { id: string; nodes: { html: string }[] }[] }
    expect(violations.map(({ id, nodes }) => `${name} ${id}: ${nodes[0]?.html}`)).toEqual([])
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    page.viewportSize()?.width ?? 0,
  )
  const weight = await pageWeight(await page.content(), read)
  expect([name, weight <= 20 * 1024, weight]).toEqual([name, true, weight])
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 })
    await picture(page, `citizen-${name}-${width}`)
  }
  await page.setViewportSize({ width: 320, height: 640 })
}

/** A page whose scripts are those of the test alone: the site's own are off in `filing`, which a citizen walks. */
const narrow = () => openPage(browser, { viewport: { width: 320, height: 640 }, bypassCSP: true })

describe('a citizen at 320 px', () => {
  let number = ''
  let code = ''

  it('files a petition with a file, without JavaScript', async () => {
    const page = await openPage(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
    await page.goto(town.site)
    await page.click('.tasks a[href="/formulare/"]')
    await page.click('a[href="/formulare/petitie/"]')
    await page.click('text=Începe')
    await page.click('button:text-is("Continuă")')
    expect(await page.title()).toMatch(/^Eroare: /)
    await page.fill('[name=nume]', 'Ana Pop')
    await page.click('button:text-is("Continuă")')
    await page.fill('[name=email]', 'ana.pop@posta.example')
    await page.click('button:text-is("Continuă")')
    await page.fill('[name=obiect]', 'Canal înfundat pe Strada Morii')
    await page.fill('[name=descriere]', 'De luni, apa iese pe stradă în dreptul numărului 12.')
    await page.click('button:text-is("Continuă")')
    await page.setInputFiles('[type=file]', {
      name: 'stradă.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer <</Root 1 0 R>>\n%%EOF\n'),
    })
    await page.click('button:text-is("Continuă")')
    expect(await page.textContent('.answers')).toContain('stradă.pdf')
    await page.click('.answers a >> nth=0')
    await page.fill('[name=nume]', 'Ana-Maria Pop')
    await page.click('button:text-is("Continuă")')
    expect(await page.textContent('.answers')).toContain('Ana-Maria Pop')
    await page.click('text=Trimite cererea')
    number = /\d+/.exec((await page.textContent('.plate--large')) ?? '')?.[0] ?? ''
    code = (await page.textContent('.code')) ?? ''
    expect(number).toMatch(/^\d+$/)
    expect(code).toMatch(/^\w{5}-\w{5}$/)
    const receipt = await fetch(new URL((await page.getAttribute('text=Descarcă dovada', 'href')) ?? '', town.site))
    expect(receipt.headers.get('content-type')).toBe('application/pdf')
    expect((await receipt.arrayBuffer()).byteLength).toBeGreaterThan(5_000)
    await page.click('text=Vezi unde este cererea')
    expect(await page.inputValue('[name=numar]')).toBe(number)
    await page.fill('[name=cod]', 'AAAAAAAAAA')
    await page.click('text=Arată unde este')
    expect(await page.textContent('.wrongs')).toContain('Nu am găsit un document')
    await page.fill('[name=cod]', code.toLowerCase())
    await page.click('text=Arată unde este')
    expect(await page.textContent('h1')).toBe('Documentul este înregistrat')
    await page.context().close()
  })

  it('sees that a clerk has sent it on', async () => {
    const page = await openPage(browser)
    await signIn(page, town.cms)
    await page.goto(`${town.cms}/admin/registratura?lista=all`, { waitUntil: 'networkidle' })
    await page.click(`a:has-text("${number}/")`)
    await page.waitForSelector('summary:has-text("Repartizează")')
    await page.click('summary:has-text("Repartizează")')
    await page.selectOption('[name=departmentId]', { label: 'Administrativ și apă-canal' })
    await page.click('button:has-text("Repartizează")')
    await page.waitForSelector('text=Repartizat')
    await page.context().close()
    const answer = await fetch(`${town.site}/api/stare`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ numar: number, cod: code }),
    })
    expect(await answer.json()).toMatchObject({ stadiu: 'Repartizat', compartiment: 'serviciul tehnic' })
  })

  it('meets pages that axe finds nothing on, that fit, and that are light', async () => {
    const page = await narrow()
    await page.goto(`${town.site}/stare/?numar=${number}`)
    await judge(page, 'stare')
    await page.fill('[name=cod]', 'AAAAAAAAAA')
    await page.click('text=Arată unde este')
    await page.waitForFunction(() => document.activeElement?.className === 'wrongs')
    await judge(page, 'stare-gresit')
    await page.fill('[name=cod]', code)
    await page.click('text=Arată unde este')
    await judge(page, 'stare-gasit')
    await page.goto(`${town.site}/formulare/certificat-urbanism/completeaza/`)
    await judge(page, 'pas')
    await page.click('button:text-is("Continuă")')
    await page.waitForFunction(() => document.activeElement?.className === 'wrongs')
    await judge(page, 'pas-gresit')
    await page.goto(`${town.site}/formulare/petitie/completeaza/`)
    await page.fill('[name=nume]', 'Ana Pop')
    await page.click('button:text-is("Continuă")')
    await page.fill('[name=email]', 'ana.pop@posta.example')
    await page.click('button:text-is("Continuă")')
    await page.fill('[name=obiect]', 'Canal înfundat')
    await page.fill('[name=descriere]', 'De luni.')
    await page.click('button:text-is("Continuă")')
    await judge(page, 'fisiere')
    await page.click('button:text-is("Continuă")')
    await judge(page, 'verifica')
    await page.click('text=Trimite cererea')
    await judge(page, 'depus')
    await page.context().close()
  })

  it('loses nothing with a closed browser, and clears the device when it is filed', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } })
    const page = await context.newPage()
    await page.goto(`${town.site}/formulare/petitie/completeaza/`)
    await page.fill('[name=nume]', 'Ana Pop')
    const begun = page.url()
    await page.close()
    const again = await context.newPage()
    await again.goto(`${town.site}/formulare/petitie/completeaza/`)
    await again.click('text=Continuă cererea începută')
    expect(again.url()).toBe(begun)
    // Put back once the page's own script has come.
    await again.waitForFunction(() => document.querySelector<HTMLInputElement>('[name=nume]')?.value === 'Ana Pop')
    await again.click('button:text-is("Continuă")')
    await again.fill('[name=email]', 'ana.pop@posta.example')
    await again.click('button:text-is("Continuă")')
    await again.fill('[name=obiect]', 'x')
    await again.fill('[name=descriere]', 'y')
    await again.click('button:text-is("Continuă")')
    await again.click('button:text-is("Continuă")')
    expect(await again.evaluate(() => localStorage.length)).toBe(1)
    await again.click('text=Trimite cererea')
    await again.waitForSelector('.code')
    expect(await again.evaluate(() => localStorage.length)).toBe(0)
    await context.close()
  })

  it('is asked what depends on an answer only once it is given, and sends nothing that is not asked', async () => {
    const page = await openPage(browser, { viewport: { width: 320, height: 640 } })
    const { url } = await fetch(`${town.site}/formulare/certificat-fiscal/completeaza/`)
    await page.goto(url.replace(/[^/]+\/$/, 'pentru/'))
    await page.waitForSelector('[name=titular]', { state: 'hidden' })
    await page.check('[value=altcineva]')
    await page.fill('[name=titular]', 'Ion Pop')
    await picture(page, 'citizen-hidden-question')
    await page.check('[value=mine]')
    expect(await page.isVisible('[name=titular]')).toBe(false)
    const sent = page.waitForRequest((request) => request.method() === 'POST')
    await page.click('button:text-is("Continuă")')
    expect((await sent).postData()).toContain('pentru=mine')
    expect((await sent).postData()).not.toContain('titular')
    await page.context().close()
  })

  it('finds every page of every form accessible and light', async () => {
    const page = await narrow()
    const home = await (await fetch(`${town.site}/formulare/`)).text()
    const slugs = [...new Set([...home.matchAll(/href="\/formulare\/([a-z0-9-]+)\/"/g)].map(([, slug]) => slug))]
    expect(slugs.length).toBeGreaterThanOrEqual(12)
    for (const slug of slugs) {
      const definition = (await (await fetch(`${town.site}/formulare/${slug}/index.json`)).json()) as {
        steps: { name: string }[]
      }
      const first = (await fetch(`${town.site}/formulare/${slug}/completeaza/`)).url
      const steps = definition.steps.map(({ name }) => ({ name, address: first.replace(/[^/]+\/$/, `${name}/`) }))
      const whole = { name: 'pe-o-pagina', address: `${town.site}/formulare/${slug}/completeaza/pe-o-pagina/` }
      for (const { name, address } of [...steps, whole]) {
        await page.goto(address)
        const weight = await pageWeight(await (await fetch(address)).text(), read)
        expect([slug, name, weight <= 20 * 1024, weight]).toEqual([slug, name, true, weight])
        await page.evaluate(axe)
        const { violations } = (await page.evaluate(
          `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
        )) as { violations: { id: string; nodes: { html: string }[] }[] }
        expect(violations.map(({ id, nodes }) => `${slug} ${name} ${id}: ${nodes[0]?.html}`)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      }
    }
    await page.context().close()
  })
})
