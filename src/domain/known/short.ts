/** What most ids begin with: `:` stands for it. No other id begins with that. */
const track = 'spotify:track:';

export const short = (id: string): string => (id.startsWith(track) ? id.slice(track.length - 1) : id);
export const long = (id: string): string => (id.startsWith(':') ? `${track}${id.slice(1)}` : id);
