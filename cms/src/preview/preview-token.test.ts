import { describe, expect, it } from 'vitest'
import { readPreview, signPreview } from './preview-token.ts'

const secret = 'un-secret-de-proba-un-secret-de-proba'
const now = new Date('2026-03-10T10:00:00Z')
const claims = { noun: 'acts', id: '12', expiresAt: '2026-03-10T11:00:00.000Z' } as const
const token = signPreview(claims, secret)

describe('a preview link', () => {
  it('says what it was made for', () => expect(readPreview(token, { secret, now })).toEqual(claims))
  it('expires', () => expect(readPreview(token, { secret, now: new Date('2026-03-10T11:00:00Z') })).toBeNull())
  it('of another town is worth nothing', () => expect(readPreview(token, { secret: `${secret}!`, now })).toBeNull())

  it.each([
    '',
    '.',
    'a.b',
    `${token}.x`,
    token.slice(0, -1),
    token.replace('.', ''),
    `${Buffer.from('{"noun":"acts"}').toString('base64url')}.${token.split('.')[1]}`,
  ])('altered to %s is refused, quietly', (altered) => expect(readPreview(altered, { secret, now })).toBeNull())
})
