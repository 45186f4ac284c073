import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../app/result.ts';
import type { Plan } from '../domain/plan.ts';
import { renderPlanFile } from '../ledger/plan.ts';

/** The plan that a command came to; null when it made none. */
export function planOf({ json }: Result): Plan | null {
  const { plan } = json;
  // A command that answers with a plan answers with a whole one: it comes from our own planner.
  return typeof plan === 'object' && plan !== null && 'playlists' in plan ? (plan as Plan) : null;
}

/** Writes the plan where later steps can take it from, outside of the repository. Answers its path. */
export async function keepPlan(result: Result, env: NodeJS.ProcessEnv): Promise<string | null> {
  const plan = planOf(result);
  const folder = env['RUNNER_TEMP'];
  if (plan === null || folder === undefined) return null;
  const path = join(folder, 'setlist-plan.json');
  await writeFile(path, renderPlanFile(plan));
  return path;
}

/** Whether something was written, or, where a command never writes, would be. */
export function wasChanged(result: Result): boolean {
  const { outcomes } = result.json;
  if (Array.isArray(outcomes)) return outcomes.some(wasWritten);
  return planOf(result)?.playlists.some(({ writes, state }) => writes.length > 0 || state === 'create') ?? false;
}

const wasWritten = (outcome: unknown): boolean =>
  typeof outcome === 'object' &&
  outcome !== null &&
  'state' in outcome &&
  (outcome.state === 'applied' || outcome.state === 'partly');
