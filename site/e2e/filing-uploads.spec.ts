import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser, openPage, picture } from './browser.ts'

const town = inject('town')
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const aPdf = (size: number) =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n%'),
    Buffer.alloc(size, 'a'),
    Buffer.from('\ntrailer <</Root 1 0 R>>\n%%EOF\n'),
  ])
const choose = (page: Page, name: string, buffer: Buffer) =>
  page.setInputFiles('[type=file]', { name, mimeType: 'application/pdf', buffer })
const kept = (page: Page) => page.textContent('.kept')
const goOn = (page: Page) => page.click('button:text-is("Continuă")')

/** The page of a petition that asks for files. */
async function toFiles(): Promise<Page> {
  const page = await openPage(browser, { viewport: { width: 360, height: 700 } })
  await page.goto(`${town.site}/formulare/petitie/completeaza/`)
  await page.fill('[name=nume]', 'Ana Pop')
  await goOn(page)
  if (await page.isVisible('[name=email]')) {
    await page.fill('[name=email]', 'ana.pop@posta.example')
    await goOn(page)
  }
  await page.fill('[name=obiect]', 'Canal înfundat')
  await page.fill('[name=descriere]', 'De luni.')
  await goOn(page)
  await page.waitForSelector('[type=file]')
  return page
}

describe('a citizen who adds files', () => {
  it('sees how far they have come, and goes on when they are there', async () => {
    const page = await toFiles()
    await page.route('**/fisiere/**', async (route) => {
      if (route.request().method() === 'PATCH') await new Promise((resolve) => setTimeout(resolve, 400))
      await route.continue()
    })
    await choose(page, 'drum.pdf', aPdf(3_000_000))
    await page.waitForSelector('.kept progress')
    await picture(page, 'upload-under-way')
    await goOn(page)
    await page.waitForSelector('.answers')
    expect(await page.textContent('.answers')).toContain('drum.pdf')
    await page.context().close()
  })

  it('whose connection breaks in the middle and whose page is opened again, loses nothing', async () => {
    const page = await toFiles()
    let pieces = 0
    await page.route('**/fisiere/**', async (route) => {
      // The second piece never arrives: the network is gone before it.
      if (route.request().method() === 'PATCH' && ++pieces > 1) return route.abort('connectionreset')
      return route.continue()
    })
    await choose(page, 'film.pdf', aPdf(12_000_000))
    await page.waitForSelector('text=Așteaptă rețeaua')
    await picture(page, 'upload-waiting')
    await page.unroute('**/fisiere/**')
    await page.reload()
    // The page finds on this device what it was sending.
    await page.waitForSelector('.kept button[type=submit]')
    expect(await kept(page)).toContain('11,4 MB')
    await goOn(page)
    await page.waitForSelector('.answers')
    expect(await page.textContent('.answers')).toContain('film.pdf')
    await page.context().close()
  })

  it('is told beside the question what is wrong with one, and takes it out again', async () => {
    const page = await toFiles()
    await choose(page, 'nu-e.pdf', Buffer.from('un text'))
    await page.waitForSelector('.kept .wrong')
    expect(await kept(page)).toContain('Conținutul nu este ce spune numele')
    await picture(page, 'upload-refused')
    await page.click('text=Scoate')
    await choose(page, 'bun.pdf', aPdf(1_000))
    await page.waitForSelector('.kept button[type=submit]')
    await page.click('.kept button')
    await page.waitForLoadState()
    expect(await page.textContent('main')).not.toContain('bun.pdf')
    await page.context().close()
  })
})
