/** What the site says to programs that report and ask by Open311. */
export const open311Sentences = {
  resourceUnknown: 'Adresa nu este una din GeoReport v2: discovery, services, requests, tokens, cu .json sau .xml.',
  methodUnknown: 'Se poate cere (GET); numai requests primește sesizări (POST).',
  jurisdictionUnknown: 'jurisdiction_id nu este al acestei primării.',
  serviceMissing: 'service_code nu a fost trimis.',
  serviceUnknown: 'service_code nu este unul din services.',
  requestUnknown: 'Nu este o sesizare publică cu numărul acesta.',
  tokenUnknown: 'Jetonul nu este cunoscut.',
  queryWrong: 'start_date și end_date se scriu ca 2026-11-05T08:15:30Z; status este open sau closed.',
  unreadable: 'Sesizarea nu a ajuns întreagă. Trimiteți-o din nou.',
  noKey: 'Nu este nevoie de cheie.',
  taken: (code: string) =>
    `Sesizarea se vede public după ce o citește un om. Codul de acces, pentru confirmare sau redeschidere: ${code}.`,
  waits: 'Sesizarea este păstrată și primește numărul în curând: întrebați tokens cu jetonul acesta.',
} as const
