import type { Page } from '../ports.ts';
import { messageOf } from '../problem/catalogue.ts';
import { Failure } from '../problem/failure.ts';
import type { Catalogue } from './catalogue.ts';
import { isBroken } from './failed.ts';
import { isShort, unshortened } from './short.ts';

export type Listed<T> =
  | { readonly state: 'whole'; readonly found: readonly T[] }
  | { readonly state: 'part'; readonly found: readonly T[] | null; readonly because: string };

export type Listing = {
  /** How many are asked for; null for all. */
  readonly most: number | null;
  /**
   * What the list's own count is good for.
   * - `holds`: a smaller one on a later page means that entries moved up, past the page that was being read.
   * - `moves`: it may be another on every page.
   * - `errs`: nothing; the pages alone say where the list ends.
   */
  readonly count: 'holds' | 'moves' | 'errs';
  /** Told after the first page how many requests all of them take, where its count says so; throws where they do not fit. */
  readonly mustFit?: (requests: number) => void;
};

/**
 * All pages, or as many as hold the first `most`. What came before a page that does not come through is a part, and so
 * is what comes to less than the list counts.
 */
export async function listed<T>(
  page: (offset: number) => Promise<Page<T>>,
  { most, count, mustFit }: Listing,
  catalogue: Catalogue,
): Promise<Listed<T>> {
  const found: T[] = [];
  const asked = count === 'errs' ? page : (offset: number) => unshortened(page, offset);
  let counted = 0;
  for (let offset: number | null = 0; offset !== null && (most === null || found.length < most); ) {
    const read: Page<T> | Cut = await pageOr(asked, offset);
    if ('because' in read) return { state: 'part', found, because: read.because };
    catalogue.note(read);
    found.push(...read.rows);
    const isEnough = most !== null && found.length >= most;
    if (count !== 'errs' && !isEnough && isShort(read, offset))
      return { state: 'part', found, because: `it counts ${read.total} entries and shows ${offset + read.entries}` };
    if (count === 'holds' && read.total < counted)
      return { state: 'part', found, because: 'it changed while it was read' };
    if (offset === 0 && read.next !== null && !isEnough)
      mustFit?.(Math.ceil(Math.min(read.total, most ?? read.total) / read.next));
    counted = read.total;
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
