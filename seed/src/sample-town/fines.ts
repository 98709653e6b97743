/**
 * Fines of the town's own register. The people are nobody: their CNPs have right check digits and the serial numbers of
 * no one. Days are counted back from the day the town is loaded.
 */
export const sampleFines = [
  {
    series: 'SCZ',
    number: '1234',
    daysAgo: 5,
    issuer: 'own',
    basis: 'localDecision',
    deed: 'Oprire pe trotuar, Strada Teilor',
    identifier: '1800101350018',
    offenderName: 'Popescu Ion',
    applied: '200',
    minimum: '200',
  },
  {
    series: 'SCZ',
    number: '1235',
    daysAgo: 40,
    issuer: 'own',
    basis: 'publicOrder',
    deed: 'Tulburarea liniștii publice, Strada Morii',
    identifier: '2960229350021',
    offenderName: 'Ionescu Maria',
    applied: '500',
    minimum: '200',
  },
  {
    series: 'SCZ',
    number: '1236',
    daysAgo: 3,
    issuer: 'own',
    basis: 'publicOrder',
    deed: 'Focuri de artificii după ora 22, Strada Bisericii',
    identifier: '5011231350031',
    offenderName: 'Marin Andrei',
    applied: '1000',
    minimum: '500',
  },
  {
    series: 'SCZ',
    number: '1237',
    daysAgo: 2,
    issuer: 'own',
    basis: 'buildingWithoutPermit',
    deed: 'Anexă construită fără autorizație, Beregsău Mare',
    identifier: '1800101350018',
    offenderName: 'Popescu Ion',
    applied: '2000',
    minimum: '1000',
  },
  {
    series: 'PCA',
    number: '7654321',
    daysAgo: 90,
    issuer: 'police',
    basis: 'road',
    deed: 'Depășirea vitezei, DN 59A',
    identifier: '2960229350021',
    offenderName: 'Ionescu Maria',
    applied: '580',
    minimum: '290',
  },
] as const

/** The accounts of a town that does not exist: the X's are no account, and its check digits are right. */
export const sampleAccounts = {
  fiscalCode: '0000000',
  receiptSeries: 'SCZ',
  localIban: 'RO61TREZ62121020101XXXXX',
  localBank: 'Trezoreria Timișoara',
} as const
