import type { Entries } from '../entry.ts';
import type { RuleFacts } from '../facts/rules.ts';

const listed = (words: readonly string[]): string => words.join(', ');

/** What is to be typed; quotation marks that belong to it are enough. */
const quoted = (text: string): string => (/^(?:"|\d+$|true$|false$)/.test(text) ? text : `"${text}"`);

const withArticle = (noun: string): string => (/^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`);

export const ruleWords: Entries<RuleFacts> = {
  'rules/not-yaml': {
    says: ({ reason }) => `Cannot read YAML: ${reason}`,
    fix: ({ instead }) => instead ?? 'Correct the YAML at the marked place',
    exit: 'rules',
  },
  'rules/too-large': {
    says: ({ what, most }) => `Cannot read ${what}: at most ${most} are read`,
    fix: () => 'Split it, or move long lists into files under lists/',
    exit: 'rules',
  },
  'rules/not-text': {
    says: ({ reason }) => `Cannot read the file: ${reason}`,
    fix: () => 'Save it as UTF-8 text',
    exit: 'rules',
  },
  'rules/unknown-key': {
    says: ({ in: place, key }) => `Cannot read ${place}: unknown key "${key}"`,
    fix: ({ nearest, allowed, ours }) =>
      ours !== null ? ours : nearest !== null ? `Write "${nearest}"` : `Use one of: ${listed(allowed)}`,
    exit: 'rules',
  },
  'rules/missing-key': {
    says: ({ key, in: place }) => `Cannot read ${place}: "${key}" is missing`,
    fix: ({ key }) => `Add "${key}:"`,
    exit: 'rules',
  },
  'rules/wrong-value': {
    says: ({ what, found }) => `Cannot read ${what}: found ${found}`,
    fix: ({ wanted, nearest }) => (nearest !== null ? `Write ${quoted(nearest)}` : `Write ${wanted}`),
    exit: 'rules',
  },
  'rules/taken-away': {
    says: ({ word, since, reason }) => `Cannot use "${word}": ${reason} (${since})`,
    fix: ({ instead }) => instead,
    exit: 'rules',
  },
  'rules/not-yet': {
    says: ({ word }) => `Cannot use "${word}": this version does not know it yet`,
    fix: () => 'Leave it out for now',
    exit: 'rules',
  },
  'rules/not-an-id': {
    says: ({ text, wanted, found }) =>
      found === null
        ? `Cannot find ${wanted} in "${text}"`
        : `Cannot find ${wanted} in "${text}": it names ${withArticle(found)}`,
    fix: ({ wanted }) => `Paste the share link, the URI or the 22 characters of ${wanted}`,
    exit: 'rules',
  },
  'rules/no-such-file': {
    says: ({ path }) => `Cannot find "${path}" under playlists/`,
    fix: ({ nearest }) => (nearest === null ? 'Add the file, or correct the path' : `Write "${nearest}"`),
    exit: 'rules',
  },
  'rules/no-such-rule': {
    says: ({ slug }) => `Cannot find a rule "${slug}"`,
    fix: ({ nearest }) =>
      nearest === null ? 'Write the path of a rule file under playlists/, without .yaml' : `Write "${nearest}"`,
    exit: 'rules',
  },
  'rules/no-such-account': {
    says: ({ account }) => `Cannot find an account "${account}" in setlist.yaml`,
    fix: ({ nearest, allowed }) => (nearest === null ? `Use one of: ${listed(allowed)}` : `Write "${nearest}"`),
    exit: 'rules',
  },
  'rules/cycle': {
    says: ({ path }) => `Cannot resolve rules that wait for each other: ${path.join(' → ')}`,
    fix: () => 'Let one of them read a playlist by its id, as it was last night',
    exit: 'rules',
  },
  'rules/conflict': {
    says: ({ words: [one, other], reason }) => `Cannot use "${one}" with "${other}": ${reason}`,
    fix: ({ words: [one, other] }) => `Leave out "${one}" or "${other}"`,
    exit: 'rules',
  },
  'rules/bad-pattern': {
    says: ({ pattern, reason }) => `Cannot read the pattern "${pattern}": ${reason}`,
    fix: () => 'Write an RE2 pattern: no backreferences, no lookaround',
    exit: 'rules',
  },
  'rules/bad-list': {
    says: ({ reason }) => `Cannot read the list: ${reason}`,
    fix: ({ instead }) => instead ?? 'Correct the marked line',
    exit: 'rules',
  },
  'rules/no-portfolio': {
    says: () => 'Cannot find playlists/setlist.yaml',
    fix: () => 'Write one with "title", "timezone" and "apps", or run in the folder that holds playlists/',
    exit: 'usage',
  },
};
