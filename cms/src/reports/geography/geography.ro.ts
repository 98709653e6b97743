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
