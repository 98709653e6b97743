import type { MapFeature, Position } from '@avizier/cms/reports/geography'
import { describe, expect, it } from 'vitest'
import { mapReports } from './map-data.ts'
import { drawMap, type MapPin } from './map-drawing.ts'

const square = (west: number, south: number, size: number): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const area = (kind: 'commune' | 'village', name: string, part: Position[]): MapFeature => ({
  kind,
  name,
  village: null,
  shape: 'area',
  parts: [part],
})
const line = (kind: 'street' | 'water', name: string, part: Position[]): MapFeature => ({
  kind,
  name,
  village: null,
  shape: 'line',
  parts: [part],
})
const town: MapFeature[] = [
  line('street', 'Strada Gării', [
    [21.02, 45.73],
    [21.03, 45.73001],
    [21.04, 45.73],
  ]),
  area('village', 'Săcălaz', square(21.02, 45.72, 0.02)),
  area('village', 'Beregsău Mic', square(21.07, 45.76, 0.01)),
  line('water', 'Bega', [
    [21, 45.75],
    [21.1, 45.75],
  ]),
  area('commune', 'Comuna', square(21, 45.7, 0.1)),
]
const pin = (mark: string, given: Partial<MapPin> = {}): MapPin => ({
  lat: 45.73,
  lng: 21.03,
  mark,
  href: `#${mark}`,
  label: mark,
  ...given,
})

describe('the drawing of a map', () => {
  it('paints the ground before what stands on it, one path for each kind', () =>
    expect(drawMap(town, [], { kind: 'commune' }).paths.map(({ kind }) => kind)).toEqual([
      'commune',
      'water',
      'village',
      'street',
    ]))

  it('is of whole numbers, with areas closed and no step that nobody sees', () => {
    const { paths } = drawMap(town, [], { kind: 'commune' })
    expect(paths.find(({ kind }) => kind === 'village')?.d).toMatch(
      /^M\d+ \d+l(-?\d+ -?\d+ ?){3,}zM\d+ \d+l(-?\d+ -?\d+ ?){3,}z$/,
    )
    expect(paths.find(({ kind }) => kind === 'street')?.d).toMatch(/^M\d+ \d+l\d+ -?\d+$/)
  })

  it('names the villages, and near a point the streets', () => {
    expect(drawMap(town, [], { kind: 'commune' }).labels.map(({ text }) => text)).toEqual([
      'Săcălaz',
      'Beregsău Mic',
      'Bega',
    ])
    const near = drawMap(town, [], { kind: 'point', point: { lat: 45.73, lng: 21.03 }, metres: 300 })
    expect(near.labels.map(({ text }) => text)).toEqual(['Strada Gării'])
  })

  it('shows every pin of the commune, and of a village its own', () => {
    const pins = [pin('1'), pin('2', { lat: 45.765, lng: 21.075 }), pin('3', { lat: 45.79, lng: 21.01 })]
    expect(drawMap(town, pins, { kind: 'commune' }).pins.map(({ mark }) => mark)).toEqual(['1', '2', '3'])
    expect(drawMap(town, pins, { kind: 'village', name: 'Săcălaz' }).pins.map(({ mark }) => mark)).toEqual(['1'])
  })

  it('sets pins of one place beside each other, each where it can be read', () => {
    const pins = Array.from({ length: 20 }, (_, index) => pin(String(index + 1)))
    const { pins: placed, width, height } = drawMap(town, pins, { kind: 'commune' })
    for (const [index, one] of placed.entries()) {
      expect(one.x).toBeGreaterThanOrEqual(13)
      expect(one.x).toBeLessThanOrEqual(width - 13)
      expect(one.y).toBeLessThanOrEqual(height - 13)
      for (const other of placed.slice(index + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(25.9)
    }
  })

  it('is of one size for a commune of one point, a strip, and nothing', () => {
    const strip = [
      area('village', 'Lung', [
        [21, 45.7],
        [21.5, 45.7],
        [21.5, 45.701],
        [21, 45.701],
        [21, 45.7],
      ]),
    ]
    for (const features of [
      strip,
      [],
      [
        area('village', 'Punct', [
          [21, 45.7],
          [21, 45.7],
          [21, 45.7],
          [21, 45.7],
        ]),
      ],
    ]) {
      const { height, paths } = drawMap(features, [], { kind: 'commune' })
      expect(height).toBeGreaterThan(200)
      expect(height).toBeLessThan(700)
      expect(JSON.stringify(paths)).not.toMatch(/NaN|null|Infinity/)
    }
  })
})

describe('the file of reports for an opened map', () => {
  it('is short, and leaves out what has no point', () => {
    const reports = [
      { point: { lat: 45.7600004, lng: 21.1 }, number: '2026-0001', tone: 'moving' as const, title: 'Groapă' },
      { point: null, number: '2026-0002', tone: 'waiting' as const, title: 'Bec ars' },
    ]
    expect(mapReports(reports)).toEqual({ reports: [[45.76, 21.1, '2026-0001', 1, 'Groapă']] })
  })
})
