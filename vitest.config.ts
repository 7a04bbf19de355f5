/** How the tests run: two processes at a time, one PostgreSQL for all of them. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/server.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Waiting is for what happens, never for a time; these only end a run that hangs.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
