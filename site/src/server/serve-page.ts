import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { acceptedEncodings, hasSameBytes } from './accepted-encoding.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/ld+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/**
 * The path that a public address names, decoded; null for an address that cannot be one: what steps out of the folder,
 * hides in it, or has an empty part, which a redirect would turn into another host.
 */
export function pathOfAddress(pathname: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (/[\p{Cc}\\]/u.test(decoded) || /\/[./]/.test(decoded) || /\.(br|gz)$/.test(decoded)) return null
  return decoded
}

/**
 * Answers with a written page. The file is opened once and read whole from that descriptor: a page replaced meanwhile
 * is served as it was, never cut to the other's length.
 * @returns false when there is no such page
 */
export async function servePage(
  root: string,
  publicPath: string,
  {
    request,
    response,
    status = 200,
    isImmutable = false,
  }: {
    request: IncomingMessage
    response: ServerResponse
    status?: number
    /** Its address changes with its bytes. */
    isImmutable?: boolean
  },
): Promise<boolean> {
  const file = publicPath.endsWith('/') ? `${publicPath}index.html` : publicPath
  const type = file.endsWith('atom.xml') ? 'application/atom+xml; charset=utf-8' : types[path.extname(file)]
  if (!type) return false
  const candidates = [
    ...acceptedEncodings(String(request.headers['accept-encoding'] ?? '')),
    { name: null, suffix: '' },
  ]
  for (const { name, suffix } of candidates) {
    const bytes = await readWhole(path.join(root, file) + suffix)
    if (!bytes) continue
    const etag = `"${createHash('sha1').update(bytes).digest('base64url')}"`
    response.setHeader('vary', 'accept-encoding')
    response.setHeader('cache-control', isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache')
    response.setHeader('etag', etag)
    if (status === 200 && hasSameBytes(request.headers['if-none-match'] ?? '', etag)) {
      response.writeHead(304).end()
      return true
    }
    if (name) response.setHeader('content-encoding', name)
    response.writeHead(status, { 'content-type': type, 'content-length': bytes.length })
    response.end(request.method === 'HEAD' ? undefined : bytes)
    return true
  }
  return false
}

async function readWhole(file: string): Promise<Buffer | null> {
  try {
    const handle = await open(file, 'r')
    try {
      return (await handle.stat()).isFile() ? await handle.readFile() : null
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return null
    throw error
  }
}
