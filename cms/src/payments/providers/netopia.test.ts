import { createHash, createSign, generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testPaymentProvider } from '../payment-provider.conformance.ts'
import { netopia } from './netopia.ts'
import { netopiaReport } from './netopia-notice.ts'

describe('Netopia', () => {
  testPaymentProvider(
    ({ address, keys }) =>
      netopia({
        url: `${address}/netopia`,
        apiKey: keys.netopia.apiKey,
        posSignature: keys.netopia.posSignature,
        publicKey: keys.netopia.publicKey,
      }),
    {
      forged: 'signature-wrong',
      tampered: 'tampered',
      weakAlgorithm: 'algorithm-wrong',
      noAlgorithm: 'unsigned',
      otherMerchant: 'merchant-wrong',
      old: 'stale',
    },
  )
})

describe('a notice of Netopia', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const posSignature = 'AAAA-1111-BBBB-2222-CCCC'
  const provider = netopia({ url: 'http://127.0.0.1:9', apiKey: 'cheie', posSignature, publicKey })
  const now = new Date('2026-03-02T10:00:00Z')
  const atSeconds = now.getTime() / 1000
  const body = JSON.stringify({
    order: { orderID: '7K4M29QPXYZA' },
    payment: { ntpID: '1', status: 3, amount: 12.34, currency: 'RON' },
  })
  const sub = createHash('sha512').update(body).digest('base64')
  const aNotice = (claims: object, header: object = { typ: 'JWT', alg: 'RS512' }) => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const text = `${part(header)}.${part({ iss: 'NETOPIA Payments', aud: [posSignature], sub, ...claims })}`
    const signature = createSign('RSA-SHA512').update(text).sign(privateKey, 'base64url')
    return { body: Buffer.from(body), headers: { 'verification-token': `${text}.${signature}` } }
  }
  const verdictOf = (claims: object, header?: object) => {
    const reading = provider.readNotice(aNotice(claims, header), now)
    return reading.kind === 'verified' ? 'verified' : reading.fault
  }

  it.each([
    ['with the point of sale alone', { aud: posSignature }, 'verified'],
    ['that ends in seconds', { exp: atSeconds + 10 }, 'verified'],
    ['that ends in milliseconds', { exp: now.getTime() + 10_000 }, 'verified'],
    ['that has ended in seconds', { exp: atSeconds - 61 }, 'stale'],
    ['that has ended in milliseconds', { exp: now.getTime() - 61_000 }, 'stale'],
    ['that has not begun', { nbf: atSeconds + 61 }, 'not-yet-valid'],
    ['of another issuer', { iss: 'NETOPIA' }, 'issuer-wrong'],
    ['of no issuer', { iss: undefined }, 'issuer-wrong'],
    ['for a second audience', { aud: ['X', posSignature] }, 'merchant-wrong'],
    ['for nobody', { aud: [] }, 'merchant-wrong'],
    ['for another body', { sub: createHash('sha512').update('{}').digest('base64') }, 'tampered'],
    ['for no body', { sub: undefined }, 'tampered'],
  ])('%s is %s', (_, claims, expected) => expect(verdictOf(claims)).toBe(expected))

  it.each(['HS256', 'HS512', 'RS256', 'none', 'rs512', ''])('with the algorithm %j in its header is refused', (alg) =>
    expect(verdictOf({}, { typ: 'JWT', alg })).toBe('algorithm-wrong'),
  )

  it.each(['', 'x', 'a.b', 'a.b.c', 'a.b.c.d', '..', '{}.{}.{}'])('with the token %j is refused', (token) =>
    expect(
      provider.readNotice({ body: Buffer.from(body), headers: { 'verification-token': token } }, now),
    ).toMatchObject({
      kind: 'refused',
      fault: 'unsigned',
    }),
  )

  it('is money only at 3 and 5, and looked at by a person when its number means nothing', () => {
    const event = (status: number) =>
      netopiaReport({ order: { orderID: 'A' }, payment: { ntpID: '1', status, amount: 1, currency: 'RON' } })?.event
    const paid = Array.from({ length: 60 }, (_, status) => status).filter((status) => event(status) === 'paid')
    expect(paid).toEqual([3, 5])
    expect([0, 19, 24, -1].map(event)).toEqual(['suspected', 'suspected', 'suspected', 'suspected'])
  })

  it('whose amount is no amount equals no amount', () =>
    expect(
      [12.345, 1e21, 0.001, -1].map(
        (amount) =>
          netopiaReport({ order: { orderID: 'A' }, payment: { ntpID: '1', status: 3, amount, currency: 'RON' } })
            ?.amountBani,
      ),
    ).toEqual([0, 0, 0, 0]))

  it('needs a key to be read at all', () => {
    for (const key of ['', 'nu este o cheie', '-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----'])
      expect(() => netopia({ url: 'http://127.0.0.1:9', apiKey: 'cheie', posSignature, publicKey: key })).toThrow()
  })
})
