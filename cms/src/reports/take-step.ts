import { reportDeskText } from './report-desk.ro.ts'

/** Takes one step with one report from a screen. Null when it is taken, else the sentence that says why not. */
export async function takeStep(id: number, verb: string, body: object): Promise<string | null> {
  const response = await fetch(`/api/reports/desk/${id}/${verb}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null)
  if (response?.ok) return null
  const said = (await response?.json().catch(() => null)) as { erori?: { mesaj: string }[] } | null
  return said?.erori?.[0]?.mesaj ?? reportDeskText.failed
}

/** Keeps a photo of the work. Answers how a step names it, or the sentence that says why it is not kept. */
export async function keepProof(file: File): Promise<{ proof: unknown } | { fault: string }> {
  const response = await fetch(`/api/reports/desk/proof?nume=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    body: file,
  }).catch(() => null)
  const said = (await response?.json().catch(() => null)) as { erori?: { mesaj: string }[] } | null
  if (response?.ok && said) return { proof: said }
  return { fault: said?.erori?.[0]?.mesaj ?? reportDeskText.failed }
}
