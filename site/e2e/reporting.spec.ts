import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setTimeout as pause } from 'node:timers/promises'
import { brotliCompressSync } from 'node:zlib'
import { aPhoto } from '@avizier/cms/test-photos'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser, openPage, picture } from './browser.ts'

const town = inject('town')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const school = { latitude: 45.7597, longitude: 21.1171, accuracy: 12 }
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
let browser: Browser
let photo: { name: string; mimeType: string; buffer: Buffer }

beforeAll(async () => {
  browser = await openBrowser()
  photo = {
    name: 'image.jpg',
    mimeType: 'image/jpeg',
    buffer: await aPhoto({ width: 1600, height: 1200, orientation: 1 }),
  }
})
afterAll(() => browser.close())

/** A phone that lets pages see where it is. */
async function openPhone(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    ...phone,
    locale: 'ro-RO',
    timezoneId: 'Europe/Bucharest',
    permissions: ['geolocation'],
    geolocation: school,
  })
  context.setDefaultTimeout(15_000)
  return { context, page: await context.newPage() }
}

const firstCategory = (page: Page) => page.getAttribute('[name=categorie] option:not([value=""]) >> nth=0', 'value')
const numberOn = async (page: Page) => /20\d\d-\d{4,7}/.exec((await page.textContent('.plate--large')) ?? '')?.[0] ?? ''

