import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Eleventy from '@11ty/eleventy'

/** Writes a page of each document with Eleventy, in the plainest layout; prints what it took. */
const [documents = '', output = ''] = process.argv.slice(2)
const input = path.join(path.dirname(documents), 'eleventy-input')
mkdirSync(input, { recursive: true })
const began = performance.now()
const records = JSON.parse(readFileSync(documents, 'utf8')) as unknown[]

const layout = `<!doctype html><html lang="ro"><head><meta charset="utf-8"><title>{{ record.title }}</title>
<link rel="stylesheet" href="/site.css"></head><body><header><a href="/">Comuna Măsura</a></header>
<main><h1>{{ record.title }}</h1><p>{{ record.publishedOn }}</p>
{% for block in record.body %}{% if block.label %}<section><h2>{{ block.label }}</h2>{% for each in block.blocks %}<p>{{ each.inlines[0].text }}</p>{% endfor %}</section>
{% else %}<p>{{ block.inlines[0].text }}</p>{% endif %}{% endfor %}</main><footer>Primăria Măsura</footer></body></html>`

const eleventy = new Eleventy(input, output, {
  quietMode: true,
  config: (config) => {
    config.addGlobalData('records', records)
    config.addTemplate('document.njk', layout, {
      pagination: { data: 'records', size: 1, alias: 'record' },
      permalink: '/{{ record.noun }}/{{ record.id }}/index.html',
    })
  },
})
await eleventy.write()
const seconds = (performance.now() - began) / 1000
console.log(JSON.stringify({ pages: records.length, seconds, megabytes: process.resourceUsage().maxRSS / 1024 }))
