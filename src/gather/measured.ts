import type { ReadSpotify } from '../ports.ts';
import { BudgetSpent } from './budget.ts';
import { pageSize } from './poll/news.ts';

/**
 * Reads a discography, and where the budget ends before it does, adds what is known of its size by then: how many albums
 * it counts cannot be relied on (`spotify-api.md` 6), so that only what was sent tells what it takes at least.
 */
export async function measured<T>(read: ReadSpotify, ask: (counting: ReadSpotify) => Promise<T>): Promise<T> {
  const totals: number[] = [];
  const discography: ReadSpotify['discography'] = async (...args) => {
    const page = await read.discography(...args);
    totals.push(page.total);
    return page;
  };
  try {
    return await ask({ ...read, discography });
  } catch (error) {
    if (!(error instanceof BudgetSpent) || totals.length === 0) throw error;
    const least = totals.length + 1;
    // Some forget the last one; and a list that ends with a full page shows so on one page more.
    const counted = 1 + Math.floor((Math.max(...totals) + 1) / pageSize);
    throw new BudgetSpent(error.bucket, { least, counted: Math.max(least, counted) });
  }
}
