import { arrangements, fields, keys, sources } from '../../../words/index.ts';
import type { Standing } from './later.ts';

/** Where the words that are allowed at a place say that it is. */
export function standingOf(allowed: readonly string[]): Standing {
  const has = (...words: readonly string[]): boolean => words.every((word) => allowed.includes(word));
  if (has('from', 'pin')) return 'rule';
  if (has('timezone', 'apps')) return 'portfolio';
  if (has('all', 'any', 'not')) return 'where';
  if (has('new_releases') || has('liked')) return 'source';
  if (has('is')) return 'operator';
  if (has('spread')) return 'arrange';
  return has('released', 'released desc') ? 'sort' : 'anywhere';
}

/** What to do with a word of ours that stands in the wrong place; undefined for all others. */
export function ownPlace(word: string, standing: Standing, allowed: readonly string[]): string | undefined {
  if (standing === 'source' && !allowed.includes(word) && Object.hasOwn(sources, word))
    return `Write it with what it needs: "- ${word}: ..."`;
  if (standing !== 'rule' && standing !== 'portfolio' && standing !== 'source' && standing !== 'arrange')
    return undefined;
  if (standing !== 'source' && Object.hasOwn(sources, word)) return `Write it below "from", as "- ${word}: ..."`;
  if (standing !== 'arrange' && Object.hasOwn(arrangements, word))
    return `Write it below "arrange", as "- ${word}: ..."`;
  if (Object.hasOwn(fields, word)) return `Write it below "where", as "- ${word}: ..."`;
  if (standing === 'portfolio' && Object.hasOwn(keys, word)) return 'Write it in a rule file, or below "defaults"';
  return standing !== 'rule' && Object.hasOwn(keys, word) ? `Write "${word}" at the top level of the rule` : undefined;
}
