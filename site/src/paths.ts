import type { ActKind, ActReference } from '@avizier/cms/acts'
import type { ShownRecord } from '@avizier/cms/changes'
import type { DocumentType, GazetteSection } from '@avizier/cms/documents'
import type { PublicFile } from '@avizier/cms/files'
import type { PageSection } from '@avizier/cms/pages'
import type { ReportList } from './reports/report-lists.ts'

/** The only builder of public addresses. Every page address ends in a slash. */

const actRoot: Record<ActKind, string> = { decision: '/hotarari/', order: '/dispozitii/' }

export const homePath = '/'
export const searchPath = '/cautare'
export const searchFeedPath = '/cautare.xml'
export const searchSuggestionsPath = '/api/cautare/sugestii'
export const accessibilityPath = '/accesibilitate/'
export const announcementsPath = '/anunturi/'
export const documentsPath = '/documente/'
export const formsPath = '/formulare/'
export const gazettePath = '/monitorul-oficial-local/'

export const actsPath = (kind: ActKind) => actRoot[kind]
export const actYearPath = (kind: ActKind, year: number) => `${actRoot[kind]}${year}/`
/** A year with more acts than one page holds is cut by number; the newest chunk stands at the year's own address. */
export const actChunkPath = (kind: ActKind, year: number, chunk: { from: number; to: number }) =>
  `${actRoot[kind]}${year}/nr-${chunk.from}-${chunk.to}/`
export const actPath = (act: Pick<ActReference, 'kind' | 'year' | 'number'>) =>
  `${actRoot[act.kind]}${act.year}/${act.number}/`

const twoDigits = (month: number) => String(month).padStart(2, '0')
export const announcementYearPath = (year: number) => `/anunturi/${year}/`
export const announcementMonthPath = (year: number, month: number, chunk?: number) =>
  `/anunturi/${year}/${twoDigits(month)}/${chunk ? `${chunk}/` : ''}`
export const announcementPath = (announcement: { slug: string }) => `/anunturi/${announcement.slug}/`

export const documentPath = (document: { slug: string }) => `/documente/${document.slug}/`
export const documentTypePath = (type: DocumentType, chunk?: number) =>
  `/documente/tip/${documentTypeSlug[type]}/${chunk ? `${chunk}/` : ''}`
export const documentYearPath = (year: number, chunk?: number) => `/documente/an/${year}/${chunk ? `${chunk}/` : ''}`

export const formPath = (form: { slug: string }) => `${formsPath}${form.slug}/`
/** Where filling in begins; the pages after it carry a token, under which the answers are kept. */
export const startFilingPath = (form: { slug: string }) => `${formPath(form)}completeaza/`
export const stepPath = (form: { slug: string }, token: string, step: string) =>
  `${startFilingPath(form)}${token}/${step}/`
export const checkPath = (form: { slug: string }, token: string) => stepPath(form, token, 'verifica-raspunsurile')
export const submitPath = (form: { slug: string }) => `/api/formulare/${form.slug}`
/** All questions of a form on one page: what a device keeps for when it has no network. */
export const wholeFormPath = (form: { slug: string }) => `${startFilingPath(form)}pe-o-pagina/`
/** Where a filing that was written without a network gets its token. */
export const tokenPath = (form: { slug: string }) => `${submitPath(form)}/jeton`
/** Where files of a filing are sent to, piece by piece. */
export const uploadsPath = (form: { slug: string }, token: string) => `${submitPath(form)}/fisiere/${token}`
export const donePath = (form: { slug: string }, token: string) => `${formPath(form)}depus/${token}/`
/** The town's own map, for the pages that open it. */
export const mapDataPath = '/sesizari/harta.json'

export const previewPath = (link: string) => `/previzualizare/${link}/`
export const walkDraftPath = (link: string) => `${previewPath(link)}parcurge/`
export const statusPath = '/stare/'

export const reportsPath = '/sesizari/'
export const newReportPath = '/sesizari/noua/'
export const reportFiguresPath = '/sesizari/cifre/'
/** Every public report with its place, for the map: one file, so that a host of plain files can serve it. */
export const reportsMapPath = '/sesizari/puncte.json'
export const submitReportPath = '/api/sesizari'
export const reportTokenPath = '/api/sesizari/jeton'
export const nearbyReportsPath = '/api/sesizari/aproape'
export const reportUploadsPath = (token: string) => `/api/sesizari/fisiere/${token}`
/** A report that is being written, found again by its token; and what became of it. */
export const draftReportPath = (token: string) => `${newReportPath}${token}/`
export const sentReportPath = (token: string) => `/sesizari/trimisa/${token}/`
export const reportPath = (report: { number: string }) => `/sesizari/${report.number}/`
export const followReportPath = (report: { number: string }) => `${reportPath(report)}urmaresc/`
export const unfollowReportPath = (report: { number: string }) => `${reportPath(report)}nu-mai-urmaresc/`
export const answerReportPath = (report: { number: string }) => `${reportPath(report)}raspuns/`
/** A list of reports by village, kind and stage, so that every choice of filters is an address of plain files. */
export const reportListPath = ({ village, category, stage }: ReportList, chunk?: number) =>
  village || category || stage || chunk
    ? `/sesizari/lista/${village ?? 'toate'}/${category ?? 'toate'}/${stage ?? 'toate'}/${chunk ? `${chunk}/` : ''}`
    : reportsPath
