#!/usr/bin/env node
import './check-node.mjs';
import { run } from './run.ts';

process.exitCode = await run(process.argv.slice(2), process.env);
