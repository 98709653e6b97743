import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { createTransport, type Transporter } from 'nodemailer'
import type { Payload } from 'payload'
import { z } from 'zod'
import { readCmsEnvironment } from '../env.ts'
import { readFiledBytes } from '../files/filed-bytes.ts'
import { dayOf } from '../publishing/calendar.ts'
import { accessCodeOf } from '../registry/access-code.ts'
import { EntryFile } from '../registry/contract.ts'
import { formatNumber } from '../registry/registration-number.ts'
import { type LetterKind, letterOf } from './letters.ro.ts'
import { judgeFailure, retryAfterMinutes } from './retry-schedule.ts'

const every = 3_000
const batch = 10
const lease = '3 minutes'

export type Post = { transport: Transporter; from: string }

/** Starts sending what waits; the answer stops it. Without `SMTP_URL` the letters wait, and nothing is lost. */
export function startSendingLetters(payload: Payload): () => void {
  const { SMTP_URL, MAIL_FROM } = readCmsEnvironment()
  if (!SMTP_URL) return () => undefined
  const transport = createTransport(SMTP_URL, { connectionTimeout: 10_000, socketTimeout: 30_000 } as never)
  let isStopped = false
  let timer: NodeJS.Timeout
  const round = async () => {
    let sent = 0
    try {
      const { email } = await payload.findGlobal({ slug: 'institution', depth: 0, overrideAccess: true })
      const from = MAIL_FROM ?? email
      if (from) sent = await sendDueLetters(payload, { transport, from }, new Date())
    } catch (err) {
      payload.logger.error({ err, msg: 'A round of letters failed; the next one tries again' })
    }
    if (!isStopped) timer = setTimeout(round, sent === batch ? 0 : every)
  }
  timer = setTimeout(round, every)
  return () => {
    isStopped = true
    clearTimeout(timer)
    transport.close()
  }
}

type Due = {
  id: string
  kind: LetterKind
  recipient: string
  data: Record<string, unknown>
  attempts: number
  number: string
  registered_at: Date
  key: string
  department: string | null
  term_explanation: string | null
}

/**
 * Sends a batch of what is due. A letter is leased while it is being sent, so that two processes never send one at the
 * same time; when this process dies between sending and noting it, the letter is sent again after the lease, under
 * the same Message-ID. Answers how many were tried.
 */
export async function sendDueLetters(payload: Payload, { transport, from }: Post, now: Date): Promise<number> {
  const { pool } = payload.db as unknown as PostgresAdapter
  const { rows } = await pool.query<Due>(
    `with due as (
       update avizier.outbox set leased_until = $1::timestamptz + interval '${lease}', attempts = attempts + 1
       where id in (
         select id from avizier.outbox
         where state = 'waiting' and next_at <= $1 and (leased_until is null or leased_until < $1)
           -- Nothing leaves the house that may not be opened in it.
           and not exists (
             select 1 from jsonb_array_elements(coalesce(data -> 'files', '[]')) as file
             join avizier.file_scans scan on scan.sha256 = file ->> 'sha256'
             where scan.state in ('waiting', 'infected'))
         order by id limit ${batch} for update skip locked)
       returning *)
     select due.id, due.kind, due.recipient, due.data, due.attempts, r.number, r.registered_at, r.key,
       coalesce(d.public_name, d.name) as department, r.term_explanation
     from due join record.registry r on r.id = due.entry_id left join record.departments d on d.id = r.department_id
     order by due.id`,
    [now.toISOString()],
  )
  const institution =
    rows.length > 0 ? await payload.findGlobal({ slug: 'institution', depth: 0, overrideAccess: true }) : null
  for (const due of rows) {
    const letter = letterOf({
      kind: due.kind,
      number: formatNumber(Number(due.number), dayOf(due.registered_at)),
      code: accessCodeOf(due.key, payload.secret),
      statusAddress: `${readCmsEnvironment().SITE_URL}/stare/`,
      townHall: institution?.townHallName || 'Primăria',
      phone: institution?.phones?.[0] ?? null,
      department: due.department,
      termExplanation: due.term_explanation,
      data: due.data,
    })
    const outcome = await transport
      .sendMail({
        from: { name: institution?.townHallName || 'Primăria', address: from },
        to: { name: '', address: due.recipient },
        ...letter,
        attachments: attachedTo(due),
        messageId: `<avizier-${due.id}-${due.key.replaceAll(/[^\w.-]/g, '')}@${from.split('@').at(-1)}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'ro' },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      .then(
        (info) =>
          ({ kind: 'sent', answer: String((info as { response?: string }).response ?? '').slice(0, 300) }) as const,
        judgeFailure,
      )
    const minutes = outcome.kind === 'forNow' ? retryAfterMinutes(due.attempts) : null
    const state = outcome.kind === 'sent' ? 'sent' : minutes === null ? 'failed' : 'waiting'
    await pool.query(
      `update avizier.outbox set state = $2, last_answer = $3, leased_until = null,
         sent_at = case when $2 = 'sent' then $4::timestamptz end,
         next_at = $4::timestamptz + make_interval(mins => $5)
       where id = $1`,
      [due.id, state, outcome.answer, now.toISOString(), minutes ?? 0],
    )
  }
  return rows.length
}

/** The files that leave with an answer. */
function attachedTo({ data }: Due) {
  const files = z.array(EntryFile).safeParse(data['files'])
  return (files.data ?? []).map(({ sha256, name, mimeType }) => ({
    filename: name,
    content: readFiledBytes(sha256),
    contentType: mimeType,
  }))
}

/** What the clerk is told about the post. */
export async function lettersInHand(
  payload: Payload,
): Promise<{ isConfigured: boolean; waiting: number; failed: number }> {
  const { pool } = payload.db as unknown as PostgresAdapter
  const { rows } = await pool.query<{ waiting: number; failed: number }>(
    `select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'failed')::int as failed
     from avizier.outbox where state <> 'sent'`,
  )
  return {
    isConfigured: Boolean(readCmsEnvironment().SMTP_URL),
    waiting: rows[0]?.waiting ?? 0,
    failed: rows[0]?.failed ?? 0,
  }
}
