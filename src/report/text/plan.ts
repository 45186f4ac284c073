import type { Change } from '../../domain/change.ts';
import type { Plan, PlaylistPlan } from '../../domain/plan.ts';
import { buckets, type Requests } from '../../domain/portfolio.ts';
import { withRetries } from '../../domain/quota.ts';
import { counted } from '../../problem/counted.ts';
import { problemOf } from '../../problem/finding.ts';
import { renderProblem, visible } from '../../problem/render.ts';
import { renderChanges, type Shown } from './changes.ts';
import { signed } from './signed.ts';

/** A plan as a curator reads it: totals, what changes and why, what is held back, what stays. */
export function renderPlan(plan: Plan, shown: Shown): string {
  const changing = plan.playlists.filter(isShown);
  const quiet = plan.playlists.filter((one) => !isShown(one));
  return [
    headline(plan),
    ...changing.map((one) => renderPlaylist(one, shown)),
    ...listed(
      'Unchanged',
      quiet.filter(({ state }) => state === 'unchanged').map(({ slug, after }) => `${slug} (${after.count})`),
    ),
    ...listed(
      'Not planned, facts are lacking',
      quiet.filter(({ state }) => state === 'partial').map(({ slug }) => slug),
    ),
    ...listed(
      'Not due tonight',
      quiet.filter(({ state }) => state === 'not-due').map(({ slug }) => slug),
    ),
    ...lacking(plan),
    ...price(plan),
  ].join('\n\n');
}

/** Of these, what they are is all there is to say. */
const quietStates: readonly PlaylistPlan['state'][] = ['unchanged', 'partial', 'not-due'];

const isShown = (one: PlaylistPlan): boolean =>
  !quietStates.includes(one.state) || one.problems.length > 0 || one.notes.length > 0;

const listed = (head: string, entries: readonly string[]): readonly string[] =>
  entries.length === 0 ? [] : [`${head}: ${entries.join(', ')}`];

function headline({ night, playlists, lacks }: Plan): string {
  const states = playlists.map(({ state }) => state);
  const changing = states.filter((state) => ![...quietStates, 'unreadable', 'held'].includes(state)).length;
  const changes = totals(
    playlists.flatMap((one) => one.changes),
    ' tracks',
  );
  if (changing === 0 && lacks.length === 0 && !states.some((state) => blind.includes(state)))
    return `No changes for the night of ${night}: ${counted(playlists.length, 'playlist')} ${playlists.length === 1 ? 'is' : 'are'} as the rules say`;
  const partial = lacks.length > 0 ? ' (partial)' : '';
  return `Plan for the night of ${night}${partial}: ${[`changing ${changing} of ${counted(playlists.length, 'playlist')}`, ...changes].join(', ')}`;
}

/** "No changes" is not said of what was not looked at. */
const blind: readonly PlaylistPlan['state'][] = ['unreadable', 'partial', 'held', 'not-due'];

const headWords = {
  create: 'new',
  change: '',
  unchanged: 'as it is',
  partial: 'not planned: facts are lacking',
  unreadable: 'not planned: cannot be read',
  suspended: 'suspended, shown only',
  held: 'left alone: edited by hand',
  'not-due': 'not due',
  'put-off': 'put off to the next run',
} as const;

function renderPlaylist(one: PlaylistPlan, shown: Shown): string {
  const isSteady = one.state === 'create' || one.before.count === one.after.count;
  const count = isSteady ? `${one.after.count}` : `${one.before.count} → ${one.after.count}`;
  const requests = requestsIn(one.price);
  const facts = [
    headWords[one.state],
    `${count} tracks`,
    ...(one.state === 'create' ? [] : totals(one.changes)),
    ...(one.writes.length === 0 ? [] : [counted(requests, 'request')]),
    ...dates(one),
  ];
  return [
    `${visible(one.name)} (${one.slug}): ${facts.filter((fact) => fact !== '').join(', ')}`,
    ...renderChanges(one, shown),
    ...one.problems.map((problem) => indent(`! ${renderProblem(problemOf(problem))}`)),
    ...one.notes.map((note) => `  · ${visible(note)}`),
  ].join('\n');
}

/** What comes, goes and moves, as far as anything does. */
function totals(changes: readonly Change[], noun = ''): readonly string[] {
  const of = (kind: Change['kind']) => changes.filter((one) => one.kind === kind).length;
  const signs = [of('add') > 0 ? signed(of('add')) : '', of('remove') > 0 ? signed(-of('remove')) : ''].filter(
    (one) => one !== '',
  );
  return [
    ...(signs.length === 0 ? [] : [`${signs.join(' ')}${noun}`]),
    ...(of('move') === 0 ? [] : [`${of('move')} moved`]),
  ];
}

const dates = ({ way, datesLost }: PlaylistPlan): readonly string[] =>
  way === 'loose' ? ['order is mended over the next nights'] : datesLost > 0 ? [`${datesLost} "added" dates lost`] : [];

const lacking = ({ lacks }: Plan): readonly string[] =>
  lacks.length === 0
    ? []
    : [
        [
          `Lacking ${counted(lacks.length, 'fact')}:`,
          ...lacks.slice(0, 20).map(({ slug, need, price }) => `  ? ${slug}: ${visible(need)} (${spent(price)})`),
          ...(lacks.length > 20 ? [`  … and ${lacks.length - 20} more`] : []),
        ].join('\n'),
      ];

const price = ({ envelope: { requests }, price: exact }: Plan): readonly string[] => {
  const kept = requestsIn(withRetries(exact)) - requests;
  return requests === 0
    ? []
    : [`Price: ${counted(requests, 'request')} (${spent(exact)}), and ${kept} kept back for retries`];
};

const requestsIn = (all: Requests): number => buckets.reduce((sum, bucket) => sum + all[bucket], 0);

const spent = (price: Requests): string =>
  buckets
    .filter((bucket) => price[bucket] > 0)
    .map((bucket) => `${bucket} ${price[bucket]}`)
    .join(', ');

const indent = (text: string): string => text.replaceAll(/^/gm, '  ');
