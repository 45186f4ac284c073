import type { PlaylistPlan } from '../../domain/plan.ts';
import type { AuditBody } from '../../domain/records/audit.ts';
import { counted } from '../../report/text/counted.ts';
import type { Run } from './run.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `22 Nov 2026`, in no locale of any machine. */
export const nightInWords = (night: string): string => {
  const [year, month, day] = night.split('-').map(Number);
  return `${day} ${months[(month ?? 1) - 1]} ${year}`;
};

/** Commit messages speak of rules by their slugs, which are ours: names are strangers' words, and GitHub acts on some. */
const message = ({ night, run, trigger, actor }: Run, subject: string, lines: readonly string[]): string =>
  [
    `Night of ${nightInWords(night)}: ${subject}`,
    ...(lines.length === 0 ? [] : ['', ...lines]),
    '',
    `Run: ${run}`,
    `Started-by: ${trigger}${actor === null ? '' : ` (${actor.replaceAll(/[^\w.[\] -]/g, '')})`}`,
    '',
  ].join('\n');

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

/** What changed and by whom, from the audit of the run. */
export function endMessage(run: Run, bodies: readonly AuditBody[], undone: readonly string[]): string {
  const items = bodies.filter(({ kind }) => kind === 'items');
  const changed = new Set(items.map(({ playlist }) => playlist)).size;
  const sum = (part: 'entered' | 'left'): number => items.reduce((all, body) => all + body[part].length, 0);
  const lines = items.map(
    ({ rule, who, entered, left, moved }) =>
      `- ${rule ?? 'unruled'}:${tally(entered.length, left.length, moved.length)}${by[who.by]}`,
  );
  const rest = undone.length === 0 ? [] : [`Not done: ${undone.join(', ')}`];
  const subject =
    changed === 0
      ? 'nothing changed'
      : `${counted(changed, 'playlist')} changed${tally(sum('entered'), sum('left'), 0)}`;
  return message(run, subject, [...lines, ...rest]);
}

const by = { setlist: '', hand: ' by hand', spotify: ' by Spotify' } as const;

const tally = (entered: number, left: number, moved: number): string =>
  [entered > 0 ? ` +${entered}` : '', left > 0 ? ` -${left}` : '', moved > 0 ? ` moved ${moved}` : ''].join('');
