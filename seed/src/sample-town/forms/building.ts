import type { FormData } from './form-data.ts'
import {
  address,
  applicantPage,
  choice,
  cui,
  date,
  deliveryPage,
  email,
  files,
  identityFile,
  identityPaper,
  longText,
  number,
  phone,
  text,
  ticks,
  truthPage,
  when,
} from './questions.ts'

const [whoAsks, name, personalNumber] = applicantPage({ withNumbers: true }).fields
const landBook = text('carte_funciara', 'Numărul cărții funciare', { hint: 'De exemplu 402118 Săcălaz.' })
const cadastral = text('numar_cadastral', 'Numărul cadastral', {
  required: false,
  hint: 'Îl găsiți în extrasul de carte funciară.',
})
const landBookFile = files('extras_cf', 'Extrasul de carte funciară', {
  required: true,
  hint: 'Nu mai vechi de 30 de zile.',
})

const planning: FormData = {
  slug: 'certificat-urbanism',
  title: 'Certificat de urbanism',
  lead: 'Vă spune ce se poate construi pe un teren și ce avize trebuie. Îl poate cere oricine, și cine nu este proprietar.',
  theme: 'building',
  order: 10,
  entryKind: 'planningCertificate',
  department: 'Urbanism și amenajarea teritoriului',
  termKey: 'planningCertificate.issue',
  legalBasis:
    'Legea nr. 50/1991 privind autorizarea executării lucrărilor de construcții, art. 6; Ordinul nr. 839/2009, formularul F.1',
  minutes: 12,
  needs: ['numărul cărții funciare și suprafața', 'ce lucrare aveți în gând, în câteva cuvinte'],
  outcome: 'certificatul de urbanism, pe e-mail, prin poștă sau de la ghișeu',
  feeSentence: 'taxa depinde de suprafață; v-o calculăm și v-o scriem după ce primim cererea',
  signature: 'handOrQualified',
  documents: [
    { label: 'Extrasul de carte funciară', hint: 'Nu mai vechi de 30 de zile.', required: true, field: 'extras_cf' },
    { label: 'Planul cadastral sau topografic', hint: 'Cu terenul marcat.', required: true, field: 'plan_cadastral' },
    {
      label: 'Dovada plății taxei',
      hint: 'O puteți trimite și după ce vă spunem suma.',
      required: false,
      field: 'dovada_taxa',
    },
  ],
  notice: {
    purpose: 'Întocmim certificatul și îl trecem în lista publică a certificatelor, fără numele dumneavoastră.',
    basis: 'Obligație legală: Legea nr. 50/1991 și normele ei (formularul F.1 cere CNP-ul și domiciliul).',
    retention: 'Permanent, în arhiva de urbanism.',
  },
  steps: [
    {
      name: 'solicitant',
      title: 'Cine face cererea?',
      lead: 'Formularul F.1 întreabă de CNP și de domiciliu.',
      fields: [
        ...[whoAsks, name, personalNumber].flatMap((field) => field ?? []),
        text('denumire', 'Denumirea organizației', {
          showIf: when('solicitant', 'organizatie'),
          autocomplete: 'organization',
        }),
        cui('cui', 'Codul fiscal al organizației', { showIf: when('solicitant', 'organizatie') }),
        text('calitate', 'Calitatea în care cereți', {
          hint: 'De exemplu proprietar, cumpărător, proiectant, reprezentant.',
        }),
      ],
    },
    {
      name: 'domiciliu',
      title: 'Unde locuiți?',
      lead: 'Domiciliul, iar pentru o organizație sediul.',
      fields: [
        address('domiciliu', 'Domiciliul sau sediul', { place: 'country' }),
        phone('telefon', 'Telefonul'),
        email('email', 'E-mailul', { required: false }),
      ],
    },
    {
      name: 'scop',
      title: 'La ce vă trebuie certificatul?',
      fields: [
        ticks('scop', 'Scopul', {
          construire: 'Construire: casă, anexă, extindere, împrejmuire, branșament',
          desfiintare: 'Desființare: demolarea unei construcții',
          operatiuni: 'Operațiuni notariale: împărțire, dezlipire, alipire, servitute',
          licitatie: 'Licitație pentru proiectarea unei lucrări publice',
          altul: 'Alt scop prevăzut de lege',
        }),
        longText('lucrare', 'Lucrarea pe care o aveți în gând', {
          showIf: when('scop', 'construire', 'desfiintare'),
          maxLength: 2000,
          hint: 'De exemplu „casă cu parter și etaj, 120 m², și împrejmuire”.',
        }),
        ticks(
          'operatiuni',
          'Operațiunile notariale',
          {
            dezlipire: 'Dezlipire (dezmembrare)',
            alipire: 'Alipire (comasare)',
            imparteala: 'Împărțeală',
            servitute: 'Servitute',
          },
          { showIf: when('scop', 'operatiuni') },
        ),
        text('alt_scop', 'Celălalt scop', { showIf: when('scop', 'altul') }),
      ],
    },
    {
      name: 'imobil',
      title: 'Despre ce imobil este vorba?',
      fields: [
        ticks('fel_imobil', 'Felul imobilului', { teren: 'Teren', constructii: 'Construcții' }),
        address('imobil', 'Adresa imobilului', { place: 'commune' }),
        landBook,
        cadastral,
        number('suprafata', 'Suprafața terenului', {
          unit: 'm²',
          decimals: 2,
          min: 1,
          max: 100_000_000,
          hint: 'De exemplu 812 sau 812,50.',
        }),
      ],
    },
    {
      name: 'acte',
      title: 'Adăugați actele',
      lead: 'O fotografie făcută cu telefonul este de ajuns, dacă se citește tot textul.',
      fields: [
        landBookFile,
        files('plan_cadastral', 'Planul cadastral sau topografic', { required: true }),
        files('dovada_taxa', 'Dovada plății taxei', { maxCount: 1 }),
        files('cerere_semnata', 'Cererea semnată', {
          accepts: 'all',
          maxCount: 1,
          hint: 'Semnată de mână și fotografiată, sau semnată electronic. O puteți aduce și la ghișeu.',
        }),
      ],
    },
    {
      ...deliveryPage('certificatul'),
      fields: [
        choice('primire', 'Felul în care îl primiți', {
          email: 'Pe e-mail, semnat electronic',
          posta: 'Prin poștă, la domiciliu',
          ghiseu: 'De la ghișeu',
        }),
      ],
    },
    truthPage,
  ],
}

