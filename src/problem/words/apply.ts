import type { Entries } from '../entry.ts';
import type { ApplyFacts } from '../facts/apply.ts';

export const applyWords: Entries<ApplyFacts> = {
  'apply/changed-since-plan': {
    says: ({ playlist }) => `Refusing to write to "${playlist}": somebody changed it after it was planned`,
    fix: () => 'Run again: the plan is made anew from what stands there now',
    exit: 'partly',
  },
  'apply/differs-after': {
    says: ({ playlist, expected, found }) =>
      `Cannot confirm "${playlist}": ${expected} rows were planned, and the ${found} that stand there now differ`,
    fix: () => 'Run again: what is missing is planned anew',
    exit: 'partly',
  },
  'apply/not-shown': {
    says: ({ playlist }) => `Cannot confirm "${playlist}": Spotify still shows what stood there before it was written`,
    fix: () => 'Wait: the next run reads it again and records what was written',
    exit: 'partly',
  },
  'apply/cannot-remove': {
    says: ({ playlist, uris }) => `Cannot remove ${uris.length} tracks from "${playlist}": ${uris.join(', ')}`,
    fix: () => 'Remove them in the Spotify app: it stores them under other ids, which it no longer tells to anybody',
    exit: 'partly',
  },
  'apply/dead-items': {
    says: ({ playlist, uris }) =>
      `Cannot add ${uris.length} tracks to "${playlist}", Spotify refuses them: ${uris.join(', ')}`,
    fix: () =>
      'Take them out of the rule, or find the same recordings under other ids; they are left out for four weeks, then tried again',
    exit: 'partly',
  },
  'apply/search-unfinished': {
    says: ({ playlist, bucket }) =>
      `Cannot find all tracks that Spotify refuses to add to "${playlist}" tonight: what is left of ${bucket} is for others`,
    fix: () => 'Wait: the next night goes on from here; tracks that Spotify does not have can be taken out of the rule',
    exit: 'partly',
  },
  'apply/details-refused': {
    says: ({ playlist, field, message }) =>
      `Cannot change the ${field} of "${playlist}": Spotify answered "${message}"`,
    fix: ({ field }) => `Shorten or simplify the ${field} in the rule`,
    exit: 'done',
  },
  'apply/off': {
    says: () => 'Refusing to write: setlist.yaml says "apply: off"',
    fix: () => 'Write "apply: on" in playlists/setlist.yaml when the plans look right',
    exit: 'done',
  },
  'apply/suspended': {
    says: () => 'Refusing to write: Setlist is suspended',
    fix: () => 'Take "suspend: true" out of setlist.yaml, or unset SETLIST_SUSPEND',
    exit: 'done',
  },
  'apply/dry': {
    says: ({ requests }) => `Nothing was written: this was a dry run of ${requests} requests`,
    fix: () => 'Add --yes to write',
    exit: 'done',
  },
  'apply/orphan': {
    says: ({ playlist, count }) =>
      `Created "${playlist}" more than once: empty ones of that name are left over (${count})`,
    fix: () => 'Delete the empty ones in Spotify; the one with tracks is the right one',
    exit: 'partly',
  },
};
