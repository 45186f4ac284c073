import { Type } from 'typebox';
import { type AddableUri, episodeUri, idIn, isTrackUri, trackUri } from '../../domain/ids.ts';
import { below } from '../below.ts';
import { readId } from '../values/read-id.ts';
import { defineSource, type Reading } from '../word.ts';
import { hasNot } from './without.ts';

export const tracks = defineSource({
  key: 'tracks',
  summary: 'These tracks and episodes, as they are written: in this order, repeats and all.',
  example:
    '- tracks: ["spotify:track:4uLU6hMCjMI75M1A2tKUQC", "https://open.spotify.com/track/0VjIjW4GlUZAMYd2vXMi3b"]',
  schema: Type.Union([Type.String(), Type.Array(Type.String())]),
  read: (written, reading) => {
    const uris = [written]
      .flat()
      .map((text, index) => readUri(text, Array.isArray(written) ? below(reading, index) : reading));
    return uris.every((uri) => uri !== undefined) ? { uris } : undefined;
  },
  // What is written is yielded under that id even where Spotify shows it under another.
  run: ({ uris }, asking) => {
    for (const uri of uris)
      if (isTrackUri(uri) && asking.item(uri) === undefined)
        asking.wish({ account: asking.account, kind: 'track', uri });
    return {
      entries: uris.map((uri, index) => ({ uri, addedAt: null, datum: `written, number ${index + 1}` })),
      gaps: [],
      without: hasNot('not among the written tracks'),
    };
  },
});

function readUri(text: string, reading: Reading): AddableUri | undefined {
  // A bare id can only be told to be one of the two by its link; it is taken for a track.
  const episode = idIn('track', text) === undefined ? idIn('episode', text) : undefined;
  if (episode !== undefined) return episodeUri(episode);
  const track = readId('track', text, reading);
  return track === undefined ? undefined : trackUri(track);
}
