#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
// src/cli/check-node.mjs
const least = 24;
const { node } = process.versions;
if (Number.parseInt(node, 10) < least) {
	process.stderr.write(`Setlist needs Node ${least} or newer, this is ${node}\n  fix: run "npm ci" and start it through npm, which brings its own Node, or install Node ${least}\n`);
	process.exit(2);
}
// src/cli/spare-memory.ts
/**
* Has V8 take less memory rather than less time. Comes before everything else that is loaded: what it took once it does
* not give back. No limit is set: a ledger of any size is still read. What V8 does not know any more it says on the
* error output, and the rest holds.
*/
setFlagsFromString("--semi-space-growth-factor=1");
setFlagsFromString("--optimize-for-size");
setFlagsFromString("--no-maglev");
setFlagsFromString("--no-concurrent-recompilation");
// src/cli/main.ts
const { run } = await import("./run.js");
process.exitCode = await run(process.argv.slice(2), process.env);
export {};
