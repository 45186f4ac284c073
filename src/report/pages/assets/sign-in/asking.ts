/** Part of `sign-in.js`: everything that Spotify is asked, first through the person, then by the page. */
export const asking = `
  const base64url = (bytes) =>
    btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  const bytesOf = (text) => new TextEncoder().encode(text);
  const random = (count) => base64url(crypto.getRandomValues(new Uint8Array(count)));

  const begin = async (door) => {
    const [state, verifier] = [random(24), random(48)];
    const challenge = base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(verifier))));
    try {
      sessionStorage.setItem(key, JSON.stringify({ account: door.account, state, verifier }));
    } catch { throw new Told('storage'); }
    location.assign(one('#doors').dataset.authorize + '?' + new URLSearchParams({
      response_type: 'code',
      client_id: door.client,
      redirect_uri: here,
      scope: door.scopes,
      state,
      // Who is signed in to several accounts sees which one it will be.
      show_dialog: 'true',
      code_challenge_method: 'S256',
      code_challenge: challenge,
    }));
  };

  const ask = async (address, request) => {
    try {
      const answer = await fetch(address, { ...request, credentials: 'omit', cache: 'no-store', redirect: 'error' });
      const text = await answer.text();
      let json = null;
      try { json = JSON.parse(text); } catch { /* its words are shown instead */ }
      return { status: answer.status, text, json };
    } catch { throw new Told('unreachable'); }
  };

  const exchange = async (door, code, verifier) => {
    const body = new URLSearchParams({
      grant_type: 'authorization_code', code, redirect_uri: here, client_id: door.client, code_verifier: verifier,
    });
    const { status, text, json } = await ask(one('#doors').dataset.token, { method: 'POST', body });
    if (status === 200 && json?.access_token && json.refresh_token) return json;
    const reason = short(json?.error_description ?? json?.error ?? (status === 200 ? 'no token' : text));
    if (status >= 500 || !json?.error) throw new Told('unclear', { reason });
    if (json.error === 'invalid_client') throw new Told('app', { reason, app: door.app });
    throw new Told(/redirect/i.test(reason) ? 'redirect' : 'refused', { reason });
  };

  const whoIs = async (door, access) => {
    for (let attempt = 1; ; attempt += 1) {
      const headers = { authorization: 'Bearer ' + access };
      const { status, text, json } = await ask(one('#doors').dataset.me, { headers });
      if (status === 200 && typeof json?.id === 'string' && json.id !== '') return json;
      const reason = short(json?.error?.message ?? text);
      if (status === 403) throw new Told(/premium/i.test(reason) ? 'premium' : 'allow-list', { app: door.app });
      // False refusals of good tokens pass, and so do failing servers.
      if ((status !== 401 && status < 500) || attempt === 3) throw new Told('unclear', { reason });
      await new Promise((go) => setTimeout(go, 1000 * attempt));
    }
  };

  /** By what never changes where both are known. */
  const isSame = (door, { id, account_id }) => door.accountId && account_id ? door.accountId === account_id : door.user === id;

  const check = (door, doors, token, user) => {
    const granted = (token.scope ?? door.scopes).split(' ');
    const missing = door.scopes.split(' ').filter((scope) => !granted.includes(scope));
    const facts = { account: door.account, user: user.id, recorded: door.user, missing: missing.join(', ') };
    if (missing.length > 0) throw new Told('scopes', facts);
    if (door.user !== '' && !isSame(door, user)) throw new Told('other-user', facts);
    const other = doors.find((one) => one.account !== door.account && isSame(one, user));
    if (other) throw new Told('same-user', { ...facts, other: other.account });
  };
`;
