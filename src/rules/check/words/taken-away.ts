type Gone = { readonly since: string; readonly reason: string; readonly instead: string };

const byList = 'Keep your own list in a CSV under lists/ and test it with "on_list"';

const audio: Gone = {
  since: '27 November 2024',
  reason: 'Spotify took audio features and analysis away from new apps',
  instead: byList,
};
const popularity: Gone = {
  since: '11 February 2026',
  reason: 'Spotify took popularity out of its answers',
  instead: 'Sort by "released" or "added", or use the source "top" for what you listen to most',
};
const followers: Gone = {
  since: '11 February 2026',
  reason: 'Spotify took follower counts of artists out of its answers',
  instead: byList,
};
const markets: Gone = {
  since: '11 February 2026',
  reason: 'Spotify took the lists of markets out of its answers',
  instead: 'Leave it out: tracks that the account cannot play are shown in every plan',
};
const label: Gone = {
  since: '11 February 2026',
  reason: 'Spotify took the record label of albums out of its answers',
  instead: byList,
};
const recommendations: Gone = {
  since: '27 November 2024',
  reason: 'Spotify took recommendations away from new apps',
  instead: 'Use "new_releases", "artists" or "top" for music that is new to the playlist',
};
const related: Gone = {
  since: '27 November 2024',
  reason: 'Spotify took related artists away from new apps',
  instead: 'Write the artists into a file under lists/ and use "artists" or "new_releases"',
};
const artistTop: Gone = {
  since: '11 February 2026',
  reason: 'Spotify took the top tracks of artists away',
  instead: 'Use "artist" for the discography, with "take" for how many',
};
const editorial: Gone = {
  since: '27 November 2024',
  reason: 'Spotify took its own and editorial playlists away from new apps',
  instead: 'Use "playlist" with a playlist that your account owns or works on',
};
const browse: Gone = {
  since: '11 February 2026',
  reason: 'Spotify took its categories away',
  instead: 'Use "search" with a genre, or "new_releases"',
};

/** Words for what Spotify no longer gives to a client id that is made today. */
export const takenAway: { readonly [word: string]: Gone } = {
  popularity,
  popular: popularity,
  artist_popularity: popularity,
  album_popularity: popularity,
  artist_followers: followers,
  available_markets: markets,
  markets,
  acousticness: audio,
  audio_features: audio,
  audio_analysis: audio,
  bpm: audio,
  danceability: audio,
  energy: audio,
  instrumentalness: audio,
  liveness: audio,
  loudness: audio,
  speechiness: audio,
  tempo: audio,
  time_signature: audio,
  valence: audio,
  label,
  record_label: label,
  recommendations,
  recommended: recommendations,
  seed_artists: recommendations,
  seed_genres: recommendations,
  seed_tracks: recommendations,
  genre_radio: recommendations,
  radio: recommendations,
  related_artists: related,
  similar_artists: related,
  artist_top_tracks: artistTop,
  editorial,
  editorial_playlist: editorial,
  featured: editorial,
  featured_playlists: editorial,
  discover_weekly: editorial,
  release_radar: { ...editorial, instead: 'Use "new_releases: { artists: followed }"' },
  category: browse,
  categories: browse,
};
