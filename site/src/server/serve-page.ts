import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/ld+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
}

const encodings = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const

/** The file a public address means, relative to the public folder; null for an address that cannot be one. */
export function fileOfAddress(pathname: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (/[\0\\]/.test(decoded) || decoded.split('/').some((part) => part === '..' || part.startsWith('.'))) return null
  if (/\.(br|gz|tmp)$/.test(decoded)) return null
  return decoded.endsWith('/') ? `${decoded}index.html` : decoded
}

/**
 * Answers with a written page. The file is opened once and read whole from that descriptor: a page replaced meanwhile
 * is served as it was, never cut to the other's length.
 * @returns false when there is no such page
 */
export async function servePage(
  root: string,
  file: string,
  { request, response, status = 200 }: { request: IncomingMessage; response: ServerResponse; status?: number },
): Promise<boolean> {
  const type = file.endsWith('atom.xml') ? 'application/atom+xml; charset=utf-8' : types[path.extname(file)]
  if (!type) return false
  const accepted = String(request.headers['accept-encoding'] ?? '')
  const candidates = [
    ...encodings.filter(({ name }) => new RegExp(`\\b${name}\\b(?!;q=0(?![.]))`).test(accepted)),
    { name: null, suffix: '' },
  ]
  for (const { name, suffix } of candidates) {
    const bytes = await readWhole(path.join(root, file) + suffix)
    if (!bytes) continue
    const etag = `"${createHash('sha1').update(bytes).digest('base64url')}"`
    response.setHeader('content-type', type)
    response.setHeader('vary', 'accept-encoding')
    response.setHeader('cache-control', 'no-cache')
    response.setHeader('etag', etag)
    if (name) response.setHeader('content-encoding', name)
    if (status === 200 && request.headers['if-none-match'] === etag) {
      response.writeHead(304).end()
      return true
    }
    response.writeHead(status, { 'content-length': bytes.length })
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
