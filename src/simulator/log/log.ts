/** One request that the simulator answered. */
export type LoggedRequest = {
  readonly atMs: number;
  readonly method: string;
  /** Without `/v1` for the Web API, `/api/token` for the token endpoint. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Parsed JSON (of a token request only the kind of grant); undefined when there was none. */
  body?: unknown;
  status: number;
  /** The quota bucket that it counts in. */
  bucket?: string;
  /** The user it was made for. */
  user?: string;
  app?: string;
  /** True when something changed, whatever the answer was. */
  effect?: true;
  /** How many rows the playlist had after a write to its items. */
  rowsAfter?: number;
  /** The fault that was done to it. */
  fault?: string;
};

export type Log = {
  readonly entries: LoggedRequest[];
  clear(): void;
  /** Told of each request when all it does is done and nothing was answered yet. */
  readonly done: (entry: LoggedRequest) => void;
};

export function startLog(done: Log['done'] = () => undefined): Log {
  const entries: LoggedRequest[] = [];
  return {
    entries,
    done,
    clear() {
      entries.length = 0;
    },
  };
}
