import { parse } from 'csv-parse/sync';
import type { ListLine } from '../../domain/list.ts';
import type { Place } from '../../domain/place.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { columnsOf } from './columns.ts';
import { isProblem } from './is-problem.ts';
import type { ListFile, ReadLines } from './read-list.ts';
import { nobody, readSubject, type Subject, type SubjectColumn, subjects } from './subject.ts';

type Row = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/** A table with a header. What no column of ours names is a field; several words of a cell stand between semicolons. */
export function readCsv(list: ListFile): ReadLines {
  const rows = parseRows(list);
  if (!Array.isArray(rows)) return { lines: [], problems: [rows as Problem] };
  const [header, ...body] = rows as readonly Row[];
  if (header === undefined) return { lines: [], problems: [] };
  const columns = columnsOf(header.record);
  const sources = list.text.split(/\r?\n/);
  const at = (line: number): Place => ({
    file: list.file,
    line,
    column: 1,
    length: Math.max(1, sources[line - 1]?.length ?? 1),
  });
  if (!columns.some(isSubject)) return { lines: [], problems: [noSubject(at(header.info.lines))] };
  const read = body.map(({ record, info: { lines } }) => readRow(columns, record, at(lines), sources[lines - 1] ?? ''));
  return { lines: read.flatMap(({ line }) => line ?? []), problems: read.flatMap(({ problems }) => problems) };
}

function parseRows({ file, text }: ListFile): readonly Row[] | Problem {
  const [first = ''] = text.split(/\r?\n/, 1);
  const delimiter = first.includes('\t') ? '\t' : first.includes(',') || !first.includes(';') ? ',' : ';';
  try {
    const options = {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 100_000,
    };
    // Sound: with `info` every row comes as its cells and where it ended.
    return parse(text, options) as unknown as readonly Row[];
  } catch (error) {
    return brokenCsv(file, error);
  }
}

function brokenCsv(file: string, error: unknown): Problem {
  const line = typeof error === 'object' && error !== null && 'lines' in error ? Number(error.lines) : 1;
  const facts = {
    reason: 'quotation marks do not pair up, or a cell never ends',
    instead: 'Put cells with quotation marks or commas in quotation marks, doubled inside',
  };
  return problem('rules/bad-list', facts, { file, line, column: 1 });
}

type ReadRow = { readonly line: ListLine | undefined; readonly problems: readonly Problem[] };

function readRow(columns: readonly string[], record: readonly string[], at: Place, source: string): ReadRow {
  if (record.every((cell) => cell === '')) return { line: undefined, problems: [] };
  if (record.length > columns.length) {
    const facts = {
      reason: `a line of ${record.length} cells below a header of ${columns.length}`,
      instead: 'Put cells that hold commas in quotation marks',
    };
    return { line: undefined, problems: [problem('rules/bad-list', facts, at)] };
  }
  const cells = columns
    .map((column, index) => ({ column, text: record[index] ?? '' }))
    .filter(({ text }) => text !== '');
  const read = cells.flatMap(({ column, text }) =>
    isSubject(column) ? [readSubject(column, text, cellAt(text, at, source))] : [],
  );
  const problems = read.filter(isProblem);
  const subject: Subject = Object.assign({ ...nobody }, ...read.filter((one) => !isProblem(one)));
  if (problems.length === 0 && Object.values(subject).every((one) => one === null))
    return {
      line: undefined,
      problems: [
        problem(
          'rules/bad-list',
          { reason: 'a line that says nothing of what it is about', instead: `Fill in one of: ${subjects.join(', ')}` },
          at,
        ),
      ],
    };
  return { line: { ...subject, fields: fieldsOf(cells), at }, problems };
}

const isSubject = (column: string): column is SubjectColumn => (subjects as readonly string[]).includes(column);

/** Where a cell stands in its line; the whole line when quoting hides it. */
function cellAt(text: string, at: Place, source: string): Place {
  const index = source.indexOf(text);
  return index < 0 ? at : { ...at, column: index + 1, length: text.length };
}

function fieldsOf(cells: readonly { readonly column: string; readonly text: string }[]): ListLine['fields'] {
  return Object.fromEntries(
    cells
      .filter(({ column }) => column !== '' && !isSubject(column))
      .map(({ column, text }) => [
        column,
        text
          .split(';')
          .map((word) => word.trim())
          .filter((word) => word !== ''),
      ]),
  );
}

const noSubject = (at: Place): Problem =>
  problem(
    'rules/bad-list',
    { reason: 'no column says what a line is about', instead: `Name one of the columns ${subjects.join(', ')}` },
    at,
  );
