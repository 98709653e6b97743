import { bodyFromText, lexicalFromBody } from '@avizier/cms/body-text'
import { slugOf } from '@avizier/search/romanian-text'
import type { Payload } from 'payload'
import { announcements } from './announcements.ts'
import { daysFrom } from './calendar.ts'
import { type Decided, decidedBefore } from './decided.ts'
import { orders } from './decisions.ts'
import { departments } from './departments.ts'
import { documentsOf } from './documents.ts'
import { forms } from './forms/all-forms.ts'
import geojson from './geography.json' with { type: 'json' }
import { chairs, institution, mayor, secretary } from './institution.ts'
import { liveTheBook } from './live-the-book.ts'
import { officialPaper } from './official-paper.ts'
import { pages } from './pages.ts'
import { loadReports, sampleReports } from './reports/load-reports.ts'

type Step = (done: number, total: number) => void
const letterhead = ['ROMÂNIA', 'JUDEȚUL TIMIȘ', 'COMUNA SĂCĂLAZ']

/** Fills an empty town, as of a day. Answers how much it made; nothing when there is content already. */
export async function loadSampleTown(
  payload: Payload,
  { today, now, onStep }: { today: string; now: Date; onStep: Step },
): Promise<number> {
  const existing = await payload.count({ collection: 'acts', overrideAccess: true })
  if (existing.totalDocs > 0) return 0

  const context = { actor: 'Localitate demonstrativă' }
  const decided = decidedBefore(today, 60)
  const papers = documentsOf(Number(today.slice(0, 4)))
  const total =
    1 +
    pages.length +
    announcements.length +
    decided.length +
    orders.length +
    papers.length +
    forms.length +
    sampleReports +
    1
  let done = 0
  const step = () => onStep(++done, total)

  await payload.updateGlobal({ slug: 'institution', data: institution as never, context, overrideAccess: true })
  step()

  await payload.updateGlobal({
    slug: 'geography',
    data: { geojson, attribution: 'Schiță pentru demonstrație', isSample: true } as never,
    context,
    overrideAccess: true,
  })

  for (const department of departments)
    await payload.create({ collection: 'departments', data: department, depth: 0, context, overrideAccess: true })

  const ids = new Map<string, number | string>()
  for (const decision of decided) {
    ids.set(decision.key, await createDecision(payload, decision, { ids, today }))
    step()
  }
  for (const [index, order] of [...orders].sort((a, b) => b.daysAgo - a.daysAgo).entries()) {
    const adoptedOn = daysFrom(today, -order.daysAgo)
    await payload.create({
      collection: 'acts',
      data: {
        kind: 'order',
        number: 100 + index * 7,
        adoptedOn,
        publishedOn: daysFrom(adoptedOn, 2),
        title: order.title,
        character: order.character,
        topic: 'administration',
        body: lexical(
          `Primarul comunei Săcălaz, în temeiul art. 155 și art. 196 alin. (1) lit. b) din Ordonanța de urgență a Guvernului nr. 57/2019 privind Codul administrativ,\nDISPUNE:\n${articles(order.articles)}`,
        ),
        signatures: [
          { office: 'Primar', name: mayor },
          { office: 'Contrasemnează pentru legalitate, secretar general', name: secretary },
        ],
        communicatedToPrefectOn: daysFrom(adoptedOn, 1),
        sourceId: `exemplu-dispozitie-${index}`,
        _status: 'published',
      } as never,
      depth: 0,
      context,
      overrideAccess: true,
    })
    step()
  }
  for (const [index, { text, daysAgo, dueInDays, takeDownInDays, ...announcement }] of [...announcements]
    .sort((a, b) => b.daysAgo - a.daysAgo)
    .entries()) {
    await payload.create({
      collection: 'announcements',
      data: {
        ...announcement,
        slug:
          slugOf(announcement.title) +
          (announcements.filter(({ title }) => title === announcement.title).length > 1 ? `-${index}` : ''),
        body: lexical(text),
        publishedOn: daysFrom(today, -daysAgo),
        dueOn: dueInDays ? daysFrom(today, dueInDays) : null,
        takeDownAt: takeDownInDays ? `${daysFrom(today, takeDownInDays)}T06:00:00.000Z` : null,
        sourceId: `exemplu-anunt-${index}`,
        _status: 'published',
      } as never,
      depth: 0,
      context,
      overrideAccess: true,
    })
    step()
  }
  for (const paper of [...papers].sort((a, b) => b.daysAgo - a.daysAgo)) {
    const day = daysFrom(today, -paper.daysAgo)
    const title = paper.type === 'minutes' ? `${paper.title} din ${romanianDay(day)}` : paper.title
    const file = await upload(payload, {
      name: `${slugOf(title)}.pdf`,
      bytes: await officialPaper({
        title,
        letterhead: [...letterhead, 'PRIMĂRIA'],
        heading: title,
        lines: paper.text.split('\n'),
        signatures: [{ office: 'Secretar general', name: secretary }],
        date: new Date(`${day}T09:00:00Z`),
      }),
    })
    await payload.create({
      collection: 'documents',
      data: {
        title,
        slug: slugOf(title),
        type: paper.type,
        lead: paper.lead,
        documentOn: day,
        publishedOn: daysFrom(day, 1),
        attachments: [{ file, label: `${title} (PDF)` }],
        sourceId: `exemplu-document-${paper.key}`,
        _status: 'published',
      } as never,
      depth: 0,
      context,
      overrideAccess: true,
    })
    step()
  }
  for (const { text, ...page } of pages) {
    await payload.create({
      collection: 'pages',
      data: { ...page, body: lexical(text), _status: 'published' } as never,
      depth: 0,
      context,
      overrideAccess: true,
    })
    step()
  }
  await publishForms(payload, step)
  await liveTheBook(payload, { today, now })
  step()
  await loadReports(payload, { today, onReport: step })
  return total
}

