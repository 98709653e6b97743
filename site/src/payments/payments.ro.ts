import type { PaymentState } from '@avizier/cms/payments'

export const paymentSentences = {
  away: 'Registrul primăriei nu răspunde chiar acum. Nu ați plătit nimic. Încercați din nou peste câteva minute.',
  unreadable: 'Nu am înțeles ce s-a trimis. Încercați din nou.',
  payerMissing: 'Scrieți numele celui care plătește.',
  emailMalformed: 'Scrieți o adresă de e-mail, de exemplu nume@exemplu.ro.',
  numberMissing: 'Scrieți numărul cererii.',
  codeMissing: 'Scrieți codul de acces de pe dovadă.',
  tooMany: 'Ați încercat de prea multe ori. Încercați din nou peste un sfert de oră.',
} as const

type Told = { title: string; text: string; state: string; isOver: boolean }

/** What each state of a payment means to whoever paid. */
export const told: Record<PaymentState, Told> = {
  created: {
    title: 'Plata nu a început',
    text: 'Nu ați ajuns încă pe pagina băncii. Nu s-a luat niciun ban.',
    state: 'neîncepută',
    isOver: false,
  },
  sent: {
    title: 'Așteptăm banca',
    text: 'Dacă ați plătit, confirmarea vine de obicei într-un minut. Nu plătiți a doua oară: pagina aceasta arată starea adevărată.',
    state: 'așteaptă banca',
    isOver: false,
  },
  pending: {
    title: 'Banca lucrează la plată',
    text: 'Confirmarea vine de obicei în câteva minute. Nu plătiți a doua oară.',
    state: 'în lucru la bancă',
    isOver: false,
  },
  declined: {
    title: 'Banca nu a acceptat plata',
    text: 'Nu s-a luat niciun ban. Puteți încerca din nou, cu același card sau cu altul.',
    state: 'refuzată',
    isOver: true,
  },
  expired: {
    title: 'Plata nu s-a făcut',
    text: 'Pagina băncii a expirat. Nu s-a luat niciun ban. Puteți încerca din nou.',
    state: 'expirată',
    isOver: true,
  },
  paid: { title: 'Plata este făcută', text: '', state: 'plătită', isOver: true },
  review: {
    title: 'Plata este verificată de un om',
    text: 'Banca ne-a spus ceva ce nu se potrivește cu plata cerută. Un coleg verifică și vă scrie pe e-mail. Nu plătiți a doua oară.',
    state: 'în verificare',
    isOver: true,
  },
  refundPending: {
    title: 'Banii se întorc',
    text: 'Plata se restituie pe cardul cu care s-a plătit. Poate dura câteva zile, după bancă.',
    state: 'se restituie',
    isOver: true,
  },
  refunded: {
    title: 'Banii au fost restituiți',
    text: 'Suma a plecat înapoi pe cardul cu care s-a plătit. Poate dura câteva zile până apare în cont.',
    state: 'restituită',
    isOver: true,
  },
}

export const issuers = [
  { value: 'own', label: 'Poliția Locală sau primăria noastră', hint: '' },
  { value: 'police', label: 'Poliția Română', hint: 'proces-verbal vechi, cu serie de litere' },
  { value: 'elsewhere', label: 'Altă autoritate', hint: 'altă primărie, un inspectorat, o gardă' },
] as const

export const bases = [
  ['localDecision', 'încălcarea unei hotărâri a consiliului local'],
  ['road', 'circulația pe drumurile publice'],
  ['publicOrder', 'ordinea și liniștea publică (Legea nr. 61/1991)'],
  ['building', 'construcții și urbanism'],
  ['buildingWithoutPermit', 'construire fără autorizație'],
  ['publicAssemblies', 'adunări publice (Legea nr. 60/1991)'],
  ['guarding', 'paza obiectivelor (Legea nr. 333/2003)'],
  ['weapons', 'arme și muniții (Legea nr. 295/2004)'],
  ['explosives', 'explozivi (Legea nr. 126/1995)'],
  ['other', 'altă faptă'],
] as const

export const through: Record<string, string> = {
  card: 'cu cardul, pe acest site',
  ghiseul: 'pe ghiseul.ro',
  counter: 'la casierie',
  transfer: 'prin bancă',
}

/** In a sentence: "100 de lei", "1 leu", "1.234,50 lei". */
export function lei(bani: number): string {
  const whole = Math.trunc(bani / 100)
  const written = String(whole).replaceAll(/\B(?=(\d{3})+$)/g, '.')
  if (bani % 100 !== 0) return `${written},${String(bani % 100).padStart(2, '0')} lei`
  if (whole === 1) return '1 leu'
  return `${written} ${whole >= 20 && (whole % 100 === 0 || whole % 100 >= 20) ? 'de ' : ''}lei`
}
