import type { Static } from 'typebox';
import { unescaped } from '../../../domain/escaped.ts';
import { snapshotOf } from '../../../domain/hash.ts';
import type { PlaylistId, UserId } from '../../../domain/ids.ts';
import type { ListedPlaylist, Page, PlaylistPage } from '../../../ports.ts';
import { Seen } from './item.ts';
import { mustBeRead, mustShow, pageWith, rowPage } from './pages.ts';
import type { ListingJson, PlaylistJson } from './schemas.ts';

export function headOf(json: Static<typeof PlaylistJson>, request: string): PlaylistPage {
  // The extended dialect says `tracks`; contents that are withheld are neither.
  const page = json.items ?? json.tracks ?? null;
  return {
    id: json.id as PlaylistId,
    owner: json.owner.id as UserId,
    snapshot: snapshotOf(json.snapshot_id),
    details: {
      name: unescaped(json.name ?? ''),
      description: descriptionOf(json.description),
      public: json.public ?? null,
      collaborative: json.collaborative ?? false,
    },
    followers: json.followers?.total ?? null,
    page: page === null ? null : rowPage(page, 0, request),
  };
}

/** What is listed without an id or a snapshot cannot be spoken of. */
export function listingOf(json: Static<typeof ListingJson>, offset: number, request: string): Page<ListedPlaylist> {
  mustShow(json, offset, request);
  const rows = json.items.flatMap((one): readonly ListedPlaylist[] => {
    if (typeof one?.id !== 'string' || typeof one.snapshot_id !== 'string') return [];
    return [
      {
        id: one.id as PlaylistId,
        owner: (one.owner?.id ?? '') as UserId,
        snapshot: snapshotOf(one.snapshot_id),
        name: unescaped(one.name ?? ''),
        description: descriptionOf(one.description),
      },
    ];
  });
  mustBeRead(rows, json.items, request);
  return pageWith(rows, new Seen(), json, offset);
}

/** Null and the text "null" both mean none. */
const descriptionOf = (text: string | null | undefined): string =>
  text === null || text === undefined || text === 'null' ? '' : unescaped(text);
