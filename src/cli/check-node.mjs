// Plain JavaScript, so that an old Node gets as far as saying what to do: before npm's scripts and before the command line.
const least = 24;
const { node } = process.versions;
if (Number.parseInt(node, 10) < least) {
  process.stderr.write(
    `Setlist needs Node ${least} or newer, this is ${node}\n` +
      `  fix: run "npm ci" and start it through npm, which brings its own Node, or install Node ${least}\n`,
  );
  process.exit(2);
}
