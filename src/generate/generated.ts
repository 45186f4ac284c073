import { forEditors } from '../rules/schema/for-editors.ts';
import { portfolioSchema } from '../rules/schema/portfolio-schema.ts';
import { ruleSchema } from '../rules/schema/rule-schema.ts';
import { notices } from './notices.ts';
import { withTables } from './readme.ts';

const json = (schema: object): string => `${JSON.stringify(forEditors(schema), null, 2)}\n`;

/** Every generated file with its text, by path from the root of the repository; `readText` is the text as it stands. */
export function generatedFiles(
  root: string,
  readText: (path: string) => string | undefined,
): readonly (readonly [path: string, text: string])[] {
  const readme = readText('README.md');
  return [
    ['playlists/playlist.schema.json', json(ruleSchema)],
    ['playlists/setlist.schema.json', json(portfolioSchema)],
    ['THIRD_PARTY_NOTICES.md', notices(root)],
    ...(readme === undefined ? [] : [['README.md', withTables(readme)] as const]),
  ];
}
