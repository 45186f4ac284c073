import { Type } from 'typebox';
import type { Album, PartialDate } from '../../../domain/item.ts';
import type { AlbumGroup } from '../../../domain/need.ts';
import { below } from '../../below.ts';
import { daysOf, isDaySpan, lastInWords } from '../../values/days.ts';
import type { Tri } from '../../values/kleene.ts';
import { dates } from '../../where/date.ts';
import { type Test, testsWith } from '../../where/tests.ts';
import { type Asking, defineSource, type SourceWord } from '../../word.ts';
import { entriesOf } from './entries.ts';
import { withinLimits } from './limits.ts';
import { walk } from './walk.ts';
import { readWho, scopesOf, type Who, who } from './who.ts';
import { withoutIn } from './without.ts';

export const groups = Type.Array(Type.Enum(['album', 'single', 'appears_on', 'compilation']), { minItems: 1 });
export const defaultGroups: readonly AlbumGroup[] = ['album', 'single'];
export const number = Type.Integer({ minimum: 1, maximum: 10_000 });

const window = testsWith(dates);

type Args = {
  readonly artists: Who;
  readonly groups: readonly AlbumGroup[];
  /** None: whenever. */
  readonly released: readonly Test[];
  readonly perArtist: number | null;
  readonly perAlbum: number | null;
};

/** The source under each of its two names. */
export const discographySource = (named: Pick<SourceWord, 'key' | 'summary' | 'example'>): SourceWord =>
  defineSource({
    ...named,
    schema: Type.Union([
      who,
      Type.Object(
        {
          artists: who,
          groups: Type.Optional(groups),
          released: Type.Optional(window.schema),
          per_artist: Type.Optional(number),
          per_album: Type.Optional(number),
        },
        { additionalProperties: false },
      ),
    ]),
    read: (written, reading): Args | undefined => {
      const isMap = typeof written === 'object' && 'artists' in written;
      const whole = isMap ? written : { artists: written };
      const artists = readWho(whole.artists, isMap ? below(reading, 'artists') : reading);
      const released = whole.released === undefined ? [] : window.read(whole.released, below(reading, 'released'));
      if (artists === undefined || released === undefined) return undefined;
      const { groups = defaultGroups, per_artist: perArtist = null, per_album: perAlbum = null } = whole;
      return { artists, groups: [...new Set(groups)].sort(), released, perArtist, perAlbum };
    },
    scopes: ({ artists }) => scopesOf(artists),
    run: ({ artists, groups, released, perArtist, perAlbum }, asking) => {
      const isWanted = (album: Album) => (released.length === 0 ? true : isIn(released, album, asking));
      const walked = walk({ artists, groups, isWanted }, asking);
      if (walked === undefined) return undefined;
      const limits = { perArtist, perRelease: perAlbum };
      const outOf = (date: PartialDate) => outOfDays(released, date, asking);
      return {
        entries: entriesOf(withinLimits(walked.releases, limits), asking),
        gaps: walked.gaps,
        without: withoutIn({ walked, ...limits, outOf }),
      };
    },
  });

/** Which of the tests a date fails, in words. */
function outOfDays(tests: readonly Test[], date: PartialDate, asking: Asking): string | undefined {
  const days = daysOf(date);
  const failed = days && tests.find((test) => window.holds([test], days, asking) === false);
  if (failed === undefined) return undefined;
  const isLast = failed.operator === 'in_the_last' && isDaySpan(failed.operand);
  return isLast ? `out of ${lastInWords(failed.operand)}` : 'out of the days that are asked for';
}

function isIn(tests: readonly Test[], { released }: Album, asking: Asking): Tri {
  const days = released === null ? undefined : daysOf(released);
  return days === undefined ? null : window.holds(tests, days, asking);
}
