import type { Absence } from '../../domain/facts.ts';

type Answered<T> =
  | { readonly state: 'whole'; readonly found: T }
  | { readonly state: 'part'; readonly found: T | null; readonly because: string }
  | { readonly state: 'none'; readonly absence: Absence };

/** What an answer holds, and what a source must say of what it does not hold. `what` names it: `playlist 37i9…`. */
export function foundIn<T>(
  answer: Answered<T>,
  what: string,
): { readonly found: T | null; readonly gaps: readonly string[] } {
  switch (answer.state) {
    case 'whole':
      return { found: answer.found, gaps: [] };
    case 'part':
      return { found: answer.found, gaps: [`${what} was not read whole: ${answer.because}`] };
    case 'none':
      return { found: null, gaps: [`${what} is ${answer.absence === 'missing' ? 'missing' : 'not readable'}`] };
  }
}
