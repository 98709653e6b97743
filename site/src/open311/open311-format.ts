import { escapeXml } from '../feeds/atom.ts'

/** The two forms in which GeoReport v2 answers. */
export type Format = 'json' | 'xml'
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value }

export const mediaTypes: Record<Format, string> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
}

/** In XML the items of a list carry the singular of its name; in JSON a list is an array, and its name is not said. */
const singular: Record<string, string> = {
  services: 'service',
  service_requests: 'request',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
  attributes: 'attribute',
}

export function inFormat(format: Format, name: string, value: Value): string {
  return format === 'json' ? JSON.stringify(value) : `<?xml version="1.0" encoding="UTF-8"?>\n${element(name, value)}\n`
}

function element(name: string, value: Value): string {
  if (value === null || value === '') return `<${name}/>`
  if (Array.isArray(value))
    return `<${name}>${value.map((each: Value) => element(singular[name] ?? 'item', each)).join('')}</${name}>`
  if (typeof value === 'object')
    return `<${name}>${Object.entries(value)
      .map(([each, part]) => element(each, part))
      .join('')}</${name}>`
  return `<${name}>${escapeXml(withoutControls(String(value)))}</${name}>`
}

/** What XML 1.0 cannot carry at all, not even escaped. */
const withoutControls = (text: string) =>
  text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
