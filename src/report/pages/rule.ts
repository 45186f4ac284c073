import type { PlaylistInsight, RuleWord } from '../insight/insight.ts';
import { type Html, html } from './html.ts';
import type { Outside } from './links.ts';

/** What the rule says, a stage a line, each with its place in the file. */
export const ruleCard = ({ ruled }: PlaylistInsight, out: Outside): Html | null =>
  ruled.length === 0
    ? null
    : html`<section class="card padded" id="rule" aria-labelledby="rule-title">
<h2 id="rule-title">Rule</h2>
<dl class="rule">${[...Map.groupBy(ruled, ({ stage }) => stage)].map(([stage, words]) => line(stage, words, out))}</dl>
</section>`;

const line = (stage: string, words: readonly RuleWord[], out: Outside): Html =>
  html`<div><dt>${stage}</dt>${words.map(
    ({ said, rule }) => html`<dd><bdi>${said}</bdi> <span class="why">${out.rule(rule)}</span></dd>`,
  )}</div>
`;
