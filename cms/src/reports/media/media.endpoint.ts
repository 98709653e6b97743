import { Readable } from 'node:stream'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { readFiledBytes } from '../../files/filed-bytes.ts'
import { type Actor, isStaff, mayUpload } from '../../staff/roles.ts'
import { HiddenRegions } from './contract.ts'
import { hideRegions } from './hide-regions.action.ts'
import { type KeptMedia, keptMedia } from './kept-media.ts'
import { mediaFaults, mediaText } from './media.ro.ts'
import type { AnnounceMedia } from './settle-media.action.ts'

const fault = (status: number, mesaj: string) =>
  Response.json({ erori: [{ camp: '', mesaj }] }, { status, headers: { 'cache-control': 'no-store' } })
const actorOf = (req: PayloadRequest) => req.user as unknown as Actor

/**
 * What clerks ask about the photos and videos of reports, by the fingerprint of what was sent:
 * - `GET /api/report-media/<sha256>`: how it stands, and what is hidden in it;
 * - `GET /api/report-media/<sha256>/whole`: a photo with nothing hidden in it;
 * - `GET /api/report-media/<sha256>/public`: as the public sees it, or would: the photo, or the picture of a video;
 * - `GET /api/report-media/<sha256>/film`: the video that the public sees;
 * - `PUT /api/report-media/<sha256>/regions` `{ regions }`: hides these and no others.
 */
export const mediaEndpoints = (announce: AnnounceMedia): Endpoint[] => [
  {
    path: '/report-media/:sha256',
    method: 'get',
    handler: (req) => answering(req, (kept) => Response.json(told(kept))),
  },
  {
    path: '/report-media/:sha256/whole',
    method: 'get',
    handler: (req) =>
      answering(req, ({ deskSha256 }) => deskSha256 !== null && bytes({ sha256: deskSha256, mimeType: 'image/jpeg' })),
  },
  {
    path: '/report-media/:sha256/public',
    method: 'get',
    handler: (req) =>
      answering(req, ({ media }) => {
        const pictures = media?.kind === 'photo' ? media.renditions : (media?.poster ?? [])
        const picture = pictures.findLast(({ mimeType }) => mimeType === 'image/webp')
        return picture && bytes(picture)
      }),
  },
  {
    path: '/report-media/:sha256/film',
    method: 'get',
    handler: (req) => answering(req, ({ media }) => media?.kind === 'video' && bytes(media.file)),
  },
  {
    path: '/report-media/:sha256/regions',
    method: 'put',
    handler: async (req) => {
      if (!mayUpload(actorOf(req))) return fault(403, mediaText.notEntitled)
      const sha256 = z.hash('sha256').safeParse(req.routeParams?.['sha256'])
      const body = z.object({ regions: HiddenRegions }).safeParse(await req.json?.().catch(() => null))
      if (!sha256.success || !body.success) return fault(422, mediaText.badRegions)
      const outcome = await hideRegions(req, { sha256: sha256.data, regions: body.data.regions }, announce)
      if (outcome === 'not-a-photo') return fault(409, mediaText.notAPhoto)
      return Response.json({ state: 'waiting' }, { status: 202 })
    },
  },
]

async function answering(
  req: PayloadRequest,
  answer: (kept: KeptMedia) => Response | Promise<Response> | false | null | undefined,
): Promise<Response> {
  if (!isStaff(actorOf(req))) return fault(403, mediaText.notEntitled)
  const { pool } = req.payload.db as unknown as PostgresAdapter
  const [kept] = await keptMedia(pool as never, [String(req.routeParams?.['sha256'])])
  const found = kept ? await answer(kept) : null
  return found || fault(404, mediaText.unknown)
}

const told = ({ state, code, regions, media }: KeptMedia) => ({
  state,
  sentence: code && mediaFaults[code],
  regions,
  media,
})

async function bytes({ sha256, mimeType }: { sha256: string; mimeType: string }): Promise<Response> {
  return new Response(Readable.toWeb(await readFiledBytes(sha256)) as unknown as ReadableStream, {
    headers: {
      'content-type': mimeType,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
}
