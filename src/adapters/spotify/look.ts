import type { AccountName } from '../../domain/ids.ts';
import { secretVariable } from '../../domain/sign-in.ts';
import { Agent } from '../../http/request.ts';
import type { LookAtSignIns } from '../../ports/doctor.ts';
import type { Clock, Slate } from '../../ports.ts';
import { orFail } from '../../problem/failure.ts';
import { type Pace, pacer } from './pace.ts';
import { decodeSecret, type Secret, userIn } from './secret.ts';
import { Session } from './session.ts';
import { whoIs } from './who-is.ts';

export type Looking = {
  readonly apiUrl: string;
  readonly authUrl: string;
  /** The secret of an account as it is kept. */
  readonly secret: (account: AccountName) => string | undefined;
  /** Told of one that takes its place, and when its access token ends; answers whether it is kept. */
  readonly keep: (account: AccountName, secret: Secret, untilMs: number) => Promise<boolean>;
  readonly clock: Clock;
  readonly slate: Slate;
  readonly signal?: AbortSignal;
};

const patienceMs = 30_000;

/** Sign-ins as they are kept, and as Spotify sees them. */
export function lookAtSignIns(looking: Looking): LookAtSignIns {
  const { secret, keep, ...wire } = looking;
  const { clock, signal } = wire;
  const paces = new Map<string, Pace>();
  let sent = 0;
  const agent = new Agent({ connectTimeout: 10_000, headersTimeout: patienceMs, bodyTimeout: patienceMs });
  const dispatcher = agent.compose((dispatch) => (options, handler) => {
    sent += 1;
    return dispatch(options, handler);
  });
  return {
    kept: (account) => {
      const text = secret(account);
      const variable = secretVariable(account);
      if (text === undefined || text.trim() === '') return { kind: 'missing', variable };
      const read = decodeSecret(text, account);
      if (!read.ok) return { kind: 'bad', variable };
      return { kind: 'kept', variable, authorizedAt: read.value.authorized_at, user: userIn(read.value) ?? null };
    },
    ask: async (app, account) => {
      const { name, clientId, perSecond } = app;
      const pace = paces.get(name) ?? pacer(perSecond, clock, signal);
      paces.set(name, pace);
      let isKept = true;
      const session = new Session({
        ...wire,
        account,
        app: name,
        clientId,
        dispatcher,
        secret: () => orFail(decodeSecret(secret(account), account)),
        keep: async (rotated, untilMs) => {
          isKept = await keep(account, rotated, untilMs);
        },
      });
      const accessToken = await session.token();
      const { user, date } = await pace(() =>
        whoIs({ ...wire, account, app: name }, { accessToken, secrets: session.secrets }, dispatcher),
      );
      const serverMs = Date.parse(date ?? '');
      return {
        user,
        scopes: session.scopes,
        serverMs: Number.isNaN(serverMs) ? null : serverMs,
        isRotated: !isKept,
      };
    },
    sent: () => sent,
  };
}
