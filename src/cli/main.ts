#!/usr/bin/env node
import './check-node.mjs';

// Loaded afterwards: what is imported in the usual way is there before the first line runs.
// The demo plays Spotify too, and a person waits for it.
if (process.argv[2] !== 'demo') await import('./spare-memory.ts');
const { run } = await import('./run.ts');

// Who reads may have seen enough: setlist log | head.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

process.exitCode = await run(process.argv.slice(2), process.env);
