import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { ro } from '@payloadcms/translations/languages/ro'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { acts } from './acts/acts.collection.ts'
import { adminTranslations } from './admin/admin.ro.ts'
import { announcements } from './announcements/announcements.collection.ts'
import { audit } from './audit/audit.collection.ts'
import { changesEndpoint, publishedFileEndpoint } from './changes/changes.endpoint.ts'
import { withHonestTransactions } from './database/honest-transactions.ts'
import { documents } from './documents/documents.collection.ts'
import { isWebServer, readCmsEnvironment } from './env.ts'
import { largestFileBytes } from './files/file-kinds.ts'
import { files } from './files/files.collection.ts'
import { startScanningFiles } from './files/scan-files.job.ts'
import { sweepIncoming } from './files/town-store.ts'
import { filings } from './filings/filings.collection.ts'
import { judgeFiling } from './filings/judge-filing.action.ts'
import { forms } from './forms/forms.collection.ts'
import { healthEndpoint } from './health/health.endpoint.ts'
import { institution } from './institution/institution.global.ts'
import { postToStaff } from './mail/post-to-staff.action.ts'
import { startSendingLetters } from './mail/send-letters.job.ts'
import { migrations } from './migrations/index.ts'
import { pages } from './pages/pages.collection.ts'
import { askFeeEndpoint } from './payments/ask-fee.endpoint.ts'
import { fines } from './payments/fines.collection.ts'
import { followPaid, followPaidAgain } from './payments/follow-paid.action.ts'
import { followRefunded } from './payments/follow-refunded.action.ts'
import { startHealingFees } from './payments/heal-fees.job.ts'
import { moneyEndpoints } from './payments/money.endpoint.ts'
import { openProviders } from './payments/open-providers.ts'
import { payables } from './payments/payables.action.ts'
import type { PaymentDesk } from './payments/payment-desk.ts'
import { paymentLetters } from './payments/payment-letters.ts'
import { paymentRules } from './payments/payment-rules.collection.ts'
import { paymentEndpoints } from './payments/payments.endpoint.ts'
import { startPollingPayments } from './payments/poll-payments.job.ts'
import {
  clerksReceiptEndpoint,
  receiptEndpoint,
  receiptOfPaymentEndpoint,
  receiptPaperEndpoint,
} from './payments/receipts.endpoint.ts'
import { previewEndpoint } from './preview/preview.endpoint.ts'
import { startDuePublications } from './publishing/due-publications.job.ts'
import { servedReadingEndpoint } from './readings/reading.endpoint.ts'
import { departments } from './registry/departments.collection.ts'
import { noteInfectedFile } from './registry/note-infected-file.action.ts'
import { registers } from './registry/registers.collection.ts'
import { registry } from './registry/registry.collection.ts'
import { workingCalendar } from './registry/working-calendar.global.ts'
import { announceMedia } from './reports/announce-report.action.ts'
import { startClosingReports } from './reports/close-reports.job.ts'
import { geography } from './reports/geography/geography.global.ts'
import { mediaEndpoints } from './reports/media/media.endpoint.ts'
import { startPreparingMedia } from './reports/media/prepare-media.job.ts'
import { reportCategories } from './reports/report-categories.collection.ts'
import { reportLetters } from './reports/report-letters.ts'
import { reportReplies } from './reports/report-replies.collection.ts'
import { reporting } from './reports/reporting.global.ts'
import { reports } from './reports/reports.collection.ts'
import { search } from './search/search.global.ts'
import { searchesEndpoint } from './search/searches.endpoint.ts'
import { staff } from './staff/staff.collection.ts'
import { staffLetters } from './staff/staff-letters.ts'

const directory = path.dirname(fileURLToPath(import.meta.url))
const environment = readCmsEnvironment()

/** Payments know nothing of what is paid: who may pay what, and what follows once it is paid, is told to them here. */
const paymentDesk: PaymentDesk = {
  providers: openProviders(environment, { dataDir: environment.DATA_DIR }),
  siteUrl: environment.SITE_URL,
  payables,
  onPaid: followPaid,
  onPaidAgain: followPaidAgain,
  onRefunded: followRefunded,
}

