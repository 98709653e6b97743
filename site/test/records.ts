import { createHash } from 'node:crypto'
import type { PublicAct } from '@avizier/cms/acts'
import type { PublicAnnouncement } from '@avizier/cms/announcements'
import type { Change, PublicRecord } from '@avizier/cms/changes'
import type { PublicDocument } from '@avizier/cms/documents'
import type { PublicFile } from '@avizier/cms/files'
import type { PublicForm } from '@avizier/cms/forms'
import type { PublicInstitution } from '@avizier/cms/institution'
import type { PublicPage } from '@avizier/cms/pages'
import type { PublicReport, PublicReporting } from '@avizier/cms/reports'
import { mediaFiles, type PublicMedia } from '@avizier/cms/reports/media'

const moment = '2025-04-01T09:00:00.000Z'
const publication = { revision: 1, publishedAt: moment, updatedAt: moment }

export const anInstitution = (given: Partial<PublicInstitution> = {}): PublicInstitution => ({
  noun: 'institution',
  id: 'institution',
  ...publication,
  name: 'Comuna Probă',
  townHallName: 'Primăria Probă',
  councilName: 'Consiliul Local al Comunei Probă',
  county: 'Timiș',
  siruta: '1',
  nuts: 'RO424',
  villages: [{ name: 'Probă', siruta: '2', postalCode: '307000', isSeat: true }],
  address: { street: 'Strada I nr. 1', postalCode: '307000', locality: 'Probă' },
  phones: ['0256 000 100'],
  email: 'contact@proba.example',
  hours: [{ days: 'luni–vineri', hours: '8:00–16:00' }],
  audienceHours: [],
  officials: [],
  councillorSeats: 15,
  emblemSvg: null,
  menu: [{ label: 'Hotărâri', path: '/hotarari/' }],
  oftenSearched: [],
  alert: null,
  accessibilityContact: 'contact@proba.example',
  dataProtectionContact: 'contact@proba.example',
  isSample: false,
  ...given,
})

export const anAct = (given: Partial<PublicAct> & { id: string; number: number }): PublicAct => ({
  noun: 'acts',
  ...publication,
  kind: 'decision',
  year: 2025,
  adoptedOn: '2025-03-27',
  title: `Obiectul hotărârii ${given.number}`,
  character: 'normative',
  visibility: 'full',
  topic: 'budget',
  summary: [],
  body: [{ kind: 'article', label: 'Art. 1', blocks: [{ kind: 'paragraph', inlines: [{ text: 'Se aprobă.' }] }] }],
  signatures: [],
  votes: null,
  publishedOn: '2025-04-01',
  inForceFrom: null,
  state: { kind: 'inForce', since: '2025-04-01', by: null },
  relations: [],
  files: [],
  sourceId: null,
  ...given,
})

export const anAnnouncement = (
  given: Partial<PublicAnnouncement> & { id: string; slug: string },
): PublicAnnouncement => ({
  noun: 'announcements',
  ...publication,
  formerSlugs: [],
  title: `Anunțul ${given.slug}`,
  category: 'general',
  lead: '',
  body: [],
  files: [],
  publishedOn: '2025-04-01',
  dueOn: null,
  takeDownAt: null,
  sourceId: null,
  ...given,
})

export const aDocument = (given: Partial<PublicDocument> & { id: string; slug: string }): PublicDocument => ({
  noun: 'documents',
  ...publication,
  formerSlugs: [],
  title: `Documentul ${given.slug}`,
  type: 'budget',
  gazetteSection: 'finances',
  documentOn: '2025-02-01',
  lead: '',
  body: [],
  files: [],
  publishedOn: '2025-02-02',
  sourceId: null,
  ...given,
})

export const aPage = (given: Partial<PublicPage> & { id: string; slug: string }): PublicPage => ({
  noun: 'pages',
  ...publication,
  formerSlugs: [],
  section: 'townHall',
  title: `Pagina ${given.slug}`,
  lead: '',
  body: [],
  files: [],
  order: 10,
  ...given,
})