export const reportFeedPath = (list: Omit<ReportList, 'stage'>) => `${reportListPath({ ...list, stage: null })}atom.xml`

const sectionRoot: Record<PageSection, string> = { townHall: '/primaria/', commune: '/comuna/', site: '/' }
export const sectionPath = (section: Exclude<PageSection, 'site'>) => sectionRoot[section]
export const pagePath = (page: { section: PageSection; slug: string }) => `${sectionRoot[page.section]}${page.slug}/`

export const gazetteSectionPath = (section: GazetteSection) => `${gazettePath}${gazetteSectionSlug[section]}/`

export const filesRoot = '/fisiere/'
/** Files live at an address made of their fingerprint: what is published there never changes. */
export const filePath = (file: Pick<PublicFile, 'sha256' | 'name'>) =>
  `${filesRoot}${file.sha256.slice(0, 16)}/${encodeURIComponent(plainName(file.name))}`

const readingRoot = '/citire/'
/** So many pages of a reading stand on one page of the site. */
export const pagesPerReadingChunk = 50
/** The machine-read text of a file; long ones are cut into chunks, of which the first stands at the text's own address. */
export const readingPath = (file: Pick<PublicFile, 'sha256'>, chunk = 1) =>
  `${readingRoot}${file.sha256.slice(0, 16)}/${chunk > 1 ? `${chunk}/` : ''}`
/** The fingerprint's beginning in the path of a reading; null for every other path. */
export const fingerprintInReadingPath = (path: string) => /^\/citire\/([0-9a-f]{16})\//.exec(path)?.[1] ?? null

/** A name that cannot leave its folder, hide in it or end a line. */
const plainName = (name: string) => name.replace(/[/\\\p{Cc}]/gu, '-').replace(/^\.+/, '') || 'document'

/** The page of a record; null for records that have none of their own. */
export function recordPath(record: ShownRecord): string | null {
  switch (record.noun) {
    case 'acts':
      return record.visibility === 'full' ? actPath(record) : null
    case 'announcements':
      return announcementPath(record)
    case 'documents':
      return documentPath(record)
    case 'pages':
      return pagePath(record)
    case 'forms':
      return formPath(record)
    case 'reports':
      return reportPath(record)
    case 'reporting':
    case 'institution':
    case 'geography':
      return null
    default:
      return record satisfies never
  }
}

export const gazetteSectionSlug: Record<GazetteSection, string> = {
  statute: 'statutul-unitatii-administrativ-teritoriale',
  procedures: 'regulamentele-privind-procedurile-administrative',
  decisions: 'hotararile-autoritatii-deliberative',
  orders: 'dispozitiile-autoritatii-executive',
  finances: 'documente-si-informatii-financiare',
  other: 'alte-documente',
}

export const documentTypeSlug: Record<DocumentType, string> = {
  statute: 'statut',
  procedure: 'proceduri-administrative',
  decisionRegister: 'registrul-hotararilor',
  draftDecisionRegister: 'registrul-proiectelor-de-hotarari',
  orderRegister: 'registrul-dispozitiilor',
  draftOrderRegister: 'registrul-proiectelor-de-dispozitii',
  budget: 'buget',
  budgetRevision: 'rectificari-bugetare',
  budgetExecution: 'executie-bugetara',
  publicDebt: 'datorie-publica',
  investmentProgramme: 'programul-de-investitii',
  refusalRegister: 'registrul-refuzurilor',
  proposalRegister: 'registrul-propunerilor',
  publicInterestNotice: 'informari',
  draftNotice: 'proiecte-de-acte-normative',
  summaryMinutes: 'minute',
  minutes: 'procese-verbale',
  marriageNotice: 'publicatii-de-casatorie',
  regulation: 'regulamente',
  report: 'rapoarte',
  strategy: 'strategii',
  organisation: 'organizare',
  procurement: 'achizitii',
  other: 'altele',
}
