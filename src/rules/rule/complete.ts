type Partly<T> = { readonly [K in keyof T]: T[K] | undefined };

/** The whole, when none of its parts is undefined. */
export function complete<T extends object>(parts: Partly<T>): T | undefined {
  // Sound: the parts are those of T once none is undefined.
  return Object.values(parts).includes(undefined) ? undefined : (parts as T);
}
