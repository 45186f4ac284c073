/** What only the sign-in page shows. */
export const signIn = `
.tools + .unscripted { margin-block-end: 12px; }
.doors > li { align-items: center; }
.go { padding: 9px 16px; font-size: 14px; font-weight: 550; color: var(--page); background: var(--ink); border: 1px solid var(--ink); border-radius: 6px; cursor: pointer; white-space: nowrap; }
.go:hover { background: var(--blue); border-color: var(--blue); }
.plainly { flex: none; padding: 3px 10px; font-size: 13px; color: var(--mute); background: var(--panel); border: 1px solid var(--line); border-radius: 5px; cursor: pointer; }
.plainly:hover { color: var(--ink); }
.copied { display: flex; align-items: flex-start; justify-content: space-between; gap: 10px 16px; }
.copied code { padding-block: 3px; user-select: all; }
div.copied { padding: 8px 8px 8px 14px; background: var(--hover); border-radius: 6px; align-items: center; }
.secret { word-break: break-all; }
.mark { margin-block-end: 8px; }
.told:not(.bad) .mark { display: none; }
.told .sub, .done .sub { max-width: 92ch; }
.done:focus, .told:focus { outline: none; }
.points { max-width: 84ch; margin-block-start: 8px; color: var(--mute); font-size: 14px; }
.points > li { padding-inline-start: 16px; position: relative; }
.points > li + li { margin-block-start: 6px; }
.points > li::before { content: ""; position: absolute; inset-inline-start: 2px; inset-block-start: 9px; width: 4px; height: 4px; border-radius: 2px; background: var(--faint); }
@media screen and (max-width: 720px) {
  .go { width: 100%; padding-block: 12px; font-size: 15px; }
  .doors > li { gap: 8px; }
  .doors > li > div:first-child { order: 0; }
  .plainly { padding-block: 8px; }
  .done dl.rule > div { grid-template-columns: 1fr; }
  .done dl.rule dd { grid-column: 1; }
}
@media print {
  .secret, .go, .plainly { display: none !important; }
}
`;
