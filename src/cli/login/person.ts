import type { Person } from '../../app/login.ts';
import type { AccountName } from '../../domain/ids.ts';
import type { Authorize } from '../../ports/sign-in.ts';
import { Failure } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';
import { renderProblem } from '../../problem/render.ts';
import { listen } from './listener.ts';
import { openBrowser } from './open-browser.ts';
import { paste } from './paste.ts';

export type Meeting = {
  readonly pastes: boolean;
  /** Whether a browser may be opened here. */
  readonly opens: boolean;
  readonly signal: AbortSignal;
};

/** How long nobody may answer, in minutes: a run without a person must end. */
const patience = 15;

const tell = (text: string): void => void process.stderr.write(`${text}\n`);

/** The person at this terminal, with a browser here or on another machine. Everything is said on standard error. */
export const personAt =
  ({ pastes, opens, signal }: Meeting) =>
  (account: AccountName, { redirect }: Authorize): Person => ({
    ask: async (address, judge) => {
      const timeout = AbortSignal.timeout(patience * 60_000);
      const either = AbortSignal.any([signal, timeout]);
      const waiting = {
        judge,
        tell: (refused: Parameters<typeof renderProblem>[0]) => tell(`${renderProblem(refused)}\n`),
        signal: either,
      };
      const answer = pastes
        ? await paste({ ...waiting, ready: () => tell(invitation(account, address, pasteHint)) })
        : await listen({
            ...waiting,
            redirect,
            ready: () => {
              tell(invitation(account, address, `Waiting at ${redirect} for ${patience} minutes; Ctrl-C gives up.`));
              if (opens) openBrowser(address);
            },
          });
      if (answer !== null || signal.aborted) return answer;
      const reason = timeout.aborted ? `nobody answered in ${patience} minutes` : 'no address was pasted';
      throw new Failure([problem('sign-in/no-answer', { account, reason })]);
    },
  });

const pasteHint =
  'Agree there, in the browser of any machine. It then goes to a page that it cannot reach, which is right: copy the\nwhole address of that page and paste it here.';

const invitation = (account: AccountName, address: string, then: string): string =>
  `Open this address in a browser and agree, as the Spotify user of "${account}":\n\n${address}\n\n${then}\n`;
