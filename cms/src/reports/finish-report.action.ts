import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { filedSize } from '../files/filed-bytes.ts'
import { dayOf, momentOfDay } from '../publishing/calendar.ts'
import { addDays } from '../registry/calendar-days.ts'
import { EntryFile } from '../registry/contract.ts'
import { awaitMedia } from './media/await-media.action.ts'
import { reportingRules } from './reporting-rules.ts'
import { refused, workOnReport } from './work-on-report.action.ts'

const text = z.string().trim().max(1_000).default('')

export const FinishInput = z.object({
  proof: z.array(EntryFile.extend({ alt: z.string().trim().max(300).default('') })).max(10),
  text,
})

/** Says that it is done, and shows it: without a photo taken afterwards nothing is done. The reporter is asked. */
export const finishReport = (req: PayloadRequest, id: number, input: z.infer<typeof FinishInput>, now: Date) =>
  workOnReport(req, { id, verb: 'finish', now }, async (report) => {
    const { proof } = input
    if (!proof.some(({ mimeType }) => mimeType.startsWith('image/'))) return refused('proof-missing', 'proof')
    const sizes = await Promise.all(proof.map(({ sha256 }) => filedSize(sha256)))
    if (proof.some(({ bytes }, index) => sizes[index] !== bytes)) return refused('media-missing', 'proof')
    const days = await answerDays(req)
    return {
      kind: 'change',
      set: {
        doneAt: now.toISOString(),
        answerUntil: momentOfDay(addDays(dayOf(now), days)),
        reason: null,
      },
      // What was shown as done and was not stays visible, behind the new proof.
      proof: [...proof, ...report.proof.filter(({ sha256 }) => !proof.some((item) => item.sha256 === sha256))],
      events: [{ kind: 'done', data: { text: input.text } }],
      afterwards: () =>
        awaitMedia(
          req,
          proof.map(({ sha256 }) => sha256),
        ),
    }
  })

export const DeclineInput = z.object({ text: z.string().trim().min(3, 'Scrieți motivul.').max(1_000) })
/** Says in public that nothing will be done, and why; the reporter may object. */
export const declineReport = (req: PayloadRequest, id: number, input: z.infer<typeof DeclineInput>, now: Date) =>
  workOnReport(req, { id, verb: 'decline', now }, async () => ({
    kind: 'change',
    set: { reason: input.text, answerUntil: momentOfDay(addDays(dayOf(now), await answerDays(req))) },
    events: [{ kind: 'declined', data: { text: input.text } }],
  }))

const answerDays = async (req: PayloadRequest): Promise<number> =>
  reportingRules(await req.payload.findGlobal({ slug: 'reporting', depth: 0, req, overrideAccess: true })).answerDays
