import * as vega from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';
import { closed } from './closed.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { widthOf } from './width.ts';

const inTurn = oneAtATime();

/** Vega's own measure is the canvas of the machine, or else 64 % too wide. Its types do not name it. */
const { textMetrics } = vega as unknown as {
  readonly textMetrics: {
    width: (item: { readonly fontSize?: number; readonly limit?: number }, text: unknown) => number;
  };
};

/** As large as the paper is; no text moves the plots. */
export type Paper = {
  readonly width: number;
  readonly height: number;
  readonly padding: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
};

/** The picture as Vega writes it. Reads nothing, makes no code at run time. */
export const draw = (spec: TopLevelSpec, { width, height, padding }: Paper): Promise<string> =>
  inTurn(async () => {
    const compiled = compile(spec, { logger: quiet }).spec;
    const runtime = vega.parse(
      {
        ...compiled,
        autosize: 'none',
        width: width - padding.left - padding.right,
        height: height - padding.top - padding.bottom,
        padding,
      },
      {},
      { ast: true },
    );
    textMetrics.width = (item, text) => {
      const taken = text === null || text === undefined ? 0 : widthOf(String(text), item.fontSize ?? 11);
      return item.limit ? Math.min(item.limit, taken) : taken;
    };
    vega.resetSVGDefIds();
    const view = new vega.View(runtime, {
      renderer: 'none',
      loader: closed,
      expr: expressionInterpreter,
      logLevel: vega.None,
    });
    try {
      return await view.toSVG();
    } finally {
      view.finalize();
    }
  });

const quiet = {
  level: () => quiet,
  error: () => quiet,
  warn: () => quiet,
  info: () => quiet,
  debug: () => quiet,
};
