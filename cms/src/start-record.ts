import config from '@payload-config'
import { getPayload } from 'payload'
import { startDuePublications } from './publishing/due-publications.job.ts'

export async function startRecord(): Promise<void> {
  const payload = await getPayload({ config })
  startDuePublications(payload)
}
