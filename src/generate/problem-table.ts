import { catalogue } from '../problem/catalogue.ts';
import type { Entry } from '../problem/entry.ts';
import { exits } from '../problem/exit.ts';
import { code, table } from './table.ts';

/** Every code with its exit code, its message and its fix, facts shown by their names. */
export function problemTable(): string {
  const rows = Object.entries(catalogue)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    // The facts of one entry are as good as those of any other here: they only stand for themselves.
    .map(([name, entry]) => rowOf(name, entry as unknown as Entry<unknown>));
  return table(['code', 'exit', 'says', 'fix'], rows);
}

const rowOf = (name: string, { says, fix, exit }: Entry<unknown>): readonly string[] => [
  code(name),
  String(exits[exit]),
  shape(says),
  shape(fix),
];

/** A sentence with the names of its facts where they would stand: `Cannot read ‹what›: found ‹found›`. */
function shape(sentence: (facts: unknown) => string): string {
  const text = sentence(new Proxy({}, { get: (_, name) => new Placeholder(String(name)) }));
  // Some fixes are facts themselves; some facts are numbers to count with, or keys of a table.
  return /^‹[a-z]+›$/.test(text) ? 'Told with the problem' : text.replaceAll(/NaN|undefined/g, '…');
}

/** Stands for a fact of any type: a text, a list, a number that is none. */
class Placeholder extends String {
  constructor(name: string) {
    super(`‹${name}›`);
  }

  join(): string {
    return String(this);
  }

  map(toText: (text: string) => string): readonly string[] {
    return [toText(String(this))];
  }

  override *[Symbol.iterator](): StringIterator<string> {
    yield String(this);
    yield String(this);
  }
}
