import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    // Files keep nothing that another would see: one process takes file after file, and loads the sources once.
    isolate: false,
    // Many tests wait for a process of their own: a worker for every core, not one less.
    maxWorkers: '100%',
    // It imports JSON in a way that only bundlers understand.
    server: { deps: { inline: ['@actions/workflow-parser'] } },
  },
});
