import { defineConfig } from 'rolldown';

/** One file that runs on Node 24 without node_modules; third-party code apart, so that a diff of ours stays readable. */
export default defineConfig({
  input: { cli: 'src/cli/main.ts' },
  platform: 'node',
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    cleanDir: true,
    comments: { legal: true },
    codeSplitting: { groups: [{ name: 'vendor', test: /node_modules/ }] },
  },
});
