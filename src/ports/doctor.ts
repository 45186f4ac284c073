import type { AccountName } from '../domain/ids.ts';
import type { Instant } from '../domain/playlist.ts';
import type { App } from '../domain/portfolio.ts';
import type { User } from '../domain/user.ts';
import type { Holder } from '../ports.ts';

/** What the secret of an account says by itself: nothing was sent. */
export type Kept =
  | { readonly kind: 'missing'; readonly variable: string }
  /** Not one of ours, or cut off. */
  | { readonly kind: 'bad'; readonly variable: string }
  /** `user` is whose it is, where the secret says so. */
  | { readonly kind: 'kept'; readonly variable: string; readonly authorizedAt: Instant; readonly user: User | null };

/** What Spotify says of a sign-in. */
export type SeenSignIn = {
  readonly user: User;
  /** What the person agreed to; undefined when Spotify does not say. */
  readonly scopes: ReadonlySet<string> | undefined;
  /** What Spotify's clock said, milliseconds since 1970; null when it did not. */
  readonly serverMs: number | null;
  /** Spotify gave another refresh token in place of the one in the secret. */
  readonly isRotated: boolean;
};

export type LookAtSignIns = {
  kept(account: AccountName): Kept;
  /** Refreshes the sign-in and asks who it is: two requests when all is well. Throws a `Failure` as reading does. */
  ask(app: App, account: AccountName): Promise<SeenSignIn>;
  /** Requests sent so far, those for tokens too. */
  sent(): number;
};

/** What was asked for, or why it may not be seen. */
export type Seen<T> =
  | { readonly kind: 'seen'; readonly value: T }
  | { readonly kind: 'hidden'; readonly reason: string };

/** What protects a branch; null where that is not known. */
export type Protection = {
  readonly review: boolean | null;
  readonly codeOwners: boolean | null;
  readonly checks: boolean | null;
  /** Nobody can rewrite its history. */
  readonly history: boolean | null;
  /** Why some of it is not known, or cannot be had. */
  readonly reason: string | null;
};

export type Workflow = { readonly path: string; readonly state: string };

/** A repository of GitHub as far as a token may see it. Nothing is ever changed; nothing throws that GitHub does. */
export type LookAtGitHub = {
  readonly repository: string;
  about(): Promise<Seen<{ readonly branch: string; readonly isPrivate: boolean }>>;
  protection(branch: string): Promise<Protection>;
  token(): Promise<Seen<{ readonly writes: boolean; readonly approves: boolean }>>;
  workflows(): Promise<Seen<readonly Workflow[]>>;
  /** Names of secrets, of the repository and of all its environments: `NAME` or `environment/NAME`. */
  secrets(): Promise<Seen<readonly string[]>>;
  /** How pages are published; null when they are not. */
  pages(): Promise<Seen<'workflow' | 'branch' | null>>;
  holder(lease: string, nowMs: number): Promise<Seen<Holder | null>>;
  sent(): number;
};

/** What only the doctor looks at. */
export type LookAround = {
  /** The version of Node that runs this, `v24.1.0`. */
  readonly node: string;
  readonly signIns: LookAtSignIns;
  /** Null without a token; opened when the repository's name is known. */
  readonly gitHub: ((repository: string) => LookAtGitHub) | null;
};
