import { answerOf, changed, shownBy } from './browser.ts';
import { inside, printed, test } from './stage.ts';

test.concurrent.for<[string, string, Record<string, string>]>([
  ['with --paste', '--paste', {}],
  ['over SSH', '', { SSH_CONNECTION: '192.0.2.1 50000 192.0.2.2 22' }],
])('the address is pasted %s, and only the right one is taken', async ([, args, env], { stage, expect }) => {
  const { login, port } = await stage();
  const running = login(args, env);
  const address = await shownBy(running);
  // Nothing listens: the browser is on another machine.
  const answer = await answerOf(address);
  await expect(fetch(`http://127.0.0.1:${port}/callback`)).rejects.toThrow();
  const other = new URL(answer);
  other.host = '198.51.100.7';
  running.type('', 'nonsense', `${address}`, `${other}`, `${changed(answer, { state: 'guessed' })}`, `  ${answer}  `);
  const { exit, out, err } = await running.ended;
  expect(exit).toBe(0);
  expect(inside(printed(out))).toMatchObject({ user_id: 'owner' });
  expect(err.match(/\[sign-in\/wrong-\w+\]/g)).toEqual([
    '[sign-in/wrong-address]',
    '[sign-in/wrong-address]',
    '[sign-in/wrong-address]',
    '[sign-in/wrong-state]',
  ]);
});

test.concurrent('a denial that is pasted ends it', async ({ stage, expect }) => {
  const { login } = await stage({ settings: { signsIn: null } });
  const running = login('--paste');
  running.type(`${await answerOf(await shownBy(running))}`);
  const { exit, out, err } = await running.ended;
  expect({ exit, out, code: /\[(sign-in\S+)\]/.exec(err)?.[1] }).toEqual({ exit: 9, out: '', code: 'sign-in/denied' });
});

test.concurrent('an input that ends without an address is told', async ({ stage, expect }) => {
  const { login } = await stage();
  const running = login('--paste');
  await shownBy(running);
  running.type();
  const { exit, out, err } = await running.ended;
  expect({ exit, out, code: /\[(sign-in\S+)\]/.exec(err)?.[1] }).toEqual({
    exit: 9,
    out: '',
    code: 'sign-in/no-answer',
  });
});
