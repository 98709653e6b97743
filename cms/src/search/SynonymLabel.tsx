'use client'
import { useRowLabel } from '@payloadcms/ui'

/** A closed group shows its words. */
export function SynonymLabel() {
  const { data } = useRowLabel<{ words?: string }>()
  return <span>{data.words || 'Grup nou'}</span>
}
