import type { AccountName } from '../domain/ids.ts';
import type { Playbook } from '../domain/portfolio.ts';
import type { Origin } from '../domain/records/origin.ts';
import type { AccountLedger } from '../ledger/ledger.ts';
import { renderChart } from '../report/charts/render.ts';
import { chartsOf } from '../report/insight/charts.ts';
import { insightOf } from '../report/insight/make.ts';
import { pagePath, readmePath } from '../report/markdown/links.ts';
import { playlistPage } from '../report/markdown/playlist-page.ts';
import { readme } from '../report/markdown/readme.ts';

/**
 * The committed reports by path, all of them: after a night on which nothing happened, the same bytes as before it.
 * Charts are drawn one after the other, since drawing takes memory.
 */
export async function reportFiles(
  accounts: ReadonlyMap<AccountName, AccountLedger>,
  origin: Origin,
  playbook: Playbook,
): Promise<ReadonlyMap<string, string>> {
  const insight = insightOf({ ledger: { origin, accounts }, playbook });
  const files = new Map([[readmePath, readme(insight)]]);
  for (const playlist of insight.playlists) files.set(pagePath(playlist), playlistPage(insight, playlist));
  for (const { path, data } of chartsOf(insight)) files.set(path, await renderChart(data));
  return files;
}
