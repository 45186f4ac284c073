/** What a description may speak of, filled in whenever it is written. */
export const nightlyPlaceholders: readonly string[] = ['{count}', '{top_artists}', '{week}'];

export const placeholdersIn = (text: string): readonly string[] => text.match(/\{[a-z_]{1,40}\}/g) ?? [];