const streetName: FormData = {
  slug: 'nomenclatura-stradala',
  title: 'Certificat de nomenclatură stradală',
  lead: 'Dovedește adresa oficială a unei case sau a unui teren. Vi se cere la notar, la cadastru sau la buletin.',
  theme: 'building',
  order: 20,
  entryKind: 'application',
  department: 'Urbanism și amenajarea teritoriului',
  termKey: 'petition.answer',
  termSentence: 'Legea ne dă 30 de zile de la înregistrare; de obicei sunt de ajuns 10.',
  legalBasis:
    'Ordonanța Guvernului nr. 33/2002 privind eliberarea certificatelor și adeverințelor; Hotărârea Guvernului nr. 777/2016 (registrul nomenclaturilor stradale)',
  minutes: 5,
  needs: ['numărul cadastral, dacă îl știți; dacă nu, mergeți mai departe fără el'],
  outcome: 'certificatul, pe e-mail, prin poștă sau de la ghișeu',
  feeSentence: 'taxa hotărâtă de consiliul local pentru anul acesta; v-o scriem după ce primim cererea',
  signature: 'none',
  documents: [
    { label: 'Actul de proprietate sau extrasul de carte funciară', required: true, field: 'act_proprietate' },
    { label: 'Planul de amplasament', required: false, field: 'plan' },
  ],
  notice: {
    purpose: 'Verificăm adresa în registrul nomenclaturilor și vă eliberăm certificatul.',
    basis: 'Obligație legală: Ordonanța Guvernului nr. 33/2002.',
    retention: 'Zece ani.',
  },
  steps: [
    applicantPage({ withNumbers: false }),
    {
      name: 'imobil',
      title: 'Unde este casa sau terenul?',
      fields: [
        address('imobil', 'Adresa imobilului', { place: 'commune' }),
        { ...landBook, required: false },
        cadastral,
      ],
    },
    {
      name: 'scop',
      title: 'La ce vă trebuie?',
      fields: [
        choice('scop', 'Scopul', {
          notar: 'La notar',
          cadastru: 'La cadastru',
          buletin: 'La cartea de identitate',
          utilitati: 'La un contract de utilități',
          altul: 'Altundeva',
        }),
        text('alt_scop', 'Celălalt scop', { showIf: when('scop', 'altul') }),
      ],
    },
    {
      name: 'acte',
      title: 'Adăugați actul de proprietate',
      lead: 'O fotografie făcută cu telefonul este de ajuns, dacă se citește tot textul.',
      fields: [
        files('act_proprietate', 'Actul de proprietate sau extrasul de carte funciară', { required: true }),
        files('plan', 'Planul de amplasament'),
      ],
    },
    deliveryPage('certificatul'),
  ],
}

