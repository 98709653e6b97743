import { createHash } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openBrowser, openPage, picture } from './browser.ts'

const town = inject('town')
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe('a citizen without JavaScript on a narrow phone', () => {
  it('goes from the first page to a decision, its file, and knows that it is the published one', async () => {
    const page = await openPage(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
    await page.goto(town.site)
    await page.click('text=Caută o hotărâre')
    await page.click('nav[aria-labelledby=ani] a >> nth=0')
    await page.click('.entries h3 a[href="/hotarari/2026/2/"]')
    expect(await page.textContent('.plate--large')).toMatch(/^HCL \d+\/\d{4}$/)
    const href = await page.getAttribute('.files a', 'href')
    const shown = (await page.textContent('.files code'))?.replace(/SHA-256|\s/g, '')
    const bytes = Buffer.from(await (await fetch(town.site + href)).arrayBuffer())
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(shown)
    await page.context().close()
  })

  it('finds an act by its number, and by words without diacritics', async () => {
    const page = await openPage(browser, { javaScriptEnabled: false })
    for (const words of ['impozitele taxele', '5/2026']) {
      await page.goto(town.site)
      await page.fill('input[name=q]', words)
      await page.click('.search button')
      expect(await page.locator('.entries li').count()).toBeGreaterThan(0)
    }
    await page.goto(`${town.site}/cautare?q=xyzzy`)
    expect(await page.textContent('main')).toContain('Nu am găsit nimic')
    await page.context().close()
  })

  it('prints a decision as an official paper', async () => {
    const page = await openPage(browser)
    await page.goto(`${town.site}/hotarari/2026/2/`)
    await page.emulateMedia({ media: 'print' })
    expect(await page.isVisible('.letterhead')).toBe(true)
    expect(await page.isVisible('.topbar')).toBe(false)
    await picture(page, 'print-act')
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000)
    await page.context().close()
  })
})

describe('what is not published', () => {
  it('is not given to anybody over REST, whatever they ask', async () => {
    for (const query of [
      '?draft=true',
      '?depth=5',
      '?where[_status][equals]=draft',
      '?where[_status][not_equals]=published',
      '?where[signedOriginal][exists]=true',
      '/versions',
    ]) {
      for (const noun of ['acts', 'announcements', 'documents', 'pages']) {
        const answer = await fetch(`${town.cms}/api/${noun}${query}`)
        const found = (await answer.json()) as { docs?: { _status?: string; signedOriginal?: unknown }[] }
        for (const doc of found.docs ?? []) {
          expect(doc._status).toBe('published')
          expect(doc.signedOriginal).toBeUndefined()
        }
      }
    }
    for (const closed of ['/files', '/audit', '/staff'])
      expect((await fetch(`${town.cms}/api${closed}`)).status, closed).toBe(403)
    expect((await fetch(`${town.cms}/api/changes`)).status).toBe(401)
  })
})
