import { Ajv } from 'ajv';
import { type Static, type TSchema, Type } from 'typebox';
import { ourSchemas } from '../../domain/schemas.ts';
import type { Protection } from '../../ports/doctor.ts';

const ajv = new Ajv({ ...ourSchemas, strict: false });

/** Reads an answer by its shape; undefined when it has another. */
export function shaped<S extends TSchema>(schema: S): (data: unknown) => Static<S> | undefined {
  const fits = ajv.compile<Static<S>>(schema);
  return (data) => (fits(data) ? data : undefined);
}

/** `GET /repos/{owner}/{repo}/rules/branches/{branch}`: what all rulesets together ask of a branch. */
export const decodeRules = shaped(
  Type.Array(
    Type.Object({
      type: Type.String(),
      parameters: Type.Optional(
        Type.Object({
          required_approving_review_count: Type.Optional(Type.Integer()),
          require_code_owner_review: Type.Optional(Type.Boolean()),
          required_status_checks: Type.Optional(Type.Array(Type.Unknown())),
        }),
      ),
    }),
  ),
);
export type Rules = NonNullable<ReturnType<typeof decodeRules>>;

/** `GET /repos/{owner}/{repo}/branches/{branch}/protection`: the older way to protect a branch. */
export const decodeProtection = shaped(
  Type.Object({
    required_pull_request_reviews: Type.Optional(
      Type.Object({
        required_approving_review_count: Type.Optional(Type.Integer()),
        require_code_owner_reviews: Type.Optional(Type.Boolean()),
      }),
    ),
    required_status_checks: Type.Optional(
      Type.Object({
        contexts: Type.Optional(Type.Array(Type.String())),
        checks: Type.Optional(Type.Array(Type.Unknown())),
      }),
    ),
    allow_force_pushes: Type.Optional(Type.Object({ enabled: Type.Boolean() })),
  }),
);
export type Classic = NonNullable<ReturnType<typeof decodeProtection>>;

type Four = Omit<Protection, 'reason'>;

export const unprotected: Four = { review: false, codeOwners: false, checks: false, history: false };
export const unseen: Four = { review: null, codeOwners: null, checks: null, history: null };

export function ofRules(rules: Rules): Four {
  const reviews = rules.flatMap(({ type, parameters }) => (type === 'pull_request' ? (parameters ?? {}) : []));
  return {
    review: reviews.some(({ required_approving_review_count: count = 0 }) => count > 0),
    codeOwners: reviews.some(({ require_code_owner_review: owners = false }) => owners),
    checks: rules.some(
      ({ type, parameters }) =>
        type === 'required_status_checks' && (parameters?.required_status_checks ?? []).length > 0,
    ),
    history: rules.some(({ type }) => type === 'non_fast_forward'),
  };
}

export function ofClassic(classic: Classic): Four {
  const { required_pull_request_reviews: reviews, required_status_checks: asked, allow_force_pushes } = classic;
  return {
    review: (reviews?.required_approving_review_count ?? 0) > 0,
    codeOwners: reviews?.require_code_owner_reviews === true,
    checks: [...(asked?.contexts ?? []), ...(asked?.checks ?? [])].length > 0,
    // A protected branch takes no force push unless that is allowed.
    history: allow_force_pushes?.enabled !== true,
  };
}

/** On where either says so, off where both do, else not known. */
export const either = (one: Four, other: Four): Four => ({
  review: or(one.review, other.review),
  codeOwners: or(one.codeOwners, other.codeOwners),
  checks: or(one.checks, other.checks),
  history: or(one.history, other.history),
});

const or = (one: boolean | null, other: boolean | null): boolean | null =>
  one === true || other === true ? true : one === null || other === null ? null : false;
