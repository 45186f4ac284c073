import { expect, test } from 'vitest';
import { formatRule } from '../../src/rules/format.ts';
import { readPlaybook } from '../../src/rules/read-playbook.ts';
import { withFiles } from './portfolio.ts';
import { codes } from './report.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, mark: readonly number[]): Uint8Array =>
  new Uint8Array([...mark, ...[...text].flatMap((character) => [character.charCodeAt(0), 0])]);

const head = 'name: Night\naccount: studio\n';
const rule = `${head}from: [liked]\n`;
const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefghij']
  .map((letter, index) => `${letter}: &${letter} [${Array(9).fill(`*${'abcdefghij'[index]}`).join(', ')}]\n`)
  .join('')}`;

/** Seconds are plenty for each: what is nasty must end quickly. */
const quick = { timeout: 20_000 };

test.each<readonly [string, string | Uint8Array, readonly string[]]>([
  ['UTF-16 with a mark', utf16(rule, [0xff, 0xfe]), ['1:1 rules/not-text']],
  ['UTF-16 without a mark', utf16(rule, []), ['1:1 rules/not-text']],
  ['a NUL character', bytes(`${head}from: [li\0ked]\n`), ['3:10 rules/not-text']],
  ['an escape sequence', bytes(`${head}description: \u001b[31mred\n`), ['3:14 rules/not-text']],
  ['bytes that are not UTF-8', new Uint8Array([...bytes('name: Caf'), 0xe9, 0x0a]), ['1:10 rules/not-text']],
  [
    'Latin-1 after a right replacement character',
    new Uint8Array([...bytes('a: \u00e9\n'), 0xe9]),
    ['2:1 rules/not-text'],
  ],
  ['an alias bomb', `${rule}${bomb}`, ['4:17 rules/too-large']],
  ['an anchor inside of itself', `${rule}where: &a [*a, *a, *a]\n`, ['4:11 rules/too-large', '4:20 rules/too-large']],
  ['a megabyte in one text', `${rule}description: ${'x'.repeat(1_000_000)}\n`, ['4:14 rules/too-large']],
  ['a megabyte in one key', `${rule}${'k'.repeat(1_000_000)}: 1\n`, ['4:1 rules/not-yaml']],
  ['more than four megabytes', `${rule}# ${'x'.repeat(4_000_000)}\n`, ['1:1 rules/too-large']],
  ['ten thousand brackets', `${rule}where: ${'['.repeat(10_000)}\n`, ['4:72 rules/too-large']],
  ['ten thousand dashes', `${rule}where:\n  ${'- '.repeat(10_000)}x\n`, ['5:131 rules/too-large']],
  ['a staircase of keys', `${rule}${stairs(2_000)}`, ['68:65 rules/too-large']],
  ['fifty thousand unknown keys', `${rule}${lines(50_000, (index) => `key${index}: 1`)}`, ['4:1 rules/unknown-key']],
  ['fifty thousand mistakes', `${rule}where: [${'1, '.repeat(50_000)}]\n`, ['4:9 rules/wrong-value']],
])('survives %s', quick, (_, content, expected) => {
  const found = codes(withFiles({ 'night.yaml': content })).map((one) => one.replace('playlists/night.yaml:', ''));
  expect(found.slice(0, expected.length)).toEqual(expected);
  if (typeof content === 'string') expect(formatRule(content)).toBeTypeOf('string');
});

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');
}

function stairs(count: number): string {
  return lines(count, (index) => `${' '.repeat(index)}a:`);
}

test.each([
  ['a byte order mark', bytes(`\uFEFF${rule}`)],
  ['Windows line ends', bytes(rule.replaceAll('\n', '\r\n'))],
  ['line ends of an old Mac', bytes(rule.replaceAll('\n', '\r'))],
  ['a document start', `---\n${rule}`],
  ['no line end', rule.trimEnd()],
  ['names in any script', `name: 夜のドライブ 🌃\naccount: studio\nfrom: [liked]\n`],
])('reads a rule with %s', (_, content) => {
  expect(codes(withFiles({ 'night.yaml': content }))).toEqual([]);
});

test('counts columns without a byte order mark', () => {
  expect(codes(withFiles({ 'night.yaml': bytes('\uFEFFname: 5\naccount: studio\nfrom: [liked]\n') }))).toEqual([
    'playlists/night.yaml:1:7 rules/wrong-value',
  ]);
});

test('never changes what all objects share', () => {
  readPlaybook(withFiles({ 'night.yaml': `${rule}__proto__: { polluted: true }\n` }));
  expect('polluted' in {}).toBe(false);
});
