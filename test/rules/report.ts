import { renderProblem } from '../../src/problem/render.ts';
import { type PlaylistFiles, readPlaybook } from '../../src/rules/read-playbook.ts';

const textOf = (content: string | Uint8Array | undefined): string | undefined =>
  content instanceof Uint8Array ? new TextDecoder().decode(content) : content;

/** What the user reads about these files: every problem with its source line, carets and fix. */
export function report(files: PlaylistFiles): string {
  const read = readPlaybook(files);
  if (read.ok) return 'nothing wrong\n';
  const rendered = read.problems.map((one) =>
    renderProblem(one, (file) => textOf(files.get(file.replace(/^playlists\//, '')))),
  );
  return `${rendered.join('\n')}\n`;
}

/** The codes of all problems, with file and line. */
export function codes(files: PlaylistFiles): readonly string[] {
  const read = readPlaybook(files);
  if (read.ok) return [];
  return read.problems.map(({ code, at }) => (at === undefined ? code : `${at.file}:${at.line}:${at.column} ${code}`));
}
