/** The first five of many, and how many more there are. */
export const few = (all: readonly string[]): readonly string[] =>
  all.length <= 5 ? all : [...all.slice(0, 5), `${all.length - 5} more`];
