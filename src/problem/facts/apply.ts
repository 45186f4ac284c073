import type { Bucket } from '../../domain/portfolio.ts';

/** What can go wrong between the first write and the last. */
export type ApplyFacts = {
  'apply/changed-since-plan': { readonly playlist: string };
  'apply/differs-after': { readonly playlist: string; readonly expected: number; readonly found: number };
  'apply/not-shown': { readonly playlist: string };
  'apply/cannot-remove': { readonly playlist: string; readonly uris: readonly string[] };
  'apply/dead-items': { readonly playlist: string; readonly uris: readonly string[] };
  'apply/search-unfinished': { readonly playlist: string; readonly bucket: Bucket };
  'apply/details-refused': { readonly playlist: string; readonly field: string; readonly message: string };
  'apply/off': Record<never, never>;
  'apply/suspended': Record<never, never>;
  'apply/dry': { readonly requests: number };
  'apply/orphan': { readonly playlist: string; readonly count: number };
};
