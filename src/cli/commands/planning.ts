import { apply } from '../../app/apply.ts';
import { gatherFacts } from '../../app/gather.ts';
import { plan } from '../../app/plan.ts';
import { type Define, given } from './define.ts';

/** Commands that read, plan, and carry a plan out. */
export function planningCommands(command: Define): void {
  command<{ at: string; saveFacts?: string }>(
    'gather',
    'read what the rules need from Spotify',
    ({ at, saveFacts }, ports) => gatherFacts({ at, ...given({ saveFacts }) }, ports),
  )
    .option('--at <night>', 'now, next, or a date', 'now')
    .option('--save-facts <file>', 'keep everything that was read');
  command<{ offline?: true; at: string; all?: true; facts?: string; saveFacts?: string; out?: string }>(
    'plan',
    'show what would change, why, and at what price',
    ({ offline = false, at, all = false, facts, saveFacts, out }, ports) =>
      plan({ offline, at, all, ...given({ facts, saveFacts, out }) }, ports),
  )
    .option('--offline', 'from the ledger alone: no sign-in, nothing is read')
    .option('--at <night>', 'now, next, or a date', 'now')
    .option('--all', 'show every row')
    .option('--facts <file>', 'plan from facts that were saved, without Spotify')
    .option('--save-facts <file>', 'keep everything that was read')
    .option('--out <file>', 'keep the plan, for apply');
  command<{ yes?: true; all?: true }>(
    'apply [plan]',
    'bring the playlists to what the rules say',
    ({ yes = false, all = false }, ports, [file]) => apply({ yes, all, ...given({ plan: file }) }, ports),
  )
    .option('--yes', 'really write')
    .option('--all', 'show every row');
}
