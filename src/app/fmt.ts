import type { RowKey } from '../domain/playlist.ts';
import { exitOf } from '../problem/catalogue.ts';
import { counted } from '../problem/counted.ts';
import { exits, worstExit } from '../problem/exit.ts';
import type { Code } from '../problem/problem.ts';
import { formatRule } from '../rules/format.ts';
import { readPlaybook } from '../rules/read-playbook.ts';
import { labelOf } from '../words/values/label.ts';
import { readFactsFile } from './planning/offline.ts';
import type { Ports } from './ports.ts';
import type { Result } from './result.ts';
import { readRuleFiles } from './workspace.ts';

/** Files with these cannot be formatted; other mistakes are for `validate` to tell. */
const unformatted: readonly Code[] = ['rules/not-yaml', 'rules/not-text', 'rules/too-large'];

export type FmtOptions = { readonly check: boolean; readonly facts?: string };

const isRule = (path: string): boolean =>
  /\.ya?ml$/.test(path) && path !== 'playlists/setlist.yaml' && !/^playlists\/(?:lists|templates)\//.test(path);

/** Writes every rule file in its usual order, links as ids, names beside ids where a facts file knows them. `--check` writes nothing. */
export async function fmt(options: FmtOptions, ports: Pick<Ports, 'files'>): Promise<Result> {
  const facts = await readFactsFile(ports.files, options.facts);
  const nameOf = (uri: string): string | undefined => {
    const label = labelOf(uri as RowKey, facts);
    return label === null ? undefined : `${label.title} / ${label.artists}`;
  };
  const read = readPlaybook(await readRuleFiles(ports.files));
  const unreadable = read.ok ? [] : read.problems.filter(({ code }) => unformatted.includes(code));
  const changed: string[] = [];
  for (const path of (await ports.files.list('playlists')).filter(isRule)) {
    const text = (await ports.files.read(path)) ?? '';
    const formatted = formatRule(text, nameOf);
    if (formatted === text) continue;
    changed.push(path);
    if (!options.check) await ports.files.write(path, formatted);
  }
  const done = options.check ? 'to be formatted' : 'formatted';
  return {
    text:
      changed.length === 0
        ? 'Nothing to format'
        : [`${counted(changed.length, 'file')} ${done}`, ...changed.map((path) => `  ${path}`)].join('\n'),
    json: { changed },
    problems: unreadable,
    exit: worstExit([exitOf(unreadable), options.check && changed.length > 0 ? exits.pending : exits.done]),
  };
}
