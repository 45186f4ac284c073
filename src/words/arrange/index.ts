import { spread } from './spread.ts';

export const arrangements = { spread } as const;
