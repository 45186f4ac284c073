import { applyPlan } from '../apply/apply-plan.ts';
import { hashOf } from '../domain/hash.ts';
import type { Outcome, PlaylistPlan } from '../domain/plan.ts';
import { isWritten } from '../plan/assemble.ts';
import type { Live } from './planning/live.ts';
import type { Ports } from './ports.ts';
import { keepOutcome } from './records.ts';
import type { Workspace } from './workspace.ts';

/** One playlist after the other. What is known of each is kept before the next is begun, so that nothing done is forgotten. */
export async function applyNight(workspace: Workspace, live: Live, ports: Ports): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const controls = new Map(workspace.controls);
  for (const one of live.plan.playlists.filter(isWritten)) {
    if (ports.signal.aborted) break;
    const outcome = await applyOne(one, live, ports);
    if (outcome === null) continue;
    await keepOutcome(outcome, controls, ports.files);
    outcomes.push(outcome);
  }
  return outcomes;
}

async function applyOne(one: PlaylistPlan, { plan, accounts }: Live, ports: Ports): Promise<Outcome | null> {
  const account = accounts.get(one.account);
  if (account === undefined) return null;
  const { clock, say, signal } = ports;
  const nonce = `setlist-${hashOf([plan.night, plan.boundTo, one.slug]).slice(0, 24)}`;
  return applyPlan({ plan: one, read: account.read, write: account.write, clock, say, nonce, signal });
}