const connection: FormData = {
  slug: 'bransament-apa',
  title: 'Branșament la apă și racord la canal',
  lead: 'Legați casa sau firma la rețeaua comunei. Spuneți-ne unde și ce, iar noi venim să vedem locul.',
  theme: 'utilities',
  order: 10,
  entryKind: 'application',
  department: 'Administrativ și apă-canal',
  termKey: 'petition.answer',
  legalBasis:
    'Legea nr. 241/2006 a serviciului de alimentare cu apă și de canalizare; Legea nr. 51/2006 a serviciilor comunitare de utilități publice',
  minutes: 8,
  needs: ['o schiță a locului, fie și de mână'],
  outcome: 'avizul de branșare și devizul lucrării',
  feeSentence: 'lucrarea se plătește după deviz; avizul, după hotărârea consiliului local',
  signature: 'handOrQualified',
  documents: [
    identityPaper,
    { label: 'Extrasul de carte funciară', required: true, field: 'extras_cf' },
    { label: 'Planul de situație sau o schiță', required: true, field: 'plan' },
  ],
  notice: {
    purpose: 'Verificăm rețeaua, întocmim avizul și contractul.',
    basis: 'Încheierea contractului de furnizare și Legea nr. 241/2006.',
    retention: 'Cât ține contractul și zece ani după aceea.',
  },
  steps: [
    applicantPage({ withNumbers: true }),
    {
      name: 'imobil',
      title: 'Unde vă branșați?',
      fields: [
        address('imobil', 'Adresa imobilului', { place: 'commune' }),
        { ...landBook, required: false },
        choice('destinatie', 'Destinația imobilului', {
          casa: 'Locuință',
          firma: 'Activitate economică',
          teren: 'Teren, grădină',
        }),
        number('debit', 'Debitul de care aveți nevoie', {
          showIf: when('destinatie', 'firma'),
          unit: 'm³/zi',
          decimals: 1,
          min: 0.1,
          max: 10_000,
        }),
      ],
    },
    {
      name: 'lucrare',
      title: 'Ce lucrare cereți?',
      fields: [
        ticks('retea', 'Rețeaua', { apa: 'Branșament la apă', canal: 'Racord la canal' }),
        choice('drum', 'Se sparge drumul sau trotuarul?', {
          nu: 'Nu se sparge nimic',
          da: 'Se sparge drumul sau trotuarul',
        }),
        number('suprafata_sparta', 'Suprafața care se sparge', {
          showIf: when('drum', 'da'),
          unit: 'm²',
          decimals: 1,
          min: 0.1,
          max: 10_000,
        }),
        date('inceput_pe', 'Ziua în care ați vrea să începeți', {
          required: false,
          days: 'future',
          hint: 'De exemplu 5.05.2027.',
        }),
        text('executant', 'Firma care face lucrarea', { required: false }),
      ],
    },
    {
      name: 'acte',
      title: 'Adăugați actele',
      fields: [identityFile, landBookFile, files('plan', 'Planul de situație sau schița', { required: true })],
    },
    {
      name: 'contact',
      title: 'Unde vă căutăm?',
      fields: [phone('telefon', 'Telefonul'), email('email', 'E-mailul', { required: false })],
    },
  ],
}

export const buildingForms: FormData[] = [planning, streetName, connection]
