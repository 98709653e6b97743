import { defineConfig } from 'vitest/config'

/** Tests render with the real bundle: the global setup builds it when the sources have changed. */
export default defineConfig({
  test: {
    name: 'site',
    include: ['src/**/*.test.ts'],
    globalSetup: ['test/bundle.ts', '../start/test/postgres.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
