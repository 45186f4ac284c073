import type { Route } from './call.ts';

export type Found = { readonly route: Route; readonly params: readonly string[] };

/** Looks routes up by method and number of segments, then by their words. */
export function routerOf(routes: readonly Route[]): (method: string, path: string) => Found | undefined {
  const byShape = Map.groupBy(
    routes.map((route) => ({ route, words: route.pattern.split('/') })),
    ({ route, words }) => `${route.method} ${words.length}`,
  );
  return (method, path) => {
    const segments = path.split('/');
    const candidate = byShape
      .get(`${method} ${segments.length}`)
      ?.find(({ words }) => words.every((word, at) => word === ':' || word === segments[at]));
    if (candidate === undefined) return undefined;
    const params = segments.filter((_, at) => candidate.words[at] === ':');
    return { route: candidate.route, params: params.map(decoded) };
  };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
