import type { Entries } from '../entry.ts';
import type { SpotifyFacts } from '../facts/spotify.ts';

const inMinutes = (ms: number | null): string =>
  ms === null ? 'it did not say for how long' : `for ${Math.ceil(ms / 60_000)} minutes`;

export const spotifyWords: Entries<SpotifyFacts> = {
  'spotify/unreachable': {
    says: ({ request, reason }) => `Cannot reach Spotify (${request}): ${reason}`,
    fix: () => 'Check the network and run again; nothing was lost',
    exit: 'unreachable',
  },
  'spotify/server-error': {
    says: ({ request, status }) => `Cannot get an answer from Spotify (${request}): it says ${status} again and again`,
    fix: () => 'Run again later; nothing was lost',
    exit: 'unreachable',
  },
  'spotify/unknown-outcome': {
    says: ({ request, reason }) => `Cannot tell whether ${request} took effect: ${reason}`,
    fix: () => 'Run again: the playlist is read before anything else is sent',
    exit: 'partly',
  },
  'spotify/bad-answer': {
    says: ({ request, reason }) => `Cannot read what Spotify answered to ${request}: ${reason}`,
    fix: () => 'Run again; if it stays so, Spotify changed its API: report it',
    exit: 'unreachable',
  },
  'spotify/bad-request': {
    says: ({ request, status, message }) => `Cannot ${request}: Spotify answered ${status} "${message}"`,
    fix: () => 'Check the ids and texts in the rule',
    exit: 'partly',
  },
  'spotify/unauthorized': {
    says: ({ account }) => `Cannot sign in as "${account}": Spotify refuses the access token`,
    fix: ({ account }) =>
      `Run again: Spotify refuses good tokens at times; if it stays so, run "setlist login ${account}" and replace its secret`,
    exit: 'signIn',
  },
  'spotify/no-token': {
    says: ({ account, variable }) => `Cannot sign in as "${account}": ${variable} is not set`,
    fix: ({ account, variable }) => `Set ${variable} to the secret that "setlist login ${account}" gives`,
    exit: 'signIn',
  },
  'spotify/bad-token': {
    says: ({ account, variable }) =>
      `Cannot sign in as "${account}": ${variable} is not a secret of ours, or is cut off`,
    fix: ({ account, variable }) =>
      `Copy the whole secret that the sign-in gave into ${variable}, or run "setlist login ${account}" for a new one`,
    exit: 'signIn',
  },
  'spotify/sign-in-expired': {
    says: ({ account, reason }) => `Cannot sign in as "${account}": ${reason}`,
    fix: ({ account }) =>
      `Run "setlist login ${account}" and replace its secret: Spotify ends every sign-in after six months`,
    exit: 'signIn',
  },
  'spotify/sign-in-ends': {
    says: ({ account, on, left }) =>
      left === 'nothing'
        ? `Cannot rely on the sign-in of "${account}": by its date it ended on ${on}, though Spotify takes it still`
        : `Cannot go on as "${account}" after ${on}${left === 'a week' ? ', in less than a week' : ''}: Spotify ends every sign-in after six months`,
    fix: ({ account, left }) =>
      `Run "setlist login ${account}" ${left === 'nothing' ? 'now' : 'before then'} and replace its secret; nothing is lost meanwhile`,
    exit: 'done',
  },
  'spotify/rotated-not-kept': {
    says: ({ account, variable, reason, until }) =>
      `Cannot go on as "${account}" after ${until}: Spotify replaced the refresh token in ${variable}, and the new one is not kept: ${reason}`,
    fix: ({ account, to }) =>
      to === null
        ? `Run "setlist login ${account} --to repo" before the next run; to have runs keep it themselves, set SETLIST_SECRETS_TO and SETLIST_SECRETS_TOKEN (the Action: "secrets-to" and "secrets-token")`
        : `Run "setlist login ${account} --to ${to}" before the next run, and give SETLIST_SECRETS_TOKEN (the Action: "secrets-token") a token that may write secrets there: a workflow's own may not`,
    exit: 'done',
  },
  'spotify/forbidden': {
    says: ({ request, message }) => `Cannot ${request}: Spotify answered 403 "${message}"`,
    fix: () => 'Use a playlist that the account owns or may edit',
    exit: 'partly',
  },
  'spotify/missing-scope': {
    says: ({ account, lacks }) =>
      `Cannot do all that the rules of "${account}" need: its sign-in does not allow ${lacks.join(', ')}`,
    fix: ({ account }) => `Run "setlist login ${account}" again, agree to all that is asked, and replace its secret`,
    exit: 'signIn',
  },
  'spotify/not-allow-listed': {
    says: ({ account }) => `Cannot use Spotify as "${account}": the app does not list this user`,
    fix: () => `Add the account's e-mail address under "User Management" of the app in Spotify's developer dashboard`,
    exit: 'signIn',
  },
  'spotify/premium-lapsed': {
    says: ({ app }) => `Cannot use app "${app}": its owner has no active Premium`,
    fix: () => 'Renew the subscription of the account that owns the app',
    exit: 'signIn',
  },
  'spotify/not-found': {
    says: ({ request }) => `Cannot ${request}: Spotify knows no such thing`,
    fix: () => 'Check the id; playlists of Spotify itself cannot be read',
    exit: 'partly',
  },
  'spotify/rate-limited': {
    says: ({ request, retryAfterMs }) => `Cannot ${request}: Spotify asks to wait, ${inMinutes(retryAfterMs)}`,
    fix: () => 'Run again after that time',
    exit: 'quota',
  },
  'spotify/budget-spent': {
    says: ({ bucket, budget, free }) =>
      `Leaving the rest of ${bucket} to another run: the budget of ${budget} requests in 24 hours is spent, ${free === null ? 'but for what checking what is written takes' : `until ${free}`}`,
    fix: ({ bucket }) =>
      `Wait: what was put off comes first next time; raise "budget: { ${bucket}: … }" in setlist.yaml only if Spotify gives you more`,
    exit: 'done',
  },
  'spotify/list-put-off': {
    says: ({ list, bucket, requests, left }) =>
      `Leaving "${list}" whole to another run: it takes ${requests} requests of ${bucket}, and ${left} are left for reading`,
    fix: () => 'Wait: what was put off comes first next time',
    exit: 'done',
  },
  'spotify/list-too-long': {
    says: ({ list, bucket, requests, budget }) =>
      `Cannot read "${list}" in a day: it takes ${requests} requests of ${bucket}, and the budget of ${budget} leaves too few for reading`,
    fix: ({ bucket, needed }) =>
      `Raise "budget: { ${bucket}: ${needed} }" in setlist.yaml if Spotify gives you as many, or ask for less of it`,
    exit: 'guard',
  },
  'spotify/quota-exceeded': {
    says: ({ bucket, retryAfterMs }) =>
      `Cannot go on with ${bucket}: the quota of the day is used up, ${inMinutes(retryAfterMs)}`,
    fix: () => 'Run again tomorrow; what was put off comes first',
    exit: 'quota',
  },
};
