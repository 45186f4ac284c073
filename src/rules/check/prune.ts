import type { Located } from '../source/located.ts';

/** Lists whose entries stand for themselves: one that is wrong says nothing of the others. */
const independent: readonly string[] = [
  'from',
  'where',
  'all',
  'any',
  'pin',
  'arrange',
  'sort',
  'schedule',
  'tracks',
  'artists',
];

/** A path of keys and indexes, as texts. */
type Fault = readonly string[];

/**
 * What is left of a file to read on when parts of it have the wrong form, so that other mistakes are told in the same
 * breath: wrong entries are left out of their lists, and where that cannot be, the whole key at the top.
 */
export function prune(file: Located, faults: readonly Fault[]): Located {
  return faults.length === 0 ? file : without(file, faults.flatMap(cutFor));
}

/** The path to leave out; none when the file as a whole is complained about (a key too many or too few). */
function cutFor(fault: Fault): readonly Fault[] {
  const index = fault.findLastIndex((part, at) => /^\d+$/.test(part) && independent.includes(fault[at - 1] ?? ''));
  return fault.length === 0 ? [] : [fault.slice(0, index < 0 ? 1 : index + 1)];
}

function without(located: Located, cuts: readonly Fault[]): Located {
  const byFirst = Map.groupBy(cuts, ([first]) => first ?? '');
  const kept = [...located.parts].flatMap(([name, part]): readonly (readonly [string, Located])[] => {
    const here = byFirst.get(name) ?? [];
    if (here.some((cut) => cut.length === 1)) return [];
    return [
      [
        name,
        here.length === 0
          ? part
          : without(
              part,
              here.map((cut) => cut.slice(1)),
            ),
      ],
    ];
  });
  if (!Array.isArray(located.value)) {
    const value = Object.fromEntries(kept.map(([name, part]) => [name, part.value]));
    return { ...located, value, parts: new Map(kept) };
  }
  const entries = kept.map(([, part]) => part);
  const parts = new Map(entries.map((part, index) => [String(index), part]));
  return { ...located, value: entries.map(({ value }) => value), parts };
}
