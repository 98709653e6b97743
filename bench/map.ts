/// <reference lib="dom" />
import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openBrowser, openPage } from '@avizier/site/browser'
import { startTown } from '@avizier/site/running-town'
import { type Figure, report } from './figures.ts'
import { seeded } from './seeded.ts'

const rounds = 7
const slowed = 4
const villages = [
  { lat: 45.76, lng: 21.11, share: 0.6 },
  { lat: 45.7577, lng: 21.0215, share: 0.85 },
  { lat: 45.748, lng: 20.979, share: 1 },
]

/**
 * The page with the map, on a phone whose processor is four times slower than this one: from the moment it is asked for,
 * through the tap that opens the map, to the moment when all reports are on it and it answers; and then how long it takes
 * to draw nearer. The reports are as many as a town gets in years, spread over the villages of the sample town.
 */
export async function measure({ isLarge }: { isLarge: boolean }): Promise<boolean> {
  const count = isLarge ? 50_000 : 5_000
  const seed = 20_261_125
  console.log(`Seed ${seed}: ${count.toLocaleString('en')} reports`)
  const { town, stop } = await startTown()
  const browser = await openBrowser()
  try {
    // In the place of the sample town's own; its compressed twins would be served instead.
    const file = path.join(town.dataDir, 'site/public/sesizari/puncte.json')
    writeFileSync(file, JSON.stringify({ reports: reportsOf(count, seed) }))
    for (const twin of ['.br', '.gz']) rmSync(file + twin, { force: true })
    const opened: number[] = []
    const nearer: number[] = []
    for (let round = 0; round < rounds; round++) {
      const page = await openPage(browser, { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 })
      const chrome = await page.context().newCDPSession(page)
      await chrome.send('Emulation.setCPUThrottlingRate', { rate: slowed })
      await page.goto(`${town.site}/sesizari/`, { waitUntil: 'domcontentloaded' })
      opened.push(await page.evaluate(openMap))
      nearer.push(await page.evaluate(drawNearer))
      await page.context().close()
    }
    const figures: Figure[] = [
      {
        what: `${count} reports: from the address to a map that answers`,
        values: opened,
        unit: 'ms',
        limit: { of: 'p95', isAtMost: true, value: 2_000 },
      },
      {
        what: `${count} reports: to draw nearer`,
        values: nearer,
        unit: 'ms',
        limit: { of: 'p95', isAtMost: true, value: 500 },
      },
    ]
    return report(figures)
  } finally {
    await browser.close()
    await stop()
    rmSync(town.dataDir, { recursive: true, force: true })
  }
}

/** In the page: opens the map, and answers when it has its reports and nothing more to do; counted from the navigation. */
async function openMap(): Promise<number> {
  const shown = (selector: string) =>
    new Promise<Element>((resolve) => {
      const look = () => {
        const found = document.querySelector(selector)
        if (found) resolve(found)
        else requestAnimationFrame(look)
      }
      look()
    })
  const button = (await shown('report-map button:not([hidden])')) as HTMLButtonElement
  button.click()
  await shown('report-map .mapdot')
  await new Promise((resolve) => requestIdleCallback(resolve))
  return performance.now()
}

async function drawNearer(): Promise<number> {
  const before = performance.now()
  const dots = document.querySelector('report-map .leaflet-marker-pane')
  const changed = new Promise<void>((resolve) => {
    const watch = new MutationObserver(() => {
      watch.disconnect()
      resolve()
    })
    if (dots) watch.observe(dots, { childList: true })
  })
  document.querySelector<HTMLButtonElement>('report-map .mapzoom button')?.click()
  await changed
  await new Promise((resolve) => requestIdleCallback(resolve))
  return performance.now() - before
}

/** mulberry32: the same reports every time. */
function reportsOf(count: number, seed: number): [number, number, string, number, string][] {
  const random = seeded(seed)
  return Array.from({ length: count }, (_, index) => {
    const share = random()
    const { lat, lng } = villages.find((village) => share <= village.share) ?? { lat: 45.76, lng: 21.11 }
    const number = `2026-${String(index + 1).padStart(4, '0')}`
    return [
      lat + (random() - 0.5) * 0.016,
      lng + (random() - 0.5) * 0.03,
      number,
      index % 5,
      `Groapă în drum, strada nr. ${index % 40}`,
    ]
  })
}
