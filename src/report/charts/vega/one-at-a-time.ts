/** Runs jobs one after another: Vega counts the ids of its clips over all charts of a process. */
export function oneAtATime(): <T>(job: () => Promise<T>) => Promise<T> {
  let before: Promise<unknown> = Promise.resolve();
  return <T>(job: () => Promise<T>): Promise<T> => {
    const mine = before.then(job);
    before = mine.catch(() => undefined);
    return mine;
  };
}
