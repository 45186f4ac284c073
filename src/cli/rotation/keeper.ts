import { systemClock } from '../../adapters/clock/system-clock.ts';
import { encodeSecret, type Secret } from '../../adapters/spotify/secret.ts';
import type { AccountName } from '../../domain/ids.ts';
import { secretVariable } from '../../domain/sign-in.ts';
import type { Vault } from '../../ports/sign-in.ts';
import type { Git } from '../../ports.ts';
import { messageOf } from '../../problem/catalogue.ts';
import { Failure } from '../../problem/failure.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { environmentIn, onGitHub } from '../login/place.ts';

/** Secrets that Spotify replaces while a process runs. */
export type Keeper = {
  /** The one that took the place of what the environment holds; undefined when none did. */
  readonly secretOf: (account: AccountName) => Secret | undefined;
  /** Writes it where later runs find it, and answers whether it stands there: without it the run itself can go on. */
  readonly keep: (account: AccountName, secret: Secret, untilMs: number) => Promise<boolean>;
  /** Those that stand nowhere but in this process. */
  readonly unkept: () => readonly Problem[];
};

type Opening = {
  readonly git: Git;
  /** Spotify lives in the ledger, and its secrets with it. */
  readonly isInLedger: boolean;
  /** Told of every text that nobody may read. */
  readonly hide: (secret: string) => void;
};

export function openKeeper(env: NodeJS.ProcessEnv, { git, isInLedger, hide }: Opening): Keeper {
  const to = env['SETLIST_SECRETS_TO']?.trim() || null;
  const environment = to === null ? undefined : environmentIn(to);
  if (to !== null && environment === undefined) throw wrongPlace(to);
  const secrets = new Map<AccountName, Secret>();
  const unkept = new Map<AccountName, Problem>();
  return {
    secretOf: (account) => secrets.get(account),
    keep: async (account, secret, untilMs) => {
      const text = encodeSecret(secret);
      for (const hidden of [secret.refresh_token, text]) hide(hidden);
      secrets.set(account, secret);
      if (isInLedger) return true;
      const variable = secretVariable(account);
      const reason =
        environment === undefined
          ? 'SETLIST_SECRETS_TO does not say where'
          : await reasonAgainst(async () => (await vaultIn(env, environment, git)).put(variable, text));
      unkept.delete(account);
      if (reason === null) return true;
      const until = `${new Date(untilMs).toISOString().slice(0, 16)}Z`;
      unkept.set(account, problem('spotify/rotated-not-kept', { account, variable, reason, until, to }));
      return false;
    },
    unkept: () => [...unkept.values()],
  };
}

const wrongPlace = (to: string): Failure =>
  new Failure([
    problem('usage/bad-variable', {
      variable: 'SETLIST_SECRETS_TO',
      reason: `"${to}" is neither repo nor environment:<name>`,
    }),
  ]);

/** GitHub lives in real time; and a run that is stopped must not stop this, as nothing else holds the secret. */
const vaultIn = (env: NodeJS.ProcessEnv, environment: string | null, git: Git): Promise<Vault> =>
  onGitHub(
    { kind: 'github', environment, repository: env['GITHUB_REPOSITORY'] || null },
    {
      env: { ...env, GITHUB_TOKEN: env['SETLIST_SECRETS_TOKEN'] || env['GITHUB_TOKEN'] },
      git,
      patience: { clock: systemClock(), random: Math.random },
    },
  );

async function reasonAgainst(put: () => Promise<void>): Promise<string | null> {
  try {
    await put();
    return null;
  } catch (error) {
    if (error instanceof Failure) return messageOf(error.problems[0]);
    throw error;
  }
}
