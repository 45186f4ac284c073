import type { Origin } from '../domain/records/origin.ts';
import type { Files } from '../ports.ts';
import { exits } from '../problem/exit.ts';
import { Failure } from '../problem/failure.ts';
import { problem } from '../problem/problem.ts';
import { renderChart } from '../report/charts/render.ts';
import type { Insight } from '../report/insight/insight.ts';
import { insightOf } from '../report/insight/make.ts';
import { chartsOf, type Drawn, widths } from '../report/pages/charts.ts';
import { site } from '../report/pages/site.ts';
import { counted } from '../report/text/counted.ts';
import type { Ports } from './ports.ts';
import type { Result } from './result.ts';
import { readWorkspace } from './workspace.ts';

/** A folder anywhere on the machine, which the shell opens for the site, and what people call it. */
export type SiteFolder = { readonly name: string; readonly files: Files };

/** Writes the site from rules and ledger alone: no sign-in, nothing is read from Spotify, the same bytes each time. */
export async function report(folder: SiteFolder | null, { files }: Pick<Ports, 'files'>): Promise<Result> {
  if (folder === null) throw new Failure([problem('usage/wrong', { reason: '"report" wants "--site FOLDER"' })]);
  const { playbook, accounts, origin } = await readWorkspace(files);
  const insight = insightOf({ ledger: { origin: origin ?? unknown, accounts }, playbook });
  const made = site(insight, await draw(insight));
  for (const [path, text] of made) await folder.files.write(path, text);
  return {
    text: `Wrote ${counted(made.size, 'file')} to ${folder.name}: ${insight.headline}`,
    json: { site: folder.name, files: [...made.keys()].sort() },
    problems: [],
    exit: exits.done,
  };
}

/** Before the first run nothing is known of where this is from. */
const unknown: Origin = { version: 1, repository: null, accounts: {}, simulated: false };

/** One after the other: a drawing takes memory, and a portfolio may hold hundreds. */
async function draw(insight: Insight): Promise<ReadonlyMap<string, Drawn>> {
  const drawn = new Map<string, Drawn>();
  for (const data of chartsOf(insight)) {
    const wide = await renderChart(data, { width: widths.wide, on: 'page' });
    drawn.set(data.id, { wide, narrow: await renderChart(data, { width: widths.narrow, on: 'page' }) });
  }
  return drawn;
}
