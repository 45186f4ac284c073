import { describe } from 'vitest';
import { answerOf, open } from './browser.ts';
import { clientSecret, inside, printed, test } from './stage.ts';
import { atTerminal, hasTerminals } from './terminal.ts';

const address = /http:\S+\/authorize\?[\w.~%&=+-]+/;
const plain = (shown: string): string => shown.replaceAll('\r', '');

describe.skipIf(!hasTerminals)('setlist login at a terminal (needs "script" of util-linux)', () => {
  test('opens the browser, which comes back by itself', async ({ stage, expect }) => {
    const there = await stage();
    const { ended, shown, opened } = await atTerminal(there, '');
    expect(await ended).toBe(0);
    expect(await opened()).toBe(address.exec(shown())?.[0]);
    expect(inside(printed(plain(shown())))).toMatchObject({ user_id: 'owner' });
  });

  test('opens none with --no-browser', async ({ stage, expect }) => {
    const there = await stage();
    const { ended, see, opened } = await atTerminal(there, '--no-browser');
    await see(/Waiting at/);
    await open(await answerOf(await see(address)));
    expect(await ended).toBe(0);
    expect(await opened()).toBeUndefined();
  });

  test('asks for the client secret and shows nothing of it', async ({ stage, expect }) => {
    const there = await stage({ app: { secret: clientSecret } });
    const { ended, shown, type } = await atTerminal(there, '--with-secret');
    await type(/The client secret of the app/, `${clientSecret}\r`);
    expect(await ended).toBe(0);
    expect(shown()).not.toMatch(clientSecret);
    expect(inside(printed(plain(shown())))).toMatchObject({ client_secret: clientSecret });
  });

  test('takes a pasted address, and says what is wrong with another', async ({ stage, expect }) => {
    const there = await stage();
    const { ended, shown, type, see, opened } = await atTerminal(there, '--paste');
    await type(/The address that the browser shows/, 'nonsense\r');
    await see(/it is not the address/);
    const answer = await answerOf(await see(address));
    await type(/./, `${'\u007f'.repeat('nonsense'.length)}${answer}\r`);
    expect(await ended).toBe(0);
    expect(inside(printed(plain(shown())))).toMatchObject({ user_id: 'owner' });
    expect(await opened()).toBeUndefined();
  });
});
