import { Command } from 'commander';
import { apply } from '../app/apply.ts';
import { fmt } from '../app/fmt.ts';
import { gatherFacts } from '../app/gather.ts';
import { init } from '../app/init.ts';
import { type LogOptions, log } from '../app/log.ts';
import { plan } from '../app/plan.ts';
import type { Ports } from '../app/ports.ts';
import type { Result } from '../app/result.ts';
import { sync } from '../app/sync.ts';
import { validate } from '../app/validate.ts';
import { verify } from '../app/verify.ts';
import { why } from '../app/why.ts';
import { type Trigger, triggers } from '../domain/records/run.ts';
import { Failure } from '../problem/failure.ts';
import { problem } from '../problem/problem.ts';
import { serve } from '../simulator/serve.ts';
import { demo } from './demo/demo.ts';
import { openPorts } from './ports.ts';

/** A command that ran to its end, and how it should be printed. */
export type Ran = {
  readonly command: string;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly dir?: string;
  readonly result: Result;
};

type Common = { readonly dir: string; readonly json?: true; readonly quiet?: true };
type Action<Options> = (options: Options, ports: Ports, args: readonly string[]) => Promise<Result>;

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
        const result = await action(options, ports, given.slice(0, -2) as string[]).finally(() => ports.close());
        const { json = false, quiet = false, dir } = options;
        done({ command: name, json, quiet, dir, result });
      });
  };
  addCommands(command);
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

type Define = <Options extends object>(usage: string, summary: string, action: Action<Options>) => Command;

function addCommands(command: Define): void {
  command<Omit<LogOptions, 'most'> & { most: string }>(
    'log',
    'who changed what, when and why, newest first',
    ({ most, ...options }, ports) => {
      if (!/^[1-9]\d{0,5}$/.test(most)) throw wrong(`--most takes a number of entries, not "${most}"`);
      return log({ ...options, most: Number(most) }, ports);
    },
  )
    .option('--playlist <rule>', 'of one playlist: its rule, id or link')
    .option('--track <track>', 'of one track: a link, URI or id')
    .option('--by <author>', 'by setlist, hand or spotify')
    .option('--since <date>', 'since that night')
    .option('--most <number>', 'how many entries', '20');
  command<{ fresh?: true }>('init', 'start a new ledger', ({ fresh = false }, ports) => init({ fresh }, ports)).option(
    '--fresh',
    'take the old ledger off the branch; git keeps it',
  );
  command<{ by?: string }>(
    'sync',
    'the nightly run: read, plan, write, and commit it all to the ledger',
    ({ by }, ports) =>
      sync(by === undefined ? ports : { ...ports, started: { ...ports.started, trigger: triggerOf(by) } }),
  ).option('--by <what>', 'what set it off: schedule, merge or manual; in GitHub Actions it is known');
  command('validate', 'read every rule and list, and say all that is wrong at once', (_, ports) => validate(ports));
  command('verify', 'check the ledger: chain, records, git history', (_, ports) => verify(ports));
  command<{ check?: true; facts?: string }>(
    'fmt',
    'write rule files in their usual form',
    ({ check = false, facts }, ports) => fmt({ check, ...given({ facts }) }, ports),
  )
    .option('--check', 'only say which files would change')
    .option('--facts <file>', 'where names for ids come from (see plan --save-facts)');
  command<{ at: string; saveFacts?: string }>(
    'gather',
    'read what the rules need from Spotify',
    ({ at, saveFacts }, ports) => gatherFacts({ at, ...given({ saveFacts }) }, ports),
  )
    .option('--at <night>', 'now, next, or a date', 'now')
    .option('--save-facts <file>', 'keep everything that was read');
  command<{ offline?: true; at: string; all?: true; facts?: string; saveFacts?: string; out?: string }>(
    'plan',
    'show what would change, why, and at what price',
    ({ offline = false, at, all = false, facts, saveFacts, out }, ports) =>
      plan({ offline, at, all, ...given({ facts, saveFacts, out }) }, ports),
  )
    .option('--offline', 'from the ledger alone: no sign-in, nothing is read')
    .option('--at <night>', 'now, next, or a date', 'now')
    .option('--all', 'show every row')
    .option('--facts <file>', 'plan from facts that were saved, without Spotify')
    .option('--save-facts <file>', 'keep everything that was read')
    .option('--out <file>', 'keep the plan, for apply');
  command<{ yes?: true; all?: true }>(
    'apply [plan]',
    'bring the playlists to what the rules say',
    ({ yes = false, all = false }, ports, [file]) => apply({ yes, all, ...given({ plan: file }) }, ports),
  )
    .option('--yes', 'really write')
    .option('--all', 'show every row');
  command<{ at: string; facts?: string }>(
    'why <playlist> <track>',
    'why a track is in a playlist, or what kept it out',
    ({ at, facts }, ports, [playlist = '', track = '']) => why({ playlist, track, at, ...given({ facts }) }, ports),
  )
    .option('--at <night>', 'now, next, or a date', 'now')
    .option('--facts <file>', 'answer from facts that were saved, without Spotify');
}

/** Only what was given: options that were left out are absent, not undefined. */
const given = <T extends Readonly<Record<string, string | undefined>>>(options: T) =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: string;
  };

const wrong = (reason: string, options?: ErrorOptions): Failure =>
  new Failure([problem('usage/wrong', { reason })], options);

/** A port in use, a world that is not there or wrong: the person's to mend, not a bug. */
function refused(error: unknown): never {
  const isTold =
    error instanceof SyntaxError || error instanceof TypeError || (error instanceof Error && 'code' in error);
  if (!isTold || !(error instanceof Error)) throw error;
  throw wrong(`the simulator cannot start: ${error.message}`, { cause: error });
}

function triggerOf(text: string): Trigger {
  const found = triggers.find((one) => one === text);
  if (found === undefined) throw wrong(`--by takes ${triggers.join(', ')}, not "${text}"`);
  return found;
}
