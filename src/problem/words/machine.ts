import type { Entries } from '../entry.ts';
import type { MachineFacts } from '../facts/machine.ts';

const gitFixes = {
  full: 'Free space on the disk, then run again',
  permission: 'Let this user write to the repository and its .git folder, then run again',
  other: 'Put the repository in order as git says, then run again',
} as const;

export const machineWords: Entries<MachineFacts> = {
  'usage/wrong': {
    says: ({ reason }) => `Cannot run: ${reason}`,
    fix: () => 'See "setlist --help"',
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
    says: ({ paths }) => `Cannot commit: ${paths.map((path) => `"${path}"`).join(', ')} not merged`,
    fix: () => 'Resolve the conflicts, then "git add" these files',
    exit: 'machine',
  },
  'machine/git-busy': {
    says: ({ lock }) => `Cannot change the repository: another git command holds "${lock}"`,
    fix: ({ lock }) => `Wait for that command to end; if none runs any more, delete "${lock}"`,
    exit: 'machine',
  },
  'machine/git': {
    says: ({ action, said }) => `Cannot ${action}: git says "${said}"`,
    fix: ({ reason }) => gitFixes[reason],
    exit: 'machine',
  },
  'ledger/broken': {
    says: ({ path, reason }) => `Cannot read "${path}": ${reason}`,
    fix: () => 'Restore the file from git; nothing was guessed and nothing was sent',
    exit: 'ledger',
  },
  'ledger/other-version': {
    says: ({ path, found }) => `Cannot read "${path}": it is of version ${found}, this Setlist reads version 1`,
    fix: () => 'Update Setlist',
    exit: 'ledger',
  },
};
