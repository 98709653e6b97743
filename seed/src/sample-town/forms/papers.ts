import type { FormData } from './form-data.ts'
import {
  address,
  applicantPage,
  choice,
  cnp,
  contactPage,
  date,
  deliveryPage,
  files,
  identityFile,
  identityPaper,
  longText,
  number,
  oneWayToAnswer,
  text,
  ticks,
  truthPage,
  when,
} from './questions.ts'

const taxClearance: FormData = {
  slug: 'certificat-fiscal',
  title: 'Certificat de atestare fiscală',
  lead: 'Arată dacă aveți de plată impozite și taxe la comună. Se cere la vânzarea unei case sau a unei mașini, la notar, la bancă.',
  theme: 'taxes',
  order: 10,
  entryKind: 'taxClearance',
  department: 'Impozite și taxe',
  termKey: 'taxClearance.issue',
  legalBasis: 'Legea nr. 207/2015 privind Codul de procedură fiscală, art. 159 (modelele ITL-010 și ITL-011)',
  minutes: 6,
  needs: ['codul numeric personal sau codul fiscal', 'datele casei, ale terenului sau ale mașinii'],
  outcome: 'certificatul, valabil 30 de zile pentru persoane',
  signature: 'handOrQualified',
  documents: [
    identityPaper,
    {
      label: 'Împuternicirea',
      hint: 'Numai dacă cereți pentru altcineva.',
      required: false,
      field: 'imputernicire',
    },
  ],
  notice: {
    purpose: 'Căutăm rolul fiscal și întocmim certificatul.',
    basis: 'Obligație legală: Codul de procedură fiscală, care identifică un contribuabil prin CNP sau cod fiscal.',
    retention: 'Zece ani.',
  },
  steps: [
    applicantPage({ withNumbers: true }),
    {
      name: 'pentru',
      title: 'Pentru cine este certificatul?',
      fields: [
        choice('pentru', 'Titularul certificatului', {
          mine: 'Pentru solicitant',
          altcineva: 'Pentru altcineva, cu împuternicire',
          mostenire: 'Pentru un moștenit (succesiune)',
        }),
        text('titular', 'Numele titularului', { showIf: when('pentru', 'altcineva', 'mostenire') }),
        cnp('cnp_titular', 'CNP-ul titularului', { showIf: when('pentru', 'altcineva', 'mostenire') }),
      ],
    },
    {
      name: 'scop',
      title: 'La ce vă trebuie?',
      fields: [
        choice('scop', 'Scopul', {
          vanzare_imobil: 'Vânzarea unei case sau a unui teren',
          vanzare_auto: 'Vânzarea sau radierea unui vehicul',
          succesiune: 'Succesiune, la notar',
          urbanism: 'Autorizație de construire',
          credit: 'Credit sau altă bancă',
          altul: 'Alt scop',
        }),
        text('alt_scop', 'Celălalt scop', { showIf: when('scop', 'altul') }),
        address('imobil', 'Adresa imobilului', {
          place: 'commune',
          showIf: when('scop', 'vanzare_imobil', 'urbanism'),
        }),
        text('vehicul', 'Marca și numărul de înmatriculare', {
          showIf: when('scop', 'vanzare_auto'),
          hint: 'De exemplu Dacia Logan, TM 01 ABC.',
        }),
      ],
    },
    {
      name: 'acte',
      title: 'Adăugați actele',
      lead: 'O fotografie făcută cu telefonul este de ajuns, dacă se citește tot textul.',
      fields: [
        identityFile,
        files('imputernicire', 'Împuternicirea', { required: true, showIf: when('pentru', 'altcineva') }),
        files('cerere_semnata', 'Cererea semnată', {
          accepts: 'all',
          maxCount: 1,
          hint: 'Semnată de mână și fotografiată, sau semnată electronic. O puteți semna și la ghișeu.',
        }),
      ],
    },
    deliveryPage('certificatul'),
  ],
}

