import { readsAs } from '../../domain/escaped.ts';
import { hashKeys } from '../../domain/hash.ts';
import type { PlaylistId, Slug } from '../../domain/ids.ts';
import { keysOf } from '../../domain/playlist.ts';
import type { Control } from '../../domain/portfolio.ts';
import type { AuditBody } from '../../domain/records/audit.ts';

import type { Rule } from '../../domain/rule.ts';
import type { AccountLedger } from '../../ledger/ledger.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { noDifference } from './difference.ts';
import type { Run } from './run.ts';

/** Which rules rule which playlists tonight, and what the audit says of those that changed hands. */
export type Rulings = {
  readonly control: Control;
  readonly audit: readonly AuditBody[];
  /** Records of playlists that no rule rules any more. */
  readonly dropped: readonly PlaylistId[];
  readonly problems: readonly Problem[];
};

/** A rule file that says where it was keeps its playlist; one that is gone is forgotten, and its playlist left as it is. */
export function rulingsOf(ledger: AccountLedger, rules: readonly Rule[], run: Run): Rulings {
  const { account, control } = ledger;
  const own = rules.filter((rule) => rule.account === account);
  const slugs = new Set(own.map(({ slug }) => slug));
  const playlists: Record<string, Control['playlists'][Slug]> = { ...control.playlists };
  const hands: Record<string, NonNullable<Control['hands']>[Slug]> = { ...control.hands };
  const audit: AuditBody[] = [];
  const problems: Problem[] = [];
  const dropped: PlaylistId[] = [];
  const say = (kind: AuditBody['kind'], id: PlaylistId, rule: Slug | null, gone?: AuditBody['gone']): void => {
    const hash = hashKeys(keysOf(ledger.playlists.get(id)?.actual.rows ?? []));
    const { at, night, run: name, trigger, actor, commit } = run;
    const who = { by: 'setlist', trigger, actor } as const;
    const stamp = { at, night, run: name, playlist: id, rule, commit };
    const named = gone === undefined ? {} : { gone };
    const nothing = { ...noDifference, details: null, acked: null };
    audit.push({ ...stamp, ...nothing, kind, who, ...named, before: hash, after: hash });
  };
  for (const rule of own) {
    const old = rule.was === null ? undefined : playlists[rule.was];
    if (rule.was === null || old === undefined || playlists[rule.slug] !== undefined || slugs.has(rule.was)) continue;
    playlists[rule.slug] = old;
    delete playlists[rule.was];
    if (hands[rule.was] !== undefined) hands[rule.slug] = hands[rule.was];
    delete hands[rule.was];
    say('renamed', old.id, rule.slug);
  }
  for (const [slug, one] of Object.entries(playlists)) {
    if (one === undefined || slugs.has(slug as Slug)) continue;
    const name = ledger.playlists.get(one.id)?.actual.details.name;
    const heir = own.find((rule) => readsAs(rule.name, name) && playlists[rule.slug] === undefined);
    if (heir !== undefined) {
      problems.push(problem('ledger/moved-rule', { slug: heir.slug, was: slug, name: heir.name }, heir.at));
      continue;
    }
    delete playlists[slug];
    delete hands[slug];
    dropped.push(one.id);
    // The key is a rule's.
    say('forgotten', one.id, null, { rule: slug as Slug, name: name ?? slug });
  }
  // The keys are those of a control, or of rules.
  return { control: { ...control, playlists, hands } as Control, audit, dropped, problems };
}
