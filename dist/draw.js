import { a as View, i as parse, n as expression, o as resetSVGDefIds, r as vega_module_exports, t as compile } from "./charts.js";
import { et as widthOf } from "./setlist.js";
// src/report/charts/vega/closed.ts
const refuse = () => Promise.reject(/* @__PURE__ */ new Error("a chart reads nothing"));
const closed = {
	load: refuse,
	sanitize: refuse,
	http: refuse,
	file: refuse
};
// src/report/charts/vega/one-at-a-time.ts
function oneAtATime() {
	let before = Promise.resolve();
	return (job) => {
		const mine = before.then(job);
		before = mine.catch(() => void 0);
		return mine;
	};
}
// src/report/charts/vega/draw.ts
const inTurn = oneAtATime();
const { textMetrics } = vega_module_exports;
const draw = (spec, { width, height, padding }) => inTurn(async () => {
	const compiled = compile(spec, { logger: quiet }).spec;
	const runtime = parse({
		...compiled,
		autosize: "none",
		width: width - padding.left - padding.right,
		height: height - padding.top - padding.bottom,
		padding
	}, {}, { ast: true });
	textMetrics.width = (item, text) => {
		const taken = text === null || text === void 0 ? 0 : widthOf(String(text), item.fontSize ?? 11);
		return item.limit ? Math.min(item.limit, taken) : taken;
	};
	resetSVGDefIds();
	const view = new View(runtime, {
		renderer: "none",
		loader: closed,
		expr: expression,
		logLevel: 0
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
	debug: () => quiet
};
export { draw };
