import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { SearchDocument } from '@avizier/search/search-index'

/** The documents of a file (one JSON a line: id, type, number, year, date, category, status, title, body), else our own. */
export async function* searchArchive(size: number, file: string | null): AsyncGenerator<SearchDocument> {
  if (!file) yield* ownArchive(size)
  else for await (const line of createInterface({ input: createReadStream(file) })) yield documentOf(JSON.parse(line))
}

type Line = {
  id: string
  type: string
  number: string | null
  year: number
  date: string
  category: string
  status: SearchDocument['state']
  title: string
  body: string
}

function documentOf({ id, type, number, year, date, category, status, title, body }: Line): SearchDocument {
  const [own, of] = (number ?? '').split('/').map(Number)
  const act = (type === 'hotarare' || type === 'dispozitie') && own && of ? { kind: type, number: own, year: of } : null
  return {
    id,
    revision: 1,
    kind: type,
    url: `/${type}/${id}/`,
    title,
    date,
    year,
    category,
    state: status,
    act: act as SearchDocument['act'],
    sourceId: id,
    text: body,
    files: [],
  }
}

const nouns =
  `drum pod școală grădiniță teren imobil contract buget taxă impozit parcare stradă locuință autorizație proiect lucrare
  iluminat canalizare salubrizare licitație concesiune închiriere vânzare regulament serviciu investiție finanțare raport
  comisie ședință consilier primar locuitor fântână pârâu pădure pășune târg piață cămin bibliotecă dispensar cimitir
  stadion monument festival transport taximetru câine adăpost deșeu depozit apă gaz rețea branșament indicator deviz
  garanție împrumut dobândă datorie scutire penalitate sprijin asociație proprietar bloc fațadă acoperiș reabilitare`
    .split(/\s+/)
    .filter(Boolean)
const templates = [
  'Se aprobă documentația pentru {n}, {n} și {n}, potrivit anexei care face parte integrantă din prezenta hotărâre.',
  'Cheltuielile pentru {n} se suportă din bugetul local, în limita sumei de {m} lei, iar cele pentru {n} din venituri proprii.',
  'Primarul, prin compartimentul de specialitate, urmărește {n} și prezintă raportul asupra {n} până la finele anului.',
  'Terenul de {m} mp, înscris în cartea funciară nr. {c}, situat pe strada {s} nr. {h}, este destinat pentru {n}.',
  'În temeiul art. 129 alin. (2) din OUG nr. 57/2019 și al HCL nr. {h}/{y}, se instituie {n} în cartierul {s}.',
  'Beneficiarul {p} depune cererea privind {n} la registratura primăriei și achită {n} în termen de {h} zile.',
  'Lucrările de {n} la obiectivul „{s} {w}” se execută cu respectarea normelor privind {n} și {n}.',
  'Nerespectarea obligațiilor referitoare la {n} atrage {n} și rezilierea contractului nr. {c} din {y}.',
]
const titles = [
  'privind aprobarea {n} și a {n} pe strada {s}',
  'privind rectificarea bugetului local pe anul {y}',
  'privind concesionarea terenului de {m} mp pentru {n}, CF nr. {c}',
  'privind aprobarea Planului Urbanistic Zonal „{w}”, strada {s}',
  'privind stabilirea taxei pentru {n} și {n}',
  'privind acordarea unui ajutor de urgență familiei {p}',
  'privind aprobarea indicatorilor tehnico-economici pentru {n} {w}',
]
const streets =
  'Eminescu Iancu Horea Decebal Traian Republicii Libertății Unirii Bălcescu Creangă Plopilor Teilor Gării Morii'.split(
    ' ',
  )
const people = 'Popescu Ionescu Mureșan Rusu Stan Dumitru Matei Ciobanu Țurcanu Șerban Munteanu Bălan'.split(' ')
const categories = ['buget', 'taxe', 'urbanism', 'patrimoniu', 'social', 'transport', 'cultura', 'mediu']
const syllables = 'ba ce di fo gu la me ni po ru sa te vi zo ște ghe cli dră mun tir'.split(' ')

/** Documents of about 2.7 KB of 35 years; a long tail of names that few documents hold. */
function* ownArchive(size: number): Generator<SearchDocument> {
  let state = 42
  const random = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item
  const below = (limit: number) => Math.floor(random() * limit)
  const name = () => {
    const word = Array.from({ length: 3 + below(2) }, () => pick(syllables)).join('')
    return word[0]?.toUpperCase() + word.slice(1)
  }
  const names = Array.from({ length: 20_000 }, name)
  const filled = (template: string, year: number) =>
    template.replace(/\{(\w)\}/g, (_, slot: string) =>
      String(
        slot === 'n'
          ? nouns[Math.floor(random() ** 1.7 * nouns.length)]
          : slot === 'w'
            ? names[Math.floor(random() ** 2 * names.length)]
            : slot === 's'
              ? pick(streets)
              : slot === 'p'
                ? `${pick(people)} ${pick(people)}`
                : slot === 'y'
                  ? year
                  : 1 + below(slot === 'c' ? 300_000 : slot === 'm' ? 9_000 : 240),
      ),
    )
  const numbers = new Map<string, number>()
  for (let id = 1; id <= size; id++) {
    const year = 1992 + Math.floor(random() ** 0.6 * 34.99)
    const draw = random()
    const kind = draw < 0.5 ? 'hotarare' : draw < 0.65 ? 'dispozitie' : draw < 0.8 ? 'anunt' : 'document'
    const number = (numbers.get(kind + year) ?? 0) + 1
    numbers.set(kind + year, number)
    const isAct = kind === 'hotarare' || kind === 'dispozitie'
    const heading = isAct
      ? `${kind === 'hotarare' ? 'Hotărârea' : 'Dispoziția'} nr. ${number}/${year}`
      : pick(['Anunț', 'Raport', 'Referat'])
    const date = `${year}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`
    yield {
      id: `d${id}`,
      revision: 1,
      kind,
      url: `/${kind}/d${id}/`,
      title: `${heading} ${filled(pick(titles), year)}`,
      date,
      year,
      category: pick(categories),
      state: pick(['in_vigoare', 'in_vigoare', 'in_vigoare', 'abrogata', 'proiect'] as const),
      act: isAct ? { kind, number, year } : null,
      sourceId: null,
      text: Array.from({ length: 10 + below(25) }, () => filled(pick(templates), year)).join('\n'),
      files: [],
    }
  }
}
