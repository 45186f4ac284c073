import type { Entries } from '../entry.ts';
import type { GitHubFacts } from '../facts/github.ts';

export const gitHubWords: Entries<GitHubFacts> = {
  'usage/bad-input': {
    says: ({ input, reason }) => `Cannot use the input "${input}": ${reason}`,
    fix: ({ input }) => `Correct "${input}" below "with" in the workflow`,
    exit: 'usage',
  },
  'machine/github': {
    says: ({ doing, reason }) => `Cannot ${doing} on GitHub: ${reason}`,
    fix: () => 'Run the job again; what was done is found and not repeated',
    exit: 'machine',
  },
  'machine/github-permission': {
    says: ({ doing, reason }) => `Cannot ${doing} on GitHub: ${reason}`,
    fix: () => 'Give the job "permissions: { contents: write }", and let the rules of the branch allow its token',
    exit: 'machine',
  },
  'machine/github-many': {
    says: ({ since }) => `Cannot follow the branch: too much has changed since ${since}, or its history was rewritten`,
    fix: () => 'Run the job again, from the tip of the branch',
    exit: 'machine',
  },
  'machine/checkout': {
    says: ({ reason }) => `Cannot tell what the pull request changes: ${reason}`,
    fix: () => 'Check out with "fetch-depth: 2" and no "ref", so that the merge and its base are there',
    exit: 'machine',
  },
  'ledger/touched': {
    says: ({ files }) =>
      `Refusing a pull request that changes ${files.length === 1 ? `"${files[0]}"` : `${files.length} files below "reports"`}: only runs of Setlist write there`,
    fix: ({ files }) =>
      `Take ${files.length === 1 ? 'it' : 'them'} back with "git checkout origin/main -- reports", or undo with "setlist restore"`,
    exit: 'rules',
  },
};
