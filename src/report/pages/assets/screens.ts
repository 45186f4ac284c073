/** Telephones, on which a row becomes a card; paper, which is narrow as well but has the tables, and is always light. */
export const screens = `
@media screen and (max-width: 1000px) {
  .optional { display: none; }
}
@media screen and (max-width: 880px) {
  .chart .wide { display: none; }
  .chart .narrow { display: block; }
}
@media screen and (max-width: 720px) {
  .column { padding-inline: 16px; }
  .head .column { gap: 18px; }
  .head nav { gap: 14px; }
  h1 { font-size: 26px; }
  main { padding-block: 28px 40px; }
  .need > li { grid-template-columns: 1fr; padding: 14px 16px; }
  .need .do { text-align: start; padding-block-start: 4px; }
  .figures { grid-auto-flow: row; grid-template-columns: 1fr 1fr; }
  .figures > div { padding-inline: 16px 8px; }
  .figures > div:nth-child(odd) { padding-inline-start: 0; border-inline-start: 0; }
  .figures > div:nth-child(n + 3) { border-block-start: 1px solid var(--line); }
  .filter { width: 100%; justify-content: space-between; }
  .filter label { flex: 1; }
  .filter input { width: 100%; font-size: 16px; }
  .padded { padding: 16px; }
  .changes > li { grid-template-columns: 1fr; }
  dl.rule > div { grid-template-columns: 84px 1fr; }
  .moves li { grid-template-columns: 14px 1fr; }
  .moves .why { grid-column: 2; text-align: start; }
  table.cards, .cards tbody, .cards tr, .cards th, .cards td { display: block; }
  .cards thead { display: none; }
  .cards tr { display: grid; grid-template-columns: 1fr auto; gap: 2px 12px; align-items: center; padding: 12px 16px; }
  .cards tbody tr:first-child { border-block-start: 0; }
  .cards tr > th, .cards tr > td { padding: 0; }
  .cards .optional { display: block; }
  .cards td .label { display: inline; color: var(--mute); font-size: 12.5px; margin-inline-end: 6px; }
  .cards .line, .cards .bars, .cards .state, .cards .reason { grid-column: 1; }
  .cards .followers { grid-row: 2; grid-column: 2; }
  .cards .moved { grid-row: 3; grid-column: 2; }
  .cards .last { grid-row: 4; grid-column: 2; }
  .tracks tr { grid-template-columns: 28px 1fr auto; }
  .tracks .place, .tracks .reason { width: auto; }
  .tracks .place { grid-column: 1; text-align: start; }
  .tracks .reason { grid-column: 2 / -1; }
  .tracks .since { grid-column: 3; }
  .tracks .stay { display: none; }
}
@media print {
  :root { color-scheme: light !important; --page: #ffffff; }
  @page { margin: 14mm; }
  body { font-size: 12px; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h1 { font-size: 24px; }
  h2 { font-size: 15px; }
  h3 { font-size: 13px; }
  table, .moves, .sub, .stamp, .figures dt, .changes .when, dl.rule > div, dl.rule dt, details > summary { font-size: 11.5px; }
  h2.small { font-size: 13px; }
  th, td { padding-inline: 6px; }
  .pill, .key, .moves .why, .reason .why, dl.rule .why, .fine, thead th { font-size: 10.5px; }
  .figures .number { font-size: 20px; }
  main > * + * { margin-block-start: 18px; }
  th, td { padding-block: 5px; }
  .head nav, .theme, .skip, .filter, .do.local { display: none !important; }
  main { padding-block: 16px; }
  .column { max-width: none; padding-inline: 0; }
  .card, .need > li, .changes > li > *, tr, .moves li { break-inside: avoid; }
  .card.long { break-inside: auto; }
  h2, h3 { break-after: avoid; }
  thead { display: table-header-group; }
  a { text-decoration: none; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
`;
