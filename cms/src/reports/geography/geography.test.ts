import { describe, expect, it } from 'vitest'
import { seeded } from '../../../test/seeded.ts'
import type { MapFeature, Position } from './contract.ts'
import { distanceInWords, placeInWords } from './geography.ro.ts'
import { placeOf } from './places.ts'
import { distanceMetres, distanceToSegment } from './plane.ts'
import { readGeojson } from './read-geojson.ts'
import { isInside, metresTo, simplified } from './shapes.ts'

const square = (west: number, south: number, size: number): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const feature = (
  kind: MapFeature['kind'],
  name: string,
  parts: Position[][],
  village: string | null = null,
): MapFeature => ({
  kind,
  name,
  village,
  shape: kind === 'commune' || kind === 'village' ? 'area' : 'line',
  parts,
})
const town: MapFeature[] = [
  feature('commune', 'Comuna', [square(21, 45.7, 0.1)]),
  feature('village', 'Săcălaz', [square(21.02, 45.72, 0.02)]),
  feature('village', 'Beregsău Mic', [square(21.07, 45.76, 0.01)]),
  feature(
    'street',
    'Strada Gării',
    [
      [
        [21.02, 45.73],
        [21.04, 45.73],
      ],
    ],
    'Săcălaz',
  ),
]

describe('a point', () => {
  it.each([
    [{ lat: 45.73001, lng: 21.03 }, 'Strada Gării, Săcălaz'],
    [{ lat: 45.731, lng: 21.03 }, 'Lângă strada Gării, Săcălaz'],
    [{ lat: 45.7385, lng: 21.03 }, 'Săcălaz'],
    [{ lat: 45.745, lng: 21.03 }, 'La 560 de m de Săcălaz'],
    [{ lat: 45.79, lng: 21.075 }, 'La 2,2 km de Beregsău Mic'],
    [{ lat: 45.69, lng: 21.03 }, 'În afara comunei'],
    [{ lat: 0, lng: 0 }, 'În afara comunei'],
  ])('%j is told as "%s"', (point, words) => expect(placeInWords(placeOf(town, point))).toBe(words))

  it('is somewhere on the map while there is no outline', () => {
    expect(placeOf([], { lat: 45.7, lng: 21 })).toEqual({ isInCommune: null, village: null, street: null })
    expect(placeInWords(placeOf([], { lat: 45.7, lng: 21 }))).toBe('Pe hartă')
  })

  it('in a hole of an area is outside of it', () => {
    const ring = { parts: [square(0, 0, 3), square(1, 1, 1)] }
    expect(isInside(ring, { lng: 0.5, lat: 0.5 })).toBe(true)
    expect(isInside(ring, { lng: 1.5, lat: 1.5 })).toBe(false)
    expect(isInside(ring, { lng: 4, lat: 1.5 })).toBe(false)
  })
})

describe('a distance', () => {
  it('is that of the earth, to a part in a hundred', () => {
    // Timișoara's cathedral and Săcălaz, by the great circle (R = 6,371 km).
    expect(distanceMetres({ lat: 45.7503, lng: 21.2243 }, { lat: 45.7601, lng: 21.1107 })).toBeCloseTo(8_880, -2)
  })

  it('to a line is that to its nearest point, ends included', () => {
    expect(distanceToSegment({ x: -5, y: 3 }, { x: 5, y: 3 })).toBe(3)
    expect(distanceToSegment({ x: 3, y: 4 }, { x: 30, y: 4 })).toBe(5)
    expect(distanceToSegment({ x: 3, y: 4 }, { x: 3, y: 4 })).toBe(5)
  })

  it.each([
    [4, '10 m'],
    [112, '110 m'],
    [120, '120 de m'],
    [940, '940 de m'],
    [951, '1 km'],
    [12_340, '12,3 km'],
  ])('of %i m is told as "%s"', (metres, words) => expect(distanceInWords(metres)).toBe(words))
})

