import { defineConfig } from 'vitest/config'

/** Everything that needs no browser, in one run with one count. */
export default defineConfig({ test: { projects: ['cms', 'site', 'search', 'seed', 'start'] } })
