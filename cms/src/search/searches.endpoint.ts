import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Endpoint } from 'payload'
import { z } from 'zod'
import { hasSiteToken, withoutToken } from '../changes/site-token.ts'
import { dayOf } from '../publishing/calendar.ts'
import { Searches } from './contract.ts'
import { addSearches } from './searches.action.ts'

/** `POST /api/searches`: the site tells what was searched, added up, so that clerks see what is missing. */
export const searchesEndpoint: Endpoint = {
  path: '/searches',
  method: 'post',
  handler: async (req) => {
    if (!hasSiteToken(req)) return withoutToken()
    const searches = Searches.safeParse(await req.json?.().catch(() => null))
    if (!searches.success) return Response.json({ error: z.prettifyError(searches.error) }, { status: 400 })
    await addSearches((req.payload.db as unknown as PostgresAdapter).pool, searches.data, dayOf(new Date()))
    return new Response(null, { status: 204 })
  },
}
