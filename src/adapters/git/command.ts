import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { noGit, noRepository, refusedByGit } from './refused.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export type Ran = { readonly code: number | null; readonly stdout: Buffer; readonly stderr: string };

export type Running = {
  readonly env?: Environment;
  readonly cwd?: string;
  /** Written to its standard input piece by piece. */
  readonly input?: Iterable<string>;
};

/** Starts git and waits for its end; rejects where there is none to start, or no such folder. */
export type Start = (
  args: readonly string[],
  given: { readonly cwd: string; readonly env: Environment; readonly input: Iterable<string> },
) => Promise<Ran>;

/** The git command in one folder, deaf to what users configure and to `GIT_*` of the environment. */
export type Command = {
  /** However it ends. */
  readonly run: (args: readonly string[], running?: Running) => Promise<Ran>;
  /** What it printed. `action` completes "Cannot ..." when it fails. */
  readonly ask: (action: string, args: readonly string[], running?: Running) => Promise<Buffer>;
};

// Where git and its configuration are found; nothing else of the environment is any of its business, secrets least.
const kept = ['PATH', 'HOME', 'XDG_CONFIG_HOME', 'USERPROFILE', 'SystemRoot', 'TMPDIR', 'TEMP', 'TMP'] as const;

const settings = [
  ['core.quotepath', 'off'],
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', '/dev/null'],
  ['core.splitIndex', 'false'],
  ['gc.auto', '0'],
  ['commit.gpgsign', 'false'],
  ['log.showSignature', 'false'],
  ['log.follow', 'false'],
  ['i18n.commitEncoding', 'UTF-8'],
  ['i18n.logOutputEncoding', 'UTF-8'],
].flatMap(([key, value]) => ['-c', `${key}=${value}`]);

const ours: Environment = {
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  // `git status` would take the index's lock to note what it learned, and leave it there when killed.
  GIT_OPTIONAL_LOCKS: '0',
  GIT_LITERAL_PATHSPECS: '1',
};

export function gitIn(folder: string, env: Environment, start: Start = startGit): Command {
  const base = { ...Object.fromEntries(kept.map((name) => [name, env[name]])), ...ours };
  const run = async (args: readonly string[], { input = [], cwd = folder, env: more }: Running = {}): Promise<Ran> => {
    try {
      return await start(['--no-pager', ...settings, ...args], { cwd, env: { ...base, ...more }, input });
    } catch (cause) {
      // The system tells a missing folder and a missing program alike.
      throw (await isFolder(cwd)) ? noGit(cause) : noRepository('there is no such folder', cause);
    }
  };
  const ask = async (action: string, args: readonly string[], running?: Running): Promise<Buffer> => {
    const ran = await run(args, running);
    if (ran.code !== 0) throw refusedByGit(action, ran.stderr, folder);
    return ran.stdout;
  };
  return { run, ask };
}

export const startGit: Start = async (args, { cwd, env, input }) => {
  // In a group of its own: a Ctrl-C in the terminal is ours to answer and does not cut it in the middle.
  const child = spawn('git', args, { cwd, env: { ...env }, detached: true, windowsHide: true });
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  // A git that ends before it has read everything tells why by its exit code.
  const fed = pipeline(Readable.from(input), child.stdin).catch(() => undefined);
  const [code, stdout, stderr] = await Promise.all([closed, whole(child.stdout), whole(child.stderr), fed]);
  return { code, stdout, stderr: stderr.toString('utf8') };
};

async function whole(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** The fields of an answer under `-z`, each of which ends in a zero byte. */
export const fieldsOf = (answer: Buffer): readonly string[] => answer.toString('utf8').split('\0').slice(0, -1);

export const lineOf = (answer: Buffer): string => answer.toString('utf8').replace(/\r?\n$/, '');
