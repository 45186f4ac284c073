// Runs before npm's scripts, on whatever Node there is: says what to do instead of failing somewhere deep inside.
const least = 24;
const found = Number(process.versions.node.split('.')[0]);
if (found < least) {
  console.error(`Setlist needs Node ${least} or newer, this is ${process.versions.node}.`);
  console.error('fix: run "npm ci" (it brings its own Node for npm scripts), then start it with "npm start" or "npm test"');
  process.exit(2);
}
