import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { defineConfig } from 'rolldown';

/** Runs on Node 24 without node_modules: what command line and Action share once, third-party code apart, so that a diff of ours stays readable. */
export default defineConfig({
  input: { cli: 'src/cli/main.ts', action: 'src/action/main.ts' },
  platform: 'node',
  plugins: [
    {
      name: 'command',
      // `npx setlist` runs it as a program.
      writeBundle: async ({ dir = 'dist' }) => chmod(join(dir, 'cli.js'), 0o755),
    },
  ],
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    cleanDir: true,
    // A text of one byte a character takes half the memory when it is loaded. Licences stand in THIRD_PARTY_NOTICES.md.
    charset: 'ascii',
    comments: { legal: false, jsdoc: false },
    codeSplitting: {
      groups: [
        // Loaded when a chart is drawn, where GitHub is talked to, and where a person is asked.
        { name: 'charts', test: /node_modules[\\/](?:vega|d3-|internmap|delaunator|robust-predicates|topojson)/ },
        {
          name: 'github',
          test: /node_modules[\\/](?:@?octokit|@actions|universal-|before-after-hook|bottleneck|libsodium)/,
        },
        { name: 'questions', test: /node_modules[\\/](?:@clack|fast-string-|fast-wrap-ansi|sisteransi)/ },
        { name: 'vendor', test: /node_modules/ },
        // What talks to GitHub stands apart, or every command would load GitHub's client.
        { name: 'setlist', test: /src[\\/](?!adapters[\\/]github[\\/](?!who-runs))/, minShareCount: 2 },
        { name: 'on-github', test: /src[\\/]adapters[\\/]github[\\/](?!who-runs)/ },
      ],
    },
  },
});
