import type { Patience } from '../../adapters/github/patience.ts';
import type { Vault } from '../../ports/sign-in.ts';
import type { Git } from '../../ports.ts';
import { Failure } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';
import { wrong } from '../commands/define.ts';

/** Where the secret goes. */
export type Place =
  | { readonly kind: 'terminal' }
  | { readonly kind: 'file'; readonly path: string }
  | {
      readonly kind: 'github';
      /** Null: the repository as a whole. */
      readonly environment: string | null;
      /** Null: that of the remote. */
      readonly repository: string | null;
    };

type Flags = { readonly to?: string; readonly repository?: string; readonly out?: string };

export function placeOf({ to, repository, out }: Flags): Place {
  if (to !== undefined && out !== undefined) throw wrong('--to and --out are two places for one secret');
  if (repository !== undefined && to === undefined) throw wrong('--repository goes with --to');
  if (repository !== undefined && !/^[\w-]+\/[\w.-]+$/.test(repository))
    throw wrong(`--repository takes <owner>/<name>, not "${repository}"`);
  if (out !== undefined) return { kind: 'file', path: out };
  if (to === undefined) return { kind: 'terminal' };
  const environment = environmentIn(to);
  if (environment === undefined) throw wrong(`--to takes repo or environment:<name>, not "${to}"`);
  return { kind: 'github', environment, repository: repository ?? null };
}

/** `repo` or `environment:<name>`: null is the repository as a whole, undefined neither of them. */
export const environmentIn = (to: string): string | null | undefined =>
  to === 'repo' ? null : /^environment:(.+)$/.exec(to)?.[1];

type Reach = { readonly env: NodeJS.ProcessEnv; readonly git: Git; readonly patience: Patience };

/** The repository's secrets, opened when it is known which they are for. */
export async function onGitHub(
  { environment, repository }: Extract<Place, { readonly kind: 'github' }>,
  { env, git, patience }: Reach,
): Promise<Vault> {
  const name = repository ?? (await git.repository());
  if (name === null) throw new Failure([problem('usage/no-repository', {})]);
  const token = [env['GITHUB_TOKEN'], env['GH_TOKEN']].find((one) => one !== undefined && one !== '');
  if (token === undefined) throw new Failure([problem('usage/no-github-token', {})]);
  const apiUrl = env['GITHUB_API_URL'] ?? 'https://api.github.com';
  // Loaded where it is needed: GitHub's client and its cipher take more memory than a quiet night.
  const { secretsOf } = await import('../../adapters/github/secrets.ts');
  return secretsOf({ repository: name, token, apiUrl }, environment, patience);
}
