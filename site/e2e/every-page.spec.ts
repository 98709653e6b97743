import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { pageWeight } from '../test/page-weight.ts'
import { openBrowser, openPage, picture } from './browser.ts'

const town = inject('town')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const kinds = [
  '/',
  '/hotarari/',
  '/hotarari/2026/',
  '/hotarari/2026/2/',
  '/hotarari/2025/16/',
  '/dispozitii/',
  '/dispozitii/2026/',
  '/anunturi/',
  '/anunturi/2026/',
  '/anunturi/2026/10/',
  '/anunturi/dezbatere-publica-impozitele-si-taxele-locale-pentru-anul-viitor/',
  '/documente/',
  '/documente/tip/buget/',
  '/documente/an/2026/',
  '/documente/statutul-comunei-sacalaz/',
  '/formulare/',
  '/formulare/petitie/',
  '/formulare/certificat-urbanism/',
  '/monitorul-oficial-local/',
  '/monitorul-oficial-local/hotararile-autoritatii-deliberative/',
  '/monitorul-oficial-local/dispozitiile-autoritatii-executive/',
  '/monitorul-oficial-local/documente-si-informatii-financiare/',
  '/monitorul-oficial-local/alte-documente/',
  '/monitorul-oficial-local/statutul-unitatii-administrativ-teritoriale/',
  '/monitorul-oficial-local/regulamentele-privind-procedurile-administrative/',
  '/sesizari/cifre/',
  '/primaria/',
  '/primaria/compartimente/',
  '/comuna/',
  '/comuna/prezentare/',
  '/accesibilitate/',
  '/cautare',
  '/cautare?q=buget',
  '/cautare?q=xyzzy',
  '/cautare?q=impozite&tip=hotarare',
  '/plati/',
  '/plati/amenzi/',
  '/plati/taxa/',
  '/plati/chitanta/AAAAAAAAAA/',
  '/nu-exista/',
  '/_elemente/',
]

describe.each(kinds)('%s', (path) => {
  it('is accessible in light and dark, fits 320 px, and asks nobody else for anything', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await openPage(browser, { colorScheme, viewport: { width: 320, height: 700 }, bypassCSP: true })
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      await page.goto(town.site + path)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      expect(asked.filter((url) => !url.startsWith(town.site))).toEqual([])
      expect(await page.context().cookies()).toEqual([])
      await page.evaluate(axe)
      const { violations } = (await page.evaluate(
        `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
      )) as {
        violations: { id: string; nodes: { html: string }[] }[]
      }
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      await page.context().close()
    }
  })

  it('is light, whole, and carries a script only where there is a form of ours', async () => {
    const response = await fetch(town.site + path)
    const html = await response.text()
    const scripts = [...html.matchAll(/<script type="module" src="([^"]+)"><\/script>/g)].map(([, src]) => src)
    // The search asks as one types; the forms send what waited on the device for the network.
    if (path !== '/_elemente/') expect(scripts.length).toBe(/^\/(cautare|formulare\/)/.test(path) ? 1 : 0)
    const weight = await pageWeight(html, async (address) => (await fetch(town.site + address)).text())
    expect(weight).toBeLessThanOrEqual(20 * 1024)
    const inline = html
      .replace(/<script type="application\/ld\+json">[\s\S]*?<\/script>/g, '')
      .replace(/<script type="module" src="\/static\/[^"]+"><\/script>/g, '')
    expect(inline).not.toMatch(/<script|style="|\son\w+=/)
    expect(html).toMatch(/^<!doctype html>\s*<html lang="ro"/i)
    expect(html.match(/<h1[\s>]/g)).toHaveLength(1)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('set-cookie')).toBeNull()
  })
})

describe('links', () => {
  it('inside the site all lead somewhere', async () => {
    const seen = new Set<string>(['/'])
    const broken: string[] = []
    for (const path of seen) {
      if (seen.size > 600) break
      const response = await fetch(town.site + path)
      if (response.status !== 200) broken.push(`${response.status} ${path}`)
      if (!response.headers.get('content-type')?.includes('html')) continue
      // The pages of a form's journey are asked of the server with a form's answers: they have journeys of their own.
      for (const [, href] of (await response.text()).matchAll(/(?:href|action)="(\/[^"#]*)/g))
        if (href && !/^\/formulare\/.+\/pas\//.test(href)) seen.add(href.replaceAll('&amp;', '&'))
    }
    expect(broken).toEqual([])
    expect(seen.size).toBeGreaterThan(200)
  })

  it('of the sitemap all answer', async () => {
    const index = await (await fetch(`${town.site}/sitemap.xml`)).text()
    const pages = []
    for (const [, shard] of index.matchAll(/<loc>([^<]+)</g)) {
      const text = await (await fetch(shard ?? '')).text()
      pages.push(...[...text.matchAll(/<loc>([^<]+)</g)].map(([, page]) => page ?? ''))
    }
    expect(pages.length).toBeGreaterThan(140)
    const statuses = await Promise.all(pages.map(async (page) => (await fetch(page)).status))
    expect(statuses.filter((status) => status !== 200)).toEqual([])
  })
})

describe('pictures', () => {
  it('are taken for a person to judge', async () => {
    for (const width of [360, 1280]) {
      for (const path of kinds) {
        const page = await openPage(browser, { viewport: { width, height: 900 } })
        await page.goto(town.site + path)
        await picture(page, `site-${width}${path.replaceAll(/[/?=]/g, '_')}`)
        await page.context().close()
      }
    }
  })
})
