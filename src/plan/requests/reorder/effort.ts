/** Steps that a search may still take: counted, not timed, so that the same lists give the same requests everywhere. */
export type Effort = { left: number };
