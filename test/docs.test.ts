import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { program } from '../src/cli/program.ts';
import { generatedFiles } from '../src/generate/generated.ts';
import { catalogue } from '../src/problem/catalogue.ts';
import { exits, signalExits } from '../src/problem/exit.ts';

const root = join(import.meta.dirname, '..');
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const readme = textOf('README.md');
/** A chapter of the README, from its heading to the next. */
const chapter = (heading: string): string => readme.split(/^## /m).find((text) => text.startsWith(heading)) ?? '';

const { commands } = program({}, new AbortController().signal, () => undefined);
/** Options that nearly every command takes are told once for all. */
const common = ['--dir', '--json', '--quiet'];

describe('README', () => {
  test.each(commands.map((command) => [command.name(), command] as const))(
    'tells of %s and its options',
    (name, command) => {
      const line = chapter('Commands').match(new RegExp(`^\\| \`setlist ${name}\\b.*$`, 'm'))?.[0] ?? '';
      expect(line).not.toBe('');
      const options = command.options.map(({ long }) => long ?? '').filter((long) => !common.includes(long));
      expect(options.filter((long) => !line.includes(long))).toEqual([]);
    },
  );

  test('tells of no command and no option that is not there', () => {
    const told = [...chapter('Commands').matchAll(/^\| `setlist (\w+)/gm)].map(([, name]) => name);
    expect(told.sort()).toEqual(commands.map((command) => command.name()).sort());
    const known = new Set([...common, ...commands.flatMap(({ options }) => options.map(({ long }) => long))]);
    expect(
      [...chapter('Commands').matchAll(/`(--[a-z-]+)/g)].map(([, long]) => long).filter((long) => !known.has(long)),
    ).toEqual([]);
  });

  test.each(common)('tells of %s, which nearly all commands take', (option) => {
    expect(chapter('Commands')).toContain(`\`${option}\``);
  });

  test('tells of every exit that a problem can lead to, and of no other', () => {
    const told = [...chapter('Commands').matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
    const used = new Set([...Object.values(catalogue).map(({ exit }) => exits[exit]), exits.bug, exits.done]);
    expect(told).toEqual([...used].sort((one, other) => one - other));
    for (const code of Object.values(signalExits)) expect(chapter('Commands')).toContain(`${code}`);
  });

  test('gives a reason for every package that is used', () => {
    const { dependencies, devDependencies } = JSON.parse(textOf('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const told = [...chapter('What it is built on').matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    );
    const used = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !name.startsWith('@types/'));
    expect(told.sort()).toEqual(used.sort());
  });

  test('tells of every variable that is read', () => {
    const read = [...textOf('src/cli/ports.ts').matchAll(/\bSETLIST_[A-Z_]+/g)].map(([name]) => name);
    expect([...new Set(read)].filter((name) => !chapter('Environment').includes(name))).toEqual([]);
  });

  test.each([...readme.matchAll(/\]\((?!http)([^)#]+)/g)].map(([, path]) => path ?? ''))(
    'links to %s, which is there',
    (path) => {
      expect(existsSync(join(root, path))).toBe(true);
    },
  );
});

describe('generated files are current', () => {
  test.each(generatedFiles(root, textOf))('%s', (path, text) => {
    // "npm run generate" writes them.
    expect(textOf(path)).toBe(text);
  });
});
