import { Type } from 'typebox';
import { snapshotOf } from '../../domain/hash.ts';
import type { PlaylistId } from '../../domain/ids.ts';
import type { ItemWrite } from '../../domain/write.ts';
import type { WriteSpotify } from '../../ports.ts';
import type { Call } from './call.ts';
import type { Reading } from './client.ts';
import { decoder } from './decode/shape.ts';
import type { Sender } from './whose.ts';

const created = decoder(Type.Object({ id: Type.String({ pattern: '^[0-9A-Za-z]{22}$' }) }));
const changed = decoder(Type.Object({ snapshot_id: Type.String() }));

/** Writes as one account; each function is one request. */
export function writeSpotify(client: Sender): WriteSpotify {
  const send = <T>(call: Omit<Call, 'bucket'>, read: Reading<T>): Promise<T> =>
    client.send({ ...call, bucket: 'writes' }, read);
  return {
    create: async ({ name, description, public: isPublic }) => {
      const body = { name, description, public: isPublic, collaborative: false };
      return (await send({ method: 'POST', path: '/me/playlists', body }, created)).id as PlaylistId;
    },
    change: (id, details) => send({ method: 'PUT', path: `/playlists/${id}`, body: details }, () => undefined),
    write: async (id, write) =>
      snapshotOf((await send({ path: `/playlists/${id}/items`, ...requestOf(write) }, changed)).snapshot_id),
  };
}

function requestOf(write: ItemWrite): Pick<Call, 'method' | 'body'> {
  switch (write.kind) {
    case 'add':
      return { method: 'POST', body: { uris: write.uris, position: write.position } };
    case 'move':
      return {
        method: 'PUT',
        body: { range_start: write.start, range_length: write.length, insert_before: write.before },
      };
    case 'remove':
      return { method: 'DELETE', body: { items: write.uris.map((uri) => ({ uri })) } };
    case 'replace':
      return { method: 'PUT', body: { uris: write.uris } };
  }
}
