import { fetch } from 'undici';
import { expect, test } from 'vitest';
import { here } from './here.ts';

test.each(['api/token', 'v1/me'])(
  'lets pages of any site ask /%s, and does not count what browsers ask first',
  async (path) => {
    const { simulator } = await here();
    const asked = { origin: 'https://a.example', 'access-control-request-headers': 'authorization' };
    const first = await fetch(`${simulator.authUrl}/${path}`, { method: 'OPTIONS', headers: asked });
    expect(first.ok).toBe(true);
    expect(first.headers.get('access-control-allow-headers')).toMatch(/Authorization/);
    expect(simulator.log).toEqual([]);
    const refused = await fetch(`${simulator.authUrl}/${path}`, { method: path === 'v1/me' ? 'GET' : 'POST' });
    for (const answer of [first, refused]) expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect([refused.ok, simulator.log.length]).toEqual([false, 1]);
  },
);
