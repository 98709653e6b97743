import { Refused, sendFile } from '../files/send-file.ts'
import { submitPath, tokenPath, uploadsPath } from '../paths.ts'
import { forgetWaiting, keepWaiting, type WaitingFiling } from './waiting-store.ts'

/** `filed`: at the address is its number. `unfinished`: the town hall has it as a draft that lacks something. */
export type SentOutcome = { kind: 'filed' | 'unfinished'; address: string } | { kind: 'gone'; sentence: string }

/**
 * Sends one that waits: a token for its key, its files piece by piece, then its answers. Whatever breaks in between,
 * the next time goes on from there; the key makes it one filing. @throws what the network throws: it goes on waiting.
 */
export async function sendWaiting(filing: WaitingFiling): Promise<SentOutcome> {
  const form = { slug: filing.form }
  const asked = await post(tokenPath(form), JSON.stringify({ cheie: filing.key, versiune: filing.version }))
  if (asked.status === 404) return { kind: 'gone', sentence: (await asked.json()).erori[0].mesaj }
  if (!asked.ok) throw new Error(`${asked.status}`)
  const { jeton, depus, sarcina } = (await asked.json()) as { jeton: string; depus: string | null; sarcina: string }
  if (depus) return filed(filing, depus)

  let isRefused = false
  for (const each of filing.files) {
    const { done } = sendFile(each.file, {
      uploads: uploadsPath(form, jeton),
      field: each.field,
      id: each.id,
      onBegun: (id) => {
        each.id = id
        void keepWaiting(filing)
      },
    })
    await done.catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error
      isRefused = true
    })
  }
  const { solveProof } = await import('./solve-proof.ts')
  const body = new URLSearchParams([...filing.entries, ['jeton', jeton], ['dovada', (await solveProof(sarcina)) ?? '']])
  if (isRefused) body.set('actiune', 'pastreaza')
  const response = await fetch(submitPath(form), { method: 'POST', body, headers: { accept: 'application/json' } })
  if (response.redirected || response.ok) {
    const address = new URL(response.url).pathname
    return isRefused ? unfinished(filing, address) : filed(filing, address)
  }
  if (response.status !== 422) throw new Error(`${response.status}`)
  body.set('actiune', 'pastreaza')
  const kept = await fetch(submitPath(form), { method: 'POST', body })
  return unfinished(filing, new URL(kept.url).pathname)
}

async function filed(filing: WaitingFiling, address: string): Promise<SentOutcome> {
  await forgetWaiting(filing.key)
  return { kind: 'filed', address }
}

async function unfinished(filing: WaitingFiling, address: string): Promise<SentOutcome> {
  await forgetWaiting(filing.key)
  return { kind: 'unfinished', address }
}

const post = (address: string, body: string) =>
  fetch(address, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
