import type { AccountName } from '../../domain/ids.ts';
import type { App } from '../../domain/portfolio.ts';
import { problem } from '../../problem/problem.ts';
import type { WrittenPortfolio } from '../schema/portfolio-schema.ts';
import { type Located, partAt } from '../source/located.ts';
import type { Report } from './read-portfolio.ts';

/** Accounts have folders under `reports/` and secrets named after them; `charts` is a folder of its own there. */
const accountName = /^(?!charts$)[a-z0-9](?:[a-z0-9-]{0,37}[a-z0-9])?$/;

export function readApps(written: WrittenPortfolio['apps'], at: Located, report: Report): readonly App[] {
  const taken = new Map<string, string>();
  return Object.entries(written).map(([name, app]) => {
    const accounts = Object.keys(app.accounts);
    for (const account of accounts) {
      const place = partAt(at, [name, 'accounts', account]);
      const other = taken.get(account);
      if (!accountName.test(account)) report(wrongName(account, place));
      else if (other !== undefined) report(takenName(account, other, place));
      taken.set(account, name);
    }
    return {
      name,
      clientId: app.client_id,
      perSecond: app.pace?.per_second ?? 1,
      accounts: accounts as readonly string[] as readonly AccountName[],
    };
  });
}

const wrongName = (account: string, { key, at }: Located) =>
  problem(
    'rules/wrong-value',
    {
      what: 'accounts',
      found: `the name "${account}"`,
      wanted: 'a name of small letters, digits and dashes, other than charts',
      nearest: null,
    },
    key ?? at,
  );

const takenName = (account: string, other: string, { key, at }: Located) =>
  problem(
    'rules/wrong-value',
    {
      what: 'accounts',
      found: `"${account}" a second time: app "${other}" has it`,
      wanted: 'each account once',
      nearest: null,
    },
    key ?? at,
  );
