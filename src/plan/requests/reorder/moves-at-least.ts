import { Ring } from './ring.ts';
import { type Line, strips } from './strips.ts';

/** No fewer moves than these bring a line into order (Bafna and Pevzner 1998). */
export const movesAtLeast = (line: Line): number => new Ring(strips(line).order).movesAtLeast();
