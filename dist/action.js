import { a as getInput, c as setOutput, d as warning, f as summary, i as error, l as setSecret, o as notice, r as endGroup, s as setFailed, u as startGroup } from "./github.js";
import { A as validate, An as exitOf, Cn as problem, D as systemClock, En as Failure, Fn as exits, In as signalExits, J as report, Mn as messageOf, N as sync, On as distinct, Pn as whenSignalled, Rn as interruptedBy, Tn as visible, bn as renderPlanFile, jn as fixOf, k as verify, n as tellingUnkept, pn as signed, r as openPorts, t as openSiteFolder, tt as plan, w as disk, wn as renderProblem } from "./setlist.js";
import { a as holderOn, i as onGitHub, o as openApi, r as pushCommit, s as touchedByPullRequest } from "./on-github.js";
import { c as toMarkdown, s as gfmToMarkdown } from "./vendor.js";
import { join } from "node:path";
import { writeFile } from "node:fs/promises";
// src/action/inputs.ts
const commands = [
	"validate",
	"plan",
	"sync",
	"report",
	"verify"
];
const inputs = {
	command: {
		description: "What to do: validate (rules only), plan (what would change; in a pull request from the ledger of its base, without secrets), sync (the nightly run), report (the site, into _site) or verify (the audit chain).",
		default: "sync"
	},
	account: {
		description: "The account to work for, as setlist.yaml names it; all of them when empty.",
		default: ""
	},
	yes: {
		description: "Whether sync may write to Spotify. \"apply: off\" in setlist.yaml and SETLIST_SUSPEND hold it back all the same.",
		default: "true"
	},
	token: {
		description: "The GitHub token that commits the ledger: sync needs \"contents: write\", all else \"contents: read\".",
		default: `\${{ github.token }}`
	},
	"secrets-to": {
		description: "Where a secret of an account goes that Spotify replaced during the run: repo, or environment:NAME. Nowhere when empty, which is said loudly.",
		default: ""
	},
	"secrets-token": {
		description: "A GitHub token that may write secrets there, of a person or an app: that of the job may not.",
		default: ""
	}
};
function readInputs() {
	const given = (name) => getInput(name) || inputs[name].default;
	const [command, account, yes] = [
		given("command"),
		given("account"),
		given("yes")
	];
	const problems = [];
	if (!isCommand(command)) problems.push(problem("usage/bad-input", {
		input: "command",
		reason: `"${command}" is none of ${commands.join(", ")}`
	}));
	if (!/^(?:true|false)$/i.test(yes)) problems.push(problem("usage/bad-input", {
		input: "yes",
		reason: `"${yes}" is neither true nor false`
	}));
	const [first, ...rest] = problems;
	if (first !== void 0) throw new Failure([first, ...rest]);
	return {
		command,
		account: account === "" ? null : account,
		yes: yes.toLowerCase() === "true",
		token: getInput("token"),
		secretsTo: given("secrets-to"),
		secretsToken: given("secrets-token")
	};
}
const isCommand = (text) => commands.includes(text);
// src/action/mask.ts
function maskSecrets(env) {
	for (const secret of secretsIn(env)) setSecret(secret);
}
const tokens = [
	"INPUT_TOKEN",
	"INPUT_SECRETS-TOKEN",
	"GITHUB_TOKEN",
	"GH_TOKEN",
	"SETLIST_SECRETS_TOKEN",
	"SETLIST_CLIENT_SECRET"
];
function maskNew(secret) {
	for (const text of /* @__PURE__ */ new Set([secret, encodeURIComponent(secret)])) setSecret(text);
}
function secretsIn(env) {
	const alone = [...Object.entries(env).flatMap(([name, text]) => name.startsWith("SETLIST_TOKEN_") && text !== void 0 ? [
		text,
		text.trim(),
		...partsOf$1(text)
	] : []), ...tokens.map((name) => env[name] ?? "")].flatMap((secret) => [secret, ...secret.split(/\r?\n/)]).filter((secret) => secret.trim() !== "");
	return [...new Set(alone.flatMap((secret) => [secret, encodeURIComponent(secret)]))];
}
const open$1 = [
	"user_id",
	"account_id",
	"authorized_at"
];
function partsOf$1(text) {
	const decoded = Buffer.from(text.trim(), "base64url").toString("utf8");
	try {
		return textsIn(JSON.parse(decoded));
	} catch {
		return [];
	}
}
function textsIn(value) {
	if (typeof value === "string") return [value];
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([key, part]) => open$1.includes(key) ? [] : textsIn(part));
}
// src/action/account.ts
const connectOnly = (account, connect) => (...given) => {
	const accounts = connect(...given);
	if (account === null) return accounts;
	const found = [...accounts].filter(([name]) => name === account);
	if (found.length > 0) return new Map(found);
	const known = [...accounts.keys()].join(", ");
	throw new Failure([problem("usage/bad-input", {
		input: "account",
		reason: `"${account}" is none of ${known}`
	})]);
};
// src/action/repository.ts
const cloneOf = (env, { token, local, signal }) => ({
	...local,
	holder: (name, nowMs) => {
		const api = openApi({
			repository: given(env, "GITHUB_REPOSITORY"),
			token,
			apiUrl: apiOf(env)
		});
		return holderOn({
			api,
			patience: patienceOf(signal)
		}, name, nowMs);
	}
});
function repositoryOf(env, { root, token, local, actor, signal }) {
	const repository = given(env, "GITHUB_REPOSITORY");
	const branch = branchOf(env);
	const remote = {
		root,
		url: `${env["GITHUB_SERVER_URL"] ?? "https://github.com"}/${repository}.git`,
		branch,
		token,
		env
	};
	return onGitHub({
		repository,
		token,
		apiUrl: apiOf(env),
		branch,
		actor,
		tree: {
			root,
			files: disk(root)
		},
		local,
		push: (commit) => pushCommit(remote, commit),
		patience: patienceOf(signal)
	});
}
const apiOf = (env) => env["GITHUB_API_URL"] ?? "https://api.github.com";
const patienceOf = (signal) => ({
	clock: systemClock(),
	random: Math.random,
	signal
});
function branchOf(env) {
	const ref = given(env, "GITHUB_REF");
	if (ref.startsWith("refs/heads/")) return ref.slice(11);
	throw new Failure([problem("usage/bad-variable", {
		variable: "GITHUB_REF",
		reason: `"${ref}" is no branch`
	})]);
}
function given(env, variable) {
	const text = env[variable];
	if (text !== void 0 && text !== "") return text;
	throw new Failure([problem("usage/bad-variable", {
		variable,
		reason: "it is empty"
	})]);
}
// src/action/perform.ts
async function perform({ inputs, env, say, signal }) {
	const { command, account } = inputs;
	const root = env["GITHUB_WORKSPACE"] ?? ".";
	const options = {
		dir: root,
		quiet: true,
		hide: maskNew
	};
	const opened = await openPorts(withPlaces(inputs, env), options, signal, command === "sync");
	const ports = {
		...opened,
		say,
		connect: connectOnly(account, opened.connect)
	};
	return tellingUnkept(ports, () => carryOut(inputs, {
		root,
		env,
		ports
	}).finally(() => ports.close()));
}
const withPlaces = ({ secretsTo, secretsToken }, env) => ({
	...env,
	...secretsTo === "" ? {} : { SETLIST_SECRETS_TO: secretsTo },
	...secretsToken === "" ? {} : { SETLIST_SECRETS_TOKEN: secretsToken }
});
async function carryOut({ command, yes, token }, { root, env, ports }) {
	const { signal, started, git: local } = ports;
	const checkout = {
		root,
		token,
		local,
		actor: started.actor,
		signal
	};
	switch (command) {
		case "validate": return validate(ports);
		case "plan": return isPullRequest(env) ? planPullRequest(root, ports) : plan({
			offline: false,
			at: "now",
			all: false
		}, {
			...ports,
			git: cloneOf(env, checkout)
		});
		case "sync": {
			const git = repositoryOf(env, checkout);
			return sync({
				...ports,
				git,
				suspended: ports.suspended || !yes
			});
		}
		case "verify": return verify(ports);
		case "report": return report(await openSiteFolder(join(root, "_site")), ports);
		default: throw new Failure([problem("usage/bad-input", {
			input: "command",
			reason: `"${command}" comes later`
		})]);
	}
}
const isPullRequest = (env) => env["GITHUB_EVENT_NAME"] === "pull_request";
async function planPullRequest(root, ports) {
	const files = await touchedByPullRequest(root, "reports");
	if (files.length > 0) throw new Failure([problem("ledger/touched", { files })]);
	return plan({
		offline: true,
		at: "next",
		all: false
	}, ports);
}
// src/action/plan-file.ts
function planOf({ json }) {
	const { plan } = json;
	return typeof plan === "object" && plan !== null && "playlists" in plan ? plan : null;
}
async function keepPlan(result, env) {
	const plan = planOf(result);
	const folder = env["RUNNER_TEMP"];
	if (plan === null || folder === void 0) return null;
	const path = join(folder, "setlist-plan.json");
	await writeFile(path, renderPlanFile(plan));
	return path;
}
function wasChanged(result) {
	const { outcomes } = result.json;
	if (Array.isArray(outcomes)) return outcomes.some(wasWritten);
	return planOf(result)?.playlists.some(({ writes, state }) => writes.length > 0 || state === "create") ?? false;
}
const wasWritten = (outcome) => typeof outcome === "object" && outcome !== null && "state" in outcome && (outcome.state === "applied" || outcome.state === "partly");
// src/action/summary/nodes.ts
const tame = /^(?!.*(?:www\.|https?))(?:[\p{L}\p{M}\p{N} .,'\u2019"\u201C\u201D\u2026!?()&+\u00B1\u2212\u2013\u2014/%;{}=-]|:(?= ))*$/u;
function said(text) {
	const shown = visible(text);
	return tame.test(shown) ? {
		type: "text",
		value: shown
	} : {
		type: "inlineCode",
		value: shown
	};
}
const ours = (value) => ({
	type: "text",
	value
});
const strong = (...children) => ({
	type: "strong",
	children: [...children]
});
const heading = (...children) => ({
	type: "heading",
	depth: 3,
	children: [...children]
});
const paragraph = (...children) => ({
	type: "paragraph",
	children: [...children]
});
const verbatim = (text) => ({
	type: "code",
	value: text.split("\n").map(visible).join("\n")
});
const list = (items) => ({
	type: "list",
	spread: false,
	children: items.map((children) => ({
		type: "listItem",
		spread: false,
		children: [paragraph(...children)]
	}))
});
const table = (head, rows) => ({
	type: "table",
	align: head.map((_, index) => index === 0 ? null : "right"),
	children: [head, ...rows].map((cells) => ({
		type: "tableRow",
		children: cells.map((cell) => ({
			type: "tableCell",
			children: [typeof cell === "object" ? cell : ours(String(cell))]
		}))
	}))
});
const fold = (caption, count) => ({
	type: "html",
	value: `<details><summary>${caption} (${count})</summary>`
});
const foldEnd = {
	type: "html",
	value: "</details>"
};
const markdownOf = (children) => toMarkdown({
	type: "root",
	children: [...children]
}, {
	extensions: [gfmToMarkdown()],
	bullet: "-"
});
// src/action/summary/fitting.ts
const sizeOf = (part) => Buffer.byteLength(markdownOf(part)) + 1;
function fitting(parts, bytes) {
	const notice = paragraph(ours("The rest is too long for a summary: see the log, and the plan in the outputs of the step"));
	let left = bytes - sizeOf([notice]);
	const shown = parts.map((part) => {
		const [kept, size] = shortened(part, left);
		left -= size;
		return kept;
	});
	const isWhole = shown.every((part, index) => part === parts[index]);
	return markdownOf(isWhole ? shown.flat() : [...shown.flat(), notice]);
}
function shortened(part, bytes) {
	const whole = sizeOf(part);
	if (whole <= bytes) return [part, whole];
	for (let share = bytes / whole; share * mostRows(part) > 2; share *= .8) {
		const shorter = part.map((node) => firstRows(node, share));
		const size = sizeOf(shorter);
		if (size <= bytes) return [shorter, size];
	}
	return [[], 0];
}
const mostRows = (part) => Math.max(0, ...part.map((node) => node.type === "list" || node.type === "table" ? node.children.length : 0));
function firstRows(node, share) {
	if (node.type === "list") return {
		...node,
		children: node.children.slice(0, share * node.children.length)
	};
	if (node.type === "table") return {
		...node,
		children: node.children.slice(0, share * node.children.length)
	};
	return node;
}
// src/action/summary/plan.ts
function planParts(plan, shownFrom) {
	const changing = plan.playlists.filter(({ changes, writes }) => changes.length > 0 || writes.length > 0);
	return [
		[heading(ours(headline(plan, changing.length)))],
		[paragraph(ours(shownFrom))],
		...changing.length === 0 ? [] : [[totals(changing)]],
		...changing.flatMap(removedPart),
		...folded("Added", changing.flatMap((one) => rows(one, "add"))),
		...folded("Moved", changing.flatMap((one) => rows(one, "move"))),
		...folded("Unchanged", namesIn(plan, "unchanged")),
		...folded("Not planned, facts are lacking", plan.lacks.map(({ slug, need }) => [
			said(slug),
			ours(": "),
			said(need)
		]))
	];
}
function headline(plan, changing) {
	const { night, lacks, playlists } = plan;
	const isPartial = lacks.length > 0 || playlists.some(({ state }) => state === "partial" || state === "unreadable");
	if (changing === 0) return isPartial ? `Plan for ${night} (partial): nothing planned, facts are lacking` : `No changes for ${night}`;
	const counts = [`${changing} of ${playlists.length} change`, ...movements(plan)];
	return `Plan for ${night}${isPartial ? " (partial)" : ""}: ${counts.join(", ")}`;
}
function movements({ playlists }) {
	const of = (kind) => playlists.reduce((sum, one) => sum + countOf(one, kind), 0);
	const signs = [of("add"), -of("remove")].filter((count) => count !== 0).map(signed);
	return [...signs.length === 0 ? [] : [`${signs.join(" ")} tracks`], ...of("move") === 0 ? [] : [`${of("move")} moved`]];
}
const requestsOf = ({ price }) => Object.values(price).reduce((sum, many) => sum + many, 0);
const countOf = ({ changes }, kind) => changes.filter((one) => one.kind === kind).length;
const totals = (changing) => table([
	"Playlist",
	"now",
	"then",
	"add",
	"remove",
	"move",
	"requests"
], changing.map((one) => [
	said(one.name),
	one.before.count,
	one.after.count,
	countOf(one, "add"),
	countOf(one, "remove"),
	countOf(one, "move"),
	requestsOf(one)
]));
function removedPart(one) {
	const removed = rows(one, "remove");
	const title = paragraph(strong(ours("Removed from "), said(one.name), ours(` (${removed.length})`)));
	return removed.length === 0 ? [] : [[title], [list(removed)]];
}
const rows = ({ changes, name }, kind) => changes.filter((one) => one.kind === kind).map(({ key, label, why }) => {
	const last = kind === "remove" ? why.at(-1) : why[0];
	const what = said(label === null ? key : `${label.title} / ${label.artists}`);
	const where = kind === "remove" ? [] : [ours(" in "), said(name)];
	if (last === void 0) return [what, ...where];
	return [
		what,
		...where,
		ours(": "),
		said(last.datum),
		ours(" "),
		said(`${last.at.file}:${last.at.line}`)
	];
});
const namesIn = ({ playlists }, state) => playlists.filter((one) => one.state === state).map(({ name, after }) => [said(name), ours(` (${after.count})`)]);
const folded = (caption, items) => items.length === 0 ? [] : [[
	fold(caption, items.length),
	list(items),
	foldEnd
]];
// src/action/summary/problems.ts
function problemsPart(problems) {
	if (problems.length === 0) return [];
	const items = problems.map((problem) => [
		said(messageOf(problem)),
		ours(" "),
		{
			type: "inlineCode",
			value: problem.code
		},
		...problem.at === void 0 ? [] : [ours(" "), said(`${problem.at.file}:${problem.at.line}:${problem.at.column}`)],
		ours(" fix: "),
		said(fixOf(problem))
	]);
	return [[paragraph(strong(ours("What is in the way")))], [list(items)]];
}
// src/action/summary/write.ts
const mostBytes = 1e6;
async function writeSummary(command, result, env) {
	if (env["GITHUB_STEP_SUMMARY"] === void 0) return;
	await summary.addRaw(fitting(partsOf(command, result, env), mostBytes)).write();
}
function partsOf(command, result, env) {
	const { text, problems } = result;
	const plan = planOf(result);
	const planned = plan === null ? [] : planParts(plan, sourceOf(env));
	const [head = [], ...rest] = planned;
	if (command === "plan" && plan !== null) return [
		head,
		...problemsPart(problems),
		...rest
	];
	return [
		[heading(ours(`setlist ${command}`))],
		...text === "" ? [] : [[verbatim(text)]],
		...problemsPart(problems),
		...planned
	];
}
const sourceOf = (env) => env["GITHUB_EVENT_NAME"] === "pull_request" ? "Made from the rules of this pull request and the ledger of its base, without Spotify. Each run plans again from what it finds." : "Made from what Spotify answered. Each run plans again from what it finds.";
// src/action/verdict.ts
const warnings = [
	exits.lease,
	exits.quota,
	exits.guard
];
const greens = [exits.pending, exits.done];
const verdictOf = (exit) => warnings.includes(exit) ? "warning" : greens.includes(exit) ? "green" : "red";
const weightOf = (problem) => problem.code === "spotify/rotated-not-kept" ? "warning" : verdictOf(exitOf([problem]));
// src/action/tell/log.ts
const inert = (text) => text.split("\n").map((line) => visible(line).replaceAll("##[", "# #[").replace(/^(\s*):(?=:)/, "$1: ")).join("\n");
const print = (text) => {
	if (text !== "") process.stdout.write(`${inert(text)}\n`);
};
const annotate = {
	red: error,
	warning,
	green: notice
};
function annotateProblems(problems) {
	const heaviest = [
		"red",
		"warning",
		"green"
	].flatMap((verdict) => problems.filter((one) => weightOf(one) === verdict));
	for (const problem of heaviest.slice(0, 8)) annotate[weightOf(problem)](wordsOf(problem), {
		title: problem.code,
		...placeOf(problem)
	});
}
const wordsOf = (problem) => inert(`${messageOf(problem)}\nfix: ${fixOf(problem)}`);
function placeOf({ at }) {
	if (at === void 0) return {};
	const { file, line, column, length = 1 } = at;
	return {
		file: inert(file),
		startLine: line,
		startColumn: column,
		endColumn: column + length - 1
	};
}
// src/action/tell/end.ts
function tellEnd({ exit, problems, changed, plan }) {
	setOutput("changed", changed);
	setOutput("plan", plan ?? "");
	setOutput("rotated", problems.flatMap(rotatedIn).join(","));
	setOutput("exit", exit);
	const verdict = verdictOf(exit);
	const first = problems.find((one) => weightOf(one) === verdict);
	if (verdict === "red") setFailed(first === void 0 ? `It ended with ${exit}` : wordsOf(first));
	if (verdict === "warning" && first === void 0) warning(`It ended with ${exit}`);
}
const rotatedIn = ({ code, facts }) => code === "spotify/rotated-not-kept" ? [facts.account] : [];
// src/action/run.ts
const issues = "https://github.com/setlist-as-code/setlist/issues";
async function run(env) {
	maskSecrets(env);
	const interrupt = whenSignalled();
	try {
		const { command, result } = await ended(env, interrupt.signal);
		await tell(command, result, env);
	} catch (error) {
		if (error !== interrupt.signal.reason) tellBug(error);
	} finally {
		const by = interruptedBy(interrupt.signal);
		if (by !== void 0) {
			process.exitCode = signalExits[by];
			setOutput("exit", signalExits[by]);
		}
		interrupt.stop();
	}
}
async function ended(env, signal) {
	let command = "setlist";
	try {
		const inputs = readInputs();
		command = inputs.command;
		return {
			command,
			result: await grouped((say) => perform({
				inputs,
				env,
				say,
				signal
			}))
		};
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		const { problems } = error;
		return {
			command,
			result: {
				text: "",
				json: {},
				problems,
				exit: exitOf(problems)
			}
		};
	}
}
async function grouped(work) {
	let isOpen = false;
	const say = (line) => {
		if (!isOpen) startGroup("Progress");
		isOpen = true;
		print(line);
	};
	try {
		return await work(say);
	} finally {
		if (isOpen) endGroup();
	}
}
async function tell(command, result, env) {
	const { text, problems, told = [], exit } = result;
	print(text);
	for (const problem of problems) print(renderProblem(problem));
	const all = distinct([...problems, ...told]);
	annotateProblems(all);
	const plan = await keepPlan(result, env);
	await writeSummary(command, {
		...result,
		problems: all
	}, env);
	tellEnd({
		exit,
		problems: all,
		changed: wasChanged(result),
		plan
	});
}
function tellBug(error) {
	const stack = error instanceof Error ? error.stack ?? error.message : String(error);
	print(stack);
	setOutput("exit", exits.bug);
	setFailed(inert(`This is a bug of Setlist. Nothing more was sent. Please report it at ${issues}`));
}
// src/action/main.ts
await run(process.env);
export {};
