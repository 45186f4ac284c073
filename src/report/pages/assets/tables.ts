/** Tables, charts and lists of changes. */
export const tables = `
.tools { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; justify-content: space-between; margin-block-end: 12px; }
.filter { display: flex; align-items: center; gap: 16px; font-size: 13.5px; color: var(--mute); }
.filter input { width: 272px; max-width: 100%; padding: 6px 12px; background: var(--panel); border: 1px solid var(--line); border-radius: 6px; font-size: 14px; }
.filter input::placeholder { color: var(--faint); opacity: 1; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 14px; }
th, td { padding: 9px 10px; text-align: start; font-weight: inherit; vertical-align: middle; }
th:first-child, td:first-child { padding-inline-start: 18px; }
th:last-child, td:last-child { padding-inline-end: 18px; }
thead th { color: var(--mute); font-size: 12.5px; white-space: nowrap; padding-block: 8px; }
thead button { padding: 2px 0; border: 0; background: none; cursor: pointer; }
thead button:hover { color: var(--ink); }
th[aria-sort] { color: var(--ink); }
th[aria-sort="ascending"] button::after { content: " ↑"; }
th[aria-sort="descending"] button::after { content: " ↓"; }
tbody tr { border-block-start: 1px solid var(--line); }
tbody tr:hover { background: var(--hover); }
tbody th a { font-weight: 600; text-decoration: none; overflow-wrap: anywhere; }
tbody th a, tbody th .sub { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
tbody th .sub { -webkit-line-clamp: 1; }
tbody th a:hover { text-decoration: underline; }
.n { text-align: end; white-space: nowrap; }
td .label { display: none; }
.reason .why { color: var(--mute); font-size: 13px; }
.tracks .place { width: 48px; color: var(--mute); }
.tracks .reason { width: 34%; }
.plain { max-width: 640px; }
.plain th, .plain td { padding: 5px 10px; }
.fine { color: var(--mute); font-size: 13px; white-space: nowrap; }
.up { color: var(--blue); }
.down { color: var(--clay); }
.none { padding: 28px 18px; text-align: center; color: var(--mute); }
.key { display: flex; flex-wrap: wrap; gap: 4px 16px; margin-block-start: 10px; font-size: 12.5px; color: var(--mute); }
.key small { font-size: inherit; }
.key span::before { content: ""; display: inline-block; width: 10px; height: 10px; margin-inline-end: 6px; border-radius: 2.5px; background: currentcolor; vertical-align: -0.5px; }
.key .in::before { background: var(--blue); }
.key .out::before { background: var(--clay); }

.chart svg { max-width: 100%; height: auto; margin-inline: auto; }
.chart .wide svg { width: 100%; }
.chart .narrow { display: none; }
.chart .narrow svg { width: 100%; max-width: 380px; margin-block-start: 10px; }

.changes > li { display: grid; grid-template-columns: 118px 1fr; gap: 4px 16px; padding-block: 16px; }
.changes > li + li { border-block-start: 1px solid var(--line); }
.changes > li:last-child { padding-block-end: 0; }
.changes .when { color: var(--mute); font-size: 13.5px; padding-block-start: 1px; }
.changes .what { display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px 10px; }
.moves { margin-block-start: 10px; border: 1px solid var(--line); border-radius: 6px; overflow: hidden; font-size: 14px; }
.moves li { display: grid; grid-template-columns: 14px minmax(0, 5fr) minmax(0, 4fr); gap: 2px 10px; padding: 6px 12px; align-items: baseline; }
.moves li + li { border-block-start: 1px solid var(--line); }
.moves .entered { background: var(--note-ground); }
.moves .left { background: var(--act-ground); }
.moves .sign { font-weight: 600; }
.moves .entered .sign { color: var(--blue); }
.moves .left .sign { color: var(--clay); }
.title { font-weight: 550; }
.artists { font-weight: 400; color: var(--mute); margin-inline-start: 4px; }
.moves .name, .moves .why, .reason { overflow-wrap: anywhere; }
.moves .why { color: var(--mute); font-size: 13px; text-align: end; }
dl.rule > div { display: grid; grid-template-columns: 118px 1fr; gap: 2px 16px; padding-block: 6px; font-size: 14px; }
dl.rule > div + div { border-block-start: 1px solid var(--line); }
dl.rule dt { color: var(--mute); font-size: 13.5px; }
dl.rule dd { grid-column: 2; overflow-wrap: anywhere; }
dl.rule .why { color: var(--mute); font-size: 13px; }
details > summary { cursor: pointer; font-size: 13.5px; color: var(--mute); padding-block: 6px; width: fit-content; }
details > summary:hover { color: var(--blue); }
pre { margin: 0; padding: 14px 16px; overflow-x: auto; font: 13px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; background: var(--hover); border-radius: 6px; }
`;
