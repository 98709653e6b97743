import { bringInReport, type PastStep } from '@avizier/cms/reports-history'
import type { Payload } from 'payload'
import { daysFrom } from '../calendar.ts'
import { categories, replies } from './categories.ts'
import { drawScene } from './scenes.ts'
import { type Story, stories } from './stories.ts'

/** The rules of a town that has set none: so long the reporter may object. */
const answerDays = 14
const actor = 'Localitate demonstrativă'
export const sampleReports = stories.length

/** The categories, the sentences and the stories of the sample town, as of a day; the departments come before them. */
export async function loadReports(
  payload: Payload,
  { today, onReport }: { today: string; onReport: () => void },
): Promise<void> {
  const context = { actor }
  const { docs } = await payload.find({ collection: 'departments', pagination: false, depth: 0, overrideAccess: true })
  const departments = new Map(docs.map(({ code, id }) => [code, id]))
  for (const [index, { days, ...category }] of categories.entries()) {
    const department = 'department' in category ? departments.get(category.department) : undefined
    await payload.create({
      collection: 'report-categories',
      data: { ...category, department: department ?? null, expectedDays: days, place: (index + 1) * 10 } as never,
      depth: 0,
      context,
      overrideAccess: true,
    })
  }
  for (const data of replies)
    await payload.create({ collection: 'report-replies', data, depth: 0, context, overrideAccess: true })
  for (const [index, story] of [...stories].sort((a, b) => b.daysAgo - a.daysAgo).entries()) {
    await bringIn(payload, story, { today, light: index })
    onReport()
  }
}

async function bringIn(
  payload: Payload,
  { key, daysAgo, category, village, street, words, at, text, scene, alt, told }: Story,
  { today, light }: { today: string; light: number },
): Promise<void> {
  const reportedOn = daysFrom(today, -daysAgo)
  const photo = (isFixed: boolean, sentence: string) => async () =>
    scene
      ? [
          {
            name: `${key}-${isFixed ? 'dupa' : 'inainte'}.jpg`,
            jpeg: await drawScene(scene, { isFixed, light }),
            alt: sentence,
          },
        ]
      : []
  const before = await photo(false, alt)()
  const after = photo(true, 'Același loc, după lucrare')
  const steps = await Promise.all(
    told.map(async (step, place): Promise<PastStep> => {
      const moment = momentOn(daysFrom(reportedOn, step.after), 6, place)
      switch (step.do) {
        case 'plan':
          return { do: 'plan', at: moment, on: daysFrom(today, step.in), text: step.text }
        case 'finish':
          return { do: 'finish', at: moment, photos: await after(), text: step.text }
        case 'merge':
          return { do: 'merge', at: moment, into: keyOf(step.into) }
        case 'publish':
        case 'start':
        case 'confirm':
          return { do: step.do, at: moment }
        default:
          return { do: step.do, at: moment, text: step.text }
      }
    }),
  )
  const last = told.at(-1)
  const isOver = last?.do === 'finish' && daysAgo - last.after > answerDays
  const closing: PastStep[] = isOver
    ? [{ do: 'close', at: momentOn(daysFrom(reportedOn, last.after + answerDays + 1), 6) }]
    : []
  await bringInReport(
    payload,
    {
      key: keyOf(key),
      category,
      description: text,
      place: { point: at && { lat: at[0], lng: at[1] }, village, street, words },
      at: momentOn(reportedOn, 5),
      photos: before,
      story: [...steps, ...closing],
    },
    actor,
  )
}

const keyOf = (key: string) => `exemplu-sesizare-${key}`
/** The hours of an office, in UTC, a quarter of an hour apart: early enough to have passed on the day of the load. */
const momentOn = (day: string, hour: number, place = 0) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000 + place * 900_000)
