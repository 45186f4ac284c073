import type { Entries } from '../entry.ts';
import type { MachineFacts } from '../facts/machine.ts';

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
