import sodium from 'libsodium-wrappers';
import type { Answer } from './answers.ts';

/** What GitHub keeps for workflows, each place with a key pair of its own. */
export type Secrets = {
  publicKey(environment: string | null): Answer;
  put(environment: string | null, name: string, body: Readonly<Record<string, unknown>>): Answer;
  /** `NAME` or `environment/NAME`, opened with the private key as only GitHub can. */
  opened(): Readonly<Record<string, string>>;
};

const notFound: Answer = { status: 404, json: { message: 'Not Found', status: '404' } };

/** The secrets of a repository with these environments. */
export async function secretsWith(environments: readonly string[]): Promise<Secrets> {
  await sodium.ready;
  const { ORIGINAL } = sodium.base64_variants;
  const places = new Map(
    [null, ...environments].map((place, index) => {
      const pair = sodium.crypto_box_keypair();
      return [place, { id: `key-${index}`, pair, sealed: new Map<string, string>() }] as const;
    }),
  );
  return {
    publicKey: (environment) => {
      const place = places.get(environment);
      if (place === undefined) return notFound;
      return { status: 200, json: { key_id: place.id, key: sodium.to_base64(place.pair.publicKey, ORIGINAL) } };
    },
    put: (environment, name, { encrypted_value: sealed, key_id: key }) => {
      const place = places.get(environment);
      if (place === undefined) return notFound;
      // As GitHub does: names that are reserved or odd, and boxes for another key.
      if (!/^(?!GITHUB_)[A-Z_][A-Z0-9_]*$/.test(name) || typeof sealed !== 'string' || key !== place.id)
        return { status: 422, json: { message: 'Validation Failed' } };
      const isNew = !place.sealed.has(name);
      place.sealed.set(name, sealed);
      return isNew ? { status: 201, json: {} } : { status: 204 };
    },
    opened: () =>
      Object.fromEntries(
        [...places].flatMap(([environment, { pair, sealed }]) =>
          [...sealed].map(([name, box]) => {
            const text = sodium.crypto_box_seal_open(
              sodium.from_base64(box, ORIGINAL),
              pair.publicKey,
              pair.privateKey,
              'text',
            );
            return [environment === null ? name : `${environment}/${name}`, text];
          }),
        ),
      ),
  };
}
