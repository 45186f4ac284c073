import type { AddressInfo } from 'node:net';
import { startTime } from './clock/time.ts';
import { startStrikes } from './faults/strikes.ts';
import { answer, type Machine } from './http/answer.ts';
import { text } from './http/incoming.ts';
import { apiError } from './http/refusal.ts';
import { listen, stop } from './http/server.ts';
import { startPace } from './limits/pace.ts';
import { type LoggedRequest, startLog } from './log/log.ts';
import { startSessions } from './token/sessions.ts';
import type { World } from './world/world.ts';

export type { LoggedRequest } from './log/log.ts';

export type Simulator = {
  /** `http://127.0.0.1:PORT/v1` */
  readonly apiUrl: string;
  /** `http://127.0.0.1:PORT`, below it `/authorize` and `/api/token`. */
  readonly authUrl: string;
  /** `http://127.0.0.1:PORT/clock` */
  readonly clockUrl: string;
  /** The world as it is now; what is changed in it shows in the next answer. */
  readonly world: World;
  /** Every request to the Web API and the token endpoint, oldest first. */
  readonly log: readonly LoggedRequest[];
  nowMs(): number;
  clearLog(): void;
  close(): Promise<void>;
};

/** Spotify over HTTP on the loopback address, made of one world, at a time that only moves when someone sleeps. */
export async function startSimulator(options: {
  readonly world: World;
  /** Any free one when left out. */
  readonly port?: number;
  /** Where time begins; the world's own clock when left out. */
  readonly nowMs?: number;
  /** Called for each request of Spotify's, when all it does is done and nothing was answered yet. */
  readonly done?: (request: LoggedRequest) => void;
}): Promise<Simulator> {
  const { world, port = 0, nowMs = world.nowMs } = options;
  world.nowMs = nowMs;
  const time = startTime(world);
  const log = startLog(options.done);
  const gate = {
    sessions: startSessions(),
    pace: startPace(apiError(429, 'API rate limit exceeded')),
    // How it refuses is not known [?]; that it is not in OAuth's shape is the nastier guess.
    tokenPace: startPace(text(429, 'Too many requests')),
    apiUrl: '',
  };
  const machine: Machine = { world, time, log, strikes: startStrikes(world), gate };
  const server = await listen(port, (incoming) => answer(machine, incoming));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  gate.apiUrl = `${origin}/v1`;
  return {
    apiUrl: gate.apiUrl,
    authUrl: origin,
    clockUrl: `${origin}/clock`,
    world,
    log: log.entries,
    nowMs: time.now,
    clearLog: log.clear,
    close: () => stop(server),
  };
}
