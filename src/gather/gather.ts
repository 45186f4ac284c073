import type { Answer, Facts, Size } from '../domain/facts.ts';
import type { AccountName } from '../domain/ids.ts';
import { type Need, type NeedOf, needKey } from '../domain/need.ts';
import type { Bucket } from '../domain/portfolio.ts';
import type { ReadSpotify, Say } from '../ports.ts';
import { Failure } from '../problem/failure.ts';
import type { Problem } from '../problem/problem.ts';
import { answerTo } from './answer.ts';
import { type Bounded, BudgetSpent, type Room, withinRoom } from './budget.ts';
import { Catalogue } from './catalogue.ts';
import { meaningOf } from './failed.ts';
import { bucketOf } from './price.ts';

export type ToGather = {
  /** What is lacking under these facts: `needs` stand in the way of a plan, `wishes` do not. */
  readonly resolve: (facts: Facts) => { readonly needs: readonly Need[]; readonly wishes: readonly Need[] };
  readonly facts: Facts;
  readonly readers: ReadonlyMap<AccountName, ReadSpotify>;
  /** What can still be sent as each account. */
  readonly room: Room;
  /** Known answers to read anew; each stands until it was. */
  readonly again?: {
    /** Before everything else. */
    readonly first: readonly Need[];
    /** Once nothing else is needed: what there is room for. */
    readonly later: () => readonly Need[];
    /** Whether what is known holds but for what is new; elsewhere it is read to its end. */
    readonly isForNews: (need: Need) => boolean;
  };
  readonly say: Say;
  /** What the ledger says of a playlist's past; without it such needs are put off. */
  readonly recall?: (need: NeedOf<'as_of'>) => Promise<Answer<'as_of'>>;
  /** Aborted: nothing more is read, and what was read is handed out. */
  readonly signal?: AbortSignal;
};

export type Gathered = {
  readonly facts: Facts;
  /** The keys of what was answered here. */
  readonly read: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  /** What there was no room for. */
  readonly short: readonly Short[];
  /** What a budget, a closed bucket, a sign-in or a signal left for another run. */
  readonly putOff: readonly Need[];
};

/** A need that its bucket has no room for, with what it takes where more than one request was missing. */
export type Short = {
  readonly account: AccountName;
  readonly bucket: Bucket;
  readonly need: Need;
  readonly size: Size | undefined;
};

/** Reads until nothing is lacking, or nothing more can be read. The only stage that reads Spotify for a plan. */
export async function gather({
  resolve,
  facts,
  readers,
  room,
  again,
  say,
  recall,
  signal,
}: ToGather): Promise<Gathered> {
  const catalogue = new Catalogue(facts);
  const isForNews = again?.isForNews ?? (() => false);
  const round = new Round({ catalogue, readers: withinRoom(readers, room), say, recall, isForNews });
  const readAll = async (needs: readonly Need[]): Promise<void> => {
    for (const need of needs)
      if (signal?.aborted === true) round.putOff.push(need);
      else await round.read(need, signal);
  };
  await readAll(again?.first ?? []);
  let later = again?.later;
  for (;;) {
    const { needs, wishes } = resolve(catalogue.facts);
    // What room is left goes to looks, and what is left of that to wishes.
    const open = round.open(needs);
    const looks = open.length > 0 ? [] : (later?.() ?? []);
    if (open.length === 0) later = undefined;
    const next = open.length > 0 ? open : looks.length > 0 ? looks : round.open(wishes);
    if (next.length === 0) break;
    await readAll(next);
    if (signal?.aborted === true) break;
  }
  const { answered: read, problems, short, putOff } = round;
  return { facts: catalogue.facts, read, problems, short, putOff };
}

type Reading = Pick<ToGather, 'say'> & {
  readonly readers: ReadonlyMap<AccountName, Bounded>;
  readonly catalogue: Catalogue;
  readonly recall: ToGather['recall'];
  readonly isForNews: (need: Need) => boolean;
};

/** What was tried, and what came of it besides facts. */
class Round {
  readonly answered = new Set<string>();
  readonly problems: Problem[] = [];
  readonly putOff: Need[] = [];
  readonly short: Short[] = [];
  readonly #tried = new Set<string>();
  readonly #stopped = new Set<AccountName>();
  readonly #closed = new Set<string>();
  readonly #catalogue: Catalogue;
  readonly #readers: Reading['readers'];
  readonly #say: Say;
  readonly #recall: ToGather['recall'];
  readonly #isForNews: (need: Need) => boolean;

  constructor({ catalogue, readers, say, recall, isForNews }: Reading) {
    this.#catalogue = catalogue;
    this.#readers = readers;
    this.#say = say;
    this.#recall = recall;
    this.#isForNews = isForNews;
  }

  open(needs: readonly Need[]): readonly Need[] {
    const byKey = new Map(needs.map((need) => [needKey(need), need]));
    return [...byKey]
      .filter(([key, need]) => !this.#catalogue.has(need) && !this.#tried.has(key))
      .map(([, need]) => need);
  }

  async read(need: Need, signal: AbortSignal | undefined): Promise<void> {
    this.#tried.add(needKey(need));
    if (need.kind === 'as_of' && this.#recall !== undefined) {
      this.#answer(need, await this.#recall(need));
      return;
    }
    const reader = need.kind === 'as_of' ? undefined : this.#readers.get(need.account);
    const bucket = `${need.account} ${bucketOf[need.kind]}`;
    if (reader === undefined || this.#stopped.has(need.account) || this.#closed.has(bucket)) {
      this.putOff.push(need);
      return;
    }
    try {
      this.#say(`reading ${needKey(need)}`);
      this.#answer(need, await answerTo(need, reader, this.#catalogue, this.#isForNews(need)));
    } catch (error) {
      if (signal?.aborted === true && !(error instanceof Failure)) this.putOff.push(need);
      else this.#failed(need, bucket, error);
    }
  }

  #answer(need: Need, answer: Answer): void {
    this.#catalogue.answer(need, answer);
    this.answered.add(needKey(need));
  }

  #failed(need: Need, bucket: string, error: unknown): void {
    if (error instanceof BudgetSpent) {
      this.putOff.push(need);
      const { bucket: of, size } = error;
      if (size !== undefined) this.#catalogue.noteSize(need, size);
      this.short.push({ account: need.account, bucket: of, need, size });
      return;
    }
    if (!(error instanceof Failure)) throw error;
    const meaning = meaningOf(error);
    // What is known is better than a part of what there is now.
    const isWorse = meaning.kind === 'answer' && meaning.answer.state === 'part' && this.#catalogue.has(need);
    if (meaning.kind === 'answer' && !isWorse) {
      this.#answer(need, meaning.answer);
      return;
    }
    this.putOff.push(need);
    this.problems.push(...error.problems);
    if (meaning.kind === 'closed') this.#closed.add(bucket);
    if (meaning.kind === 'stop') this.#stopped.add(need.account);
  }
}
