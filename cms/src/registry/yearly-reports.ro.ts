import type { Count, Report544, ReportPetitions } from './yearly-reports.ts'

type Line = [string, number | string]
const indented = (counts: readonly Count[]): Line[] => counts.map(({ label, count }) => [`– ${label}`, count])

export const linesOf544 = (report: Report544): Line[] => [
  ['Solicitări de informații de interes public', report.total],
  ['de la persoane fizice', report.persons],
  ['de la persoane juridice', report.firms],
  ['pe suport de hârtie', report.onPaper],
  ['pe suport electronic', report.electronic],
  ['Pe compartimente', ''],
  ...indented(report.byDepartment),
  ['Soluționate favorabil', report.favourable],
  ['Soluționate în cel mult 10 zile', report.withinTenDays],
  ['Soluționate în cel mult 30 de zile', report.withinThirtyDays],
  ['Soluționate cu depășirea termenului', report.late],
  ['Redirecționate către alte instituții', report.forwarded],
  ['Respinse', report.refused],
  ...indented(report.refusedBecause),
  ['Fără răspuns până acum', report.withoutAnswer],
  ['Reclamații administrative', report.complaints],
  ['Reclamații soluționate favorabil', report.complaintsUpheld],
  ['Reclamații respinse', report.complaintsRejected],
]

export const linesOfPetitions = (report: ReportPetitions): Line[] => [
  ['Petiții primite', report.total],
  ['pe suport de hârtie', report.onPaper],
  ['pe suport electronic', report.electronic],
  ['Pe compartimente', ''],
  ...indented(report.byDepartment),
  ['Rezolvate în termen', report.answeredInTime],
  ['Rezolvate după termen', report.late],
  ['Cu termen prelungit', report.extended],
  ['Redirecționate', report.forwarded],
  ['Clasate', report.filedAway],
  ['Rezolvate favorabil', report.favourable],
  ['Rezolvate nefavorabil', report.unfavourable],
  ['În lucru', report.inWork],
  ['Durata mediană, în zile', report.medianDays ?? ''],
]
