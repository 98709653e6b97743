import { actTwinWithText } from '../acts/act-twin.ts'
import { plateOf } from '../acts/acts.ro.ts'
import { textOf } from '../elements/Prose/body-text.ts'
import { institutionTwin } from '../institution/institution-twin.ts'
import { actChunkPath, actPath, announcementPath, documentPath, filePath, formPath } from '../paths.ts'
import type { ActSummary, Reader } from '../read-model/reader.ts'
import { figuresToday } from '../reports/figures.ts'
import { listOfKey } from '../reports/report-lists.ts'
import { reportListTwin, reportTwin } from '../reports/report-twin.ts'

const newest = 100
/** A year of more chunks than this names its older pages instead of listing them, so that its twin stays small. */
const wholeYear = 5

const item = (act: ActSummary, origin: string) => ({
  name: plateOf(act),
  title: act.title,
  date: act.adoptedOn,
  state: act.state.kind,
  url: act.visibility === 'full' ? origin + actPath(act) : null,
})

/** The machine twin that stands beside a page, by its path (`…/index.json`); null when that page has none now. */
export function twinOf(path: string, reader: Reader, origin: string): object | null {
  const institution = () => reader.institution()
  const [, root = '', first = '', second = '', third = '', fourth = ''] = path.replace(/index\.json$/, '').split('/')
  if (path === '/index.json') return institutionTwin(institution(), origin)
  if (root === 'hotarari' || root === 'dispozitii') {
    const kind = root === 'hotarari' ? 'decision' : 'order'
    if (!first) {
      return { years: reader.actYears(kind), newest: reader.newestActs(kind, newest).map((act) => item(act, origin)) }
    }
    const year = Number(first)
    if (second) {
      const act = reader.act({ kind, year, number: Number(second) })
      return act && actTwinWithText(act, origin, institution())
    }
    const chunks = reader.actChunks(kind, year)
    const newestChunks = chunks.slice(-wholeYear)
    const items = newestChunks.flatMap((chunk) => reader.actsInChunk(kind, year, chunk))
    const older = chunks.slice(0, -wholeYear).map((chunk) => origin + actChunkPath(kind, year, chunk))
    return items.length > 0 ? { year, acts: items.map((act) => item(act, origin)), older } : null
  }
  if (root === 'anunturi') {
    if (!first) {
      return {
        newest: reader.newestAnnouncements(newest).map((each) => ({
          title: each.title,
          date: each.publishedOn,
          due: each.dueOn,
          url: origin + announcementPath(each),
        })),
      }
    }
    const announcement = reader.announcement(first)
    if (!announcement) return null
    const { title, category, lead, publishedOn, dueOn, body, files } = announcement
    return {
      title,
      category,
      lead,
      publishedOn,
      dueOn,
      url: origin + announcementPath(announcement),
      text: textOf(body),
      files: files.map((file) => ({ ...file, url: origin + filePath(file) })),
    }
  }
  if (root === 'documente') {
    if (!first) {
      return {
        newest: reader.newestDocuments(newest).map((each) => ({
          title: each.title,
          type: each.type,
          date: each.documentOn,
          url: origin + documentPath(each),
        })),
      }
    }
    const document = reader.document(first)
    if (!document) return null
    const { title, type, gazetteSection, documentOn, lead, body, files } = document
    return {
      title,
      type,
      gazetteSection,
      documentOn,
      lead,
      url: origin + documentPath(document),
      text: textOf(body),
      files: files.map((file) => ({ ...file, url: origin + filePath(file) })),
    }
  }
  if (root === 'sesizari') {
    if (!first) return reportListTwin(listOfKey(''), reader, origin) ?? { reports: [] }
    if (first === 'cifre') return figuresToday(reader)
    if (first === 'lista') return reportListTwin(listOfKey([second, third, fourth].join(':')), reader, origin)
    const report = reader.report(first)
    return report && reportTwin(report, origin)
  }
  if (root === 'formulare') {
    if (!first) {
      const forms = reader.forms()
      return { forms: forms.map((form) => ({ title: form.title, theme: form.theme, url: origin + formPath(form) })) }
    }
    const form = reader.form(first)
    return form && { ...form.definition, url: origin + formPath(form) }
  }
  return null
}
