import type { DecisionData } from './types.ts'

/** The council's yearly round. Keys carry the year, so that one year's decision can change another's. */
export function decisionsOf(year: number): DecisionData[] {
  const before = year - 1
  const chair = (month: number, months: string): DecisionData => ({
    key: `chair-${month}-${year}`,
    month,
    topic: 'administration',
    character: 'individual',
    title: `Alegerea președintelui de ședință pentru ${months} ${year}`,
    articles: [
      'Se alege un consilier local ca președinte de ședință al consiliului local pentru o perioadă de trei luni.',
      'Președintele de ședință semnează hotărârile adoptate, iar secretarul general al comunei le contrasemnează pentru legalitate.',
    ],
    votes: { for: 14, against: 0, abstained: 1 },
  })
  return [
    chair(1, 'lunile ianuarie–martie'),
    {
      key: `budget-${year}`,
      month: 2,
      topic: 'budget',
      title: `Bugetul local al comunei pe anul ${year}`,
      summary: [
        'Cei mai mulți bani merg la drumuri, canalizare și școli.',
        `Investițiile sunt 46 % din buget.`,
        'Bugetul se poate rectifica în cursul anului prin altă hotărâre.',
      ],
      articles: [
        `Se aprobă bugetul local al comunei Săcălaz pe anul ${year}, pe secțiuni de funcționare și de dezvoltare, potrivit anexei nr. 1.`,
        'Se aprobă lista obiectivelor de investiții, potrivit anexei nr. 2.',
        'Ordonatorul principal de credite răspunde de utilizarea creditelor bugetare numai pentru destinațiile aprobate.',
      ],
      votes: { for: 13, against: 0, abstained: 2 },
    },
    {
      key: `network-${year}`,
      month: 2,
      topic: 'education',
      title: `Rețeaua școlară a unităților de învățământ pentru anul școlar ${year}–${year + 1}`,
      articles: [
        'Se aprobă organizarea rețelei școlare: Școala Gimnazială Săcălaz, Școala Primară Beregsău Mare și grădinițele din cele trei sate.',
        'Hotărârea se comunică Inspectoratului Școlar Județean Timiș.',
      ],
      votes: { for: 15, against: 0, abstained: 0 },
      relations: [{ kind: 'replaces', to: `network-${before}` }],
    },
    {
      key: `pasture-${year}`,
      month: 3,
      topic: 'agriculture',
      title: `Închirierea pășunii comunale prin atribuire directă crescătorilor de animale, anul ${year}`,
      summary: [
        'Pășunea se închiriază numai crescătorilor cu animale înscrise în registrul agricol.',
        'Chiria este 320 de lei pe hectar și an.',
      ],
      articles: [
        'Se aprobă închirierea prin atribuire directă a suprafeței de 214 ha de pășune din domeniul privat al comunei.',
        'Prețul de pornire este 320 de lei/ha/an, stabilit pe baza raportului de evaluare.',
        'Cererile se depun la registratură în 30 de zile de la publicarea hotărârii.',
      ],
      votes: { for: 13, against: 1, abstained: 1 },
    },
    {
      key: `social-${year}`,
      month: 3,
      topic: 'social',
      title: `Planul anual de acțiune privind serviciile sociale pentru anul ${year}`,
      articles: [
        `Se aprobă Planul anual de acțiune privind serviciile sociale administrate și finanțate din bugetul comunei în anul ${year}.`,
        'Compartimentul de asistență socială prezintă consiliului local, în luna decembrie, raportul asupra îndeplinirii planului.',
      ],
      votes: { for: 15, against: 0, abstained: 0 },
    },
    chair(4, 'lunile aprilie–iunie'),
    {
      key: `sanitation-${year}`,
      month: 4,
      topic: 'environment',
      title:
        year % 3 === 0
          ? 'Regulamentul serviciului public de salubrizare în comuna Săcălaz'
          : year % 3 === 1
            ? 'Completarea Regulamentului serviciului public de salubrizare cu colectarea deșeurilor textile'
            : 'Modificarea Regulamentului serviciului public de salubrizare: colectarea deșeurilor vegetale',
      summary: [
        'Gunoiul menajer se ridică o dată pe săptămână, de la fiecare poartă.',
        'Sacii pentru reciclabile sunt gratuiți și se ridică la două săptămâni.',
        'Resturile din grădină se ridică de două ori pe lună, din martie până în noiembrie.',
      ],
      articles:
        year % 3 === 0
          ? [
              'Se aprobă Regulamentul de organizare și funcționare a serviciului public de salubrizare în comuna Săcălaz, prevăzut în anexa care face parte integrantă din prezenta hotărâre.',
              '(1) Deșeurile menajere se colectează săptămânal, din fața fiecărei gospodării, în satele Săcălaz, Beregsău Mare și Beregsău Mic.\n(2) Deșeurile reciclabile se colectează o dată la două săptămâni, în saci puși la dispoziție gratuit.',
              'Deșeurile vegetale se colectează lunar, în perioada 15 martie – 30 noiembrie.',
            ]
          : [
              'Articolul 3 al regulamentului se modifică: deșeurile vegetale se colectează de două ori pe lună, în perioada 15 martie – 30 noiembrie.',
              'Celelalte prevederi rămân neschimbate.',
            ],
      votes: { for: 12, against: 1, abstained: 2 },
      relations:
        year % 3 === 0
          ? [{ kind: 'repeals', to: `sanitation-${year - 3}` }]
          : [
              {
                kind: year % 3 === 1 ? 'completes' : 'amends',
                to: `sanitation-${year - (year % 3)}`,
                target: 'art. 3',
              },
            ],
    },
    {
      key: `roads-${year}`,
      month: 4,
      topic: 'transport',
      title: `Indicatorii tehnico-economici ai investiției „Modernizarea străzilor din satul ${['Beregsău Mare', 'Beregsău Mic', 'Săcălaz'][year % 3]}, etapa ${year - 2020}”`,
      articles: [
        'Se aprobă indicatorii tehnico-economici ai investiției: 4,2 km de carosabil, trotuare pe ambele părți și rigole acoperite.',
        'Finanțarea se asigură din bugetul local și din Programul național de investiții.',
      ],
      votes: { for: 14, against: 0, abstained: 1 },
      relations: [{ kind: 'implements', to: `budget-${year}` }],
    },
    {
      key: `revision-5-${year}`,
      month: 5,
      topic: 'budget',
      title: `Rectificarea bugetului local pe anul ${year}`,
      articles: [
        `Se aprobă rectificarea bugetului local pe anul ${year}, potrivit anexei nr. 1.`,
        'Se aprobă lista actualizată a obiectivelor de investiții, potrivit anexei nr. 2.',
      ],
      votes: { for: 13, against: 0, abstained: 2 },
      relations: [{ kind: 'amends', to: `budget-${year}`, target: 'art. 1' }],
    },
    {
      key: `execution-${year}`,
      month: 5,
      topic: 'budget',
      title: `Contul de execuție a bugetului local pe anul ${before}`,
      articles: [
        `Se aprobă contul anual de execuție a bugetului local pe anul ${before}.`,
        'Excedentul se reportează în secțiunea de dezvoltare.',
      ],
      votes: { for: 15, against: 0, abstained: 0 },
      relations: [{ kind: 'cites', to: `budget-${before}` }],
    },
    {
      key: `light-${year}`,
      month: 6,
      topic: 'utilities',
      title: `Modernizarea iluminatului public pe ${['strada Bisericii din Beregsău Mic', 'strada a VII-a din Săcălaz', 'strada Gării din Beregsău Mare'][year % 3]}`,
      articles: [
        'Se aprobă înlocuirea a 86 de corpuri de iluminat cu corpuri LED, cu telegestiune.',
        'Lucrările se execută fără întreruperea iluminatului pe timpul nopții.',
      ],
      votes: { for: 15, against: 0, abstained: 0 },
      relations: [{ kind: 'implements', to: `budget-${year}` }],
    },
    {
      key: `days-${year}`,
      month: 6,
      topic: 'culture',
      title: `Programul manifestărilor „Zilele Comunei Săcălaz”, ediția ${year}`,
      articles: [
        'Se aprobă programul manifestărilor și suma de 120.000 de lei din bugetul local.',
        'Circulația pe strada a IV-a se închide în zilele manifestărilor, potrivit anexei.',
      ],
      votes: { for: 11, against: 2, abstained: 2 },
    },
    chair(7, 'lunile iulie–septembrie'),
    {
      key: `land-${year}`,
      month: 7,
      topic: 'property',
      title: `Concesionarea prin licitație publică a terenului în suprafață de ${(1200 + (year % 5) * 340).toLocaleString('ro-RO')} m² din zona industrială`,
      articles: [
        'Se aprobă concesionarea prin licitație publică a terenului înscris în cartea funciară a comunei, pentru o durată de 25 de ani.',
        'Se aprobă studiul de oportunitate și caietul de sarcini.',
        'Prețul minim al redevenței este 4,10 lei/m²/an.',
      ],
      votes: { for: 11, against: 2, abstained: 2 },
    },
    {
      key: `exchange-${year}`,
      month: 8,
      topic: 'property',
      character: 'individual',
      title: `Schimbul unui teren din domeniul privat al comunei cu un teren proprietatea doamnei M. ${['P.', 'D.', 'S.'][year % 3]}`,
      articles: [
        'Se aprobă schimbul de terenuri de valoare egală, în vederea lărgirii drumului de exploatare.',
        'Cheltuielile de autentificare sunt în sarcina comunei.',
      ],
      votes: { for: 12, against: 0, abstained: 3 },
    },
    {
      key: `revision-9-${year}`,
      month: 9,
      topic: 'budget',
      title: `A doua rectificare a bugetului local pe anul ${year}`,
      articles: [
        `Se aprobă a doua rectificare a bugetului local pe anul ${year}, potrivit anexei.`,
        'Veniturile suplimentare se repartizează pentru canalizarea din Beregsău Mare.',
      ],
      votes: { for: 14, against: 0, abstained: 1 },
      relations: [
        { kind: 'amends', to: `budget-${year}`, target: 'art. 1' },
        { kind: 'amends', to: `revision-5-${year}` },
      ],
    },
    {
      key: `error-${year}`,
      month: 9,
      topic: 'property',
      title: 'Îndreptarea unei erori materiale din hotărârea privind concesionarea terenului din zona industrială',
      articles: ['La articolul 3, în loc de „lei/m²/lună” se citește „lei/m²/an”.'],
      votes: { for: 15, against: 0, abstained: 0 },
      relations: [{ kind: 'rectifies', to: `land-${year}`, target: 'art. 3' }],
    },
    chair(10, 'lunile octombrie–decembrie'),
    {
      key: `clinic-${year}`,
      month: 10,
      topic: 'investments',
      title: `Documentația de avizare a lucrărilor „Reabilitarea căminului cultural din ${['Săcălaz', 'Beregsău Mare', 'Beregsău Mic'][year % 3]}”`,
      articles: [
        'Se aprobă documentația de avizare a lucrărilor de intervenție.',
        'Clădirea va avea rampă de acces, grup sanitar adaptat și încălzire cu pompă de căldură.',
      ],
      votes: { for: 15, against: 0, abstained: 0 },
    },
    {
      key: `taxes-${year}`,
      month: 11,
      topic: 'taxes',
      title: `Impozitele și taxele locale pentru anul ${year + 1}`,
      summary: [
        `Impozitele se plătesc la 31 martie și 30 septembrie ${year + 1}.`,
        'Cine plătește tot până la 31 martie are o reducere de 10 %.',
        'Persoanele cu handicap grav sau accentuat sunt scutite pentru locuință.',
      ],
      articles: [
        `Se stabilesc impozitele și taxele locale pentru anul ${year + 1}, potrivit anexei care face parte integrantă din prezenta hotărâre.`,
        'Pentru plata cu anticipație până la 31 martie se acordă o bonificație de 10 %.',
        'Se acordă scutirile prevăzute la art. 456 și art. 464 din Legea nr. 227/2015 privind Codul fiscal.',
      ],
      votes: { for: 10, against: 3, abstained: 2 },
      relations: [{ kind: 'replaces', to: `taxes-${before}` }],
    },
  ]
}

