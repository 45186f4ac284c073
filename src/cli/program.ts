import { Command } from 'commander';
import type { Result } from '../app/result.ts';
import { serve } from '../simulator/serve.ts';
import { type Action, wrong } from './commands/define.ts';
import { doctorCommand } from './commands/doctor.ts';
import { ledgerCommands } from './commands/ledger.ts';
import { loginCommand } from './commands/login.ts';
import { nightCommands } from './commands/nights.ts';
import { planningCommands } from './commands/planning.ts';
import { ruleCommands } from './commands/rules.ts';
import { demo } from './demo/demo.ts';
import { openPorts } from './ports.ts';
import { tellingUnkept } from './rotation/telling.ts';

/** A command that ran to its end, and how it should be printed. */
export type Ran = {
  readonly command: string;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly dir?: string;
  readonly result: Result;
};

type Common = { readonly dir: string; readonly json?: true; readonly quiet?: true };

/** The command line: every command, its options and its help. */
export function program(env: NodeJS.ProcessEnv, signal: AbortSignal, done: (ran: Ran) => void): Command {
  const root = new Command('setlist')
    .description('Playlists as code: rules in YAML, plans that can be read, Spotify kept in line.')
    .exitOverride()
    .showHelpAfterError('(see --help)');
  const command = <Options extends object>(usage: string, summary: string, action: Action<Options>): Command => {
    const name = usage.split(' ')[0] ?? usage;
    return root
      .command(usage)
      .description(summary)
      .option('--dir <folder>', 'the repository that holds playlists/ and reports/', '.')
      .option('--json', 'print one JSON document')
      .option('--quiet', 'print problems only')
      .action(async (...given: unknown[]) => {
        // Commander hands over the arguments, then the options, then the command.
        const options = given.at(-2) as Common & Options;
        const ports = await openPorts(env, options, signal, name === 'sync');
        const work = () => action(options, ports, given.slice(0, -2) as string[]).finally(() => ports.close());
        const result = await tellingUnkept(ports, work);
        const { json = false, quiet = false, dir } = options;
        done({ command: name, json, quiet, dir, result });
      });
  };
  for (const define of [ruleCommands, planningCommands, nightCommands, ledgerCommands]) define(command);
  loginCommand(command, env);
  doctorCommand(command, env);
  root
    .command('demo')
    .description(
      'thirty nights of the example portfolio on the simulator, in a repository of their own, then its pages',
    )
    .option('--dir <folder>', 'the repository that holds playlists/', '.')
    .option('--nights <number>', 'how many nights', '30')
    .option('--seed <seed>', 'what the simulated world is made from', 'setlist')
    .option('--out <folder>', 'an empty folder in which the repository is left')
    .option('--no-serve', 'end after the last night, without serving the pages')
    .action(async ({ dir, nights, seed, out, serve: serves }: DemoFlags) => {
      if (!/^[1-9]\d{0,3}$/.test(nights)) throw wrong(`--nights takes a number of nights, not "${nights}"`);
      const print = (text: string) => void process.stdout.write(`${text}\n`);
      const options = { portfolio: dir, nights: Number(nights), seed, out, serve: serves, signal, env, print };
      done({ command: 'demo', json: false, quiet: false, dir, result: await demo(options) });
    });
  root
    .command('simulator')
    .description('Spotify over HTTP from memory, on simulated time')
    .option('--port <number>', 'where it listens on 127.0.0.1', '8787')
    .option('--world <file>', 'a world to load')
    .option('--seed <seed>', 'what a made-up world is made from', 'setlist')
    .option('--save', 'write the world back into its file at the end')
    .action(
      async ({ port, world, seed, save = false }: { port: string; world?: string; seed: string; save?: boolean }) => {
        const say = (text: string) => void process.stdout.write(`${text}\n`);
        if (!/^\d{1,5}$/.test(port)) throw wrong(`--port takes a number, not "${port}"`);
        const file = world === undefined ? {} : { worldFile: world };
        await serve({ port: Number(port), seed, saveOnExit: save, say, signal, ...file }).catch(refused);
      },
    );
  return root;
}

type DemoFlags = {
  readonly dir: string;
  readonly nights: string;
  readonly seed: string;
  readonly out?: string;
  readonly serve: boolean;
};

/** A port in use, a world that is not there or wrong: the person's to mend, not a bug. */
function refused(error: unknown): never {
  const isTold =
    error instanceof SyntaxError || error instanceof TypeError || (error instanceof Error && 'code' in error);
  if (!isTold || !(error instanceof Error)) throw error;
  throw wrong(`the simulator cannot start: ${error.message}`, { cause: error });
}
