import { createHash } from 'node:crypto';
import { fnv1a } from '../../domain/known/fnv1a.ts';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A number of 32 bits that only depends on the text: how the simulator rolls dice without keeping state. */
export function hash(text: string): number {
  let value = fnv1a(text);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** 22 base-62 characters that only depend on the text: one of Spotify's ids. */
export function idFrom(text: string): string {
  let value = BigInt(`0x${createHash('sha256').update(text).digest('hex').slice(0, 32)}`);
  let id = '';
  for (let at = 0; at < 22; at++) {
    id = digits.charAt(Number(value % 62n)) + id;
    value /= 62n;
  }
  return id;
}
