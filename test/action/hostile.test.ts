import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { control, id, smallWorld, uri } from '../scenarios/stage/world.ts';
import { commandsIn } from './runner.ts';
import { test } from './stage.ts';

/** Names that act where they are not expected: in the log, in outputs, in Markdown, on a terminal. */
const hostile = [
  '::error::x',
  '  ::set-output name=exit::7',
  '%0A::set-output name=exit::7',
  'a\n::add-mask::Song',
  'a\r::stop-commands::x',
  'a\u2028::warning::x',
  '##[error]x',
  'a ##[add-mask]Song',
  'ghadelimiter_',
  '<img src=x onerror=alert(1)>',
  '</details><script>alert(1)</script>',
  '[x](javascript:alert(1)) ![x](https://example.org/x.png)',
  'https://example.org www.example.org a@example.org',
  '@octocat #1 :tada: $x$ `` ` ``` ~~~',
  'a | b | c\\|d',
  '\u202egnp.exe \u001b[31m',
  '# head\n- item\n\n---',
  `\${{ secrets.TOKEN }} $(id)`,
];

const written = JSON.stringify;

test('no name from Spotify or from a rule is obeyed by the runner or by Markdown', async ({ open, expect }) => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const tracks = letters.map((letter, index) => ({
    id: id(letter),
    name: hostile[index % hostile.length] ?? '',
    artists: [id('Ann')],
  }));
  const rules = hostile.map((name, index) => [
    `playlists/r${index}.yaml`,
    `name: ${written(name)}\nfrom:\n  - tracks: [${written(uri(letters[index] ?? 'a'))}]\n`,
  ]);
  const { step, requests } = await open({
    world: smallWorld(letters.join(''), { more: { artists: [{ id: id('Ann'), name: '::error::Ann' }], tracks } }),
    files: {
      ...Object.fromEntries(rules),
      'playlists/night.yaml': `name: ${written(hostile[0])}\nfrom:\n  - tracks: [${written(uri('x'))}]\nack: { removals: 25, until: 2026-12-01 }\n`,
      ...control('night'),
    },
  });
  const { log, summary, outputs, exit } = await step({ command: 'plan' });
  expect(requests()).toContain('GET /playlists/list000000000000000000 200');
  expect({ exit, outputs }).toEqual({
    exit: 0,
    outputs: { changed: 'true', plan: '<temp>/setlist-plan.json', rotated: '', exit: '4' },
  });
  const ours = ['add-mask', 'group', 'endgroup', 'notice', 'warning'];
  const told = commandsIn(log);
  expect(told.filter(({ name }) => !ours.includes(name))).toEqual([]);
  expect(told.filter(({ name }) => name === 'add-mask')).toHaveLength(3);
  expect(actingIn(summary)).toEqual([]);
  expect({ log, summary }).toMatchSnapshot();
});

test('mistakes that quote what is hostile are no commands either', async ({ open, expect }) => {
  const keys = hostile.map((name, index) => [
    `playlists/k${index}.yaml`,
    `name: K\nfrom:\n  - liked\n${written(name)}: 1\nwhere:\n  - title: ${written(name)}\n`,
  ]);
  const { step } = await open({ files: Object.fromEntries(keys) });
  const { log, summary, exit } = await step({ command: 'validate' });
  expect(exit).toBe(1);
  expect(new Set(commandsIn(log).map(({ name }) => name))).toEqual(new Set(['add-mask', 'error']));
  expect(commandsIn(log).filter(({ name }) => name === 'error')).toHaveLength(9);
  expect(actingIn(summary)).toEqual([]);
});

/** What Markdown would do but show text: links, pictures, HTML that is not our fold, anything that could be mentioned. */
function actingIn(markdown: string): readonly string[] {
  const acting: string[] = [];
  const visit = (node: Nodes): void => {
    if (['link', 'image', 'linkReference', 'imageReference', 'definition', 'footnoteReference'].includes(node.type))
      acting.push(node.type);
    if (
      node.type === 'html' &&
      !/^(?:<details><summary>[A-Z][a-z, ]+ \(\d+\)<\/summary>|<\/details>)$/.test(node.value)
    )
      acting.push(node.value);
    if (node.type === 'text' && /[@#$`<>]|:\w+:|www\.|https?:/.test(node.value)) acting.push(node.value);
    if (node.type === 'heading' && node.depth !== 3) acting.push('heading');
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(fromMarkdown(markdown));
  return acting;
}
