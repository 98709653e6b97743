import type { Place } from './places.ts'
import { type GeographyFault, geographyLimits } from './read-geojson.ts'

export const geographyMessages = {
  'not-geojson':
    'Textul nu este GeoJSON cu proprietatea „kind” la fiecare element. Exportați din nou din programul de hărți.',
  'too-many-features': `Harta are mai mult de ${geographyLimits.features.toLocaleString('ro')} de elemente. Păstrați satele și străzile.`,
  'too-many-positions': `Harta are mai mult de ${geographyLimits.positions.toLocaleString('ro')} de puncte. Simplificați liniile.`,
  'outside-the-country': 'Un punct nu este în România. Exportați în grade (WGS 84), longitudinea înaintea latitudinii.',
  'no-commune': 'Harta are nevoie de conturul comunei: un singur poligon cu „kind”: „commune”.',
  'no-village': 'Harta are nevoie de cel puțin un sat: un poligon cu „kind”: „village”.',
  'not-an-area': 'Comuna și satele se desenează ca poligoane.',
  'not-a-line': 'Străzile, drumurile și calea ferată se desenează ca linii.',
  nameless: 'Fiecare sat și fiecare stradă are nevoie de un nume („name”).',
} as const satisfies Record<GeographyFault, string>

/** By a street when no further from it than its own width and the front gardens. */
const onStreet = 30

/** A place in words: what a report says, and what is told while a pin is moved. */
export function placeInWords({ isInCommune, village, street }: Place): string {
  if (isInCommune === false) return 'În afara comunei'
  const where = street?.village ?? village?.name ?? ''
  if (street)
    return `${street.metres <= onStreet ? street.name : `Lângă ${lowered(street.name)}`}${where && `, ${where}`}`
  if (!village) return 'Pe hartă'
  return village.metres === 0 ? village.name : `La ${distanceInWords(village.metres)} de ${village.name}`
}

/** „Strada Gării” is "lângă strada Gării" inside a sentence. */
const lowered = (name: string) => name.replace(/^(Strada|Drumul|Piața|Aleea|Calea)\b/, (word) => word.toLowerCase())

export function distanceInWords(metres: number): string {
  if (metres >= 950) return `${(Math.round(metres / 100) / 10).toLocaleString('ro')} km`
  const rounded = Math.max(10, Math.round(metres / 10) * 10)
  return `${rounded} ${rounded % 100 > 0 && rounded % 100 < 20 ? '' : 'de '}m`
}
