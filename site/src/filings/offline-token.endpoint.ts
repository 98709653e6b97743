import { z } from 'zod'
import { readBody } from '../files/receive-form.ts'
import { donePath } from '../paths.ts'
import { answerJson, type Exchange, isAcceptable, refuse } from './answer-requests.ts'
import type { FilingDesk } from './filing-desk.ts'
import { filingSentences } from './filings.ro.ts'
import { idOfKey, issueToken, tokenLife } from './form-token.ts'
import { challengeFor } from './proof-of-work.ts'

const Asked = z.object({ cheie: z.string().min(16).max(200), versiune: z.number().int().positive() })

/**
 * `POST /api/formulare/<slug>/jeton` `{ cheie, versiune }`: the token under which a filing that was written without a
 * network is sent, the same filing for the same key. 200 `{ jeton, depus, sarcina }`: `depus` is the address of the
 * confirmation where it was filed before, null otherwise; `sarcina` is the challenge of its proof of work.
 */
export async function answerOfflineToken(
  exchange: Exchange,
  { desk, slug }: { desk: FilingDesk; slug: string },
): Promise<void> {
  const { request, response } = exchange
  if (!isAcceptable(exchange)) return
  const body = await readBody(request, 2_000)
    .then(JSON.parse)
    .catch(() => null)
  const asked = Asked.safeParse(body)
  if (!asked.success) return refuse(response, 422, filingSentences.unreadable)
  const definition = await desk.definition(slug, asked.data.versiune)
  if (!definition) return refuse(response, 404, filingSentences.formUnknown)
  const id = idOfKey(desk.secret, slug, asked.data.cheie)
  const { text } = issueToken(desk.secret, definition, { id })
  answerJson(response, 200, {
    jeton: text,
    depus: (await desk.spool.find(id)) ? donePath({ slug }, text) : null,
    sarcina: await challengeFor(desk.secret, { id, expiresAt: Date.now() + tokenLife }),
  })
}
