/** Names as they occur, and as someone who means harm would choose them: markup, links, marks that turn text around. */
export const oddArtists = [
  '夜行列車',
  'Полночь',
  'ليل طويل',
  '밤의 라디오',
  'Sigur Ævintýri',
  'Motörwave',
  'AC|DC*',
  '<script>alert(1)</script>',
  '[free tracks](javascript:alert(1))',
  'P!nk_Noise_',
  '`rm -rf`',
  '@everyone',
  '\u202Eesrever',
  'Zero\u0007Bell',
  '👩‍🚀 & Sons',
  '=HYPERLINK("http://x")',
] as const;

export const oddTitles = [
  '東京の雨',
  'Ночной поезд',
  'ضوء',
  '새벽',
  'Für immer',
  'Où va le vent',
  '# Heading',
  '| a | b |',
  '<img src=x onerror=alert(1)>',
  'a\u0000b\u001b[31m',
  '![pixel](https://example.com/p.gif)',
  '\u202Etxt.exe',
  '...',
  '4\'33"',
  '--- \n+++',
  `\${{ secrets.X }}`,
] as const;

export const adjectives = (
  'Silver Quiet Broken Electric Velvet Distant Golden Paper Hollow Northern Crystal Midnight Slow Burning Pale ' +
  'Concrete Wild Blue Tender Lost Neon Secret Second Last Early Bitter Gentle Static Amber Frozen'
).split(' ');

export const nouns = (
  'River Signal Garden Mirror Harbour Shadow Engine Letter Summer Window Ocean Street Winter Horizon Island Machine ' +
  'Feather Station Morning Forest Canyon Lantern Satellite Kingdom Echo Thunder Meadow Skyline Fever Compass'
).split(' ');

export const genres = (
  'ambient,deep house,indie pop,folk,techno,jazz,city pop,hip hop,shoegaze,soul,post-rock,drum and bass,' +
  'singer-songwriter,metal,modern classical'
).split(',');

export const places = ['Berlin', 'Roundhouse', 'KEXP', 'Montreux', '武道館', 'Red Rocks'];
