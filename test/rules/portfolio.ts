import type { PlaylistFiles } from '../../src/rules/read-playbook.ts';

/** A portfolio with two accounts, two rules and two lists, all of them right: what is tested stands beside it. */
export const portfolio: PlaylistFiles = new Map([
  [
    'setlist.yaml',
    `title: Nightbird Records
timezone: Europe/Stockholm
apps:
  main: { client_id: 0123456789abcdef0123456789abcdef, accounts: { studio: {}, sampler: {} } }
`,
  ],
  ['deep-cuts.yaml', 'name: Deep Cuts\naccount: studio\nfrom: [liked]\n'],
  ['label/low-light.yaml', 'name: Low Light\naccount: sampler\nfrom: [top]\n'],
  ['lists/city-pop-artists.yaml', 'artists: [3qm84nBOXUEQ2vnTfUTTFC]\n'],
  ['lists/never.csv', 'track,isrc\n4uLU6hMCjMI75M1A2tKUQC,\n,JPPO08100101\n'],
]);

/** The portfolio with these files added or replaced. */
export const withFiles = (files: Readonly<Record<string, string | Uint8Array>>): PlaylistFiles =>
  new Map([...portfolio, ...Object.entries(files)]);
