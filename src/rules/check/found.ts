/** What was found, in words. */
export function found(value: unknown): string {
  if (value === null) return 'nothing';
  if (typeof value === 'string') return value === '' ? 'an empty text' : quoted(value);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value !== 'object') return String(value);
  return Object.keys(value).length === 0 ? 'an empty map' : 'a map';
}

const quoted = (text: string): string =>
  text.length > 80 ? `a text of ${text.length} characters` : `"${text.replaceAll(/\s+/g, ' ')}"`;
