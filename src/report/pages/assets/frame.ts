/** The page around everything: type, head, foot, headline, cards, figures. */
export const frame = `
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 16px; }
body {
  margin: 0;
  background: var(--page);
  color: var(--ink);
  font: 15px/1.5 Inter, system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif;
  font-variant-numeric: tabular-nums;
}
h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h1 { font-size: 32px; line-height: 1.18; letter-spacing: -0.022em; font-weight: 650; text-wrap: balance; overflow-wrap: anywhere; }
h2 { font-size: 17px; line-height: 1.35; letter-spacing: -0.008em; font-weight: 620; overflow-wrap: anywhere; }
h3 { font-size: 15px; line-height: 1.45; font-weight: 600; overflow-wrap: anywhere; }
a { color: inherit; text-decoration-color: var(--faint); text-underline-offset: 3px; text-decoration-thickness: 1px; }
a:hover { color: var(--blue); text-decoration-color: currentcolor; }
:focus-visible { outline: 2px solid var(--blue); outline-offset: 2px; border-radius: 3px; }
button, input { font: inherit; color: inherit; }
code, .mono { font: 0.9em/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
svg { display: block; }
[hidden] { display: none !important; }
.column { max-width: 1112px; margin-inline: auto; padding-inline: 20px; }
.mute { color: var(--mute); }
.sub { color: var(--mute); font-size: 13.5px; overflow-wrap: anywhere; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; inset-inline-start: 12px; inset-block-start: -60px; padding: 8px 12px; background: var(--panel); border: 1px solid var(--line); border-radius: 5px; z-index: 1; }
.skip:focus { inset-block-start: 12px; }

.head { border-block-end: 1px solid var(--line); }
.head .column { display: flex; align-items: center; gap: 28px; min-height: 56px; }
.brand { display: inline-flex; align-items: center; gap: 10px; font-weight: 620; text-decoration: none; }
.head nav { display: flex; gap: 24px; font-size: 14px; }
.head nav a { color: var(--mute); text-decoration: none; padding-block: 6px; }
.head nav a:hover { color: var(--blue); }
.head nav a[aria-current] { color: var(--ink); font-weight: 550; }
.theme { margin-inline-start: auto; min-width: 52px; padding: 4px 10px; font-size: 13px; color: var(--mute); background: var(--panel); border: 1px solid var(--line); border-radius: 5px; cursor: pointer; }
.theme:hover { color: var(--ink); }

main { padding-block: 40px 56px; }
main > * + * { margin-block-start: 28px; }
.intro > * + * { margin-block-start: 8px; }
.stamp { display: flex; align-items: baseline; gap: 8px; color: var(--mute); font-size: 13.5px; }
.stamp::before { content: ""; flex: none; width: 8px; height: 8px; border-radius: 4px; background: var(--blue); }
.stamp.old::before { background: var(--clay); }
.lead { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 8px 16px; }
.facts { color: var(--mute); max-width: 72ch; overflow-wrap: anywhere; }

.card { background: var(--panel); border: 1px solid var(--line); border-radius: 10px; }
.padded { padding: 20px 22px; }
.padded > h2 + .sub { margin-block-start: 2px; }
.padded > .sub + * { margin-block-start: 14px; }
.padded.row { margin: 0; padding-block-end: 12px; }
.row { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 8px 16px; }

main:focus { outline: none; }
h2.small { font-size: 15px; font-weight: 600; }
.need > li { display: grid; grid-template-columns: 108px 1fr auto; gap: 4px 20px; padding: 16px 18px; align-items: start; }
.need > li + li { border-block-start: 1px solid var(--line); }
.need .do { font-size: 14px; text-align: end; }
.need .sub { max-width: 76ch; }

.pill { display: inline-flex; align-items: baseline; gap: 5px; padding: 1px 8px; border-radius: 5px; font-size: 12.5px; line-height: 1.6; font-weight: 550; white-space: nowrap; color: var(--mute); background: var(--hover); }
.pill.act, .pill.hand { color: var(--act); background: var(--act-ground); }
.pill.watch, .pill.spotify { color: var(--watch); background: var(--watch-ground); }
.pill.note, .pill.planned { color: var(--note); background: var(--note-ground); }

.figures { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; border-block: 1px solid var(--line); }
.figures > div { padding: 14px 20px 16px; }
.figures > div:first-child { padding-inline-start: 0; }
.figures > div + div { border-inline-start: 1px solid var(--line); }
.figures dt { color: var(--mute); font-size: 13.5px; }
.figures .number { font-size: 26px; line-height: 1.25; font-weight: 640; letter-spacing: -0.022em; }
.figures .number small { font-size: 14px; font-weight: 400; letter-spacing: 0; color: var(--mute); }

.foot { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 6px 24px; padding-block: 24px 40px; color: var(--mute); font-size: 13px; border-block-start: 1px solid var(--line); }
`;
