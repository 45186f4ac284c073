/** A signal asked us to end: what was done stays, the rest waits for the next run. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}
