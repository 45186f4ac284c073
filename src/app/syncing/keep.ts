import type { Answer, Facts, Sizes } from '../../domain/facts.ts';
import type { AccountName, AddableUri, AlbumId, ArtistId } from '../../domain/ids.ts';
import { libraryOf } from '../../domain/known/library.ts';
import type { Control } from '../../domain/portfolio.ts';
import type { AccountLedger } from '../../ledger/ledger.ts';
import { isOfANight } from '../planning/known.ts';

/** Facts that an account's ledger keeps: its answers, and what they, its playlists and its history name. Nothing else is stored. */
export function factsToKeep({ account, playlists, history }: AccountLedger, facts: Facts): Facts {
  const answers = Object.fromEntries(
    Object.entries(facts.answers).filter(
      ([, { need, answer }]) =>
        need.account === account && need.kind !== 'playlist' && !isOfANight(need) && answer.state !== 'part',
    ),
  );
  const library = libraryOf(facts);
  const [items, albums] = [library.items.marks(), library.albums.marks()];
  const keepItem = (uri: string): void => {
    const item = items.add(uri as AddableUri) ? library.items.get(uri as AddableUri) : undefined;
    if (item?.kind !== 'track') return;
    if (item.album !== null) albums.add(item.album);
    // Under the id that is shown as well, by which rows are compared.
    if (item.uri !== uri) keepItem(item.uri);
  };
  for (const { actual } of playlists.values())
    for (const row of actual.rows) if (row.kind === 'item') keepItem(row.uri);
  for (const { entered, left } of history) for (const key of [...entered, ...left]) keepItem(key);
  for (const { need, answer } of Object.values(answers)) {
    if (need.kind === 'album') albums.add(need.id);
    if (need.kind === 'track') keepItem(need.uri);
    if (need.kind === 'discography') for (const id of foundIn(answer)) albums.add(id as AlbumId);
    else for (const uri of foundIn(answer)) keepItem(uri);
  }
  library.items.keep(items);
  library.albums.keep(albums);
  return { version: 1, ...library, answers };
}

/** The ids that an answer names. */
function foundIn(answer: Answer): readonly string[] {
  if (answer.state !== 'whole') return [];
  const { found } = answer;
  if (typeof found === 'string') return [found];
  if (!Array.isArray(found)) return [];
  return (found as readonly (string | { readonly uri: string })[]).map((one) =>
    typeof one === 'string' ? one : one.uri,
  );
}

/**
 * The nights on which artists were looked at, tonight's looks included; artists that no rule asks for any more are left
 * out. Where rules ask for several groups of an artist's releases, each on its own, the night of the earliest look counts.
 */
export function looksAfter(
  account: AccountName,
  control: Control,
  facts: Facts,
  readTonight: ReadonlySet<string>,
  night: string,
): NonNullable<Control['looks']> {
  const looks: Record<string, string> = {};
  for (const [key, { need }] of Object.entries(facts.answers)) {
    if (need.kind !== 'discography' || need.account !== account) continue;
    const last = readTonight.has(key) ? night : (control.looks?.[need.artist as ArtistId] ?? night);
    const other = looks[need.artist] ?? last;
    looks[need.artist] = other < last ? other : last;
  }
  return looks as NonNullable<Control['looks']>;
}

/** What lists took that found no room, as far as this account asked for them. */
export const sizesOf = (account: AccountName, { sizes = {} }: Facts): Sizes =>
  Object.fromEntries(Object.entries(sizes).filter(([key]) => key.startsWith(`${account} `)));
