import type { FormData } from './form-data.ts'
import { choice, contactPage, date, email, files, longText, oneWayToAnswer, phone, text, when } from './questions.ts'

const petition: FormData = {
  slug: 'petitie',
  title: 'Petiție sau sesizare scrisă',
  lead: 'Cereți, reclamați, sesizați sau propuneți ceva primăriei. Aveți dreptul la un răspuns în scris.',
  theme: 'writing',
  order: 10,
  entryKind: 'petition',
  department: 'Registratură și relații cu publicul',
  departmentCode: 'relatii-publice',
  termKey: 'petition.answer',
  termSentence:
    'Legea ne dă 30 de zile de la înregistrare; dacă cercetarea este grea, conducerea poate prelungi cu 15 zile și vă anunțăm.',
  legalBasis: 'Ordonanța Guvernului nr. 27/2002 privind soluționarea petițiilor, art. 2, art. 8 și art. 9',
  minutes: 5,
  needs: ['fotografii sau înscrisuri, dacă aveți'],
  outcome: 'un răspuns scris, favorabil sau nu, cu temeiul lui legal',
  signature: 'none',
  documents: [],
  notice: {
    purpose: 'Vă cercetăm petiția și vă răspundem. Dacă o rezolvă altă autoritate, i-o trimitem și vă anunțăm.',
    basis:
      'Obligație legală: Ordonanța Guvernului nr. 27/2002. O petiție fără nume nu poate fi luată în seamă (art. 7).',
    retention: 'Cinci ani de la răspuns, potrivit nomenclatorului arhivistic al primăriei.',
  },
  steps: [
    {
      name: 'cine',
      title: 'Cine scrie?',
      lead: 'O petiție fără nume nu poate primi răspuns.',
      fields: [
        text('nume', 'Numele și prenumele', {
          maxLength: 120,
          autocomplete: 'name',
          hint: 'Sau denumirea organizației și numele celui care semnează pentru ea.',
        }),
      ],
    },
    {
      ...contactPage,
      fields: [
        ...contactPage.fields.slice(0, 2),
        text('localitate', 'Localitatea', { required: false, maxLength: 80, autocomplete: 'address-level2' }),
        text('adresa', 'Strada și numărul', {
          required: false,
          hint: 'Dacă vreți răspunsul prin poștă.',
          autocomplete: 'street-address',
        }),
      ],
    },
    {
      name: 'ce',
      title: 'Ce vreți să ne scrieți?',
      fields: [
        text('obiect', 'Pe scurt, despre ce este vorba', { hint: 'De exemplu „Canal înfundat pe Strada Morii”.' }),
        longText('descriere', 'Ce s-a întâmplat și ce cereți', {
          hint: 'Unde, când și ce ar trebui făcut.',
          maxLength: 10_000,
        }),
      ],
    },
    {
      name: 'dovezi',
      title: 'Aveți fotografii sau înscrisuri?',
      lead: 'Puteți merge mai departe și fără ele.',
      fields: [
        files('fisiere', 'Fișierele', {
          accepts: 'all',
          maxCount: 10,
          maxMegabytes: 20,
        }),
      ],
    },
  ],
  atLeastOne: [oneWayToAnswer],
}

const information: FormData = {
  slug: 'cerere-544',
  title: 'Cerere de informații de interes public',
  lead: 'Orice document al primăriei este public, în afara celor oprite de lege. Nu trebuie să spuneți de ce îl cereți.',
  theme: 'writing',
  order: 20,
  entryKind: 'foi',
  department: 'Responsabil cu informațiile publice',
  departmentCode: 'relatii-publice',
  termKey: 'foi.answer',
  legalBasis: 'Legea nr. 544/2001 privind liberul acces la informațiile de interes public, art. 6 și art. 7',
  minutes: 4,
  needs: [],
  outcome: 'informația, în felul ales de dumneavoastră; un refuz se dă motivat, în 5 zile',
  feeSentence: 'nimic; numai copierea pe hârtie a multor pagini se plătește',
  signature: 'none',
  documents: [],
  notice: {
    purpose:
      'Vă căutăm informația, vă răspundem și trecem cererea în registrul cererilor, fără să publicăm cine a făcut-o.',
    basis: 'Obligație legală: Legea nr. 544/2001, art. 6 alin. (3).',
    retention: 'Cinci ani de la răspuns.',
  },
  steps: [
    {
      name: 'ce',
      title: 'Ce informație cereți?',
      fields: [
        longText('informatia', 'Informația sau documentele', {
          hint: 'Cât mai precis: ce document, din ce an, despre ce lucrare.',
        }),
        choice('forma', 'Felul în care o primiți', {
          email: 'Pe e-mail',
          copie: 'Copii pe hârtie',
          suport: 'Pe un stick sau pe un CD aduse de mine',
          sediu: 'O citesc la sediul primăriei',
        }),
      ],
    },
    {
      name: 'cine',
      title: 'Cine cere?',
      fields: [
        text('nume', 'Numele și prenumele', { maxLength: 120, autocomplete: 'name' }),
        text('organizatie', 'Organizația pentru care cereți', {
          required: false,
          hint: 'O redacție, o asociație, o firmă. Lăsați gol dacă cereți pentru dumneavoastră.',
          autocomplete: 'organization',
        }),
        text('profesia', 'Profesia', { required: false, hint: 'Modelul legal o întreabă; nu trebuie să răspundeți.' }),
      ],
    },
    contactPage,
  ],
  atLeastOne: [oneWayToAnswer],
}

