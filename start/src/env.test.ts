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
})
