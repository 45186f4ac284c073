import { Ajv } from 'ajv';
import { type Static, type TSchema, Type } from 'typebox';
import { ourSchemas } from '../../domain/schemas.ts';

const ajv = new Ajv(ourSchemas);

/** Reads an answer of the API by its shape; undefined when it has another. Fields that we do not use are not looked at. */
function decoder<S extends TSchema>(schema: S): (data: unknown) => Static<S> | undefined {
  const fits = ajv.compile<Static<S>>(schema);
  return (data) => (fits(data) ? data : undefined);
}

const sha = Type.String({ pattern: '^[0-9a-f]{40}$' });

/** `GET /repos/{owner}/{repo}/git/ref/{ref}` and what creates or moves one. */
export const decodeRef = decoder(Type.Object({ object: Type.Object({ sha }) }));

const commit = Type.Object({
  sha,
  commit: Type.Object({
    message: Type.String(),
    tree: Type.Object({ sha }),
    author: Type.Object({ name: Type.String(), date: Type.String() }),
  }),
  parents: Type.Array(Type.Object({ sha })),
});

/** `GET /repos/{owner}/{repo}/commits`. */
export const decodeCommits = decoder(Type.Array(commit));
export type ListedCommit = Static<typeof commit>;

/** `GET /repos/{owner}/{repo}/git/commits/{sha}`, and what creates one. */
export const decodeCommit = decoder(Type.Object({ sha, message: Type.String(), tree: Type.Object({ sha }) }));

/** `GET /repos/{owner}/{repo}/git/trees/{sha}?recursive=1`. */
export const decodeTree = decoder(
  Type.Object({ tree: Type.Array(Type.Object({ path: Type.String(), sha, type: Type.String() })) }),
);

/** `GET /repos/{owner}/{repo}/compare/{base}...{head}`. */
export const decodeComparison = decoder(
  Type.Object({
    behind_by: Type.Integer(),
    files: Type.Array(
      Type.Object({
        filename: Type.String(),
        status: Type.String(),
        previous_filename: Type.Optional(Type.String()),
      }),
    ),
  }),
);

/** The mutation `createCommitOnBranch`. */
export const decodeCreated = decoder(
  Type.Object({ createCommitOnBranch: Type.Object({ commit: Type.Object({ oid: sha }) }) }),
);

/** `GET …/secrets/public-key`, of a repository or an environment: 32 bytes in base64. */
export const decodePublicKey = decoder(
  Type.Object({ key_id: Type.String(), key: Type.String({ pattern: '^[0-9A-Za-z+/]{43}=$' }) }),
);
