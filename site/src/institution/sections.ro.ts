import type { PageSection } from '@avizier/cms/pages'

export const sectionWords: Record<Exclude<PageSection, 'site'>, { title: string; lead: string }> = {
  townHall: { title: 'Primăria', lead: 'Cine conduce, cine răspunde, când ne găsiți și ce informații vă datorăm.' },
  commune: { title: 'Comuna', lead: 'Locul, oamenii, ce avem și ce construim.' },
}
