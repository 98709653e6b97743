import type { GlobalConfig } from 'payload'
import { publishedGlobal } from '../../publishing/published-global.ts'
import { geographyMessages } from './geography.ro.ts'
import { readGeojson } from './read-geojson.ts'

type GeographyDocument = {
  geojson?: unknown
  attribution?: string | null
  isSample?: boolean | null
  updatedAt?: string
}

/** The map of the commune, from data the town owns: nothing of it is asked of anybody else. */
export const geography: GlobalConfig = publishedGlobal<GeographyDocument>({
  slug: 'geography',
  label: { ro: 'Harta comunei', en: 'Map' },
  admin: {
    group: { ro: 'Instituție', en: 'Institution' },
    description: {
      ro: 'Conturul comunei, satele și străzile, din care se desenează harta sesizărilor și se spune unde este un punct. Se cer de la cadastru sau de la urbanism, ca GeoJSON în grade (WGS 84).',
      en: 'The outline, villages and streets of the commune, as GeoJSON.',
    },
  },
  toRecord: async (doc, { revision, publishedAt }) => {
    const map = doc.geojson ? readGeojson(doc.geojson) : null
    return {
      noun: 'geography',
      id: 'geography',
      revision,
      publishedAt,
      updatedAt: doc.updatedAt ?? publishedAt,
      features: map?.kind === 'map' ? map.features : [],
      attribution: doc.attribution?.trim() ?? '',
      isSample: doc.isSample ?? false,
    }
  },
  fields: [
    {
      name: 'geojson',
      type: 'json',
      label: { ro: 'Harta (GeoJSON)', en: 'Map (GeoJSON)' },
      admin: {
        description: {
          ro: 'O colecție de elemente, fiecare cu „kind” („commune”, „village”, „street”, „road”, „rail” sau „water”) și „name”; străzile și cu „village”.',
          en: 'A feature collection; each feature has "kind" and "name", streets "village" too.',
        },
      },
      validate: (value: unknown) => {
        if (value === null || value === undefined) return true
        const map = readGeojson(value)
        if (map.kind === 'map') return true
        return `${geographyMessages[map.code]}${map.about ? ` (${map.about})` : ''}`
      },
    },
    {
      name: 'attribution',
      type: 'text',
      maxLength: 200,
      label: { ro: 'Sursa datelor, cum apare pe hartă', en: 'Attribution' },
      admin: { placeholder: 'Primăria Săcălaz, Registrul electronic al nomenclaturii stradale' },
    },
    {
      name: 'isSample',
      type: 'checkbox',
      label: { ro: 'Hartă demonstrativă, desenată de mână (site-ul o spune sub hartă)', en: 'Sample map' },
    },
  ],
})
