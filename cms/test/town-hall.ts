import { randomUUID } from 'node:crypto'
import type { Role } from '../src/staff/roles.ts'
import type { TestRecord } from './record.ts'

export type Worker = { id: number; token: string }
export type Answer = { status: number; body: Record<string, unknown> & { id: number; numar: number; cod: string } }

/** A town hall with two departments and its people, and the steps of an entry over REST. */
export async function openTownHall(record: TestRecord, part = '') {
  const department = async (name: string, code: string) =>
    Number(
      (
        await record.payload.create({
          collection: 'departments',
          data: { name: part ? `${name} (${part})` : name, code: part ? `${code}-${part}` : code },
          overrideAccess: true,
        })
      ).id,
    )
  const urbanism = await department('Urbanism', 'urbanism')
  const taxes = await department('Impozite și taxe', 'impozite')
  const worker = async (departments: number[], ...roles: Role[]): Promise<Worker> => {
    const { id, token } = await record.signIn(...roles)
    await record.payload.update({ collection: 'staff', id, data: { departments }, overrideAccess: true })
    return { id: Number(id), token }
  }
  const people = {
    registrar: await worker([], 'registrar'),
    responsible: await worker([urbanism], 'clerk'),
    colleague: await worker([urbanism], 'clerk'),
    head: await worker([urbanism], 'departmentHead'),
    stranger: await worker([taxes], 'clerk', 'departmentHead'),
    secretary: await worker([], 'generalSecretary'),
    mayor: await worker([], 'mayor'),
    auditor: await worker([], 'auditor'),
    admin: await worker([], 'admin'),
    editor: await worker([], 'editor'),
  }
  type Who = keyof typeof people
  const post = async (who: Who, address: string, body: object): Promise<Answer> => {
    const response = await record.rest('POST', address, { token: people[who].token, body })
    return { status: response.status, body: (await response.json()) as Answer['body'] }
  }
  return {
    urbanism,
    taxes,
    people,
    register: (who: Who, given: object = {}) =>
      post(who, '/registry/entries', {
        key: randomUUID(),
        kind: 'application',
        subject: 'Cerere de racordare',
        correspondentName: 'Ion Marin',
        ...given,
      }),
    step: (who: Who, id: number, verb: string, body: object = {}) => post(who, `/registry/entries/${id}/${verb}`, body),
    post,
    entry: async (id: number) =>
      (await record.pool.query('select * from record.registry where id = $1', [id])).rows[0] as Record<string, unknown>,
    events: async (id: number) =>
      (
        await record.pool.query(
          'select kind, actor_name, is_public, data from avizier.registry_events where entry_id = $1 order by id',
          [id],
        )
      ).rows as { kind: string; actor_name: string; is_public: boolean; data: Record<string, unknown> }[],
    mails: async (id: number) =>
      (
        await record.pool.query('select kind, recipient, data from avizier.outbox where entry_id = $1 order by id', [
          id,
        ])
      ).rows as { kind: string; recipient: string; data: Record<string, unknown> }[],
  }
}
