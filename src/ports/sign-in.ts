import type { AccountName } from '../domain/ids.ts';
import type { Instant } from '../domain/playlist.ts';
import type { App } from '../domain/portfolio.ts';
import type { Scope } from '../domain/scope.ts';
import type { User } from '../domain/user.ts';

/** One person's question: Spotify gives the state back with its answer, and wants the verifier from whom it gives the code. */
export type Question = { readonly scopes: readonly Scope[]; readonly state: string; readonly verifier: string };

/** What a consent comes to. */
export type Granted = {
  /** Who agreed. */
  readonly user: User;
  /** What they agreed to; undefined when Spotify does not say: then it is what was asked. */
  readonly scopes: ReadonlySet<string> | undefined;
  /** What Spotify's clock said, milliseconds since 1970; null when it did not. */
  readonly serverMs: number | null;
  /** The one opaque text that later runs sign in with. */
  readonly secret: (authorizedAt: Instant) => string;
};

/** Asking a person to let one app work as them. Throws a `Failure` with a code under `sign-in/` or `spotify/`. */
export type Authorize = {
  /** Where Spotify sends the browser back to. */
  readonly redirect: string;
  /** The name of the variable, or secret, that later runs read. */
  readonly variable: string;
  /** The address to open in a browser. Refuses what Spotify would show an error page for. */
  address(question: Question): Promise<string>;
  /** Takes up a consent by its code, which is good once. */
  exchange(code: string, question: Question): Promise<Granted>;
};

export type OpenAuthorize = (asking: {
  readonly app: App;
  readonly account: AccountName;
  /** Null: without one, by PKCE. */
  readonly clientSecret: string | null;
  readonly redirect: string;
}) => Authorize;

/** A place for a secret outside of the terminal. */
export type Vault = {
  /** How messages name it. */
  readonly name: string;
  /** Refuses before a person is asked what it would refuse afterwards. */
  check(secret: string): Promise<void>;
  put(secret: string, text: string): Promise<void>;
};
