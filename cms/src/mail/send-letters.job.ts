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
import type { Letter, LetterWriters, WaitingLetter } from './letter-writers.ts'
import { type LetterKind, letterOf, mailText } from './letters.ro.ts'
import { judgeFailure, retryAfterMinutes } from './retry-schedule.ts'

const every = 3_000
const batch = 10
const lease = '3 minutes'

export type Post = { transport: Transporter; from: string }

/** Starts sending what waits; the answer stops it. Without `SMTP_URL` the letters wait, and nothing is lost. */
export function startSendingLetters(payload: Payload, writers: LetterWriters): () => void {
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
      if (from) sent = await sendDueLetters(payload, { transport, from }, new Date(), writers)
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

type Due = WaitingLetter & {
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
 * the same Message-ID. One that nobody wants any more is dropped. Answers how many were tried.
 */
export async function sendDueLetters(
  payload: Payload,
  { transport, from }: Post,
  now: Date,
  writers: LetterWriters = {},
): Promise<number> {
  const { pool } = payload.db as unknown as PostgresAdapter
  await pool.query(
    `update avizier.outbox set state = 'failed', last_answer = $2, data = '{}'
     where state = 'waiting' and expires_at <= $1`,
    [now.toISOString(), mailText.expired],
  )
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
     select due.id, due.kind, due.recipient, due.noun, due.record_id as "recordId", due.data, due.attempts,
       r.number, r.registered_at, r.key, coalesce(d.public_name, d.name) as department, r.term_explanation
     from due left join record.registry r on r.id = due.entry_id left join record.departments d on d.id = r.department_id
     order by due.id`,
    [now.toISOString()],
  )
  const institution =
    rows.length > 0 ? await payload.findGlobal({ slug: 'institution', depth: 0, overrideAccess: true }) : null
  for (const due of rows) {
    const sender = { townHall: institution?.townHallName || 'Primăria', phone: institution?.phones?.[0] ?? null }
    const letter =
      due.noun === 'registry' ? letterAboutEntry(payload, due, sender) : await writers[due.noun]?.(payload, due, sender)
    if (!letter) {
      await pool.query('delete from avizier.outbox where id = $1', [due.id])
      continue
    }
    const outcome = await transport
      .sendMail({
        from: { name: sender.townHall, address: from },
        to: { name: '', address: due.recipient },
        subject: letter.subject,
        text: letter.text,
        attachments: attachedTo(due),
        messageId: `<avizier-${due.id}-${letter.about.replaceAll(/[^\w.-]/g, '')}@${from.split('@').at(-1)}>`,
        headers: {
          'Auto-Submitted': 'auto-generated',
          'Content-Language': 'ro',
          ...(letter.endAddress ? { 'List-Unsubscribe': `<${letter.endAddress}>` } : {}),
        },
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
         -- A link that sets a password is not kept longer than it takes to send it.
         data = case when noun = 'staff' and $2 <> 'waiting' then '{}'::jsonb else data end,
         next_at = $4::timestamptz + make_interval(mins => $5)
       where id = $1`,
      [due.id, state, outcome.answer, now.toISOString(), minutes ?? 0],
    )
  }
  return rows.length
}

/** What the registry writes about its own entries. */
const letterAboutEntry = (payload: Payload, due: Due, sender: { townHall: string; phone: string | null }): Letter => ({
  about: due.key,
  ...letterOf({
    kind: due.kind as LetterKind,
    number: formatNumber(Number(due.number), dayOf(due.registered_at)),
    code: accessCodeOf(due.key, payload.secret),
    statusAddress: `${readCmsEnvironment().SITE_URL}/stare/`,
    ...sender,
    department: due.department,
    termExplanation: due.term_explanation,
    data: due.data,
  }),
})

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

export type LetterInHand = {
  id: number
  noun: string
  kind: string
  recipient: string
  state: 'waiting' | 'failed'
  answer: string | null
  attempts: number
  at: Date
  entryId: number | null
  number: number | null
  registeredAt: Date | null
}

/** The letters that were refused and those that wait, the refused ones first and the latest of each before. */
export async function lettersToMind(payload: Payload, { page }: { page: number }): Promise<LetterInHand[]> {
  const { pool } = payload.db as unknown as PostgresAdapter
  const { rows } = await pool.query<LetterInHand>(
    `select o.id::int, o.noun, o.kind, o.recipient, o.state, o.last_answer as answer, o.attempts, o.created_at as at,
       o.entry_id as "entryId", r.number::int as number, r.registered_at as "registeredAt"
     from avizier.outbox o left join record.registry r on r.id = o.entry_id
     where o.state <> 'sent' order by o.state, o.id desc limit 51 offset $1`,
    [(page - 1) * 50],
  )
  return rows
}
