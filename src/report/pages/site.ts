import type { Insight } from '../insight/insight.ts';
import { script } from './assets/script.ts';
import { signInScript } from './assets/sign-in/script.ts';
import { style } from './assets/style.ts';
import type { Drawn } from './charts.ts';
import { nightsCsv, playlistJson, tracksCsv } from './data.ts';
import { indexPage } from './index-page.ts';
import { fileOf, pageOf } from './links.ts';
import { lostPage } from './lost-page.ts';
import { icon } from './page.ts';
import { playlistPage } from './playlist-page.ts';
import { signInPage } from './sign-in/page.ts';
import type { SignIn } from './sign-in/sign-in.ts';

/**
 * Every file of the site by its path. Links are relative, so that it may stand below any address. `charts` are those of
 * `chartsOf`, drawn for a page, by their ids; one that is missing leaves its card out.
 */
export const site = (
  insight: Insight,
  charts: ReadonlyMap<string, Drawn>,
  signIn: SignIn,
): ReadonlyMap<string, string> =>
  new Map([
    ['index.html', indexPage(insight, charts)],
    ['404.html', lostPage(insight)],
    ['sign-in/index.html', signInPage(insight, signIn)],
    ['style.css', style],
    ['table.js', script],
    ['sign-in.js', signInScript],
    ['icon.svg', icon],
    ...insight.playlists.flatMap((playlist): [string, string][] => [
      [pageOf(playlist), playlistPage(playlist, insight, charts.get(playlist.id))],
      [`data/${fileOf(playlist)}.csv`, nightsCsv(playlist)],
      [`data/${fileOf(playlist)}-tracks.csv`, tracksCsv(playlist, insight)],
      [`data/${fileOf(playlist)}.json`, playlistJson(playlist, insight)],
    ]),
  ]);
