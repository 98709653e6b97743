import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { type SQL, sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { transactionOf } from '../database/transaction.ts'
import { FormDefinition } from './contract.ts'
import { isSameForm } from './to-definition.ts'

type Asker = Pick<PayloadRequest, 'payload'> & Partial<Pick<PayloadRequest, 'transactionID'>>
type Kept = { version: number; definition: unknown }

/** A version as it was published, whatever became of the form since; null when there never was one. */
export async function formVersion(
  req: Asker,
  { slug, version }: { slug: string; version: number },
): Promise<FormDefinition | null> {
  if (!Number.isSafeInteger(version) || version < 1 || version > 2_147_483_647) return null
  const [row] = await rows<Kept>(
    req,
    sql`select version, definition from avizier.form_versions where slug = ${slug} and version = ${version}`,
  )
  return row ? FormDefinition.parse(row.definition) : null
}

/** The version that is filled in now; null when the form is not published. */
export async function currentForm(req: Asker, slug: string): Promise<FormDefinition | null> {
  const [row] = await rows<Kept>(
    req,
    sql`
      select v.version, v.definition from avizier.form_versions v
      join record.forms f on f.id::text = v.form_id and f.slug = v.slug and f._status = 'published'
      where v.slug = ${slug} order by v.version desc limit 1`,
  )
  return row ? FormDefinition.parse(row.definition) : null
}

/** The newest versions of one form, newest first. */
export async function formVersionsOf(req: Asker, formId: string): Promise<{ version: number; publishedAt: Date }[]> {
  const found = await rows<{ version: number; published_at: Date }>(
    req,
    sql`
      select version, published_at from avizier.form_versions
      where form_id = ${formId} order by version desc limit 10`,
  )
  return found.map((row) => ({ version: row.version, publishedAt: new Date(row.published_at) }))
}

/** The number that a definition has or, being different from the last one kept, would get. */
export async function versionOf(
  req: Asker,
  formId: string,
  toDefinition: (version: number) => FormDefinition,
): Promise<{ definition: FormDefinition; isKept: boolean }> {
  const { slug } = toDefinition(1)
  const found = await rows<Kept & { form_id: string }>(
    req,
    sql`
      select version, definition, form_id from avizier.form_versions
      where form_id = ${formId} or slug = ${slug} order by version desc limit 1`,
  )
  const last = found[0]
  if (!last) return { definition: toDefinition(1), isKept: false }
  const same = toDefinition(last.version)
  // An address may have belonged to another form before: numbers go on, so that (slug, version) stays one thing.
  if (last.form_id === formId && isSameForm(same, FormDefinition.parse(last.definition)))
    return { definition: same, isKept: true }
  return { definition: toDefinition(last.version + 1), isKept: false }
}

/** Keeps what is being published as a version of its own, in the transaction of the save, unless nothing changed. */
export async function keepFormVersion(
  req: PayloadRequest,
  formId: string,
  toDefinition: (version: number) => FormDefinition,
): Promise<void> {
  const transaction = await transactionOf(req)
  const { slug } = toDefinition(1)
  // Two forms may want one address, and one form two addresses: whoever numbers either waits.
  await transaction.rows(sql`
    select pg_advisory_xact_lock(hashtext('avizier form ' || key))
    from unnest(array[${`id ${formId}`}, ${`slug ${slug}`}]) as key order by key`)
  const { definition, isKept } = await versionOf(req, formId, toDefinition)
  if (isKept) return
  await transaction.rows(sql`
    insert into avizier.form_versions (slug, version, form_id, definition)
    values (${slug}, ${definition.version}, ${formId}, ${JSON.stringify(definition)}::jsonb)`)
}

/** Within the request's transaction when it has one, so that a save sees what it wrote itself. */
async function rows<Row extends Record<string, unknown>>(req: Asker, statement: SQL): Promise<Row[]> {
  const { payload, transactionID } = req
  if (await transactionID) return (await transactionOf({ payload, transactionID })).rows<Row>(statement)
  const result = await (payload.db as unknown as PostgresAdapter).drizzle.execute<Row>(statement)
  return result.rows as Row[]
}
