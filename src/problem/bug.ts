/** Our own mistake: shells print its stack and where to report it. */
export class Bug extends Error {
  override readonly name = 'Bug';
}

/** Marks a place that the types say cannot be reached. */
export function unreachable(value: never): never {
  throw new Bug(`unreachable: ${JSON.stringify(value)}`);
}
