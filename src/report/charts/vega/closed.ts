import type { Loader } from 'vega';

const refuse = (): Promise<never> => Promise.reject(new Error('a chart reads nothing'));

/** Reads no file and no address, whatever a chart asks for. */
export const closed: Loader = {
  load: refuse,
  sanitize: refuse,
  http: refuse,
  file: refuse,
};
