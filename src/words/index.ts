import { arrange } from './arrange.ts';
import { dedupe } from './dedupe.ts';
import { from } from './from.ts';
import { pin } from './pin.ts';
import { account } from './settings/account.ts';
import { ack } from './settings/ack.ts';
import { description } from './settings/description.ts';
import { guard } from './settings/guard.ts';
import { handEdits } from './settings/hand-edits.ts';
import { name } from './settings/name.ts';
import { isProtected } from './settings/protected.ts';
import { isPublic } from './settings/public.ts';
import { schedule } from './settings/schedule.ts';
import { suspend } from './settings/suspend.ts';
import { unknown } from './settings/unknown.ts';
import { was } from './settings/was.ts';
import { write } from './settings/write.ts';
import { sort } from './sort.ts';
import { take } from './take.ts';
import { where } from './where.ts';

export { arrangements } from './arrange/index.ts';
export { sources } from './sources/index.ts';
export { fields } from './where/index.ts';

/** Every key of a rule file, in the order in which `fmt` writes them. */
export const keys = {
  name,
  description,
  account,
  public: isPublic,
  schedule,
  from,
  where,
  unknown,
  dedupe,
  sort,
  take,
  arrange,
  pin,
  hand_edits: handEdits,
  guard,
  ack,
  write,
  protected: isProtected,
  suspend,
  was,
} as const;

export type Key = keyof typeof keys;

/** What every rule file has to say. */
export const required: readonly Key[] = ['name', 'from'];

/** What `defaults` of setlist.yaml may say for all rules. */
export const defaultable = [
  'public',
  'schedule',
  'unknown',
  'dedupe',
  'hand_edits',
  'guard',
  'write',
] as const satisfies readonly Key[];
export type Defaultable = (typeof defaultable)[number];
