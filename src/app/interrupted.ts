/** How a shell sees that a signal ended us. */
export const signalExits = { SIGINT: 130, SIGTERM: 143 } as const;
export type SignalName = keyof typeof signalExits;
export type SignalExit = (typeof signalExits)[SignalName];

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