/** Normative orders stand in full; individual ones are in the register only. */
export const orders: { title: string; character: 'normative' | 'individual'; daysAgo: number; articles: string[] }[] = [
  {
    title: 'Convocarea consiliului local în ședință ordinară',
    character: 'normative',
    daysAgo: 20,
    articles: [
      'Se convoacă consiliul local al comunei Săcălaz în ședință ordinară, în sala de ședințe a primăriei.',
      'Proiectul ordinii de zi este cuprins în anexă.',
    ],
  },
  {
    title: 'Numirea responsabilului cu informațiile de interes public',
    character: 'individual',
    daysAgo: 34,
    articles: ['Se numește responsabilul.'],
  },
  {
    title: 'Constituirea comisiei de evaluare a ofertelor pentru concesionarea terenului din zona industrială',
    character: 'normative',
    daysAgo: 95,
    articles: ['Se constituie comisia de evaluare, formată din cinci membri și un secretar.'],
  },
  {
    title: 'Acordarea unui ajutor de urgență',
    character: 'individual',
    daysAgo: 120,
    articles: ['Se acordă ajutorul.'],
  },
  {
    title: 'Restricții de circulație pe strada a IV-a în timpul lucrărilor la rețeaua de apă',
    character: 'normative',
    daysAgo: 150,
    articles: [
      'Se închide circulația vehiculelor grele pe strada a IV-a, între numerele 200 și 420.',
      'Ruta ocolitoare este semnalizată pe strada a VII-a.',
    ],
  },
  {
    title: 'Încadrarea în grupa de salarizare',
    character: 'individual',
    daysAgo: 210,
    articles: ['Se stabilește salariul de bază.'],
  },
  {
    title: 'Convocarea consiliului local în ședință extraordinară',
    character: 'normative',
    daysAgo: 240,
    articles: ['Se convoacă consiliul local în ședință extraordinară pentru rectificarea bugetului.'],
  },
  {
    title: 'Programul de lucru cu publicul al compartimentelor primăriei',
    character: 'normative',
    daysAgo: 330,
    articles: [
      'Se aprobă programul de lucru cu publicul, potrivit anexei.',
      'Joia programul se prelungește până la ora 18:30.',
    ],
  },
]
