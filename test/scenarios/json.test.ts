import { test } from './stage/stage.ts';
import { control, rule, smallWorld } from './stage/world.ts';

const files = { 'playlists/night.yaml': rule('List', 'abcd'), ...control('night') };

const commands = ['validate', 'fmt', 'plan', 'apply', "why night 'song a'", 'plan --offline', 'doctor'];

test('every command prints one document with --json, and nothing with --quiet', async ({ open, expect }) => {
  const stage = await open({ world: smallWorld('abcd', { list: { public: false } }), files });
  expect(await stage.setlist('gather --quiet')).toEqual({ exit: 0, out: '', err: '' });
  const run = async (args: string) => {
    const [json, quiet] = await Promise.all([stage.setlist(`${args} --json`), stage.setlist(`${args} --quiet`)]);
    return { args, json: { ...json, out: JSON.parse(json.out) as unknown }, quiet };
  };
  for (const { args, json, quiet } of await Promise.all(commands.map(run))) {
    const out = { version: 1, command: args.split(' ')[0], exit: 0, problems: [] };
    expect(json, args).toEqual({ exit: 0, err: '', out: expect.objectContaining(out) });
    expect(quiet, args).toEqual({ exit: 0, out: '', err: '' });
  }
});

test.concurrent.for(['gather', 'apply --yes', "why night 'song a'"])(
  '%s says in its document what is wrong',
  async (args, { open, expect }) => {
    const stage = await open({ world: smallWorld('abcd'), files });
    const { exit, out, err } = await stage.setlist(`${args} --json`, { SETLIST_TOKEN_OWNER: undefined });
    const problems = [{ code: 'spotify/no-token', facts: { account: 'owner', variable: 'SETLIST_TOKEN_OWNER' } }];
    expect(JSON.parse(out)).toMatchObject({ version: 1, command: args.split(' ')[0], exit: 9, problems });
    expect({ exit, err }).toEqual({ exit: 9, err: '' });
  },
);
