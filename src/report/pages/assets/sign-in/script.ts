import { asking } from './asking.ts';
import { showing } from './showing.ts';
import { telling } from './telling.ts';

/**
 * `sign-in.js`: authorization code with PKCE (`spotify-api.md` 3.1 and 3.2) in the browser. State and verifier wait in
 * the tab's session storage from leaving to coming back and nowhere else; what comes back leaves the address at once.
 * It reads what the page says of itself and writes text only.
 */
export const signInScript = `'use strict';
(() => {
  const key = 'setlist-sign-in';
  const take = () => {
    try {
      const kept = sessionStorage.getItem(key);
      sessionStorage.removeItem(key);
      return JSON.parse(kept);
    } catch { return null; }
  };

  // Before anything else, whatever came back.
  const kept = take();
  const returned = new URLSearchParams(location.search);
  if (location.search !== '') history.replaceState(null, '', location.pathname);
  // Both names of the page are one address for Spotify.
  const here = location.origin + location.pathname.replace(/index\\.html$/, '');

${telling}${asking}${showing}  const takeUp = async (doors) => {
    if (!['code', 'error', 'state'].some((name) => returned.has(name))) return;
    const door = doors.find(({ account }) => account === kept?.account);
    if (!door || !kept.state || returned.get('state') !== kept.state) throw new Told('state');
    const [code, error] = [returned.get('code'), returned.get('error')];
    if (error === 'access_denied') throw new Told('denied', door);
    if (error !== null || !code) throw new Told('failed', { reason: short(error ?? 'no code') });
    tell(new Told('waiting', door));
    const token = await exchange(door, code, kept.verifier);
    const user = await whoIs(door, token.access_token);
    check(door, doors, token, user);
    show(door, token, user);
  };

  const placeProblem = () => {
    if (top !== self) return new Told('framed', { address: here });
    const { protocol, hostname } = location;
    const fits = protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', '[::1]'].includes(hostname));
    return fits ? null : new Told('address');
  };

  document.addEventListener('DOMContentLoaded', () => {
    const problem = placeProblem();
    if (problem) return tell(problem);
    const rows = [...document.querySelectorAll('#doors > li')];
    for (const row of rows) {
      const button = row.querySelector('button');
      button.hidden = false;
      button.addEventListener('click', () => { begin(row.dataset).catch(tell); });
    }
    for (const button of document.querySelectorAll('[data-copy]')) copying(button);
    fill('here', here);
    for (const shown of document.querySelectorAll('.scripted')) shown.hidden = false;
    for (const other of document.querySelectorAll('.unscripted')) other.hidden = true;
    takeUp(rows.map(({ dataset }) => dataset)).catch(tell);
  });
})();
`;
