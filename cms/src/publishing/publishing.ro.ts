import type { PublishingFault } from './schedule.ts'

export const publishingMessages = {
  'take-down-before-publish': 'Retragerea trebuie să fie după publicare: alegeți o dată și o oră mai târzii.',
  'schedule-on-published': 'Documentul este deja publicat. Ștergeți ora de publicare sau salvați-l ca ciornă.',
  'publish-not-allowed':
    'Nu aveți dreptul să publicați aici. Salvați ciorna: o publică secretarul general sau redactorul.',
  'slug-malformed': 'Adresa are numai litere mici fără diacritice, cifre și cratime, de exemplu „taxe-locale-2026”.',
  'slug-reserved': 'Adresa aceasta este ocupată de site. Alegeți alta.',
  'title-missing': 'Scrieți titlul.',
  'published-stays': 'Actul a fost publicat și rămâne în registru. Nu poate fi șters.',
} as const satisfies Record<PublishingFault, string>

export const publishingLabels = {
  slug: { ro: 'Adresa paginii', en: 'Page address' },
  slugHint: {
    ro: 'Se face din titlu. Dacă o schimbați după publicare, adresa veche trimite la cea nouă.',
    en: 'Made from the title. When changed after publication the old address leads to the new one.',
  },
  publishAt: { ro: 'Se publică la', en: 'Publish at' },
  publishAtHint: {
    ro: 'Salvați ca ciornă: la ora aleasă se publică singură.',
    en: 'Save as a draft: it publishes itself at the chosen time.',
  },
  takeDownAt: { ro: 'Se retrage la', en: 'Take down at' },
  takeDownAtHint: {
    ro: 'La ora aleasă dispare de pe site și rămâne aici ca ciornă.',
    en: 'Leaves the site, stays here as a draft.',
  },
  publishedOn: { ro: 'Data publicării', en: 'Publication day' },
  sourceId: { ro: 'Identificator din arhiva importată', en: 'Id in the imported archive' },
  schedule: { ro: 'Programare', en: 'Schedule' },
} as const
