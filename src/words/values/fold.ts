/**
 * A text as it is compared: compatibility forms made one, case taken away as Unicode folds it, the same on every
 * machine. Going up before down makes `Straße` and `STRASSE` equal; the final sigma is the one letter that it misses.
 */
export const folded = (text: string): string =>
  text.normalize('NFKC').toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFKC');
