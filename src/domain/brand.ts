declare const brand: unique symbol;

/** A value that only its own door lets in: two brands of the same shape do not mix. */
export type Branded<T, Name extends string> = T & { readonly [brand]: Name };
