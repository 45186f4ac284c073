import type { Condition } from '../../../domain/rule.ts';
import { lengthInWords, spaced, valueInWords } from './values.ts';

type Test = Extract<Condition, { readonly kind: 'test' }>;

/** `duration at least 3:00 and not title contains instrumental`; empty where everything passes. */
export function conditionInWords(condition: Condition): string {
  switch (condition.kind) {
    case 'test':
      return testInWords(condition);
    case 'not':
      return `not ${inParts(condition.of)}`;
    case 'all':
    case 'any':
      return condition.of.map(inParts).join(condition.kind === 'all' ? ' and ' : ' or ');
  }
}

const inParts = (one: Condition): string =>
  (one.kind === 'all' || one.kind === 'any') && one.of.length > 1
    ? `(${conditionInWords(one)})`
    : conditionInWords(one);

function testInWords({ word, args }: Test): string {
  const told = Array.isArray(args)
    ? args.map((one: unknown) => comparison(word, one)).join(' and ')
    : valueInWords(args);
  return `${spaced(word)} ${told}`;
}

const operators: Readonly<Record<string, string>> = {
  gte: 'at least',
  lte: 'at most',
  gt: 'over',
  lt: 'under',
};

function comparison(word: string, one: unknown): string {
  if (typeof one !== 'object' || one === null || !('operator' in one) || !('operand' in one)) return valueInWords(one);
  const operator = String(one.operator);
  return `${operators[operator] ?? spaced(operator)} ${operandInWords(word, one.operand)}`;
}

/** Lengths are kept in milliseconds. */
function operandInWords(word: string, operand: unknown): string {
  if (word !== 'duration') return valueInWords(operand);
  if (typeof operand === 'number') return lengthInWords(operand);
  return typeof operand === 'object' && operand !== null
    ? Object.values(operand)
        .map((one) => (typeof one === 'number' ? lengthInWords(one) : valueInWords(one)))
        .join(' and ')
    : valueInWords(operand);
}
