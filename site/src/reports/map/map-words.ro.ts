import type { MapTone } from './map-data.ts'

export const mapWords = {
  open: 'Deschide harta',
  loading: 'Se deschide harta…',
  failed: 'Harta nu s-a putut deschide. Lista spune același lucru.',
  pickFailed: 'Harta nu s-a putut deschide. Scrieți satul și strada.',
  zoomIn: 'Mărește',
  zoomOut: 'Micșorează',
  attribution: 'Date:',
  sample: 'Hartă schematică, pentru demonstrație',
  pin: 'Locul problemei. Mutați-l cu săgețile; cu Shift, mai repede.',
  map: 'Harta comunei',
  outside: 'Locul este în afara comunei. Mutați acul, sau trimiteți și așa: îl citim.',
  many: (count: number) => `${count}${count % 100 > 0 && count % 100 < 20 ? '' : ' de'} sesizări, apropie`,
} as const

export const toneWords = {
  waiting: 'primită',
  moving: 'în lucru',
  solved: 'rezolvată',
  attention: 'redeschisă',
  over: 'închisă',
} as const satisfies Record<MapTone, string>
