import type { Measured, Report } from './main.ts';

const columns: readonly (readonly [string, (one: Measured) => string])[] = [
  ['transitions', (one) => String(one.transitions)],
  ['converged', (one) => String(one.converged)],
  ['requests', (one) => String(one.requests)],
  ['writes', (one) => String(one.writes)],
  ['reference', (one) => String(one.reference)],
  ['ratio', (one) => one.ratio.toFixed(3)],
  ['reorder-only', (one) => one.reorderOnly.ratio.toFixed(3)],
  ['median', (one) => String(one.medianWrites)],
  ['within 15', (one) => `${(one.within15 * 100).toFixed(1)}%`],
  [
    'dates lost',
    (one) => `${one.datesLost}${one.datesLostOfRepeats > 0 ? ` (${one.datesLostOfRepeats} of repeats)` : ''}`,
  ],
  ['wipes', (one) => String(one.wipes)],
  ['seconds', (one) => (one.wallMs / 1000).toFixed(1)],
  ['MB', (one) => String(one.peakRssMb)],
];

/** The report as tables, one a way. */
export function print(ways: Report): string {
  return Object.entries(ways)
    .map(([way, { playlists, total }]) => {
      const rows = [
        [way, ...columns.map(([head]) => head)],
        ...playlists.map((one) => [one.name, ...columns.map(([, of]) => of(one))]),
        ['total', ...columns.map(([, of]) => of(total))],
      ];
      const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
      return rows
        .map((row) =>
          row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
        )
        .join('\n');
    })
    .join('\n\n')
    .concat('\n');
}
