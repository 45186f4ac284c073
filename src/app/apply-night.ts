import { applyPlan } from '../apply/apply-plan.ts';
import { hashOf } from '../domain/hash.ts';
import type { PlaylistId } from '../domain/ids.ts';
import type { Outcome, PlaylistPlan } from '../domain/plan.ts';
import { type Controlled, noControl } from '../domain/portfolio.ts';
import { isWritten } from '../plan/assemble.ts';
import type { Live } from './planning/live.ts';
import type { Ports } from './ports.ts';
import { keepControl, keepOutcome } from './records.ts';
import type { Workspace } from './workspace.ts';

type Contact = Controlled['contact'];

/** One playlist after the other. What is known of each is kept before the next is begun, so that nothing done is forgotten. */
export async function applyNight(workspace: Workspace, live: Live, ports: Ports): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const controls = new Map(workspace.controls);
  const written = live.plan.playlists.filter(isWritten);
  for (const account of new Set(written.map((one) => one.account)))
    await keepControl(account, controls.get(account) ?? noControl, ports.files);
  for (const one of written) {
    if (ports.signal.aborted) break;
    const created = async (id: PlaylistId): Promise<void> => {
      const known = controls.get(one.account) ?? noControl;
      const playlists = { ...known.playlists, [one.slug]: { id, contact: 'known' as const } };
      await keepControl(one.account, { ...known, playlists }, ports.files);
    };
    const outcome = await applyOne(one, live, ports, created);
    if (outcome === null) continue;
    const before = controls.get(one.account)?.playlists[one.slug]?.contact ?? 'known';
    await keepOutcome({ ...outcome, contact: contactAfter(before, one, outcome) }, controls, ports.files);
    outcomes.push(outcome);
  }
  return outcomes;
}

/** It stays the first until a run has done all that the rule says: what a guard held back is not agreed to yet. */
function contactAfter(before: Contact, { problems }: PlaylistPlan, { state }: Outcome): Contact {
  if (problems.some(({ code }) => code === 'plan/first-contact')) return 'first';
  return state === 'not-applied' ? before : 'known';
}

async function applyOne(
  one: PlaylistPlan,
  { accounts }: Live,
  ports: Ports,
  created: (id: PlaylistId) => Promise<void>,
): Promise<Outcome | null> {
  const account = accounts.get(one.account);
  if (account === undefined) return null;
  const { clock, say, signal } = ports;
  const nonce = `setlist-${hashOf([one.account, one.slug]).slice(0, 24)}`;
  return applyPlan({ plan: one, read: account.read, write: account.write, clock, say, nonce, signal, created });
}
