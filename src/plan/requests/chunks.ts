import { mostRowsAWrite } from '../../domain/write.ts';

/** The same rows in parts that one request can carry. */
export const chunks = <T>(rows: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(rows.length / mostRowsAWrite) }, (_, index) =>
    rows.slice(index * mostRowsAWrite, (index + 1) * mostRowsAWrite),
  );
