import { Type } from 'typebox';
import type { LookAtGitHub, Protection, Seen } from '../../ports/doctor.ts';
import { messageOf } from '../../problem/catalogue.ts';
import { Failure } from '../../problem/failure.ts';
import { type Access, type Answer, type Api, openApi, type Parameters } from './api.ts';
import { holderOn } from './lease.ts';
import { asked, type Patience } from './patience.ts';
import * as protections from './protections.ts';

const { shaped } = protections;
const decodeAbout = shaped(Type.Object({ default_branch: Type.String(), private: Type.Boolean() }));
const decodeBranch = shaped(Type.Object({ protected: Type.Boolean() }));
const decodeToken = shaped(
  Type.Object({ default_workflow_permissions: Type.String(), can_approve_pull_request_reviews: Type.Boolean() }),
);
const decodeWorkflows = shaped(
  Type.Object({ workflows: Type.Array(Type.Object({ path: Type.String(), state: Type.String() })) }),
);
const decodeSecrets = shaped(Type.Object({ secrets: Type.Array(Type.Object({ name: Type.String() })) }));
const decodeEnvironments = shaped(
  Type.Object({ environments: Type.Optional(Type.Array(Type.Object({ name: Type.String() }))) }),
);
const decodePages = shaped(Type.Object({ build_type: Type.Optional(Type.Union([Type.String(), Type.Null()])) }));

/** A repository as far as a token may see it; each answer is one request unless said. */
export function lookAtGitHub(access: Access, patience: Patience): LookAtGitHub {
  let sent = 0;
  const open = openApi(access);
  const api: Api = {
    ...open,
    rest: (route, parameters) => {
      sent += 1;
      return open.rest(route, parameters);
    },
  };
  const get = (path: string, parameters: Parameters = {}): Promise<Answer> =>
    asked(() => api.rest(`GET /repos/{owner}/{repo}${path}`, parameters), patience);
  const seen = async <T>(path: string, decode: (data: unknown) => T | undefined, parameters: Parameters = {}) =>
    seenIn(await get(path, parameters), decode);

  return {
    repository: access.repository,
    about: async () =>
      mapped(await seen('', decodeAbout), ({ default_branch: branch, private: isPrivate }) => ({ branch, isPrivate })),
    protection: async (branch) => protectionOf(get, branch),
    token: async () =>
      mapped(await seen('/actions/permissions/workflow', decodeToken), (found) => ({
        writes: found.default_workflow_permissions === 'write',
        approves: found.can_approve_pull_request_reviews,
      })),
    workflows: async () =>
      mapped(await seen('/actions/workflows', decodeWorkflows, { per_page: 100 }), ({ workflows }) => workflows),
    secrets: async () => {
      const whole = await seen('/actions/secrets', decodeSecrets, { per_page: 100 });
      if (whole.kind === 'hidden') return whole;
      const places = await seen('/environments', decodeEnvironments, { per_page: 100 });
      if (places.kind === 'hidden') return places;
      const names = whole.value.secrets.map(({ name }) => name);
      for (const { name: environment_name } of places.value.environments ?? []) {
        const path = '/environments/{environment_name}/secrets';
        const found = await seen(path, decodeSecrets, { environment_name, per_page: 100 });
        if (found.kind === 'hidden') return found;
        names.push(...found.value.secrets.map(({ name }) => `${environment_name}/${name}`));
      }
      return { kind: 'seen', value: names };
    },
    pages: async () => {
      const answer = await get('/pages');
      // Whoever sees the repository is told whether it has pages.
      if (answer.kind === 'refused' && answer.status === 404) return { kind: 'seen', value: null };
      return mapped(seenIn(answer, decodePages), ({ build_type }) =>
        build_type === 'workflow' ? 'workflow' : 'branch',
      );
    },
    holder: async (lease, nowMs) => {
      try {
        return { kind: 'seen', value: await holderOn({ api, patience }, lease, nowMs) };
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        return { kind: 'hidden', reason: error.problems.map(messageOf).join('; ') };
      }
    },
    sent: () => sent,
  };
}

/** Two requests, and a third where the older kind of protection may not be seen. */
async function protectionOf(
  get: (path: string, parameters: Parameters) => Promise<Answer>,
  branch: string,
): Promise<Protection> {
  const rules = seenIn(await get('/rules/branches/{branch}', { branch }), protections.decodeRules);
  const ruled = rules.kind === 'seen' ? protections.ofRules(rules.value) : protections.unseen;
  const answer = await get('/branches/{branch}/protection', { branch });
  if (answer.kind === 'refused' && answer.status === 404 && /not protected/i.test(answer.reason))
    return { ...protections.either(ruled, protections.unprotected), reason: reasonIn(rules) };
  const classic = seenIn(answer, protections.decodeProtection);
  if (classic.kind === 'seen')
    return { ...protections.either(ruled, protections.ofClassic(classic.value)), reason: reasonIn(rules) };
  const plain = seenIn(await get('/branches/{branch}', { branch }), decodeBranch);
  const isBare = plain.kind === 'seen' && !plain.value.protected;
  const rest = isBare ? protections.unprotected : protections.unseen;
  return { ...protections.either(ruled, rest), reason: reasonIn(rules) ?? classic.reason };
}

const reasonIn = (seen: Seen<unknown>): string | null => (seen.kind === 'hidden' ? seen.reason : null);

const mapped = <T, U>(seen: Seen<T>, change: (value: T) => U): Seen<U> =>
  seen.kind === 'hidden' ? seen : { kind: 'seen', value: change(seen.value) };

function seenIn<T>(answer: Answer, decode: (data: unknown) => T | undefined): Seen<T> {
  if (answer.kind !== 'answer') return { kind: 'hidden', reason: reasonOf(answer) };
  const value = decode(answer.data);
  return value === undefined ? { kind: 'hidden', reason: 'its answer cannot be read' } : { kind: 'seen', value };
}

function reasonOf(answer: Exclude<Answer, { readonly kind: 'answer' }>): string {
  // GitHub hides what a token may not see.
  if (answer.kind === 'refused' && answer.status === 404) return 'it is not there, or the token may not see it';
  if (answer.kind === 'refused' && answer.status === 401) return 'GitHub does not take the token';
  const words = answer.reason.replace(/ - https?:\/\/\S+$/, '').slice(0, 200);
  return answer.kind === 'refused' ? `GitHub says "${words}"` : words;
}
