export const feeMessages = {
  'nothing-to-pay': 'Pentru aceasta nu este nimic de plătit.',
  'entry-unknown': 'Nu am găsit o cerere cu numărul și codul acestea.',
  'entry-over': 'Cererea a fost retrasă sau anulată: nu mai este nimic de plătit.',
  'paid-already': 'Taxa cererii este plătită.',
} as const

export const receiptText = {
  title: 'Dovadă de plată',
  number: 'Seria și numărul',
  paidAt: 'Data și ora plății',
  amount: 'Suma',
  inWords: 'adică',
  payer: 'Plătitor',
  offender: 'Amendat',
  forWhat: 'Pentru',
  how: 'Cum',
  card: 'cu cardul, pe site-ul primăriei',
  reference: 'Referința plății',
  beneficiary: 'Beneficiar',
  account: 'Contul',
  pending:
    'Este dovada plății. Stingerea datoriei se înscrie în evidența fiscală a comunei și poate dura câteva zile: până atunci plata apare „în curs de descărcare”.',
  verify: 'Verificați dovada la adresa din cod sau la',
  gateways: { netopia: 'NETOPIA Payments', euplatesc: 'EuPlătesc' } as Record<string, string>,
} as const
