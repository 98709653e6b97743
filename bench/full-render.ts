import { writeWholeSite } from '@avizier/site/write-whole-site'

/** Writes the whole site of a read model into an empty folder, uncompressed; prints what it took. */
const [readModel = '', output = ''] = process.argv.slice(2)
const began = performance.now()
const pages = await writeWholeSite({ readModel, output, origin: 'https://masura.example' })
const seconds = (performance.now() - began) / 1000
console.log(JSON.stringify({ pages, seconds, megabytes: process.resourceUsage().maxRSS / 1024 }))
