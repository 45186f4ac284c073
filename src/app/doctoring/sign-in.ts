import type { AccountName } from '../../domain/ids.ts';
import type { App, Closed, Playbook } from '../../domain/portfolio.ts';
import type { Origin } from '../../domain/records/origin.ts';
import type { Scope } from '../../domain/scope.ts';
import { endOfSignIn } from '../../domain/sign-in.ts';
import type { AccountLedger } from '../../ledger/ledger.ts';
import type { Kept, LookAtSignIns, SeenSignIn } from '../../ports/doctor.ts';
import type { Clock } from '../../ports.ts';
import { counted } from '../../problem/counted.ts';
import { problem } from '../../problem/problem.ts';
import type { Look } from '../../report/text/doctor.ts';
import { scopesFor } from '../../rules/scopes.ts';
import { withLostToken } from '../replaced.ts';
import { strangerIn } from '../signing-in/account.ts';
import { endingOf } from '../syncing/sign-ins.ts';
import { not, tried, unseen, well } from './looks.ts';

export type Door = { readonly app: App; readonly account: AccountName; readonly scopes: readonly Scope[] };

/** Every account of the portfolio, with what its rules need to be allowed. */
export const doorsOf = ({ portfolio, rules }: Playbook): readonly Door[] =>
  portfolio.apps.flatMap((app) =>
    app.accounts.map((account) => ({
      app,
      account,
      scopes: scopesFor(rules.filter((rule) => rule.account === account)),
    })),
  );

export type About = {
  readonly signIns: LookAtSignIns;
  readonly clock: Clock;
  readonly origin: Origin | null;
  readonly ledgers: ReadonlyMap<AccountName, AccountLedger>;
  /** Buckets that Spotify closed to the account. */
  readonly closed: Closed;
  /** Nothing may be sent. */
  readonly offline: boolean;
};

export type SeenDoor = { readonly looks: readonly Look[]; readonly serverMs: number | null };

const dayMs = 86_400_000;

/** One sign-in: first what its secret says, then, if that is well, what Spotify says. */
export async function lookAtSignIn(door: Door, about: About): Promise<SeenDoor> {
  const { account } = door;
  const kept = about.signIns.kept(account);
  if (kept.kind === 'missing') {
    const how = `Set ${kept.variable} to what "setlist login ${account}" gave`;
    return { looks: [unseen('secret', 'The secret', `${kept.variable} is not set`, how)], serverMs: null };
  }
  if (kept.kind === 'bad') {
    const { variable } = kept;
    return { looks: [not('secret', problem('spotify/bad-token', { account, variable }))], serverMs: null };
  }
  const offline = ofSecret(account, kept, about);
  if (offline.some(({ kind, id }) => kind === 'problem' && id !== 'days'))
    return { looks: [...offline, unseen('refresh', 'Spotify', 'the secret is not well')], serverMs: null };
  const online = await ofSpotify(door, about);
  return { looks: [...offline, ...online.looks], serverMs: online.serverMs };
}

function ofSecret(
  account: AccountName,
  { variable, authorizedAt, user }: Extract<Kept, { readonly kind: 'kept' }>,
  { clock, origin }: About,
): readonly Look[] {
  const nowMs = clock.now();
  const end = endOfSignIn(authorizedAt);
  const on = end.slice(0, 10);
  const stranger = user === null ? undefined : strangerIn(origin, account, user);
  const others = stranger === undefined ? [] : [not('user', stranger)];
  if (Date.parse(end) <= nowMs) {
    const reason = `its sign-in of ${authorizedAt.slice(0, 10)} ended on ${on}`;
    return [not('secret', problem('spotify/sign-in-expired', { account, reason })), ...others];
  }
  const said = `${variable} is of ${authorizedAt.slice(0, 10)} and good until ${on}`;
  const soon = endingOf(account, authorizedAt, nowMs);
  const left = counted(Math.floor((Date.parse(end) - nowMs) / dayMs), 'day');
  return [well('secret', `${said}: ${left} left`), ...(soon === undefined ? [] : [not('days', soon)]), ...others];
}

async function ofSpotify({ app, account, scopes }: Door, about: About): Promise<SeenDoor> {
  const { signIns, origin, offline, closed, clock } = about;
  const skipped = (why: string, how: string): SeenDoor => ({
    looks: [unseen('refresh', 'Refresh, user, scopes, Premium and list of users', why, how)],
    serverMs: null,
  });
  if (offline) return skipped('--offline', 'Leave out --offline; it takes two requests');
  const until = closed.library;
  if (until !== undefined && Date.parse(until) > clock.now())
    return skipped(`Spotify closed the bucket "library" until ${until}`, 'Run this again then');
  const foretold = (look: Look): Look =>
    look.kind === 'problem' ? not(look.id, withLostToken(about.ledgers)(look.problem)) : look;
  const asked = await tried('refresh', () => signIns.ask(app, account));
  if (!asked.ok) return { looks: asked.looks.map(foretold), serverMs: null };
  const seen = asked.value;
  const stranger = strangerIn(origin, account, seen.user);
  return {
    looks: [
      seen.isRotated ? not('refresh', problem('sign-in/rotated', { account })) : well('refresh', 'Spotify takes it'),
      stranger === undefined
        ? well(
            'user',
            `It is "${seen.user.id}"${origin?.accounts[account] === undefined ? '' : ', as in the ledger'}; Premium is active, and the app lists them`,
          )
        : not('user', stranger),
      ofScopes(account, scopes, seen),
    ],
    serverMs: seen.serverMs,
  };
}

function ofScopes(account: AccountName, scopes: readonly Scope[], { scopes: granted }: SeenSignIn): Look {
  if (granted === undefined) return unseen('scopes', 'What the person agreed to', 'Spotify does not say');
  const missing = scopes.filter((scope) => !granted.has(scope));
  return missing.length === 0
    ? well('scopes', `It allows all that the rules need (${counted(scopes.length, 'scope')})`)
    : not('scopes', problem('sign-in/scopes', { account, missing }));
}
