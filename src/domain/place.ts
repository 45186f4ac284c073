/** Where in a file of the user's: lines and columns count from 1, columns in UTF-16 units; `length` is what carets underline. */
export type Place = { readonly file: string; readonly line: number; readonly column: number; readonly length?: number };
