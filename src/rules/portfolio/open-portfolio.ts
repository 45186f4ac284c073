import type { Slug } from '../../domain/ids.ts';
import type { Portfolio } from '../../domain/portfolio.ts';
import { problem } from '../../problem/problem.ts';
import { defaultable, keys } from '../../words/index.ts';
import { check } from '../check/check.ts';
import { prune } from '../check/prune.ts';
import { validatorOf } from '../check/validators.ts';
import { shown } from '../files.ts';
import { readingOf } from '../rule/reading.ts';
import { portfolioSchema } from '../schema/portfolio-schema.ts';
import type { Located } from '../source/located.ts';
import { parseYaml } from '../source/parse-yaml.ts';
import { type Report, readPortfolio } from './read-portfolio.ts';

const path = 'setlist.yaml';
const isPortfolio = validatorOf(portfolioSchema);

export type Opened = { readonly portfolio: Portfolio | undefined; readonly defaults: Located | undefined };

/** The portfolio, and the defaults that it has for rules; undefined after what is wrong was reported. */
export function openPortfolio(texts: ReadonlyMap<string, string | undefined>, report: Report): Opened {
  const nothing = { portfolio: undefined, defaults: undefined };
  const text = texts.get(path);
  if (!texts.has(path)) report(problem('rules/no-portfolio', {}));
  if (text === undefined) return nothing;
  const parsed = parseYaml(shown(path), text);
  if (!parsed.ok) parsed.problems.forEach(report);
  if (!parsed.ok) return nothing;
  const form = check(parsed.value, isPortfolio, path);
  form.problems.forEach(report);
  if (form.isCut || typeof parsed.value.value !== 'object') return nothing;
  const right = prune(parsed.value, form.faults);
  const written = right.parts.get('defaults');
  const defaults = written && sound(written, report);
  const portfolio = readPortfolio(right, report);
  return form.problems.length > 0 ? nothing : { portfolio, defaults };
}

/** Defaults are read once by themselves, so that a mistake in them is told once and not for every rule. */
function sound(defaults: Located, report: Report): Located | undefined {
  const reading = { lists: new Map(), wrongLists: new Set<string>(), slugs: new Set<Slug>(), report };
  const read = defaultable.map((key) => {
    const part = defaults.parts.get(key);
    // Sound: what stands here has passed the schema of that word.
    return part === undefined ? true : keys[key].read(part.value as never, readingOf(part, reading)) !== undefined;
  });
  return read.every(Boolean) ? defaults : undefined;
}
