import { Failure } from '../problem/failure.ts';
import type { Ports } from './ports.ts';
import { mustBeFree } from './syncing/leases.ts';
import { readPortfolio, readWorkspace, type Workspace } from './workspace.ts';

/**
 * The workspace for what holds no lease. A run commits many files one after the other, and who reads between two of them
 * has parts of both states: that is not called a broken ledger, but that a run is at work.
 */
export async function readBesideRuns(ports: Ports): Promise<Workspace> {
  try {
    return await readWorkspace(ports.files);
  } catch (error) {
    if (!(error instanceof Failure && error.problems.every(({ code }) => code.startsWith('ledger/')))) throw error;
    const portfolio = await readPortfolio(ports.files);
    if (portfolio !== undefined) await mustBeFree(portfolio, ports.connect(portfolio, new Map(), null), ports);
    // Nobody is, or not any more.
    return readWorkspace(ports.files);
  }
}
