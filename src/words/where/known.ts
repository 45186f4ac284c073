import { isTrackUri } from '../../domain/ids.ts';
import type { Album, Item, Track } from '../../domain/item.ts';
import { type LocalFile, localFileOf } from '../values/local.ts';
import type { Asking, Candidate } from '../word.ts';

/** What is known of a row: what Spotify says of the item, or what a local file's URI says. Asks for a track that nothing is known of. */
export function factsOf({ uri, item }: Candidate, asking: Asking): Item | LocalFile | undefined {
  if (item !== undefined) return item;
  if (isTrackUri(uri)) asking.answer({ account: asking.account, kind: 'track', uri });
  return localFileOf(uri);
}

/** The album of a track. Lists that name no albums are completed by asking for the track. */
export function albumOf(candidate: Candidate, asking: Asking): Album | undefined {
  if (candidate.album !== undefined) return candidate.album;
  const facts = factsOf(candidate, asking);
  if (facts?.kind === 'track') isAsked(facts, asking);
  return undefined;
}

/** The ISRC of a track, null when it has none; undefined when that is not known, since album listings name no ISRCs. */
export function isrcOf(candidate: Candidate, asking: Asking): string | null | undefined {
  const facts = factsOf(candidate, asking);
  if (facts?.kind !== 'track') return facts?.kind === 'episode' ? null : undefined;
  return facts.isrc !== null ? facts.isrc : isAsked(facts, asking) ? null : undefined;
}

/** Whether a track was asked for by itself, so that what is not known of it Spotify does not know. */
const isAsked = ({ uri }: Track, asking: Asking): boolean =>
  asking.answer({ account: asking.account, kind: 'track', uri })?.state === 'whole';
