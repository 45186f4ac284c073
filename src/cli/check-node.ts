/** Evaluated before anything else of the command line: an older Node would fail somewhere deep inside, without a word. */
const least = 24;
const { node } = process.versions;
if (Number.parseInt(node, 10) < least) {
  process.stderr.write(
    `Setlist needs Node ${least} or newer, this is ${node}\n  fix: install Node ${least}, or run it through npm, which brings its own: npm start, npx setlist\n`,
  );
  process.exit(2);
}
