import { createInterface } from 'node:readline';
import { openGit } from '../../../src/adapters/git/open-git.ts';

// Takes the lease that each line names, at the moment that it tells, and keeps it.
const [root = '', owner = ''] = process.argv.slice(2);
const git = openGit(root, process.env);
process.stdout.write('ready\n');
for await (const line of createInterface(process.stdin)) {
  const [name = '', nowMs] = line.split(' ');
  const lease = await git.lease(name, { owner, run: 'run', untilMs: Number(nowMs) + 1000 }, Number(nowMs));
  process.stdout.write(`${lease.kind}\n`);
}
