import type { Route } from '../http/call.ts';
import { readMe, readMyPlaylists } from './me.ts';
import { addItems } from './playlist/add.ts';
import { changeDetails, createOwn } from './playlist/details.ts';
import { putItems } from './playlist/put.ts';
import { readItems, readPlaylist } from './playlist/read.ts';
import { removeItems } from './playlist/remove.ts';

/** Everything that the Web API answers; what is not here is 404. */
export const routes: readonly Route[] = [
  readMe,
  readMyPlaylists,
  createOwn,
  readPlaylist,
  changeDetails,
  readItems,
  addItems,
  putItems,
  removeItems,
];
