import { answerComparer, type Compare, type Dialect } from './compare.ts';
import { hasSpec } from './document.ts';
import type { Exchange } from './exchange.ts';
import { excused, unexcused } from './excused.ts';

const comparers: { [D in Dialect]?: Compare } = {};

/** Throws when Spotify's own document does not allow an answer. Says nothing where there is no document. */
export function mustBeAllowed(dialect: Dialect, exchange: Exchange): void {
  if (!hasSpec) return;
  comparers[dialect] ??= answerComparer(dialect);
  const wrong = unexcused([exchange], comparers[dialect], excused(dialect));
  if (wrong.length > 0) throw new Error(`Spotify would not answer that:\n${wrong.join('\n')}`);
}
