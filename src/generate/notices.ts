import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Locked = { readonly version?: string; readonly dev?: boolean; readonly optional?: boolean };

/** The licences of everything that the bundle in `dist/` holds: all packages that are not for development only. */
export function notices(root: string): string {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  const shipped = Object.entries(lock.packages)
    .filter(([path, { dev }]) => path.startsWith('node_modules/') && dev !== true)
    .map(([path]) => path)
    .filter((path) => existsSync(join(root, path)))
    .sort();
  const head = '# Third-party notices\n\nThe bundle in `dist/` holds these packages.\n';
  return [head, ...shipped.map((path) => noticeOf(join(root, path)))].join('\n');
}

function noticeOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(entry));
  const text =
    file === undefined ? `${license} (the package brings no text of it)` : readFileSync(join(folder, file), 'utf8');
  return `## ${name} ${version} (${license})\n\n${fenced(text.trim())}\n`;
}

const fenced = (text: string): string => `\`\`\`\n${text.replaceAll('```', "'''").replaceAll('\r\n', '\n')}\n\`\`\``;
