import type { AuditBody } from '../../domain/records/audit.ts';
import { counted } from '../../problem/counted.ts';
import { signed } from './signed.ts';

/** What the audit learned by this run of others that were cut off: they changed it and could not say so. */
export function recovered(audit: readonly AuditBody[], { run: tonight }: { readonly run: string }): readonly string[] {
  const own = audit.filter(({ who, run }) => who.by === 'setlist' && run !== tonight);
  return [...Map.groupBy(own, ({ run }) => run)].map(([run, bodies]) =>
    [
      `Run ${run} was cut off. Before that it had changed:`,
      ...bodies.filter((one) => !isBeside(one, bodies)).map(line),
    ].join('\n'),
  );
}

const isBeside = ({ kind, playlist }: AuditBody, bodies: readonly AuditBody[]): boolean =>
  kind !== 'items' && bodies.some((one) => one.kind === 'items' && one.playlist === playlist);

const line = (body: AuditBody): string => `  ${body.rule ?? body.playlist}: ${whatOf(body)}`;

/** `+3, −1, 2 tracks moved`. */
export function whatOf({ kind, entered, left, moved }: AuditBody): string {
  if (kind !== 'items') return kind === 'details' ? 'details' : kind;
  const parts = [
    ...(entered.length > 0 ? [signed(entered.length)] : []),
    ...(left.length > 0 ? [signed(-left.length)] : []),
    ...(moved.length > 0 ? [`${counted(moved.length, 'track')} moved`] : []),
  ];
  return parts.join(', ');
}
