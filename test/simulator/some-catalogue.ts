import { id } from './here.ts';

export const ann = id('Ann');
export const guest = id('Guest');
export const release = (letter: string, releaseDate: string, more: object = {}) => ({
  id: id(letter),
  name: `Album ${letter}`,
  artists: [ann],
  releaseDate,
  tracks: [],
  ...more,
});

/** Two artists, six albums of which one is not out yet, and seven tracks of which one is dead. */
export const catalogue = {
  artists: [
    { id: ann, name: 'Ann Åström', genres: ['jazz'] },
    { id: guest, name: 'Guest' },
  ],
  albums: [
    release('A', '2026-11-20', { tracks: [id('a'), id('s'), id('x')], upc: '123', popularity: 3 }),
    release('B', '2024-03-01', { kind: 'single', tracks: [id('b')] }),
    release('C', '2019', { precision: 'year' }),
    release('D', '2025-01-01', { kind: 'single' }),
    release('E', '2027-01-01', { unreleased: true, tracks: [id('e')] }),
    release('F', '2010-01-01', { kind: 'compilation', artists: [guest], tracks: [id('f')] }),
  ],
  tracks: [
    { id: id('a'), name: 'Rain at Night', artists: [ann], album: id('A'), isrc: 'QZAAA2600001', explicit: true },
    { id: id('b'), name: 'Rain', artists: [ann], album: id('B') },
    { id: id('e'), name: 'Rain to Come', artists: [ann], album: id('E') },
    { id: id('f'), name: '夜の雨', artists: [ann, guest], album: id('F') },
    { id: id('s'), name: 'Old Id', artists: [ann], album: id('A'), relinks: { DE: id('t') } },
    { id: id('t'), name: 'New Id', artists: [ann], album: id('B') },
    { id: id('x'), name: 'Rain Gone', artists: [ann], album: id('A'), dead: true },
  ],
};
