import type { Route } from '../http/call.ts';
import { readAlbum, readAlbumTracks } from './albums.ts';
import { readArtist, readArtistAlbums } from './artists.ts';
import { readFollowing, readRecentlyPlayed } from './cursors.ts';
import { oldCatalogue } from './extended/catalogue.ts';
import { oldLibrary } from './extended/library.ts';
import { oldPlaylists } from './extended/playlists.ts';
import { libraryContains, removeFromLibrary, saveToLibrary } from './library.ts';
import { readMe, readMyPlaylists } from './me.ts';
import { readSavedAlbums, readSavedTracks, readTop } from './mine.ts';
import { addItems } from './playlist/add.ts';
import { putCover, readCover } from './playlist/cover.ts';
import { changeDetails, createOwn } from './playlist/details.ts';
import { putItems } from './playlist/put.ts';
import { readItems, readPlaylist } from './playlist/read.ts';
import { removeItems } from './playlist/remove.ts';
import { removed } from './removed.ts';
import { search } from './search.ts';
import { readEpisode, readShow, readShowEpisodes, readTrack } from './tracks.ts';

/** Everything that the Web API answers; what is not here is 404. */
export const routes: readonly Route[] = [
  readMe,
  readMyPlaylists,
  createOwn,
  readPlaylist,
  changeDetails,
  readCover,
  putCover,
  readItems,
  addItems,
  putItems,
  removeItems,
  saveToLibrary,
  removeFromLibrary,
  libraryContains,
  readSavedTracks,
  readSavedAlbums,
  readTop,
  readFollowing,
  readRecentlyPlayed,
  search,
  readArtist,
  readArtistAlbums,
  readAlbum,
  readAlbumTracks,
  readTrack,
  readEpisode,
  readShow,
  readShowEpisodes,
  ...oldPlaylists,
  ...oldLibrary,
  ...oldCatalogue,
  ...removed,
];
