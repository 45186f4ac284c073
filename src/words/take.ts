import { Type } from 'typebox';
import type { Take } from '../domain/rule.ts';
import { defineKey } from './word.ts';

const number = Type.Integer({ minimum: 1, maximum: 10_000 });

export const take = defineKey({
  key: 'take',
  summary: 'Keeps the first tracks, with at most so many by one artist or from one album.',
  example: 'take: { count: 120, per_artist: 3 }',
  schema: Type.Union([
    number,
    Type.Object(
      { count: Type.Optional(number), per_artist: Type.Optional(number), per_album: Type.Optional(number) },
      { additionalProperties: false, minProperties: 1 },
    ),
  ]),
  read: (written, reading): Take =>
    typeof written === 'number'
      ? { count: written, perArtist: null, perAlbum: null, at: reading.at() }
      : {
          count: written.count ?? null,
          perArtist: written.per_artist ?? null,
          perAlbum: written.per_album ?? null,
          at: reading.at(),
        },
  absent: (at): Take => ({ count: null, perArtist: null, perAlbum: null, at }),
});
