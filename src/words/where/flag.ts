import { Type } from 'typebox';
import { defineOperator, type Operator, type Operators } from './operator.ts';

const flag = (holds: (wanted: boolean, is: boolean) => boolean): Operator<boolean> =>
  defineOperator({ schema: Type.Boolean(), read: (wanted) => wanted, holds });

export const flags: Operators<boolean> = {
  is: flag((wanted, is) => wanted === is),
  is_not: flag((wanted, is) => wanted !== is),
};
