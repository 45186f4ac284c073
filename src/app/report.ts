import type { Playbook } from '../domain/portfolio.ts';
import { type Origin, userOf } from '../domain/records/origin.ts';
import type { Files } from '../ports.ts';
import { counted } from '../problem/counted.ts';
import { exits } from '../problem/exit.ts';
import { renderChart } from '../report/charts/render.ts';
import type { Insight } from '../report/insight/insight.ts';
import { insightOf } from '../report/insight/make.ts';
import { chartsOf, type Drawn, widths } from '../report/pages/charts.ts';
import { realSpotify, type SignIn } from '../report/pages/sign-in/sign-in.ts';
import { site } from '../report/pages/site.ts';
import { scopesFor } from '../rules/scopes.ts';
import { noLedger } from './ledger.ts';
import type { Ports } from './ports.ts';
import { reportFiles } from './report-files.ts';
import type { Result } from './result.ts';
import { readWorkspace, type Workspace } from './workspace.ts';

/** A folder anywhere on the machine, which the shell opens for the site, and what people call it. */
export type SiteFolder = { readonly name: string; readonly files: Files };

/**
 * Writes the site into its folder, or without one the committed reports, from rules and ledger alone: no sign-in, nothing
 * is read from Spotify, the same bytes each time.
 */
export async function report(folder: SiteFolder | null, { files }: Pick<Ports, 'files'>): Promise<Result> {
  const workspace = await readWorkspace(files);
  const target = folder ?? { name: 'reports', files };
  const made = await (folder === null ? committed(workspace) : pages(workspace));
  for (const [path, text] of made) await target.files.write(path, text);
  return {
    text: `Wrote ${counted(made.size, 'file')} to ${target.name}`,
    json: { site: folder?.name ?? null, files: [...made.keys()].sort() },
    problems: [],
    exit: exits.done,
  };
}

function committed({ accounts, origin, playbook }: Workspace): Promise<ReadonlyMap<string, string>> {
  if (origin === null) throw noLedger();
  return reportFiles(accounts, origin, playbook);
}

async function pages({ accounts, origin, playbook }: Workspace): Promise<ReadonlyMap<string, string>> {
  const known = origin ?? unknown;
  const insight = insightOf({ ledger: { origin: known, accounts }, playbook });
  return site(insight, await draw(insight), signInFor(playbook, known));
}

/** There is nobody to sign in to a simulated Spotify. */
const signInFor = ({ portfolio, rules }: Playbook, origin: Origin): SignIn => ({
  doors: portfolio.apps.flatMap(({ name: app, clientId, accounts: names }) =>
    names.map((account) => ({
      account,
      app,
      clientId,
      scopes: scopesFor(rules.filter((rule) => rule.account === account)),
      user: userOf(origin, account) ?? null,
    })),
  ),
  spotify: origin.simulated ? null : realSpotify,
});

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
