import { describe, expect, it } from 'vitest'
import { testPaymentProvider } from '../payment-provider.conformance.ts'
import { euplatesc } from './euplatesc.ts'
import { asciiOf, euplatescSignature, momentOfStamp, stampOf } from './euplatesc-signature.ts'

describe('EuPlătesc', () => {
  testPaymentProvider(
    ({ address, keys }) =>
      euplatesc({
        url: `${address}/euplatesc/tranzactd.php`,
        apiUrl: `${address}/euplatesc/ws`,
        ...keys.euplatesc,
      }),
    {
      forged: 'signature-wrong',
      tampered: 'signature-wrong',
      weakAlgorithm: 'signature-wrong',
      noAlgorithm: 'unsigned',
      otherMerchant: 'merchant-wrong',
      old: 'stale',
    },
  )
})

const key = '00112233445566778899AABBCCDDEEFF'

describe('the signature of EuPlătesc', () => {
  it('is what its own library makes of the same values', () =>
    expect(
      euplatescSignature(
        ['12.34', 'RON', 'F1', 'Amenda', 'testaccount', '20260101120000', '00112233445566778899aabbccddeeff'],
        key,
      ),
    ).toBe('F108FF3B6FF51EABB25DFF586F8F57EF'))

  it('counts bytes, and stands a dash for nothing', () => {
    expect(euplatescSignature(['ș', ''], key)).not.toBe(euplatescSignature(['s', ''], key))
    expect(euplatescSignature([''], key)).not.toBe(euplatescSignature([], key))
  })

  it('never has to count them: descriptions are plain letters', () => {
    expect(asciiOf('Amendă PCA 1234567, „Săcălaz” – ștraf\n€')).toBe('Amenda PCA 1234567, "Sacalaz" - straf??')
    expect(asciiOf('ă'.repeat(500))).toHaveLength(120)
  })

  it('stamps moments in UTC, and reads them back', () => {
    const moment = new Date('2026-03-29T23:59:58.123Z')
    expect(stampOf(moment)).toBe('20260329235958')
    expect(momentOfStamp('20260329235958')?.toISOString()).toBe('2026-03-29T23:59:58.000Z')
    expect(['', '2026', '20261329235958', '2026032923595x'].map(momentOfStamp)).toEqual([null, null, null, null])
  })
})

describe('a notice of EuPlătesc', () => {
  const provider = euplatesc({
    url: 'http://127.0.0.1:9',
    apiUrl: 'http://127.0.0.1:9',
    merchantId: 'primaria',
    key,
    userKey: 'AA',
    userApi: 'BB',
  })
  const now = new Date('2026-03-02T10:00:00Z')
  const values = {
    amount: '12.34',
    curr: 'RON',
    invoice_id: '7K4M29QPXYZA',
    ep_id: 'E1',
    merch_id: 'primaria',
    action: '0',
    message: 'Approved',
    approval: '',
    timestamp: stampOf(now),
    nonce: 'aa',
  }
  const read = (given: Record<string, string>, more: Record<string, string> = {}, tail = '') => {
    const signed = { ...values, ...given }
    const fp_hash = euplatescSignature(Object.values(signed), key)
    const body = `${new URLSearchParams({ ...signed, fp_hash, ...more })}${tail}`
    const reading = provider.readNotice({ body: Buffer.from(body), headers: {} }, now)
    return reading.kind === 'verified' ? `${reading.report.event} ${reading.report.amountBani}` : reading.fault
  }

  it.each([
    ['approved', {}, 'paid 1234'],
    ['approved at security 8', { sec_status: '8' }, 'paid 1234'],
    ['approved at security 9', { sec_status: '9' }, 'paid 1234'],
    ['approved at another security', { sec_status: '5' }, 'suspected 1234'],
    ['refused', { action: '10' }, 'declined 1234'],
    ['approved in words alone', { action: '' }, 'declined 1234'],
    ['approved by 00', { action: '00' }, 'declined 1234'],
    ['with a tenth of a ban', { amount: '12.345' }, 'paid 0'],
    ['with an exponent', { amount: '1e9' }, 'paid 0'],
    ['of another merchant', { merch_id: 'alta' }, 'merchant-wrong'],
    ['from the future', { timestamp: '20260302101000' }, 'not-yet-valid'],
    ['an hour old', { timestamp: '20260302085900' }, 'stale'],
    ['without a moment', { timestamp: '' }, 'unreadable'],
    ['without a transaction', { ep_id: '' }, 'unreadable'],
  ])('%s is %s', (_, given, expected) => expect(read(given)).toBe(expected))

  it('is refused when a value stands in it twice', () => expect(read({}, {}, '&action=0')).toBe('unreadable'))

  it('is refused when a security status was added unsigned', () =>
    expect(read({}, { sec_status: '8' })).toBe('signature-wrong'))

  it('takes a signature in small letters too, and no other', () => {
    expect(read({}, { fp_hash: euplatescSignature(Object.values(values), key).toLowerCase() })).toBe('paid 1234')
    expect(read({}, { fp_hash: euplatescSignature(Object.values(values), 'FF'.repeat(16)) })).toBe('signature-wrong')
    expect(read({}, { fp_hash: '' })).toBe('unsigned')
  })
})
