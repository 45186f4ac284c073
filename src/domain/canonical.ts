/** JSON with the keys of every object sorted, so that equal values are equal bytes. Undefined members are left out. */
export const canonicalJson = (value: unknown): string => textOf(value) as string;

/** Nothing is copied to be sorted: what is told can be as large as a ledger. Undefined for what JSON does not know. */
function textOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((one) => textOf(one) ?? 'null').join(',')}]`;
  if ('toJSON' in value && typeof value.toJSON === 'function') return textOf(value.toJSON());
  let members = '';
  for (const key of sortedKeys(value)) {
    const text = textOf((value as Record<string, unknown>)[key]);
    if (text !== undefined) members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${text}`;
  }
  return `{${members}}`;
}

/** Keys that count places come first, by number, as in every object of JavaScript; the others by their code units. */
function sortedKeys(value: object): readonly string[] {
  const keys = Object.keys(value);
  if (!isPlace(keys[0] ?? '')) return keys.sort();
  const first = keys.findIndex((key) => !isPlace(key));
  return first === -1 ? keys : [...keys.slice(0, first), ...keys.slice(first).sort()];
}

const isPlace = (key: string): boolean => /^(?:0|[1-9]\d{0,9})$/.test(key) && Number(key) < 2 ** 32 - 1;
