import type { AccountName } from '../domain/ids.ts';
import type { App } from '../domain/portfolio.ts';
import { endOfSignIn } from '../domain/sign-in.ts';
import type { Authorize, Granted, Question, Vault } from '../ports/sign-in.ts';
import { exits } from '../problem/exit.ts';
import { Failure, orFail } from '../problem/failure.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { visible } from '../problem/render.ts';
import { readPlaybook } from '../rules/read-playbook.ts';
import { scopesFor } from '../rules/scopes.ts';
import { skewOf } from './clock.ts';
import { readOrigin } from './ledger.ts';
import type { Ports } from './ports.ts';
import type { Result } from './result.ts';
import { chosen, strangerIn } from './signing-in/account.ts';
import { type Judged, judge } from './signing-in/returned.ts';
import { otherSpotify } from './syncing/open.ts';
import { instantOf } from './syncing/run.ts';
import { readRuleFiles } from './workspace.ts';

/** The person who signs in, wherever their browser is. */
export type Person = {
  /** Shows the address and waits for one that comes back and is worth something; null when they gave up. */
  readonly ask: (address: string, judge: (returned: string) => Judged) => Promise<Answered | null>;
};
type Answered = Exclude<Judged, { readonly kind: 'other' }>;

export type LoginPorts = Pick<Ports, 'files' | 'clock' | 'simulated' | 'signal'> & {
  /** Asks for the client secret where there is to be one. */
  readonly authorize: (app: App, account: AccountName) => Promise<Authorize>;
  readonly person: (account: AccountName, authorize: Authorize) => Person;
  /** Where the secret goes; null: it is the result. */
  readonly vault: Vault | null;
  /** So many bytes of chance, as base64url. */
  readonly random: (bytes: number) => string;
};

/** A person signs in to Spotify for one account and allows what its rules need: one secret, good for six months. */
export async function login(name: string | undefined, ports: LoginPorts): Promise<Result> {
  const { files, vault, random, simulated, signal } = ports;
  const { portfolio, rules } = orFail(readPlaybook(await readRuleFiles(files)));
  const { account, app } = chosen(portfolio, name);
  const origin = (await readOrigin(files)) ?? null;
  const other = origin && otherSpotify(origin, simulated);
  if (other) throw new Failure([other]);
  const authorize = await ports.authorize(app, account);
  await vault?.check(authorize.variable);
  const scopes = scopesFor(rules.filter((rule) => rule.account === account));
  const question: Question = { scopes, state: random(24), verifier: random(48) };
  const address = await authorize.address(question);
  const { redirect } = authorize;
  const answer = await ports
    .person(account, authorize)
    .ask(address, (returned) => judge(returned, { account, redirect, state: question.state }));
  if (answer === null || signal.aborted) return stopped(account);
  if (answer.kind === 'over') throw new Failure([answer.problem]);
  const granted = await authorize.exchange(answer.code, question);
  const stranger = strangerIn(origin, account, granted.user);
  if (stranger !== undefined) throw new Failure([stranger]);
  mustCover(account, question, granted);
  return kept({ account, app: app.name, variable: authorize.variable, granted, question }, ports);
}

function mustCover(account: AccountName, { scopes }: Question, granted: Granted): void {
  const missing = scopes.filter((scope) => granted.scopes?.has(scope) === false);
  if (missing.length > 0) throw new Failure([problem('sign-in/scopes', { account, missing })]);
}

type SignedIn = {
  readonly account: AccountName;
  readonly app: string;
  readonly variable: string;
  readonly granted: Granted;
  readonly question: Question;
};

async function kept(signedIn: SignedIn, { clock, vault }: Pick<LoginPorts, 'clock' | 'vault'>): Promise<Result> {
  const { account, app, variable, granted, question } = signedIn;
  const { atMs, problems } = momentOf(granted, clock.now());
  const authorizedAt = instantOf(atMs);
  const expires = endOfSignIn(authorizedAt).slice(0, 10);
  const secret = granted.secret(authorizedAt);
  await vault?.put(variable, secret);
  const done = `Signed in "${account}" as the Spotify user "${visible(granted.user.id)}", good until ${expires}.`;
  return {
    text:
      vault === null ? `${done}\n\n${variable}=${secret}` : `${done}\n${variable} stands in ${visible(vault.name)}.`,
    json: {
      account,
      app,
      user: granted.user.id,
      variable,
      authorizedAt,
      expires,
      scopes: question.scopes,
      ...(vault === null ? { secret } : { keptIn: vault.name }),
    },
    problems,
    exit: exits.done,
  };
}

/** When the six months begin: by our clock, unless Spotify's says something quite different. */
function momentOf({ serverMs }: Granted, nowMs: number): { atMs: number; problems: readonly Problem[] } {
  const skew = serverMs === null ? undefined : skewOf(nowMs - serverMs);
  return serverMs === null || skew === undefined ? { atMs: nowMs, problems: [] } : { atMs: serverMs, problems: [skew] };
}

const stopped = (account: AccountName): Result => ({
  text: `Nobody signed in "${account}"; nothing was changed`,
  json: { account },
  problems: [],
  exit: exits.done,
});
