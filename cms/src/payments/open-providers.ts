import type { GatewayName } from './contract.ts'
import type { PaymentProvider } from './payment-provider.ts'
import { isSandbox, type PaymentSettings } from './payment-settings.ts'
import { euplatesc } from './providers/euplatesc.ts'
import { netopia } from './providers/netopia.ts'
import { sandboxKeys } from './sandbox/sandbox-keys.ts'

export type Providers = {
  /** Who new payments go to; null where the town is not paid by card. */
  chosen: PaymentProvider | null
  /** Everybody whose keys are set: the gateway that was chosen before is still heard and asked. */
  of: (gateway: GatewayName) => PaymentProvider | null
}

/** @throws Error when a key cannot be used: nothing is collected that could not be verified. */
export function openProviders(settings: PaymentSettings, { dataDir }: { dataDir: string }): Providers {
  const all = isSandbox(settings) ? sandboxProviders(settings, dataDir) : realProviders(settings)
  const of = (gateway: GatewayName) => all[gateway] ?? null
  const chosen = settings.PAYMENTS_GATEWAY.replace('sandbox-', '')
  return { chosen: chosen === 'none' ? null : of(chosen as GatewayName), of }
}

type All = Partial<Record<GatewayName, PaymentProvider>>

function realProviders(settings: PaymentSettings): All {
  const { NETOPIA_URL, NETOPIA_API_KEY, NETOPIA_POS_SIGNATURE, NETOPIA_PUBLIC_KEY } = settings
  const { EUPLATESC_MERCHANT_ID, EUPLATESC_KEY, EUPLATESC_USER_KEY, EUPLATESC_USER_API } = settings
  const all: All = {}
  if (NETOPIA_URL && NETOPIA_API_KEY && NETOPIA_POS_SIGNATURE && NETOPIA_PUBLIC_KEY)
    all.netopia = netopia({
      url: NETOPIA_URL,
      apiKey: NETOPIA_API_KEY,
      posSignature: NETOPIA_POS_SIGNATURE,
      publicKey: NETOPIA_PUBLIC_KEY.replaceAll('\\n', '\n'), // one line in an environment file
    })
  if (EUPLATESC_MERCHANT_ID && EUPLATESC_KEY && EUPLATESC_USER_KEY && EUPLATESC_USER_API)
    all.euplatesc = euplatesc({
      url: settings.EUPLATESC_URL,
      apiUrl: settings.EUPLATESC_API_URL,
      merchantId: EUPLATESC_MERCHANT_ID,
      key: EUPLATESC_KEY,
      userKey: EUPLATESC_USER_KEY,
      userApi: EUPLATESC_USER_API,
    })
  return all
}

function sandboxProviders({ GATEWAY_PORT }: PaymentSettings, dataDir: string): All {
  const keys = sandboxKeys(dataDir)
  const address = `http://127.0.0.1:${GATEWAY_PORT}`
  const { apiKey, posSignature, publicKey } = keys.netopia
  return {
    netopia: netopia({ url: `${address}/netopia`, apiKey, posSignature, publicKey }),
    euplatesc: euplatesc({
      url: `${address}/euplatesc/tranzactd.php`,
      apiUrl: `${address}/euplatesc/ws`,
      ...keys.euplatesc,
    }),
  }
}
