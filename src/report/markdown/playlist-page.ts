import type { BlockContent, RootContent } from 'mdast';
import type { RowKey } from '../../domain/playlist.ts';
import { describeChart } from '../charts/describe.ts';
import { grouped, many } from '../charts/numbers.ts';
import { playlistChart } from '../insight/charts.ts';
import { firstOfMonth, nightInWords, plusDays } from '../insight/dates.ts';
import { type Entry, entriesOf } from '../insight/entries.ts';
import type { ChangeInsight, Insight, PlaylistInsight } from '../insight/insight.ts';
import { attentionSections } from './attention.ts';
import { toldChange } from './changes.ts';
import { nameless, pagePath, readmePath, way } from './links.ts';
import { bullets, folded, heading, type Inline, image, link, numbered, paragraph, written } from './nodes.ts';
import { simulatedNote } from './readme.ts';
import { code, named, plain, said } from './text.ts';

const rowsAChange = 20;
const mostRows = 1500;
/** GitHub does not show pages beyond half a megabyte. */
const mostTracks = 2000;

/** `reports/<account>/playlists/<id>.md`: how it stands, how it came about, and which rule says so. */
export function playlistPage(insight: Insight, playlist: PlaylistInsight): string {
  const from = pagePath(playlist);
  const chart = playlistChart(playlist, insight);
  const attention = insight.attention.filter((one) => one.playlist?.id === playlist.id);
  return written([
    heading(1, named(playlist.name, nameless)),
    ...(insight.simulated ? [simulatedNote] : []),
    paragraph(...standing(playlist), ' ', ...ways(playlist, from, insight.simulated)),
    ...described(playlist),
    ...attentionSections(attention, from),
    paragraph(image(way(from, chart.path), plain(describeChart(chart.data)))),
    heading(2, 'Changes by night'),
    ...nightsTold(
      insight.changes.filter((one) => one.playlist.id === playlist.id),
      from,
    ),
    heading(2, 'Tracks'),
    ...tracksTold(playlist, insight),
  ]);
}

const described = ({ description }: PlaylistInsight): readonly RootContent[] =>
  plain(description) === '' ? [] : [{ type: 'blockquote', children: [paragraph(said(description, 300))] }];

/** Nothing that changes while the list does not: then the page stays as it is. */
function standing({ count, lastChange }: PlaylistInsight): readonly string[] {
  return [
    many(count, 'track'),
    lastChange === null ? '.' : `, last changed on the night of ${nightInWords(lastChange)}.`,
  ];
}

const ways = (playlist: PlaylistInsight, from: string, simulated: boolean): readonly Inline[] => [
  'Ruled by ',
  link(way(from, playlist.rule.file), code(playlist.rule.file)),
  '. ',
  ...(simulated ? [] : [link(`https://open.spotify.com/playlist/${playlist.id}`, 'Open in Spotify'), '. ']),
  link(way(from, readmePath), 'All playlists'),
  '.',
];

/**
 * The nights of this year, in January also of the last: git packs a page best that only grows, and what slides out of it
 * each night worst. Of lists that change a lot the oldest months are left out.
 */
function shownOf(byNight: readonly Told[]): readonly Told[] {
  const [newest] = byNight;
  if (newest === undefined) return [];
  const year = plusDays(firstOfMonth(newest[0]), -1).slice(0, 4);
  const months = [...Map.groupBy(byNight, ([night]) => night.slice(0, 7))];
  let rows = 0;
  const shown = months.filter(([month, those], at) => {
    rows += those.flatMap(([, own]) => own).reduce((sum, one) => sum + rowsOf(one), 0);
    return at === 0 || (month >= year && rows <= mostRows);
  });
  return shown.flatMap(([, those]) => those);
}

type Told = readonly [night: string, changes: readonly ChangeInsight[]];

const rowsOf = ({ entered, left, moved }: ChangeInsight): number =>
  [entered, left, moved].reduce((sum, rows) => sum + Math.min(rows.length, rowsAChange), 1);

function nightsTold(changes: readonly ChangeInsight[], from: string): readonly RootContent[] {
  if (changes.length === 0) return [paragraph('None yet.')];
  const byNight = [...Map.groupBy(changes, ({ night }) => night)];
  const shown = shownOf(byNight);
  return [
    ...shown.flatMap(([night, own]) => [
      heading(3, `Night of ${nightInWords(night)}`),
      bullets(own.map((one) => [...toldChange(one, [], { from, most: rowsAChange, withMoves: true })])),
    ]),
    ...(byNight.length > shown.length ? [paragraph('Older nights: ', code('setlist log'), ' has them.')] : []),
  ];
}

function tracksTold(playlist: PlaylistInsight, insight: Insight): readonly RootContent[] {
  const { tracks } = playlist;
  if (tracks.length === 0) return [paragraph('None.')];
  const entries = entriesOf(insight, playlist);
  const shown = tracks.slice(0, mostTracks);
  const rest = tracks.length - shown.length;
  const content: readonly BlockContent[] = [
    numbered(shown.map((key) => [paragraph(...trackLine(key, insight), since(entries.get(key)))])),
    ...(rest > 0 ? [paragraph(`And ${grouped(rest)} more.`)] : []),
  ];
  return folded(many(tracks.length, 'track'), content);
}

/** What stood there before the audit began has no night. */
const since = (entry: Entry | undefined): string => (entry === undefined ? '' : `, since ${nightInWords(entry.night)}`);

/** Without a link each: ids are what packs worst, and the site has them. */
function trackLine(key: RowKey, { labels }: Insight): readonly Inline[] {
  const label = labels.get(key);
  return label === undefined ? [code(key)] : [named(label.title, 'Track without a name'), ' / ', said(label.artists)];
}