const farmRegister: FormData = {
  slug: 'adeverinta-registrul-agricol',
  title: 'Adeverință din registrul agricol',
  lead: 'Arată ce teren, ce animale și ce membri are gospodăria. Se cere la APIA, la ajutoare sociale și la burse.',
  theme: 'land',
  order: 10,
  entryKind: 'attestation',
  department: 'Registrul agricol și fond funciar',
  termKey: 'petition.answer',
  termSentence: 'Legea ne dă 30 de zile de la înregistrare; de obicei sunt de ajuns 3.',
  legalBasis: 'Ordonanța Guvernului nr. 28/2008 privind registrul agricol; Ordonanța Guvernului nr. 33/2002',
  minutes: 5,
  needs: ['poziția din registrul agricol, dacă o știți'],
  outcome: 'adeverința, pe e-mail, prin poștă sau de la ghișeu',
  signature: 'none',
  documents: [identityPaper],
  notice: {
    purpose: 'Căutăm gospodăria în registru și întocmim adeverința.',
    basis: 'Obligație legală: Ordonanța Guvernului nr. 28/2008; registrul ține gospodăriile după CNP.',
    retention: 'Cinci ani.',
  },
  steps: [
    {
      name: 'solicitant',
      title: 'Cine face cererea?',
      fields: [text('nume', 'Numele și prenumele', { maxLength: 120, autocomplete: 'name' }), cnp('cnp', 'CNP-ul')],
    },
    {
      name: 'gospodarie',
      title: 'Care este gospodăria?',
      fields: [
        address('gospodarie', 'Adresa gospodăriei', { place: 'commune' }),
        text('volum', 'Volumul', { required: false, maxLength: 20 }),
        text('pozitie', 'Poziția', {
          required: false,
          maxLength: 20,
          hint: 'Volumul și poziția sunt scrise pe adeverințele vechi.',
        }),
      ],
    },
    {
      name: 'ce',
      title: 'Ce să scrie în ea?',
      fields: [
        choice('scop', 'Scopul', {
          apia: 'APIA (subvenții)',
          ajutor: 'Ajutor social sau de încălzire',
          bursa: 'Bursă școlară',
          notar: 'La notar',
          altul: 'Alt scop',
        }),
        text('alt_scop', 'Celălalt scop', { showIf: when('scop', 'altul') }),
        ticks('continut', 'Cuprinsul adeverinței', {
          teren: 'Terenurile',
          animale: 'Animalele',
          membri: 'Membrii gospodăriei',
          cladiri: 'Casa și anexele',
        }),
        number('an', 'Anul', { min: 1950, max: 2100, hint: 'De obicei anul acesta.' }),
        files('tabel_apia', 'Tabelul cu parcele pentru APIA', { showIf: when('scop', 'apia') }),
      ],
    },
    { name: 'acte', title: 'Adăugați cartea de identitate', fields: [identityFile] },
    deliveryPage('adeverința'),
  ],
}

