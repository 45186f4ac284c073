/** Where a word can stand. */
export type Standing = 'rule' | 'source' | 'where' | 'operator' | 'arrange' | 'sort' | 'portfolio' | 'anywhere';

const set = (words: string): { readonly [word: string]: true } =>
  Object.fromEntries(words.split(/\s+/).map((word) => [word, true as const]));

/** Words of the rule language that later versions bring. */
export const laterWords: { readonly [standing in Standing]: { readonly [word: string]: true } } = {
  rule: set(
    'template for_each params tests combine refresh mode own block quota removed_to fill_from collaborative cover enabled until when policy campaigns shuffle rotate',
  ),
  source: set('saved_albums album episodes show recent history lastfm listenbrainz weight when'),
  where: set(
    `any_artist artist_id album_id isrc isrc_country isrc_year version is_local type album_type track_number disc_number
     playable reason release_year decade age added_by script liked artist_followed album_saved 
     times_entered seen_in_other_playlists played last_played plays genre tag mood language key when`,
  ),
  operator: set('exists missing unknown'),
  arrange: set('shuffle rotate newest_first reverse'),
  sort: set('added_by times_entered source_count random manual'),
  portfolio: set('policy campaigns block quota templates mode'),
  anywhere: set(
    'as_of lead_track_only_of at_least at_most sample percent skip last per_source per_decade min tolerance scope when',
  ),
};
