import type { Finding } from '../../domain/finding.ts';
import type { Slug } from '../../domain/ids.ts';
import type { Hands } from '../../domain/portfolio.ts';
import type { RunEnd, WhyUndone } from '../../domain/records/run.ts';
import type { AccountLedger } from '../../ledger/ledger.ts';
import { endsOf } from '../../ledger/runs.ts';
import { catalogue, exitOf } from '../../problem/catalogue.ts';
import { exits } from '../../problem/exit.ts';
import { problemOf } from '../../problem/finding.ts';
import type { Problem } from '../../problem/problem.ts';

/** The problem of a finding; undefined when another version wrote it, whose codes this one has no words for. */
export const wordedOf = (finding: Finding): Problem | undefined =>
  finding.code in catalogue ? problemOf(finding) : undefined;

/** It holds something back until a person says more. */
export function isGuard(finding: Finding): boolean {
  const worded = wordedOf(finding);
  return worded !== undefined && exitOf([worded]) === exits.guard;
}

/**
 * A person's edits that its rule still wants otherwise; what they agree on needs nobody any more. A run that could not read
 * the playlist says nothing of them, and so settles nothing.
 */
export function heldOf({ control, runs }: AccountLedger, slug: Slug, night: string): Hands['held'] {
  const findings = looked(
    endsOf(runs).filter((end) => couldTell(end, slug)),
    slug,
    night,
  )?.findings;
  const isSettled = findings?.every((one) => one.slug !== slug || one.finding.code !== 'plan/hand-edits') ?? false;
  return isSettled ? undefined : control.hands?.[slug]?.held;
}

/** Nights on which the account was seen: others have problems and serve nothing. */
export const isSeen = ({ nights, problems }: RunEnd): boolean => nights.length > 0 || problems.length === 0;

const unplanned: ReadonlySet<WhyUndone> = new Set(['facts are lacking', 'it cannot be read', 'it is suspended']);

const couldTell = (end: RunEnd, slug: Slug): boolean =>
  isSeen(end) && !end.undone.some((one) => one.slug === slug && unplanned.has(one.because));

const looked = (ends: readonly RunEnd[], slug: Slug, night: string): RunEnd | undefined =>
  ends.findLast((end) => end.night <= night && !end.skipped.includes(slug));

/** What the newest run that looked at the playlist says of it. */
export function standingOf(
  { runs }: AccountLedger,
  slug: Slug,
  night: string,
): { readonly problems: readonly Problem[]; readonly because: WhyUndone | null } {
  const end = looked(endsOf(runs), slug, night);
  const undone = end?.undone.find((one) => one.slug === slug);
  const found = (end?.findings ?? []).flatMap((one) => (one.slug === slug ? one.finding : []));
  const byCode = new Map([...(undone?.problems ?? []), ...found].map((one) => [one.code, one] as const));
  const problems = [...byCode.values()].flatMap((one) => wordedOf(one) ?? []);
  return { problems: problems.filter((one) => exitOf([one]) !== exits.done), because: undone?.because ?? null };
}
