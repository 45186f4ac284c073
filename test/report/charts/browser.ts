import { existsSync } from 'node:fs';

/** An installed Chromium: $CHROMIUM, or where systems put it. Undefined: there is none, and that is said aloud. */
export const chromiumPath = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].find((path) => path !== undefined && existsSync(path));

if (chromiumPath === undefined) {
  process.stderr.write(
    'SKIPPED: no Chromium found, set CHROMIUM to its path; charts were not looked at in a browser\n',
  );
}
