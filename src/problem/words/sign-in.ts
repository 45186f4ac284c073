import type { Entries } from '../entry.ts';
import type { SignInFacts } from '../facts/sign-in.ts';

const again = (account: string): string => `run "setlist login ${account}" again`;

export const signInWords: Entries<SignInFacts> = {
  'usage/no-such-account': {
    says: ({ account }) =>
      account === null
        ? 'Cannot tell which account to sign in'
        : `Cannot sign in "${account}": no app has that account`,
    fix: ({ nearest, accounts }) =>
      nearest === null ? `Name one of these accounts of setlist.yaml: ${accounts.join(', ')}` : `Write "${nearest}"`,
    exit: 'usage',
  },
  'usage/no-repository': {
    says: () => 'Cannot put the secret on GitHub: the remote "origin" is no repository there',
    fix: () => 'Name it: --repository <owner>/<name>',
    exit: 'usage',
  },
  'usage/no-github-token': {
    says: () => 'Cannot put the secret on GitHub: neither GITHUB_TOKEN nor GH_TOKEN is set',
    fix: () => 'Set GITHUB_TOKEN to a token that may write secrets; "gh auth token" prints yours',
    exit: 'usage',
  },
  'sign-in/unknown-app': {
    says: ({ app, clientId }) => `Cannot sign in with app "${app}": Spotify knows no client id ${clientId}`,
    fix: ({ app }) => `Copy the client id from Spotify's developer dashboard to "${app}" in playlists/setlist.yaml`,
    exit: 'signIn',
  },
  'sign-in/redirect': {
    says: ({ app, redirect }) => `Cannot sign in with app "${app}": Spotify does not send people back to ${redirect}`,
    fix: ({ redirect }) =>
      `Add ${redirect} to the redirect URIs of the app in Spotify's developer dashboard, letter by letter, and save`,
    exit: 'signIn',
  },
  'sign-in/port': {
    says: ({ port, reason }) => `Cannot wait for the answer of Spotify on port ${port}: ${reason}`,
    fix: () => 'End what uses the port, or name another: --port <number>, which the redirect URI of the app must allow',
    exit: 'machine',
  },
  'sign-in/wrong-address': {
    says: ({ redirect }) => `Cannot use that: it is not the address to which Spotify sent the browser (${redirect}?…)`,
    fix: () =>
      'Agree in the browser first, then copy the whole address that it shows, even if the page cannot be reached',
    exit: 'signIn',
  },
  'sign-in/wrong-state': {
    says: () => 'Refusing an answer that belongs to another sign-in',
    fix: () => 'Answer in the page that the address shown last opens; close all older ones',
    exit: 'signIn',
  },
  'sign-in/no-answer': {
    says: ({ account, reason }) => `Cannot sign in "${account}": ${reason}`,
    fix: ({ account }) =>
      `Open the address, agree, and ${again(account)} if it is too late; --paste needs no open port`,
    exit: 'signIn',
  },
  'sign-in/denied': {
    says: ({ account }) => `Cannot sign in "${account}": the person did not agree`,
    fix: ({ account }) => `To agree after all, ${again(account)}`,
    exit: 'signIn',
  },
  'sign-in/failed': {
    says: ({ account, reason }) => `Cannot sign in "${account}": Spotify answers "${reason}"`,
    fix: ({ account }) => `To begin anew, ${again(account)}`,
    exit: 'signIn',
  },
  'sign-in/refused': {
    says: ({ account, reason }) => `Cannot sign in "${account}": Spotify does not take the consent, "${reason}"`,
    fix: ({ account }) => `A consent is good once and for ten minutes: ${again(account)}`,
    exit: 'signIn',
  },
  'sign-in/client-secret': {
    says: ({ app, reason }) => `Cannot sign in with app "${app}": Spotify refuses its client secret, "${reason}"`,
    fix: () =>
      "Copy the client secret from Spotify's developer dashboard to SETLIST_CLIENT_SECRET anew, or unset it to do without one, and sign in again: an account's secret keeps the one it was made with",
    exit: 'signIn',
  },
  'sign-in/scopes': {
    says: ({ account, missing }) => `Cannot use the sign-in of "${account}": it does not allow ${missing.join(', ')}`,
    fix: ({ account }) => `Agree to all that is asked: ${again(account)}`,
    exit: 'signIn',
  },
  'sign-in/other-user': {
    says: ({ account, recorded, found }) =>
      `Cannot sign in "${account}" as "${found}": the ledger says that it is "${recorded}"`,
    fix: ({ account, recorded }) => `Sign in at Spotify as "${recorded}", ${again(account)}, and replace its secret`,
    exit: 'ledger',
  },
  'sign-in/same-user': {
    says: ({ account, other, user }) =>
      `Cannot sign in "${account}" as "${user}": the ledger says that this is the account "${other}"`,
    fix: ({ account }) => `Sign in at Spotify as the user of "${account}", and ${again(account)}`,
    exit: 'ledger',
  },
  'sign-in/replaced': {
    says: ({ account, reason, night }) =>
      `Cannot sign in as "${account}": ${reason}; in the night of ${night} Spotify replaced the refresh token, and the new one was not kept`,
    fix: ({ account }) =>
      `Run "setlist login ${account}" and replace its secret; to have runs keep what Spotify replaces, set SETLIST_SECRETS_TO and SETLIST_SECRETS_TOKEN (the Action: "secrets-to" and "secrets-token")`,
    exit: 'signIn',
  },
  'sign-in/clock': {
    says: ({ minutes, direction }) => `The clock of this machine is ${minutes} minutes ${direction}; Spotify's counts`,
    fix: () => 'Set the clock, best by network time: nights and quotas are counted by it',
    exit: 'done',
  },
  'machine/github-secret': {
    says: ({ secret, place, reason }) => `Cannot put ${secret} into ${place}: ${reason}`,
    fix: () =>
      'Check the name, and give GITHUB_TOKEN a token that may write secrets there (fine-grained: "Secrets", for an environment also "Environments"); then sign in again',
    exit: 'machine',
  },
};
