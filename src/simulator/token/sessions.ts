import { createHash } from 'node:crypto';

/** What an access token stands for. */
export type Session = {
  readonly user: string;
  readonly app: string;
  readonly scopes: ReadonlySet<string>;
  readonly expiresMs: number;
};

export type Sessions = {
  open(session: Session): string;
  find(accessToken: string): Session | undefined;
  /** Forgets all access tokens at once, as a restart would. */
  clear(): void;
};

/** Access tokens live in memory only: a saved world holds refresh tokens, which make new ones. */
export function startSessions(): Sessions {
  const byToken = new Map<string, Session>();
  let opened = 0;
  return {
    open(session) {
      opened += 1;
      const token = `BQ${createHash('sha256').update(`${session.user} ${session.app} ${opened}`).digest('base64url')}`;
      byToken.set(token, session);
      return token;
    },
    find: (accessToken) => byToken.get(accessToken),
    clear: () => byToken.clear(),
  };
}
