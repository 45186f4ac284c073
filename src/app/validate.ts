import { exitOf } from '../problem/catalogue.ts';
import { counted } from '../problem/counted.ts';
import { exits } from '../problem/exit.ts';
import { readPlaybook } from '../rules/read-playbook.ts';
import type { Ports } from './ports.ts';
import type { Result } from './result.ts';
import { readRuleFiles } from './workspace.ts';

/** Reads every rule and list, and says all that is wrong with them at once. */
export async function validate(ports: Pick<Ports, 'files'>): Promise<Result> {
  const read = readPlaybook(await readRuleFiles(ports.files));
  if (!read.ok) {
    const text = `${counted(read.problems.length, 'mistake')} in playlists/`;
    return { text, json: { rules: [] }, problems: read.problems, exit: exitOf(read.problems) };
  }
  const { rules, lists, portfolio } = read.value;
  return {
    text: `${portfolio.title}: ${counted(rules.length, 'rule')} and ${counted(lists.size, 'list')}, nothing wrong`,
    json: { rules: rules.map(({ slug, account, name }) => ({ slug, account, name })) },
    problems: [],
    exit: exits.done,
  };
}
