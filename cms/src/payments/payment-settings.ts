import { z } from 'zod'

const url = z.url({ protocol: /^https?$/ })
const hex = z.string().regex(/^([0-9A-Fa-f]{2})+$/, 'hexadecimal')

/** The settings of payments, among those of the record. */
export const paymentSettings = {
  /** Who collects. A sandbox collects nothing, for a town that only this machine can reach. */
  PAYMENTS_GATEWAY: z.enum(['none', 'netopia', 'euplatesc', 'sandbox-netopia', 'sandbox-euplatesc']).default('none'),
  GATEWAY_PORT: z.coerce.number().int().min(1).max(65535).default(4323),
  NETOPIA_URL: url.optional(),
  NETOPIA_API_KEY: z.string().min(8).optional(),
  NETOPIA_POS_SIGNATURE: z.string().min(8).optional(),
  NETOPIA_PUBLIC_KEY: z.string().includes('-----BEGIN').optional(),
  EUPLATESC_URL: url.default('https://secure.euplatesc.ro/tdsprocess/tranzactd.php'),
  EUPLATESC_API_URL: url.default('https://manager.euplatesc.ro/v3/index.php?action=ws'),
  EUPLATESC_MERCHANT_ID: z.string().min(1).optional(),
  EUPLATESC_KEY: hex.optional(),
  EUPLATESC_USER_KEY: z.string().min(1).optional(),
  EUPLATESC_USER_API: hex.optional(),
} as const

export type PaymentSettings = z.infer<z.ZodObject<typeof paymentSettings>>

const needed = {
  netopia: ['NETOPIA_URL', 'NETOPIA_API_KEY', 'NETOPIA_POS_SIGNATURE', 'NETOPIA_PUBLIC_KEY'],
  euplatesc: ['EUPLATESC_MERCHANT_ID', 'EUPLATESC_KEY', 'EUPLATESC_USER_KEY', 'EUPLATESC_USER_API'],
} as const

/** Why these settings cannot be used. A gateway lacks no key: a town that cannot verify a notice does not start. */
export function paymentFaults(settings: PaymentSettings, { siteUrl }: { siteUrl: string }): string[] {
  const chosen = settings.PAYMENTS_GATEWAY
  const faults = (['netopia', 'euplatesc'] as const).flatMap((gateway) => {
    const missing = needed[gateway].filter((name) => settings[name] === undefined)
    const isBegun = missing.length < needed[gateway].length
    return chosen === gateway || isBegun ? missing.map((name) => `${name}: needed to be paid through ${gateway}`) : []
  })
  if (isSandbox(settings) && !isThisMachine(siteUrl))
    faults.push('PAYMENTS_GATEWAY: a sandbox is refused for a town that others can reach; choose a gateway, or none')
  return faults
}

export const isSandbox = ({ PAYMENTS_GATEWAY }: Pick<PaymentSettings, 'PAYMENTS_GATEWAY'>): boolean =>
  PAYMENTS_GATEWAY.startsWith('sandbox-')

/** Under `npm start` everything runs as in production, so that the address is what tells a trial from a town. */
export const isThisMachine = (siteUrl: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(siteUrl).hostname)
