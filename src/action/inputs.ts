import { getInput } from '@actions/core';
import { Failure } from '../problem/failure.ts';
import { type Problem, problem } from '../problem/problem.ts';

export const commands = ['validate', 'plan', 'sync', 'report', 'verify'] as const;
export type Command = (typeof commands)[number];

/** What `action.yml` offers: its words stand here and there, and a test compares them. */
export const inputs = {
  command: {
    description:
      'What to do: validate (rules only), plan (what would change; in a pull request from the ledger of its base, without secrets), sync (the nightly run), report (the site, into _site) or verify (the audit chain).',
    default: 'sync',
  },
  account: { description: 'The account to work for, as setlist.yaml names it; all of them when empty.', default: '' },
  yes: {
    description:
      'Whether sync may write to Spotify. "apply: off" in setlist.yaml and SETLIST_SUSPEND hold it back all the same.',
    default: 'true',
  },
  token: {
    description: 'The GitHub token that commits the ledger: sync needs "contents: write", all else "contents: read".',
    default: `\${{ github.token }}`,
  },
  'secrets-to': {
    description:
      'Where a secret of an account goes that Spotify replaced during the run: repo, or environment:NAME. Nowhere when empty, which is said loudly.',
    default: '',
  },
  'secrets-token': {
    description: 'A GitHub token that may write secrets there, of a person or an app: that of the job may not.',
    default: '',
  },
} as const;

export const outputs = {
  changed: { description: 'true when something was changed, or by a plan would be; else false.' },
  plan: { description: 'The path of the plan as JSON; empty when none was made.' },
  rotated: {
    description: 'Accounts whose secret Spotify replaced and that was not kept, by commas: sign in anew. Else empty.',
  },
  exit: { description: 'How it ended, as the exit code of the command line.' },
} as const;

export type Inputs = {
  readonly command: Command;
  readonly account: string | null;
  readonly yes: boolean;
  readonly token: string;
  readonly secretsTo: string;
  readonly secretsToken: string;
};

/** The inputs of this step. Throws a `Failure` with everything that is wrong with them. */
export function readInputs(): Inputs {
  const given = (name: keyof typeof inputs): string => getInput(name) || inputs[name].default;
  const [command, account, yes] = [given('command'), given('account'), given('yes')];
  const problems: Problem[] = [];
  if (!isCommand(command))
    problems.push(
      problem('usage/bad-input', { input: 'command', reason: `"${command}" is none of ${commands.join(', ')}` }),
    );
  if (!/^(?:true|false)$/i.test(yes))
    problems.push(problem('usage/bad-input', { input: 'yes', reason: `"${yes}" is neither true nor false` }));
  const [first, ...rest] = problems;
  if (first !== undefined) throw new Failure([first, ...rest]);
  return {
    // Checked above; what is wrong has been thrown.
    command: command as Command,
    account: account === '' ? null : account,
    yes: yes.toLowerCase() === 'true',
    token: getInput('token'),
    secretsTo: given('secrets-to'),
    secretsToken: given('secrets-token'),
  };
}

const isCommand = (text: string): text is Command => (commands as readonly string[]).includes(text);