/** The forms take over the villages and the name of the town hall, so the institution comes before them. */
export async function publishForms(payload: Payload, onForm: () => void): Promise<void> {
  for (const form of forms) {
    await payload.create({
      collection: 'forms',
      data: { ...form, _status: 'published' } as never,
      depth: 0,
      context: { actor: 'Localitate demonstrativă' },
      overrideAccess: true,
    })
    onForm()
  }
}

async function createDecision(
  payload: Payload,
  decision: Decided,
  { ids, today }: { ids: Map<string, number | string>; today: string },
) {
  const {
    key,
    number,
    year,
    adoptedOn,
    title,
    character = 'normative',
    topic,
    summary,
    votes,
    relations = [],
  } = decision
  const chair = chairs[number % chairs.length] ?? chairs[0]
  const signatures = [
    { office: 'Președinte de ședință', name: chair },
    { office: 'Contrasemnează pentru legalitate, secretar general', name: secretary },
  ]
  const text = `Consiliul local al comunei Săcălaz, județul Timiș, întrunit în ședință ordinară,
având în vedere:
- referatul de aprobare al primarului, nr. ${2100 + number * 13}/${year};
- raportul compartimentului de resort, nr. ${2160 + number * 13}/${year};
- avizele comisiilor de specialitate;
în temeiul art. 129, al art. 139 și al art. 196 alin. (1) lit. a) din Ordonanța de urgență a Guvernului nr. 57/2019 privind Codul administrativ,
HOTĂRĂȘTE:
${articles(decision.articles)}
Art. ${decision.articles.length + 1}. Cu ducerea la îndeplinire a prezentei hotărâri se încredințează primarul comunei Săcălaz.
Art. ${decision.articles.length + 2}. Prezenta hotărâre se comunică Instituției Prefectului – Județul Timiș și se aduce la cunoștință publică prin publicare în Monitorul Oficial Local.`
  const publishedOn = [daysFrom(adoptedOn, 5), today].sort()[0] ?? today
  const file = await upload(payload, {
    name: `hcl-${number}-${year}.pdf`,
    bytes: await officialPaper({
      title: `HCL ${number}/${year}: ${title}`,
      letterhead: [...letterhead, 'CONSILIUL LOCAL'],
      heading: `HOTĂRÂREA nr. ${number}\ndin ${romanianDay(adoptedOn)}\n${title}`,
      lines: text.split('\n'),
      signatures,
      date: new Date(`${adoptedOn}T15:00:00Z`),
    }),
  })
  const act = await payload.create({
    collection: 'acts',
    data: {
      kind: 'decision',
      number,
      adoptedOn,
      publishedOn,
      communicatedToPrefectOn: daysFrom(adoptedOn, 3) < today ? daysFrom(adoptedOn, 3) : null,
      title,
      character,
      topic,
      summary,
      votes,
      body: lexical(text),
      signatures,
      publicationCopy: file,
      relations: relations.flatMap(({ kind, to, target }) =>
        ids.has(to) ? [{ kind, act: ids.get(to), target, effectiveOn: publishedOn }] : [],
      ),
      sourceId: `exemplu-${key}`,
      _status: 'published',
    } as never,
    depth: 0,
    context: { actor: 'Localitate demonstrativă' },
    overrideAccess: true,
  })
  return act.id
}

const lexical = (text: string) => lexicalFromBody(bodyFromText(text))
const articles = (texts: string[]) => texts.map((text, index) => `Art. ${index + 1}. ${text}`).join('\n')

async function upload(payload: Payload, { name, bytes }: { name: string; bytes: Buffer }) {
  const file = await payload.create({
    collection: 'files',
    data: {} as never,
    file: { data: bytes, mimetype: 'application/pdf', name, size: bytes.length },
    depth: 0,
    overrideAccess: true,
  })
  return file.id
}

const months = [
  'ianuarie',
  'februarie',
  'martie',
  'aprilie',
  'mai',
  'iunie',
  'iulie',
  'august',
  'septembrie',
  'octombrie',
  'noiembrie',
  'decembrie',
]
const romanianDay = (day: string) => `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`
