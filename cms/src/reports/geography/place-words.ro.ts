import type { Place } from './places.ts'

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
