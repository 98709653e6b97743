import { defineConfig } from 'vitest/config'

/** Files named `.int.test.ts` open the real record on the Postgres that the global setup starts. */
export default defineConfig({
  test: {
    name: 'cms',
    include: ['src/**/*.test.ts'],
    globalSetup: ['../start/test/postgres.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