export const aForm = (
  given: Partial<Omit<PublicForm, 'definition'>> & { id: string; slug: string; definition?: object },
): PublicForm => ({
  noun: 'forms',
  ...publication,
  formerSlugs: [],
  title: `Formularul ${given.slug}`,
  order: 10,
  files: [],
  publishedOn: '2025-04-01',
  ...given,
  definition: {
    slug: given.slug,
    version: 1,
    title: `Formularul ${given.slug}`,
    lead: '',
    theme: 'writing',
    entryKind: 'petition',
    department: 'Registratură',
    departmentCode: null,
    term: { key: 'petition.answer', sentence: 'Legea ne dă 30 de zile.' },
    legalBasis: 'Ordonanța Guvernului nr. 27/2002',
    minutes: 5,
    needs: ['buletinul'],
    outcome: '',
    feeBani: null,
    feeSentence: '',
    signature: 'none',
    documents: [],
    notice: { controller: 'Primăria', purpose: 'Răspundem.', basis: 'Legea.', retention: '5 ani.', rights: 'Acces.' },
    steps: [
      {
        name: 'cine',
        title: 'Cine scrie?',
        lead: '',
        showIf: null,
        fields: [
          {
            type: 'text',
            name: 'nume',
            label: 'Numele',
            hint: '',
            required: true,
            showIf: null,
            autocomplete: 'name',
            maxLength: 100,
          },
        ],
      },
    ],
    atLeastOne: [],
    ...given.definition,
  },
})

export const aReporting = (given: Partial<PublicReporting> = {}): PublicReporting => ({
  noun: 'reporting',
  id: 'reporting',
  ...publication,
  categories: [
    { slug: 'gropi', name: 'Gropi în drum', group: 'Drumuri', hint: '', expectedDays: 14, handledBy: 'Gospodărire' },
    {
      slug: 'iluminat',
      name: 'Iluminat public',
      group: 'Lumină',
      hint: 'becuri, stâlpi',
      expectedDays: 5,
      handledBy: null,
    },
  ],
  nearbyMetres: 30,
  answerDays: 14,
  urgentNotice: '',
  ...given,
})

/** A photo whose renditions hold the names of their sizes. */
export const aPhoto = (name: string): PublicMedia => ({
  kind: 'photo',
  width: 960,
  height: 720,
  color: '#8a9b7c',
  renditions: (['image/avif', 'image/webp', 'image/jpeg'] as const).flatMap((mimeType) =>
    [480, 960].map((width) => {
      const content = `${name} ${mimeType} ${width}`
      const sha256 = createHash('sha256').update(content).digest('hex')
      return { sha256, mimeType, width, height: (width * 3) / 4, bytes: content.length }
    }),
  ),
})

export const aReport = (given: Partial<PublicReport> & { id: string }): PublicReport => {
  const number = given.number ?? `2025-${given.id.padStart(4, '0')}`
  const report: PublicReport = {
    noun: 'reports',
    ...publication,
    number,
    title: `Groapă în drum nr. ${number}`,
    category: { slug: 'gropi', name: 'Gropi în drum' },
    state: 'published',
    place: { point: { lat: 45.76, lng: 21.11 }, village: 'Probă', street: 'Strada Morii', words: 'lângă podeț' },
    description: 'Este o groapă adâncă.',
    reportedAt: '2025-04-01T08:00:00.000Z',
    department: null,
    authority: null,
    plannedOn: null,
    expectedOn: null,
    doneAt: null,
    answerUntil: null,
    daysToFix: null,
    timesReopened: 0,
    steps: [{ at: '2025-04-01T08:00:00.000Z', kind: 'reported', text: 'Sesizarea a fost trimisă.' }],
    before: [],
    after: [],
    duplicates: [],
    mergedInto: null,
    files: [],
    ...given,
  }
  return { ...report, files: mediaFiles([...report.before, ...report.after].map(({ media }) => media)) }
}

/** A published file that holds `content`, as the town under test has it. */
export const aFile = (content: string, given: Partial<PublicFile> = {}): PublicFile => ({
  sha256: createHash('sha256').update(content).digest('hex'),
  name: 'anexa.pdf',
  label: 'Anexă',
  mimeType: 'application/pdf',
  bytes: content.length,
  pages: null,
  reading: null,
  ...given,
})

/** A change log under test: each call appends a row with the next position and the document's next revision. */
export class ChangeLog {
  readonly changes: Change[] = []
  readonly #revisions = new Map<string, number>()

  upsert<Given extends PublicRecord>(record: Given): Given {
    const revision = this.#next(record)
    const stamped = { ...record, revision }
    this.changes.push({
      op: 'upsert',
      position: this.changes.length + 1,
      noun: record.noun,
      id: record.id,
      revision,
      at: moment,
      record: stamped,
    })
    return stamped
  }

  remove({ noun, id }: Pick<PublicRecord, 'noun' | 'id'>): void {
    this.changes.push({
      op: 'remove',
      position: this.changes.length + 1,
      noun,
      id,
      revision: this.#next({ noun, id }),
      at: moment,
    })
  }

  after(position: number): Change[] {
    return this.changes.filter((change) => change.position > position)
  }

  #next({ noun, id }: Pick<PublicRecord, 'noun' | 'id'>): number {
    const revision = (this.#revisions.get(`${noun} ${id}`) ?? 0) + 1
    this.#revisions.set(`${noun} ${id}`, revision)
    return revision
  }
}
