/** What the command line, this machine, and files of ours can get wrong. */
export type MachineFacts = {
  'usage/wrong': { readonly reason: string };
  'usage/no-such-playlist': { readonly playlist: string; readonly nearest: string | null };
  'usage/no-such-track': { readonly track: string; readonly playlist: string };
  'usage/bad-variable': { readonly variable: string; readonly reason: string };
  'machine/file': { readonly path: string; readonly reason: string };
  'ledger/broken': { readonly path: string; readonly reason: string };
  'ledger/other-version': { readonly path: string; readonly found: string };
};