const archive: FormData = {
  slug: 'copii-arhiva',
  title: 'Copii de acte din arhivă',
  lead: 'O copie după o autorizație, un titlu, o hotărâre sau o altă hârtie veche a primăriei.',
  theme: 'papers',
  order: 10,
  entryKind: 'application',
  department: 'Arhivă',
  termKey: 'petition.answer',
  legalBasis: 'Legea Arhivelor Naționale nr. 16/1996; Ordonanța Guvernului nr. 33/2002',
  minutes: 5,
  needs: ['ce știți despre act: anul, numărul, pe numele cui'],
  outcome: 'copia conformă cu originalul, sau răspunsul că actul nu este la noi și unde ar putea fi',
  signature: 'none',
  documents: [
    {
      label: 'Dovada interesului',
      hint: 'De exemplu certificatul de moștenitor, când actul este pe numele altcuiva.',
      required: false,
      field: 'dovada_interes',
    },
  ],
  notice: {
    purpose: 'Căutăm actul în arhivă, verificăm că îl puteți primi și facem copia.',
    basis: 'Obligație legală: Legea nr. 16/1996.',
    retention: 'Cinci ani.',
  },
  steps: [
    {
      name: 'act',
      title: 'Ce act căutați?',
      fields: [
        text('act', 'Felul actului', { hint: 'De exemplu autorizație de construire, titlu de proprietate.' }),
        number('an', 'Anul', {
          required: false,
          min: 1850,
          max: 2100,
          hint: 'Dacă nu îl știți sigur, lăsați gol și scrieți mai jos.',
        }),
        text('autor', 'Cine l-a dat și pe numele cui', { hint: 'De exemplu consiliul popular, pe numele Ion Pop.' }),
        longText('amanunte', 'Alte amănunte', { required: false, maxLength: 2000 }),
      ],
    },
    {
      name: 'scop',
      title: 'La ce vă trebuie?',
      fields: [
        text('scop', 'Scopul'),
        choice('pe_numele_meu', 'Pe numele cui este actul?', {
          da: 'Actul este pe numele meu',
          nu: 'Actul este pe numele altcuiva',
        }),
        files('dovada_interes', 'Dovada interesului', {
          required: true,
          showIf: when('pe_numele_meu', 'nu'),
          hint: 'De exemplu certificatul de moștenitor.',
        }),
      ],
    },
    applicantPage({ withNumbers: false }),
    deliveryPage('copia'),
  ],
}

const dataProtection: FormData = {
  slug: 'date-personale',
  title: 'Cerere despre datele personale',
  lead: 'Aflați ce date are primăria despre dumneavoastră, cereți să fie corectate sau șterse.',
  theme: 'papers',
  order: 20,
  entryKind: 'gdpr',
  department: 'Responsabil cu protecția datelor',
  termKey: 'gdpr.answer',
  legalBasis: 'Regulamentul (UE) 2016/679, art. 12 alin. (3) și art. 15–22',
  minutes: 4,
  needs: [],
  outcome: 'un răspuns scris, cu datele sau cu ce am făcut cu ele',
  signature: 'none',
  documents: [
    {
      label: 'Cartea de identitate',
      hint: 'Numai dacă nu vă putem recunoaște altfel; acoperiți ce nu este nevoie să vedem.',
      required: false,
      field: 'verificare',
    },
  ],
  notice: {
    purpose: 'Verificăm că dumneavoastră cereți, căutăm datele și vă răspundem.',
    basis: 'Obligație legală: Regulamentul (UE) 2016/679, art. 12.',
    retention: 'Trei ani de la răspuns; copia de identitate, numai până la verificare.',
  },
  steps: [
    {
      name: 'ce',
      title: 'Ce cereți?',
      fields: [
        choice('dreptul', 'Dreptul de care vă folosiți', {
          acces: 'Să văd ce date aveți despre mine',
          rectificare: 'Să corectați date greșite',
          stergere: 'Să ștergeți date',
          restrictionare: 'Să opriți un timp folosirea lor',
          opozitie: 'Mă opun folosirii lor',
          portabilitate: 'Să mi le dați într-un fișier',
        }),
        longText('datele', 'Despre ce date este vorba', {
          hint: 'De exemplu adresa din rolul fiscal sau o cerere din 2024.',
        }),
        longText('corect', 'Cum este corect', { showIf: when('dreptul', 'rectificare'), maxLength: 2000 }),
      ],
    },
    {
      name: 'cine',
      title: 'Cine cere?',
      fields: [
        text('nume', 'Numele și prenumele', { maxLength: 120, autocomplete: 'name' }),
        files('verificare', 'Cartea de identitate', {
          maxCount: 2,
          hint: 'Nu trebuie dacă scrieți de la un e-mail pe care îl avem. Acoperiți CNP-ul și fotografia.',
        }),
      ],
    },
    contactPage,
  ],
  atLeastOne: [oneWayToAnswer],
}

