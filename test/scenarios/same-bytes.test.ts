import { readFile, rename, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from 'vitest';
import { seededSetting } from './stage/seeded.ts';
import { type Env, type Stage, test } from './stage/stage.ts';
import { setlistYaml } from './stage/world.ts';

/** The plan file and what was printed. */
async function planned(stage: Stage, args: string, env?: Env) {
  const { exit, out, err } = await stage.setlist(`plan --all --out plan.json ${args}`, env);
  return { exit, out, err, plan: await readFile(join(stage.folder, 'plan.json'), 'utf8') };
}

const dayMs = 86_400_000;

const noSpotify: Env = {
  SETLIST_TOKEN_OWNER: undefined,
  SETLIST_SPOTIFY_API_URL: 'http://127.0.0.1:1/v1',
  SETLIST_SPOTIFY_AUTH_URL: 'http://127.0.0.1:1',
};

describe('law: a live plan is what was gathered, planned offline without a secret', () => {
  test.concurrent.for([1, 2])('in world %i, on the first night and after it', async (seed, { open, expect }) => {
    const stage = await open(seededSetting(seed));
    for (const night of [1, 2]) {
      const live = await planned(stage, '--save-facts facts.json');
      expect(live.err).toBe('');
      expect(await planned(stage, '--facts facts.json', noSpotify), `night ${night}`).toEqual(live);
      if (night === 2) break;
      // What plans sent counts: the budget of the day is there again tomorrow.
      stage.world.nowMs += dayMs;
      expect(await stage.setlist('apply --yes')).toMatchObject({ exit: 4, err: '' });
      // Three days on: releases come out, the owner edits by hand.
      await fetch(`${stage.simulator.clockUrl}/sleep`, {
        method: 'POST',
        body: JSON.stringify({ untilMs: stage.world.nowMs + 3 * dayMs }),
      });
    }
  });

  test.concurrent('so do facts that "gather" saved', async ({ open, expect }) => {
    const setting = seededSetting(4);
    // Both send what a whole day has.
    const files = { ...setting.files, 'playlists/setlist.yaml': `${setlistYaml}budget: { tracks: 1000 }\n` };
    const stage = await open({ ...setting, files });
    expect(await stage.setlist('gather --save-facts gathered.json')).toMatchObject({ exit: 0, err: '' });
    const offline = await planned(stage, '--facts gathered.json', noSpotify);
    expect(await planned(stage, '')).toEqual(offline);
  });
});

describe('the same bytes', () => {
  test('twice, in any zone and language, with files found in any order', async ({ open, expect }) => {
    const run = async (env: Env, prepare: (folder: string) => Promise<void> = async () => undefined) => {
      const stage = await open(seededSetting(5));
      await prepare(stage.folder);
      return planned(stage, '', { TZ: 'UTC', LANG: 'C', ...env });
    };
    const [once, ...others] = await Promise.all([
      run({}),
      run({}),
      run({ TZ: 'America/Los_Angeles' }),
      run({ LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }),
      run({}, shuffle),
    ]);
    expect(once?.exit).toBe(4);
    expect(others).toEqual([once, once, once, once]);
  });
});

/** Files written anew in reverse order, each older than the last: neither the order in the folder nor their age counts. */
async function shuffle(folder: string): Promise<void> {
  for (const [age, name] of ['road', 'mix', 'loved', 'fresh', 'archive', 'setlist'].entries()) {
    const path = join(folder, 'playlists', `${name}.yaml`);
    await rename(path, `${path}.moved`);
    await rename(`${path}.moved`, path);
    await utimes(path, 1_000_000 - age, 1_000_000 - age);
  }
}
