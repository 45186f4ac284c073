import { sources } from '../../../src/words/sources/index.ts';
import type { Candidate, SourceWord, Without } from '../../../src/words/word.ts';
import { askingIn, id, read, type World } from '../build.ts';

export type Ran = {
  /** The names of the tracks, or undefined while something is lacking. */
  readonly names: readonly string[] | undefined;
  readonly data: readonly string[];
  readonly gaps: readonly string[];
  readonly needs: readonly string[];
  readonly wishes: readonly string[];
};

/** Reads a source as a rule would write it and runs it in a world. */
export function run(word: keyof typeof sources, written: unknown, world: World = {}): Ran {
  const source: SourceWord = sources[word];
  const { value, problems } = read(source, written, world.lists);
  if (value === undefined) throw new Error(problems.join());
  const asking = askingIn(world);
  const sourced = source.run(value, asking);
  return {
    names: sourced?.entries.map(({ uri }) => nameOf(uri)),
    data: sourced?.entries.map(({ datum }) => datum) ?? [],
    gaps: sourced?.gaps ?? [],
    needs: asking.needs,
    wishes: asking.wishes,
  };
}

/** What a source says of a row that it does not give; undefined when it cannot tell. */
export function without(
  word: keyof typeof sources,
  written: unknown,
  row: Candidate,
  world: World = {},
): Without | undefined {
  const { value } = read(sources[word] as SourceWord, written, world.lists);
  const asking = askingIn(world);
  const said = (sources[word] as SourceWord).run(value, asking)?.without(row);
  return asking.needs.length + asking.wishes.length > 0 ? undefined : said;
}

/** The problems of a written source. */
export const refusals = (word: keyof typeof sources, written: unknown, lists: World['lists'] = []): readonly string[] =>
  read(sources[word] as SourceWord, written, lists).problems;

const nameOf = (uri: string): string => uri.replace(/^spotify:track:/, '').replace(/0+$/, '');

export const entry = (name: string, addedAt: string | null = null) => ({ uri: `spotify:track:${id(name)}`, addedAt });
