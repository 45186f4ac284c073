import type { Call } from '../http/call.ts';

export type Part<T> = {
  readonly items: readonly T[];
  readonly offset: number;
  readonly limit: number;
  readonly total: number;
};

/** The address of another page: what was asked, with other numbers. */
function pageUrl({ apiUrl, path, query }: Call, offset: number, limit: number): string {
  const changed = new URLSearchParams(query);
  changed.set('offset', `${offset}`);
  changed.set('limit', `${limit}`);
  return `${apiUrl}${path}?${changed}`;
}

/** Spotify's paging object. */
export function paging<T>(call: Call, { items, offset, limit, total }: Part<T>): Record<string, unknown> {
  return {
    href: pageUrl(call, offset, limit),
    limit,
    next: offset + limit < total ? pageUrl(call, offset + limit, limit) : null,
    offset,
    previous: offset > 0 ? pageUrl(call, Math.max(0, offset - limit), limit) : null,
    total,
    items,
  };
}
