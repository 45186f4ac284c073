import { told } from '../../sign-in/words.ts';

/** Part of `sign-in.js`: filling in the places that the page leaves open, and saying what a sign-in came to. */
export const telling = `
  const told = ${JSON.stringify(told)};
  const one = (selector) => document.querySelector(selector);
  const fill = (name, text) => {
    for (const place of document.querySelectorAll('[data-is="' + name + '"]')) place.textContent = text;
  };
  const short = (text) => (typeof text === 'string' && text !== '' ? text.slice(0, 120) : 'nothing');

  /** Ends in words; what they hold in braces is filled in. */
  class Told extends Error {
    constructor(kind, facts = {}) {
      super(kind);
      this.facts = facts;
    }
  }
  const tell = ({ message, facts }) => {
    const [title, text] = (told[message] ?? told.unclear).map((words) =>
      words.replace(/\\{(\\w+)\\}/g, (_, name) => facts?.[name] ?? ''));
    fill('title', title);
    fill('text', text);
    const box = one('#told');
    box.hidden = false;
    box.classList.toggle('bad', message !== 'waiting');
    box.focus();
  };
`;