const civilStatus: FormData = {
  slug: 'duplicat-stare-civila',
  title: 'Duplicat după un certificat de stare civilă',
  lead: 'Alt certificat de naștere, de căsătorie sau de deces, în locul celui pierdut, furat sau stricat.',
  theme: 'family',
  order: 10,
  entryKind: 'application',
  department: 'Stare civilă',
  termKey: 'petition.answer',
  termSentence: 'Dacă actul este în registrele noastre, îl pregătim de obicei în 3 zile; legea ne dă 30.',
  legalBasis: 'Legea nr. 119/1996 cu privire la actele de stare civilă și normele ei de aplicare',
  minutes: 7,
  needs: ['ce știți despre act: data și locul, numele părinților'],
  outcome: 'duplicatul, de la ghișeu, cu buletinul; îl ridică titularul sau un împuternicit',
  feeSentence: 'dacă este o taxă, v-o spunem înainte de a veni',
  signature: 'handOrQualified',
  documents: [
    identityPaper,
    {
      label: 'Împuternicirea',
      hint: 'Procură specială sau împuternicire avocațială, când cereți pentru altcineva.',
      required: false,
      field: 'imputernicire',
    },
    { label: 'Certificatul deteriorat', hint: 'Îl aduceți la ghișeu când veniți.', required: false },
  ],
  notice: {
    purpose: 'Căutăm actul în registrele de stare civilă, verificăm că îl puteți primi și facem duplicatul.',
    basis: 'Obligație legală: Legea nr. 119/1996.',
    retention: 'Cererea, cinci ani; registrele de stare civilă se păstrează 100 de ani.',
  },
  steps: [
    {
      name: 'act',
      title: 'Ce certificat vă trebuie?',
      fields: [
        choice('tip_act', 'Felul certificatului', {
          nastere: 'De naștere',
          casatorie: 'De căsătorie',
          deces: 'De deces',
        }),
        choice('motiv', 'Motivul', {
          pierdut: 'S-a pierdut',
          furat: 'A fost furat',
          deteriorat: 'Este deteriorat',
          format: 'Este în format vechi',
        }),
      ],
    },
    {
      name: 'titular',
      title: 'Pe numele cui este?',
      fields: [
        text('titular', 'Numele și prenumele din act', { hint: 'La căsătorie, numele dinainte.' }),
        text('sot', 'Numele celuilalt soț', { showIf: when('tip_act', 'casatorie') }),
        text('parinti', 'Numele părinților', { showIf: when('tip_act', 'nastere') }),
        date('data_eveniment', 'Data nașterii, a căsătoriei sau a decesului', {
          days: 'past',
          hint: 'De exemplu 5.03.1968.',
        }),
        text('loc_eveniment', 'Localitatea în care s-a înregistrat', { maxLength: 80 }),
        text('numar_act', 'Numărul actului', { required: false, hint: 'Este scris pe certificatul vechi.' }),
      ],
    },
    {
      name: 'solicitant',
      title: 'Cine face cererea?',
      fields: [
        text('nume', 'Numele și prenumele', { maxLength: 120, autocomplete: 'name' }),
        cnp('cnp', 'CNP-ul'),
        choice('calitate', 'Legătura cu titularul', {
          titular: 'Sunt titularul',
          parinte: 'Sunt părinte sau tutore',
          urmas: 'Sunt urmaș sau moștenitor',
          imputernicit: 'Sunt împuternicit',
        }),
      ],
    },
    {
      name: 'acte',
      title: 'Adăugați actele',
      fields: [
        identityFile,
        files('imputernicire', 'Împuternicirea', { required: true, showIf: when('calitate', 'imputernicit') }),
        files('dovada_legatura', 'Dovada legăturii cu titularul', {
          required: true,
          showIf: when('calitate', 'parinte', 'urmas'),
          hint: 'De exemplu certificatul dumneavoastră de naștere.',
        }),
      ],
    },
    contactPage,
    truthPage,
  ],
  atLeastOne: [oneWayToAnswer],
}

export const paperForms: FormData[] = [taxClearance, farmRegister, archive, dataProtection, civilStatus]
