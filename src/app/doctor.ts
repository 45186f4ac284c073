import type { AccountName } from '../domain/ids.ts';
import type { Playbook } from '../domain/portfolio.ts';
import { together } from '../domain/quota.ts';
import type { LookAround, LookAtGitHub } from '../ports/doctor.ts';
import { exitOf, fixOf, messageOf } from '../problem/catalogue.ts';
import type { Problem } from '../problem/problem.ts';
import { type Group, type Look, markOf, renderDoctor } from '../report/text/doctor.ts';
import { lookAtGitHub } from './doctoring/github.ts';
import { lookAtLeases } from './doctoring/leases.ts';
import { lookAtLedger, type SeenLedger } from './doctoring/ledger.ts';
import { tried, unseen } from './doctoring/looks.ts';
import { lookAtGit, lookAtNode, lookAtRecordedClock, lookAtSpotifysClock } from './doctoring/machine.ts';
import { lookAtRules } from './doctoring/rules.ts';
import { doorsOf, lookAtSignIn } from './doctoring/sign-in.ts';
import type { Ports } from './ports.ts';
import type { Result } from './result.ts';
import { chosen } from './signing-in/account.ts';

export type DoctorOptions = {
  /** Only this account's sign-in. */
  readonly account?: string;
  /** Nothing is sent, to Spotify or to GitHub. */
  readonly offline: boolean;
};
type DoctorPorts = Pick<Ports, 'files' | 'git' | 'clock' | 'slate' | 'suspended' | 'simulated'> & {
  readonly around: LookAround;
};

/** Everything that can be wrong, each with its fix. Nothing is written; what cannot be looked at is no failure. */
export async function doctor(options: DoctorOptions, ports: DoctorPorts): Promise<Result> {
  const { files, git, clock, suspended, around } = ports;
  const rules = await lookAtRules(files, suspended);
  const { playbook } = rules;
  const only =
    options.account === undefined || playbook === null ? undefined : chosen(playbook.portfolio, options.account);
  const ofGit = await lookAtGit(git);
  const isGitWell = !ofGit.some(({ kind, id }) => kind === 'problem' && id === 'git');
  const ledger = await lookAtLedger(ports, playbook, isGitWell);
  const signIns = await lookAtSignIns(playbook, ledger, { ...options, ports, only: only?.account });
  const gitHub = await openGitHub(options, ports, isGitWell);
  const runs = [...ledger.accounts.values()].flatMap((account) => account.runs);
  const machine = [lookAtNode(around.node), ...ofGit, lookAtRecordedClock(runs, clock.now()), ...signIns.clock];
  const leases = isGitWell ? await localLeases(playbook, ports) : [];
  const groups: readonly Group[] = [
    { name: 'Machine', looks: machine },
    { name: 'Rules', looks: rules.looks },
    { name: 'Ledger', looks: [...ledger.looks, ...leases] },
    ...signIns.groups,
    { name: 'GitHub', looks: await ofGitHub(gitHub, { playbook, ledger, nowMs: clock.now() }) },
  ];
  const sent = typeof gitHub === 'string' ? 0 : gitHub.sent();
  return resultOf(groups, { spotify: around.signIns.sent(), gitHub: sent });
}

type Which = DoctorOptions & { readonly ports: DoctorPorts; readonly only: AccountName | undefined };

/** One account after the other; what is wrong with one is no matter of the others. */
async function lookAtSignIns(playbook: Playbook | null, ledger: SeenLedger, { ports, only, offline }: Which) {
  const { around, clock } = ports;
  if (playbook === null) {
    const look = unseen('secret', 'Sign-ins', 'it is not known whose: the rules have mistakes', 'Mend the rules first');
    return { groups: [{ name: 'Sign-in', looks: [look] }], clock: [] };
  }
  const groups: Group[] = [];
  let clocks: readonly Look[] = [lookAtSpotifysClock(null, clock.now())];
  for (const door of doorsOf(playbook)) {
    if (only !== undefined && door.account !== only) continue;
    const { closed } = together(door.app.accounts.flatMap((name) => ledger.used.get(name) ?? []));
    const about = { signIns: around.signIns, clock, origin: ledger.origin, ledgers: ledger.accounts, closed, offline };
    const { looks, serverMs } = await lookAtSignIn(door, about);
    if (serverMs !== null) clocks = [lookAtSpotifysClock(serverMs, clock.now())];
    groups.push({ name: `Sign-in of ${door.account}`, looks });
  }
  return { groups, clock: clocks };
}

const localLeases = (playbook: Playbook | null, { git, clock }: DoctorPorts): Promise<readonly Look[]> =>
  lookAtLeases(playbook?.portfolio.apps ?? [], 'on this machine', async (app) => ({
    kind: 'seen',
    value: await git.holder(app, clock.now()),
  }));

/** Or why there is nothing to look at. */
async function openGitHub(
  { offline }: DoctorOptions,
  { git, around }: DoctorPorts,
  isGitWell: boolean,
): Promise<LookAtGitHub | string> {
  if (offline) return '--offline';
  if (!isGitWell) return 'git is not in order';
  const named = await tried('repository', () => git.repository());
  const repository = named.ok ? named.value : null;
  if (repository === null) return 'the remote "origin" is no repository there';
  return around.gitHub === null ? 'neither GITHUB_TOKEN nor GH_TOKEN is set' : around.gitHub(repository);
}

type Known = { readonly playbook: Playbook | null; readonly ledger: SeenLedger; readonly nowMs: number };

async function ofGitHub(gitHub: LookAtGitHub | string, { playbook, ledger, nowMs }: Known): Promise<readonly Look[]> {
  if (typeof gitHub === 'string') {
    const how = gitHub.startsWith('neither') ? 'Run it with GITHUB_TOKEN=$(gh auth token)' : null;
    return [unseen('repository', 'The repository and its protections', gitHub, how)];
  }
  const apps = playbook?.portfolio.apps ?? [];
  const accounts = apps.flatMap((app) => app.accounts);
  const looks = await lookAtGitHub(gitHub, accounts, ledger.origin?.simulated === true);
  const isSeen = looks.some(({ kind }) => kind !== 'unseen');
  return isSeen ? [...looks, ...(await lookAtLeases(apps, 'on GitHub', (app) => gitHub.holder(app, nowMs)))] : looks;
}

function resultOf(groups: readonly Group[], requests: { readonly spotify: number; readonly gitHub: number }): Result {
  const problems = problemsIn(groups);
  const told = groups.map(({ name, looks }) => ({ name, looks: looks.map(jsonOf) }));
  return {
    text: renderDoctor(groups, requests),
    // The text tells them where they belong; a document lists them as all commands do.
    json: { problems, groups: told, requests },
    problems: [],
    told: problems,
    exit: exitOf(problems),
  };
}

const problemsIn = (groups: readonly Group[]): readonly Problem[] =>
  groups.flatMap(({ looks }) => looks.flatMap((look) => (look.kind === 'problem' ? look.problem : [])));

function jsonOf(look: Look) {
  const { id } = look;
  const mark = markOf(look);
  switch (look.kind) {
    case 'well':
      return { id, mark, says: look.says, code: null, fix: null };
    case 'problem':
      return { id, mark, says: messageOf(look.problem), code: look.problem.code, fix: fixOf(look.problem) };
    case 'unseen':
      return { id, mark, says: `${look.what}: not looked at, ${look.why}`, code: null, fix: look.how };
  }
}
