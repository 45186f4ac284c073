import type { TopLevelSpec } from 'vega-lite';

/** Vega-Lite's own types, under the names we use. */
type Stack = Extract<TopLevelSpec, { readonly vconcat: unknown }>;
export type Plot = Extract<Stack['vconcat'][number], { readonly layer: unknown }>;
export type Layer = Plot['layer'][number];
