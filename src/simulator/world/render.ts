import { encodeWorld, type World } from './world.ts';

/** A world as a file, an entry a line: a night is then a small change of a large file. */
export function renderWorld(world: World): string {
  const parts = Object.entries(encodeWorld(world) as Record<string, unknown>).map(([name, part]) =>
    Array.isArray(part) && part.length > 0
      ? `${JSON.stringify(name)}:[\n${part.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`
      : `${JSON.stringify(name)}:${JSON.stringify(part)}`,
  );
  return `{${parts.join(',\n')}}\n`;
}
