import { expect, test } from 'vitest';
import { plainTitle, recordingKey, sameRecording } from '../../../src/words/values/recording.ts';
import { artistId, episode, track } from '../build.ts';

test.each([
  ['letter case', 'Plastic Love', 'PLASTIC LOVE'],
  ['width', 'Plastic Love', 'Ｐｌａｓｔｉｃ　Ｌｏｖｅ'],
  ['composition', 'Ca\u0301lma', 'Cálma'],
  ['apostrophes', "Don't Stop", 'Don’t Stop'],
  ['missing apostrophes', "Don't Stop", 'Dont Stop'],
  ['dashes and commas', 'Stay – Go, Now', 'Stay - Go Now'],
  ['an ampersand', 'You & Me', 'You and Me'],
  ['a guest in brackets', 'Night (feat. Guest)', 'Night'],
  ['a guest in square brackets', 'Night [ft. Guest & Other]', 'Night'],
  ['a guest behind', 'Night feat. Guest', 'Night'],
  ['a guest before a version', 'Night feat. Guest - Live', 'Night - Live'],
  ['a guest beside a version', 'Night (Live) [featuring Guest]', 'Night - Live'],
  ['a remaster', 'Night - Remastered', 'Night'],
  ['a remaster with its year', 'Night - 2011 Remaster', 'Night'],
  ['a remaster with its year behind', 'Night - Remastered 2011', 'Night'],
  ['a remastered version', 'Night - 2011 Remastered Version', 'Night'],
  ['a digital remaster in brackets', 'Night (1999 Digital Remaster)', 'Night'],
  ['a guest and a remaster', 'Night (feat. Guest) - 2011 Remaster', 'Night'],
  ['brackets for a dash', 'Night (Live)', 'Night - Live'],
])('leaves %s out of a title', (_, one, other) => {
  expect(plainTitle(one)).toBe(plainTitle(other));
});

test.each([
  ['a live take', 'Night - Live', 'Night'],
  ['a live take that was remastered', 'Night - Live - 2011 Remaster', 'Night - 2011 Remaster'],
  ['a remix', 'Night (X Remix)', 'Night'],
  ['an acoustic version', 'Night - Acoustic', 'Night'],
  ['an instrumental', 'Night (Instrumental)', 'Night'],
  ['a part', 'Night, Pt. 2', 'Night, Pt. 1'],
  ['a sign', 'F#', 'F'],
  ['a title in brackets', 'Dance (With Me)', 'Dance'],
  ['a feat', 'What a Feat', 'What'],
  ['a remaster that is the title', 'Remaster', 'Night'],
  ['punctuation alone', '!!!', '???'],
  ['symbols alone', '+', '='],
  ['other letters', 'Ночь', '夜'],
])('tells %s apart', (_, one, other) => {
  expect(plainTitle(one)).not.toBe(plainTitle(other));
});

test('keeps a title that would otherwise vanish', () => {
  expect(plainTitle('(feat. Guest)')).toBe('feat guest');
  expect(plainTitle('...')).toBe('...');
});

const one = track('a', { title: 'Night', durationMs: 200_000, isrc: 'JPPO08100101' });
test.each([
  ['equal ISRCs, whatever the rest', { title: 'x', isrc: 'JPPO08100101', durationMs: 1 }, true],
  ['other ISRCs of one title and length', { isrc: 'JPPO08100102', durationMs: 202_000 }, true],
  ['no ISRC', { isrc: null }, true],
  ['a length beyond the tolerance', { isrc: null, durationMs: 202_001 }, false],
  ['another first artist', { isrc: null, artists: [{ id: artistId('x'), name: 'Artist' }] }, false],
  ['another guest', { isrc: null, artists: [...one.artists, { id: artistId('x'), name: 'X' }] }, true],
  ['no artist', { isrc: null, artists: [] }, false],
])('judges %s', (_, facts, same) => {
  const other = track('b', { title: 'Night', ...facts });
  expect(sameRecording(one, other, 2_000)).toBe(same);
  expect(sameRecording(other, one, 2_000)).toBe(same);
});

test('does not take missing ISRCs for equal ones', () => {
  const bare = track('a', { title: 'x', isrc: null });
  expect(sameRecording(bare, track('b', { title: 'y', isrc: null }), 2_000)).toBe(false);
});

test('knows episodes by their id alone', () => {
  expect(sameRecording(episode('a'), episode('a', { title: 'x' }), 0)).toBe(true);
  expect(sameRecording(episode('a', { title: 'x' }), episode('b', { title: 'x' }), 0)).toBe(false);
  expect(recordingKey(episode('a'))).toBe(episode('a').uri);
});

test.each([
  ['brackets', '('.repeat(100_000)],
  ['guests', '(feat. '.repeat(20_000)],
  ['guests behind', ' feat. x'.repeat(20_000)],
  ['dashes', ' - '.repeat(50_000)],
  ['remasters', ' - remaster'.repeat(10_000)],
  ['spaces', `${' '.repeat(100_000)}x`],
])('reads a title of many %s in the time of its length', (_, title) => {
  const start = performance.now();
  plainTitle(title);
  expect(performance.now() - start).toBeLessThan(500);
});
