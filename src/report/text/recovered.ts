import { type AuditBody, besideRows, deedOf } from '../../domain/records/audit.ts';
import { counted } from '../../problem/counted.ts';
import { signed } from './signed.ts';

/** What the audit learned by this run of others that were cut off: they changed it and could not say so. */
export function recovered(audit: readonly AuditBody[], { run: tonight }: { readonly run: string }): readonly string[] {
  const own = audit.filter(({ who, run }) => who.by === 'setlist' && run !== tonight);
  const isBeside = besideRows(own);
  const filled = new Set(own.flatMap((body) => (body.kind === 'items' ? deedOf(body) : [])));
  const told = own.filter((one) => !isBeside(one) && !(one.kind === 'created' && filled.has(deedOf(one))));
  return [...Map.groupBy(told, ({ run }) => run)].map(([run, bodies]) =>
    [`Run ${run} was cut off. Before that it had changed:`, ...bodies.map(line)].join('\n'),
  );
}

const line = (body: AuditBody): string => `  ${body.rule ?? body.playlist}: ${whatOf(body)}`;

/** `+3, −1, 2 tracks moved`. */
export function whatOf({ kind, entered, left, moved, details }: AuditBody): string {
  if (kind === 'details') return `${Object.keys(details ?? {}).join(' and ')} changed`;
  if (kind !== 'items') return kind;
  const parts = [
    ...(entered.length > 0 ? [signed(entered.length)] : []),
    ...(left.length > 0 ? [signed(-left.length)] : []),
    ...(moved.length > 0 ? [`${counted(moved.length, 'track')} moved`] : []),
  ];
  return parts.join(', ');
}