export default buildConfig({
  secret: environment.PAYLOAD_SECRET,
  serverURL: environment.CMS_URL,
  telemetry: false,
  admin: {
    user: 'staff',
    avatar: 'default', // the other choice asks a third party for a picture
    importMap: {
      baseDir: path.resolve(directory, '..'),
      importMapFile: path.resolve(directory, 'app/(payload)/admin/importMap.js'),
    },
    meta: { titleSuffix: ' – Avizier', icons: [{ url: '/icon.svg', type: 'image/svg+xml' }] },
    components: {
      graphics: { Logo: '/src/admin/Mark#Logo', Icon: '/src/admin/Mark#Icon' },
      beforeDashboard: ['/src/registry/DeskToday#DeskToday', '/src/admin/Waiting#Waiting'],
      beforeNavLinks: [
        '/src/registry/DeskLinks#DeskLinks',
        '/src/reports/ReportLinks#ReportLinks',
        '/src/payments/MoneyLinks#MoneyLinks',
      ],
      views: {
        counterEntry: {
          path: '/registratura/nou',
          exact: true,
          Component: '/src/registry/CounterEntryView#CounterEntryView',
        },
        deskCalendar: {
          path: '/registratura/calendar',
          exact: true,
          Component: '/src/registry/CalendarView#CalendarView',
        },
        deskFigures: {
          path: '/registratura/situatie',
          exact: true,
          Component: '/src/registry/FiguresView#FiguresView',
        },
        deskLetters: {
          path: '/registratura/scrisori',
          exact: true,
          Component: '/src/registry/LettersView#LettersView',
        },
        deskLeaves: {
          path: '/registratura/concedii',
          exact: true,
          Component: '/src/registry/LeavesView#LeavesView',
        },
        deskPapers: {
          path: '/registratura/tiparire',
          exact: true,
          Component: '/src/registry/PapersView#PapersView',
        },
        entry: { path: '/registratura/:id', exact: true, Component: '/src/registry/EntryView#EntryView' },
        moderation: {
          path: '/sesizari/moderare',
          exact: true,
          Component: '/src/reports/ModerationQueue#ModerationQueue',
        },
        report: { path: '/sesizari/:id', exact: true, Component: '/src/reports/ReportView#ReportView' },
        reports: { path: '/sesizari', exact: true, Component: '/src/reports/ReportsDesk#ReportsDesk' },
        reconciliation: {
          path: '/plati/reconciliere',
          exact: true,
          Component: '/src/payments/ReconciliationView#ReconciliationView',
        },
        payment: { path: '/plati/:order', exact: true, Component: '/src/payments/PaymentView#PaymentView' },
        money: { path: '/plati', exact: true, Component: '/src/payments/MoneyView#MoneyView' },
        desk: { path: '/registratura', exact: true, Component: '/src/registry/WorkQueue#WorkQueue' },
      },
    },
    timezones: {
      defaultTimezone: 'Europe/Bucharest',
      supportedTimezones: [{ label: 'București', value: 'Europe/Bucharest' }],
    },
    dateFormat: 'd MMM yyyy, HH:mm',
  },
  i18n: { fallbackLanguage: 'ro', supportedLanguages: { ro }, translations: adminTranslations },
  graphQL: { disable: true },
  // Not from Next's instrumentation: that is a bundle of its own, and errors thrown by its copy of Payload are not
  // recognised by the routes' copy, so that a refusal would lose its fields.
  onInit: (payload) => {
    if (!isWebServer()) return
    startDuePublications(payload)
    startSendingLetters(payload, { staff: staffLetters, reports: reportLetters, payments: paymentLetters })
    startClosingReports(payload)
    startPreparingMedia(payload, announceMedia)
    startPollingPayments(payload, paymentDesk)
    startHealingFees(payload)
    startScanningFiles(payload, noteInfectedFile)
    void sweepIncoming().catch((err: unknown) => payload.logger.error({ err, msg: 'Unfinished files were not swept' }))
  },
  collections: [
    acts,
    announcements,
    documents,
    pages,
    forms,
    registry,
    filings(judgeFiling),
    reports,
    reportCategories,
    reportReplies,
    fines,
    paymentRules,
    registers,
    departments,
    files(path.join(environment.DATA_DIR, 'files')),
    staff,
    audit,
  ],
  globals: [institution, search, geography, reporting, workingCalendar],
  editor: lexicalEditor(),
  email: postToStaff,
  endpoints: [
    changesEndpoint,
    publishedFileEndpoint,
    servedReadingEndpoint,
    previewEndpoint,
    searchesEndpoint,
    ...mediaEndpoints(announceMedia),
    ...paymentEndpoints(paymentDesk),
    ...moneyEndpoints(paymentDesk),
    healthEndpoint,
    askFeeEndpoint,
    receiptOfPaymentEndpoint,
    clerksReceiptEndpoint,
    receiptPaperEndpoint,
    receiptEndpoint,
  ],
  upload: { limits: { fileSize: largestFileBytes }, abortOnLimit: true },
  bin: [],
  db: withHonestTransactions(
    postgresAdapter({
      pool: { connectionString: environment.DATABASE_URL, max: 12, options: '-c search_path=record,public' },
      schemaName: 'record',
      push: false,
      migrationDir: path.resolve(directory, 'migrations'),
      prodMigrations: migrations,
      disableCreateDatabase: true,
    }),
  ),
  sharp,
  typescript: { autoGenerate: false, outputFile: path.resolve(directory, 'payload-types.ts') },
})
