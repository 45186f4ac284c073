import { test } from '../stage/stage.ts';
import { rule, smallWorld } from '../stage/world.ts';

const dayMs = 86_400_000;
const names = ['Rock & Roll <3', 'The text &amp;', "Tom &lt;& 'Jerry'"];
const ruleOf = (name: string): string => rule(`"${name}"`, 'abc', `description: "${name}"\n`);

test.for(['always', 'never'])(
  'names and descriptions are written once where names read back escaped %s',
  async (namesEscaped, { open, expect }) => {
    const files = Object.fromEntries(names.map((name, at) => [`playlists/list-${at}.yaml`, ruleOf(name)]));
    const more = { settings: { publicSticks: 'never', namesEscaped } };
    const stage = await open({ world: smallWorld('', { more }), files });
    const writes = () => stage.requests().filter((request) => /^(?:PUT|POST|DELETE) \/(?!api)/.test(request));
    expect(await stage.setlist('sync')).toMatchObject({ exit: 0, err: '' });
    // Each is created, filled and described.
    expect(writes().length).toBe(9);
    const made = [...stage.world.playlists.values()].filter(({ rows }) => rows.length > 0);
    expect(made.map(({ name, description }) => [name, description]).sort()).toEqual(names.map((name) => [name, name]));
    stage.world.nowMs += dayMs;
    // Each reads as changed, and so is read whole.
    for (const list of made) list.revision += 1;
    expect(await stage.setlist('sync')).toMatchObject({ exit: 0, err: '' });
    expect(writes()).toEqual([]);
    expect(await stage.texts('reports/owner/audit')).not.toContain('"by":"hand"');
    // A rule that moved is still known by the name of its list.
    await stage.remove('playlists/list-1.yaml');
    await stage.write({ 'playlists/moved.yaml': ruleOf(names[1] ?? '') });
    expect((await stage.setlist('sync')).err).toContain('was: list-1');
  },
);
