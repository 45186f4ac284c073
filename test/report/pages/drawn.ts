import { renderChart } from '../../../src/report/charts/render.ts';
import type { Insight } from '../../../src/report/insight/insight.ts';
import { chartsOf, type Drawn, widths } from '../../../src/report/pages/charts.ts';
import type { SignIn } from '../../../src/report/pages/sign-in/sign-in.ts';
import { site } from '../../../src/report/pages/site.ts';
import { doorsOf } from './doors.ts';

/** The site with its charts, as the app makes it. */
export async function siteOf(
  insight: Insight,
  signIn: SignIn = doorsOf(insight),
): Promise<ReadonlyMap<string, string>> {
  const charts = new Map<string, Drawn>();
  for (const data of chartsOf(insight)) {
    const wide = await renderChart(data, { width: widths.wide, on: 'page' });
    charts.set(data.id, { wide, narrow: await renderChart(data, { width: widths.narrow, on: 'page' }) });
  }
  return site(insight, charts, signIn);
}
