import type { PlaylistPlan } from '../../domain/plan.ts';
import { counted } from '../../problem/counted.ts';
import { momentInWords, nightInWords } from '../../report/insight/dates.ts';
import type { Run } from './run.ts';

/** Commit messages speak of rules by their slugs, which are ours: names are strangers' words, and GitHub acts on some. */
export const message = (run: Run, subject: string, lines: readonly string[]): string =>
  [
    `${occasionOf(run)}: ${subject}`,
    ...(lines.length === 0 ? [] : ['', ...lines]),
    '',
    `Run: ${run.run}`,
    startedBy(run),
    '',
  ].join('\n');

const occasionOf = ({ night, restore }: Run): string =>
  restore === undefined ? `Night of ${nightInWords(night)}` : `Restore ${restore.rule} to ${momentInWords(restore)}`;

/** Names of people are strangers' words too. */
export const startedBy = ({ trigger, actor }: Pick<Run, 'trigger' | 'actor'>): string =>
  `Started-by: ${trigger}${actor === null ? '' : ` (${actor.replaceAll(/[^\w.[\] -]/g, '')})`}`;

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

export const anewMessage = (run: Run, slug: string, isSearch: boolean): string =>
  message(run, isSearch ? 'about to look for what Spotify refuses' : 'about to go on otherwise', [`- ${slug}`]);

export const tally = (entered: number, left: number, moved: number): string =>
  [entered > 0 ? ` +${entered}` : '', left > 0 ? ` -${left}` : '', moved > 0 ? ` moved ${moved}` : ''].join('');
