import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Served, servePages } from '../../../src/cli/demo/serve.ts';

let folder: string;
let end: AbortController;
let served: Served;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'setlist-serve-'));
  mkdirSync(join(folder, 'site/p/a'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'site/index.html'), 'front');
  writeFileSync(join(folder, 'site/404.html'), 'lost');
  writeFileSync(join(folder, 'site/p/a/index.html'), 'page');
  writeFileSync(join(folder, 'site/style.css'), 'p{}');
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'site/link.txt'));
  end = new AbortController();
  served = await servePages(join(folder, 'site'), end.signal);
});

afterEach(async () => {
  end.abort();
  await served.closed;
  rmSync(folder, { recursive: true });
});

type Got = { readonly status: number | undefined; readonly type: string | undefined; readonly body: string };

/** The path goes out as it is written: `fetch` would take the dots out of it. */
const get = (path: string, method = 'GET'): Promise<Got> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(served.address);
    request({ hostname, port, path, method, agent: false }, async (response) => {
      const body = (await response.toArray()).join('');
      resolve({ status: response.statusCode, type: response.headers['content-type'], body });
    })
      .on('error', reject)
      .end();
  });

test('shows pages by their folders and files by their types', async () => {
  expect(await get('/')).toEqual({ status: 200, type: 'text/html; charset=utf-8', body: 'front' });
  expect(await get('/p/a/?q=1')).toMatchObject({ status: 200, body: 'page' });
  expect(await get('/style.css')).toMatchObject({ type: 'text/css; charset=utf-8' });
  expect(await get('/', 'HEAD')).toMatchObject({ status: 200, body: '' });
});

test('sends a folder to its slash, from where its links start', async () => {
  const response = await fetch(`${served.address}p/a`, { redirect: 'manual' });
  expect([response.status, response.headers.get('location')]).toEqual([308, '/p/a/']);
});

test.each([
  '/../secret.txt',
  '/p/../../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/link.txt',
  '/%00',
  '/%',
  '/p/',
  '//secret.txt',
])('%s leads nowhere', async (path) => {
  expect(await get(path)).toMatchObject({ status: 404, body: 'lost' });
});

test('takes nothing in', async () => {
  expect(await get('/', 'POST')).toMatchObject({ status: 405 });
});

test('ends with the signal, also when it came before', async () => {
  end.abort();
  await served.closed;
  await expect(fetch(served.address)).rejects.toThrow();
  await (await servePages(join(folder, 'site'), AbortSignal.abort())).closed;
});
