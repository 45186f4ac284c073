/** Whether a pattern names a path: `*` is one segment, a last `**` any number. */
export function isBelow(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const open = wanted.at(-1) === '**';
  const segments = path.split('/');
  if (open ? segments.length < wanted.length - 1 : segments.length !== wanted.length) return false;
  return (open ? wanted.slice(0, -1) : wanted).every((word, at) => word === '*' || word === segments[at]);
}
