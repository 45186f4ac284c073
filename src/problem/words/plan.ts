import type { Entries } from '../entry.ts';
import type { PlanFacts } from '../facts/plan.ts';

const ack = (removals: number): string =>
  `if it is meant, add "ack: { removals: ${removals}, until: <date> }" to the rule`;

const absences = {
  missing: 'it was deleted, or the id is wrong',
  forbidden: 'the account neither owns it nor may edit it',
  part: 'not all of it came through',
} as const;

const andList = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

export const planWords: Entries<PlanFacts> = {
  'plan/too-many-removals': {
    says: ({ playlist, removing, of, most, acked }) =>
      `Refusing to remove ${removing} of ${of} tracks from "${playlist}": the limit is ${most}${acked > 0 ? `, and ${acked} are acknowledged` : ''}`,
    fix: ({ removing }) => `Check the rule; ${ack(removing)}`,
    exit: 'guard',
  },
  'plan/too-many-removals-28-nights': {
    says: ({ playlist, removing, before, most }) =>
      `Refusing to remove ${removing} tracks from "${playlist}": ${before} went in the last 28 nights, and the limit over these is ${most}`,
    fix: ({ removing }) => `Check the rule; ${ack(removing)}`,
    exit: 'guard',
  },
  'plan/too-many-additions': {
    says: ({ playlist, adding, most }) => `Refusing to add ${adding} tracks to "${playlist}": the limit is ${most}`,
    fix: () => 'Check the rule; if it is meant, raise "guard: { max_added: … }"',
    exit: 'guard',
  },
  'plan/too-few-tracks': {
    says: ({ playlist, left, least }) => `Refusing to leave ${left} tracks in "${playlist}": the least is ${least}`,
    fix: () => 'Check the sources; if it is meant, lower "guard: { min_tracks: … }"',
    exit: 'guard',
  },
  'plan/too-many-tracks': {
    says: ({ playlist, count, most }) => `Refusing to put ${count} tracks into "${playlist}": the most is ${most}`,
    fix: () => 'Add "take: { count: … }" to the rule',
    exit: 'guard',
  },
  'plan/would-empty': {
    says: ({ playlist, of }) => `Refusing to empty "${playlist}": all ${of} tracks would go`,
    fix: () => 'Check the sources of the rule; delete the rule file if the playlist should be left alone',
    exit: 'guard',
  },
  'plan/first-contact': {
    says: ({ playlist, removing, of }) =>
      `Refusing to remove ${removing} of ${of} tracks from "${playlist}": it had tracks before Setlist ruled it`,
    fix: ({ removing }) => `Look at what would go; ${ack(removing)}`,
    exit: 'guard',
  },
  'plan/protected': {
    says: ({ playlist, removing }) => `Refusing to remove ${removing} tracks from "${playlist}": the rule protects it`,
    fix: () => 'Take "protected: true" out of the rule if they should go',
    exit: 'guard',
  },
  'plan/hand-edits': {
    says: ({ playlist, since, added, removed, moved }) =>
      `Leaving "${playlist}" alone: since ${since} somebody ${andList([
        ...(added.length > 0 ? [`added ${added.length}`] : []),
        ...(removed.length > 0 ? [`took out ${removed.length}`] : []),
        ...(moved ? ['moved tracks'] : []),
      ])} by hand`,
    fix: () => 'Let the rule agree (pin what should stay), or write "hand_edits: keep" or "hand_edits: revert" into it',
    exit: 'guard',
  },
  'plan/incomplete-source': {
    says: ({ playlist, gaps, kept }) =>
      `Nothing is removed from "${playlist}", ${kept} tracks stay: ${gaps.join('; ')}`,
    fix: () => 'Check the source; what it was missing is planned when it can be read whole again',
    exit: 'partly',
  },
  'plan/empty-source': {
    says: ({ playlist, sources }) => `Refusing to plan "${playlist}": nothing is in ${sources.join(', ')}`,
    fix: () => 'Check the source; "guard: { empty_source: keep_last_good }" lets the other sources go on',
    exit: 'guard',
  },
  'plan/unknown-datum': {
    says: ({ playlist, rows, word }) => `Refusing to plan "${playlist}": ${word} is not known of ${rows} tracks`,
    fix: () => 'Write "unknown: keep" or "unknown: drop", or give the missing data in a list',
    exit: 'guard',
  },
  'plan/unreadable': {
    says: ({ playlist, absence }) => `Cannot read the playlist of "${playlist}": ${absences[absence]}`,
    fix: ({ absence }) =>
      absence === 'part'
        ? 'Run again: it was left as it stands'
        : 'Correct its id in control.json, or take the entry out to have the playlist made anew',
    exit: 'partly',
  },
  'plan/not-created-yet': {
    says: ({ playlist, waitsFor }) => `Cannot plan "${playlist}": the playlist of "${waitsFor}" does not exist yet`,
    fix: () => 'Apply once more after it was created',
    exit: 'pending',
  },
  'plan/dates-lost': {
    says: ({ playlist, lost, requests, cap }) =>
      `Rebuilding "${playlist}" loses ${lost} "added" dates: keeping them takes ${requests} requests, the cap is ${cap}`,
    fix: ({ requests }) => `To keep them, write "write: { max_requests: ${requests} }" or "beyond: loose"`,
    exit: 'done',
  },
  'plan/budget-spent': {
    says: ({ playlist, bucket, price, left }) =>
      `Not beginning "${playlist}" tonight: it takes up to ${price} requests of ${bucket}, and ${left} ${left === 1 ? 'is' : 'are'} left`,
    fix: ({ bucket, price, budget, free }) =>
      price > budget
        ? `Raise "budget: { ${bucket}: ${price} }" in setlist.yaml: no night has so many`
        : `Wait: it comes first in the next run that has room${free === null ? '' : `, from about ${free}`}`,
    exit: 'done',
  },
  'plan/too-many-requests': {
    says: ({ requests, most }) => `Refusing to send ${requests} requests: the limit of a run is ${most}`,
    fix: () => 'Raise "limits: { requests: … }" in setlist.yaml, or let the next nights finish it',
    exit: 'guard',
  },
  'plan/too-many-creations': {
    says: ({ creations, most }) => `Refusing to create ${creations} playlists: the limit of a run is ${most}`,
    fix: () => 'Raise "limits: { creations: … }" in setlist.yaml, or let the next nights create the rest',
    exit: 'guard',
  },
  'plan/left-envelope': {
    says: ({ playlist, what, planned, allowed }) =>
      `Refusing to apply: "${playlist}" now takes ${planned} ${what}, the plan allows ${allowed}`,
    fix: () => 'Plan again and look at it',
    exit: 'guard',
  },
  'plan/partial': {
    says: ({ lacking }) => `Cannot plan everything: ${lacking} facts are lacking`,
    fix: () => 'Run "setlist gather" with a sign-in, or give them with "--facts FILE"',
    exit: 'pending',
  },
  'plan/bad-file': {
    says: ({ path, reason }) => `Cannot read "${path}": ${reason}`,
    fix: () => 'Give a file that "plan --out" or "--save-facts" wrote',
    exit: 'usage',
  },
  'plan/other-version': {
    says: ({ path, found }) => `Cannot read "${path}": it is of version ${found}, this Setlist reads version 1`,
    fix: () => 'Make it anew with this version',
    exit: 'usage',
  },
};
