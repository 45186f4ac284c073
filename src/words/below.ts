import type { Reading } from './word.ts';

/** How a word inside another's value reads its own: the same places and complaints, a path further down. */
export const below = (reading: Reading, ...path: readonly (string | number)[]): Reading => ({
  at: (...further) => reading.at(...path, ...further),
  report: (problem) => reading.report(problem),
  list: (file, ...further) => reading.list(file, ...path, ...further),
  rule: (slug, ...further) => reading.rule(slug, ...path, ...further),
});
