import { mkdtempSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openProviders } from './open-providers.ts'
import { paymentFaults, paymentSettings } from './payment-settings.ts'
import { noticeFaultLabels, paymentMessages, paymentStateLabels, reviewReasonLabels } from './payments.ro.ts'
import { newKeys, sandboxKeys } from './sandbox/sandbox-keys.ts'

const settingsOf = (given: object) => z.object(paymentSettings).parse(given)
const faultsOf = (given: object, siteUrl = 'http://localhost:4321') => paymentFaults(settingsOf(given), { siteUrl })
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'avizier-settings-'))
const keys = newKeys()
const netopia = {
  NETOPIA_URL: 'https://secure.sandbox.netopia-payments.com',
  NETOPIA_API_KEY: keys.netopia.apiKey,
  NETOPIA_POS_SIGNATURE: keys.netopia.posSignature,
  NETOPIA_PUBLIC_KEY: keys.netopia.publicKey.replaceAll('\n', '\\n'),
}
const euplatesc = {
  EUPLATESC_MERCHANT_ID: 'primaria',
  EUPLATESC_KEY: keys.euplatesc.key,
  EUPLATESC_USER_KEY: keys.euplatesc.userKey,
  EUPLATESC_USER_API: keys.euplatesc.userApi,
}

describe('the settings of payments', () => {
  it('need nothing where nobody is paid', () => {
    expect(faultsOf({})).toEqual([])
    expect(openProviders(settingsOf({}), { dataDir }).chosen).toBeNull()
  })

  it.each(Object.keys(netopia))('are refused for Netopia without %s', (name) => {
    const given = { PAYMENTS_GATEWAY: 'netopia', ...netopia, [name]: undefined }
    expect(faultsOf(given)).toEqual([expect.stringContaining(name)])
  })

  it.each(Object.keys(euplatesc))('are refused for EuPlătesc without %s', (name) => {
    const given = { PAYMENTS_GATEWAY: 'euplatesc', ...euplatesc, [name]: undefined }
    expect(faultsOf(given)).toEqual([expect.stringContaining(name)])
  })

  it('open the gateway that is chosen, and go on hearing the one that was chosen before', () => {
    const providers = openProviders(settingsOf({ PAYMENTS_GATEWAY: 'euplatesc', ...netopia, ...euplatesc }), {
      dataDir,
    })
    expect(providers.chosen?.name).toBe('euplatesc')
    expect(providers.of('netopia')?.name).toBe('netopia')
  })

  it('do not open with a key that is none', () => {
    const given = { PAYMENTS_GATEWAY: 'netopia', ...netopia, NETOPIA_PUBLIC_KEY: '-----BEGIN PUBLIC KEY-----\\nAAAA' }
    expect(faultsOf(given)).toEqual([])
    expect(() => openProviders(settingsOf(given), { dataDir })).toThrow()
    expect(() => settingsOf({ EUPLATESC_KEY: 'nu e hex' })).toThrow()
    expect(() => settingsOf({ EUPLATESC_KEY: 'ABC' })).toThrow()
  })

  it.each(['https://sacalaz.example', 'http://192.168.1.10:4321', 'http://localhost.evil.example'])(
    'refuse a sandbox for a town at %s',
    (siteUrl) => expect(faultsOf({ PAYMENTS_GATEWAY: 'sandbox-netopia' }, siteUrl)).toHaveLength(1),
  )

  it.each(['http://localhost:4321', 'http://127.0.0.1:3371', 'http://[::1]:80'])('allow one at %s', (siteUrl) => {
    expect(faultsOf({ PAYMENTS_GATEWAY: 'sandbox-euplatesc' }, siteUrl)).toEqual([])
  })

  it('give the sandbox keys of its own, which nobody else may read, the same at every start', () => {
    const providers = openProviders(settingsOf({ PAYMENTS_GATEWAY: 'sandbox-netopia' }), { dataDir })
    expect(providers.chosen?.name).toBe('netopia')
    expect(sandboxKeys(dataDir)).toEqual(sandboxKeys(dataDir))
    expect(statSync(path.join(dataDir, 'sandbox-gateway.json')).mode & 0o077).toBe(0)
  })
})

it('what people read of payments is written in Romanian letters', () => {
  const sentences = [paymentMessages, paymentStateLabels, reviewReasonLabels, noticeFaultLabels].flatMap(Object.values)
  for (const sentence of sentences) expect(sentence).not.toMatch(/[şţŞŢ]|undefined|^$/)
  expect(new Set(sentences).size).toBe(sentences.length)
})
