import type { Access, CollectionConfig, Field } from 'payload'
import type { CollectionNoun } from '../changes/contract.ts'
import { previewLink } from '../preview/preview-link.ts'
import { dayField, momentField } from './date-fields.ts'
import { type Publishing, publicationHooks } from './publication-hooks.ts'
import { publishedAccess } from './published-access.ts'
import { publishingLabels as labels } from './publishing.ro.ts'

type Options<Doc extends object> = Omit<CollectionConfig, 'slug' | 'access' | 'hooks' | 'versions'> &
  Publishing<Doc> & {
    slug: CollectionNoun
    /** Rows of the record that anonymous callers of the REST interface may see, besides being published. */
    readableByAnyone?: Access
  }

/**
 * A collection whose published documents the public reads: drafts, versions, a schedule, an address,
 * and on every save a revision, a line of the journal and, when the public view changed, a row of the change log.
 */
export function publishedCollection<Doc extends object>(options: Options<Doc>): CollectionConfig {
  const {
    toRecord,
    check,
    touches,
    address,
    frozen,
    mayTakeDown,
    mayDeletePublished,
    readableByAnyone,
    fields,
    admin,
    ...rest
  } = options
  return {
    ...rest,
    custom: { toRecord },
    access: publishedAccess(options.slug, readableByAnyone),
    versions: { maxPerDoc: 0, drafts: { autosave: false, validate: false, schedulePublish: false } },
    admin: {
      pagination: { defaultLimit: 25 },
      ...admin,
      preview: (doc, { req }) => previewLink(req, options.slug, String(doc['id'])),
    },
    fields: [...fields, ...(address ? [slugField] : []), ...publicationFields],
    hooks: publicationHooks(options.slug, options),
  }
}

const slugField: Field = {
  name: 'slug',
  type: 'text',
  unique: true,
  index: true,
  label: labels.slug,
  admin: { position: 'sidebar', description: labels.slugHint },
}

const publicationFields: Field[] = [
  dayField({ name: 'publishedOn', label: labels.publishedOn, admin: { position: 'sidebar' } }),
  momentField({
    name: 'publishAt',
    label: labels.publishAt,
    index: true,
    admin: { position: 'sidebar', description: labels.publishAtHint },
  }),
  momentField({
    name: 'takeDownAt',
    label: labels.takeDownAt,
    index: true,
    admin: { position: 'sidebar', description: labels.takeDownAtHint },
  }),
  { name: 'formerSlugs', type: 'json', admin: { hidden: true } },
  {
    name: 'sourceId',
    type: 'text',
    unique: true,
    index: true,
    label: labels.sourceId,
    admin: { readOnly: true, position: 'sidebar', condition: (data) => Boolean(data['sourceId']) },
  },
]
