import type { Colleague } from './colleagues.ts'

/** What became of a paper, and how many days after its registration. */
type Fate =
  | { became: 'unrouted' }
  | { became: 'routed' }
  | { became: 'working' }
  | { became: 'drafted' }
  | { became: 'approved' }
  | { became: 'answered'; after: number; outcome?: 'favourable' | 'partial' | 'unfavourable'; by?: 'post' | 'counter' }
  | { became: 'waiting'; after: number; what: string }
  | { became: 'completed'; after: number; what: string }
  | { became: 'extended'; after: number; reason: string }
  | { became: 'forwarded'; after: number; to: string }
  | { became: 'reclassified'; after: number; reason: string }
  | { became: 'withdrawn'; after: number; reason: string }
  | { became: 'closed'; after: number; reason: string }

export type BookEntry = Fate & {
  daysAgo: number
  kind: string
  channel: 'counter' | 'email' | 'post' | 'courier' | 'site'
  subject: string
  from: string
  department: string
  who: Colleague
  direction?: 'outgoing' | 'internal'
  /** Why a filing of the site is looked at. */
  review?: ('too-fast' | 'bait-taken' | 'no-token' | 'one-of-many')[]
}

const paper = (
  daysAgo: number,
  kind: string,
  channel: BookEntry['channel'],
  subject: string,
  from: string,
  [department, who]: [string, Colleague],
  fate: Fate,
): BookEntry => ({ daysAgo, kind, channel, subject, from, department, who, ...fate })

const office: [string, Colleague] = ['relatii-publice', 'registrar']
const urbanism: [string, Colleague] = ['urbanism', 'urbanist']
const building: [string, Colleague] = ['urbanism', 'urbanism']
const taxes: [string, Colleague] = ['impozite', 'taxes']
const farms: [string, Colleague] = ['agricol', 'farms']
const works: [string, Colleague] = ['tehnic', 'works']
const social: [string, Colleague] = ['asistenta-sociala', 'social']
const secretariat: [string, Colleague] = ['secretariat', 'secretary']
const answered = (
  after: number,
  by: 'post' | 'counter' = 'counter',
  outcome: 'favourable' | 'partial' | 'unfavourable' = 'favourable',
): Fate => ({
  became: 'answered',
  after,
  by,
  outcome,
})

