import { describe, expect, it } from 'vitest'
import { seeded } from '../../test/seeded.ts'
import { hasRoughWords, reviewOfText } from './report-checks.ts'
import { departmentByRule, isPetition, toSubmission } from './report-facts.ts'
import { boxAround, metresBetween, roundedPoint } from './report-near.ts'
import { idOfToken, reportToken } from './report-token.ts'
import { manyLines, parseReportNumber, reportNumber, reportTitle } from './report-words.ts'

describe('words that want a look', () => {
  it.each([
    ['Bunul simț vă lipsește, nenorociților!', true],
    ['sunteți niște T@MPITI', true],
    ['idioţii ăştia', true],
    ['Un bou și doi porci sunt pe drum lângă hotar.', false],
    ['Capacul canalului e prost pus.', false],
    ['Locul pentru persoane cu handicap este ocupat.', false],
    ['Hotarul islazului, curba mare, 10 metri.', false],
  ])('%s', (text, isRough) => {
    expect(hasRoughWords(text)).toBe(isRough)
  })

  it.each([
    ['o groapă la nr. 12, adâncă de 30 cm', []],
    ['Str. TM 12, autobuzul 35', []],
    ['scrieți la ion@example.com', ['personal-data']],
    ['Tel +40722123456', ['personal-data']],
    ['auto B-123-XYZ parcat', ['personal-data']],
    ['vedeți https://primaria.example/harta', []],
    ['câștigă pe a.xyz și b.top', ['links']],
  ])('finds in "%s" %j', (text, found) => {
    expect(reviewOfText(text)).toEqual(found)
  })
})

describe('nearness', () => {
  it('is measured along the ground', () => {
    const school = { lat: 45.7594, lng: 21.1172 }
    expect(metresBetween(school, { lat: 45.7594 + 30 / 111_195, lng: 21.1172 })).toBeCloseTo(30, 1)
    expect(metresBetween(school, school)).toBe(0)
    expect(metresBetween({ lat: 0, lng: 0 }, { lat: 0, lng: 180 })).toBeCloseTo(Math.PI * 6_371_008, -2)
  })

  it('lies within its box, wherever and however far', () => {
    const seed = Date.now() % 100_000
    const random = seeded(seed)
    for (let index = 0; index < 2_000; index++) {
      const centre = { lat: 43 + random() * 6, lng: 20 + random() * 10 }
      const metres = 5 + random() * 500
      const angle = random() * 2 * Math.PI
      const other = {
        lat: centre.lat + (Math.sin(angle) * metres * 0.999) / 111_320,
        lng: centre.lng + (Math.cos(angle) * metres * 0.999) / (111_320 * Math.cos((centre.lat * Math.PI) / 180)),
      }
      if (metresBetween(centre, other) > metres) continue
      const { south, north, west, east } = boxAround(centre, metres)
      expect(other.lat >= south && other.lat <= north && other.lng >= west && other.lng <= east, `seed ${seed}`).toBe(
        true,
      )
    }
  })

  it('is known to a metre', () => {
    expect(roundedPoint({ lat: 45.759412345, lng: 21.117298765 })).toEqual({ lat: 45.75941, lng: 21.1173 })
  })
})

describe('the link of a letter', () => {
  const secret = 'a-secret-of-this-town'
  it('opens one row for one purpose', () => {
    const token = reportToken(secret, 'answer', 4711)
    expect(idOfToken(secret, 'answer', token)).toBe(4711)
    expect(idOfToken(secret, 'follow', token)).toBeNull()
    expect(idOfToken('another-secret', 'answer', token)).toBeNull()
  })
  it('opens nothing when a letter of it is wrong', () => {
    const token = reportToken(secret, 'end', 12)
    for (let place = 0; place < token.length; place++) {
      const wrong = token.slice(0, place) + (token[place] === '2' ? '3' : '2') + token.slice(place + 1)
      expect(idOfToken(secret, 'end', wrong), wrong).toBeNull()
    }
    for (const odd of ['', '.', 'x.', `0.${'A'.repeat(24)}`, '../../x', `1.${'é'.repeat(24)}`])
      expect(idOfToken(secret, 'end', odd)).toBeNull()
  })
})

describe('what is written', () => {
  it.each([
    ['2026-0412', '2026-0412'],
    ['2026-412', '2026-0412'],
    [' nr. 2026 / 412 ', '2026-0412'],
    ['2026–12345', '2026-12345'],
    ['412', null],
    ['', null],
    ["2026-0412' or 1=1", null],
  ])('the number "%s" is %s', (typed, number) => {
    expect(parseReportNumber(typed)).toBe(number)
  })
  it('has at least four digits, and more when a town is large', () => {
    expect([reportNumber(2026, 7), reportNumber(2026, 12_345)]).toEqual(['2026-0007', '2026-12345'])
  })
  it('names the place in the title as far as it is known', () => {
    const none = { point: null, village: null, street: null, words: null }
    expect(reportTitle('Groapă în drum', { ...none, street: 'Strada a IV-a', village: 'Săcălaz' })).toBe(
      'Groapă în drum, Strada a IV-a, Săcălaz',
    )
    expect(reportTitle('Groapă în drum', { ...none, words: 'la troiță' })).toBe('Groapă în drum, la troiță')
    expect(reportTitle('Groapă în drum', none)).toBe('Groapă în drum')
  })
  it('keeps lines and loses control characters', () => {
    expect(manyLines('a\u0000b\r\nc\u2028d\n\n\n\n\ne\u007f')).toBe('ab\nc\nd\n\ne')
  })
})

describe('a report on its way', () => {
  const given = {
    key: 'k'.repeat(16),
    category: 'gropi',
    description: 'Groapă',
    place: { point: null, village: ' Săcălaz\n', street: '  ', words: null },
    media: [],
    reporter: { name: 'Ana', email: 'ana@example.com', phone: null },
    wantsAnswer: true,
    wantsNews: true,
    source: 'site' as const,
    receivedAt: null,
    review: [],
    visitor: null,
  }
  const now = new Date('2026-11-25T10:00:00Z')
  it('is cleaned, and does not come from the future', () => {
    const submission = toSubmission({ ...given, receivedAt: '2027-01-01T00:00:00Z' }, now)
    expect(submission.place).toEqual({ point: null, village: 'Săcălaz', street: null, words: null })
    expect(submission.receivedAt).toEqual(now)
  })
  it.each([
    [{}, true],
    [{ reporter: { name: null, email: 'ana@example.com', phone: null } }, false],
    [{ reporter: { name: 'Ana', email: null, phone: null } }, false],
    [{ reporter: { name: 'Ana', email: null, phone: '0256 000 100' } }, true],
    [{ wantsAnswer: false }, false],
  ])('%j: a petition is %s', (change, is) => {
    expect(isPetition(toSubmission({ ...given, ...change }, now))).toBe(is)
  })
  it('goes to the department of its category, and of its village where that has another', () => {
    const rule = { departmentId: 1, villageRules: [{ village: 'Beregsău Mic', departmentId: 2 }] }
    expect(departmentByRule(rule, 'Săcălaz')).toBe(1)
    expect(departmentByRule(rule, 'beregsău mic ')).toBe(2)
    expect(departmentByRule({ departmentId: null, villageRules: [] }, null)).toBeNull()
  })
})
