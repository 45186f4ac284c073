import { isBelow } from '../http/path.ts';
import { hash } from '../world/hash.ts';
import type { Fault } from '../world/schema/settings.ts';
import type { World } from '../world/world.ts';

export type Strikes = { next(method: string, path: string): Fault | undefined };

/** Counts for each fault the requests that it could hit, and says which one hits now: the first that does. */
export function startStrikes(world: World): Strikes {
  const matchedByFault = new WeakMap<Fault, number>();
  return {
    next(method, path) {
      let hit: Fault | undefined;
      for (const [index, fault] of world.faults.entries()) {
        if (!matches(fault, method, path)) continue;
        const count = (matchedByFault.get(fault) ?? 0) + 1;
        matchedByFault.set(fault, count);
        if (hit === undefined && strikes(fault, count, `${world.seed} fault ${index} ${count}`)) hit = fault;
      }
      return hit;
    },
  };
}

function strikes({ nth, probability }: Fault, count: number, dice: string): boolean {
  if (nth !== undefined) return nth.includes(count);
  return probability === undefined || hash(dice) / 2 ** 32 < probability;
}

const matches = ({ method, path }: Fault, asked: string, there: string): boolean =>
  (method === '*' || method === asked) && isBelow(path, there);
