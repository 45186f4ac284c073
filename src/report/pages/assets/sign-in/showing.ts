/** Part of `sign-in.js`: the secret, shown once and to be copied. */
export const showing = `
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  /** Six calendar months, or the last day of a shorter month. */
  const endOf = (date) => {
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 6];
    const last = new Date(Date.UTC(year, month + 1, 0));
    const day = Math.min(date.getUTCDate(), last.getUTCDate());
    return day + ' ' + months[last.getUTCMonth()] + ' ' + last.getUTCFullYear();
  };

  const show = (door, token, user) => {
    const now = new Date();
    const at = now.toISOString().slice(0, 19) + 'Z';
    // Spotify may say null, which a secret does not take: it leaves out what is not known.
    const names = { user_id: user.id, account_id: user.account_id || undefined };
    const secret = { v: 1, refresh_token: token.refresh_token, ...names, authorized_at: at };
    fill('secret', base64url(bytesOf(JSON.stringify(secret))));
    fill('variable', door.variable);
    fill('account', door.account);
    fill('user', user.display_name ? user.display_name + ' (' + user.id + ')' : user.id);
    fill('until', endOf(now));
    one('#told').hidden = true;
    one('#done').hidden = false;
    one('#done').focus();
  };

  const copying = (button) => {
    const text = one('#' + button.dataset.copy);
    const label = button.firstChild.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(text.textContent);
        button.firstChild.textContent = 'Copied';
        setTimeout(() => { button.firstChild.textContent = label; }, 2000);
      } catch { getSelection().selectAllChildren(text); }
    });
  };

  // Neither going back nor the browser's memory of pages shows it again, or keeps a question that was left open.
  addEventListener('pagehide', () => {
    if (one('#done').hidden) return;
    fill('secret', '');
    one('#done').hidden = true;
  });
  addEventListener('pageshow', ({ persisted }) => { if (persisted) take(); });

`;
