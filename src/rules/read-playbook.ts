import type { List } from '../domain/list.ts';
import type { Playbook } from '../domain/portfolio.ts';
import type { Rule } from '../domain/rule.ts';
import { type Checked, checked } from '../problem/checked.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { byPlace } from './by-place.ts';
import { check } from './check/check.ts';
import { prune } from './check/prune.ts';
import { validatorOf } from './check/validators.ts';
import { conflictsIn } from './cross/conflicts.ts';
import { inOrder } from './cross/order.ts';
import { sharedSlugs } from './cross/shared-slugs.ts';
import { kindOf, shown, slugOf } from './files.ts';
import { readList } from './lists/read-list.ts';
import { findAccount } from './portfolio/find-account.ts';
import { openPortfolio } from './portfolio/open-portfolio.ts';
import { readRule } from './rule/read-rule.ts';
import { ruleSchema } from './schema/rule-schema.ts';
import { decode } from './source/decode.ts';
import type { Located } from './source/located.ts';
import { parseYaml } from './source/parse-yaml.ts';

/** What stands under `playlists/`, by path below it, `/` between folders. */
export type PlaylistFiles = ReadonlyMap<string, string | Uint8Array>;

const isRule = validatorOf(ruleSchema);

/** Every rule, list and the portfolio in normal form, or every mistake in every file at once, sorted by place. */
export function readPlaybook(files: PlaylistFiles): Checked<Playbook> {
  const problems: Problem[] = [];
  const report = (one: Problem): void => void problems.push(one);
  const paths = [...files.keys()].sort();
  const texts = new Map(
    paths.filter((path) => kindOf(path) !== 'other').map((path) => [path, textOf(path, files, report)]),
  );
  const slugs = new Set(paths.filter((path) => kindOf(path) === 'rule').map(slugOf));
  const { lists, wrongLists } = readLists(texts, report);
  const { portfolio, defaults } = openPortfolio(texts, report);
  const accountOf = findAccount(portfolio, report);
  const rules = [...texts].flatMap(([path, text]): readonly Rule[] => {
    if (kindOf(path) === 'template')
      report(problem('rules/not-yet', { word: 'templates/' }, { file: shown(path), line: 1, column: 1 }));
    if (kindOf(path) !== 'rule' || text === undefined) return [];
    const file = openRule(path, text, report);
    const rule = file && readRule(slugOf(path), file, { lists, wrongLists, slugs, defaults, accountOf, report });
    return rule === undefined ? [] : [rule];
  });
  const ordered = inOrder(rules);
  problems.push(...sharedSlugs(paths), ...rules.flatMap(conflictsIn), ...ordered.problems);
  if (portfolio === undefined || problems.length > 0) return wrong(problems);
  return checked({ portfolio, rules: ordered.rules, lists }, []);
}

function wrong(problems: readonly Problem[]): Checked<Playbook> {
  const [first = problem('rules/no-portfolio', {}), ...rest] = byPlace(problems);
  return { ok: false, problems: [first, ...rest] };
}

type Report = (problem: Problem) => void;

/** The value, its problems reported. */
function passed<T>(result: Checked<T>, report: Report): T | undefined {
  if (result.ok) return result.value;
  result.problems.forEach(report);
  return undefined;
}

const textOf = (path: string, files: PlaylistFiles, report: Report): string | undefined =>
  passed(decode(shown(path), files.get(path) ?? ''), report);

/** A rule file as far as it can be read: what has the wrong form was reported and is left out. */
function openRule(path: string, text: string, report: Report): Located | undefined {
  const file = passed(parseYaml(shown(path), text), report);
  const form = file && check(file, isRule, 'rule');
  form?.problems.forEach(report);
  const isMap = typeof file?.value === 'object' && file.value !== null && !Array.isArray(file.value);
  return isMap && form?.isCut === false ? prune(file, form.faults) : undefined;
}

type Texts = ReadonlyMap<string, string | undefined>;

function readLists(texts: Texts, report: Report) {
  const paths = [...texts.keys()].filter((path) => kindOf(path) === 'list');
  const read = paths.map((path) => {
    const text = texts.get(path);
    return {
      path,
      list: text === undefined ? undefined : passed(readList({ path, file: shown(path), text }), report),
    };
  });
  const lists = new Map(
    read.flatMap(({ path, list }): readonly (readonly [string, List])[] => (list ? [[path, list]] : [])),
  );
  return { lists, wrongLists: new Set(paths.filter((path) => !lists.has(path))) };
}
