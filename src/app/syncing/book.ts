import type { Content } from '../../domain/content.ts';
import type { AccountName } from '../../domain/ids.ts';
import { type Origin, withKnown, withUser } from '../../domain/records/origin.ts';
import type { User } from '../../domain/user.ts';
import type { AccountLedger } from '../../ledger/ledger.ts';
import { renderOrigin, rootOf } from '../../ledger/origin.ts';
import { originPath } from '../../ledger/paths.ts';
import type { CommitId, NewCommit } from '../../ports.ts';
import { Failure } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';
import { readAccounts, readOrigin } from '../ledger.ts';
import type { Ports } from '../ports.ts';
import { type Additions, append, filesBetween } from './journal.ts';

type Accounts = ReadonlyMap<AccountName, AccountLedger>;
type Files = NewCommit['files'];

/** How often a commit is tried while others commit to the same branch. */
const mostTries = 3;

/** The ledger while a run adds to it: as it was committed last, and what was added since. */
export class Book {
  #origin: Origin;
  #head: CommitId;
  #committed: Accounts;
  #accounts: Map<AccountName, AccountLedger>;
  #pending: { readonly account: AccountName; readonly added: Additions }[] = [];
  #isOriginNew: boolean;
  #isBegun = false;
  readonly #ports: Pick<Ports, 'git' | 'files' | 'clock'>;

  constructor(
    {
      origin,
      isOriginNew,
      accounts,
      head,
    }: { origin: Origin; isOriginNew: boolean; accounts: Accounts; head: CommitId },
    ports: Pick<Ports, 'git' | 'files' | 'clock'>,
  ) {
    this.#origin = origin;
    this.#isOriginNew = isOriginNew;
    this.#head = head;
    this.#committed = accounts;
    this.#accounts = new Map(accounts);
    this.#ports = ports;
  }

  get origin(): Origin {
    return this.#origin;
  }

  get head(): CommitId {
    return this.#head;
  }

  get accounts(): Accounts {
    return this.#accounts;
  }

  add(account: AccountName, added: Additions): void {
    this.#pending.push({ account, added });
    this.#append(account, added);
  }

  /** What Spotify says of whom the ledger knows; the chain still hangs on what it knew first. */
  learn(account: AccountName, user: User): void {
    const origin = withUser(this.#origin, account, user);
    this.#isOriginNew ||= renderOrigin(origin) !== renderOrigin(this.#origin);
    this.#origin = origin;
  }

  /** One commit of everything that was added; `moved` when somebody else committed first, and nothing was done. */
  async tryCommit(message: string, extra: Files = new Map()): Promise<'done' | 'moved'> {
    const { git, clock } = this.#ports;
    const files = new Map([...this.#files(), ...extra]);
    if (files.size === 0) return 'done';
    const done = await git.commit({ expected: this.#head, message, files, atMs: clock.now() });
    this.#head = done.kind === 'done' ? done.commit : done.head;
    if (done.kind === 'moved') return 'moved';
    this.#committed = new Map(this.#accounts);
    this.#isOriginNew = false;
    this.#isBegun = true;
    this.#pending = [];
    return 'done';
  }

  /**
   * The same for what must not be lost: after somebody else's commit the ledger is read again and added to anew. `moved` where
   * that was another run's before the first of ours: what we saw came to pass in its time, and it has told that already.
   */
  async commit(
    message: string,
    extra: (accounts: Accounts) => Promise<Files> = async () => new Map(),
  ): Promise<'done' | 'moved'> {
    for (let tries = 1; tries <= mostTries; tries++) {
      if ((await this.tryCommit(message, await extra(this.accounts))) === 'done') return 'done';
      const known = this.#committed;
      await this.#readAgain();
      if (!this.#isBegun && hasLater(this.#committed, known)) return 'moved';
    }
    throw new Failure([problem('machine/moved-head', { tries: mostTries })]);
  }

  #append(account: AccountName, added: Additions): void {
    const known = this.#accounts.get(account);
    if (known !== undefined) this.#accounts.set(account, append(known, rootOf(this.origin, account), added));
  }

  async #readAgain(): Promise<void> {
    const { git, files } = this.#ports;
    await git.settle(['reports', 'playlists']);
    const committed = await readOrigin(files);
    // Another run may have met an account of its own meanwhile.
    if (committed !== undefined) this.#origin = withKnown(this.#origin, committed);
    this.#isOriginNew = committed === undefined || renderOrigin(this.#origin) !== renderOrigin(committed);
    this.#committed = await readAccounts(files, [...this.#accounts.keys()]);
    this.#accounts = new Map(this.#committed);
    for (const { account, added } of this.#pending) this.#append(account, added);
  }

  #files(): Files {
    const files = new Map<string, Content | null>(this.#isOriginNew ? [[originPath, renderOrigin(this.origin)]] : []);
    for (const [name, ledger] of this.#accounts) {
      const before = this.#committed.get(name);
      if (before === undefined || before === ledger) continue;
      for (const [path, content] of filesBetween(before, ledger)) files.set(path, content);
    }
    return files;
  }
}

/** Whether runs are recorded in one that the other does not know. */
const hasLater = (accounts: Accounts, known: Accounts): boolean =>
  [...accounts].some(([name, { runs }]) => runs.length !== known.get(name)?.runs.length);
