/** What only the doctor says: what is not wrong in one run, and what protects a repository. */
export type DoctorFacts = {
  'machine/node': { readonly found: string; readonly wanted: number };
  'rules/mistakes': { readonly count: number };
  'rules/old-schema': { readonly path: string };
  'rules/held': { readonly by: string };
  'ledger/killed-run': { readonly account: string; readonly run: string };
  'ledger/undone': { readonly account: string; readonly rules: readonly string[] };
  'ledger/no-success': { readonly account: string; readonly last: string; readonly exit: number };
  'spotify/bucket-closed': { readonly account: string; readonly bucket: string; readonly until: string };
  'spotify/shared-quota': { readonly apps: readonly string[] };
  'sign-in/rotated': { readonly account: string };
  'github/no-review': { readonly branch: string };
  'github/no-code-owners': { readonly branch: string };
  'github/no-checks': { readonly branch: string };
  'github/force-pushes': { readonly branch: string };
  'github/token-writes': Record<never, never>;
  'github/token-approves': Record<never, never>;
  'github/no-workflow': { readonly path: string };
  'github/workflow-off': { readonly path: string; readonly state: string };
  'github/no-secret': { readonly secret: string; readonly account: string };
  'github/public': Record<never, never>;
  'github/pages-from-branch': Record<never, never>;
};
