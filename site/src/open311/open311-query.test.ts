import { describe, expect, it } from 'vitest'
import { inFormat } from './open311-format.ts'
import { readQuery } from './open311-query.ts'

const now = new Date('2026-11-25T10:00:00.000Z')
const asked = (query: string) => readQuery(new URLSearchParams(query), now)

describe('the question for requests', () => {
  it.each([
    ['', '2026-08-27T10:00:00.000Z', '2026-11-25T10:00:00.000Z'],
    [
      'start_date=2010-05-24T00:00:00Z&end_date=2010-06-24T00:00:00Z',
      '2010-05-24T00:00:00.000Z',
      '2010-06-24T00:00:00.000Z',
    ],
    ['start_date=2026-11-01T02:00:00%2B02:00', '2026-11-01T00:00:00.000Z', '2026-11-25T10:00:00.000Z'],
    ['end_date=2026-06-01', '2026-03-03T00:00:00.000Z', '2026-06-01T00:00:00.000Z'],
    ['start_date=2025-01-01&end_date=2025-12-31', '2025-01-01T00:00:00.000Z', '2025-04-01T00:00:00.000Z'],
  ])('%j spans ninety days at the most', (query, from, to) => {
    expect(asked(query)).toMatchObject({ from, to })
  })

  it('names requests, services and states by commas', () => {
    expect(
      asked('service_request_id=2026-0001,2026-0002&service_code=gropi, iluminat&status=open,closed'),
    ).toMatchObject({
      ids: ['2026-0001', '2026-0002'],
      services: ['gropi', 'iluminat'],
      statuses: ['open', 'closed'],
    })
  })

  it.each(['start_date=ieri', 'status=done', 'end_date=2026-13-01T00:00:00Z'])('%j cannot be read', (query) => {
    expect(asked(query)).toBeNull()
  })
})

describe('the formats', () => {
  const value = [{ service_request_id: '1', status_notes: null, description: 'a < b & "c"\u0007', lat: 45.5 }]
  it('are JSON as it is', () => {
    expect(inFormat('json', 'service_requests', value)).toBe(JSON.stringify(value))
  })
  it('are XML with the singular of each list, without what XML cannot carry', () => {
    expect(inFormat('xml', 'service_requests', value)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<service_requests><request><service_request_id>1</service_request_id><status_notes/><description>a &lt; b &amp; &quot;c&quot;</description><lat>45.5</lat></request></service_requests>\n',
    )
  })
})
