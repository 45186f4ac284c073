import { type Define, wrong } from './define.ts';

export type Flags = {
  readonly port: string;
  readonly paste?: true;
  readonly browser: boolean;
  readonly withSecret?: true;
  readonly to?: string;
  readonly repository?: string;
  readonly out?: string;
  readonly quiet?: true;
};

/** Where Spotify sends the browser back to, unless `--port` says otherwise: README names it. */
const usualPort = '8377';

/** Signing in to Spotify: the one command that talks with a person. */
export const loginCommand = (command: Define, env: NodeJS.ProcessEnv): void =>
  void command<Flags>(
    'login [account]',
    'sign in to Spotify for an account: one secret, good for six months',
    async (flags, ports, [account]) => {
      if (!/^[1-9]\d{0,4}$/.test(flags.port) || Number(flags.port) > 65_535)
        throw wrong(`--port takes a number from 1 to 65535, not "${flags.port}"`);
      // Questions and GitHub's client are loaded for nothing else.
      const { signIn } = await import('../login/sign-in.ts');
      return signIn(account, flags, { ports, env });
    },
  )
    .option('--port <number>', 'the port on 127.0.0.1 to which Spotify sends the browser back', usualPort)
    .option('--paste', 'paste the address that the browser shows in the end; usual over SSH')
    .option('--no-browser', 'only print the address')
    .option('--with-secret', 'ask for the client secret of the app; SETLIST_CLIENT_SECRET holds it too')
    .option('--to <place>', 'put the secret into the repository on GitHub: repo, or environment:<name>')
    .option('--repository <owner/name>', 'which repository; that of the remote "origin" when left out')
    .option('--out <file>', 'write the secret into a file that only you can read');
