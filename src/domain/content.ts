/**
 * What a file shall hold: its text, or what tells the text part by part, from the start whenever it is called. A file
 * that is told is nowhere in memory as a whole.
 */
export type Content = string | (() => Iterable<string>);

export const partsOf = (content: Content): Iterable<string> => (typeof content === 'string' ? [content] : content());

export const textOf = (content: Content): string => (typeof content === 'string' ? content : [...content()].join(''));
