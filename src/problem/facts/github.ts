/** What GitHub and its Actions can be in the way with. */
export type GitHubFacts = {
  'usage/bad-input': { readonly input: string; readonly reason: string };
  'machine/github': { readonly doing: string; readonly reason: string };
  'machine/github-permission': { readonly doing: string; readonly reason: string };
  'machine/github-many': { readonly since: string };
  'machine/checkout': { readonly reason: string };
  'ledger/touched': { readonly files: readonly string[] };
};
