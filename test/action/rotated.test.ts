import { clientId, rule, smallWorld } from '../scenarios/stage/world.ts';
import { commandsIn } from './runner.ts';
import { type Stage, test } from './stage.ts';

const files = { 'playlists/night.yaml': rule('Night', 'abc') };
const world = smallWorld('', { more: { apps: [{ id: clientId, rotates: true }] } });
const name = 'SETLIST_TOKEN_OWNER';

const checkout = ({ clone }: Stage): void => {
  clone(['fetch', '--quiet', 'origin', 'main']);
  clone(['reset', '--quiet', '--hard', 'FETCH_HEAD']);
};

test('a secret that Spotify replaced is put where the step says, hidden first; the next night begins with it', async ({
  open,
  expect,
}) => {
  const stage = await open({ world, files });
  const kept = { command: 'sync', 'secrets-to': 'environment:production', 'secrets-token': stage.github.token };
  const first = await stage.step(kept);
  expect({ exit: first.exit, rotated: first.outputs['rotated'] }, first.log).toEqual({ exit: 0, rotated: '' });
  const secret = stage.github.secrets()[`production/${name}`];
  const { refresh_token: token } = JSON.parse(Buffer.from(secret ?? '', 'base64url').toString());
  const masked = commandsIn(first.log).flatMap((one) => (one.name === 'add-mask' ? one.data : []));
  expect(masked).toEqual(expect.arrayContaining([secret, token]));
  checkout(stage);
  const second = await stage.step(kept, { [name]: secret });
  expect([second.exit, second.outputs['exit'], second.outputs['rotated']]).toEqual([0, '0', '']);
  expect(stage.github.strangers).toEqual([]);
});

test.for<[string, Readonly<Record<string, string>>]>([
  ['without a place for it', {}],
  ['with the token of the job, which may not', { 'secrets-to': 'repo' }],
])(
  '%s it is a warning, a line of the summary and an output; the next night is red',
  async ([, inputs], { open, expect }) => {
    const stage = await open({ world, files });
    if ('secrets-to' in inputs)
      stage.github.befall({
        on: '/actions/secrets/public-key',
        how: { kind: 'answer', status: 403, json: { message: 'Resource not accessible by integration' } },
      });
    const first = await stage.step({ command: 'sync', ...inputs }, { GITHUB_TOKEN: stage.github.token });
    expect([first.exit, first.outputs['exit'], first.outputs['rotated']], first.log).toEqual([0, '0', 'owner']);
    const warnings = commandsIn(first.log).filter((one) => one.name === 'warning');
    expect(warnings.map(({ properties }) => properties)).toEqual(['title=spotify/rotated-not-kept']);
    expect(warnings[0]?.data).toContain('setlist login owner --to repo');
    expect(first.summary).toContain('spotify/rotated-not-kept');
    checkout(stage);
    const second = await stage.step({ command: 'sync', ...inputs });
    expect([second.exit, second.outputs['exit'], second.outputs['rotated']]).toEqual([1, '9', '']);
  },
);
