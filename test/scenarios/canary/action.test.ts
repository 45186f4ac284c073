import { commands } from '../../../src/action/inputs.ts';
import { secrets } from '../../../src/simulator/serve.ts';
import { startSimulator } from '../../../src/simulator/start.ts';
import { decodeWorld } from '../../../src/simulator/world/world.ts';
import { test } from '../../action/stage.ts';
import { seenIn } from './forms.ts';
import { type Answer, openFront } from './front.ts';
import { clientSecret, files, refreshToken, world } from './stage.ts';

const mask = '::add-mask::';

test('the Action hides every secret before its first line, and again tells none', { timeout: 120_000 }, async ({
  open,
  expect,
}) => {
  const stage = await open({ files });
  const simulator = await startSimulator({ world: decodeWorld(world) });
  const front = await openFront(simulator.authUrl);
  const refused: Answer = { status: 400, shape: 'escaped' };
  const manners = [
    ...commands.map((command) => ({ command, manner: { token: null, api: null } })),
    { command: 'sync', manner: { token: refused, api: null } },
    { command: 'sync', manner: { token: null, api: refused } },
  ];
  try {
    for (const { command, manner } of manners) {
      front.begin();
      front.manner = manner;
      const secret = secrets(simulator.world)[0]?.secret ?? '';
      const { log, err, summary, outputs } = await stage.step(
        { command, 'secrets-token': 'canary-personal-token' },
        {
          SETLIST_SPOTIFY_API_URL: `${front.origin}/v1`,
          SETLIST_SPOTIFY_AUTH_URL: front.origin,
          SETLIST_CLOCK_URL: simulator.clockUrl,
          SETLIST_TOKEN_OWNER: secret,
        },
      );
      const lines = log.split('\n');
      const first = lines.findIndex((line) => !line.startsWith(mask));
      const masked = lines.slice(0, first).map((line) => line.slice(mask.length).replaceAll('%25', '%'));
      const token = JSON.parse(Buffer.from(secret, 'base64url').toString()).refresh_token;
      expect(masked).toEqual(
        expect.arrayContaining([secret, token, clientSecret, 'canary-personal-token', stage.github.token]),
      );
      const rest = lines.filter((line) => !line.startsWith(mask));
      const told = [...rest, err, summary, JSON.stringify(outputs)].join('\n');
      const known = [...front.secrets, secret, token, refreshToken, clientSecret, 'canary-personal-token'];
      expect(seenIn(told, known), `${command} ${JSON.stringify(manner)}`).toEqual([]);
    }
    const objects = stage.bare(['cat-file', '--batch-all-objects', '--batch']);
    expect(seenIn(objects, front.secrets)).toEqual([]);
  } finally {
    front.close();
    await simulator.close();
  }
});
