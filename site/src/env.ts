import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const repositoryRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

const port = z.coerce.number().int().min(1).max(65535)

const mapTilesUrl = z
  .string()
  .regex(/^(\/|https:\/\/)[^\s"'<>]+$/)
  .refine(
    (url) => /\{z\}.*\{[xy]\}.*\{[xy]\}/.test(url) || /\.pmtiles$/.test(url),
    'a template with {z}/{x}/{y}, or a .pmtiles file',
  )

/** The settings of the public site. Importing this has no side effect; `readSiteEnvironment` reads and checks them. */
export const siteEnvironment = z.object({
  DATA_DIR: z.string().default(path.join(repositoryRoot, '.data')),
  SITE_PORT: port.default(4321),
  /** Where the web server listens: this machine alone, for a proxy that stands in front of it. */
  SITE_HOST: z.string().default('127.0.0.1'),
  CMS_PORT: port.default(3000),
  CMS_URL: z.url({ protocol: /^https?$/ }).optional(),
  SITE_URL: z.url({ protocol: /^https?$/ }).optional(),
  CHANGES_TOKEN: z.string().min(32),
  /** The Postgres that holds the search index, in a schema of its own, where there is no Meilisearch. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** A Meilisearch instead, for large archives, with a key that may only search and, for the indexer, one that may write. */
  MEILI_URL: z.url({ protocol: /^https?$/ }).optional(),
  MEILI_SEARCH_KEY: z.string().optional(),
  MEILI_ADMIN_KEY: z.string().optional(),
  /** Where clamd listens: what is uploaded is shown to it before it is acknowledged. */
  CLAMD_URL: z.url({ protocol: /^(tcp|unix)$/ }).optional(),
  /**
   * Pictures of the ground under the map of reports, from a server of the town's own: a template with {z}, {x} and {y},
   * or a .pmtiles file of raster tiles. A path on the site itself needs no other setting.
   */
  MAP_TILES_URL: mapTilesUrl.optional(),
  /** Whether the page of elements, `/_elemente/`, is shown: for those who work on the look, never in production. */
  SHOW_ELEMENTS: z.enum(['yes', 'no']).default('no'),
})

export type SiteEnvironment = z.infer<typeof siteEnvironment> & { CMS_URL: string; SITE_URL: string }

/** As the site's, for checking its folder by hand: the token is only needed to bring files that are missing. */
export const readVerifyEnvironment = (source: Record<string, string | undefined> = process.env): SiteEnvironment =>
  readSiteEnvironment({ ...source, CHANGES_TOKEN: source['CHANGES_TOKEN'] || 'none'.padEnd(32, '-') })

/** @throws Error that lists every fault at once. */
export function readSiteEnvironment(source: Record<string, string | undefined> = process.env): SiteEnvironment {
  const parsed = siteEnvironment.safeParse(source)
  if (!parsed.success) throw new Error(`The settings of the site are not usable.\n${z.prettifyError(parsed.error)}`)
  const settings = parsed.data
  return {
    ...settings,
    DATA_DIR: path.resolve(settings.DATA_DIR),
    CMS_URL: (settings.CMS_URL ?? `http://127.0.0.1:${settings.CMS_PORT}`).replace(/\/$/, ''),
    SITE_URL: (settings.SITE_URL ?? `http://localhost:${settings.SITE_PORT}`).replace(/\/$/, ''),
  }
}

/** Where the pictures under the map come from; null for the town's own drawing alone. */
export function readMapTiles(
  source: Record<string, string | undefined> = process.env,
): { kind: 'raster' | 'pmtiles'; url: string } | null {
  const url = mapTilesUrl.safeParse(source['MAP_TILES_URL'])
  return url.success ? { kind: url.data.endsWith('.pmtiles') ? 'pmtiles' : 'raster', url: url.data } : null
}

/** The origins that an opened map asks for pictures besides the site's own: none, or one. */
export const mapTileOrigins = (source?: Record<string, string | undefined>): string[] => {
  const url = readMapTiles(source)?.url
  return url?.startsWith('https:') ? [new URL(url.replaceAll(/[{}]/g, '')).origin] : []
}
