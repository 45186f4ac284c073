import { Failure } from '../problem/failure.ts';
import type { Problem } from '../problem/problem.ts';
import type { Ports } from './ports.ts';
import { mustBeFree } from './syncing/leases.ts';
import { readPortfolio, readWorkspace, type Workspace } from './workspace.ts';

/**
 * Reads the ledger without a lease. A run changes many files one after the other, and who reads between two of them has
 * parts of both states: then a `Failure` says that a run is at work, not that the ledger is broken.
 */
export async function besideRuns<T>(
  ports: Ports,
  read: () => Promise<T>,
  problemsIn: (found: T) => readonly Problem[] = () => [],
): Promise<T> {
  try {
    const found = await read();
    if (!problemsIn(found).some(isOfLedger)) return found;
  } catch (error) {
    if (!(error instanceof Failure && error.problems.every(isOfLedger))) throw error;
  }
  if (await isHalf(ports)) {
    const portfolio = await readPortfolio(ports.files);
    if (portfolio !== undefined) await mustBeFree(portfolio, ports.connect(portfolio, new Map(), null), ports);
  }
  // Nobody is at work, or not any more.
  return read();
}

export const readBesideRuns = (ports: Ports): Promise<Workspace> => besideRuns(ports, () => readWorkspace(ports.files));

const isOfLedger = ({ code }: Problem): boolean => code.startsWith('ledger/');

/** Whether the ledger on the disk is not what is committed; unknown where there is no repository. */
async function isHalf({ git }: Ports): Promise<boolean> {
  try {
    return (await git.changed(['reports'])).length > 0;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}
