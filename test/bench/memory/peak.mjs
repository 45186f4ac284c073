// Loaded into the measured process before anything else: at its end it leaves its peak resident set, in KiB. Plain
// JavaScript: for TypeScript Node would load a compiler of 17 MB, which `setlist` does not.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { SETLIST_PEAK_FILE: file } = process.env;
  if (file !== undefined) writeFileSync(file, `${process.resourceUsage().maxRSS}`);
});
