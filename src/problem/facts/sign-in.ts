/** What can come between a person who signs in and the secret that it yields. */
export type SignInFacts = {
  /** `account` is null when none was named and there are several. */
  'usage/no-such-account': {
    readonly account: string | null;
    readonly accounts: readonly string[];
    readonly nearest: string | null;
  };
  'usage/no-repository': Record<never, never>;
  'usage/no-github-token': Record<never, never>;
  'sign-in/unknown-app': { readonly app: string; readonly clientId: string };
  'sign-in/redirect': { readonly app: string; readonly redirect: string };
  'sign-in/port': { readonly port: number; readonly reason: string };
  'sign-in/wrong-address': { readonly redirect: string };
  'sign-in/wrong-state': Record<never, never>;
  'sign-in/no-answer': { readonly account: string; readonly reason: string };
  'sign-in/denied': { readonly account: string };
  'sign-in/failed': { readonly account: string; readonly reason: string };
  'sign-in/refused': { readonly account: string; readonly reason: string };
  'sign-in/client-secret': { readonly app: string; readonly reason: string };
  'sign-in/scopes': { readonly account: string; readonly missing: readonly string[] };
  'sign-in/other-user': { readonly account: string; readonly recorded: string; readonly found: string };
  'sign-in/same-user': { readonly account: string; readonly other: string; readonly user: string };
  /** Of a sign-in that is over: the run of that night could not keep what Spotify put in its place. */
  'sign-in/replaced': { readonly account: string; readonly reason: string; readonly night: string };
  'sign-in/clock': { readonly minutes: number; readonly direction: 'ahead' | 'behind' };
  'machine/github-secret': { readonly secret: string; readonly place: string; readonly reason: string };
};
