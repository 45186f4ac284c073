import { init } from '../../app/init.ts';
import { sync } from '../../app/sync.ts';
import { type Trigger, triggers } from '../../domain/records/run.ts';
import { type Define, wrong } from './define.ts';

/** The nightly run, and how a ledger begins. */
export function nightCommands(command: Define): void {
  command<{ by?: string; report: boolean }>(
    'sync',
    'the nightly run: read, plan, write, and commit it all to the ledger',
    ({ by, report }, ports) =>
      sync(by === undefined ? ports : { ...ports, started: { ...ports.started, trigger: triggerOf(by) } }, {
        reports: report,
      }),
  )
    .option('--no-report', 'leave README, pages and charts as they are')
    .option('--by <what>', 'what set it off: schedule, merge or manual; in GitHub Actions it is known');
  command<{ fresh?: true; yes?: true }>('init', 'start a new ledger', ({ fresh = false, yes = false }, ports) =>
    init({ fresh, yes }, ports),
  )
    .option('--fresh', 'take the old ledger off the branch; git keeps it')
    .option('--yes', 'really do it');
}

function triggerOf(text: string): Trigger {
  const found = triggers.find((one) => one === text);
  if (found === undefined) throw wrong(`--by takes ${triggers.join(', ')}, not "${text}"`);
  return found;
}
