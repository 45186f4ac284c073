import { counted } from '../counted.ts';
import type { Entries } from '../entry.ts';
import type { DoctorFacts } from '../facts/doctor.ts';

const rulesOf = (branch: string): string => `in Settings > Rules > Rulesets, for the branch "${branch}"`;

export const doctorWords: Entries<DoctorFacts> = {
  'machine/node': {
    says: ({ found, wanted }) => `Cannot rely on Node ${found}: Setlist needs ${wanted} or later`,
    fix: ({ wanted }) => `Install Node ${wanted}, or run "npx setlist" where "npm ci" was run`,
    exit: 'machine',
  },
  'rules/mistakes': {
    says: ({ count }) => `Cannot use the rules: ${counted(count, 'mistake')} in playlists/`,
    fix: () => 'Run "setlist validate": it shows each with its line',
    exit: 'rules',
  },
  'rules/old-schema': {
    says: ({ path }) => `Cannot rely on what editors say of rules: ${path} is of another version of Setlist`,
    fix: ({ path }) => `Copy ${path} from the installed package over it`,
    exit: 'done',
  },
  'rules/held': {
    says: ({ by }) => `Nothing is written: ${by}`,
    fix: () => 'Take that away when playlists should change again; plans and reports go on meanwhile',
    exit: 'done',
  },
  'ledger/killed-run': {
    says: ({ account, run }) => `The run ${run} of "${account}" was cut off after it had begun to write`,
    fix: () => 'Run "setlist sync": it finds out how far that came, and goes on from there',
    exit: 'done',
  },
  'ledger/undone': {
    says: ({ account, rules }) =>
      `The last run of "${account}" did not bring these to their rules: ${rules.join(', ')}`,
    fix: () => 'Look into reports/README.md: it says of each what holds it back',
    exit: 'done',
  },
  'ledger/no-success': {
    says: ({ account, last, exit }) => `The last run of "${account}", of ${last}, ended with ${exit}`,
    fix: () => 'Mend what is wrong below or in reports/README.md; the next run serves the nights that were missed',
    exit: 'done',
  },
  'spotify/bucket-closed': {
    says: ({ account, bucket, until }) =>
      `Cannot ask for more as "${account}": Spotify closed ${bucket} until ${until}`,
    fix: ({ bucket }) =>
      `Wait: it opens by itself; if it happens again, lower "budget: { ${bucket}: … }" in setlist.yaml`,
    exit: 'quota',
  },
  'spotify/shared-quota': {
    says: ({ apps }) =>
      `Each of the apps ${apps.join(', ')} may send what "budget" says; Spotify counts all apps of one developer together`,
    fix: () => `Where they are one developer's, divide "budget" in setlist.yaml by how many they are; else all is well`,
    exit: 'done',
  },
  'sign-in/rotated': {
    says: ({ account }) => `Cannot rely on the secret of "${account}": Spotify gave another refresh token in its place`,
    fix: ({ account }) => `Run "setlist login ${account}" and replace its secret, before the old one is refused`,
    exit: 'signIn',
  },
  'github/no-review': {
    says: ({ branch }) => `Nobody has to look before rules reach "${branch}": no approving review is required`,
    fix: ({ branch }) => `Require a pull request with one approval ${rulesOf(branch)}, or accept it if you work alone`,
    exit: 'done',
  },
  'github/no-code-owners': {
    says: ({ branch }) => `Code owners need not agree before "${branch}" changes`,
    fix: ({ branch }) => `Require review from code owners ${rulesOf(branch)}, and name them in .github/CODEOWNERS`,
    exit: 'done',
  },
  'github/no-checks': {
    says: ({ branch }) => `Rules can reach "${branch}" without having been checked: no status check is required`,
    fix: ({ branch }) => `Require the check of the workflow "pull-request" ${rulesOf(branch)}`,
    exit: 'done',
  },
  'github/force-pushes': {
    says: ({ branch }) => `The history of "${branch}" can be rewritten, and the ledger with it`,
    fix: ({ branch }) => `Block force pushes ${rulesOf(branch)}`,
    exit: 'done',
  },
  'github/token-writes': {
    says: () => 'Every workflow may write to the repository unless it says otherwise',
    fix: () =>
      'Choose "Read repository contents" in Settings > Actions > General; those of Setlist ask for what they need',
    exit: 'done',
  },
  'github/token-approves': {
    says: () => 'Workflows may approve pull requests',
    fix: () => 'Take back "Allow GitHub Actions to create and approve pull requests" in Settings > Actions > General',
    exit: 'done',
  },
  'github/no-workflow': {
    says: ({ path }) => `A workflow of Setlist is not on GitHub: ${path}`,
    fix: ({ path }) => `Copy ${path} from the repository of Setlist, or ignore this if the runs are elsewhere`,
    exit: 'done',
  },
  'github/workflow-off': {
    says: ({ path, state }) => `Cannot run ${path}: GitHub says that it is "${state}"`,
    fix: ({ path }) =>
      `Run "gh workflow enable ${path.slice(path.lastIndexOf('/') + 1)}"; in a public repository GitHub ends schedules after 60 days without activity`,
    exit: 'machine',
  },
  'github/no-secret': {
    says: ({ secret, account }) => `Cannot sign in as "${account}" on GitHub: no secret ${secret} is there`,
    fix: ({ account }) => `Run "setlist login ${account} --to environment:<name>", or "--to repo"`,
    exit: 'signIn',
  },
  'github/public': {
    says: () => 'Everybody can read the repository, and with it what you listen to',
    fix: () =>
      'Make it private in Settings > General, or leave it so knowingly: on the free plan only public ones have branch rules',
    exit: 'done',
  },
  'github/pages-from-branch': {
    says: () => 'Pages are published from a branch, not by the workflow',
    fix: () => 'Choose "GitHub Actions" as the source in Settings > Pages',
    exit: 'done',
  },
};
