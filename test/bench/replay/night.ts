import { stringify } from 'yaml';
import { planLive } from '../../../src/app/planning/live.ts';
import type { Accounts, Ports } from '../../../src/app/ports.ts';
import { applyPlan } from '../../../src/apply/apply-plan.ts';
import type { Facts } from '../../../src/domain/facts.ts';
import type { AccountName, PlaylistId, Slug } from '../../../src/domain/ids.ts';
import { needKey } from '../../../src/domain/need.ts';
import type { PlaylistPlan } from '../../../src/domain/plan.ts';
import { keysOf, type RowKey } from '../../../src/domain/playlist.ts';
import type { Control } from '../../../src/domain/portfolio.ts';
import { isWritten } from '../../../src/plan/assemble.ts';
import { rebuild } from '../../../src/plan/requests/rebuild.ts';
import { Failure, orFail } from '../../../src/problem/failure.ts';
import { readPlaybook } from '../../../src/rules/read-playbook.ts';

export type Way = 'keep' | 'default' | 'naive';

const account = 'studio' as AccountName;
const slug = 'replayed' as Slug;

const portfolio = stringify({
  title: 'Replay',
  timezone: 'UTC',
  apps: { main: { client_id: '0'.repeat(32), pace: { per_second: 1 }, accounts: { studio: {} } } },
  apply: 'on',
  limits: { creations: 1, requests: 1_000_000 },
  budget: { tracks: 1_000_000, playlist_reads: 1_000_000, writes: 1_000_000 },
});

/** One state as a rule file of literal tracks; guards are off, since the states are what they are. */
const ruleText = (name: string, tracks: readonly string[], way: Way): string =>
  stringify({
    name,
    from: [{ tracks: tracks.map((id) => `spotify:track:${id}`) }],
    dedupe: 'none',
    guard: { max_removed: ['100%', 10_000], min_tracks: 1 },
    write: { max_requests: way === 'keep' ? 10_000 : 15, beyond: 'rebuild' },
  });

export type Night = {
  /** What the plan meant to turn into what: rows as they are shown. */
  readonly before: readonly RowKey[];
  readonly after: readonly RowKey[];
  readonly rebuilt: boolean;
  /** Facts that do not change, for the next night. */
  readonly catalogue: Facts;
};

/** One night of one way, over the socket. `id` is the playlist, `known` what earlier nights learned. */
export async function runNight(
  { name, tracks, id }: { readonly name: string; readonly tracks: readonly string[]; readonly id: PlaylistId },
  way: Way,
  known: Facts,
  ports: Ports,
): Promise<Night> {
  const text = ruleText(name, tracks, way);
  const playbook = orFail(
    readPlaybook(
      new Map([
        ['setlist.yaml', portfolio],
        [`${slug}.yaml`, text],
      ]),
    ),
  );
  const control: Control = { version: 1, playlists: { [slug]: { id, contact: 'known' } } };
  const workspace = { playbook, controls: new Map([[account, control]]), accounts: new Map(), origin: null };
  const live = await planLive(workspace, ports, 'now', known);
  const [plan] = live.plan.playlists;
  const answer = live.facts.answers[needKey({ account, kind: 'playlist', id })]?.answer;
  if (plan === undefined || answer?.state !== 'whole' || !('rows' in (answer.found as object)))
    throw new Error(`${name} could not be planned`);
  const before = keysOf((answer.found as { rows: Parameters<typeof keysOf>[0] }).rows);
  if (way === 'naive') await replaceAll(id, tracks, live.accounts);
  else await carryOut(plan, live.accounts, ports);
  return {
    before,
    // A plan that writes nothing holds no rows.
    after: plan.writes.length === 0 ? before : plan.rows,
    rebuilt: plan.way === 'rebuild' || way === 'naive',
    catalogue: { ...live.facts, answers: {} },
  };
}

/** The plan as a night would carry it out, without the ledger around it. */
async function carryOut(plan: PlaylistPlan, accounts: Accounts, { clock, say, signal }: Ports): Promise<void> {
  const open = accounts.get(plan.account);
  if (open === undefined || !isWritten(plan)) return;
  await applyPlan({
    plan,
    read: open.read,
    write: open.write,
    clock,
    say,
    signal,
    announce: async () => undefined,
    spare: () => open.room(),
    nonce: 'none',
  });
}

/** What simple tools do: replace everything, every time. */
async function replaceAll(id: PlaylistId, tracks: readonly string[], accounts: Accounts): Promise<void> {
  const write = accounts.get(account)?.write;
  const keys = tracks.map((track) => `spotify:track:${track}` as RowKey);
  try {
    for (const one of rebuild(keys)) await write?.write(id, one);
  } catch (error) {
    // A track that Spotify refuses stops such a tool half-way: that shows as a transition that did not converge.
    if (!(error instanceof Failure)) throw error;
  }
}
