import type { FieldAccess, PayloadRequest } from 'payload'
import { workerOf } from '../registry/registry.access.ts'
import { mayReadReports, maySeeReporter, type ReportWorker } from './report-lifecycle.ts'

export const reportWorkerOf = (req: Pick<PayloadRequest, 'user'>): ReportWorker | null => workerOf(req)

export function readableReports(req: Pick<PayloadRequest, 'user'>): boolean {
  const worker = reportWorkerOf(req)
  return worker !== null && mayReadReports(worker)
}

/** The reporter of one report, over REST. */
export const reporterIsReadable: FieldAccess = ({ req, doc }) => {
  const worker = reportWorkerOf(req)
  if (!worker || !doc) return false
  const department = (doc as { department?: number | { id: number } | null }).department
  return maySeeReporter(worker, {
    state: doc['state'],
    departmentId: department ? Number(typeof department === 'object' ? department.id : department) : null,
    wasPublished: Boolean(doc['publishedAt']),
  })
}
