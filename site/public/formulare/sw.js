/**
 * Without a network, the pages of the forms are shown as this device keeps them: the list and the start pages that were
 * opened, and in the place of a question the whole form on one page. With a network nothing is changed or delayed.
 */
const name = 'formulare'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  const isPage = request.mode === 'navigate'
  if (url.origin !== self.location.origin || (!isPage && request.method !== 'GET')) return
  if (url.pathname.startsWith('/api/')) return
  event.respondWith(answer(event, request, url, isPage))
})

async function answer(event, request, url, isPage) {
  try {
    const response = await fetch(request)
    // The list and the start page hold nothing of the person's.
    const isPublic = isPage && /^\/formulare\/([a-z0-9-]+\/)?$/.test(url.pathname)
    if (isPublic && response.ok) event.waitUntil(keep(url.pathname, response.clone()))
    return response
  } catch (error) {
    const kept = await keptFor(url, isPage)
    if (kept) return kept
    throw error
  }
}

async function keep(path, response) {
  const cache = await caches.open(name)
  await cache.put(path, response)
}

async function keptFor(url, isPage) {
  const cache = await caches.open(name)
  const own = await cache.match(url.pathname)
  const slug = /^\/formulare\/([a-z0-9-]+)\//.exec(url.pathname)?.[1]
  return own ?? (isPage && slug ? cache.match(`/formulare/${slug}/completeaza/pe-o-pagina/`) : undefined)
}
