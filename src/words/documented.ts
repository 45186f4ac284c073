import { type TSchema, Type } from 'typebox';
import type { Described } from './word.ts';

/** A word's schema with what editors show over it. */
export const documented = ({ schema, summary, example }: Described): TSchema =>
  Type.Unsafe({
    ...schema,
    description: summary,
    // Known to VS Code and other editors on the same language server.
    markdownDescription: `${summary}\n\n\`\`\`yaml\n${example}\n\`\`\``,
  });
