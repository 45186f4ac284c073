import type { Environment } from './command.ts';

const name = 'Setlist';
// A name that no mail ever reaches.
const email = 'setlist@invalid';

/** Signs as Setlist at that moment, in UTC. */
export function as(atMs: number): Environment {
  const date = `@${Math.floor(atMs / 1000)} +0000`;
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: date,
  };
}
