import { z } from 'zod'
import { Publication } from '../../publishing/contract.ts'

/** What the town draws: its outline, its villages, what runs through them. */
export const FeatureKind = z.enum(['commune', 'village', 'street', 'road', 'rail', 'water'])
export type FeatureKind = z.infer<typeof FeatureKind>

/** Longitude and latitude, WGS 84, as GeoJSON has them; to about a metre. */
export const Position = z.tuple([z.number(), z.number()])
export type Position = z.infer<typeof Position>

/**
 * One thing on the map. The parts of an area are its rings, outlines and holes alike: a point lies in it when an odd
 * number of them goes around it. The parts of a line are its pieces.
 */
export const MapFeature = z.object({
  kind: FeatureKind,
  name: z.string(),
  /** The village in which a street is; null for all else. */
  village: z.string().nullable(),
  shape: z.enum(['area', 'line']),
  parts: z.array(z.array(Position)),
})
export type MapFeature = z.infer<typeof MapFeature>

/** The map that the town owns: there is one, with the id `geography`. */
export const PublicGeography = Publication.extend({
  noun: z.literal('geography'),
  features: z.array(MapFeature),
  /** Who made the data, as the map has to say. */
  attribution: z.string(),
  /** Drawn by hand to stand for the town's own data: not to scale, and said so. */
  isSample: z.boolean(),
})
export type PublicGeography = z.infer<typeof PublicGeography>

/** A place as people point at it: what a phone tells, and what a report keeps. */
export type MapPoint = { lat: number; lng: number }
