/**
 * Kills `setlist sync` everywhere and looks at what became of it:
 *
 *     npm run bench:stop -- [--check] [--every N] [--only N] [--git] [--program FILE]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildInto } from './build.ts';
import { pointsIn, said } from './kill.ts';
import { serveUnbroken, tellVerdict } from './stop.ts';
import { numbered, sweep } from './sweep.ts';
import { prepare } from './template.ts';

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    every: { type: 'string', default: '1' },
    only: { type: 'string' },
    git: { type: 'boolean', default: false },
    program: { type: 'string' },
    workers: { type: 'string', default: '3' },
  },
});

const say = (text: string): boolean => process.stdout.write(`${text}\n`);
const temporary = await mkdtemp(join(tmpdir(), 'setlist-built-'));
const started = performance.now();
try {
  const program =
    values.program === undefined
      ? await buildInto(temporary)
      : { script: values.program, cache: join(temporary, 'cache') };
  const template = await prepare(program);
  const prepared = await serveUnbroken(template, program);
  const { request, commit, git } = prepared.counts;
  const all = pointsIn(prepared.counts, values.git ? ['git'] : ['request', 'commit']);
  say(
    `${prepared.unbroken.size} playlists, ${request} requests, ${commit} commits, ${git} git commands: ${all.length} kills`,
  );
  const { every, only, workers } = values;
  const chosen = numbered(all).filter(({ number }) =>
    only === undefined ? number % Number(every) === 0 : number === Number(only),
  );
  let done = 0;
  const verdicts = await sweep(chosen, { prepared, program, workers: Number(workers) }, (verdict, number) => {
    done += 1;
    if (verdict.wrong.length > 0) say(`${number}: ${tellVerdict(verdict)}`);
    else if (done % 20 === 0) process.stderr.write(`${done} of ${chosen.length}, last ${said(verdict.point)}\n`);
  });
  const edited = verdicts.filter(({ edit }) => edit !== undefined).length;
  const failed = verdicts.filter(({ wrong }) => wrong.length > 0).length;
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  say(`${verdicts.length} kills, ${edited} with an edit by hand before the rerun, ${failed} violations, ${seconds} s`);
  if (values.check && (failed > 0 || verdicts.length < chosen.length)) process.exitCode = 1;
  await rm(template.folder, { recursive: true, force: true });
} finally {
  await rm(temporary, { recursive: true, force: true });
}
