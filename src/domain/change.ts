import type { RowKey } from './playlist.ts';
import type { Why } from './why.ts';

/** What a plan says of a row for people: text from Spotify, to be escaped wherever it is printed. */
export type Label = { readonly title: string; readonly artists: string };

/** One row that enters, leaves or is moved. Positions are 1-based, as people count. */
export type Change = { readonly key: RowKey; readonly label: Label | null; readonly why: readonly Why[] } & (
  | { readonly kind: 'add'; readonly to: number }
  | { readonly kind: 'remove'; readonly from: number }
  | { readonly kind: 'move'; readonly from: number; readonly to: number }
);
