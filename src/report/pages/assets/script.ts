/**
 * `table.js`: light and dark by hand, sorting and filtering. A page says everything without it; what needs it is hidden
 * until it runs. It reads what the page says of itself (`data-v`, `data-find`) and writes text only.
 */
export const script = `'use strict';
(() => {
  const root = document.documentElement;
  const themes = ['auto', 'light', 'dark'];
  const kept = () => {
    try { return localStorage.getItem('setlist-theme'); } catch { return null; }
  };
  const keep = (theme) => {
    try { localStorage.setItem('setlist-theme', theme); } catch { /* for this page only, then */ }
  };
  let theme = themes.includes(kept()) ? kept() : 'auto';
  const show = () => {
    if (theme === 'auto') delete root.dataset.theme;
    else root.dataset.theme = theme;
  };
  show();

  const themeButton = () => {
    const button = document.querySelector('.theme');
    if (!button) return;
    const name = () => {
      button.querySelector('.now').textContent = theme[0].toUpperCase() + theme.slice(1);
    };
    button.addEventListener('click', () => {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length];
      keep(theme);
      show();
      name();
    });
    name();
    button.hidden = false;
  };

  const asked = new URLSearchParams(location.search);
  const remember = (name, value) => {
    if (value) asked.set(name, value);
    else asked.delete(name);
    history.replaceState(null, '', (asked.size ? '?' + asked : location.pathname) + location.hash);
  };

  const valueOf = (row, column) => row.cells[column]?.dataset.v ?? '';
  const compare = (one, other) => {
    // What is not known comes last, whichever way round.
    if (one === '' || other === '') return { empty: (one === '') - (other === ''), order: 0 };
    const numbers = [Number(one), Number(other)];
    if (!numbers.some(Number.isNaN)) return { empty: 0, order: numbers[0] - numbers[1] };
    return { empty: 0, order: one < other ? -1 : one > other ? 1 : 0 };
  };

  const sortable = (table) => {
    const heads = [...table.tHead.rows[0].cells];
    const body = table.tBodies[0];
    const sort = (column, way) => {
      const sign = way === 'descending' ? -1 : 1;
      const rows = [...body.rows].sort((one, other) => {
        const { empty, order } = compare(valueOf(one, column), valueOf(other, column));
        return empty || sign * order;
      });
      body.append(...rows);
      for (const head of heads) head.removeAttribute('aria-sort');
      heads[column].setAttribute('aria-sort', way);
    };
    heads.forEach((head, column) => {
      const first = head.dataset.first;
      if (!first) return;
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener('click', () => {
        const now = head.getAttribute('aria-sort');
        const way = now === null ? first : now === 'ascending' ? 'descending' : 'ascending';
        sort(column, way);
        remember('sort', column + '-' + way);
      });
    });
    const [column, way] = (asked.get('sort') ?? '').split('-');
    if (heads[column]?.dataset.first && ['ascending', 'descending'].includes(way)) sort(Number(column), way);
  };

  const filterable = (box) => {
    const input = box.querySelector('input');
    const rows = [...document.querySelectorAll('[data-find]')];
    const filter = () => {
      const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
      let shown = 0;
      for (const row of rows) {
        row.hidden = !words.every((word) => row.dataset.find.includes(word));
        if (!row.hidden) shown += 1;
      }
      box.querySelector('output').textContent = shown + ' shown';
      document.querySelector('.nothing-found').hidden = shown > 0;
    };
    input.value = asked.get('q') ?? '';
    input.addEventListener('input', () => {
      filter();
      remember('q', input.value.trim());
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && event.target !== input) {
        event.preventDefault();
        input.focus();
      }
      if (event.key === 'Escape' && event.target === input && input.value !== '') {
        input.value = '';
        input.dispatchEvent(new Event('input'));
      }
    });
    filter();
    box.hidden = false;
  };

  document.addEventListener('DOMContentLoaded', () => {
    themeButton();
    for (const table of document.querySelectorAll('table.sortable')) sortable(table);
    const box = document.querySelector('.filter');
    if (box) filterable(box);
  });
})();
`;
