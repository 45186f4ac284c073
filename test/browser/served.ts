import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { servePages } from '../../src/cli/demo/serve.ts';
import type { Insight } from '../../src/report/insight/insight.ts';
import type { SignIn } from '../../src/report/pages/sign-in/sign-in.ts';
import { siteOf } from '../report/pages/drawn.ts';

export type Shown = { readonly address: string; readonly end: () => Promise<void> };

/** The site of an insight on a server of its own, one folder down as on GitHub Pages. */
export async function shown(insight: Insight, signIn?: SignIn): Promise<Shown> {
  const folder = mkdtempSync(join(tmpdir(), 'setlist-site-'));
  for (const [path, text] of await siteOf(insight, signIn)) {
    const place = join(folder, 'playlists', path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
  const end = new AbortController();
  const { address, closed } = await servePages(folder, end.signal);
  return {
    address: `${address}playlists/`,
    end: async () => {
      end.abort();
      await closed;
      rmSync(folder, { recursive: true });
    },
  };
}
