import type { MapFeature } from '@avizier/cms/reports/geography'

/** Pictures of the ground from a server of the town's own; see MAP_TILES_URL. */
export type MapTiles = { kind: 'raster' | 'pmtiles'; url: string }

/** What `/sesizari/harta.json` holds: everything an opened map draws without asking anybody else. */
export type MapData = { features: MapFeature[]; attribution: string; isSample: boolean; tiles: MapTiles | null }

/** Nobody has it yet, somebody has it, it is solved, it needs attention, it is over without being solved. */
export const mapTones = ['waiting', 'moving', 'solved', 'attention', 'over'] as const
export type MapTone = (typeof mapTones)[number]

/** One report on an opened map, as short as it can be said: latitude, longitude, number, place in `mapTones`, title. */
export type MapReport = [lat: number, lng: number, number: string, tone: number, title: string]

/** What a file of reports for the opened map holds: written beside the pages, asked for when the map is opened. */
export type MapReports = { reports: MapReport[] }

/** The file of these reports; those without a point are left out, for the list has them. */
export const mapReports = (
  reports: readonly { point: { lat: number; lng: number } | null; number: string; tone: MapTone; title: string }[],
): MapReports => ({
  reports: reports.flatMap(({ point, number, tone, title }): MapReport[] =>
    point ? [[round(point.lat), round(point.lng), number, mapTones.indexOf(tone), title]] : [],
  ),
})

const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5
