import { besideRuns } from '../../app/beside-runs.ts';
import { type LogOptions, log } from '../../app/log.ts';
import { purge } from '../../app/purge.ts';
import { report } from '../../app/report.ts';
import { restore } from '../../app/restore.ts';
import { verify } from '../../app/verify.ts';
import { openSiteFolder } from '../site-folder.ts';
import { type Define, given, wrong } from './define.ts';

/** Commands about what is recorded. */
export function ledgerCommands(command: Define): void {
  command<Omit<LogOptions, 'most'> & { most: string }>(
    'log',
    'who changed what, when and why, newest first',
    ({ most, ...options }, ports) => {
      if (!/^[1-9]\d{0,5}$/.test(most)) throw wrong(`--most takes a number of entries, not "${most}"`);
      return besideRuns(ports, () => log({ ...options, most: Number(most) }, ports));
    },
  )
    .option('--playlist <rule>', 'of one playlist: its rule, id or link')
    .option('--track <track>', 'of one track: a link, URI or id')
    .option('--by <author>', 'by setlist, hand or spotify')
    .option('--since <date>', 'since that night')
    .option('--most <number>', 'how many entries', '20');
  command<{ to?: string; beforeRun?: string; yes?: true; all?: true }>(
    'restore <playlist>',
    'bring a playlist back to how it stood',
    ({ to, beforeRun, yes = false, all = false }, ports, [playlist = '']) =>
      restore({ playlist, yes, all, ...given({ to, beforeRun }) }, ports),
  )
    .option('--to <date>', 'as it stood at the end of that night')
    .option('--before-run <run>', 'as it stood before a run (see log)')
    .option('--yes', 'really write')
    .option('--all', 'show every row');
  command<{ site?: string }>(
    'report',
    'show playlists, changes and what needs a person: as Markdown in reports/, or as pages',
    async ({ site }, ports) => {
      const folder = site === undefined ? null : await openSiteFolder(site);
      return besideRuns(ports, () => report(folder, ports));
    },
  ).option('--site <folder>', 'write the pages into this folder instead');
  command('verify', 'check the ledger: chain, records, git history', (_, ports) =>
    besideRuns(
      ports,
      () => verify(ports),
      ({ problems }) => problems,
    ),
  );
  command<{ playlist?: string; track?: string; before?: string; yes?: true }>(
    'purge',
    'take something out of the ledger for good',
    ({ playlist, track, before, yes = false }, ports) => purge({ yes, ...given({ playlist, track, before }) }, ports),
  )
    .option('--playlist <playlist>', 'all of a playlist that no rule rules any more: its id or link')
    .option('--track <track>', 'all of a track that stands nowhere any more: a link, URI or id')
    .option('--before <date>', 'everything before that night')
    .option('--yes', 'really do it');
}
