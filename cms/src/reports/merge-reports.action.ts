import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { announceReport } from './announce-report.action.ts'
import { isOpenState } from './contract.ts'
import { lockReport, refused, workOnReport } from './work-on-report.action.ts'

export const MergeInput = z.object({ intoId: z.coerce.number().int().positive() })

/**
 * Makes a report one with another that is open: whoever follows it follows the other, whoever reported it hears of the
 * other, and its address leads there. What had been merged into it before comes along.
 */
export const mergeReports = (req: PayloadRequest, id: number, { intoId }: z.infer<typeof MergeInput>, now: Date) =>
  workOnReport(req, { id, verb: 'merge', now }, async (report, transaction) => {
    if (intoId === id) return refused('merge-with-itself', 'intoId')
    const target = await lockReport(transaction, intoId)
    if (!target || !isOpenState(target.state)) return refused('merge-target-over', 'intoId')
    return {
      kind: 'change',
      set: { mergedIntoId: intoId },
      events: [{ kind: 'merged', data: { number: target.number } }],
      afterwards: async () => {
        const moved = await transaction.rows<{ id: number }>(
          sql`update reports set merged_into_id = ${intoId} where merged_into_id = ${id} returning id`,
        )
        for (const each of moved) await announceReport(req, { id: each.id, state: 'merged' })
        await transaction.rows(sql`
          with followers as (
            insert into avizier.report_followers (report_id, email, role, state, confirmed_at)
            select ${intoId}::int, email, role, state, confirmed_at from avizier.report_followers
            where report_id = ${id} and state <> 'ended'
            on conflict (report_id, lower(email)) do nothing
          )
          insert into avizier.report_events (report_id, kind, at, actor_id, actor_name, data)
          values (${intoId}, 'joined', ${now.toISOString()}, ${String(req.user?.id ?? '')},
            ${String((req.user as { name?: string } | null)?.name ?? '')},
            ${JSON.stringify({ number: report.number })}::jsonb)`)
        await announceReport(req, target)
      },
    }
  })
