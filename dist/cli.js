#!/usr/bin/env node
// src/cli/check-node.mjs
const least = 24;
const { node } = process.versions;
if (Number.parseInt(node, 10) < least) {
	process.stderr.write(`Setlist needs Node ${least} or newer, this is ${node}\n  fix: run "npm ci" and start it through npm, which brings its own Node, or install Node ${least}\n`);
	process.exit(2);
}
// src/cli/main.ts
if (process.argv[2] !== "demo") await import("./spare-memory.js");
const { run } = await import("./run.js");
for (const stream of [process.stdout, process.stderr]) stream.on("error", (error) => {
	if (error.code !== "EPIPE") throw error;
});
process.exitCode = await run(process.argv.slice(2), process.env);
export {};
