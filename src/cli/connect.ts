import { Gate } from '../adapters/spotify/gate.ts';
import { openSpotify } from '../adapters/spotify/open.ts';
import { type Pace, pacer } from '../adapters/spotify/pace.ts';
import { decodeSecret, type Secret } from '../adapters/spotify/secret.ts';
import type { Accounts, Ports } from '../app/ports.ts';
import { fnv1a } from '../domain/known/fnv1a.ts';
import { userOf } from '../domain/records/origin.ts';
import { secretVariable } from '../domain/sign-in.ts';
import type { Clock } from '../ports.ts';
import { orFail } from '../problem/failure.ts';
import type { Keeper } from './rotation/keeper.ts';

export type Endpoints = { readonly apiUrl: string; readonly authUrl: string };
type Secrets = Readonly<Record<string, string | undefined>>;

type Wiring = { readonly clock: Clock; readonly signal?: AbortSignal; readonly keeper?: Keeper };

/** All accounts of a portfolio; those of one app share its pace. A secret is looked at when its account is first used. */
export const connect = (
  secrets: Secrets,
  { apiUrl, authUrl }: Endpoints,
  { clock, signal, keeper }: Wiring,
): Ports['connect'] => {
  const known = new Set<string>();
  // Of the process, as the app is: a night that is begun anew goes on at the pace of its first try.
  const paces = new Map<string, Pace>();
  return ({ apps, budget }, usedBy, origin): Accounts =>
    new Map(
      apps.flatMap(({ name: app, clientId, perSecond, accounts }) => {
        const until = signal === undefined ? {} : { signal };
        const pace = paces.get(`${perSecond} ${app}`) ?? pacer(perSecond, clock, signal);
        paces.set(`${perSecond} ${app}`, pace);
        const gate = new Gate({
          clock,
          budget,
          used: accounts.flatMap((account) => usedBy.get(account) ?? []),
        });
        return accounts.map((account) => {
          const secret = () =>
            keeper?.secretOf(account) ?? orFail(decodeSecret(secrets[secretVariable(account)], account));
          const keep = async (rotated: Secret, untilMs: number) => void (await keeper?.keep(account, rotated, untilMs));
          const random = seeded(`${app} ${account}`);
          return [
            account,
            openSpotify({
              apiUrl,
              authUrl,
              app,
              clientId,
              account,
              recorded: userOf(origin, account),
              secret,
              secrets: known,
              keep,
              clock,
              pace,
              gate,
              random,
              ...until,
            }),
          ] as const;
        });
      }),
    );
};

/** Numbers from 0 to 1 that only depend on the seed (mulberry32). */
function seeded(seed: string): () => number {
  let state = fnv1a(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    const again = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61));
    return ((again ^ (again >>> 14)) >>> 0) / 2 ** 32;
  };
}
