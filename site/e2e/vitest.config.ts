import { defineConfig } from 'vitest/config'

/** The journeys: one whole town, started as a stranger would start it, walked in Chromium. */
export default defineConfig({
  test: {
    name: 'journeys',
    root: import.meta.dirname,
    include: ['**/*.spec.ts'],
    globalSetup: ['town.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
