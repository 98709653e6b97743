import { leiInSentence } from './payment-words.ro.ts'

type LetterFacts = {
  kind: 'paid' | 'paidTwice'
  description: string
  amountBani: number
  receipt: string | null
  address: string
  town: { name: string; phone: string | null }
}

/** A letter in plain text: what was paid, what it proves, and what happens next. */
export function letterAboutMoney({ kind, description, amountBani, receipt, address, town }: LetterFacts) {
  const amount = leiInSentence(amountBani)
  const news =
    kind === 'paid'
      ? [
          `Am primit ${amount}. ${description}.`,
          `Dovada plății, ${receipt}, este atașată. Nu trebuie să o aduceți la primărie.`,
          `Plata se vede și la ${address}. Până la înscrierea în evidența fiscală apare „în curs de descărcare”.`,
        ]
      : [
          `Am primit ${amount} pentru ceva ce era plătit deja. ${description}.`,
          'Banii aceștia vi se cuvin înapoi. Un coleg de la impozite și taxe se ocupă de restituire și vă scrie dacă are nevoie de o cerere. Legea ne dă 45 de zile de la cerere.',
          `Plata se vede la ${address}.`,
        ]
  return {
    subject: kind === 'paid' ? `Dovada plății ${receipt}` : 'Ați plătit de două ori: banii se restituie',
    text: ['Bună ziua,', ...news, `${town.name}${town.phone ? `\nTelefon: ${town.phone}` : ''}`].join('\n\n'),
  }
}
