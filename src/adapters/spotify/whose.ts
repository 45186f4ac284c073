import type { AccountName } from '../../domain/ids.ts';
import { isSameUser, type User } from '../../domain/user.ts';
import { Failure } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';
import type { Client } from './client.ts';
import { decode } from './decode/answers.ts';
import { type Secret, userIn } from './secret.ts';

export type Sender = Pick<Client, 'send'>;

type Known = {
  readonly account: AccountName;
  /** Whom the ledger knows by that name; undefined: nobody yet. */
  readonly recorded: User | undefined;
  readonly secret: () => Secret;
};

export const readUser = (client: Sender): Promise<User> =>
  client.send({ method: 'GET', path: '/me', bucket: 'library' }, decode.me);

/** Whose sign-in it is. Throws a `Failure` when that is somebody else than the ledger knows. */
export class Whose {
  readonly #known: Known;
  readonly #client: Sender;
  #asked: Promise<User> | undefined;
  #isOurs = false;

  constructor(known: Known, client: Sender) {
    this.#known = known;
    this.#client = client;
  }

  /** As Spotify says, which is asked once. */
  async ask(): Promise<User> {
    this.#asked ??= readUser(this.#client).catch((error: unknown) => {
      this.#asked = undefined;
      throw error;
    });
    return this.#judge(await this.#asked);
  }

  /** The same client, of which nothing is sent as somebody else. */
  get client(): Sender {
    return {
      send: async (call, read) => {
        await this.check();
        return this.#client.send(call, read);
      },
    };
  }

  /** Throws a `Failure` where it is somebody else. Only a secret that does not say whose it is costs a request. */
  async check(): Promise<void> {
    if (this.#isOurs || this.#known.recorded === undefined) return;
    const said = userIn(this.#known.secret());
    if (said === undefined) await this.ask();
    else this.#judge(said);
  }

  #judge(user: User): User {
    const { account, recorded } = this.#known;
    if (recorded !== undefined && !isSameUser(recorded, user))
      throw new Failure([problem('sign-in/other-user', { account, recorded: recorded.id, found: user.id })]);
    this.#isOurs = true;
    return user;
  }
}
