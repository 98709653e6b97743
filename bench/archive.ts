import type { PublicRecord } from '@avizier/cms/changes'

/** The same numbers in every run, from a seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const objects = [
  'privind aprobarea bugetului local pe anul următor',
  'privind rectificarea bugetului local',
  'privind stabilirea impozitelor și taxelor locale',
  'privind aprobarea Planului Urbanistic Zonal „Livezile – zonă de locuințe”',
  'privind concesionarea prin licitație publică a unui teren din intravilan',
  'privind trecerea unui imobil din domeniul public în domeniul privat',
  'privind aprobarea indicatorilor tehnico-economici pentru modernizarea străzii Școlii',
  'privind organizarea rețelei școlare în anul școlar următor',
  'privind aprobarea regulamentului serviciului public de salubrizare',
  'privind aprobarea organigramei și a statului de funcții',
]
const sentences = [
  'Se aprobă documentația tehnico-economică prevăzută în anexa care face parte integrantă din prezenta hotărâre.',
  'Cheltuielile se suportă din bugetul local, capitolul bugetar corespunzător, în limita creditelor aprobate.',
  'Primarul comunei, prin aparatul de specialitate, duce la îndeplinire prevederile prezentei hotărâri.',
  'Prezenta hotărâre se comunică instituției prefectului, primarului și se aduce la cunoștință publică.',
  'Contractul se încheie pe o durată de zece ani, cu posibilitatea prelungirii prin act adițional.',
  'Prețul de pornire a licitației este cel stabilit prin raportul de evaluare întocmit de un evaluator autorizat.',
  'Beneficiarii depun cererea și actele doveditoare la registratura primăriei până la sfârșitul lunii.',
  'Lucrările se execută cu respectarea normelor de protecție a mediului și a siguranței circulației.',
  'Orice dispoziție contrară prezentului regulament își încetează aplicabilitatea la data intrării lui în vigoare.',
  'Terenul este înscris în cartea funciară a localității și este liber de sarcini.',
]
const publication = { revision: 1, publishedAt: '2026-01-15T08:00:00.000Z', updatedAt: '2026-01-15T08:00:00.000Z' }
const firstYear = 1992
const years = 35

export const institution = {
  noun: 'institution',
  id: 'institution',
  ...publication,
  name: 'Comuna Măsura',
  townHallName: 'Primăria Măsura',
  councilName: 'Consiliul Local al Comunei Măsura',
  county: 'Timiș',
  siruta: '1',
  nuts: 'RO424',
  villages: [{ name: 'Măsura', siruta: '2', postalCode: '307000', isSeat: true }],
  address: { street: 'Strada Principală nr. 1', postalCode: '307000', locality: 'Măsura' },
  phones: ['0256 000 100'],
  email: 'contact@masura.example',
  hours: [{ days: 'luni–vineri', hours: '8:00–16:00' }],
  audienceHours: [],
  officials: [],
  councillorSeats: 15,
  emblemSvg: null,
  menu: [
    { label: 'Hotărâri', path: '/hotarari/' },
    { label: 'Anunțuri', path: '/anunturi/' },
  ],
  oftenSearched: ['buget'],
  alert: null,
  accessibilityContact: 'contact@masura.example',
  dataProtectionContact: 'contact@masura.example',
  isSample: true,
} satisfies PublicRecord

/** An archive of so many documents of about 2.7 KB, half of them decisions, of 35 years, in the order of their import. */
export function* archive(size: number): Generator<PublicRecord> {
  const random = randomOf(42)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const numbers = new Map<string, number>()
  for (let id = 1; id <= size; id++) {
    const year = firstYear + Math.floor(random() ** 0.6 * (years - 0.01))
    const day = `${year}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`
    const draw = random()
    const title = pick(objects)
    const paragraphs = Array.from({ length: 4 + Math.floor(random() * 8) }, () =>
      Array.from({ length: 3 }, () => pick(sentences)).join(' '),
    )
    const common = { id: String(id), ...publication, title, files: [], publishedOn: day, sourceId: `d${id}` }
    const addressed = { slug: `documentul-${id}`, formerSlugs: [], body: paragraphs.map(paragraph), lead: '' }
    if (draw < 0.65) {
      const kind = draw < 0.5 ? 'decision' : 'order'
      const number = (numbers.get(kind + year) ?? 0) + 1
      numbers.set(kind + year, number)
      yield act({ ...common, kind, year, number, adoptedOn: day, body: paragraphs.map(article) })
    } else if (draw < 0.8) {
      yield { noun: 'announcements', ...common, ...addressed, category: 'general', dueOn: null, takeDownAt: null }
    } else {
      const type = pick(['report', 'minutes', 'budget', 'procurement'] as const)
      yield { noun: 'documents', ...common, ...addressed, type, gazetteSection: 'other', documentOn: day }
    }
  }
}

type ActRecord = Extract<PublicRecord, { noun: 'acts' }>

/** A decision adopted after the archive was written: what a clerk publishes today. */
export const newDecision = ({ id, number, text }: { id: number; number: number; text: string }): ActRecord =>
  act({
    id: String(id),
    ...publication,
    title: objects[number % objects.length] ?? '',
    files: [],
    publishedOn: '2026-11-20',
    sourceId: null,
    kind: 'decision',
    year: firstYear + years,
    number,
    adoptedOn: '2026-11-19',
    body: [article(text, 0), ...sentences.map(article)],
  })

function act(
  given: Pick<
    ActRecord,
    | 'id'
    | 'revision'
    | 'publishedAt'
    | 'updatedAt'
    | 'title'
    | 'files'
    | 'publishedOn'
    | 'sourceId'
    | 'kind'
    | 'year'
    | 'number'
    | 'adoptedOn'
    | 'body'
  >,
): ActRecord {
  return {
    noun: 'acts',
    ...given,
    character: 'normative',
    visibility: 'full',
    topic: 'administration',
    summary: [],
    signatures: [{ office: 'Președinte de ședință', name: 'Ana Pop' }],
    votes: { for: 14, against: 0, abstained: 1 },
    inForceFrom: given.publishedOn,
    state: { kind: 'inForce', since: given.publishedOn, by: null },
    relations: [],
  }
}

const two = (number: number) => String(number).padStart(2, '0')
const paragraph = (text: string) => ({ kind: 'paragraph' as const, inlines: [{ text }] })
const article = (text: string, index: number) => ({
  kind: 'article' as const,
  label: `Art. ${index + 1}`,
  blocks: [paragraph(text)],
})
