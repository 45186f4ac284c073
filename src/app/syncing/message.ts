import type { PlaylistPlan } from '../../domain/plan.ts';
import type { Restoring } from '../../domain/records/run.ts';
import { counted } from '../../report/text/counted.ts';
import type { Run } from './run.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `22 Nov 2026`, in no locale of any machine. */
export const nightInWords = (night: string): string => {
  const [year, month, day] = night.split('-').map(Number);
  return `${day} ${months[(month ?? 1) - 1]} ${year}`;
};

/** Commit messages speak of rules by their slugs, which are ours: names are strangers' words, and GitHub acts on some. */
export const message = (
  { night, run, trigger, actor, restore }: Run,
  subject: string,
  lines: readonly string[],
): string =>
  [
    `${restore === undefined ? `Night of ${nightInWords(night)}` : restoring(restore)}: ${subject}`,
    ...(lines.length === 0 ? [] : ['', ...lines]),
    '',
    `Run: ${run}`,
    startedBy({ trigger, actor }),
    '',
  ].join('\n');

/** Names of people are strangers' words too. */
export const startedBy = ({ trigger, actor }: Pick<Run, 'trigger' | 'actor'>): string =>
  `Started-by: ${trigger}${actor === null ? '' : ` (${actor.replaceAll(/[^\w.[\] -]/g, '')})`}`;

const restoring = (one: Restoring): string =>
  `Restore ${one.rule} to ${'to' in one ? nightInWords(one.to) : `before run ${one.before}`}`;

export function intentMessage(run: Run, plans: readonly PlaylistPlan[]): string {
  const lines = plans.map(({ slug, state, changes }) => {
    const of = (kind: string): number => changes.filter((one) => one.kind === kind).length;
    return `- ${slug}${state === 'create' ? ' (new)' : ''}:${tally(of('add'), of('remove'), of('move'))}`;
  });
  return message(run, `about to change ${counted(plans.length, 'playlist')}`, lines);
}

export const createdMessage = (run: Run, slugs: readonly string[]): string =>
  message(
    run,
    `began ${counted(slugs.length, 'playlist')}`,
    slugs.map((slug) => `- ${slug}`),
  );

export const tally = (entered: number, left: number, moved: number): string =>
  [entered > 0 ? ` +${entered}` : '', left > 0 ? ` -${left}` : '', moved > 0 ? ` moved ${moved}` : ''].join('');
