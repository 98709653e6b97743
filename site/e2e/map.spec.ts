import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser, openPage, picture } from './browser.ts'

const town = inject('town')
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
  const file = path.join(town.dataDir, 'site/public/sesizari/exemple.json')
  mkdirSync(path.dirname(file), { recursive: true })
  const reports = Array.from({ length: 300 }, (_, index) => [
    45.75 + (index % 20) * 0.001,
    21.1 + index * 0.0001,
    `2026-${1000 + index}`,
    index % 5,
    `Groapa <b>${index}</b>`,
  ])
  writeFileSync(file, JSON.stringify({ reports }))
})
afterAll(() => browser.close())

async function openElements(
  options: Parameters<typeof openPage>[1] = {},
): Promise<{ page: Page; troubles: string[]; asked: string[] }> {
  const page = await openPage(browser, { viewport: { width: 360, height: 740 }, ...options })
  const troubles: string[] = []
  const asked: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(`${town.site}/_elemente/`)
  return { page, troubles, asked }
}

describe('the map of the commune', () => {
  it('is a drawing with its pins where there is no script', async () => {
    const { page } = await openElements({ javaScriptEnabled: false })
    const drawing = page.locator('report-map svg')
    expect(await drawing.locator('.map__street').count()).toBe(1)
    expect(await drawing.locator('a').count()).toBe(3)
    expect(await page.locator('report-map button').isVisible()).toBe(false)
    expect(await page.locator('place-picker button').isVisible()).toBe(false)
  })

  it('loads nothing of the map before it is opened, and then from this site alone', async () => {
    const { page, troubles, asked } = await openElements()
    expect(asked.filter((url) => /leaflet|harta\.json|town-map/.test(url))).toEqual([])
    await page.click('report-map button')
    await page.waitForSelector('report-map .mapdot')
    await picture(page, 'harta-deschisa')
    expect(asked.some((url) => url.endsWith('/sesizari/harta.json'))).toBe(true)
    expect(asked.filter((url) => !url.startsWith(town.site) && !url.startsWith('data:'))).toEqual([])
    expect(troubles).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })

  it('leads to a report with the keyboard alone, whatever its title says', async () => {
    const { page, troubles } = await openElements()
    await page.focus('report-map button')
    await page.keyboard.press('Enter')
    await page.waitForSelector('report-map .mapdot')
    for (let press = 0; press < 12 && !(await page.locator('report-map .leaflet-popup a').count()); press++) {
      const one = page.locator('report-map .leaflet-marker-icon[tabindex="0"]').first()
      await one.focus()
      await page.keyboard.press('Enter')
      await page.waitForTimeout(450)
    }
    const link = page.locator('report-map .leaflet-popup-content a')
    expect(await link.textContent()).toMatch(/^Groapa <b>\d+<\/b>$/)
    expect(await link.getAttribute('href')).toMatch(/^\/sesizari\/2026-1\d{3}\/$/)
    expect(troubles).toEqual([])
  })

  it('takes a pin that the arrow keys move, and tells where it stands', async () => {
    const { page, troubles } = await openElements()
    await page.click('place-picker button')
    await page.waitForSelector('place-picker .mappin')
    await page
      .locator('place-picker')
      .evaluate((element: HTMLElement & { showPoint?(point: object): Promise<void> }) =>
        element.showPoint?.({ lat: 45.7601, lng: 21.1107 }),
      )
    const said = page.locator('place-picker [role=status]')
    expect(await said.textContent()).toContain('Săcălaz')
    const before = Number(await page.inputValue('place-picker [data-part=lat]'))
    await page.focus('place-picker .leaflet-marker-icon')
    for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowUp')
    expect(Number(await page.inputValue('place-picker [data-part=lat]'))).toBeGreaterThan(before)
    for (let press = 0; press < 60; press++) await page.keyboard.press('Shift+ArrowDown')
    expect(Number(await page.inputValue('place-picker [data-part=lat]'))).toBeLessThan(before)
    expect(troubles).toEqual([])
  })

  it('says so and keeps the drawing when it cannot be opened', async () => {
    const page = await openPage(browser)
    await page.route('**/sesizari/harta.json', (route) => route.abort())
    await page.goto(`${town.site}/_elemente/`)
    await page.click('report-map button')
    await page.waitForFunction(() =>
      document.querySelector('report-map [role=status]')?.textContent?.includes('nu s-a putut'),
    )
    expect(await page.locator('report-map svg .map__street').count()).toBe(1)
  })
})
