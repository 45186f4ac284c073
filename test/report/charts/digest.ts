import { createHash } from 'node:crypto';
import { renderChart } from '../../../src/report/charts/render.ts';
import { examples } from './nights.ts';

// Its own process, for the zone and the language are read once.
for (const data of examples) {
  for (const drawing of [{}, { width: 278, on: 'page' } as const]) {
    const svg = await renderChart(data, drawing);
    process.stdout.write(`${createHash('sha256').update(svg).digest('hex')} ${data.id}\n`);
  }
}
