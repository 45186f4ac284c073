// Controls move the cursor of a terminal; the others turn the reading direction and hide what a line says.
const hidden = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** One line of text that is safe to show. */
export const plain = (text: string): string => text.toWellFormed().replaceAll(hidden, '');

/** A message as git keeps it: lines that end in LF, nothing that cannot be seen. */
export const messageOf = (text: string): string =>
  `${text
    .split(/\r\n|\n|\r/)
    .map(plain)
    .join('\n')
    .trimEnd()}\n`;
