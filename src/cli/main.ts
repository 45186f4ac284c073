#!/usr/bin/env node
import './check-node.mjs';
import './spare-memory.ts';

// Loaded afterwards: what is imported in the usual way is there before the first line runs.
const { run } = await import('./run.ts');

process.exitCode = await run(process.argv.slice(2), process.env);
