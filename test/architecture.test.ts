import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', 'src');

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => path.replaceAll('\\', '/'))
  .sort();

const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const linesOf = (path: string): number => textOf(path).trimEnd().split('\n').length;
const folderOf = (path: string): string => (path === 'ports.ts' ? 'ports' : (path.split('/')[0] ?? path));

const importsOf = (path: string): readonly string[] =>
  [...textOf(path).matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map(([, target]) => target ?? '');

/** Paths below src that a file imports. */
const oursOf = (path: string): readonly string[] =>
  importsOf(path)
    .filter((target) => target.startsWith('.'))
    .map((target) => relative(root, normalize(join(root, dirname(path), target))).replaceAll('\\', '/'));

const pure = ['domain', 'problem', 'words', 'rules', 'resolve', 'plan', 'ledger', 'report'];

/** What each folder may import besides itself: the arrows of the design. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  problem: ['domain'],
  words: ['domain', 'problem'],
  rules: ['domain', 'problem', 'words'],
  resolve: ['domain', 'problem', 'words'],
  plan: ['domain', 'problem', 'words'],
  ledger: ['domain', 'problem', 'words'],
  report: ['domain', 'problem', 'words', 'ledger'],
  ports: ['domain'],
  gather: ['domain', 'problem', 'ports', 'words', 'rules', 'resolve', 'plan', 'ledger'],
  // Applying reads a playlist as gathering does.
  apply: ['domain', 'problem', 'ports', 'words', 'rules', 'resolve', 'plan', 'ledger', 'gather'],
  // What sends a request, for every adapter that does.
  http: [],
  adapters: ['domain', 'problem', 'ports', 'http'],
  app: [...pure, 'ports', 'gather', 'apply', 'simulator'],
  simulator: ['domain', 'problem'],
  generate: [...pure],
  cli: [...pure, 'ports', 'gather', 'apply', 'app', 'adapters', 'simulator'],
  // A step of a job opens its ports as the command line does.
  action: [...pure, 'ports', 'gather', 'apply', 'app', 'adapters', 'simulator', 'cli'],
};

describe('the arrows', () => {
  test.each(files)('%s imports only what its folder may', (path) => {
    const folder = folderOf(path);
    const allowed = [folder, ...(arrows[folder] ?? [])];
    const strangers = oursOf(path).filter((target) => !allowed.includes(folderOf(target)));
    expect(strangers).toEqual([]);
  });

  test('every folder has its arrows', () => {
    expect([...new Set(files.map(folderOf))].filter((folder) => !(folder in arrows))).toEqual([]);
  });

  test('adapters do not import each other', () => {
    const crossing = files
      .filter((path) => path.startsWith('adapters/'))
      .flatMap((path) =>
        oursOf(path).filter((target) => target.startsWith('adapters/') && target.split('/')[1] !== path.split('/')[1]),
      );
    expect(crossing).toEqual([]);
  });
});

describe('purity', () => {
  const impure =
    /\b(?:Date\.now|Math\.random|process\.|console\.|setTimeout|setInterval|fetch\(|toLocale\w*|Intl\.|localeCompare)|new Date\(\)|Temporal\.Now|'node:(?!crypto)/;

  /** What pages run in browsers, which have a clock and a network: text here. */
  const forBrowsers = (path: string): boolean => path.startsWith('report/pages/assets/');

  test.each(files.filter((path) => pure.includes(folderOf(path)) && !forBrowsers(path)))(
    '%s reads no clock, chance, environment or locale',
    (path) => {
      const code = textOf(path).replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      expect(impure.exec(code)?.[0]).toBeUndefined();
    },
  );

  test.each(files.filter((path) => !['cli', 'action', 'simulator', 'generate'].includes(folderOf(path))))(
    '%s reads neither arguments nor environment',
    (path) => {
      expect(/process\.(?:argv|env)/.exec(textOf(path))?.[0]).toBeUndefined();
    },
  );

  test('what plans cannot write: planning never sees the writing port', () => {
    const planners = files.filter((path) => ['gather', 'resolve', 'plan', 'rules', 'words'].includes(folderOf(path)));
    expect(planners.filter((path) => textOf(path).includes('WriteSpotify'))).toEqual([]);
  });
});

describe('size', () => {
  test.each(files)('%s has at most 200 lines', (path) => {
    expect(linesOf(path)).toBeLessThanOrEqual(200);
  });

  test('the median file has under 90 lines', () => {
    const sizes = files.map(linesOf).sort((one, other) => one - other);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(90);
  });

  test('no folder is named after a kind of code', () => {
    expect(
      files.filter((path) => /(?:^|\/)(?:utils?|helpers?|common|misc|managers?|services?|handlers?)[/.]/.test(path)),
    ).toEqual([]);
  });

  test('exceptions to the linter are counted', () => {
    expect(files.filter((path) => textOf(path).includes('biome-ignore'))).toEqual([]);
  });
});
