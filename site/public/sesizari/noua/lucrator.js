// Opens the page of a new report where there is no network. It keeps that one page and what the page is made of;
// what is written on it waits elsewhere on the phone, and the page itself sends it.
const cacheName = 'sesizare-noua'
const page = '/sesizari/noua/'

self.addEventListener('install', (event) => {
  self.skipWaiting()
  event.waitUntil(keepPage())
})
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (request.mode === 'navigate' && url.pathname === page) event.respondWith(pageFirstFromNetwork(request))
  else if (/^\/(static|fonts)\//.test(url.pathname)) event.respondWith(assetFirstFromCache(request))
})

async function pageFirstFromNetwork(request) {
  try {
    const response = await fetch(request)
    if (response.ok) await keepPage(response.clone())
    return response
  } catch (error) {
    const kept = await caches.match(page, { cacheName })
    if (kept) return kept
    throw error
  }
}

async function assetFirstFromCache(request) {
  return (await caches.match(request, { cacheName })) ?? fetch(request)
}

// The page names what it is made of; what an earlier one was made of goes.
async function keepPage(response) {
  const fresh = response ?? (await fetch(page, { cache: 'no-store' }))
  if (!fresh.ok) return
  const html = withoutToken(await fresh.text())
  const cache = await caches.open(cacheName)
  const needed = [...new Set([...html.matchAll(/(?:href|src)="(\/(?:static|fonts)\/[^"]+)"/g)].map(([, path]) => path))]
  const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname)
  await cache.addAll(needed.filter((path) => !kept.includes(path)))
  const headers = { 'content-type': 'text/html; charset=utf-8', ...policyOf(fresh) }
  await cache.put(page, new Response(html, { headers }))
  for (const path of kept) if (path !== page && !needed.includes(path)) await cache.delete(path)
}

// A token is good for one report: the page asks for one when it has a report to send.
const withoutToken = (html) => html.replace(/(name="jeton" value=")[^"]*"/, '$1"').replace(/ data-uploads="[^"]*"/g, '')

// A page out of the cache is as strict as one out of the network.
function policyOf({ headers }) {
  const names = ['content-security-policy', 'permissions-policy', 'referrer-policy', 'x-content-type-options']
  return Object.fromEntries(names.flatMap((name) => (headers.get(name) ? [[name, headers.get(name)]] : [])))
}
