import { type Problem, problem } from '../../problem/problem.ts';

/** What an address that came back is worth. */
export type Judged =
  | { readonly kind: 'code'; readonly code: string }
  /** Spotify's last word: nobody else will answer. */
  | { readonly kind: 'over'; readonly problem: Problem }
  /** No answer to this question, by mistake or by a stranger: the waiting goes on. */
  | { readonly kind: 'other'; readonly problem: Problem };

type Expected = { readonly account: string; readonly redirect: string; readonly state: string };

/** Reads the address to which a browser was sent back. Nothing in it counts before its state does. */
export function judge(address: string, { account, redirect, state }: Expected): Judged {
  const url = URL.parse(address.trim());
  if (url === null || `${url.origin}${url.pathname}` !== redirect)
    return { kind: 'other', problem: problem('sign-in/wrong-address', { redirect }) };
  const [code, error] = [url.searchParams.get('code'), url.searchParams.get('error')];
  if (code === null && error === null)
    return { kind: 'other', problem: problem('sign-in/wrong-address', { redirect }) };
  if (url.searchParams.get('state') !== state) return { kind: 'other', problem: problem('sign-in/wrong-state', {}) };
  if (error === 'access_denied') return { kind: 'over', problem: problem('sign-in/denied', { account }) };
  if (error !== null || code === null || code === '')
    return {
      kind: 'over',
      problem: problem('sign-in/failed', { account, reason: (error ?? 'no code').slice(0, 100) }),
    };
  return { kind: 'code', code };
}
