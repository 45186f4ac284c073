/**
 * A schema with examples moved into `markdownDescription`, which VS Code and other editors on the same language server
 * show over a word. Examples of ours are pieces of YAML; editors would offer them as values.
 */
export function forEditors(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(forEditors);
  if (typeof schema !== 'object' || schema === null) return schema;
  const parts = Object.entries(schema).map(([key, value]) => [key, forEditors(value)] as const);
  const { description, examples } = schema as { readonly description?: unknown; readonly examples?: unknown };
  if (typeof description !== 'string' || !Array.isArray(examples)) return Object.fromEntries(parts);
  const markdownDescription = `${description}\n\n\`\`\`yaml\n${examples.join('\n')}\n\`\`\``;
  return { ...Object.fromEntries(parts.filter(([key]) => key !== 'examples')), markdownDescription };
}
