import { type Edit, editByHand, type Unbroken } from './edit.ts';
import { wrongInAudit, wrongInHistory } from './judge.ts';
import { type Counts, type Point, runKilled, runWhole, said } from './kill.ts';
import { chainOf, git, readLedgerOf, uncommitted } from './read.ts';
import { entries, listId } from './scenario.ts';
import { type Program, Stand, type Template } from './stand.ts';
import type { State } from './truth.ts';
import { idsIn, isHeld, letters, wrongInWorld } from './world.ts';

const [minuteMs, hourMs] = [60_000, 3_600_000];

/** What a kill and what came after it showed. */
export type Verdict = {
  readonly point: Point;
  readonly edit: Edit | undefined;
  readonly reruns: number;
  readonly wrong: readonly string[];
};

export type Prepared = { readonly template: Template; readonly counts: Counts; readonly unbroken: Unbroken };

/** The run that nobody kills: how much there is to kill, and how everything stands at its end. */
export async function serveUnbroken(template: Template, program: Program): Promise<Prepared> {
  const stand = await Stand.open(template, program);
  try {
    const start = stand.witness.states();
    const { ended, counts } = await runWhole(stand);
    if (ended.exit !== 0)
      throw new Error(`The run that nobody kills did not go as it should: ${JSON.stringify(ended)}`);
    const [ids, end] = [idsIn(stand), stand.witness.states()];
    const unbroken = new Map(
      entries.map(({ slug }) => {
        const id = ids.get(slug) ?? '';
        const own = stand.witness.changes.filter(({ playlist }) => playlist === id);
        const states = [start.get(id)?.rows ?? [], ...own.map(({ after }) => after.rows)];
        return [slug, { states, final: end.get(id) as State }] as const;
      }),
    );
    return { template, counts, unbroken };
  } finally {
    await stand.close();
  }
}

/** Kills a run at a point, lets a person edit or not, runs again, and compares everything with what really happened. */
export async function stopAt(
  point: Point,
  turn: number,
  isEdited: boolean,
  prepared: Prepared,
  program: Program,
): Promise<Verdict> {
  const stand = await Stand.open(prepared.template, program);
  const wrong: string[] = [];
  let edit: Edit | undefined;
  let reruns = 0;
  try {
    const audited = (await readLedgerOf(stand.folder)).audit.length;
    const killed = await runKilled(stand, point);
    if (killed.signal !== 'SIGKILL') wrong.push(`it was not killed: ${JSON.stringify(killed)}`);
    const { head, ids } = { head: await readHead(stand), ids: idsIn(stand) };
    const open = new Set(head.open.flatMap((slug) => ids.get(slug) ?? []));
    const since = head.last === undefined ? 'last night' : 'the killed run';
    // What nobody has looked at yet cannot be seen to be edited.
    const lists = head.last === undefined ? without(ids, 'adopted') : ids;
    if (isEdited) edit = editByHand({ stand, turn, lists, unbroken: prepared.unbroken, since });
    const adopted = new Map([[listId('adopted'), prepared.unbroken.get('adopted')?.states[0] ?? []]]);
    const runs: (string | undefined)[] = [head.last];
    // Listings go on showing the old snapshot for half a minute: only where a run of ours lies open are they not believed.
    if (edit !== undefined && !open.has(ids.get(edit.entry.slug) ?? '')) stand.pass(minuteMs);
    stand.pass([0, hourMs, 24 * hourMs][turn % 3] ?? 0);
    const rerun = async (what: string): Promise<void> => {
      reruns += 1;
      const ended = await stand.start(['sync', '--json']).ended;
      const wanted = edit !== undefined && isHeld(edit) ? heldExit : 0;
      if (ended.exit !== wanted)
        wrong.push(`${what} exits ${ended.exit ?? ended.signal}, not ${wanted}: ${ended.err}${toldIn(ended.out)}`);
      runs.push(runIn(ended.out));
      const left = uncommitted(stand.folder);
      if (left !== '') wrong.push(`${what} leaves uncommitted:\n${left}`);
    };
    await rerun('the rerun');
    // A run that was killed when it had said everything has served its night: what came later is the next one's.
    if (head.isOver) {
      stand.pass(24 * hourMs);
      await rerun('the next night');
    }
    wrong.push(...wrongInWorld(stand, edit, prepared.unbroken));
    const ledger = await readLedgerOf(stand.folder);
    wrong.push(...wrongInAudit(ledger, audited, { changes: stand.witness.changes, runs, open, killed: 0, adopted }));
    const before = stand.witness.changes.length;
    stand.pass(24 * hourMs);
    await rerun('the night after');
    const after = await readLedgerOf(stand.folder);
    if (stand.witness.changes.length !== before) wrong.push('the night after writes again');
    if (after.audit.length !== ledger.audit.length)
      wrong.push(
        `the night after sees changes where there are none: ${JSON.stringify(after.audit.slice(ledger.audit.length))}`,
      );
    wrong.push(...wrongInHistory(after, new Map([...stand.witness.states()].map(([id, { rows }]) => [id, rows]))));
    const chain = await chainOf(stand.folder);
    if (chain.kind === 'broken') wrong.push(`the chain is broken: ${JSON.stringify(chain)}`);
  } catch (error) {
    wrong.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    await stand.close();
  }
  return { point, edit, reruns, wrong };
}

/** `plan/hand-edits`: somebody has to say what becomes of it. */
const heldExit = 4;

const without = (ids: ReadonlyMap<string, string>, slug: string) => new Map([...ids].filter(([one]) => one !== slug));

/** What the branch says of the run that was killed, whatever the files on the disk say. */
async function readHead({
  folder,
}: Stand): Promise<{ readonly last: string | undefined; readonly open: readonly string[]; readonly isOver: boolean }> {
  const months = git(folder, 'ls-tree', '-r', '--name-only', 'HEAD', '--', 'reports/owner/runs').trim().split('\n');
  const lines = months
    .flatMap((path) => git(folder, 'show', `HEAD:${path}`).trim().split('\n'))
    .map((line) => JSON.parse(line) as { event: string; run: string; intents?: readonly { slug: string }[] });
  const last = lines.at(-1);
  // The night before ended; a run that has announced nothing has written nothing either.
  const isOfTonight = lines.length > 1;
  return {
    last: isOfTonight ? last?.run : undefined,
    open: last?.event === 'intent' ? (last.intents ?? []).map(({ slug }) => slug) : [],
    isOver: isOfTonight && last?.event === 'end',
  };
}

/** What a document of `--json` says of playlists that went otherwise. */
function toldIn(out: string): string {
  try {
    const { plan, outcomes } = JSON.parse(out) as { plan: { playlists: Part[] }; outcomes: Part[] };
    return JSON.stringify(
      [...plan.playlists, ...outcomes].flatMap(({ slug, state, problems }) =>
        problems.length === 0 ? [] : { slug, state, problems },
      ),
    );
  } catch {
    return out.slice(0, 2000);
  }
}

type Part = { readonly slug: string; readonly state: string; readonly problems: readonly unknown[] };

function runIn(out: string): string | undefined {
  try {
    return (JSON.parse(out) as { run?: { run?: string } }).run?.run;
  } catch {
    return undefined;
  }
}

export const tellVerdict = ({ point, edit, wrong }: Verdict): string =>
  [
    `killed ${said(point)}${edit === undefined ? '' : `, then by hand: ${edit.kind} in ${edit.entry.slug} (${letters(edit.added)} in, ${letters(edit.removed)} out)`}`,
    ...wrong.map((one) => `  - ${one}`),
  ].join('\n');
