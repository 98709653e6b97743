import { describe, expect, it } from 'vitest'
import { judgeEnvironment } from './env.ts'

describe('the settings', () => {
  it('need nothing to be given', () => expect(judgeEnvironment({}).kind).toBe('usable'))

  it('are all judged at once', () => {
    const verdict = judgeEnvironment({
      CMS_PORT: 'abc',
      SITE_PORT: '99999',
      DATABASE_URL: 'mysql://x',
      ADMIN_EMAIL: 'nu',
      ADMIN_PASSWORD: 'scurt',
      SAMPLE_TOWN: 'poate',
      PAYLOAD_SECRET: 'x',
    })
    const names = verdict.kind === 'faulty' ? verdict.faults.map((fault) => fault.split(':')[0]) : []
    expect(names.sort()).toEqual([
      'ADMIN_EMAIL',
      'ADMIN_PASSWORD',
      'CMS_PORT',
      'DATABASE_URL',
      'PAYLOAD_SECRET',
      'SAMPLE_TOWN',
      'SITE_PORT',
    ])
  })

  it('refuse one port for two parts', () => {
    expect(judgeEnvironment({ CMS_PORT: '4000', SITE_PORT: '4000' })).toMatchObject({
      kind: 'faulty',
      faults: [expect.stringContaining('CMS_PORT and SITE_PORT')],
    })
  })

  it('treat an empty value as none', () =>
    expect(judgeEnvironment({ DATABASE_URL: '', ADMIN_EMAIL: '' }).kind).toBe('usable'))

  it('let a town be paid in a sandbox on this machine alone', () => {
    expect(judgeEnvironment({})).toMatchObject({ settings: { PAYMENTS_GATEWAY: 'sandbox-netopia' } })
    expect(judgeEnvironment({ SITE_URL: 'https://sacalaz.example' })).toMatchObject({
      settings: { PAYMENTS_GATEWAY: 'none' },
    })
    for (const gateway of ['sandbox-netopia', 'sandbox-euplatesc'])
      expect(judgeEnvironment({ SITE_URL: 'https://sacalaz.example', PAYMENTS_GATEWAY: gateway })).toMatchObject({
        kind: 'faulty',
        faults: [expect.stringContaining('PAYMENTS_GATEWAY')],
      })
  })

  it.each([
    ['netopia', ['NETOPIA_URL', 'NETOPIA_API_KEY', 'NETOPIA_POS_SIGNATURE', 'NETOPIA_PUBLIC_KEY']],
    ['euplatesc', ['EUPLATESC_MERCHANT_ID', 'EUPLATESC_KEY', 'EUPLATESC_USER_KEY', 'EUPLATESC_USER_API']],
  ])('refuse to be paid through %s without every key', (gateway, names) => {
    const faultsOf = (source: Record<string, string>) => {
      const verdict = judgeEnvironment(source)
      return verdict.kind === 'faulty' ? verdict.faults.map((fault) => fault.split(':')[0]) : []
    }
    expect(faultsOf({ PAYMENTS_GATEWAY: gateway })).toEqual(names)
    const begun = { EUPLATESC_KEY: 'AABB', NETOPIA_API_KEY: 'o-cheie-lungă' }
    expect(faultsOf({ PAYMENTS_GATEWAY: 'none', ...begun })).toEqual(
      expect.arrayContaining(names.filter((name) => !(name in begun))),
    )
  })
})
