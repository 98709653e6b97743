import type { Access, CollectionConfig, Where } from 'payload'
import type { CollectionNoun } from '../changes/contract.ts'
import { type Actor, isStaff, mayPrepare } from '../staff/roles.ts'

const isPublished: Where = { _status: { equals: 'published' } }

/**
 * Staff read everything, anybody else what is published (and what `anyone` allows besides).
 * Who may publish is decided at the save itself, where the status is known.
 */
export function publishedAccess(noun: CollectionNoun, anyone?: Access): CollectionConfig['access'] {
  const prepare: Access = ({ req }) => mayPrepare(req.user as unknown as Actor, noun)
  return {
    create: prepare,
    update: prepare,
    delete: prepare,
    readVersions: ({ req }) => isStaff(req.user as unknown as Actor),
    read: async (args) => {
      if (isStaff(args.req.user as unknown as Actor)) return true
      const more = (await anyone?.(args)) ?? true
      if (typeof more === 'boolean') return more && isPublished
      return { and: [isPublished, more] }
    },
  }
}
