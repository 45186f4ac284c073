import { test } from './stage/stage.ts';
import { control, rule, smallWorld } from './stage/world.ts';

const files = { 'playlists/night.yaml': rule('List', 'abcd'), ...control('night') };

/** Every command with how it ends: on a day when all is well, and without a sign-in. */
const commands = ['validate', 'fmt', 'gather', 'plan', 'apply', 'apply --yes', "why night 'song a'", 'plan --offline'];

test.concurrent.for(commands)(
  '%s prints one document with --json, and nothing with --quiet',
  async (args, { open, expect }) => {
    const stage = await open({ world: smallWorld('abcd', { list: { public: false } }), files });
    await stage.setlist('gather');
    const [json, quiet] = await Promise.all([stage.setlist(`${args} --json`), stage.setlist(`${args} --quiet`)]);
    expect(JSON.parse(json.out)).toMatchObject({ version: 1, command: args.split(' ')[0], exit: 0, problems: [] });
    expect({ exit: json.exit, err: json.err }).toEqual({ exit: 0, err: '' });
    expect(quiet).toEqual({ exit: 0, out: '', err: '' });
  },
);

test.concurrent.for(['gather', 'plan', 'apply --yes', "why night 'song a'"])(
  '%s says in its document what is wrong',
  async (args, { open, expect }) => {
    const stage = await open({ world: smallWorld('abcd'), files });
    const json = await stage.setlist(`${args} --json`, { SETLIST_TOKEN_OWNER: undefined });
    const document = JSON.parse(json.out) as { problems: readonly object[] };
    expect(document).toMatchObject({ version: 1, command: args.split(' ')[0], exit: 9 });
    expect(document.problems).toEqual([
      { code: 'spotify/no-token', facts: { account: 'owner', variable: 'SETLIST_TOKEN_OWNER' } },
    ]);
    expect({ exit: json.exit, err: json.err }).toEqual({ exit: 9, err: '' });
  },
);
