import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verify } from '../../src/app/verify.ts';
import type { AuditLine } from '../../src/domain/records/audit.ts';
import { chained } from '../../src/ledger/audit.ts';
import { renderLines } from '../../src/ledger/lines.ts';
import { renderOrigin, rootOf } from '../../src/ledger/origin.ts';
import { accountFolder, originPath, playlistPath, shelfPath } from '../../src/ledger/paths.ts';
import { exits } from '../../src/problem/exit.ts';
import type { Problem } from '../../src/problem/problem.ts';
import { refusals } from '../adapters/git/repository.ts';
import { ids, type Kept, kept, nextNight, nights, nothing, origin, owner } from './some-ledger.ts';

const october = shelfPath(owner, 'audit', '2026-10-01');
const november = shelfPath(owner, 'audit', '2026-11-01');
const runsOf = (month: string) => shelfPath(owner, 'runs', `${month}-01`);
const historyOf = (month: string) => shelfPath(owner, 'history', `${month}-01`);

type Edit = (lines: readonly string[]) => readonly string[];

/** Changes the lines of a file, as somebody would who wants the past to be another. */
function tamper({ here }: Kept, path: string, edit: Edit): void {
  const lines = here.get(path).replace(/\n$/, '').split('\n');
  here.put(
    path,
    edit(lines)
      .map((line) => `${line}\n`)
      .join(''),
  );
}

/** Commits whatever was changed, and answers the commit. */
function commit({ here }: Kept, message = 'Tidy up'): string {
  here.sh('add', '--all');
  here.sh('commit', '--quiet', '-m', message);
  return here.sh('rev-parse', 'HEAD').trim();
}

const check = ({ here, files }: Kept) => verify({ files, git: here.git });

/** What was found, as `code path:line`, with the commit where it is told. */
const told = (problems: readonly Problem[]): readonly string[] =>
  problems.map((one) => {
    const { path, line, by } = one.facts as { path?: string; line?: number | null; by?: { commit: string } | null };
    const place = path === undefined ? '' : ` ${path}${line === undefined || line === null ? '' : `:${line}`}`;
    return `${one.code}${place}${by === undefined || by === null ? '' : ` in ${by.commit}`}`;
  });

const without =
  (...gone: readonly number[]): Edit =>
  (lines) =>
    lines.filter((_, index) => !gone.includes(index));

const swapped: Edit = ([one, two, ...rest]) => [two ?? '', one ?? '', ...rest];
const edited =
  (at: number): Edit =>
  (lines) =>
    lines.map((line, index) => (index === at ? line.replace('"by":"setlist"', '"by":"hand"') : line));

test('finds nothing in a ledger that was only ever added to, and says where its chain ends', async () => {
  const ledger = await kept();
  const { problems, exit, text } = await check(ledger);
  expect(problems).toEqual([]);
  expect(exit).toBe(exits.done);
  expect(text).toContain(ledger.ledger.audit.at(-1)?.digest.slice(0, 8));
});

describe('an entry of the audit', () => {
  test.each<[string, string, Edit, number]>([
    ['edited, the first of all', october, edited(0), 1],
    ['taken out, the first of all', october, without(0), 1],
    ['moved in the newest month', november, swapped, 1],
    ['told twice', november, ([first = '', ...rest]) => [first, first, ...rest], 2],
  ])('%s is found, on the disk and committed, with the commit that did it', async (_, path, edit, line) => {
    const ledger = await kept();
    tamper(ledger, path, edit);
    const onDisk = await check(ledger);
    expect(onDisk.exit).toBe(exits.ledger);
    expect(told(onDisk.problems)[0]).toBe(`ledger/altered ${path}:${line}`);
    expect(told(onDisk.problems)).toContain('ledger/uncommitted');
    const by = commit(ledger);
    const committed = told((await check(ledger)).problems);
    expect(committed[0]).toMatch(`ledger/altered ${path}:${line}`);
    expect(committed.filter((one) => one.endsWith(` in ${by}`))).not.toEqual([]);
  });
});

