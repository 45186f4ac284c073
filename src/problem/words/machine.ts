import { counted } from '../counted.ts';
import type { Entries } from '../entry.ts';
import type { MachineFacts } from '../facts/machine.ts';

function fixOfGit(reason: MachineFacts['machine/git']['reason']): string {
  if (reason === 'full') return 'Free space on the disk, then run again';
  if (reason === 'permission') return 'Let this user write to the repository and its .git folder, then run again';
  return 'Put the repository in order, then run again; "git fsck" and "git status" say more';
}

const short = (commit: string): string => `${commit}`.slice(0, 10);

const putBack = (path: string): string =>
  `See who changed it with "git log -p -- '${path}'", then put it back: git checkout <commit> -- '${path}'`;

export const machineWords: Entries<MachineFacts> = {
  'usage/wrong': {
    says: ({ reason }) => `Cannot run: ${reason}`,
    fix: ({ fix }) => fix ?? 'See "setlist --help"',
    exit: 'usage',
  },
  'usage/no-such-playlist': {
    says: ({ playlist }) => `Cannot find a rule "${playlist}"`,
    fix: ({ nearest }) => (nearest === null ? 'Write the path of a rule file, without .yaml' : `Write "${nearest}"`),
    exit: 'usage',
  },
  'usage/no-such-track': {
    says: ({ track, playlist }) => `Cannot find "${track}" among what "${playlist}" looked at`,
    fix: () => 'Write a share link, a URI, or a part of the title; it may be in none of the sources',
    exit: 'usage',
  },
  'usage/bad-variable': {
    says: ({ variable, reason }) => `Cannot read ${variable}: ${reason}`,
    fix: ({ variable }) => `Correct ${variable}, or unset it`,
    exit: 'usage',
  },
  'machine/file': {
    says: ({ path, reason }) => `Cannot use "${path}": ${reason}`,
    fix: () => 'Check the path, the space on the disk and the permissions',
    exit: 'machine',
  },
  'machine/no-git': {
    says: ({ said }) => `Cannot run git: ${said}`,
    fix: () => 'Install git; "git --version" must run here',
    exit: 'machine',
  },
  'machine/no-repository': {
    says: ({ said }) => `Cannot use this folder as a repository: ${said}`,
    fix: () => 'Run in the top folder of your repository; "git init" makes one',
    exit: 'machine',
  },
  'machine/below-the-top': {
    says: ({ below }) => `Cannot work in "${below}": it lies below the top folder of its repository`,
    fix: () => 'Run in the top folder of the repository',
    exit: 'machine',
  },
  'machine/no-commit': {
    says: () => 'Cannot commit: the repository has no commit yet',
    fix: () => 'Commit your rules first: git add playlists && git commit',
    exit: 'machine',
  },
  'machine/no-branch': {
    says: () => 'Cannot commit: the repository is on no branch',
    fix: () => 'Switch to a branch: git switch <branch>',
    exit: 'machine',
  },
  'machine/under-way': {
    says: ({ what }) => `Cannot commit: a ${what} is under way`,
    fix: ({ what }) => `Finish the ${what}, or abort it: git ${what} --abort`,
    exit: 'machine',
  },
  'machine/unmerged': {
    says: ({ paths }) => `Cannot commit: conflicts remain in ${paths.map((path) => `"${path}"`).join(', ')}`,
    fix: () => 'Resolve the conflicts, then "git add" these files',
    exit: 'machine',
  },
  'machine/git-busy': {
    says: ({ lock }) => `Cannot change the repository: another git command holds "${lock}"`,
    fix: ({ lock }) => `Wait for that command to end; if none runs any more, delete "${lock}"`,
    exit: 'machine',
  },
  'machine/git': {
    says: ({ action, said }) => `Cannot ${action}: ${said}`,
    fix: ({ reason }) => fixOfGit(reason),
    exit: 'machine',
  },
  'machine/uncommitted-rules': {
    says: ({ paths }) => `Cannot follow rules that are not committed: ${paths.join(', ')}`,
    fix: () => 'Commit them first: the audit names the commit whose rules were followed',
    exit: 'machine',
  },
  'machine/moved-head': {
    says: ({ tries }) =>
      `Cannot commit: the branch moved ${tries === 1 ? '' : `${tries} times `}while this run was at work`,
    fix: () => 'Run it again when nobody else commits; nothing is done twice',
    exit: 'machine',
  },
  'machine/clock-off': {
    says: ({ minutes, direction }) =>
      `Cannot trust the clock of this machine: it is ${minutes} minutes ${direction}; Spotify's counts`,
    fix: () => 'Set the clock, best by network time, and run again: nothing was changed or recorded',
    exit: 'machine',
  },
  'machine/clock-behind': {
    says: ({ now, ended }) => `Cannot trust the clock of this machine: it says ${now}, and a run ended at ${ended}`,
    fix: () => 'Set the clock, best by network time: nights and quotas are counted by it',
    exit: 'machine',
  },
  'machine/unrecorded': {
    says: ({ requests, rules }) =>
      `Cannot record what was sent to Spotify: ${counted(requests, 'request')} for ${rules.join(', ')}`,
    fix: () => 'Mend what is said above, then run again: it finds out how far that came, and nothing is sent twice',
    exit: 'machine',
  },
  'machine/lease-held': {
    says: ({ owner, run, until }) => `Another run is at work: ${owner}, ${run}, until ${until} at the latest`,
    fix: () => 'Wait for its end; this run sent nothing',
    exit: 'lease',
  },
  'ledger/uncommitted': {
    says: ({ paths }) =>
      `Cannot trust the ledger: ${paths.join(', ')} differ${paths.length === 1 ? 's' : ''} from what is committed`,
    fix: () => 'Put back what is committed: git restore --staged --worktree reports && git clean -f reports',
    exit: 'ledger',
  },
  'ledger/other-origin': {
    says: ({ what, recorded, found }) => `This ledger is of another ${what}: it says ${recorded}, here is ${found}`,
    fix: () =>
      'Correct what is wrong, or start a new ledger with "setlist init --fresh": the next run then makes every playlist a second time',
    exit: 'ledger',
  },
  'ledger/moved-rule': {
    says: ({ slug, was, name }) => `The rule "${was}" is gone and "${slug}" is new, both called "${name}"`,
    fix: ({ was }) => `If the file moved, write "was: ${was}"; if not, give the new one another name`,
    exit: 'rules',
  },
  'ledger/none': {
    says: () => 'Cannot tell of any night: there is no ledger yet',
    fix: () => 'Run "setlist sync": it begins one',
    exit: 'ledger',
  },
  'ledger/broken': {
    says: ({ path, reason }) => `Cannot read "${path}": ${reason}`,
    fix: ({ path }) =>
      `Find the last good commit with "git log -- '${path}'", then put it back: git checkout <commit> -- '${path}'; nothing was guessed and nothing was sent`,
    exit: 'ledger',
  },
  'ledger/altered': {
    says: ({ path, line, what, by }) =>
      `Cannot trust ${line === null ? '' : `line ${line} of `}"${path}": it ${what}${by === null ? '' : `, in commit ${short(by.commit)} ("${by.subject}" by ${by.author})`}`,
    fix: ({ path, by }) =>
      by === null
        ? putBack(path)
        : `See it with "git show ${short(by.commit)}", then put it back: git checkout ${short(by.commit)}^ -- '${path}'`,
    exit: 'ledger',
  },
  'ledger/disagrees': {
    says: ({ path, reason }) => `Cannot trust "${path}": ${reason}`,
    fix: ({ path }) => putBack(path),
    exit: 'ledger',
  },
  'ledger/history-cut': {
    says: ({ commit, runs }) =>
      `Cannot follow the ledger from its beginning: it comes with commit ${commit}, with ${runs} runs in it already`,
    fix: () => 'Fetch all of it with "git fetch --unshallow"; if this is all, ask who put it there',
    exit: 'ledger',
  },
  'ledger/other-version': {
    says: ({ path, found }) => `Cannot read "${path}": it is of version ${found}, this Setlist reads version 1`,
    fix: () => 'Update Setlist',
    exit: 'ledger',
  },
};
