import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 take less memory rather than less time. Comes before everything else that is loaded: what it took once it does
 * not give back. No limit is set: a ledger of any size is still read. What V8 does not know any more it says on the
 * error output, and the rest holds.
 */
// Young objects get no more room than at the start (1 MB instead of 16, three times); the few that live on go to the old ones.
setFlagsFromString('--semi-space-growth-factor=1');
// Old objects are swept when their room grew by a third, instead of up to fourfold.
setFlagsFromString('--optimize-for-size');
// It is collected often: what is thrown away while a night is planned would be half of all.
setFlagsFromString('--heap-growing-percent=5');
// Nothing is compiled to machine code: each compiler at work takes 10 MB, and a run waits for Spotify most of its time.
setFlagsFromString('--no-opt');
setFlagsFromString('--no-maglev');
setFlagsFromString('--no-sparkplug');
// Nor is undici's parser, which is WebAssembly, compiled twice: optimising its one large function takes 12 MB.
setFlagsFromString('--no-wasm-tier-up');
setFlagsFromString('--no-wasm-dynamic-tiering');
