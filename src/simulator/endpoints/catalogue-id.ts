import { isBase62Id } from '../../domain/ids.ts';
import type { Call } from '../http/call.ts';
import { badRequest, notFound } from '../http/refusal.ts';

/** The thing that the address names: 400 for what is no id, 404 for what is not there. */
export function named<T>({ params: [id = ''] }: Call, find: (id: string) => T | undefined): T {
  if (!isBase62Id(id)) throw badRequest('Invalid base62 id');
  const found = find(id);
  if (found === undefined) throw notFound();
  return found;
}
