/** What Spotify and the way to it can answer. `request` is the method and path, ids included, secrets never. */
export type SpotifyFacts = {
  'spotify/unreachable': { readonly request: string; readonly reason: string };
  'spotify/server-error': { readonly request: string; readonly status: number };
  /** A write whose answer was lost: it may have taken effect. */
  'spotify/unknown-outcome': { readonly request: string; readonly reason: string };
  'spotify/bad-answer': { readonly request: string; readonly reason: string };
  'spotify/bad-request': { readonly request: string; readonly status: number; readonly message: string };
  'spotify/unauthorized': { readonly account: string };
  'spotify/no-token': { readonly account: string; readonly variable: string };
  'spotify/bad-token': { readonly account: string; readonly variable: string };
  'spotify/sign-in-expired': { readonly account: string; readonly reason: string };
  /** Spotify takes it still; `on` is the date of its end, `left` how far off that is. */
  'spotify/sign-in-ends': {
    readonly account: string;
    readonly on: string;
    readonly left: 'a month' | 'a week' | 'nothing';
  };
  /** Replaced by Spotify and written nowhere; `until` is when the access of this run ends, `to` as "login" takes it. */
  'spotify/rotated-not-kept': {
    readonly account: string;
    readonly variable: string;
    readonly reason: string;
    readonly until: string;
    readonly to: string | null;
  };
  'spotify/forbidden': { readonly request: string; readonly message: string };
  /** Scopes; of a sign-in that did not say what it allows, the request that was refused. */
  'spotify/missing-scope': { readonly account: string; readonly lacks: readonly string[] };
  'spotify/not-allow-listed': { readonly account: string };
  'spotify/premium-lapsed': { readonly app: string };
  'spotify/not-found': { readonly request: string };
  'spotify/rate-limited': { readonly request: string; readonly retryAfterMs: number | null };
  /** Our own budget of any 24 hours; `free` is when there is room again, null where only a reserve is left. */
  'spotify/budget-spent': { readonly bucket: string; readonly budget: number; readonly free: string | null };
  /** `list` is what asks for it; of a discography, `requests` is what it takes at least. */
  'spotify/list-put-off': {
    readonly list: string;
    readonly bucket: string;
    readonly requests: number;
    readonly left: number;
  };
  /** No day has room for it; `needed` is the budget with which one has. */
  'spotify/list-too-long': {
    readonly list: string;
    readonly bucket: string;
    readonly requests: number;
    readonly budget: number;
    readonly needed: number;
  };
  'spotify/quota-exceeded': { readonly bucket: string; readonly retryAfterMs: number | null };
};
