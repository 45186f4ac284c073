import type { Checked } from '../../problem/checked.ts';
import { problem } from '../../problem/problem.ts';

const mostBytes = 4_000_000;

/** A file's text: UTF-8, a byte order mark dropped, every line end one that YAML and CSV know. */
export function decode(file: string, content: string | Uint8Array): Checked<string> {
  if (content.length > mostBytes) {
    const facts = { what: 'the file', most: `${mostBytes / 1_000_000} MB` };
    return { ok: false, problems: [problem('rules/too-large', facts, { file, line: 1, column: 1 })] };
  }
  if (isUtf16(content)) return notText(file, 'it is UTF-16', '');
  const text = (typeof content === 'string' ? content : decoded(content)).replace(/^\uFEFF/, '');
  const broken = typeof content !== 'string' && !isUtf8(content) ? text.indexOf('\uFFFD') : -1;
  if (broken >= 0) return notText(file, 'it is not UTF-8', text.slice(0, broken));
  const control = text.search(/(?![\t\n\r\u0085])\p{Cc}/u);
  if (control >= 0) return notText(file, controlCharacter(text, control), text.slice(0, control));
  // A lone carriage return ends a line for people; it is replaced by as many characters, so places stay.
  return { ok: true, value: text.replaceAll(/\r(?!\n)/g, '\n') };
}

const decoded = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** By its byte order mark, or by the zero byte that every Latin letter has in it. */
function isUtf16(content: string | Uint8Array): boolean {
  if (typeof content === 'string') return false;
  const [first, second] = content;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return content.length > 2 && (first === 0) !== (second === 0);
}

const controlCharacter = (text: string, at: number): string =>
  `it holds the control character U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

function notText(file: string, reason: string, before: string): Checked<never> {
  const lines = before.split(/\r\n|\r|\n/);
  const place = { file, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  return { ok: false, problems: [problem('rules/not-text', { reason }, place)] };
}
