import type { PlaylistId } from '../../domain/ids.ts';
import { type AuditBody, type AuditKind, besideRows } from '../../domain/records/audit.ts';
import { counted } from '../../problem/counted.ts';
import { tally } from './message.ts';
import type { Run } from './run.ts';

/** What an audit tells of a run, for the subject of its commit and line by line. */
export function changesIn(
  run: Run,
  bodies: readonly AuditBody[],
): { readonly said: readonly string[]; readonly lines: readonly string[] } {
  const created = new Set(bodies.filter(({ kind }) => kind === 'created').map(({ playlist }) => playlist));
  const filled = new Set(bodies.filter(({ kind }) => kind === 'items').map(({ playlist }) => playlist));
  const isBeside = besideRows(bodies);
  const told = bodies.filter((one) => !isBeside(one) && !(one.kind === 'created' && filled.has(one.playlist)));
  const changed = told.filter(({ kind }) => kind === 'items' || kind === 'details' || kind === 'created');
  const sum = (part: 'entered' | 'left'): number => changed.reduce((all, body) => all + body[part].length, 0);
  const count = new Set(changed.map(({ playlist }) => playlist)).size;
  return {
    said: [
      ...(count === 0 ? [] : [`${counted(count, 'playlist')} changed${tally(sum('entered'), sum('left'), 0)}`]),
      ...(created.size === 0 ? [] : [`${created.size} new`]),
      ...others.flatMap(([kind, how]) => {
        const met = told.filter((one) => one.kind === kind).length;
        return met === 0 ? [] : [`${met} ${how}`];
      }),
    ],
    lines: told.map((body) => `- ${lineOf(body, created)}${byWhom(body, run)}`),
  };
}

const others: readonly (readonly [AuditKind, string])[] = [
  ['adopted', 'met for the first time'],
  ['renamed', 'ruled by another file now'],
  ['forgotten', 'no longer ruled'],
];

function lineOf(body: AuditBody, created: ReadonlySet<PlaylistId>): string {
  const { playlist, kind, rule, gone, entered, left, moved, details } = body;
  const slug = rule ?? gone?.rule ?? 'unruled';
  const how = others.find(([one]) => one === kind)?.[1];
  if (how !== undefined) return `${slug}: ${how}`;
  if (kind === 'details') return `${slug}: ${Object.keys(details ?? {}).join(' and ')} changed`;
  return `${slug}${created.has(playlist) ? ' (new)' : ''}:${tally(entered.length, left.length, moved.length) || ' empty'}`;
}

/** What a run did that was cut off is told by the next one. */
function byWhom({ who, run: by }: AuditBody, { run }: Run): string {
  if (who.by !== 'setlist') return who.by === 'hand' ? ' by hand' : ' by Spotify';
  return by === run ? '' : `, by run ${by} that was cut off`;
}
