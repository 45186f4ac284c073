/** Bytes in the pack by what they are for. */
export type Cost = ReadonlyMap<string, number>;

type Git = (...args: readonly string[]) => Promise<string>;

/** What each part of a repository takes on the disk, once it is packed. */
export async function costOf(git: Git): Promise<Cost> {
  const listed = await git('rev-list', '--objects', '--all');
  const paths = new Map(
    listed
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => [line.slice(0, 40), line.slice(41)] as const),
  );
  const format = '--batch-check=%(objectname) %(objecttype) %(objectsize:disk)';
  const sizes = await git('cat-file', format, '--batch-all-objects');
  const cost = new Map<string, number>();
  for (const line of sizes.split('\n')) {
    const [id = '', type = '', bytes = '0'] = line.split(' ');
    if (id === '') continue;
    const part = type === 'blob' ? partOf(paths.get(id) ?? '') : `${type}s`;
    cost.set(part, (cost.get(part) ?? 0) + Number(bytes));
  }
  return cost;
}

/** `reports/owner/audit/2026-11.jsonl` is of `audit`. */
function partOf(path: string): string {
  const [top = '', second = '', third = ''] = path.split('/');
  if (top !== 'reports') return 'rules';
  if (second === 'charts' || third === '') return second;
  return third === 'playlists' && path.endsWith('.md') ? 'pages' : third;
}
