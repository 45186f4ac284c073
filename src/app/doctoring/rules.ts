import { canonicalJson } from '../../domain/canonical.ts';
import type { Playbook } from '../../domain/portfolio.ts';
import type { Files } from '../../ports.ts';
import { counted } from '../../problem/counted.ts';
import { problem } from '../../problem/problem.ts';
import type { Look } from '../../report/text/doctor.ts';
import { readPlaybook } from '../../rules/read-playbook.ts';
import { forEditors } from '../../rules/schema/for-editors.ts';
import { portfolioSchema } from '../../rules/schema/portfolio-schema.ts';
import { ruleSchema } from '../../rules/schema/rule-schema.ts';
import { readRuleFiles } from '../workspace.ts';
import { not, tried, unseen, well } from './looks.ts';

export type SeenRules = { readonly playbook: Playbook | null; readonly looks: readonly Look[] };

/** The rules, and everything that keeps runs from following them. */
export async function lookAtRules(files: Files, suspended: boolean): Promise<SeenRules> {
  const read = await tried('rules', async () => readPlaybook(await readRuleFiles(files)));
  if (!read.ok) return { playbook: null, looks: read.looks };
  const schemas = [
    await lookAtSchema(files, 'playlists/playlist.schema.json', ruleSchema),
    await lookAtSchema(files, 'playlists/setlist.schema.json', portfolioSchema),
  ];
  const outside = suspended ? [held('SETLIST_SUSPEND is set')] : [];
  if (!read.value.ok) {
    const wrong = not('rules', problem('rules/mistakes', { count: read.value.problems.length }));
    return { playbook: null, looks: [wrong, ...schemas, ...outside] };
  }
  const playbook = read.value.value;
  const { portfolio, rules, lists } = playbook;
  const holds = [
    ...outside,
    ...(portfolio.apply === 'off' ? [held('setlist.yaml says "apply: off"')] : []),
    ...(portfolio.suspend ? [held('setlist.yaml says "suspend: true"')] : []),
    ...rules.flatMap(({ slug, settings }) => (settings.suspend ? [held(`${slug} says "suspend: true"`)] : [])),
  ];
  return {
    playbook,
    looks: [
      well('rules', `${counted(rules.length, 'rule')} and ${counted(lists.size, 'list')}, nothing wrong`),
      ...schemas,
      ...(holds.length === 0 ? [well('writes', 'Runs write: nothing suspends them')] : holds),
    ],
  };
}

const held = (by: string): Look => not('writes', problem('rules/held', { by }));

async function lookAtSchema(files: Files, path: string, schema: object): Promise<Look> {
  const text = await tried('schema', () => files.read(path));
  if (!text.ok) return text.looks[0];
  if (text.value === undefined)
    return unseen('schema', path, 'it is not there', 'Copy it from the installed package: editors then check rules');
  return isSame(text.value, schema)
    ? well('schema', `${path} is of this version`)
    : not('schema', problem('rules/old-schema', { path }));
}

function isSame(text: string, schema: object): boolean {
  try {
    return canonicalJson(JSON.parse(text)) === canonicalJson(JSON.parse(JSON.stringify(forEditors(schema))));
  } catch {
    return false;
  }
}
