import path from 'node:path'
import { cmsEnvironment } from '@avizier/cms/env'
import { isSandbox, isThisMachine, paymentFaults, paymentSettings } from '@avizier/cms/payments-settings'
import { siteEnvironment } from '@avizier/site/env'
import { z } from 'zod'

export const repositoryRoot = path.resolve(import.meta.dirname, '../..')

const port = z.coerce.number().int().min(1).max(65535)

/** What only the start needs. */
export const startEnvironment = z.object({
  DATA_DIR: z.string().default(path.join(repositoryRoot, '.data')),
  POSTGRES_PORT: port.default(54320),
  ADMIN_EMAIL: z.email().optional(),
  ADMIN_PASSWORD: z.string().min(10, 'cel puțin 10 caractere').optional(),
  SAMPLE_TOWN: z.enum(['yes', 'no']).default('yes'),
  PAYMENTS_GATEWAY: paymentSettings.PAYMENTS_GATEWAY.unwrap().optional(),
})

/** Every setting of every part, in one schema; what the first start makes by itself may be absent. */
export const townEnvironment = z.object({
  ...cmsEnvironment.partial({ DATABASE_URL: true, PAYLOAD_SECRET: true, CHANGES_TOKEN: true }).shape,
  ...siteEnvironment.partial({ CHANGES_TOKEN: true }).shape,
  ...startEnvironment.shape,
})
export type TownEnvironment = z.infer<typeof townEnvironment> & {
  PAYMENTS_GATEWAY: z.infer<typeof paymentSettings.PAYMENTS_GATEWAY>
}

export type Verdict = { kind: 'usable'; settings: TownEnvironment } | { kind: 'faulty'; faults: string[] }

/** Judges the environment as a whole and lists every fault, not the first. */
export function judgeEnvironment(source: Record<string, string | undefined>): Verdict {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = townEnvironment.safeParse(given)
  if (!parsed.success)
    return { kind: 'faulty', faults: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) }
  const siteUrl = parsed.data.SITE_URL ?? `http://localhost:${parsed.data.SITE_PORT}`
  // Whoever tries a town out on their own machine can pay in it; a town that others reach says by whom it is paid.
  const PAYMENTS_GATEWAY = parsed.data.PAYMENTS_GATEWAY ?? (isThisMachine(siteUrl) ? 'sandbox-netopia' : 'none')
  const settings = { ...parsed.data, PAYMENTS_GATEWAY }
  const faults = paymentFaults(settings, { siteUrl })
  if (faults.length > 0) return { kind: 'faulty', faults }
  const { CMS_PORT, SITE_PORT, POSTGRES_PORT, GATEWAY_PORT, DATABASE_URL } = settings
  const ports = [
    ['CMS_PORT', CMS_PORT],
    ['SITE_PORT', SITE_PORT],
    ...(DATABASE_URL ? [] : [['POSTGRES_PORT', POSTGRES_PORT]]),
    ...(isSandbox(settings) ? [['GATEWAY_PORT', GATEWAY_PORT]] : []),
  ] as [string, number][]
  const doubled = ports.filter(([name, value]) => ports.some(([other, same]) => other !== name && same === value))
  if (doubled.length > 0)
    return {
      kind: 'faulty',
      faults: [`${doubled.map(([name]) => name).join(' and ')} are the same port: give each its own`],
    }
  return { kind: 'usable', settings: { ...settings, DATA_DIR: path.resolve(settings.DATA_DIR) } }
}

/** The only reader of process.env in this package. */
export const readTownEnvironment = (): Verdict => judgeEnvironment(process.env)

/** The environment that the parts are started with: the caller's, and on top of it what was decided here. */
export const childEnvironment = (more: Record<string, string>): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  ...more,
})
