import type { NumberFieldDescriptionServerComponent } from 'payload'

/** Under the number: the next free one of the register and year, so that the clerk need not open the book. */
export const NextNumber: NumberFieldDescriptionServerComponent = async ({ payload, data }) => {
  const kind = data?.['kind'] === 'order' ? 'order' : 'decision'
  const year = data?.['adoptedOn'] ? new Date(data['adoptedOn']).getFullYear() : new Date().getFullYear()
  const { docs } = await payload.find({
    collection: 'acts',
    where: { and: [{ kind: { equals: kind } }, { year: { equals: year } }] },
    sort: '-number',
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  const next = Number(docs[0]?.['number'] ?? 0) + 1
  const book = kind === 'order' ? 'Registrul dispozițiilor' : 'Registrul hotărârilor'
  return <p className="field-description">{`${book} ${year}: urmează ${next}.`}</p>
}
