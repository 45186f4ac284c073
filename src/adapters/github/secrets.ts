import sodium from 'libsodium-wrappers';
import type { Vault } from '../../ports/sign-in.ts';
import { Failure } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';
import { decodePublicKey } from './answers.ts';
import { type Access, type Answer, openApi } from './api.ts';
import { asked, type Patience } from './patience.ts';

type Key = { readonly key_id: string; readonly key: string };

/** The secrets of a repository, or of one of its environments: they are sealed here, and only GitHub opens them. */
export function secretsOf(access: Access, environment: string | null, patience: Patience): Vault {
  const api = openApi(access);
  const isWhole = environment === null;
  const base = isWhole
    ? '/repos/{owner}/{repo}/actions/secrets'
    : '/repos/{owner}/{repo}/environments/{environment_name}/secrets';
  const where = isWhole ? {} : { environment_name: environment };
  const name = `the secrets of ${isWhole ? '' : `the environment "${environment}" of `}${access.repository}`;
  const refused = (secret: string, answer: Answer): Failure =>
    new Failure([problem('machine/github-secret', { secret, place: name, reason: reasonOf(answer, isWhole) })]);

  const keyFor = async (secret: string): Promise<Key> => {
    const answer = await asked(() => api.rest(`GET ${base}/public-key`, where), patience);
    const key = answer.kind === 'answer' ? decodePublicKey(answer.data) : undefined;
    if (key === undefined) throw refused(secret, answer);
    return key;
  };
  return {
    name,
    check: async (secret) => void (await keyFor(secret)),
    put: async (secret, text) => {
      const { key_id, key } = await keyFor(secret);
      const encrypted_value = await sealed(text, key);
      const parameters = { ...where, secret_name: secret, encrypted_value, key_id };
      // The same again does no harm.
      const answer = await asked(() => api.rest(`PUT ${base}/{secret_name}`, parameters), patience);
      if (answer.kind !== 'answer') throw refused(secret, answer);
    },
  };
}

/** A box that everybody can close with the public key and only its owner can open; libsodium's `crypto_box_seal`. */
async function sealed(text: string, key: string): Promise<string> {
  await sodium.ready;
  const { ORIGINAL } = sodium.base64_variants;
  return sodium.to_base64(sodium.crypto_box_seal(text, sodium.from_base64(key, ORIGINAL)), ORIGINAL);
}

function reasonOf(answer: Answer, isWhole: boolean): string {
  if (answer.kind === 'answer') return 'its answer cannot be read';
  // GitHub hides what a token may not see.
  if (answer.kind === 'refused' && answer.status === 404)
    return `there is no such repository${isWhole ? '' : ' or environment'}, or the token may not see it`;
  return answer.reason.replace(/ - https?:\/\/\S+$/, '').slice(0, 200);
}
