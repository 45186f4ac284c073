import { exitOf, fixOf, messageOf } from '../../problem/catalogue.ts';
import { counted } from '../../problem/counted.ts';
import { exits } from '../../problem/exit.ts';
import type { Problem } from '../../problem/problem.ts';
import { visible } from '../../problem/render.ts';

/** One thing that was looked at. `id` names it for programs. */
export type Look =
  | { readonly kind: 'well'; readonly id: string; readonly says: string }
  | { readonly kind: 'problem'; readonly id: string; readonly problem: Problem }
  /** It could not be looked at: why, and how it can; null where there is no way. */
  | {
      readonly kind: 'unseen';
      readonly id: string;
      readonly what: string;
      readonly why: string;
      readonly how: string | null;
    };

export type Group = { readonly name: string; readonly looks: readonly Look[] };

export type Mark = 'well' | 'advice' | 'wrong' | 'unseen';

export const markOf = (look: Look): Mark =>
  look.kind !== 'problem' ? look.kind : exitOf([look.problem]) === exits.done ? 'advice' : 'wrong';

/** Requests that were sent. */
export type Asked = { readonly spotify: number; readonly gitHub: number };

const signs: { readonly [mark in Mark]: string } = { well: '✔', advice: '!', wrong: '✖', unseen: '?' };
const columns = 80;

/** Group by group, a mark and a sentence each, and below what is not well what to do. */
export const renderDoctor = (groups: readonly Group[], asked: Asked): string =>
  [...groups.map(group), summary(groups.flatMap(({ looks }) => looks).map(markOf), asked)].join('\n\n');

const group = ({ name, looks }: Group): string => [visible(name), ...looks.flatMap(linesOf)].join('\n');

function linesOf(look: Look): readonly string[] {
  const sign = `  ${signs[markOf(look)]} `;
  switch (look.kind) {
    case 'well':
      return wrapped(look.says, sign);
    case 'problem': {
      const { problem } = look;
      const where = problem.at === undefined ? '' : `${problem.at.file}:${problem.at.line}: `;
      const said = wrapped(`${where}${messageOf(problem)} [${problem.code}]`, sign);
      return [...said, ...wrapped(fixOf(problem), '    fix: ')];
    }
    case 'unseen':
      return [
        ...wrapped(`${look.what}: not looked at, ${look.why}`, sign),
        ...(look.how === null ? [] : wrapped(look.how, '    how: ')),
      ];
  }
}

/** Lines of at most 80 columns, below each other behind what the first one begins with. A longer word stands alone. */
function wrapped(text: string, first: string): readonly string[] {
  const indent = ' '.repeat(first.length);
  const lines: string[] = [];
  for (const word of visible(text).split(' ')) {
    const last = lines.at(-1);
    if (last === undefined) lines.push(first + word);
    else if (last.length + 1 + word.length > columns) lines.push(indent + word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

function summary(marks: readonly Mark[], { spotify, gitHub }: Asked): string {
  const many = (mark: Mark): number => marks.filter((one) => one === mark).length;
  const { wrong, advice, unseen } = { wrong: many('wrong'), advice: many('advice'), unseen: many('unseen') };
  const parts = [
    wrong === 0 ? 'Nothing is wrong' : `${wrong} wrong`,
    ...(advice === 0 ? [] : [`${advice} to consider`]),
    ...(unseen === 0 ? [] : [`${unseen} not looked at`]),
  ];
  const sent =
    spotify + gitHub === 0 ? 'nothing was sent' : `sent ${counted(spotify, 'request')} to Spotify, ${gitHub} to GitHub`;
  return wrapped(`${parts.join(', ')}; ${sent}`, '').join('\n');
}