describe('a simplified line', () => {
  it('keeps its ends, loses positions and stays within its tolerance', () => {
    const seed = Date.now() % 1_000_000
    console.log(`seed ${seed}`)
    const random = seeded(seed)
    for (let round = 0; round < 50; round++) {
      const line = Array.from({ length: 200 }, (_, index): Position => [21 + index * 1e-4, 45.7 + random() * 5e-4])
      const fewer = simplified(line, 25)
      expect(fewer[0]).toEqual(line[0])
      expect(fewer.at(-1)).toEqual(line.at(-1))
      expect(fewer.length).toBeLessThan(line.length)
      for (const [lng, lat] of line) expect(metresTo({ parts: [fewer] }, { lng, lat })).toBeLessThan(25.01)
    }
  })
})

describe('what a clerk brings as a map', () => {
  const geojson = (...features: object[]) => ({ type: 'FeatureCollection', features })
  const area = (kind: string, name: string) => ({
    type: 'Feature',
    properties: { kind, name },
    geometry: { type: 'Polygon', coordinates: [square(21, 45.7, 0.1)] },
  })
  const street = (
    properties: object,
    coordinates: number[][] = [
      [21.01, 45.71],
      [21.02, 45.71],
    ],
  ) => ({
    type: 'Feature',
    properties: { kind: 'street', ...properties },
    geometry: { type: 'LineString', coordinates },
  })
  const whole = [area('commune', 'Comuna'), area('village', 'Săcălaz')]

  it('is read with every part of it, to about a metre', () => {
    const many = {
      ...street({ name: ' Strada Gării ', village: 'Săcălaz' }),
      geometry: {
        type: 'MultiLineString',
        coordinates: [
          [
            [21.0123456, 45.71, 90],
            [21.02, 45.71],
          ],
          [
            [21.03, 45.71],
            [21.04, 45.71],
          ],
        ],
      },
    }
    const read = readGeojson(geojson(...whole, many))
    if (read.kind !== 'map') throw new Error(read.code)
    expect(read.features[2]).toEqual({
      kind: 'street',
      name: 'Strada Gării',
      village: 'Săcălaz',
      shape: 'line',
      parts: [
        [
          [21.01235, 45.71],
          [21.02, 45.71],
        ],
        [
          [21.03, 45.71],
          [21.04, 45.71],
        ],
      ],
    })
  })

  it.each([
    ['no collection', { type: 'Feature' }, 'not-geojson'],
    ['words', 'hartă', 'not-geojson'],
    ['an unknown kind', geojson(...whole, { ...area('castle', 'x') }), 'not-geojson'],
    ['a street without name', geojson(...whole, street({ name: ' ' })), 'nameless'],
    [
      'latitude before longitude',
      geojson(
        ...whole,
        street({ name: 'x' }, [
          [45.71, 21.01],
          [45.71, 21.02],
        ]),
      ),
      'outside-the-country',
    ],
    ['no outline', geojson(area('village', 'Săcălaz')), 'no-commune'],
    ['two outlines', geojson(...whole, area('commune', 'Alta')), 'no-commune'],
    ['no village', geojson(area('commune', 'Comuna')), 'no-village'],
    [
      'a village of a line',
      geojson(...whole, { ...street({}), properties: { kind: 'village', name: 'x' } }),
      'not-an-area',
    ],
    ['a street of an area', geojson(...whole, area('street', 'x')), 'not-a-line'],
    ['too many features', geojson(...Array.from({ length: 3_001 }, () => area('village', 'x'))), 'too-many-features'],
    [
      'too many positions',
      geojson(
        ...whole,
        street(
          { name: 'x' },
          Array.from({ length: 60_001 }, () => [21, 45.7]),
        ),
      ),
      'too-many-positions',
    ],
  ])('with %s is refused', (_, given, code) => expect(readGeojson(given)).toMatchObject({ kind: 'refused', code }))
})
