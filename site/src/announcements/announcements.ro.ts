import type { AnnouncementCategory } from '@avizier/cms/announcements'

export const categoryWords: Record<AnnouncementCategory, string> = {
  agriculture: 'Agricultură',
  auction: 'Licitații',
  consultation: 'Consultare publică',
  culture: 'Cultură și sport',
  emergency: 'Urgențe',
  environment: 'Mediu și salubrizare',
  general: 'De interes general',
  hiring: 'Concursuri și posturi',
  landSale: 'Vânzări de terenuri',
  marriage: 'Publicații de căsătorie',
  social: 'Asistență socială',
  taxes: 'Impozite și taxe',
  urbanism: 'Urbanism',
  utilities: 'Apă, canal, curent',
  works: 'Lucrări și trafic',
}
