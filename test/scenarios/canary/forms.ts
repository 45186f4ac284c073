/** What a text looks like wherever it may turn up: as it stands, and as addresses, JSON and encodings hold it. */
export function formsOf(secret: string): readonly string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const whole = [
    secret,
    encodeURIComponent(secret),
    new URLSearchParams({ '': secret }).toString().slice(1),
    json,
    json.replaceAll('/', '\\/'),
    Buffer.from(secret).toString('hex'),
  ];
  // In base64 a text looks another way at each of three places; what the neighbours have a share in is left out.
  const based = [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
    const text = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64');
    const inner = text.slice(before === 0 ? 0 : 4);
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
  });
  // Shorter ones are in any text.
  return [...new Set([...whole, ...based])].filter((form) => form.length >= 8);
}

/** The secrets that can be read in a text, in any form. */
export const seenIn = (text: string, secrets: Iterable<string>): readonly string[] => {
  const lower = text.toLowerCase();
  return [...secrets].filter((secret) =>
    formsOf(secret).some((form) => text.includes(form) || (/^[0-9a-f]+$/.test(form) && lower.includes(form))),
  );
};
