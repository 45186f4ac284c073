import { answerClock } from '../clock/endpoint.ts';
import type { Time } from '../clock/time.ts';
import { answerControl } from '../control/endpoint.ts';
import { harmed } from '../faults/harm.ts';
import type { Strikes } from '../faults/strikes.ts';
import type { Log, LoggedRequest } from '../log/log.ts';
import { answerAuthorize } from '../token/authorize.ts';
import { answerToken } from '../token/endpoint.ts';
import type { Fault } from '../world/schema/settings.ts';
import type { World } from '../world/world.ts';
import { answerApi, type Gate } from './api.ts';
import { forAnySite, preflight } from './cors.ts';
import { type Incoming, json, type Outgoing } from './incoming.ts';
import { Refusal } from './refusal.ts';

export type Machine = {
  readonly world: World;
  readonly time: Time;
  readonly log: Log;
  readonly strikes: Strikes;
  readonly gate: Gate;
};

/** Which part of the simulator answers. Only what Spotify answers is logged and can be struck by a fault. */
export function answer(machine: Machine, incoming: Incoming): Outgoing {
  const { world, time, log, gate } = machine;
  const { method, path } = incoming;
  const isApi = path.startsWith('/v1/');
  if (method === 'OPTIONS' && (isApi || path === '/api/token')) return preflight;
  if (isApi) {
    const rest = path.slice('/v1'.length);
    return logged(machine, incoming, rest, (entry) => answerApi(world, gate, incoming, rest, entry));
  }
  if (method === 'POST' && path === '/api/token') {
    return logged(machine, incoming, path, (entry) => answerToken(world, gate, incoming, entry));
  }
  if (method === 'GET' && path === '/authorize') return answerAuthorize(world, incoming);
  if (path === '/clock' || path.startsWith('/clock/')) return answerClock(time, incoming);
  if (path.startsWith('/simulator/')) return answerControl(world, log, incoming);
  return json(404, { error: { status: 404, message: 'Not found' } });
}

function logged(
  { world, time, log, strikes }: Machine,
  incoming: Incoming,
  path: string,
  run: (entry: LoggedRequest) => Outgoing,
): Outgoing {
  const { latencyMs } = world.settings;
  if (latencyMs > 0) time.sleepUntil(world.nowMs + latencyMs);
  const query = Object.fromEntries(incoming.query);
  const entry: LoggedRequest = { atMs: world.nowMs, method: incoming.method, path, query, status: 0 };
  log.entries.push(entry);
  const fault = strikes.next(incoming.method, path);
  const outgoing = fault === undefined ? refusalOr(() => run(entry)) : struck(fault, entry, run);
  entry.status = outgoing.status;
  log.done(entry);
  // Its clock is the simulated one, in headers too.
  return forAnySite({ ...outgoing, headers: { ...outgoing.headers, date: new Date(entry.atMs).toUTCString() } });
}

function struck(fault: Fault, entry: LoggedRequest, run: (entry: LoggedRequest) => Outgoing): Outgoing {
  entry.fault = `${fault.kind} ${fault.when}`;
  // Of a short answer there must be one.
  const isDone = fault.when === 'after' || fault.kind === 'short';
  return harmed(fault, isDone ? refusalOr(() => run(entry)) : undefined, entry.atMs);
}

function refusalOr(run: () => Outgoing): Outgoing {
  try {
    return run();
  } catch (problem) {
    if (problem instanceof Refusal) return problem.answer;
    throw problem;
  }
}
