import type { Schedule } from '../../../domain/settings.ts';
import { grouped } from '../../charts/numbers.ts';

/** `every week on fri`; any of several nights will do. */
export const scheduleInWords = (list: readonly Schedule[]): string => list.map(nightsInWords).join(', or ');

function nightsInWords(one: Schedule): string {
  switch (one.kind) {
    case 'never':
      return 'never';
    case 'every':
      return `every ${one.every}${one.on.length === 0 ? '' : ` on ${one.on.join(', ')}`}${between(one.between)}`;
    case 'every-days':
      return `every ${grouped(one.days)} days${between(one.between)}`;
    case 'on-change':
      return `when ${one.source} changes`;
  }
}

const between = (dates: readonly [string, string] | null): string =>
  dates === null ? '' : ` between ${dates[0]} and ${dates[1]}`;
