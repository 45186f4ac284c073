import { defineConfig } from 'rolldown';

/** Runs on Node 24 without node_modules: what command line and Action share once, third-party code apart, so that a diff of ours stays readable. */
export default defineConfig({
  input: { cli: 'src/cli/main.ts', action: 'src/action/main.ts' },
  platform: 'node',
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    cleanDir: true,
    comments: { legal: true },
    codeSplitting: {
      groups: [
        // Loaded when a chart is drawn, and where GitHub is talked to.
        { name: 'charts', test: /node_modules[\\/](?:vega|d3-|internmap|delaunator|robust-predicates|topojson)/ },
        { name: 'github', test: /node_modules[\\/](?:@?octokit|@actions|universal-|before-after-hook|bottleneck)/ },
        { name: 'vendor', test: /node_modules/ },
        { name: 'setlist', test: /src/, minShareCount: 2 },
      ],
    },
  },
});
