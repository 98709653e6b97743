/** `npm run bench -- <name> [--large]`: measures, and ends with 1 when a figure does not hold. */
type Options = { isLarge: boolean; flags: readonly string[] }
const benches: Record<string, () => Promise<{ measure: (options: Options) => Promise<boolean> }>> = {
  publish: () => import('./publish.ts'),
  town: () => import('./town.ts'),
  filings: () => import('./filings.ts'),
  desk: () => import('./desk.ts'),
  lighthouse: () => import('./lighthouse.ts'),
  map: () => import('./map.ts'),
  ocr: () => import('./ocr.ts'),
  photos: () => import('./photos.ts'),
  reports: () => import('./reports.ts'),
  search: () => import('./search.ts'),
  uploads: () => import('./uploads.ts'),
}

const [name = '', ...flags] = process.argv.slice(2)
const bench = benches[name]
if (!bench) {
  console.error(`npm run bench -- <name> [--large], where <name> is one of: ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}
const { measure } = await bench()
process.exit((await measure({ isLarge: flags.includes('--large'), flags })) ? 0 : 1)
