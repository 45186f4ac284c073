import type { ListLine } from '../../domain/list.ts';
import { isProblem, sorted } from './is-problem.ts';
import type { ListFile, ReadLines } from './read-list.ts';
import { nobody, readSubject } from './subject.ts';

/** Plain text and M3U: one link, URI or id a line; what starts with `#` is a comment, or M3U's own. */
export function readLines({ file, text }: ListFile): ReadLines {
  const written = text
    .split(/\r?\n/)
    .map((line, index) => ({ text: line.trim(), line: index + 1, column: line.search(/\S/) + 1 }));
  const read = written
    .filter((one) => one.text !== '' && !one.text.startsWith('#'))
    .map((one) => {
      const at = { file, line: one.line, column: one.column, length: one.text.length };
      // A bare id names a track; links and URIs say what they name.
      const subject = readSubject(/^[0-9A-Za-z]{22}$/.test(one.text) ? 'track' : 'uri', one.text, at);
      return isProblem(subject) ? subject : ({ ...nobody, ...subject, fields: {}, at } satisfies ListLine);
    });
  return sorted(read);
}