describe('a citizen in the street', () => {
  it('reports with a photo and the place of the phone, in under a minute', async () => {
    const { context, page } = await openPhone()
    const began = performance.now()
    await page.goto(`${town.site}/sesizari/noua/`)
    await page.setInputFiles('.camera input', photo)
    await page.waitForSelector('file-upload li:has-text("image.jpg") button[name=actiune]')
    await page.click('text=Folosește locul unde sunt')
    await page.waitForSelector('text=Am luat locul')
    await page.selectOption('[name=categorie]', (await firstCategory(page)) ?? '')
    await page.fill('[name=descriere]', 'Groapă adâncă lângă școală, de luni.')
    await picture(page, 'report-form-360')
    await page.click('text=Trimite sesizarea')
    await page.waitForSelector('.code')
    expect(await numberOn(page)).toMatch(/^20\d\d-\d{4}$/)
    expect(performance.now() - began).toBeLessThan(60_000)
    await picture(page, 'report-sent-360')
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    await context.close()
  })

  it('finds the place on the map, with its street in words', async () => {
    const { context, page } = await openPhone()
    await page.goto(`${town.site}/sesizari/noua/`)
    await page.click('text=Folosește locul unde sunt')
    await page.waitForSelector('text=Am luat locul')
    await page.click('text=Alege locul pe hartă')
    await page.waitForSelector('.leaflet-container')
    await page.waitForFunction(() => document.querySelector<HTMLSelectElement>('[name=sat]')?.value === 'Săcălaz')
    expect(await page.inputValue('[name=loc]')).toMatch(/^Strada/)
    await context.close()
  })

  it('loses nothing with a closed page, and goes on with the photo', async () => {
    const { context, page } = await openPhone()
    await page.goto(`${town.site}/sesizari/noua/`)
    await page.setInputFiles('#camp-poze', photo)
    await page.waitForSelector('file-upload li:has-text("image.jpg") button[name=actiune]')
    await page.fill('[name=descriere]', 'De trei zile nu arde becul.')
    await page.close()
    const again = await context.newPage()
    await again.goto(`${town.site}/sesizari/noua/`)
    await again.waitForURL(/\/sesizari\/noua\/.+/)
    expect(await again.inputValue('[name=descriere]')).toBe('De trei zile nu arde becul.')
    expect(await again.textContent('file-upload')).toContain('image.jpg')
    await again.click('text=Începe de la zero')
    await again.waitForURL(/\/sesizari\/noua\/$/)
    await context.close()
  })

  it('reports without a network, and it is sent once when there is one', async () => {
    const { context, page } = await openPhone()
    await page.goto(`${town.site}/sesizari/noua/`)
    await page.evaluate(() => navigator.serviceWorker.ready)
    await expect
      .poll(() => page.evaluate(() => caches.match('/sesizari/noua/', { cacheName: 'sesizare-noua' }).then(Boolean)))
      .toBe(true)
    await context.setOffline(true)
    await page.goto(`${town.site}/sesizari/noua/`)
    await page.setInputFiles('#camp-poze', photo)
    await page.selectOption('[name=sat]', 'Beregsău Mare')
    await page.fill('[name=loc]', 'Strada Bisericii, la cruce')
    await page.selectOption('[name=categorie]', (await firstCategory(page)) ?? '')
    await page.fill('[name=descriere]', 'Scris fără rețea.')
    await page.click('text=Trimite sesizarea')
    await page.waitForSelector('[data-part=waiting]:not([hidden]) >> text=Scris fără rețea.')
    await picture(page, 'report-waits-360')
    await page.close()
    const later = await context.newPage()
    await later.goto(`${town.site}/sesizari/noua/`)
    await later.waitForSelector('[data-part=waiting]:not([hidden]) >> text=Scris fără rețea.')
    await context.setOffline(false)
    await later.waitForSelector('[data-part=sent]:not([hidden])')
    await later.click('text=Vezi numărul și codul')
    const number = await numberOn(later)
    expect(number).toMatch(/^20\d\d-\d{4}$/)
    await later.goto(`${town.site}/sesizari/noua/`)
    await pause(1_500)
    expect(await later.isVisible('[data-part=waiting]')).toBe(false)
    await context.close()
  })

  it('reports without JavaScript, corrected where something was missing', async () => {
    const page = await openPage(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
    await page.goto(town.site)
    await page.click('.tasks a[href="/sesizari/noua/"]')
    await page.setInputFiles('#camp-poze', photo)
    await page.click('text=Trimite sesizarea')
    expect(await page.title()).toMatch(/^Eroare: /)
    expect(await page.textContent('file-upload')).toContain('image.jpg')
    await page.selectOption('[name=sat]', 'Beregsău Mic')
    await page.fill('[name=loc]', 'Lângă cămin')
    await page.selectOption('[name=categorie]', (await firstCategory(page)) ?? '')
    await page.click('text=Trimite sesizarea')
    expect(await numberOn(page)).toMatch(/^20\d\d-\d{4}$/)
    await page.context().close()
  })
})

describe('the pages about reports', () => {
  const reports = async () => {
    const list = (await (await fetch(`${town.site}/sesizari/index.json`)).json()) as {
      reports: { url: string; state: string }[]
    }
    return list.reports.map(({ url, state }) => ({ path: new URL(url).pathname, state }))
  }

  it('are accessible in light and dark, fit 320 px, and are light before the map is opened', async () => {
    const [first] = await reports()
    const paths = [
      { path: '/sesizari/noua/', most: 40 },
      { path: `${first?.path}raspuns/`, most: 20 },
      { path: '/sesizari/', most: 40 },
      { path: first?.path ?? '', most: 20 },
      { path: '/sesizari/cifre/', most: 20 },
    ]
    for (const { path, most } of paths) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await openPage(browser, { colorScheme, viewport: { width: 320, height: 700 }, bypassCSP: true })
        await page.goto(town.site + path)
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320)
        await page.evaluate(axe)
        const { violations } = (await page.evaluate(
          `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
        )) as { violations: { id: string; nodes: { html: string }[] }[] }
        expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([])
        await page.context().close()
      }
      const page = await openPage(browser)
      const asked = new Set<string>()
      page.on('response', (response) => {
        if (/document|stylesheet|script/.test(response.request().resourceType())) asked.add(response.url())
      })
      await page.goto(town.site + path, { waitUntil: 'networkidle' })
      const bodies = await Promise.all([...asked].map(async (url) => (await fetch(url)).text()))
      const weight = bodies.reduce((sum, text) => sum + brotliCompressSync(text).length, 0)
      expect([path, weight <= most * 1024, weight]).toEqual([path, true, weight])
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 })
        await picture(page, `reports${path.replaceAll('/', '_')}${width}`)
      }
      await page.context().close()
    }
  })

  it('lead with every filter to a page that is there', async () => {
    const html = await (await fetch(`${town.site}/sesizari/`)).text()
    const filters = [...html.matchAll(/href="(\/sesizari\/lista\/[^"]+)"/g)].map(([, href]) => href ?? '')
    expect(filters.length).toBeGreaterThan(5)
    for (const href of filters) expect([href, (await fetch(town.site + href)).status]).toEqual([href, 200])
  })

  it('take a follower, and tell nobody who follows', async () => {
    const [first] = await reports()
    const page = await openPage(browser, { javaScriptEnabled: false, ...phone })
    await page.goto(town.site + first?.path)
    await page.fill('#urmareste [name=email]', 'vecin@posta.example')
    await page.click('#urmareste button')
    expect(await page.textContent('h1')).toBe('Mai este un pas')
    await page.context().close()
  })

  it('answer by Open311 what they show', async () => {
    const answer = (await (await fetch(`${town.site}/api/open311/v2/requests.json`)).json()) as {
      service_request_id: string
    }[]
    expect(answer.length).toBeGreaterThan(0)
    const one = answer[0]?.service_request_id
    expect((await fetch(`${town.site}/sesizari/${one}/`)).status).toBe(200)
  })
})
