import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'cms', include: ['src/**/*.test.ts'], exclude: ['**/*.int.test.ts'] } },
      {
        test: {
          name: 'cms with Postgres',
          include: ['src/**/*.int.test.ts'],
          globalSetup: ['test/database.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
})
