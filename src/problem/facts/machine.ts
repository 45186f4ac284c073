/** What the command line, this machine, and files of ours can get wrong. */
export type MachineFacts = {
  'usage/wrong': { readonly reason: string; readonly fix?: string };
  'usage/no-such-playlist': { readonly playlist: string; readonly nearest: string | null };
  'usage/no-such-track': { readonly track: string; readonly playlist: string };
  'usage/bad-variable': { readonly variable: string; readonly reason: string };
  'machine/file': { readonly path: string; readonly reason: string };
  'machine/no-git': { readonly said: string };
  'machine/no-repository': { readonly said: string };
  'machine/below-the-top': { readonly below: string };
  'machine/no-commit': Record<never, never>;
  'machine/no-branch': Record<never, never>;
  'machine/under-way': { readonly what: string };
  'machine/unmerged': { readonly paths: readonly string[] };
  'machine/git-busy': { readonly lock: string };
  'machine/git': { readonly action: string; readonly said: string; readonly reason: 'full' | 'permission' | 'other' };
  'machine/uncommitted-rules': { readonly paths: readonly string[] };
  'machine/moved-head': { readonly tries: number };
  /** This machine's clock is not Spotify's. */
  'machine/clock-off': { readonly minutes: number; readonly direction: 'ahead' | 'behind' };
  /** This machine's clock says less than the ledger does. */
  'machine/clock-behind': { readonly now: string; readonly ended: string };
  'machine/unrecorded': { readonly requests: number; readonly rules: readonly string[] };
  'machine/lease-held': { readonly owner: string; readonly run: string; readonly until: string };
  'ledger/uncommitted': { readonly paths: readonly string[] };
  'ledger/other-origin': { readonly what: string; readonly recorded: string; readonly found: string };
  'ledger/moved-rule': { readonly slug: string; readonly was: string; readonly name: string };
  'ledger/none': Record<never, never>;
  'ledger/broken': { readonly path: string; readonly reason: string };
  'ledger/altered': {
    readonly path: string;
    /** 1-based; null when it is about the whole file. */
    readonly line: number | null;
    readonly what: string;
    /** The commit that did it; null when it is not known, or not committed. */
    readonly by: { readonly commit: string; readonly author: string; readonly subject: string } | null;
  };
  'ledger/disagrees': { readonly path: string; readonly reason: string };
  'ledger/history-cut': { readonly commit: string; readonly runs: number };
  'ledger/other-version': { readonly path: string; readonly found: string };
};
