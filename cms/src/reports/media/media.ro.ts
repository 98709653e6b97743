import type { MediaState } from './contract.ts'
import type { MediaFault } from './media-kinds.ts'

export const mediaFaults = {
  'media-empty': 'Fișierul este gol. Faceți fotografia din nou.',
  'media-missing':
    'Fișierul nu mai este pe disc. Anunțați administratorul tehnic: trebuie adus din copia de siguranță.',
  'media-infected': 'În fișier a fost găsit un virus. Rămâne în carantină și nu se publică.',
  'media-kind-unknown': 'Se primesc fotografii (JPG, PNG, WEBP, HEIC) și filme MP4 sau MOV. Alegeți altul.',
  'media-too-large':
    'Fișierul este prea mare: o fotografie poate avea 40 MB, un film 250 MB. Trimiteți unul mai scurt.',
  'media-too-many': 'O sesizare are cel mult 10 fotografii și filme. Păstrați-le pe cele mai clare.',
  'photo-too-many-pixels': 'Fotografia are prea mulți pixeli. Trimiteți una făcută cu telefonul.',
  'photo-broken': 'Fotografia este stricată și nu se poate deschide. Faceți-o din nou.',
  'heic-unreadable': 'Fotografia HEIC nu s-a putut deschide. Trimiteți-o ca JPG.',
  'video-broken': 'Filmul este stricat și nu se poate deschide. Filmați din nou.',
  'video-too-long': 'Filmul are mai mult de 10 minute. Trimiteți partea în care se vede problema.',
  'video-codec-unknown': 'Filmul este într-un format pe care telefoanele nu îl redau. Salvați-l ca MP4 (H.264).',
  'video-location-stays': 'Locul nu s-a putut șterge din film. Trimiteți o fotografie.',
  'media-too-costly': 'Fișierul cere prea mult timp sau prea multă memorie. Trimiteți unul mai mic.',
} as const satisfies Record<MediaFault, string>

export const mediaStates = {
  waiting: 'Așteaptă pregătirea',
  working: 'Se pregătește',
  ready: 'Gata de publicat',
  refused: 'Nu se poate publica',
} as const satisfies Record<MediaState, string>

/** The line of the journal. */
export const regionsHidden = (count: number) =>
  count === 0
    ? 'Fotografie din sesizare: nu mai este nimic acoperit'
    : `Fotografie din sesizare: ${count === 1 ? 'o zonă acoperită' : `${count}${count < 20 ? '' : ' de'} zone acoperite`}`

export const mediaText = {
  notEntitled: 'Nu aveți dreptul la fotografiile din sesizări.',
  unknown: 'Nu există o astfel de fotografie, sau nu este pregătită încă.',
  badRegions: 'Zonele nu s-au putut citi. Reîncărcați pagina și desenați-le din nou.',
  notAPhoto: 'Se acoperă zone numai într-o fotografie pregătită.',
} as const

export const regionsText = {
  title: 'Acoperă în fotografie',
  hint: 'Desenați un dreptunghi peste fețe și numere de mașină. Cu tastatura: săgețile mută zona aleasă, Shift cu săgeți îi schimbă mărimea, Delete o șterge. Originalul rămâne neschimbat în registru.',
  whole: 'Fotografia trimisă',
  public: 'Așa se vede pe site',
  region: (number: number) => `Zona acoperită ${number}`,
  add: 'Adaugă o zonă',
  remove: 'Șterge zona aleasă',
  save: 'Acoperă zonele',
  saved: 'Zonele au fost acoperite.',
  failed: 'Nu am putut ajunge la fotografie. Încercați din nou.',
} as const
