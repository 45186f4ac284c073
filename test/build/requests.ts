import { type Bucket, buckets, type Requests } from '../../src/domain/portfolio.ts';

/** More than any test sends. */
// Sound: the entries are the buckets, each once.
export const plenty = Object.fromEntries(buckets.map((bucket) => [bucket, 100_000])) as Requests;

/** The same, with so many in one bucket. */
export const only = (bucket: Bucket, most: number): Requests => ({ ...plenty, [bucket]: most });
