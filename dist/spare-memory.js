import { setFlagsFromString } from "node:v8";
// src/cli/spare-memory.ts
setFlagsFromString("--semi-space-growth-factor=1");
setFlagsFromString("--optimize-for-size");
setFlagsFromString("--heap-growing-percent=5");
setFlagsFromString("--no-opt");
setFlagsFromString("--no-maglev");
setFlagsFromString("--no-sparkplug");
setFlagsFromString("--no-wasm-tier-up");
setFlagsFromString("--no-wasm-dynamic-tiering");
export {};
