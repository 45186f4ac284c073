import type { Env, Stage } from '../stage/stage.ts';

export type Look = {
  readonly id: string;
  readonly mark: 'well' | 'advice' | 'wrong' | 'unseen';
  readonly says: string;
  readonly code: string | null;
  readonly fix: string | null;
};

/** What the doctor says, as programs read it. */
export async function looked(stage: Stage, args = '', env: Env = {}) {
  const { exit, out, err } = await stage.setlist(`doctor --json ${args}`, env);
  const document = JSON.parse(out) as {
    readonly problems: readonly { readonly code: string }[];
    readonly groups: readonly { readonly name: string; readonly looks: readonly Look[] }[];
    readonly requests: { readonly spotify: number; readonly gitHub: number };
  };
  const marks = (mark: Look['mark'], group = '') =>
    document.groups
      .filter(({ name }) => name.startsWith(group))
      .flatMap(({ looks }) => looks.flatMap((look) => (look.mark === mark ? look.id : [])));
  return { exit, err, out, ...document, codes: document.problems.map(({ code }) => code), marks };
}

/** The ledger of a simulated Spotify that knows its owner. */
export const origin = {
  'reports/origin.json': `${JSON.stringify({ version: 1, repository: null, accounts: { owner: 'owner' }, simulated: true }, null, 2)}\n`,
};
