import { execFileSync } from 'node:child_process'
import path from 'node:path'

/** The site as it is built for production, made anew from the sources under test. */
export default function buildSite(): void {
  const site = path.resolve(import.meta.dirname, '..')
  const astro = path.resolve(site, '../node_modules/astro/bin/astro.mjs')
  execFileSync(process.execPath, [astro, 'build'], {
    cwd: site,
    stdio: 'pipe',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  })
}
