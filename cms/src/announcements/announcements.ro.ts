import type { AnnouncementCategory } from './contract.ts'

export const announcementCategoryLabels = {
  agriculture: { ro: 'Agricultură', en: 'Agriculture' },
  auction: { ro: 'Licitații', en: 'Auctions' },
  consultation: { ro: 'Consultare publică', en: 'Public consultation' },
  culture: { ro: 'Cultură și sport', en: 'Culture' },
  emergency: { ro: 'Urgențe', en: 'Emergencies' },
  environment: { ro: 'Mediu și salubrizare', en: 'Environment' },
  general: { ro: 'De interes general', en: 'General' },
  hiring: { ro: 'Concursuri și posturi', en: 'Hiring' },
  landSale: { ro: 'Vânzări de terenuri', en: 'Land sales' },
  marriage: { ro: 'Publicații de căsătorie', en: 'Marriage notices' },
  social: { ro: 'Asistență socială', en: 'Social' },
  taxes: { ro: 'Impozite și taxe', en: 'Taxes' },
  urbanism: { ro: 'Urbanism', en: 'Urbanism' },
  utilities: { ro: 'Apă, canal, curent', en: 'Utilities' },
  works: { ro: 'Lucrări și trafic', en: 'Works and traffic' },
} as const satisfies Record<AnnouncementCategory, { ro: string; en: string }>

export const announcementMessages = {
  'due-before-publication': 'Termenul este înainte de publicare. Alegeți o zi mai târzie.',
  'personal-data':
    'În text apare un CNP, un cont bancar sau o serie de act de identitate. Ștergeți-l: anunțul îl citește oricine.',
} as const