describe('an end that was cut off', () => {
  test('of audit, runs, history and record alike is missed by git alone', async () => {
    const ledger = await kept();
    for (const path of [november, runsOf('2026-11'), historyOf('2026-11')])
      tamper(ledger, path, (lines) => lines.slice(0, -1));
    ledger.here.put(playlistPath(owner, ids.p), ledger.here.sh('show', `HEAD~1:${playlistPath(owner, ids.p)}`));
    const by = commit(ledger);
    const { problems, exit } = await check(ledger);
    expect(exit).toBe(exits.ledger);
    expect(told(problems)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(`ledger/altered ${november}:3 in ${by}`),
        expect.stringMatching(`ledger/altered ${runsOf('2026-11')}:4 in ${by}`),
        expect.stringMatching(`ledger/altered ${historyOf('2026-11')}:3 in ${by}`),
      ]),
    );
  });
});

describe('a chain that holds in itself', () => {
  const rehashed = (lines: readonly string[], root: string): readonly string[] => {
    const bodies = lines.flatMap((line) => {
      const one = JSON.parse(line) as AuditLine;
      return 'body' in one ? one.body : [];
    });
    return renderLines(chained(root, bodies)).trimEnd().split('\n');
  };

  test('and was written anew after an edit is missed by the runs', async () => {
    const ledger = await kept();
    const end = () => (JSON.parse(ledger.here.get(october).trimEnd().split('\n').at(-1) ?? '') as AuditLine).digest;
    tamper(ledger, october, (lines) => rehashed(edited(2)(lines), rootOf(origin, owner)));
    tamper(ledger, november, (lines) => rehashed(lines, end()));
    commit(ledger);
    const { problems, exit } = await check(ledger);
    expect(exit).toBe(exits.ledger);
    expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['ledger/disagrees', 'ledger/altered']));
  });

  test('but is of another repository does not begin at this origin', async () => {
    const ledger = await kept();
    const stranger = { ...origin, repository: 'eve/lists' };
    const foreign = nights.reduce((one, night) => nextNight(one, night, stranger), nothing);
    const lines = renderLines(foreign.audit.filter((line) => 'body' in line && line.body.night < '2026-11'));
    ledger.here.put(october, lines);
    expect(told((await check(ledger)).problems)[0]).toBe(`ledger/altered ${october}:1`);
  });
});

describe('an origin', () => {
  test.each([
    ['repository', { ...origin, repository: 'eve/lists' }],
    ['user', { ...origin, accounts: { [owner]: 'eve' } } as typeof origin],
  ])('of another %s does not fit the chain, and git says since when', async (_, changed) => {
    const ledger = await kept();
    ledger.here.put(originPath, renderOrigin(changed));
    const by = commit(ledger);
    expect(told((await check(ledger)).problems)).toEqual([
      `ledger/altered ${october}:1`,
      `ledger/altered ${originPath} in ${by}`,
    ]);
  });

  test('of another repository than the one that it stands in is named', async () => {
    const ledger = await kept({ ...origin, repository: 'ana/lists' });
    ledger.here.sh('remote', 'add', 'origin', 'https://github.com/eve/copy.git');
    expect(told((await check(ledger)).problems)).toEqual(['ledger/other-origin']);
  });
});

describe('a history', () => {
  test.each<[string, Edit]>([
    ['count', (lines) => lines.map((line, index) => (index === 2 ? line.replace('"count":4', '"count":5') : line))],
    ['entry', (lines) => lines.map((line) => line.replace('d'.repeat(22), 'e'.repeat(22)))],
    ['line that is gone', without(2)],
  ])('a history with another %s no longer adds up', async (_, edit) => {
    const ledger = await kept();
    tamper(ledger, historyOf('2026-10'), edit);
    const by = commit(ledger);
    const { problems } = await check(ledger);
    expect(told(problems)).toContainEqual(
      expect.stringMatching(new RegExp(`^ledger/altered ${historyOf('2026-10')}:\\d in ${by}$`)),
    );
  });
});

test('leaves the git history of a simulated ledger out and says so', async () => {
  const ledger = await kept({ ...origin, simulated: true });
  for (const path of [november, runsOf('2026-11'), historyOf('2026-11')])
    tamper(ledger, path, (lines) => lines.slice(0, -1));
  ledger.here.put(playlistPath(owner, ids.p), ledger.here.sh('show', `HEAD~1:${playlistPath(owner, ids.p)}`));
  commit(ledger);
  const { problems, text } = await check(ledger);
  expect(problems).toEqual([]);
  expect(text).toContain('left out');
});

test('says first that there is no repository, whatever else is gone', async () => {
  const ledger = await kept();
  for (const path of ['.git', accountFolder(owner)]) rmSync(join(ledger.here.root, path), { recursive: true });
  expect(await refusals(check(ledger))).toMatchObject([{ code: 'machine/no-repository' }]);
});
