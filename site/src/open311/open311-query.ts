import { z } from 'zod'

/** At most so many days and so many requests are answered at once (GeoReport v2). */
const longestDays = 90
export const mostRequests = 1_000

export type RequestsQuery = {
  /** When these are asked for, nothing else of the question counts. */
  ids: string[]
  services: string[]
  statuses: ('open' | 'closed')[]
  from: string
  to: string
}

const day = 86_400_000
const Moment = z.union([z.iso.datetime({ offset: true }), z.iso.date()])
const list = (value: string | null) => (value ?? '').split(',').flatMap((each) => each.trim() || [])

/** The question of `GET requests`; null when a date cannot be read or a status is none. */
export function readQuery(asked: URLSearchParams, now: Date): RequestsQuery | null {
  const given = [asked.get('start_date'), asked.get('end_date')].map((each) => each?.trim() || null)
  const moments = given.map((each) => (each === null ? null : Moment.safeParse(each)))
  if (moments.some((each) => each?.success === false)) return null
  const statuses = list(asked.get('status'))
  if (!statuses.every((each) => each === 'open' || each === 'closed')) return null
  const [start, end] = given.map((each) => (each === null ? null : Date.parse(each)))
  const to = end ?? (start ? Math.min(start + longestDays * day, now.getTime()) : now.getTime())
  const from = start ?? to - longestDays * day
  return {
    ids: list(asked.get('service_request_id')),
    services: list(asked.get('service_code')),
    statuses,
    from: new Date(from).toISOString(),
    to: new Date(Math.min(to, from + longestDays * day)).toISOString(),
  }
}
