import type { Hands } from '../../domain/portfolio.ts';
import type { RunEnd, WhyUndone } from '../../domain/records/run.ts';
import type { AccountLedger } from '../../ledger/ledger.ts';
import { endsOf } from '../../ledger/runs.ts';
import { fixOf, messageOf } from '../../problem/catalogue.ts';
import type { Code, Problem } from '../../problem/problem.ts';
import { nightInWords, plusDays } from './dates.ts';
import { heldOf, standingOf } from './findings.ts';
import type { Attention, AttentionKind, PlaylistInsight, PlaylistRef } from './insight.ts';
import { rowsOf } from './rows.ts';

const order: readonly AttentionKind[] = [
  'sign-in',
  'account',
  'hand-edits',
  'guard',
  'unreadable',
  'source',
  'not-written',
  'unfinished',
];

/** How many days an acknowledgement is good that we propose. */
const ackDays = 7;

/** What waits for a person, most urgent first. */
export function attentionOf(
  playlists: readonly PlaylistInsight[],
  accounts: readonly AccountLedger[],
  night: string,
): readonly Attention[] {
  const all = accounts.flatMap((ledger) => {
    const last = endsOf(ledger.runs).findLast((end) => end.night <= night);
    const own = playlists.filter(({ account }) => account === ledger.account);
    return [...ofRun(last, ledger), ...own.flatMap((one) => ofPlaylist(one, ledger, night))];
  });
  const once = new Map([...all].reverse().map((one) => [`${one.playlist?.id ?? ''} ${one.sentence}`, one] as const));
  return order.flatMap((kind) => [...once.values()].reverse().filter((one) => one.kind === kind));
}

const ofRun = (end: RunEnd | undefined, { account }: AccountLedger): readonly Attention[] =>
  (end?.problems ?? []).map(({ code, message, fix }) => ({
    ...bare,
    account,
    kind: mended.has(code) ? 'sign-in' : 'account',
    playlist: null,
    sentence: `${message}.`,
    action: fix === undefined ? 'Look at the log of the run.' : coded(fix),
  }));

/** What is over once a person has signed in. */
const mended: ReadonlySet<string> = new Set([
  'spotify/no-token',
  'spotify/bad-token',
  'spotify/sign-in-expired',
  'spotify/sign-in-ends',
  'spotify/rotated-not-kept',
  'spotify/missing-scope',
  'sign-in/other-user',
  'sign-in/replaced',
  'sign-in/same-user',
] satisfies readonly Code[]);

function ofPlaylist(playlist: PlaylistInsight, ledger: AccountLedger, night: string): readonly Attention[] {
  const about = { ...bare, account: ledger.account, playlist: refOf(playlist), rule: playlist.rule };
  const { problems, because } = standingOf(ledger, playlist.slug, night);
  const held = heldOf(ledger, playlist.slug, night);
  const told = problems
    .filter(({ code }) => code !== 'plan/hand-edits')
    .map(
      (one): Attention => ({
        ...about,
        kind: kindOf(one),
        sentence: `${messageOf(one)}.`,
        action: actionOf(one, night),
      }),
    );
  const action = because === null ? undefined : actions[because];
  const silent =
    told.length > 0 || held !== undefined || because === null || action === undefined
      ? []
      : [{ ...about, ...notWritten(playlist, because), action }];
  return [...(held === undefined ? [] : [{ ...about, ...handsHeld(playlist, held, ledger) }]), ...told, ...silent];
}

const bare = { added: [], removed: [], rule: null } as const;

export const refOf = ({ id, slug, name }: PlaylistRef): PlaylistRef => ({ id, slug, name });

function handsHeld(
  { name }: PlaylistInsight,
  { since, added, removed, moved }: NonNullable<Hands['held']>,
  ledger: AccountLedger,
): Pick<Attention, 'kind' | 'sentence' | 'action' | 'added' | 'removed'> {
  const noted = (keys: typeof added) => keys.map((key) => ({ key, why: [] }));
  const done = [
    ...(added.length > 0 ? [`${added.length} in`] : []),
    ...(removed.length > 0 ? [`${removed.length} out`] : []),
    ...(moved ? ['tracks moved'] : []),
  ].join(', ');
  return {
    kind: 'hand-edits',
    sentence: `“${name}” was edited by hand on the night of ${nightInWords(since)} (${done}) and is left alone since.`,
    action:
      'Pin in the rule what should stay, or write `hand_edits: keep` or `hand_edits: revert` into it to settle all such edits.',
    added: rowsOf('entered', noted(added), ledger, new Set()),
    removed: rowsOf('left', noted(removed), ledger, new Set()),
  };
}

function kindOf({ code }: Problem): AttentionKind {
  if (code === 'plan/unreadable') return 'unreadable';
  if (code === 'plan/incomplete-source' || code === 'plan/empty-source') return 'source';
  return code.startsWith('plan/') ? 'guard' : 'not-written';
}

/** For removals the very line that lets them go, good for a week from the night on which they were held back. */
function actionOf(one: Problem, night: string): string {
  switch (one.code) {
    case 'plan/too-many-removals':
    case 'plan/too-many-removals-28-nights':
    case 'plan/first-contact': {
      const line = `ack: { removals: ${one.facts.removing}, until: ${plusDays(night, ackDays)} }`;
      return `Check the rule and its sources; if it is meant, add \`${line}\` to the rule.`;
    }
    default:
      return coded(fixOf(one));
  }
}

/** Fixes quote what is to be written. */
const coded = (fix: string): string => `${fix.replaceAll(/"([^"`]+)"/g, '`$1`')}.`;

/** What there is to do where no problem says it: nothing where somebody stopped it, or another version says why. */
const actions: { readonly [because in WhyUndone]?: string } = {
  'facts are lacking': 'Nothing to do: it is planned when everything could be read.',
  'it cannot be read': 'Look whether the playlist is still there.',
  'a limit of the run was reached': 'Nothing to do: the next run goes on with it.',
  'the run ended before': 'Nothing to do: the next run goes on with it.',
  'partly applied': 'Nothing to do: the next run goes on with it.',
  'written, not read back': 'Nothing to do: the next run finds out how far it came.',
  'not applied': 'Nothing to do: the next run tries again.',
};

const notWritten = ({ name }: PlaylistInsight, because: WhyUndone): Pick<Attention, 'kind' | 'sentence'> => ({
  kind: because === 'it cannot be read' ? 'not-written' : 'unfinished',
  sentence:
    because === 'written, not read back'
      ? `“${name}” was written to and not read back.`
      : `“${name}” does not stand as its rule wants it: ${because}.`,
});
