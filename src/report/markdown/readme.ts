import type { RootContent } from 'mdast';
import { isOwnDescription } from '../../domain/records/audit.ts';
import { describeChart } from '../charts/describe.ts';
import { textSparkline } from '../charts/micro/text-sparkline.ts';
import { grouped } from '../charts/numbers.ts';
import { overviewOf } from '../insight/charts.ts';
import { nightInWords, nightsFrom, plusDays } from '../insight/dates.ts';
import { tallyOf } from '../insight/headline.ts';
import type { ChangeInsight, Insight, PlaylistInsight } from '../insight/insight.ts';
import { attentionSections } from './attention.ts';
import { toldChange } from './changes.ts';
import { nameless, pagePath, readmePath, toPlaylist, way } from './links.ts';
import { bullets, heading, image, link, paragraph, strong, table, written } from './nodes.ts';
import { runsTable } from './runs.ts';
import { code, named, plain, sentence } from './text.ts';

const from = readmePath;
const shownChanges = 5;
const shownRows = 3;
const shownNights = 28;

/** `reports/README.md`: what happened, what waits for a person, and how all playlists stand. */
export const readme = (insight: Insight): string =>
  written([
    heading(1, named(insight.title, 'Playlists')),
    ...(insight.simulated ? [simulatedNote] : []),
    paragraph(strong(sentence(insight.headline))),
    ...(insight.night === null ? [] : nightly(insight)),
    ...checking,
  ]);

export const simulatedNote: RootContent = paragraph(
  'This is a simulation: the playlists, tracks and people are made up, and nothing was sent to Spotify.',
);

function nightly(insight: Insight): readonly RootContent[] {
  const { attention, playlists } = insight;
  const changes = insight.changes.filter((one) => !isNoNews(one)).slice(0, shownChanges);
  const chart = overviewOf(insight);
  return [
    ...(attention.some(({ kind }) => kind !== 'unfinished') ? [] : [paragraph('Nothing waits for a person.')]),
    ...attentionSections(attention, from),
    heading(2, 'Playlists'),
    paragraph(image(way(from, chart.path), plain(describeChart(chart.data)))),
    playlistTable(playlists, insight.night ?? ''),
    heading(2, 'Last changes'),
    ...(changes.length === 0
      ? [paragraph('None yet.')]
      : [
          bullets(
            changes
              .slice(0, shownChanges)
              .map((one) => [
                ...toldChange(
                  one,
                  [strong(toPlaylist(from, one.playlist, playlists)), `, night of ${nightInWords(one.night)}, `],
                  { from, most: shownRows, withMoves: false },
                ),
              ]),
          ),
        ]),
    heading(2, 'Last runs in which something happened'),
    runsTable(insight.runs),
  ];
}

const isNoNews = ({ kind, who, details }: ChangeInsight): boolean =>
  isOwnDescription({ kind, who, details: Object.fromEntries(details) });

const columns = [
  { head: 'Playlist', align: 'left' },
  { head: 'Tracks', align: 'right' },
  { head: `${shownNights} nights up to the last change, own scale each`, align: 'right' },
  { head: `In and out, ${shownNights} nights`, align: 'right' },
  { head: 'Followers', align: 'right' },
  { head: 'Last change', align: 'right' },
] as const;

const playlistTable = (playlists: readonly PlaylistInsight[], night: string): RootContent =>
  table(
    columns,
    playlists.map((one) => [
      [link(way(from, pagePath(one)), named(one.name, nameless))],
      grouped(one.count),
      sparkline(one, night),
      tallyOf(one.entered28, one.left28) || '±0',
      one.followers === null ? 'unknown' : grouped(one.followers),
      one.lastChange === null ? 'none yet' : nightInWords(one.lastChange),
    ]),
  );

/**
 * Up to its last change, so that a list that stands still shows the same, and to tonight where none followed its first
 * night; from that one on, a gap where it was not read.
 */
function sparkline({ nights, lastChange }: PlaylistInsight, tonight: string): string {
  const began = nights[0]?.night ?? tonight;
  const until = lastChange === null || lastChange <= began ? tonight : lastChange;
  const counts = new Map(nights.map(({ night, count }) => [night, count]));
  const view = nightsFrom(plusDays(until, 1 - shownNights), until).filter((night) => night >= began);
  return textSparkline(view.map((night) => counts.get(night) ?? null));
}

const checking: readonly RootContent[] = [
  heading(2, 'How to check this'),
  paragraph(
    'This page is made from the records beside it, which only grow; their commits are in ',
    code('git log reports'),
    '. ',
    code('setlist log'),
    ' says who changed what, ',
    code('setlist why'),
    ' says why a track is where it is, ',
    code('setlist verify'),
    ' checks that no record was altered.',
  ),
];
