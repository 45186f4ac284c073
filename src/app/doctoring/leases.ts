import type { App } from '../../domain/portfolio.ts';
import type { Seen } from '../../ports/doctor.ts';
import type { Holder } from '../../ports.ts';
import type { Look } from '../../report/text/doctor.ts';
import { instantOf } from '../syncing/run.ts';
import { tried, unseen, well } from './looks.ts';

/** A run that is at work is nothing wrong: who does it, and since when. */
export async function lookAtLeases(
  apps: readonly App[],
  where: string,
  holderOf: (app: string) => Promise<Seen<Holder | null>>,
): Promise<readonly Look[]> {
  const looks: Look[] = [];
  for (const { name } of apps) {
    const holder = await tried('lease', () => holderOf(name));
    if (!holder.ok) looks.push(...holder.looks);
    else if (holder.value.kind === 'hidden') looks.push(unseen('lease', `The lease of "${name}"`, holder.value.reason));
    else if (holder.value.value !== null) looks.push(held(name, where, holder.value.value));
    else looks.push(well('lease', `No run is at work for the app "${name}" ${where}`));
  }
  return looks;
}

const held = (app: string, where: string, { owner, run, untilMs }: Holder): Look =>
  well(
    'lease',
    `A run of ${owner} is at work for the app "${app}" ${where} since ${run}, until ${instantOf(untilMs)} at most`,
  );
