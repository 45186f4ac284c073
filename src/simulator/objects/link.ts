export type Linked = {
  readonly external_urls: { readonly spotify: string };
  readonly href: string;
  readonly id: string;
  readonly type: string;
  readonly uri: string;
};

/** What every object with an id begins with. Addresses name the real service, as stored copies of its answers do. */
export const linked = (type: string, id: string): Linked => ({
  external_urls: { spotify: `https://open.spotify.com/${type}/${id}` },
  href: `https://api.spotify.com/v1/${type === 'user' ? 'users' : `${type}s`}/${id}`,
  id,
  type,
  uri: `spotify:${type}:${id}`,
});

/** Null for those who have not said how they want to be called. */
export const displayName = ({ name }: { readonly name: string }): string | null => (name === '' ? null : name);
