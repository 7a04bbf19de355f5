/** How the tests run: two processes at a time, one PostgreSQL for all of them. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/server.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // a CI's terminal is taken for one that has colours
    env: { NO_COLOR: '1' },
    // Waiting is for what happens, never for a time; these only end a run that hangs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
