import type { Finding } from '../../domain/finding.ts';
import type { Slug } from '../../domain/ids.ts';
import type { Outcome, Plan } from '../../domain/plan.ts';
import type { AuditBody } from '../../domain/records/audit.ts';
import type { Undone } from '../../domain/records/run.ts';
import { exitOf } from '../../problem/catalogue.ts';
import { counted } from '../../problem/counted.ts';
import { exits } from '../../problem/exit.ts';
import { problemOf } from '../../problem/finding.ts';
import type { Problem } from '../../problem/problem.ts';
import type { SignalName } from '../interrupted.ts';
import { changesIn } from './end-changes.ts';
import { message } from './message.ts';
import type { Run } from './run.ts';

export type Ended = {
  readonly audit: readonly AuditBody[];
  readonly plan: Plan;
  readonly outcomes: readonly Outcome[];
  readonly undone: readonly Undone[];
  /** Those that are not about one playlist. */
  readonly problems: readonly Problem[];
  readonly by: SignalName | undefined;
};

/** What changed and by whom, from the audit of the run, and what did not change though it should have. */
export function endMessage(run: Run, ended: Ended): string {
  const changes = changesIn(run, ended.audit);
  const held = heldIn(ended);
  const open = openIn(ended);
  const told = new Set([...held.slugs, ...open.slugs]);
  const failed = ended.problems.filter((one) => exitOf([one]) !== exits.done);
  const isKnown = ended.by === undefined && open.unchecked === 0;
  const subject = [
    ...(changes.said.length === 0 && isKnown ? ['nothing changed'] : changes.said),
    ...held.said,
    ...(ended.by === undefined ? [] : ['ended early']),
    ...open.said,
    ...(failed.length === 0 ? [] : [counted(failed.length, 'problem')]),
  ];
  const problems = [...new Set(failed.map(({ code }) => code))];
  return message(run, subject.join(', '), [
    ...changes.lines,
    ...held.lines,
    ...open.lines,
    ...notDone(ended.undone.filter(({ slug }) => !told.has(slug))),
    ...(problems.length === 0 ? [] : [`Problems: ${problems.join(', ')}`]),
    ...(ended.by === undefined ? [] : [`Ended by ${ended.by}: the next run goes on from here`]),
  ]);
}

type Part = { readonly slugs: readonly Slug[]; readonly said: readonly string[]; readonly lines: readonly string[] };

/** What guards hold back, sources that failed, and what else went wrong with a playlist: by codes, since words have names in them. */
function heldIn({ plan, outcomes }: Ended): Part {
  const found = [...plan.playlists, ...outcomes].flatMap(({ slug, problems }) =>
    problems.flatMap((finding) => ({ slug, finding, how: howOf(finding) })),
  );
  const bad = found.filter((one): one is (typeof found)[number] & { readonly how: How } => one.how !== undefined);
  return {
    slugs: bad.map(({ slug }) => slug),
    said: hows.flatMap((how) => {
      const count = new Set(bad.flatMap((one) => (one.how === how ? one.slug : []))).size;
      return count === 0 ? [] : [`${count} ${how}`];
    }),
    lines: bad.map(({ slug, finding, how }) => `- ${slug}: ${how}${removalsOf(finding)} (${finding.code})`),
  };
}

const hows = ['held back', 'with a failed source', 'not readable', 'gone wrong'] as const;
type How = (typeof hows)[number];

/** Undefined: nothing that anybody has to see to. */
function howOf(finding: Finding): How | undefined {
  const exit = exitOf([problemOf(finding)]);
  if (exit === exits.done || exit === exits.pending) return undefined;
  if (finding.code === 'plan/incomplete-source') return 'with a failed source';
  if (finding.code === 'plan/unreadable') return 'not readable';
  return exit === exits.guard ? 'held back' : 'gone wrong';
}

const removalsOf = ({ facts: { removing } }: Finding): string =>
  typeof removing === 'number' ? `, ${counted(removing, 'removal')}` : '';

/** What was written and not read back, and what an announced run did not come to. */
function openIn({ undone, outcomes }: Ended): Part & { readonly unchecked: number } {
  const unchecked = outcomes.flatMap(({ slug, state, confirmed }) => (state === 'partly' && !confirmed ? slug : []));
  const rest = undone.flatMap(({ slug, because }) => (because === 'the run ended before' ? slug : []));
  return {
    slugs: [...unchecked, ...rest],
    said: [
      ...(unchecked.length === 0 ? [] : [`${counted(unchecked.length, 'playlist')} not checked`]),
      ...(rest.length === 0 ? [] : [`${rest.length} not begun`]),
    ],
    lines: [
      ...unchecked.map((slug) => `- ${slug}: written to and not read back`),
      ...rest.map((slug) => `- ${slug}: not begun`),
    ],
    unchecked: unchecked.length,
  };
}

/** A line for each reason: where nothing may be written there can be hundreds. */
const notDone = (undone: readonly Undone[]): readonly string[] =>
  [...Map.groupBy(undone, ({ because }) => because)].map(
    ([because, rules]) => `Not done, ${because}: ${rules.map(({ slug }) => slug).join(', ')}`,
  );
