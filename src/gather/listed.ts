import type { Page } from '../ports.ts';
import { messageOf } from '../problem/catalogue.ts';
import { Failure } from '../problem/failure.ts';
import type { Catalogue } from './catalogue.ts';
import { isBroken } from './failed.ts';

export type Listed<T> =
  | { readonly state: 'whole'; readonly found: readonly T[] }
  | { readonly state: 'part'; readonly found: readonly T[] | null; readonly because: string };

/** All pages, or as many as hold the first `most`; what came before a page that does not come through is a part. */
export async function listed<T>(
  page: (offset: number) => Promise<Page<T>>,
  most: number | null,
  catalogue: Catalogue,
): Promise<Listed<T>> {
  const found: T[] = [];
  for (let offset: number | null = 0; offset !== null && (most === null || found.length < most); ) {
    const read: Page<T> | Cut = await pageOr(page, offset);
    if ('because' in read) return { state: 'part', found, because: read.because };
    catalogue.note(read);
    found.push(...read.rows);
    offset = read.next;
  }
  return { state: 'whole', found: most === null ? found : found.slice(0, most) };
}

/** Why the pages end before the list does. */
type Cut = { readonly because: string };

/** The page, or why a page after the first cannot be read. */
async function pageOr<T>(page: (offset: number) => Promise<Page<T>>, offset: number): Promise<Page<T> | Cut> {
  try {
    return await page(offset);
  } catch (error) {
    if (offset === 0 || !(error instanceof Failure) || !isBroken(error.problems[0])) throw error;
    return { because: messageOf(error.problems[0]) };
  }
}
