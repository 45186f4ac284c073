import type { Command } from 'commander';
import type { Result } from '../../app/result.ts';
import { Failure } from '../../problem/failure.ts';
import { problem } from '../../problem/problem.ts';
import type { Opened } from '../ports.ts';

export type Action<Options> = (options: Options, ports: Opened, args: readonly string[]) => Promise<Result>;

/** Adds a command with the options that all have. */
export type Define = <Options extends object>(usage: string, summary: string, action: Action<Options>) => Command;

/** Only what was given: options that were left out are absent, not undefined. */
export const given = <T extends Readonly<Record<string, string | undefined>>>(options: T) =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: string;
  };

export const wrong = (reason: string, options?: ErrorOptions): Failure =>
  new Failure([problem('usage/wrong', { reason })], options);
