import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageWeight } from '../../test/page-weight.ts'
import { aPetition, petition } from '../../test/petition.ts'
import { anInstitution, ChangeLog } from '../../test/records.ts'
import { listening } from '../../test/server.ts'
import { openTown } from '../../test/town.ts'

/** Everything one page can carry: a question that depends on another, files, and the proof on the check page. */
const form = aPetition()
const every = { hint: '', required: true, showIf: null, autocomplete: null }
const [cine, ce, dovezi] = form.definition.steps
const conditional = [
  { ...every, type: 'consent', name: 'are_dovezi', label: 'Am dovezi', required: false },
  ...(dovezi?.fields ?? []).map((field) => ({
    ...field,
    showIf: { match: 'all', rules: [{ field: 'are_dovezi', is: 'answered' }] },
  })),
]
const steps = [cine, ce, { ...dovezi, fields: conditional }]
const built = path.resolve(import.meta.dirname, '../../dist/client')
const read = async (address: string) => readFileSync(path.join(built, address), 'utf8')
const budget = 20 * 1024
let server: Server
let origin = ''
let first = ''

beforeAll(async () => {
  const town = await openTown()
  const log = new ChangeLog()
  log.upsert(anInstitution())
  log.upsert(aPetition({ steps }))
  await town.take(log.changes)
  server = await listening(town.folder)
  origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  first = (await fetch(`${origin}/formulare/petitie/completeaza/`)).url
})
afterAll(() => server.close())

const at = (page: string) => first.replace('/cine/', `/${page}/`)
const html = async (page: string) => (await fetch(page.startsWith('/') ? origin + page : at(page))).text()
const answer = (page: string, fields: Record<string, string>) =>
  fetch(at(page), { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })

describe('a page of a form, with its stylesheet and its scripts, compressed', () => {
  it.each([
    ['the list', '/formulare/', []],
    ['the start', '/formulare/petitie/', []],
    ['questions alone', 'cine', ['filing-draft']],
    ['files and a question that depends on another', 'dovezi', ['file-upload', 'form-conditions']],
    ['the whole form', '/formulare/petitie/completeaza/pe-o-pagina/', ['offline-filing']],
  ])('%s: weighs at most 20 KB', async (name, page, carries) => {
    const text = await html(page)
    for (const element of carries) expect(text).toContain(`<${element}`)
    const weight = await pageWeight(text, read)
    console.log(`${name}: ${(weight / 1024).toFixed(1)} KB`)
    expect(weight).toBeLessThanOrEqual(budget)
  })

  it('the check with its proof: weighs at most 20 KB', async () => {
    await answer('cine', { nume: petition.nume, email: petition.email })
    await answer('ce', { obiect: petition.obiect, descriere: petition.descriere })
    await answer('dovezi', {})
    const text = await html('verifica-raspunsurile')
    expect(text).toContain('<filing-proof')
    const weight = await pageWeight(text, read)
    console.log(`the check: ${(weight / 1024).toFixed(1)} KB`)
    expect(weight).toBeLessThanOrEqual(budget)
  })

  it('loads what sends files, and what proves, only where they are used', async () => {
    const scriptsOf = (text: string) => [...text.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src = '']) => src)
    const isSending = async (page: string) => scriptsOf(await html(page)).some((src) => src.includes('FileControl'))
    const isProving = async (page: string) => scriptsOf(await html(page)).some((src) => src.includes('FilingProof'))
    expect([await isSending('cine'), await isSending('dovezi')]).toEqual([false, true])
    expect([await isProving('cine'), await isProving('verifica-raspunsurile')]).toEqual([false, true])
    expect(scriptsOf(await html('/formulare/petitie/'))).toHaveLength(1)
  })
})