const audience: FormData = {
  slug: 'audienta',
  title: 'Înscriere în audiență',
  lead: 'Vorbiți față în față cu primarul, cu viceprimarul sau cu secretarul general.',
  theme: 'writing',
  order: 30,
  entryKind: 'audience',
  department: 'Cabinetul primarului',
  termKey: 'application.answer',
  termSentence: 'Vă spunem ziua și ora cel târziu în 5 zile; dacă ne lăsați o cerere scrisă, legea ne dă 30 de zile.',
  legalBasis: 'Legea nr. 544/2001, art. 5 alin. (1) lit. b) (orele de audiențe) și regulamentul primăriei',
  minutes: 3,
  needs: ['numărul de înregistrare, dacă ați mai scris primăriei despre asta'],
  outcome: 'ziua și ora audienței, prin telefon sau e-mail',
  signature: 'none',
  documents: [],
  notice: {
    purpose: 'Vă programăm și pregătim discuția. Numele intră în registrul de audiențe.',
    basis: 'Sarcină de interes public: Codul administrativ, art. 154 și următoarele.',
    retention: 'Trei ani de la audiență.',
  },
  steps: [
    {
      name: 'cui',
      title: 'Cu cine vreți să vorbiți?',
      fields: [
        choice('la_cine', 'Persoana', {
          primar: 'Primarul',
          viceprimar: 'Viceprimarul',
          secretar: 'Secretarul general',
        }),
        date('data_dorita', 'Ziua care v-ar conveni', {
          required: false,
          days: 'future',
          hint: 'De exemplu 5.03.2027. Alegem cea mai apropiată zi de audiență.',
        }),
      ],
    },
    {
      name: 'ce',
      title: 'Despre ce este vorba?',
      fields: [
        longText('problema', 'Problema, pe scurt', { maxLength: 2000 }),
        choice('a_mai_scris', 'Ați mai scris primăriei despre asta?', {
          nu: 'Nu am scris',
          da: 'Am scris deja',
        }),
        text('numar_anterior', 'Numărul cererii de dinainte', {
          showIf: when('a_mai_scris', 'da'),
          hint: 'De exemplu 4812 din 18.11.2026.',
        }),
      ],
    },
    {
      name: 'cine',
      title: 'Cine vine?',
      fields: [
        text('nume', 'Numele și prenumele', { maxLength: 120, autocomplete: 'name' }),
        phone('telefon', 'Telefonul', { required: false }),
        email('email', 'E-mailul', { required: false }),
      ],
    },
  ],
  atLeastOne: [{ fields: ['telefon', 'email'], sentence: 'Scrieți un telefon sau un e-mail, ca să vă spunem ziua.' }],
}

const proposal: FormData = {
  slug: 'propunere-proiect',
  title: 'Propunere la un proiect de hotărâre',
  lead: 'Înainte de a fi votat, un proiect se supune părerii dumneavoastră. O propunere neacceptată primește în scris motivul.',
  theme: 'writing',
  order: 40,
  entryKind: 'consultationProposal',
  department: 'Responsabil cu transparența decizională',
  departmentCode: 'secretariat',
  termKey: 'consultation.proposals',
  legalBasis: 'Legea nr. 52/2003 privind transparența decizională, art. 7',
  minutes: 6,
  needs: ['numele proiectului, de la pagina de anunțuri'],
  outcome: 'propunerea intră în registrul propunerilor, iar consiliul o citește înainte de vot',
  signature: 'none',
  documents: [],
  notice: {
    purpose: 'Dăm propunerea consiliului, o trecem în registrul public al propunerilor și vă răspundem.',
    basis: 'Obligație legală: Legea nr. 52/2003, art. 7, și Codul administrativ, anexa nr. 1.',
    retention: 'Permanent, în registrul propunerilor; datele de contact, cinci ani.',
  },
  steps: [
    {
      name: 'proiect',
      title: 'La ce proiect vă gândiți?',
      fields: [
        text('proiect', 'Numele proiectului', { maxLength: 300 }),
        text('articol', 'Articolul', {
          required: false,
          hint: 'De exemplu „art. 3 alin. (2)”. Lăsați gol pentru tot proiectul.',
        }),
      ],
    },
    {
      name: 'propunere',
      title: 'Ce propuneți?',
      fields: [
        longText('text_propus', 'Textul propus', { hint: 'Cum ar trebui să sune.' }),
        longText('motivare', 'Motivarea', { hint: 'De ce ar fi mai bine așa.' }),
        files('anexe', 'Anexele', { accepts: 'office' }),
      ],
    },
    {
      name: 'cine',
      title: 'Cine propune?',
      fields: [
        choice('autor', 'Felul autorului', { persoana: 'O persoană', asociatie: 'O asociație legal constituită' }),
        text('nume', 'Numele și prenumele', { maxLength: 120, autocomplete: 'name' }),
        text('asociatie', 'Denumirea asociației', { showIf: when('autor', 'asociatie'), autocomplete: 'organization' }),
        choice(
          'dezbatere',
          'Cereți dezbatere publică?',
          { nu: 'Nu cer dezbatere', da: 'Cer dezbatere publică' },
          { showIf: when('autor', 'asociatie'), hint: 'Cerută de o asociație, dezbaterea este obligatorie.' },
        ),
      ],
    },
    contactPage,
  ],
  atLeastOne: [oneWayToAnswer],
}

export const writingForms: FormData[] = [petition, information, audience, proposal]