/** Four months of a registry: what came, where it went, what is late and what was on time. All of it invented. */
export const book: BookEntry[] = [
  paper(118, 'petition', 'post', 'Praf de la drumul balastierei', 'Traian Murgoi', works, answered(24, 'post')),
  paper(
    112,
    'taxClearance',
    'counter',
    'Certificat fiscal pentru vânzarea unui apartament',
    'Florica Jurj',
    taxes,
    answered(1),
  ),
  paper(109, 'attestation', 'counter', 'Adeverință de teren pentru APIA', 'Pavel Cionca', farms, answered(3)),
  paper(
    105,
    'planningCertificate',
    'counter',
    'Certificat de urbanism, locuință P+1, Strada Morii',
    'Adina Rusnac',
    urbanism,
    answered(19),
  ),
  paper(
    101,
    'foi',
    'email',
    'Contractul de salubrizare și anexele lui',
    'Asociația „Ochi pe comună”',
    office,
    answered(9, 'post'),
  ),
  paper(97, 'petition', 'counter', 'Câini fără stăpân lângă grădiniță', 'Liana Vuia', works, answered(28)),
  paper(94, 'application', 'counter', 'Racordare la apă, Strada Câmpului', 'Costin Barbu', works, answered(22)),
  paper(
    90,
    'buildingPermit',
    'counter',
    'Autorizație de construire pentru garaj',
    'Ovidiu Lăscău',
    building,
    answered(27),
  ),
  paper(87, 'attestation', 'counter', 'Adeverință de rol pentru bursă', 'Ramona Știrbu', farms, answered(2)),
  paper(
    84,
    'petition',
    'post',
    'Zgomot de la terasă după miezul nopții',
    'Nicolae Hodrea',
    office,
    answered(36, 'post', 'partial'),
  ),
  paper(80, 'taxClearance', 'counter', 'Certificat fiscal pentru notar', 'Emil Gropșan', taxes, answered(2)),
  paper(
    77,
    'audience',
    'counter',
    'Audiență la primar: lotul de casă',
    'Valeria Cucu',
    ['cabinet', 'mayor'],
    answered(8),
  ),
  paper(74, 'foi', 'email', 'Cheltuielile cu zilele comunei', 'Redacția „Foaia Banatului”', office, {
    became: 'extended',
    after: 8,
    reason: 'Documentele sunt la trei compartimente și trebuie adunate.',
  }),
  paper(
    72,
    'planningCertificate',
    'post',
    'Certificat de urbanism pentru dezmembrare',
    'Teodora Vlăsceanu',
    urbanism,
    answered(20, 'post'),
  ),
  paper(70, 'application', 'counter', 'Ajutor pentru încălzirea locuinței', 'Ioana Pârvulescu', social, answered(15)),
  paper(66, 'petition', 'counter', 'Podețul surpat de pe Strada Fântânii', 'Marius Cotârlă', works, answered(26)),
  paper(
    63,
    'correspondence',
    'courier',
    'Adresa Instituției Prefectului privind registrul agricol',
    'Instituția Prefectului Timiș',
    secretariat,
    answered(6, 'post'),
  ),
  paper(
    60,
    'gdpr',
    'email',
    'Acces la datele personale din dosarul social',
    'Petronela Iacob',
    ['date-personale', 'secretary'],
    answered(25, 'post'),
  ),
  paper(58, 'attestation', 'counter', 'Adeverință pentru vânzarea produselor', 'Dumitru Ardelean', farms, answered(12)),
  paper(56, 'petition', 'post', 'Lampioane stinse la Beregsău Mic', 'Cornelia Bocșa', works, {
    became: 'extended',
    after: 25,
    reason: 'Lucrarea depinde de operatorul rețelei electrice.',
  }),
  paper(54, 'petition', 'email', 'Parcări pe trotuar în fața școlii', 'Sebastian Negrea', ['politia-locala', 'works'], {
    became: 'working',
  }),
  paper(52, 'invoice', 'post', 'Factura pentru energie electrică', 'Furnizor de energie', taxes, {
    became: 'closed',
    after: 3,
    reason: 'Trimisă la plată.',
  }),
  paper(50, 'petition', 'counter', 'Hotarul dintre două grădini', 'Aurel Bistrian', farms, { became: 'working' }),
  paper(
    47,
    'application',
    'counter',
    'Închirierea sălii căminului cultural',
    'Grupul folcloric „Busuiocul”',
    secretariat,
    answered(10),
  ),
  paper(45, 'petition', 'post', 'Apa bate în curte după ploaie', 'Eugenia Salcău', works, { became: 'routed' }),
  paper(43, 'buildingPermit', 'counter', 'Autorizație de construire, casă și anexă', 'Bogdan Stoicuța', building, {
    became: 'waiting',
    after: 6,
    what: 'Avizul de la apă-canal și planul de situație vizat.',
  }),
  paper(41, 'taxClearance', 'counter', 'Certificat fiscal pentru credit', 'Daciana Mureșan', taxes, answered(2)),
  paper(40, 'attestation', 'counter', 'Adeverință de domiciliu pentru școală', 'Loredana Firu', farms, answered(4)),
  paper(38, 'petition', 'counter', 'Copac uscat pe domeniul public', 'Zaharia Tomoiagă', works, answered(18)),
  paper(36, 'foi', 'email', 'Lista autorizațiilor din 2024 și 2025', 'Ciprian Mateuț', office, answered(9, 'post')),
  paper(35, 'planningCertificate', 'counter', 'Certificat de urbanism pentru împrejmuire', 'Voichița Dan', urbanism, {
    became: 'drafted',
  }),
  paper(33, 'petition', 'post', 'Drumul agricol spre Beregsău este blocat', 'Ștefan Crăciunel', works, {
    became: 'working',
  }),
  paper(
    31,
    'correspondence',
    'post',
    'Solicitare de date a Direcției de Statistică',
    'Direcția Județeană de Statistică',
    secretariat,
    answered(7, 'post'),
  ),
  paper(30, 'petition', 'email', 'Groapa din intersecția cu DJ 692', 'Alina Hanță', works, {
    became: 'forwarded',
    after: 3,
    to: 'Direcția de Drumuri Județene Timiș',
  }),
  paper(29, 'application', 'counter', 'Scutire de impozit pentru veteran', 'Avram Lugojan', taxes, {
    became: 'approved',
  }),
  paper(
    28,
    'gdpr',
    'email',
    'Ștergerea numărului de telefon din evidență',
    'Oana Bejenariu',
    ['date-personale', 'secretary'],
    { became: 'working' },
  ),
  paper(27, 'attestation', 'counter', 'Adeverință de teren și animale', 'Simion Goanță', farms, answered(6)),
  paper(26, 'foi', 'email', 'De ce nu mi-ați reparat podețul', 'Marius Cotârlă', office, {
    became: 'reclassified',
    after: 3,
    reason: 'Nu cere informații de interes public, cere o reparație.',
  }),
  paper(
    25,
    'planningCertificate',
    'counter',
    'Certificat de urbanism pentru branșament la gaz',
    'Rodica Fărcaș',
    urbanism,
    { became: 'working' },
  ),
  paper(24, 'application', 'counter', 'Ancheta socială pentru indemnizație', 'Saveta Munteanu', social, {
    became: 'completed',
    after: 4,
    what: 'Certificatul de încadrare, în copie.',
  }),
  paper(
    22,
    'petition',
    'counter',
    'Fum de la arderea miriștii',
    'Lazăr Pintea',
    ['politia-locala', 'works'],
    answered(13),
  ),
  paper(21, 'taxClearance', 'counter', 'Certificat fiscal pentru succesiune', 'Minodora Sas', taxes, answered(1)),
  paper(
    20,
    'buildingPermit',
    'courier',
    'Autorizație pentru panouri fotovoltaice',
    'SC Lumina de Câmpie SRL',
    building,
    { became: 'working' },
  ),
  paper(19, 'foi', 'email', 'Salariile funcțiilor publice pe 2026', 'Ciprian Mateuț', office, answered(8, 'post')),
  paper(18, 'petition', 'post', 'Gard ridicat peste limita proprietății', 'Iosif Kálmán', building, {
    became: 'routed',
  }),
  paper(
    17,
    'audience',
    'counter',
    'Audiență la viceprimar: iluminatul public',
    'Cornelia Bocșa',
    ['cabinet', 'mayor'],
    { became: 'routed' },
  ),
  paper(16, 'attestation', 'counter', 'Adeverință pentru ajutor de stat la motorină', 'Pavel Cionca', farms, {
    became: 'drafted',
  }),
  paper(15, 'application', 'counter', 'Racord la canalizare, Strada a VI-a', 'Denisa Olaru', works, {
    became: 'working',
  }),
  paper(14, 'foi', 'email', 'Procesele-verbale ale comisiei de fond funciar', 'Asociația „Ochi pe comună”', office, {
    became: 'working',
  }),
  paper(
    13,
    'planningCertificate',
    'counter',
    'Certificat de urbanism pentru operațiuni notariale',
    'Remus Țârdea',
    urbanism,
    { became: 'routed' },
  ),
  paper(12, 'petition', 'email', 'Autobuzul școlar întârzie', 'Gabriela Soare', secretariat, { became: 'working' }),
  paper(
    11,
    'application',
    'counter',
    'Eliberarea unui duplicat de certificat de naștere',
    'Tiberiu Nuțu',
    ['stare-civila', 'social'],
    answered(5),
  ),
  paper(10, 'attestation', 'counter', 'Adeverință de rol pentru cadastru', 'Florica Jurj', farms, {
    became: 'withdrawn',
    after: 2,
    reason: 'Nu mai este nevoie de ea.',
  }),
  paper(9, 'foi', 'email', 'Stadiul proiectului de canalizare', 'Redacția „Foaia Banatului”', office, {
    became: 'approved',
  }),
  paper(8, 'petition', 'counter', 'Apă tulbure la robinet', 'Veronica Ghibu', works, { became: 'routed' }),
  paper(
    7,
    'taxClearance',
    'counter',
    'Certificat fiscal pentru vânzarea unei mașini',
    'Horia Vasi',
    taxes,
    answered(1),
  ),
  paper(6, 'application', 'counter', 'Loc de veci, cimitirul din Săcălaz', 'Ana Brebenaru', secretariat, {
    became: 'routed',
  }),
  paper(6, 'petition', 'site', 'Coșuri de gunoi în stația de autobuz', 'Andrada Miclea', works, { became: 'routed' }),
  paper(5, 'taxClearance', 'counter', 'Certificat fiscal pentru dosar ANL', 'Cătălin Oprea', taxes, {
    became: 'working',
  }),
  paper(4, 'petition', 'site', 'Semnul „Stop” de pe Strada Gării', 'Lucian Fericean', works, { became: 'unrouted' }),
  paper(3, 'planningCertificate', 'counter', 'Certificat de urbanism pentru anexă', 'Adina Rusnac', urbanism, {
    became: 'unrouted',
  }),
  paper(3, 'petition', 'post', 'Curățarea șanțului de pe uliță', 'Persida Crainic', works, { became: 'unrouted' }),
  {
    ...paper(2, 'petition', 'site', 'Împrumut rapid fără acte', 'Oferta Zilei', office, { became: 'unrouted' }),
    review: ['bait-taken', 'too-fast'],
  },
  {
    ...paper(2, 'petition', 'site', 'Lumina din parc', 'Titus Avram', works, { became: 'unrouted' }),
    review: ['too-fast'],
  },
  {
    ...paper(1, 'petition', 'site', 'aaaa', 'aaaa', office, { became: 'unrouted' }),
    review: ['no-token', 'one-of-many'],
  },
  paper(1, 'foi', 'email', 'Planul de achiziții pe 2026', 'Ciprian Mateuț', office, { became: 'unrouted' }),
  {
    ...paper(23, 'internalNote', 'counter', 'Notă: inventarul mijloacelor fixe', 'Financiar-contabil', taxes, {
      became: 'closed',
      after: 5,
      reason: 'Inventarul este făcut.',
    }),
    direction: 'internal',
  },
  {
    ...paper(16, 'correspondence', 'post', 'Adresă către Apele Române: decolmatarea canalului', 'Apele Române', works, {
      became: 'closed',
      after: 1,
      reason: 'Expediată.',
    }),
    direction: 'outgoing',
  },
]
