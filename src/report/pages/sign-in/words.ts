import type { Scope } from '../../../domain/scope.ts';

/** What a person allows, in their words, after "to". */
export const allowed: Readonly<Record<Scope, string>> = {
  'playlist-read-private': 'see your private playlists',
  'playlist-read-collaborative': 'see the playlists you share',
  'playlist-modify-private': 'change your private playlists',
  'playlist-modify-public': 'change your public playlists',
  'user-library-read': 'see what you liked',
  'user-top-read': 'see what you play most',
  'user-follow-read': 'see which artists you follow',
};

/** What a sign-in can come to besides a secret. Words between braces are facts, filled in by the page's script. */
export const told = {
  waiting: ['Signing in “{account}”', 'One moment: Spotify is being asked who agreed, and to what.'],
  denied: [
    'You did not agree',
    'Spotify was told that “{account}” may not be used, so there is no secret and nothing was kept. To agree after all, begin again below.',
  ],
  state: [
    'This answer belongs to another sign-in',
    'This tab did not ask for it, so it was not used and nothing was kept. Begin again below, and agree in the same tab.',
  ],
  failed: ['Spotify did not sign anybody in', 'It says “{reason}”. Nothing was kept; begin again below.'],
  refused: [
    'Spotify takes the consent back',
    'It says “{reason}”. A consent is good once and for ten minutes; begin again below.',
  ],
  redirect: [
    'Spotify does not know this page',
    'It says “{reason}”. Register the address given under “Before the first time”, letter by letter, and begin again.',
  ],
  app: [
    'Spotify does not know the app “{app}”',
    'It says “{reason}”. Copy the client id of the app from Spotify’s developer dashboard to playlists/setlist.yaml.',
  ],
  unreachable: [
    'Spotify cannot be reached',
    'Look whether you are online and whether an extension of the browser blocks Spotify; then begin again below.',
  ],
  unclear: [
    'Spotify’s answer makes no sense',
    'It says “{reason}”. Nothing was kept; wait a minute and begin again below.',
  ],
  scopes: [
    'Not everything was allowed',
    'The rules of “{account}” also need {missing}. Nothing was kept; begin again below and agree to all that is asked.',
  ],
  'other-user': [
    'That is somebody else',
    'You signed in as “{user}”, but “{account}” has been “{recorded}” so far. Sign out at Spotify, and begin again below as “{recorded}”.',
  ],
  'same-user': [
    'That is another account',
    'You signed in as “{user}”, which is the account “{other}”. Sign out at Spotify, and begin again below as the user of “{account}”.',
  ],
  'allow-list': [
    'The app “{app}” does not list this user',
    'In Spotify’s developer dashboard, add the user’s name and e-mail address under User Management of the app; then begin again below.',
  ],
  premium: [
    'The owner of the app “{app}” has no Premium',
    'Spotify’s apps work while their owners subscribe. Renew the subscription of the app’s owner; then begin again below.',
  ],
  storage: [
    'This browser keeps nothing for this page',
    'Two random texts have to wait in this tab while you are at Spotify. Allow the page to store data, or use another browser.',
  ],
  address: [
    'Nobody can sign in at this address',
    'Spotify sends people back to https addresses and to http://127.0.0.1 only. Open the page at one of these.',
  ],
  framed: ['This page stands inside another', 'Open it in a tab of its own to sign in: {address}'],
} as const satisfies Readonly<Record<string, readonly [title: string, text: string]>>;
