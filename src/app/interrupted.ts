import type { signalExits } from '../problem/exit.ts';

export type SignalName = keyof typeof signalExits;

/** Why a run was aborted: a person or a machine asked it to end. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly by: SignalName;
  constructor(by: SignalName) {
    super(`ended by ${by}`);
    this.by = by;
  }
}

/** The signal that ended a run; undefined while none did. */
export const interruptedBy = ({ reason }: AbortSignal): SignalName | undefined =>
  reason instanceof Interrupted ? reason.by : undefined;
