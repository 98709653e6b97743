import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const repositoryRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

const port = z.coerce.number().int().min(1).max(65535)

/** The settings of the record. Importing this has no side effect; `readCmsEnvironment` reads and checks them. */
export const cmsEnvironment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATA_DIR: z.string().default(path.join(repositoryRoot, '.data')),
  CMS_PORT: port.default(3000),
  SITE_PORT: port.default(4321),
  CMS_URL: z.url({ protocol: /^https?$/ }).optional(),
  SITE_URL: z.url({ protocol: /^https?$/ }).optional(),
  PAYLOAD_SECRET: z.string().min(32),
  CHANGES_TOKEN: z.string().min(32),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().optional(),
  /** Where clamd listens: `tcp://host:port`, or `unix:/path` on this machine. */
  CLAMD_URL: z.url({ protocol: /^(tcp|unix)$/ }).optional(),
  /** An Azure Blob Storage for files instead of `DATA_DIR`, and the name of the private container in it. */
  AZURE_STORAGE_CONNECTION_STRING: z.string().includes('=').optional(),
  AZURE_STORAGE_CONTAINER: z
    .string()
    .regex(/^[a-z0-9](-?[a-z0-9]){2,62}$/)
    .default('avizier'),
})

export type CmsEnvironment = z.infer<typeof cmsEnvironment> & { CMS_URL: string; SITE_URL: string }

/** @throws Error that lists every fault at once. */
export function readCmsEnvironment(source: Record<string, string | undefined> = process.env): CmsEnvironment {
  const parsed = cmsEnvironment.safeParse(source)
  if (!parsed.success) throw new Error(`The settings of the record are not usable.\n${z.prettifyError(parsed.error)}`)
  const settings = parsed.data
  return {
    ...settings,
    DATA_DIR: path.resolve(settings.DATA_DIR),
    CMS_URL: settings.CMS_URL ?? `http://localhost:${settings.CMS_PORT}`,
    SITE_URL: settings.SITE_URL ?? `http://localhost:${settings.SITE_PORT}`,
  }
}

/** Where the scanner of viruses is, for the site and the record alike; null where a town has none. */
export const readScannerAddress = (source: Record<string, string | undefined> = process.env): string | null =>
  source['CLAMD_URL'] || null

/** Whether this process is the record's web server, and not a command, a seed or a test that opens the record. */
export const isWebServer = (): boolean => process.env['NEXT_RUNTIME'] === 'nodejs'

/** What the programs that read files get of the environment: where to find each other, and no secret. */
export function toolEnvironment(source: Record<string, string | undefined> = process.env): NodeJS.ProcessEnv {
  const names = ['PATH', 'TMPDIR', 'TEMP', 'SystemRoot', 'TESSDATA_PREFIX']
  const given = Object.fromEntries(names.flatMap((name) => (source[name] === undefined ? [] : [[name, source[name]]])))
  return { ...given, NODE_ENV: 'production' }
}
