import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'search',
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['../start/test/postgres.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
