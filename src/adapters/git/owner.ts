import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { promisify } from 'node:util';
import { isCode } from './refused.ts';

/** One process among all that ever ran: numbers are given again, so its start belongs to it. */
export type Owner = {
  /** Host and, on Linux, the namespace in which `pid` means something. */
  readonly place: string;
  readonly pid: number;
  /** Empty where the system does not tell. */
  readonly start: string;
};

export async function thisProcess(): Promise<Owner> {
  const { pid } = process;
  return { place: await here(), pid, start: (await startOf(pid)) ?? '' };
}

/** Whether a process still runs; unknown when it belongs to another machine or container. */
export async function fateOf(owner: Owner): Promise<'alive' | 'dead' | 'unknown'> {
  if (owner.place !== (await here())) return 'unknown';
  if (!isThere(owner.pid)) return 'dead';
  const start = await startOf(owner.pid);
  if (start === undefined) return 'dead';
  return start === '' || owner.start === '' || start === owner.start ? 'alive' : 'dead';
}

const here = async (): Promise<string> => {
  const namespace = await readlink('/proc/self/ns/pid').catch(() => '');
  return `${hostname()} ${namespace}`.trim();
};

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled; it is there all the same.
    return isCode(error, 'EPERM');
  }
}

/** When it started; undefined when it has ended, though its parent may not have noticed yet. */
async function startOf(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    // The second field is the program's name in parentheses and may hold anything; the third is the state.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return isEnded(fields[0]) ? undefined : `${boot.trim()} ${fields[19] ?? ''}`;
  } catch {
    return startByPs(pid);
  }
}

const isEnded = (state: string | undefined): boolean => state === 'Z' || state === 'X';

async function startByPs(pid: number): Promise<string | undefined> {
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  try {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { env });
    const [state = '', ...start] = stdout.trim().split(/\s+/);
    return isEnded(state[0]) ? undefined : start.join(' ');
  } catch {
    return '';
  }
}

export const ownerText = (owner: Owner): string => JSON.stringify({ setlist: owner });

/** Undefined for what we did not write. */
export function decodeOwner(text: string): Owner | undefined {
  try {
    const json: unknown = JSON.parse(text);
    const owner = typeof json === 'object' && json !== null && 'setlist' in json ? json.setlist : undefined;
    return isOwner(owner) ? owner : undefined;
  } catch {
    return undefined;
  }
}

export const isOwner = (value: unknown): value is Owner =>
  typeof value === 'object' &&
  value !== null &&
  'place' in value &&
  typeof value.place === 'string' &&
  'pid' in value &&
  typeof value.pid === 'number' &&
  Number.isSafeInteger(value.pid) &&
  value.pid > 0 &&
  'start' in value &&
  typeof value.start === 'string';
