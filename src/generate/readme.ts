import { problemTable } from './problem-table.ts';
import { wordTables } from './word-tables.ts';

const tables = { words: wordTables, problems: problemTable };

/** The README with every table between its markers as the source has it now: `<!-- generated: words -->` to `<!-- /generated -->`. */
export const withTables = (readme: string): string =>
  Object.entries(tables).reduce(
    (text, [name, table]) =>
      text.replace(
        new RegExp(`(<!-- generated: ${name} -->\\n)[\\s\\S]*?(<!-- /generated -->)`),
        (_, start: string, end: string) => `${start}\n${table()}\n\n${end}`,
      ),
    readme,
  );
