import { empty, type Incoming, json, type Outgoing } from '../http/incoming.ts';
import type { Log } from '../log/log.ts';
import { decodeFault, decodeHappening, decodeWorld, encodeWorld, type World } from '../world/world.ts';

/** What is not Spotify's: looking into the world and changing it, for other processes than the one it runs in. */
export function answerControl(world: World, log: Log, { method, path, body }: Incoming): Outgoing {
  try {
    return controls[`${method} ${path}`]?.(world, log, body) ?? json(404, { error: 'No such control' });
  } catch (problem) {
    if (problem instanceof TypeError || problem instanceof SyntaxError) return json(400, { error: problem.message });
    throw problem;
  }
}

type Control = (world: World, log: Log, body: Buffer) => Outgoing;

const listIn = (body: Buffer): unknown[] => [JSON.parse(body.toString()) as unknown].flat();

const controls: Readonly<Record<string, Control>> = {
  'GET /simulator/world': (world) => json(200, encodeWorld(world)),
  'PUT /simulator/world': (world, _, body) => {
    Object.assign(world, decodeWorld(JSON.parse(body.toString())));
    return empty(204);
  },
  'GET /simulator/log': (_, log) => json(200, log.entries),
  'DELETE /simulator/log': (_, log) => {
    log.clear();
    return empty(204);
  },
  'POST /simulator/faults': (world, _, body) => {
    world.faults.push(...listIn(body).map(decodeFault));
    return empty(204);
  },
  'DELETE /simulator/faults': (world) => {
    world.faults = [];
    return empty(204);
  },
  'POST /simulator/happenings': (world, _, body) => {
    world.happenings = [...world.happenings, ...listIn(body).map(decodeHappening)];
    return empty(204);
  },
};
