import { Type } from 'typebox';
import type { Album } from '../../domain/item.ts';
import type { AlbumGroup } from '../../domain/need.ts';
import { problem } from '../../problem/problem.ts';
import { below } from '../below.ts';
import { type DaySpan, daysOf, fallsInto, lastDays, lastInWords } from '../values/days.ts';
import { readDaySpan } from '../where/date.ts';
import { defineSource } from '../word.ts';
import { entriesOf } from './discography/entries.ts';
import { withinLimits } from './discography/limits.ts';
import { newestFirst, walk } from './discography/walk.ts';
import { readWho, scopesOf, type Who, who } from './discography/who.ts';
import { withoutIn } from './discography/without.ts';
import { defaultGroups, groups, number } from './discography/word.ts';

type Args = {
  readonly artists: Who;
  readonly within: DaySpan;
  readonly groups: readonly AlbumGroup[];
  readonly perArtist: number | null;
  readonly perRelease: number | null;
};

/**
 * What came out in the days up to the night, the newest first. A release of a later day waits, and so does one whose
 * month or year reaches outside of those days: it is taken once every day that it can mean is inside.
 */
export const newReleases = defineSource({
  key: 'new_releases',
  summary: 'What the artists released in the last days (14 unless `within` says otherwise), the newest first.',
  example: '- new_releases: { artists: followed, within: 28d, per_artist: 2 }',
  schema: Type.Object(
    {
      artists: who,
      within: Type.Optional(Type.String({ description: 'Days or longer: 28d, 4w, 6mo' })),
      groups: Type.Optional(groups),
      per_artist: Type.Optional(number),
      per_release: Type.Optional(number),
      lead_track_only: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  ),
  emptyIsNormal: true,
  read: (written, reading): Args | undefined => {
    const artists = readWho(written.artists, below(reading, 'artists'));
    const within = readDaySpan(written.within ?? '14d', below(reading, 'within'));
    const { groups = defaultGroups, per_artist: perArtist = null, per_release: most = null } = written;
    const isLead = written.lead_track_only === true;
    if (isLead && most !== null && most > 1) {
      const facts = { words: ['lead_track_only', 'per_release'], reason: 'the lead track is one a release' } as const;
      reading.report(problem('rules/conflict', facts, reading.at('per_release')));
      return undefined;
    }
    if (artists === undefined || within === undefined) return undefined;
    return { artists, within, groups: [...new Set(groups)].sort(), perArtist, perRelease: isLead ? 1 : most };
  },
  scopes: ({ artists }) => scopesOf(artists),
  run: ({ artists, within, groups, perArtist, perRelease }, asking) => {
    const range = lastDays(asking.night, within);
    const isWanted = ({ released }: Album) => {
      const days = released === null ? undefined : daysOf(released);
      return days === undefined ? null : fallsInto(days, range);
    };
    const walked = walk({ artists, groups, isWanted }, asking);
    if (walked === undefined) return undefined;
    const releases = walked.releases.toSorted((one, other) => newestFirst(one.album, other.album));
    const outOf = (released: string) => {
      const days = daysOf(released);
      return days !== undefined && fallsInto(days, range) === false ? `out of ${lastInWords(within)}` : undefined;
    };
    const limits = { perArtist, perRelease };
    return {
      entries: entriesOf(withinLimits(releases, limits), asking),
      gaps: walked.gaps,
      without: withoutIn({ walked, ...limits, outOf }),
    };
  },
});
