import { openGit } from '../../../src/adapters/git/open-git.ts';

// Commits what the night after `before` writes, as soon as it is told to, and says how it ended.
const [root = '', expected = '', text = ''] = process.argv.slice(2);
const git = openGit(root, process.env);
const files = new Map<string, string | null>([['reports/gone.json', null]]);
for (let index = 0; index < 40; index += 1) files.set(`reports/${index % 4}/${index}.json`, `${text} ${index}\n`);
process.stdout.write('ready\n');
process.stdin.once('data', async () => {
  const end = await git.commit({ expected, message: `Night ${text}`, files, atMs: 0 });
  process.stdout.write(`${JSON.stringify(end)}\n`);
  process.exit();
});
