/** What can be wrong with files under `playlists/`. */
export type RuleFacts = {
  'rules/not-yaml': { readonly reason: string; readonly instead: string | null };
  'rules/too-large': { readonly what: string; readonly most: string };
  'rules/not-text': { readonly reason: string };
  'rules/unknown-key': {
    readonly in: string;
    readonly key: string;
    readonly nearest: string | null;
    readonly allowed: readonly string[];
    readonly ours: string | null;
  };
  'rules/missing-key': { readonly key: string; readonly in: string };
  'rules/wrong-value': {
    readonly what: string;
    readonly found: string;
    readonly wanted: string;
    readonly nearest: string | null;
  };
  'rules/taken-away': {
    readonly word: string;
    readonly since: string;
    readonly reason: string;
    readonly instead: string;
  };
  'rules/not-yet': { readonly word: string };
  'rules/not-an-id': { readonly text: string; readonly wanted: string; readonly found: string | null };
  'rules/no-such-file': { readonly path: string; readonly nearest: string | null };
  'rules/no-such-rule': { readonly slug: string; readonly nearest: string | null };
  'rules/no-such-account': {
    readonly account: string;
    readonly nearest: string | null;
    readonly allowed: readonly string[];
  };
  'rules/cycle': { readonly path: readonly string[] };
  'rules/conflict': { readonly words: readonly [string, string]; readonly reason: string };
  'rules/bad-pattern': { readonly pattern: string; readonly reason: string };
  'rules/bad-list': { readonly reason: string; readonly instead: string | null };
  'rules/no-portfolio': Record<never, never>;
};
