import type { PastCommit } from '../../ports.ts';
import { fieldsOf, lineOf } from './command.ts';
import { plain } from './plain.ts';
import type { Repository } from './repository.ts';

export type LogOptions = { readonly most?: number; readonly untilMs?: number };

export async function log(
  { ask }: Repository,
  paths: readonly string[],
  { most, untilMs }: LogOptions = {},
): Promise<readonly PastCommit[]> {
  if (paths.length === 0) return [];
  const limits = [
    ...(most === undefined ? [] : [`--max-count=${most}`]),
    ...(untilMs === undefined ? [] : [`--min-age=${Math.floor(untilMs / 1000)}`]),
  ];
  const args = ['log', '-z', '--no-color', '--no-notes', '--format=%H%x00%ct%x00%an%x00%s', ...limits, 'HEAD', '--'];
  const fields = fieldsOf(Buffer.concat([await ask('read the history', [...args, ...paths]), Buffer.from('\0')]));
  const commits: PastCommit[] = [];
  for (let index = 0; index + 3 < fields.length; index += 4) {
    const [commit = '', seconds, author = '', subject = ''] = fields.slice(index, index + 4);
    commits.push({ commit, atMs: Number(seconds) * 1000, author: plain(author), subject: plain(subject) });
  }
  return commits;
}

const owned =
  /^(?:https?|ssh|git):\/\/(?:[^/@]*@)?(?:www\.|ssh\.)?github\.com(?::\d+)?\/+([^/]+)\/([^/]+?)(?:\.git)?\/*$/i;
const short = /^(?:[^/@:]*@)?github\.com:\/*([^/]+)\/([^/]+?)(?:\.git)?\/*$/i;

/** `owner/name` of an address at GitHub; null for every other. */
export function nameOnGitHub(url: string): string | null {
  const [, owner = '', name = ''] = owned.exec(url) ?? short.exec(url) ?? [];
  const isName = /^[\w-]+$/.test(owner) && /^[\w.-]+$/.test(name) && !/^\.{1,2}$/.test(name);
  return isName ? `${owner}/${name}` : null;
}

export async function repositoryName({ run }: Repository): Promise<string | null> {
  const { code, stdout } = await run(['remote', 'get-url', 'origin']);
  return code === 0 ? nameOnGitHub(lineOf(stdout).trim()) : null;
}

export async function userName({ run }: Repository): Promise<string | null> {
  const { stdout } = await run(['config', '--get', 'user.name']);
  const name = plain(lineOf(stdout)).trim();
  return name === '' ? null : name;
}
