import type { Place } from '../../domain/place.ts';
import type { Source } from './parse-yaml.ts';

/** The place of a stretch of text; carets end with its first line. */
export function placeIn({ file, text, lines }: Source, start: number, end: number): Place {
  const { line, col } = lines.linePos(start);
  const lineEnd = text.slice(start, end).search(/\s*[\r\n]/);
  const length = lineEnd < 0 ? end - start : lineEnd;
  return { file, line: Math.max(1, line), column: Math.max(1, col), length: Math.max(1, length) };
}
