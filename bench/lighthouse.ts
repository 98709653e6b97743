import { existsSync, rmSync } from 'node:fs'
import { startTown } from '@avizier/site/running-town'
import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import { type Figure, report } from './figures.ts'

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const pages = { home: '/', act: '/hotarari/2026/2/', list: '/hotarari/2026/' }
const rounds = 3

/** What Lighthouse, as a slow phone on a slow network, says of the three kinds of page that are read most. */
export async function measure(): Promise<boolean> {
  const chromePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
  if (!existsSync(chromePath)) throw new Error(`There is no Chromium at ${chromePath}: set CHROMIUM_PATH`)
  const { town, stop } = await startTown()
  const chrome = await launch({
    chromePath,
    chromeFlags: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
    ],
  })
  try {
    const figures: Figure[] = []
    for (const [name, path] of Object.entries(pages)) {
      const scores = new Map<string, number[]>()
      for (let round = 0; round < rounds; round++) {
        const result = await lighthouse(town.site + path, {
          port: chrome.port,
          onlyCategories: [...categories],
          logLevel: 'error',
        })
        for (const category of categories) {
          const found = result?.lhr.categories[category]
          scores.set(category, [...(scores.get(category) ?? []), Math.round((found?.score ?? 0) * 100)])
        }
        for (const audit of Object.values(result?.lhr.audits ?? {}))
          if (round === 0 && audit.score !== null && audit.score < 1 && audit.scoreDisplayMode === 'binary')
            console.log(`${name}: ${audit.id}: ${audit.title}`)
      }
      for (const [category, values] of scores)
        figures.push({
          what: `${name}: ${category}`,
          values,
          unit: 'of 100',
          limit: { of: 'p50', isAtMost: false, value: 100 },
        })
    }
    return report(figures)
  } finally {
    chrome.kill()
    await stop()
    rmSync(town.dataDir, { recursive: true, force: true })
  }
}
