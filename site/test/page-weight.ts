import { brotliCompressSync } from 'node:zlib'

/** What a page weighs with its stylesheet and with every script that it loads by itself, compressed as it is served. */
export async function pageWeight(html: string, read: (address: string) => Promise<string>): Promise<number> {
  const seen = new Set<string>()
  const sizeOf = (text: string) => brotliCompressSync(text).length
  const weigh = async (address: string): Promise<number> => {
    if (seen.has(address)) return 0
    seen.add(address)
    const text = await read(address)
    const folder = address.slice(0, address.lastIndexOf('/') + 1)
    const imported = [...text.matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)].map(
      ([, name]) => folder + name,
    )
    let size = sizeOf(text)
    for (const name of address.endsWith('.js') ? imported : []) size += await weigh(name)
    return size
  }
  let total = sizeOf(html)
  for (const [, address = ''] of html.matchAll(/<(?:link rel="stylesheet" href|script[^>]* src)="([^"]+)"/g))
    total += await weigh(address)
  return total
}
