import type { ChartData, Drawing, Heading } from './chart.ts';
import { describeChart } from './describe.ts';
import { headingWithName, type NamedHeading } from './heading.ts';
import { readingsOf } from './readings.ts';
import { sizes } from './shades.ts';
import { type Frame, frameOf } from './spec/frame.ts';
import { specOf } from './spec/spec.ts';
import { idOf } from './svg/clean.ts';
import { dress } from './svg/dress.ts';
import { drawnKey } from './svg/key.ts';
import { parseSvg } from './svg/parse.ts';
import { slim } from './svg/slim.ts';
import { writeSvg } from './svg/write.ts';
import { clipped, widthOf } from './vega/width.ts';

/**
 * The chart as an SVG: the same bytes for the same nights in any order, on any machine, in any zone. The axes belong
 * to the year, so that a night more lengthens the line and leaves what stood before as it was. What is in it is drawn:
 * no script, no link, no address.
 */
export async function renderChart(data: ChartData, drawing: Drawing = {}): Promise<string> {
  // The drawing library is large, and most commands draw nothing.
  const { draw } = await import('./vega/draw.ts');
  const readings = readingsOf(data);
  const frame = frameOf(readings, data.year, drawing);
  const id = `chart-${idOf(data.id)}${drawing.width === undefined ? '' : `-${drawing.width}`}`;
  const plots = slim(parseSvg(await draw(specOf(readings, data.year, frame), frame)), id)?.children ?? [];
  const heading = headingWithName(data);
  const dressed = dress([...plots, ...drawnKey(frame)], {
    id,
    title: heading.title,
    heading: fitted(heading, frame),
    description: describeChart(data),
    frame,
  });
  return `${writeSvg(dressed)}\n`;
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A long name gives way to what is said about it. */
function fitted({ name, finding, subtitle }: NamedHeading, { width, narrow }: Frame): Heading {
  const limit = (width - 32) / boldness;
  if (narrow && finding !== '') return { title: clipped(name, limit, sizes.title), subtitle: capital(finding) };
  if (finding === '') return { title: clipped(name, limit, sizes.title), subtitle };
  const said = `: ${finding}`;
  return {
    title: `${clipped(name, Math.max(limit / 4, limit - widthOf(said, sizes.title)), sizes.title)}${said}`,
    subtitle,
  };
}

/** How much wider bold letters are. */
const boldness = 1.06;
