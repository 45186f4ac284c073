import { badRequest } from '../http/refusal.ts';
import { parseFields, type Selection } from './parse.ts';

/** The value with only what `fields` asks for. Members that do not exist leave nothing behind: `track` gives `{}`. */
export function project(value: unknown, selection: Selection): unknown {
  if (Array.isArray(value)) return value.map((part: unknown) => project(part, selection));
  if (typeof value !== 'object' || value === null) return value;
  const kept: Record<string, unknown> = {};
  if (selection.mode === 'only') {
    for (const [name, below] of selection.members) {
      const part = (value as Record<string, unknown>)[name];
      if (part !== undefined) kept[name] = below === null ? part : project(part, below);
    }
    return kept;
  }
  for (const [name, part] of Object.entries(value)) {
    const below = selection.members.get(name);
    if (below === undefined) kept[name] = part;
    else if (below !== null) kept[name] = project(part, below);
  }
  return kept;
}

/** What a request's `fields` leaves of its answer. */
export function selected(query: URLSearchParams, value: unknown): unknown {
  const text = query.get('fields');
  if (text === null || text.trim() === '') return value;
  const selection = parseFields(text);
  if (selection === undefined) throw badRequest('Invalid fields');
  return project(value, selection);
}
