import { routes } from '../endpoints/routes.ts';
import type { Pace } from '../limits/pace.ts';
import { spend } from '../limits/quota.ts';
import type { LoggedRequest } from '../log/log.ts';
import type { Session, Sessions } from '../token/sessions.ts';
import type { App, User } from '../world/schema/people.ts';
import type { World } from '../world/world.ts';
import type { Incoming, Outgoing } from './incoming.ts';
import { isBelow } from './path.ts';
import { forbidden, notAllowListed, notFound, premiumLapsed, refuse, unauthorized } from './refusal.ts';
import { routerOf } from './router.ts';

export type Gate = {
  readonly sessions: Sessions;
  readonly pace: Pace;
  readonly tokenPace: Pace;
  readonly apiUrl: string;
};

const route = routerOf(routes);

/** One request to the Web API, in the order in which it can be refused. Throws a `Refusal` for everything but success. */
export function answerApi(world: World, gate: Gate, incoming: Incoming, path: string, logged: LoggedRequest): Outgoing {
  const session = sessionOf(world, gate.sessions, incoming.headers.authorization);
  logged.user = session.user;
  logged.app = session.app;
  const user = world.users.get(session.user);
  const app = world.apps.get(session.app);
  if (user === undefined || app === undefined) throw unauthorized('The access token is invalid');
  checkStanding(world, user, app, path);
  const found = route(incoming.method, path);
  logged.bucket = found?.route.bucket ?? 'profile';
  gate.pace.admit(world, app.id, app.pace);
  spend(world, app, logged.bucket);
  if (found === undefined) throw notFound();
  if (found.route.removed && app.dialect === 'development') throw forbidden();
  if (found.route.scopes?.some((scope) => !session.scopes.has(scope))) throw refuse(403, 'Insufficient client scope');
  return found.route.run({
    world,
    user,
    app,
    session,
    viewer: { market: user.market, extended: app.dialect === 'extended' },
    params: found.params,
    query: incoming.query,
    incoming,
    apiUrl: gate.apiUrl,
    path,
    logged,
  });
}

function sessionOf(world: World, sessions: Sessions, authorization: string | undefined): Session {
  const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
  if (token === undefined) throw unauthorized(undefined);
  const session = sessions.find(token);
  if (session === undefined) throw unauthorized('Invalid access token');
  if (world.nowMs >= session.expiresMs) throw unauthorized('The access token expired');
  return session;
}

function checkStanding(world: World, user: User, app: App, path: string): void {
  if (world.users.get(app.owner)?.premium === false) throw premiumLapsed();
  const isListed = user.allowListed && (app.users === null || app.users.includes(user.id));
  if (!isListed && app.listedOnly.some((pattern) => isBelow(pattern, path))) throw notAllowListed();
}
