import type { Page } from '../ports.ts';

const tries = 3;

/** It says that it is the last, and with it fewer entries came than the list counts. */
export const isShort = ({ next, entries, total }: Page<unknown>, offset: number): boolean =>
  next === null && offset + entries < total;

/** The page; one that is short is asked for again, since it may be the answer that was cut and not the list. */
export async function unshortened<P extends Page<unknown>>(
  page: (offset: number) => Promise<P>,
  offset: number,
): Promise<P> {
  let read = await page(offset);
  for (let again = 1; again < tries && isShort(read, offset); again++) read = await page(offset);
  return read;
}
