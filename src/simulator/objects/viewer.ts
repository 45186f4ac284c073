/** For whom an answer is made: what it shows depends on the market, and on what the app may still see. */
export type Viewer = { readonly market: string; readonly extended: boolean };
