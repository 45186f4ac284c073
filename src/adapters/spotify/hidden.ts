/** A text without these secrets, as they stand and as addresses, JSON and encodings hold them. */
export function without(secrets: readonly string[], text: string): string {
  const forms = [...new Set(secrets.filter((secret) => secret !== '').flatMap(formsOf))].sort(
    (a, b) => b.length - a.length,
  );
  const plain = (part: string): string => forms.reduce((left, form) => left.replaceAll(form, '***'), part);
  return plain(inJson(text, plain));
}

function formsOf(secret: string): readonly string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const encoded = (['base64', 'base64url', 'hex'] as const).map((way) => Buffer.from(secret).toString(way));
  return [secret, encodeURIComponent(secret), asForm(secret), json, json.replaceAll('/', '\\/'), ...encoded];
}

const asForm = (secret: string): string => new URLSearchParams([['', secret]]).toString().slice(1);

/** JSON can write any letter as its number, and whoever reads it gets the letter. */
function inJson(text: string, plain: (part: string) => string): string {
  try {
    return JSON.stringify(JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? plain(value) : value)));
  } catch {
    return text;
  }
}
