import { fmt } from '../../app/fmt.ts';
import { validate } from '../../app/validate.ts';
import { why } from '../../app/why.ts';
import { type Define, given } from './define.ts';

/** Commands about rules alone, and about what a rule looked at. */
export function ruleCommands(command: Define): void {
  command('validate', 'read every rule and list, and say all that is wrong at once', (_, ports) => validate(ports));
  command<{ check?: true; facts?: string }>(
    'fmt',
    'write rule files in their usual form',
    ({ check = false, facts }, ports) => fmt({ check, ...given({ facts }) }, ports),
  )
    .option('--check', 'only say which files would change')
    .option('--facts <file>', 'where names for ids come from (see plan --save-facts)');
  command<{ at: string; facts?: string }>(
    'why <playlist> <track>',
    'why a track is in a playlist, or what kept it out',
    ({ at, facts }, ports, [playlist = '', track = '']) => why({ playlist, track, at, ...given({ facts }) }, ports),
  )
    .option('--at <night>', 'now, next, or a date', 'now')
    .option('--facts <file>', 'answer from facts that were saved, without Spotify');
}
