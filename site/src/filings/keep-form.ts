import { wholeFormPath } from '../paths.ts'

/**
 * Keeps the questions of a form on this device, with all that their page needs, and lets a worker show them when the
 * network is gone. Once a visit; where the browser has none of it, the form needs the network, and nothing breaks.
 */
export async function keepForm(slug: string): Promise<void> {
  try {
    if (!('serviceWorker' in navigator) || sessionStorage.getItem(`pastrat ${slug}`)) return
    await navigator.serviceWorker.register('/formulare/sw.js')
    const cache = await caches.open('formulare')
    await cache.add(wholeFormPath({ slug }))
    await keepNeeds(cache, wholeFormPath({ slug }))
    sessionStorage.setItem(`pastrat ${slug}`, 'da')
  } catch {
    // Private windows and full disks: the form is filled in with the network, as without a script.
  }
}

/** What a page, a stylesheet or a script asks for: it is there under the same address for ever, or not at all. */
async function keepNeeds(cache: Cache, address: string): Promise<void> {
  const text = (await (await cache.match(address))?.text()) ?? ''
  const named = [...text.matchAll(/["'`(](\/(?:static|fonts)\/[^"'`)]+|\.\/[\w.-]+\.js)["'`)]/g)].map(
    ([, name = '']) => name,
  )
  for (const needed of new Set(named.map((name) => new URL(name, new URL(address, location.href)).pathname))) {
    if (await cache.match(needed)) continue
    await cache.add(needed)
    if (/\.(js|css)$/.test(needed)) await keepNeeds(cache, needed)
  }
}
