import { n as CommanderError, t as Command, u as require_dist } from "./vendor.js";
import { $ as nightInWords, $t as readPlaybook, A as validate, An as exitOf, At as skewIn, B as alone, Bt as readRuleFiles, C as refusedBySystem, Cn as problem, Ct as accountsOf, Dn as orFail, Dt as scopesFor, En as Failure, Et as uncovered, F as startedBy, Fn as exits, Ft as besideRuns, G as recovered, Gt as factLines, H as chosen, Ht as readAccounts, I as factsToKeep, In as signalExits, It as readBesideRuns, J as report, Jt as libraryOf, K as renderOutcomes, Kt as parseControl, L as filesBetween, Ln as worstExit, Lt as mustBeFree, M as standingRefusals, Mn as messageOf, Mt as assemble, N as sync, Nn as counted, Nt as isWritten, O as remoteClock, On as distinct, Ot as clockBehind, P as endingOf, Pn as whenSignalled, Pt as gather, Q as secretVariable, Qt as worldPath, R as foldedBefore, Rn as interruptedBy, Rt as underLeases, S as gitIn, St as nightAt, Tn as visible, Tt as usedBy, U as strangerIn, Ut as readOrigin, V as otherSpotify, Vt as readWorkspace, W as few$1, Wt as parsePlaylist, X as deedOf, Xt as ledgerFolder, Y as besideRows, Yt as isControlPath, Z as endOfSignIn, Zt as playlistPath, _ as connect, _n as buckets, _t as isIrreplaceable, an as nearest, at as planLive, bt as allReadable, c as wrong, cn as idIn, ct as planPlaylist, d as serve, dn as dayAfter, dt as Aliases, en as decode, f as seededWorld, fn as renderPlan, ft as actualIn, g as decodeHappening, gn as together, gt as removals, h as decodeFault, hn as forgottenAt, ht as isForEver, i as openKeeper, in as keys, it as withLedger, j as runNight, jn as fixOf, jt as skewOf, k as verify, kn as canonicalJson, kt as lastRunAt, l as variables, ln as isAddableUri, lt as ruleHash, m as changed, mn as inColumns, mt as holding, n as tellingUnkept, nn as portfolioSchema, nt as planOffline, on as sources, ot as startOfNightMs, p as startSimulator, pn as signed, pt as factsOf, q as cutShort, qt as namesOfGone, r as openPorts, rn as ruleSchema, rt as readFactsFile, s as given, sn as isDate, st as leaveAlone, t as openSiteFolder, tn as parseYaml, tt as plan, u as renderWorld, un as trackUri, ut as labelOf, v as forgetting, vn as problemOf, vt as keysOf, w as disk, wn as renderProblem, wt as keepUsed, xn as renderFacts, xt as withoutRoom, y as openGit, yn as parsePlan, yt as withLostToken, z as besides, zt as instantOf } from "./setlist.js";
import { createServer } from "node:http";
import { promisify } from "node:util";
import { extname, join, relative, resolve, sep } from "node:path";
import { execFile, spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, readdir, realpath, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
// src/cli/print.ts
const issues = "https://github.com/setlist-as-code/setlist/issues";
async function printResult({ command, json, quiet, dir = ".", result }) {
	const { text, told = [], exit } = result;
	if (json) {
		write(process.stdout, jsonOf$1({
			version: 1,
			command,
			exit,
			problems: result.problems,
			...result.json
		}));
		return exit;
	}
	if (!quiet && text !== "") write(process.stdout, text);
	const problems = quiet ? [...told, ...result.problems] : result.problems;
	const sources = await sourcesOf(problems, dir);
	for (const problem of problems) write(process.stderr, renderProblem(problem, (file) => sources.get(file)));
	return exit;
}
function printBug(error) {
	const stack = error instanceof Error ? error.stack ?? error.message : String(error);
	write(process.stderr, `This is a bug of Setlist. Nothing more was sent. Please report it at ${issues}\n${stack}`);
	return exits.bug;
}
const jsonOf$1 = (document) => JSON.stringify(document, null, 2).replaceAll(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => character.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""));
const write = (stream, text) => {
	stream.write(`${text}\n`);
};
async function sourcesOf(problems, dir) {
	const files = new Set(problems.flatMap(({ at }) => at === void 0 ? [] : at.file));
	const texts = await Promise.all([...files].map(async (file) => [file, await readFile(join(dir, file), "utf8").catch(() => void 0)]));
	return new Map(texts.flatMap(([file, text]) => text === void 0 ? [] : [[file, text]]));
}
// src/report/text/doctor.ts
const markOf = (look) => look.kind !== "problem" ? look.kind : exitOf([look.problem]) === exits.done ? "advice" : "wrong";
const signs = {
	well: "\u2714",
	advice: "!",
	wrong: "\u2716",
	unseen: "?"
};
const columns = 80;
const renderDoctor = (groups, asked) => [...groups.map(group), summary(groups.flatMap(({ looks }) => looks).map(markOf), asked)].join("\n\n");
const group = ({ name, looks }) => [visible(name), ...looks.flatMap(linesOf)].join("\n");
function linesOf(look) {
	const sign = `  ${signs[markOf(look)]} `;
	switch (look.kind) {
		case "well": return wrapped(look.says, sign);
		case "problem": {
			const { problem } = look;
			return [...wrapped(`${problem.at === void 0 ? "" : `${problem.at.file}:${problem.at.line}: `}${messageOf(problem)} [${problem.code}]`, sign), ...wrapped(fixOf(problem), "    fix: ")];
		}
		case "unseen": return [...wrapped(`${look.what}: not looked at, ${look.why}`, sign), ...look.how === null ? [] : wrapped(look.how, "    how: ")];
	}
}
function wrapped(text, first) {
	const indent = " ".repeat(first.length);
	const lines = [];
	for (const word of visible(text).split(" ")) {
		const last = lines.at(-1);
		if (last === void 0) lines.push(first + word);
		else if (last.length + 1 + word.length > columns) lines.push(indent + word);
		else lines[lines.length - 1] = `${last} ${word}`;
	}
	return lines;
}
function summary(marks, { spotify, gitHub }) {
	const many = (mark) => marks.filter((one) => one === mark).length;
	const { wrong, advice, unseen } = {
		wrong: many("wrong"),
		advice: many("advice"),
		unseen: many("unseen")
	};
	const parts = [
		wrong === 0 ? "Nothing is wrong" : `${wrong} wrong`,
		...advice === 0 ? [] : [`${advice} to consider`],
		...unseen === 0 ? [] : [`${unseen} not looked at`]
	];
	const sent = spotify + gitHub === 0 ? "nothing was sent" : `sent ${counted(spotify, "request")} to Spotify, ${gitHub} to GitHub`;
	return wrapped(`${parts.join(", ")}; ${sent}`, "").join("\n");
}
// src/app/doctoring/looks.ts
const well = (id, says) => ({
	kind: "well",
	id,
	says
});
const not = (id, problem) => ({
	kind: "problem",
	id,
	problem
});
const unseen = (id, what, why, how = null) => ({
	kind: "unseen",
	id,
	what,
	why,
	how
});
async function tried(id, ask) {
	try {
		return {
			ok: true,
			value: await ask()
		};
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		const [first, ...others] = error.problems;
		return {
			ok: false,
			looks: [not(id, first), ...others.map((problem) => not(id, problem))]
		};
	}
}
// src/app/doctoring/github.ts
const workflowPaths = [".github/workflows/setlist.yml", ".github/workflows/pull-request.yml"];
async function lookAtGitHub(gitHub, accounts, isSimulated) {
	const about = await gitHub.about();
	if (about.kind === "hidden") return [unseen("repository", gitHub.repository, about.reason, "Give GITHUB_TOKEN a token that may read it")];
	const { branch, isPrivate } = about.value;
	const workflows = await ofWorkflows(gitHub);
	return [
		isPrivate || isSimulated ? well("private", `${gitHub.repository} is ${isPrivate ? "private" : "public, and its ledger is of the simulator"}`) : not("private", problem("github/public", {})),
		...ofProtection(branch, await gitHub.protection(branch)),
		...ofToken(await gitHub.token()),
		...workflows.looks,
		...isSimulated || !workflows.runs ? [] : ofSecrets(accounts, await gitHub.secrets()),
		ofPages(await gitHub.pages())
	];
}
function ofProtection(branch, protection) {
	const { review, codeOwners, checks, history, reason } = protection;
	const why = reason ?? "GitHub does not say";
	const one = (id, isOn, says, otherwise) => isOn === null ? unseen(id, says, why, "The token needs \"Administration: read\"; an own one of an administrator has it") : isOn ? well(id, says) : not(id, otherwise);
	return [
		one("review", review, `"${branch}" takes only reviewed changes`, problem("github/no-review", { branch })),
		one("code-owners", codeOwners, "Code owners must agree", problem("github/no-code-owners", { branch })),
		one("checks", checks, "Checks must have passed", problem("github/no-checks", { branch })),
		one("history", history, "Nobody can force a push", problem("github/force-pushes", { branch }))
	];
}
function ofToken(token) {
	if (token.kind === "hidden") return [unseen("token", "What workflows may do by default", token.reason, "The token needs \"Administration: read\"")];
	const { writes, approves } = token.value;
	return [writes ? not("token", problem("github/token-writes", {})) : well("token", "Workflows only read unless they say otherwise"), approves ? not("approves", problem("github/token-approves", {})) : well("approves", "Workflows cannot approve pull requests")];
}
async function ofWorkflows(gitHub) {
	const workflows = await gitHub.workflows();
	if (workflows.kind === "hidden") return {
		looks: [unseen("workflows", "Workflows", workflows.reason, "The token needs \"Actions: read\"")],
		runs: true
	};
	const stateOf = (path) => workflows.value.find((one) => one.path === path)?.state;
	return {
		looks: workflowPaths.map((path) => {
			const state = stateOf(path);
			if (state === void 0) return not("workflows", problem("github/no-workflow", { path }));
			if (state === "active") return well("workflows", `${path} is on`);
			return not("workflows", problem("github/workflow-off", {
				path,
				state
			}));
		}),
		runs: stateOf(workflowPaths[0]) !== void 0
	};
}
function ofSecrets(accounts, names) {
	if (names.kind === "hidden") return [unseen("secrets", "Secrets", names.reason, "The token needs \"Secrets: read\" and \"Environments: read\"; no token can read their values")];
	return accounts.map((account) => {
		const secret = secretVariable(account);
		const place = names.value.find((name) => name === secret || name.endsWith(`/${secret}`));
		if (place === void 0) return not("secrets", problem("github/no-secret", {
			secret,
			account
		}));
		const where = place === secret ? "the repository" : `the environment "${place.slice(0, -secret.length - 1)}"`;
		return well("secrets", `${secret} is a secret of ${where}`);
	});
}
function ofPages(pages) {
	if (pages.kind === "hidden") return unseen("pages", "Pages", pages.reason);
	if (pages.value === "branch") return not("pages", problem("github/pages-from-branch", {}));
	return well("pages", pages.value === null ? "No pages are published" : "Pages are published by the workflow");
}
// src/app/doctoring/leases.ts
async function lookAtLeases(apps, where, holderOf) {
	const looks = [];
	for (const { name } of apps) {
		const holder = await tried("lease", () => holderOf(name));
		if (!holder.ok) looks.push(...holder.looks);
		else if (holder.value.kind === "hidden") looks.push(unseen("lease", `The lease of "${name}"`, holder.value.reason));
		else if (holder.value.value !== null) looks.push(held$1(name, where, holder.value.value));
		else looks.push(well("lease", `No run is at work for the app "${name}" ${where}`));
	}
	return looks;
}
const held$1 = (app, where, { owner, run, untilMs }) => well("lease", `A run of ${owner} is at work for the app "${app}" ${where} since ${run}, until ${instantOf(untilMs)} at most`);
// src/app/doctoring/quotas.ts
function lookAtQuotas({ apps, budget }, used, nowMs) {
	const sentBy = apps.map(({ name, accounts: own }) => {
		const sent = buckets.flatMap((bucket) => {
			const many = own.flatMap((account) => used.get(account)?.times[bucket] ?? []).filter((second) => forgottenAt(second) > nowMs).length;
			return many === 0 ? [] : `${bucket} ${many} of ${budget[bucket]}`;
		});
		return well("quota", `App "${name}", the last 24 hours: ${sent.length === 0 ? "nothing was sent" : sent.join(", ")}`);
	});
	const shared = not("shared-quota", problem("spotify/shared-quota", { apps: apps.map(({ name }) => name) }));
	return apps.length < 2 ? sentBy : [...sentBy, shared];
}
function lookAtQuarantine({ account, control }) {
	const many = Object.keys(control.quarantined ?? {}).length;
	return many === 0 ? [] : [well("quarantine", `${account}: ${counted(many, "track")} that Spotify refused left out, tried again in time`)];
}
// src/app/doctoring/ledger.ts
const nothing = /* @__PURE__ */ new Map();
async function lookAtLedger(ports, playbook, isGitWell) {
	const { files, simulated, clock } = ports;
	const found = await tried("origin", () => readOrigin(files));
	if (!found.ok) return {
		origin: null,
		accounts: nothing,
		used: /* @__PURE__ */ new Map(),
		looks: found.looks
	};
	const origin = found.value ?? null;
	const recorded = Object.keys(origin?.accounts ?? {});
	const names = playbook === null ? recorded : playbook.portfolio.apps.flatMap((app) => app.accounts);
	const read = await tried("records", () => readAccounts(files, names));
	const accounts = read.ok ? read.value : nothing;
	const nowMs = clock.now();
	const used = await usedBy(accounts, ports);
	return {
		origin,
		accounts,
		used,
		looks: [
			...origin === null ? [] : ofOrigin(origin, simulated),
			...read.ok ? await lookAtChain(ports, isGitWell) : read.looks,
			...[...accounts.values()].flatMap((ledger) => ofAccount(ledger, used.get(ledger.account)?.closed ?? {}, nowMs)),
			...playbook === null ? [] : lookAtQuotas(playbook.portfolio, used, nowMs)
		]
	};
}
function ofOrigin(origin, simulated) {
	const other = otherSpotify(origin, simulated);
	return other === void 0 ? [] : [not("origin", other)];
}
async function lookAtChain(ports, isGitWell) {
	if (!isGitWell) return [unseen("chain", "The chain of the audit", "git is not in order", "Mend git first")];
	const checked = await tried("chain", () => verify(ports));
	if (!checked.ok) return checked.looks;
	const { problems, text } = checked.value;
	if (problems.length > 0) return problems.map((one) => not("chain", one));
	return text.split("\n").map((line) => well("chain", line));
}
const goodEnds = [
	exits.done,
	exits.guard,
	exits.quota
];
function ofAccount(ledger, closed, nowMs) {
	const { account, runs } = ledger;
	const ends = runs.filter((line) => line.event === "end");
	return [
		lastRun(account, ends),
		...killed(runs).map((run) => not("killed-run", problem("ledger/killed-run", {
			account,
			run
		}))),
		...undone(account, ends.at(-1)),
		...closedOf(account, closed, nowMs),
		...lookAtQuarantine(ledger)
	];
}
function lastRun(account, ends) {
	const last = ends.at(-1);
	if (last === void 0) return unseen("last-success", `${account}: the last run`, "none is recorded yet");
	const { ended, exit } = last;
	if (!goodEnds.includes(exit)) return not("last-success", problem("ledger/no-success", {
		account,
		last: ended,
		exit
	}));
	return well("last-success", `${account}: the last run went well, and ended at ${ended}`);
}
function killed(runs) {
	const ended = new Set(runs.flatMap((line) => line.event === "end" ? line.run : []));
	const since = runs.findLastIndex(({ event }) => event === "end") + 1;
	return runs.slice(since).flatMap(({ run }) => ended.has(run) ? [] : run);
}
function undone(account, last) {
	const rules = [...new Set((last?.undone ?? []).map(({ slug }) => slug))].sort();
	return rules.length === 0 ? [] : [not("undone", problem("ledger/undone", {
		account,
		rules
	}))];
}
const closedOf = (account, closed, nowMs) => Object.entries(closed).filter(([, until]) => Date.parse(until) > nowMs).sort(([one], [other]) => one < other ? -1 : 1).map(([bucket, until]) => not("bucket", problem("spotify/bucket-closed", {
	account,
	bucket,
	until
})));
// src/app/doctoring/machine.ts
const wantedNode = 24;
function lookAtNode(version) {
	const found = version.replace(/^v/, "");
	return Number.parseInt(found, 10) >= wantedNode ? well("node", `Node ${found}`) : not("node", problem("machine/node", {
		found,
		wanted: wantedNode
	}));
}
async function lookAtGit(git) {
	const checked = await tried("git", () => git.check());
	if (!checked.ok) return checked.looks;
	const changed = await tried("committed", () => git.changed(["playlists"]));
	if (!changed.ok) return changed.looks;
	const rules = changed.value;
	return [well("git", "git: a branch is checked out, nothing is under way, everything can be written"), ...rules.length === 0 ? [well("committed", "The rules are committed")] : [not("committed", problem("machine/uncommitted-rules", { paths: few$1(rules) }))]];
}
function lookAtRecordedClock(runs, nowMs) {
	const ended = lastRunAt(runs);
	if (ended === void 0) return unseen("clock", "The clock against the last run", "none is recorded");
	const late = clockBehind(runs, nowMs);
	if (late !== void 0) return not("clock", late);
	return well("clock", `The clock, ${instantOf(nowMs)}, is past the last run that is recorded, ${ended}`);
}
function lookAtSpotifysClock(serverMs, nowMs) {
	if (serverMs === null) return unseen("clock-spotify", "The clock against Spotify's", "no answer of Spotify told it");
	const skew = skewOf(nowMs - serverMs);
	return skew === void 0 ? well("clock-spotify", "The clock agrees with Spotify's") : not("clock-spotify", skew);
}
// src/rules/schema/for-editors.ts
function forEditors(schema) {
	if (Array.isArray(schema)) return schema.map(forEditors);
	if (typeof schema !== "object" || schema === null) return schema;
	const parts = Object.entries(schema).map(([key, value]) => [key, forEditors(value)]);
	const { description, examples } = schema;
	if (typeof description !== "string" || !Array.isArray(examples)) return Object.fromEntries(parts);
	const markdownDescription = `${description}\n\n\`\`\`yaml\n${examples.join("\n")}\n\`\`\``;
	return {
		...Object.fromEntries(parts.filter(([key]) => key !== "examples")),
		markdownDescription
	};
}
// src/app/doctoring/rules.ts
async function lookAtRules(files, suspended) {
	const read = await tried("rules", async () => readPlaybook(await readRuleFiles(files)));
	if (!read.ok) return {
		playbook: null,
		looks: read.looks
	};
	const schemas = [await lookAtSchema(files, "playlists/playlist.schema.json", ruleSchema), await lookAtSchema(files, "playlists/setlist.schema.json", portfolioSchema)];
	const outside = suspended ? [held("SETLIST_SUSPEND is set")] : [];
	if (!read.value.ok) return {
		playbook: null,
		looks: [
			not("rules", problem("rules/mistakes", { count: read.value.problems.length })),
			...schemas,
			...outside
		]
	};
	const playbook = read.value.value;
	const { portfolio, rules, lists } = playbook;
	const holds = [
		...outside,
		...portfolio.apply === "off" ? [held("setlist.yaml says \"apply: off\"")] : [],
		...portfolio.suspend ? [held("setlist.yaml says \"suspend: true\"")] : [],
		...rules.flatMap(({ slug, settings }) => settings.suspend ? [held(`${slug} says "suspend: true"`)] : [])
	];
	return {
		playbook,
		looks: [
			well("rules", `${counted(rules.length, "rule")} and ${counted(lists.size, "list")}, nothing wrong`),
			...schemas,
			...holds.length === 0 ? [well("writes", "Runs write: nothing suspends them")] : holds
		]
	};
}
const held = (by) => not("writes", problem("rules/held", { by }));
async function lookAtSchema(files, path, schema) {
	const text = await tried("schema", () => files.read(path));
	if (!text.ok) return text.looks[0];
	if (text.value === void 0) return unseen("schema", path, "it is not there", "Copy it from the installed package: editors then check rules");
	return isSame(text.value, schema) ? well("schema", `${path} is of this version`) : not("schema", problem("rules/old-schema", { path }));
}
function isSame(text, schema) {
	try {
		return canonicalJson(JSON.parse(text)) === canonicalJson(JSON.parse(JSON.stringify(forEditors(schema))));
	} catch {
		return false;
	}
}
// src/app/doctoring/sign-in.ts
const doorsOf = ({ portfolio, rules }) => portfolio.apps.flatMap((app) => app.accounts.map((account) => ({
	app,
	account,
	scopes: scopesFor(rules.filter((rule) => rule.account === account))
})));
const dayMs$2 = 864e5;
async function lookAtSignIn(door, about) {
	const { account } = door;
	const kept = about.signIns.kept(account);
	if (kept.kind === "missing") {
		const how = `Set ${kept.variable} to what "setlist login ${account}" gave`;
		return {
			looks: [unseen("secret", "The secret", `${kept.variable} is not set`, how)],
			serverMs: null
		};
	}
	if (kept.kind === "bad") {
		const { variable } = kept;
		return {
			looks: [not("secret", problem("spotify/bad-token", {
				account,
				variable
			}))],
			serverMs: null
		};
	}
	const offline = ofSecret(account, kept, about);
	if (offline.some(({ kind, id }) => kind === "problem" && id !== "days")) return {
		looks: [...offline, unseen("refresh", "Spotify", "the secret is not well")],
		serverMs: null
	};
	const online = await ofSpotify(door, about);
	return {
		looks: [...offline, ...online.looks],
		serverMs: online.serverMs
	};
}
function ofSecret(account, { variable, authorizedAt, user }, { clock, origin }) {
	const nowMs = clock.now();
	const end = endOfSignIn(authorizedAt);
	const on = end.slice(0, 10);
	const stranger = user === null ? void 0 : strangerIn(origin, account, user);
	const others = stranger === void 0 ? [] : [not("user", stranger)];
	if (Date.parse(end) <= nowMs) {
		const reason = `its sign-in of ${authorizedAt.slice(0, 10)} ended on ${on}`;
		return [not("secret", problem("spotify/sign-in-expired", {
			account,
			reason
		})), ...others];
	}
	const said = `${variable} is of ${authorizedAt.slice(0, 10)} and good until ${on}`;
	const soon = endingOf(account, authorizedAt, nowMs);
	const left = counted(Math.floor((Date.parse(end) - nowMs) / dayMs$2), "day");
	return [
		well("secret", `${said}: ${left} left`),
		...soon === void 0 ? [] : [not("days", soon)],
		...others
	];
}
async function ofSpotify({ app, account, scopes }, about) {
	const { signIns, origin, offline, closed, clock } = about;
	const skipped = (why, how) => ({
		looks: [unseen("refresh", "Refresh, user, scopes, Premium and list of users", why, how)],
		serverMs: null
	});
	if (offline) return skipped("--offline", "Leave out --offline; it takes two requests");
	const until = closed.library;
	if (until !== void 0 && Date.parse(until) > clock.now()) return skipped(`Spotify closed the bucket "library" until ${until}`, "Run this again then");
	const foretold = (look) => look.kind === "problem" ? not(look.id, withLostToken(about.ledgers)(look.problem)) : look;
	const asked = await tried("refresh", () => signIns.ask(app, account));
	if (!asked.ok) return {
		looks: asked.looks.map(foretold),
		serverMs: null
	};
	const seen = asked.value;
	const stranger = strangerIn(origin, account, seen.user);
	return {
		looks: [
			seen.isRotated ? not("refresh", problem("sign-in/rotated", { account })) : well("refresh", "Spotify takes it"),
			stranger === void 0 ? well("user", `It is "${seen.user.id}"${origin?.accounts[account] === void 0 ? "" : ", as in the ledger"}; Premium is active, and the app lists them`) : not("user", stranger),
			ofScopes(account, scopes, seen)
		],
		serverMs: seen.serverMs
	};
}
function ofScopes(account, scopes, { scopes: granted }) {
	if (granted === void 0) return unseen("scopes", "What the person agreed to", "Spotify does not say");
	const missing = scopes.filter((scope) => !granted.has(scope));
	return missing.length === 0 ? well("scopes", `It allows all that the rules need (${counted(scopes.length, "scope")})`) : not("scopes", problem("sign-in/scopes", {
		account,
		missing
	}));
}
// src/app/doctor.ts
async function doctor(options, ports) {
	const { files, git, clock, suspended, around } = ports;
	const rules = await lookAtRules(files, suspended);
	const { playbook } = rules;
	const only = options.account === void 0 || playbook === null ? void 0 : chosen(playbook.portfolio, options.account);
	const ofGit = await lookAtGit(git);
	const isGitWell = !ofGit.some(({ kind, id }) => kind === "problem" && id === "git");
	const ledger = await lookAtLedger(ports, playbook, isGitWell);
	const signIns = await lookAtSignIns(playbook, ledger, {
		...options,
		ports,
		only: only?.account
	});
	const gitHub = await openGitHub(options, ports, isGitWell);
	const runs = [...ledger.accounts.values()].flatMap((account) => account.runs);
	const machine = [
		lookAtNode(around.node),
		...ofGit,
		lookAtRecordedClock(runs, clock.now()),
		...signIns.clock
	];
	const leases = isGitWell ? await localLeases(playbook, ports) : [];
	const groups = [
		{
			name: "Machine",
			looks: machine
		},
		{
			name: "Rules",
			looks: rules.looks
		},
		{
			name: "Ledger",
			looks: [...ledger.looks, ...leases]
		},
		...signIns.groups,
		{
			name: "GitHub",
			looks: await ofGitHub(gitHub, {
				playbook,
				ledger,
				nowMs: clock.now()
			})
		}
	];
	const sent = typeof gitHub === "string" ? 0 : gitHub.sent();
	return resultOf$1(groups, {
		spotify: around.signIns.sent(),
		gitHub: sent
	});
}
async function lookAtSignIns(playbook, ledger, { ports, only, offline }) {
	const { around, clock } = ports;
	if (playbook === null) return {
		groups: [{
			name: "Sign-in",
			looks: [unseen("secret", "Sign-ins", "it is not known whose: the rules have mistakes", "Mend the rules first")]
		}],
		clock: []
	};
	const groups = [];
	let clocks = [lookAtSpotifysClock(null, clock.now())];
	for (const door of doorsOf(playbook)) {
		if (only !== void 0 && door.account !== only) continue;
		const { closed } = together(door.app.accounts.flatMap((name) => ledger.used.get(name) ?? []));
		const { looks, serverMs } = await lookAtSignIn(door, {
			signIns: around.signIns,
			clock,
			origin: ledger.origin,
			ledgers: ledger.accounts,
			closed,
			offline
		});
		if (serverMs !== null) clocks = [lookAtSpotifysClock(serverMs, clock.now())];
		groups.push({
			name: `Sign-in of ${door.account}`,
			looks
		});
	}
	return {
		groups,
		clock: clocks
	};
}
const localLeases = (playbook, { git, clock }) => lookAtLeases(playbook?.portfolio.apps ?? [], "on this machine", async (app) => ({
	kind: "seen",
	value: await git.holder(app, clock.now())
}));
async function openGitHub({ offline }, { git, around }, isGitWell) {
	if (offline) return "--offline";
	if (!isGitWell) return "git is not in order";
	const named = await tried("repository", () => git.repository());
	const repository = named.ok ? named.value : null;
	if (repository === null) return "the remote \"origin\" is no repository there";
	return around.gitHub === null ? "neither GITHUB_TOKEN nor GH_TOKEN is set" : around.gitHub(repository);
}
async function ofGitHub(gitHub, { playbook, ledger, nowMs }) {
	if (typeof gitHub === "string") {
		const how = gitHub.startsWith("neither") ? "Run it with GITHUB_TOKEN=$(gh auth token)" : null;
		return [unseen("repository", "The repository and its protections", gitHub, how)];
	}
	const apps = playbook?.portfolio.apps ?? [];
	const looks = await lookAtGitHub(gitHub, apps.flatMap((app) => app.accounts), ledger.origin?.simulated === true);
	return looks.some(({ kind }) => kind !== "unseen") ? [...looks, ...await lookAtLeases(apps, "on GitHub", (app) => gitHub.holder(app, nowMs))] : looks;
}
function resultOf$1(groups, requests) {
	const problems = problemsIn(groups);
	const told = groups.map(({ name, looks }) => ({
		name,
		looks: looks.map(jsonOf)
	}));
	return {
		text: renderDoctor(groups, requests),
		json: {
			problems,
			groups: told,
			requests
		},
		problems: [],
		told: problems,
		exit: exitOf(problems)
	};
}
const problemsIn = (groups) => groups.flatMap(({ looks }) => looks.flatMap((look) => look.kind === "problem" ? look.problem : []));
function jsonOf(look) {
	const { id } = look;
	const mark = markOf(look);
	switch (look.kind) {
		case "well": return {
			id,
			mark,
			says: look.says,
			code: null,
			fix: null
		};
		case "problem": return {
			id,
			mark,
			says: messageOf(look.problem),
			code: look.problem.code,
			fix: fixOf(look.problem)
		};
		case "unseen": return {
			id,
			mark,
			says: `${look.what}: not looked at, ${look.why}`,
			code: null,
			fix: look.how
		};
	}
}
// src/cli/commands/doctor.ts
const doctorCommand = (command, env) => void command("doctor", "say everything that can be wrong, with the fix, and which protections of the repository are really on", async ({ account, offline = false }, ports) => {
	const { lookAround } = await import("./look-around.js");
	return doctor({
		offline,
		...given({ account })
	}, {
		...ports,
		around: lookAround(ports, env)
	});
}).option("--account <name>", "only this account's sign-in").option("--offline", "send nothing, to Spotify or to GitHub");
// src/report/text/log.ts
const few = 5;
function renderLog(entries, { of, purged }) {
	const gone = purged === 0 ? [] : [`(${counted(purged, "purged entry", "purged entries")})`];
	if (entries.length === 0) return ["Nothing of that kind stands in the audit", ...gone].join("\n");
	const rest = of - entries.length;
	return [
		...entries.map(renderEntry),
		...rest > 0 ? [`\u2026 and ${counted(rest, "older entry", "older entries")} (--most shows more)`] : [],
		...gone
	].join("\n\n");
}
function renderEntry({ name, body, details, entered, left, moved }) {
	const { night, at, run, rule, gone, kind, who, acked } = body;
	const title = `${visible(name ?? body.playlist)} (${rule ?? gone?.rule ?? "no rule"})`;
	const tally = [
		...entered.length > 0 ? [signed(entered.length)] : [],
		...left.length > 0 ? [signed(-left.length)] : [],
		...moved.length > 0 ? [`${moved.length} moved`] : []
	].join(" ");
	return [
		`${night}  ${title}: ${kind === "items" ? tally : words$1[kind]}`,
		`  by ${byWhom(who)} at ${at}, run ${run}${acked === null ? "" : `, ${acked.removals} of the ${acked.of} acknowledged`}`,
		...changedDetails(details),
		...left.map((row) => line("\u2212", row, row.why.at(-1))),
		...shown("+", entered),
		...shown("\u2195", moved)
	].join("\n");
}
const words$1 = {
	created: "created",
	adopted: "met for the first time",
	details: "details changed",
	renamed: "ruled by another file now",
	forgotten: "no longer ruled, left as it is"
};
function byWhom(who) {
	if (who.by !== "setlist") {
		const name = who.by === "hand" ? "hand" : "Spotify";
		return who.during === null ? name : `${name}, while run ${who.during} was open`;
	}
	const started = {
		schedule: "on schedule",
		merge: "after a merge",
		manual: "manually"
	}[who.trigger];
	return `Setlist${who.restore === void 0 ? "" : `, restoring ${momentIn(who.restore)}`}, started ${started}${who.actor === null ? "" : ` by ${visible(who.actor)}`}`;
}
const momentIn = (one) => "to" in one ? `the end of ${one.to}` : `what stood before run ${one.before}`;
const changedDetails = (details) => Object.entries(details ?? {}).map(([field, value]) => `    ${field}: ${visible(String(value))}`);
const shown = (sign, rows) => [...rows.slice(0, few).map((row) => line(sign, row, row.why[0])), ...rows.length > few ? [`    ${sign} \u2026 and ${rows.length - few} more`] : []];
function line(sign, { key, label }, why) {
	const called = label === null ? key : `${label.title} / ${label.artists}`;
	const because = why === void 0 ? "" : `  ${visible(why.datum)}  ${visible(why.at.file)}:${why.at.line}`;
	return `    ${sign} ${inColumns(visible(called), 44)}${because}`.trimEnd();
}
// src/app/date.ts
function dateIn(option, text) {
	if (isDate(text)) return text;
	throw new Failure([noDate(option, text)]);
}
function noDate(option, text) {
	const reason = `${option} takes a date like 2026-11-22, not "${text}"`;
	return problem("usage/wrong", {
		reason,
		fix: "Write year, month and day"
	});
}
// src/app/log.ts
async function log(options, { files }) {
	mustBeKnown(options);
	const { accounts } = await readWorkspace(files);
	const entries = [...accounts.values()].flatMap((ledger) => entriesOf(ledger, options)).sort((one, other) => one.body.at < other.body.at ? 1 : one.body.at > other.body.at ? -1 : 0);
	const told = folded(entries);
	const shown = entries.slice(0, options.most);
	return {
		text: renderLog(told.slice(0, options.most), {
			of: told.length,
			purged: purgedIn([...accounts.values()], options)
		}),
		json: {
			entries: shown.map(({ account, body }) => ({
				account,
				...body
			})),
			of: entries.length
		},
		problems: [],
		exit: exits.done
	};
}
const authors = [
	"setlist",
	"hand",
	"spotify"
];
function mustBeKnown({ by, since }) {
	const [first, ...others] = [...since === void 0 || isDate(since) ? [] : [noDate("--since", since)], ...by === void 0 || authors.includes(by) ? [] : [noAuthor(by)]];
	if (first !== void 0) throw new Failure([first, ...others]);
}
function noAuthor(by) {
	const reason = `--by takes ${authors.join(", ")}, not "${by}"`;
	return problem("usage/wrong", {
		reason,
		fix: `Write "--by ${nearest(by, authors) ?? "hand"}"`
	});
}
function entriesOf(ledger, options) {
	const names = namesOfGone(ledger);
	const told = ({ key, why }) => ({
		key,
		why,
		label: labelOf(key, ledger.facts)
	});
	return ledger.audit.flatMap((line) => {
		if (!("body" in line) || !isMeant(line.body, options)) return [];
		const { body } = line;
		const name = ledger.playlists.get(body.playlist)?.actual.details.name ?? names.get(body.playlist) ?? null;
		const rows = {
			entered: body.entered.map(told),
			left: body.left.map(told),
			moved: body.moved.map(told)
		};
		return [{
			account: ledger.account,
			name,
			body,
			details: body.details,
			...rows
		}];
	});
}
function folded(entries) {
	const isBeside = besideRows(entries.map(({ body }) => body));
	const beside = entries.flatMap(({ body }) => isBeside(body) ? [[deedOf(body), body.details]] : []);
	const details = new Map(beside);
	return entries.flatMap((one) => {
		if (isBeside(one.body)) return [];
		return one.body.kind === "items" ? {
			...one,
			details: details.get(deedOf(one.body)) ?? null
		} : one;
	});
}
function isMeant(body, { playlist, track, by, since }) {
	const id = playlist === void 0 ? void 0 : idIn("playlist", playlist);
	const uri = track === void 0 ? void 0 : `spotify:track:${idIn("track", track) ?? track}`;
	return (playlist === void 0 || body.rule === playlist || body.gone?.rule === playlist || body.playlist === (id ?? playlist)) && (uri === void 0 || [
		...body.entered,
		...body.left,
		...body.moved
	].some(({ key }) => key === uri)) && (by === void 0 || body.who.by === by) && (since === void 0 || body.night >= since);
}
const purgedIn = (ledgers, { playlist, track, by, since = "" }) => playlist !== void 0 || track !== void 0 || by !== void 0 ? 0 : ledgers.flatMap(({ audit }) => audit).filter((line) => "purged" in line && line.night >= since).length;
// src/ledger/purge.ts
function purged(ledger, what, on) {
	const playlists = new Map(ledger.playlists);
	if (what.kind === "playlist") playlists.delete(what.id);
	return {
		...ledger,
		playlists,
		audit: ledger.audit.map((line) => "body" in line && isIn(line.body, what) ? tombstone(line, line.body, on) : line),
		history: historyWithout(ledger.history, what),
		runs: ledger.runs.map((line) => runWithout(line, what)),
		facts: factsWithout(ledger.facts, what)
	};
}
const tombstone = ({ digest, previous }, { night }, on) => ({
	digest,
	previous,
	purged: on,
	night
});
function isIn({ playlist, night, entered, left, moved }, what) {
	if (what.kind === "before") return night < what.night;
	if (what.kind === "playlist") return playlist === what.id;
	return [
		...entered,
		...left,
		...moved
	].some(({ key }) => key === what.uri);
}
const nameless = "purged";
function historyWithout(history, what) {
	if (what.kind === "before") return foldedBefore(history, what.night);
	if (what.kind === "playlist") return history.filter(({ playlist }) => playlist !== what.id);
	const without = (keys) => keys.map((key) => key === what.uri ? nameless : key);
	return history.map((line) => [...line.entered, ...line.left].some((key) => key === what.uri) ? {
		...line,
		entered: without(line.entered),
		left: without(line.left)
	} : line);
}
function runWithout(line, what) {
	if (line.event !== "intent") return line;
	const intents = line.intents.filter((intent) => {
		if (what.kind === "before") return line.night >= what.night;
		if (what.kind === "playlist") return !what.slugs.includes(intent.slug) && intent.id !== what.id;
		return !JSON.stringify(intent).includes(what.uri);
	});
	return intents.length === line.intents.length ? line : {
		...line,
		intents
	};
}
function factsWithout(facts, what) {
	if (what.kind !== "track") return facts;
	const { items, albums } = libraryOf(facts);
	items.delete(what.uri);
	const answers = Object.fromEntries(Object.entries(facts.answers).filter(([key, one]) => !key.includes(what.uri) && !JSON.stringify(one).includes(what.uri)));
	return {
		...facts,
		items,
		albums,
		answers
	};
}
function recounted(ledger) {
	const { facts, history, runs } = ledger;
	const at = runs.findLastIndex(({ event }) => event === "end");
	const line = runs[at];
	if (line?.event !== "end" || line.lines === void 0) return ledger;
	const { lines } = line;
	const less = {
		facts: Math.min(lines.facts, factLines(facts)),
		history: Math.min(lines.history, history.length)
	};
	return less.facts === lines.facts && less.history === lines.history ? ledger : {
		...ledger,
		runs: runs.with(at, {
			...line,
			lines: {
				...lines,
				...less
			}
		})
	};
}
// src/app/purge.ts
const purge = (options, ports) => alone(ports, (opened) => purgeFrom(opened, options, ports));
async function purgeFrom({ workspace, head }, options, ports) {
	const what = wantedBy(options, workspace);
	const today = nightAt("now", ports.clock.now(), workspace.playbook.portfolio.timezone).night;
	const ledgers = [...workspace.accounts.values()];
	const after = ledgers.map((ledger) => withoutFacts(purged(ledger, what, today)));
	const records = after.flatMap((ledger, at) => [...filesBetween(ledgers[at] ?? ledger, ledger)]);
	const files = new Map(records.length === 0 ? [] : [...records, ...await reportsOf(after, workspace, ports)]);
	const tombstones = after.reduce((sum, ledger, at) => sum + changedIn(ledgers[at] ?? ledger, ledger), 0);
	const told = `${counted(tombstones, "entry", "entries")} of the audit, ${counted(files.size, "file")}`;
	const json = {
		tombstones,
		files: [...files.keys()].sort()
	};
	if (files.size === 0) return {
		text: "Nothing of that kind stands in the ledger",
		json,
		problems: [],
		exit: exits.done
	};
	if (!options.yes) return {
		text: `Would purge ${told}: run it with --yes`,
		json,
		problems: [],
		exit: exits.done
	};
	const { trigger, actor } = ports.started;
	const message = [
		`Purge ${criterionOf(what)}: ${told}`,
		"",
		"Their digests stay, so that the chain still holds.",
		"",
		startedBy({
			trigger,
			actor: actor ?? await ports.git.user()
		}),
		""
	].join("\n");
	const done = await ports.git.commit({
		expected: head,
		message,
		files,
		atMs: ports.clock.now()
	});
	if (done.kind === "moved") return "moved";
	return {
		text: `Purged ${told} in commit ${done.commit.slice(0, 10)}\nGit's own history still holds what stood there: "git filter-repo --path reports --invert-paths" on a copy, or a new repository, is the only way to be rid of that`,
		json: {
			...json,
			commit: done.commit
		},
		problems: [],
		exit: exits.done
	};
}
const criterionOf = (what) => {
	if (what.kind === "before") return `what is older than ${what.night}`;
	return what.kind === "playlist" ? `playlist ${what.id}` : `track ${what.uri.replaceAll(/[^\w:]/g, "")}`;
};
async function reportsOf(ledgers, { origin, playbook }, ports) {
	if (origin === null) return [];
	const accounts = new Map(ledgers.map((ledger) => [ledger.account, ledger]));
	return besides(accounts, {
		origin,
		playbook,
		isEventful: true
	}, {
		files: ports.files,
		world: null
	});
}
const withoutFacts = (ledger) => recounted({
	...ledger,
	facts: factsToKeep(ledger, ledger.facts)
});
const changedIn = (before, after) => after.audit.filter((line, index) => line !== before.audit[index]).length;
function wantedBy({ playlist, track, before }, workspace) {
	if ([
		playlist,
		track,
		before
	].filter((one) => one !== void 0).length !== 1) throw usage$2("it takes one of --playlist, --track and --before", "Give one of them: what goes is gone for good");
	if (before !== void 0) return {
		kind: "before",
		night: dateIn("--before", before)
	};
	const ledgers = [...workspace.accounts.values()];
	if (track !== void 0) {
		const uri = `spotify:track:${idIn("track", track) ?? track}`;
		const [first] = ledgers.flatMap(({ playlists }) => [...playlists.values()].filter(({ actual }) => actual.rows.some((row) => row.kind === "item" && row.uri === uri)));
		if (first === void 0) return {
			kind: "track",
			uri
		};
		throw usage$2(`the track still stands in "${first.actual.details.name}"`, first.rule === null ? "Take it out there in the Spotify app, or let no rule read that playlist, then run \"sync\" and purge" : `Let the rule "${first.rule}" drop it, run "sync", then purge`);
	}
	const id = idIn("playlist", playlist ?? "");
	if (id === void 0) throw usage$2(`--playlist takes the id or link of a playlist, not "${playlist}"`, "\"setlist log --json\" tells ids; in Spotify, Share copies a link");
	const [slug] = ledgers.flatMap(({ control }) => Object.entries(control.playlists).filter(([, one]) => one?.id === id)).map(([name]) => name);
	if (slug !== void 0) throw usage$2(`the rule "${slug}" still rules it`, `Delete playlists/${slug}.yaml, run "sync", then purge`);
	return {
		kind: "playlist",
		id,
		slugs: []
	};
}
const usage$2 = (reason, fix) => new Failure([problem("usage/wrong", {
	reason,
	fix
})]);
// src/app/restoring/plan.ts
const undoneByRule = "the rule changes it back on its next night: write \"suspend: true\" into it, or pin what should stay";
function restored(rule, past, { facts, night, others }, { controls, playbook }) {
	const { id, rule: followed } = controls.get(rule.account)?.playlists[rule.slug] ?? {};
	const actual = id === void 0 ? void 0 : actualIn(facts, rule.account, id);
	if (actual === void 0) throw new Failure([problem("plan/unreadable", {
		playlist: rule.name,
		absence: "part"
	}, rule.at)]);
	const { limits } = playbook.portfolio;
	const desired = desiredFrom(past, actual, rule);
	const settings = {
		...rule.settings,
		suspend: false
	};
	const asItIs = {
		...rule,
		settings,
		name: actual.details.name,
		description: null
	};
	const stops = stopping(rule, actual, desired);
	const plan = stops.length > 0 ? leaveAlone(asItIs, actual, "unchanged", stops) : planPlaylist({
		rule: asItIs,
		actual,
		desired,
		problems: [],
		charged: 0,
		facts,
		aliases: new Aliases(facts),
		night,
		mostRequests: limits.requests
	});
	return assemble({
		night,
		playlists: [...others, {
			...plan,
			rule: followed ?? ruleHash(rule),
			notes: [...plan.notes, undoneByRule]
		}],
		lacking: [],
		used: past,
		limits,
		waiting: /* @__PURE__ */ new Map()
	});
}
function stopping({ name, at, settings }, actual, desired) {
	const removing = removals(actual, desired);
	if (removing > 0 && settings.protected) return [problem("plan/protected", {
		playlist: name,
		removing
	}, at)];
	return desired.rows.length === 0 && actual.rows.length > 0 ? [problem("plan/would-empty", {
		playlist: name,
		of: actual.rows.length
	}, at)] : [];
}
function desiredFrom({ rows, says }, actual, { at }) {
	const why = {
		stage: "write",
		word: "restore",
		datum: says,
		at
	};
	const wanted = [...rows.filter((key) => !isIrreplaceable(key))];
	for (const [index, key] of keysOf(actual.rows).entries()) if (isIrreplaceable(key)) wanted.splice(Math.min(index, wanted.length), 0, key);
	return {
		rows: wanted.map((key) => ({
			key,
			why: [why]
		})),
		dropped: keysOf(actual.rows).map((key) => ({
			key,
			why: [why]
		})),
		gaps: [],
		empty: [],
		unknown: 0,
		gaveWay: []
	};
}
// src/app/restoring/then.ts
const restoringTo = ({ slug }, { to, beforeRun = "" }) => to === void 0 ? {
	rule: slug,
	before: beforeRun
} : {
	rule: slug,
	to
};
async function recordedThen(rule, { to, beforeRun }, { accounts, controls, playbook: { portfolio } }, { git }) {
	if (to === void 0 === (beforeRun === void 0)) throw usage$1("it takes either --to DATE or --before-run RUN", "Give one of the two; \"setlist log\" shows runs");
	const { timezone } = portfolio;
	const id = controls.get(rule.account)?.playlists[rule.slug]?.id;
	const run = accounts.get(rule.account)?.runs.find((one) => one.run === beforeRun);
	if (beforeRun !== void 0 && run === void 0) throw usage$1(`the ledger knows no run "${beforeRun}"`, `Take one that "setlist log --playlist ${rule.slug}" shows`);
	const untilMs = to === void 0 ? Date.parse(run?.at ?? "") - 1 : startOfNightMs(dayAfter(dateIn("--to", to)), timezone) - 1;
	const path = id === void 0 ? "" : playlistPath(rule.account, id);
	const [last] = await git.log([path], {
		most: 1,
		untilMs
	});
	const text = last === void 0 ? void 0 : await git.read(last.commit, path);
	if (text === void 0) {
		const [first] = (await git.log([path])).slice(-1);
		const since = first === void 0 ? null : nightAt("now", first.atMs, timezone).night;
		throw usage$1(`the ledger does not know "${rule.slug}" that far back`, since === null ? "Run \"setlist sync\" first: it has no record yet" : `The earliest is "--to ${since}"`);
	}
	const { actual } = orFail(parsePlaylist(text, path));
	return {
		rows: keysOf(actual.rows),
		says: to === void 0 ? `before run ${beforeRun}` : `as of ${to}`
	};
}
const usage$1 = (reason, fix) => new Failure([problem("usage/wrong", {
	reason,
	fix
})]);
// src/app/restore.ts
async function restore(options, ports) {
	const workspace = await readBesideRuns(ports);
	const rule = ruleIn(workspace, options.playlist);
	const past = await recordedThen(rule, options, workspace, ports);
	const refusals = (now, { envelope }) => [...standingRefusals(now, ports), ...options.yes ? [] : [problem("apply/dry", { requests: envelope.requests })]];
	if (!options.yes || standingRefusals(workspace, ports).length > 0) {
		const { facts, night, problems } = await readNow(rule, workspace, ports);
		mustBeRead(rule, {
			facts,
			problems
		}, workspace);
		const plan = restored(rule, past, {
			facts,
			night,
			others: []
		}, workspace);
		const all = [...problems, ...plan.envelope.requests === 0 ? [] : refusals(workspace, plan).slice(0, 1)];
		return {
			text: renderPlan(plan, { all: options.all }),
			json: { plan },
			problems: all,
			exit: worstExit([exitOf(all), exits.done])
		};
	}
	const done = await runNight(ports, (now) => ({
		due: "none",
		restore: restoringTo(rule, options),
		refusals: (plan) => refusals(now, plan),
		plan: ({ facts, plan, problems }) => {
			mustBeRead(rule, {
				facts,
				problems
			}, now);
			const others = plan.playlists.filter(({ slug }) => slug !== rule.slug);
			return restored(rule, past, {
				facts,
				night: plan.night,
				others
			}, now);
		}
	}));
	const told = done.outcomes.flatMap((one) => one.problems);
	return {
		text: [
			...recovered(done.audit, done.run),
			renderOutcomes(done.outcomes, done.plan.playlists.filter(({ slug }) => slug === rule.slug)),
			...cutShort(done.plan, done.outcomes, done.endedBy),
			...done.outcomes.length === 0 ? [] : [`Mind: ${undoneByRule}`],
			`Recorded in commit ${done.commit.slice(0, 10)}`
		].join("\n\n"),
		json: {
			plan: done.plan,
			outcomes: done.outcomes,
			commit: done.commit
		},
		problems: done.problems,
		told,
		exit: worstExit([exitOf([...done.problems, ...told]), exits.done])
	};
}
function ruleIn({ playbook, controls }, slug) {
	const found = playbook.rules.find((rule) => rule.slug === slug);
	if (found !== void 0 && controls.get(found.account)?.playlists[found.slug] !== void 0) return found;
	const slugs = playbook.rules.map((rule) => rule.slug);
	throw new Failure([problem("usage/no-such-playlist", {
		playlist: slug,
		nearest: nearest(slug, slugs)
	})]);
}
function mustBeRead(rule, { facts, problems }, { controls }) {
	const id = controls.get(rule.account)?.playlists[rule.slug]?.id;
	const [first, ...others] = problems;
	if (id === void 0 || first === void 0 || actualIn(facts, rule.account, id) !== void 0) return;
	throw new Failure([first, ...others]);
}
async function readNow(rule, workspace, ports) {
	const { playbook, controls, accounts } = workspace;
	const id = controls.get(rule.account)?.playlists[rule.slug]?.id;
	const needs = id === void 0 ? [] : [{
		account: rule.account,
		kind: "playlist",
		id
	}];
	const open = await accountsOf(workspace, ports);
	await mustBeFree(playbook.portfolio, /* @__PURE__ */ new Set([rule.account]), ports);
	const readers = new Map([...open].map(([name, { read }]) => [name, read]));
	const readable = allReadable(open);
	const { facts, problems, short } = await gather({
		resolve: () => ({
			needs,
			wishes: []
		}),
		facts: holding(factsOf(accounts), isForEver),
		readers,
		room: readable.room,
		say: ports.say,
		signal: ports.signal
	}).finally(() => keepUsed(open, ports));
	return {
		facts,
		problems: distinct([
			...problems.map(withLostToken(accounts)),
			...uncovered(open, playbook.rules),
			...withoutRoom(short, open, playbook.portfolio.budget, readable),
			...skewIn(open)
		]),
		night: nightAt("now", ports.clock.now(), playbook.portfolio.timezone).night
	};
}
// src/cli/commands/ledger.ts
function ledgerCommands(command) {
	command("log", "who changed what, when and why, newest first", ({ most, ...options }, ports) => {
		if (!/^[1-9]\d{0,5}$/.test(most)) throw wrong(`--most takes a number of entries, not "${most}"`);
		return besideRuns(ports, () => log({
			...options,
			most: Number(most)
		}, ports));
	}).option("--playlist <rule>", "of one playlist: its rule, id or link").option("--track <track>", "of one track: a link, URI or id").option("--by <author>", "by setlist, hand or spotify").option("--since <date>", "since that night").option("--most <number>", "how many entries", "20");
	command("restore <playlist>", "bring a playlist back to how it stood", ({ to, beforeRun, yes = false, all = false }, ports, [playlist = ""]) => restore({
		playlist,
		yes,
		all,
		...given({
			to,
			beforeRun
		})
	}, ports)).option("--to <date>", "as it stood at the end of that night").option("--before-run <run>", "as it stood before a run (see log)").option("--yes", "really write").option("--all", "show every row");
	command("report", "show playlists, changes and what needs a person: as Markdown in reports/, or as pages", async ({ site }, ports) => {
		const folder = site === void 0 ? null : await openSiteFolder(site);
		return besideRuns(ports, () => report(folder, ports));
	}).option("--site <folder>", "write the pages into this folder instead");
	command("verify", "check the ledger: chain, records, git history", (_, ports) => besideRuns(ports, () => verify(ports), ({ problems }) => problems));
	command("purge", "take something out of the ledger for good", ({ playlist, track, before, yes = false }, ports) => purge({
		yes,
		...given({
			playlist,
			track,
			before
		})
	}, ports)).option("--playlist <playlist>", "all of a playlist that no rule rules any more: its id or link").option("--track <track>", "all of a track that stands nowhere any more: a link, URI or id").option("--before <date>", "everything before that night").option("--yes", "really do it");
}
// src/cli/commands/login.ts
const usualPort = "8377";
const loginCommand = (command, env) => void command("login [account]", "sign in to Spotify for an account: one secret, good for six months", async (flags, ports, [account]) => {
	if (!/^[1-9]\d{0,4}$/.test(flags.port) || Number(flags.port) > 65535) throw wrong(`--port takes a number from 1 to 65535, not "${flags.port}"`);
	const { signIn } = await import("./sign-in.js");
	return signIn(account, flags, {
		ports,
		env
	});
}).option("--port <number>", "the port on 127.0.0.1 to which Spotify sends the browser back", usualPort).option("--paste", "paste the address that the browser shows in the end; usual over SSH").option("--no-browser", "only print the address").option("--with-secret", "ask for the client secret of the app; SETLIST_CLIENT_SECRET holds it too").option("--to <place>", "put the secret into the repository on GitHub: repo, or environment:<name>").option("--repository <owner/name>", "which repository; that of the remote \"origin\" when left out").option("--out <file>", "write the secret into a file that only you can read");
// src/app/init.ts
async function init({ fresh, yes }, ports) {
	if (!fresh) throw new Failure([problem("usage/wrong", { reason: "so far \"init\" only takes \"--fresh\"" })]);
	await ports.git.check();
	return yes ? underLeases(ports, () => startAnew(yes, ports)) : startAnew(yes, ports);
}
async function startAnew(yes, { git, files, clock }) {
	const expected = await git.head();
	const paths = (await files.list(ledgerFolder)).filter((path) => path !== worldPath);
	if (paths.length === 0) return {
		text: "There is no ledger: the next run starts one",
		json: { removed: [] },
		problems: [],
		exit: exits.done
	};
	const ruled = await ruledIn(files, paths);
	const again = `the next run makes ${ruled === 1 ? "its playlist" : `its ${counted(ruled, "playlist")}`} a second time`;
	const twice = ruled === 0 ? "" : `; ${again}, since it no longer knows which ones were made`;
	if (!yes) return {
		text: `Would take ${counted(paths.length, "file")} of the ledger off the branch: run it with --yes${twice}`,
		json: {
			would: paths,
			ruled
		},
		problems: [],
		exit: exits.done
	};
	const message = `Start a new ledger\n\n${counted(paths.length, "file")} of the old one stand${paths.length === 1 ? "s" : ""} in the commit before this one.\n`;
	const gone = new Map(paths.map((path) => [path, null]));
	const done = await git.commit({
		expected,
		message,
		files: gone,
		atMs: clock.now()
	});
	if (done.kind === "moved") throw new Failure([problem("machine/moved-head", { tries: 1 })]);
	return {
		text: `Started a new ledger in commit ${done.commit.slice(0, 10)}; the old one stands in ${expected.slice(0, 10)}${twice}`,
		json: {
			commit: done.commit,
			before: expected,
			removed: paths,
			ruled
		},
		problems: [],
		exit: exits.done
	};
}
async function ruledIn(files, paths) {
	const controls = paths.filter(isControlPath);
	return (await Promise.all(controls.map(async (path) => parseControl(await files.read(path) ?? "", path)))).reduce((sum, one) => sum + (one.ok ? Object.keys(one.value.playlists).length : 0), 0);
}
// src/domain/records/run.ts
const triggers = [
	"schedule",
	"merge",
	"manual"
];
// src/cli/commands/nights.ts
function nightCommands(command) {
	command("sync", "the nightly run: read, plan, write, and commit it all to the ledger", ({ by, report }, ports) => sync(by === void 0 ? ports : {
		...ports,
		started: {
			...ports.started,
			trigger: triggerOf(by)
		}
	}, { reports: report })).option("--no-report", "leave README, pages and charts as they are").option("--by <what>", "what set it off: schedule, merge or manual; in GitHub Actions it is known");
	command("init", "start a new ledger", ({ fresh = false, yes = false }, ports) => init({
		fresh,
		yes
	}, ports)).option("--fresh", "take the old ledger off the branch; git keeps it").option("--yes", "really do it");
}
function triggerOf(text) {
	const found = triggers.find((one) => one === text);
	if (found === void 0) throw wrong(`--by takes ${triggers.join(", ")}, not "${text}"`);
	return found;
}
// src/plan/envelope.ts
const words = {
	removals: "removals",
	additions: "additions",
	requests: "requests",
	datesLost: "lost \"added\" dates"
};
const ceilings = [
	"removals",
	"additions",
	"requests",
	"datesLost"
];
function leftEnvelope({ envelope: allowed }, now) {
	const strangers = now.playlists.filter((one) => isWritten(one) && !allowed.playlists.includes(one.slug)).map(({ name, writes }) => problem("plan/left-envelope", {
		playlist: name,
		what: "writes",
		planned: writes.length,
		allowed: 0
	}));
	const beyond = ceilings.filter((what) => now.envelope[what] > allowed[what]).map((what) => problem("plan/left-envelope", {
		playlist: "the night",
		what: words[what],
		planned: now.envelope[what],
		allowed: allowed[what]
	}));
	return [...strangers, ...beyond];
}
// src/app/apply.ts
async function apply(options, ports) {
	const saved = await readPlan(options.plan, ports);
	const refusalsIn = (workspace) => (plan) => [
		...standingRefusals(workspace, ports),
		...options.yes ? [] : [problem("apply/dry", { requests: plan.envelope.requests })],
		...saved === null ? [] : leftEnvelope(saved, plan)
	];
	const workspace = await readBesideRuns(ports);
	if (options.yes && standingRefusals(workspace, ports).length === 0) {
		const night = await runNight(ports, (now) => ({
			due: "all",
			refusals: refusalsIn(now)
		}));
		const done = resultOf(options, night.plan, night.outcomes, night.problems);
		return {
			...done,
			text: [
				...recovered(night.audit, night.run),
				done.text,
				...cutShort(night.plan, night.outcomes, night.endedBy)
			].join("\n\n")
		};
	}
	const { plan, problems } = await planLive(workspace, ports, "now");
	const refusals = plan.envelope.requests === 0 ? [] : refusalsIn(workspace)(plan).slice(0, 1);
	return resultOf(options, plan, [], [...problems, ...refusals]);
}
function resultOf({ all }, plan, outcomes, problems) {
	const told = [...plan.playlists, ...outcomes].flatMap((one) => one.problems.map(problemOf));
	return {
		text: outcomes.length === 0 ? renderPlan(plan, { all }) : renderOutcomes(outcomes, plan.playlists),
		json: {
			plan,
			outcomes
		},
		problems,
		told,
		exit: worstExit([exitOf([...problems, ...told]), exits.done])
	};
}
async function readPlan(path, { files }) {
	if (path === void 0) return null;
	const text = await files.read(path);
	if (text === void 0) throw new Failure([problem("plan/bad-file", {
		path,
		reason: "there is no such file"
	})]);
	return orFail(parsePlan(text, path));
}
// src/app/gather.ts
async function gatherFacts(options, ports) {
	if (options.saveFacts === void 0) {
		const { plan, problems, audit, commit } = await runNight(ports, () => ({
			due: "all",
			refusals: void 0
		}));
		const changed = audit.filter(({ kind, who }) => kind === "items" && who.by !== "setlist").length;
		return {
			text: `Read into the ledger in commit ${commit.slice(0, 10)}: ${counted(changed, "playlist")} changed by others`,
			json: {
				commit,
				audit,
				lacks: plan.lacks
			},
			problems,
			exit: exitOf(problems)
		};
	}
	const workspace = await readBesideRuns(ports);
	const { facts, problems, plan } = await planLive(workspace, ports, options.at);
	await ports.files.write(options.saveFacts, renderFacts(facts));
	return {
		text: `Read ${counted(Object.keys(facts.answers).length, "answer")}: ${counted(facts.items.size, "track")}, ${counted(facts.albums.size, "album")}`,
		json: {
			answers: Object.keys(facts.answers).sort(),
			lacks: plan.lacks
		},
		problems,
		exit: exitOf(problems)
	};
}
// src/cli/commands/planning.ts
function planningCommands(command) {
	command("gather", "read what the rules need from Spotify", ({ at, saveFacts }, ports) => gatherFacts({
		at,
		...given({ saveFacts })
	}, ports)).option("--at <night>", "now, next, or a date", "now").option("--save-facts <file>", "keep everything that was read");
	command("plan", "show what would change, why, and at what price", ({ offline = false, at, all = false, facts, saveFacts, out }, ports) => plan({
		offline,
		at,
		all,
		...given({
			facts,
			saveFacts,
			out
		})
	}, ports)).option("--offline", "from the ledger alone: no sign-in, nothing is read").option("--at <night>", "now, next, or a date", "now").option("--all", "show every row").option("--facts <file>", "plan from facts that were saved, without Spotify").option("--save-facts <file>", "keep everything that was read").option("--out <file>", "keep the plan, for apply");
	command("apply [plan]", "bring the playlists to what the rules say", ({ yes = false, all = false }, ports, [file]) => apply({
		yes,
		all,
		...given({ plan: file })
	}, ports)).option("--yes", "really write").option("--all", "show every row");
}
// src/rules/format/brackets.ts
var import_dist = require_dist();
function closeBrackets(yaml) {
	const lexemes = [...new import_dist.Lexer().lex(yaml)].filter((lexeme) => !isMark(lexeme));
	return lexemes.filter((lexeme, index) => lexeme !== " " || lexemes[index - 1] !== "[" && lexemes[index + 1] !== "]").join("");
}
const isMark = (lexeme) => lexeme === "" || lexeme === "" || lexeme === "";
// src/rules/format/path-to.ts
const someEntry = "0";
function pathTo(key, ancestors) {
	const above = ancestors.flatMap((ancestor, index) => {
		if ((0, import_dist.isPair)(ancestor)) return [(0, import_dist.isScalar)(ancestor.key) ? String(ancestor.key.value) : ""];
		return (0, import_dist.isSeq)(ancestor) && index < ancestors.length - 1 ? [someEntry] : [];
	});
	return typeof key === "number" && (0, import_dist.isSeq)(ancestors.at(-1)) ? [...above, someEntry] : above;
}
// src/rules/format/links.ts
const kinds = {
	playlist: "playlist",
	on_playlist: "playlist",
	artist: "artist",
	artists: "artist",
	album: "album",
	tracks: "track",
	track: "track"
};
const operators = [
	"is",
	"is_not",
	"in",
	"not_in"
];
function kindAt(path) {
	const [top = ""] = path;
	if (![
		"from",
		"where",
		"pin"
	].includes(top) || path.includes("search")) return void 0;
	const key = path.findLast((part) => !/^\d+$/.test(part) && !operators.includes(part)) ?? "";
	return Object.hasOwn(kinds, key) ? kinds[key] : void 0;
}
function shortenLinks(document) {
	(0, import_dist.visit)(document, { Scalar: (key, node, ancestors) => {
		if (key !== "key") shorten(node, kindAt(pathTo(key, ancestors)));
	} });
}
function shorten(node, kind) {
	if (typeof node.value === "number" && node.source?.length === 22) node.value = node.source;
	if (typeof node.value !== "string" || kind === void 0 || !node.value.startsWith("http")) return;
	const id = idIn(kind, node.value);
	if (id === void 0) return;
	node.value = kind === "track" ? trackUri(id) : id;
	node.type = "PLAIN";
}
// src/rules/format/names.ts
function nameBeside(document, nameOf) {
	(0, import_dist.visit)(document, { Scalar: (key, node, ancestors) => {
		const kind = key === "key" ? void 0 : kindAt(pathTo(key, ancestors));
		const uri = kind === void 0 ? void 0 : uriOf(kind, node);
		const name = uri === void 0 ? "" : oneLine(nameOf(uri) ?? "");
		const target = name === "" ? void 0 : lineOf$1(node, ancestors);
		if (target !== void 0 && (target.comment ?? "") === "") target.comment = ` ${name}`;
	} });
}
function uriOf(kind, { value, source }) {
	const text = typeof value === "string" ? value : source ?? "";
	if (kind === "track") {
		const id = idIn("track", text);
		return id === void 0 ? isAddableUri(text) ? text : void 0 : trackUri(id);
	}
	const id = kind === "playlist" || kind === "artist" || kind === "album" ? idIn(kind, text) : void 0;
	return id === void 0 ? void 0 : `spotify:${kind}:${id}`;
}
function lineOf$1(node, ancestors) {
	const flow = ancestors.find((ancestor) => (0, import_dist.isCollection)(ancestor) && ancestor.flow === true);
	if (!(0, import_dist.isCollection)(flow)) return node;
	return ancestors.slice(ancestors.indexOf(flow)).some((one) => (0, import_dist.isSeq)(one) && one.items.length > 1) ? void 0 : flow;
}
const mostCharacters = 100;
function oneLine(name) {
	return [...name.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, " ").trim()].slice(0, mostCharacters).join("").trim();
}
// src/rules/format.ts
function formatRule(text, nameOf = () => void 0) {
	const decoded = decode("", text);
	if (!decoded.ok || !parseYaml("", decoded.value).ok) return text;
	const document = (0, import_dist.parseDocument)(decoded.value, {
		uniqueKeys: false,
		logLevel: "silent"
	});
	if (!(0, import_dist.isMap)(document.contents)) return text;
	if (!hasAnchors(document)) sortKeys(document);
	shortenLinks(document);
	nameBeside(document, nameOf);
	return closeBrackets(document.toString({ lineWidth: 0 }));
}
const hasAnchors = (document) => /(?:^|[\s[{,])&\S/.test(document.toString({ lineWidth: 0 }));
const ruleOrder = Object.keys(keys);
const sourceOrder = [
	...Object.keys(sources),
	"as",
	"where",
	"sort",
	"take"
];
function sortKeys(document) {
	if (!(0, import_dist.isMap)(document.contents)) return;
	const { items } = document.contents;
	const head = takeComment(items[0]);
	items.sort(byOrder(ruleOrder));
	putComment(items[0], head);
	const from = document.get("from");
	if (!(0, import_dist.isSeq)(from)) return;
	for (const item of from.items) if ((0, import_dist.isMap)(item)) item.items.sort(byOrder(sourceOrder));
}
function takeComment(pair) {
	if (!(0, import_dist.isScalar)(pair?.key)) return void 0;
	const comment = pair.key.commentBefore;
	pair.key.commentBefore = null;
	return comment;
}
function putComment(pair, head) {
	if (!(0, import_dist.isScalar)(pair?.key)) return;
	pair.key.spaceBefore = false;
	const lines = [head, pair.key.commentBefore].filter((text) => typeof text === "string");
	if (lines.length > 0) pair.key.commentBefore = lines.join("\n");
}
const byOrder = (order) => (one, other) => rank(order, one) - rank(order, other);
function rank(order, { key }) {
	const index = order.indexOf((0, import_dist.isScalar)(key) ? String(key.value) : "");
	return index < 0 ? order.length : index;
}
// src/app/fmt.ts
const unformatted = [
	"rules/not-yaml",
	"rules/not-text",
	"rules/too-large"
];
const isRule = (path) => /\.ya?ml$/.test(path) && path !== "playlists/setlist.yaml" && !/^playlists\/(?:lists|templates)\//.test(path);
async function fmt(options, ports) {
	const facts = await readFactsFile(ports.files, options.facts);
	const nameOf = (uri) => {
		const label = labelOf(uri, facts);
		return label === null ? void 0 : `${label.title} / ${label.artists}`;
	};
	const read = readPlaybook(await readRuleFiles(ports.files));
	const unreadable = read.ok ? [] : read.problems.filter(({ code }) => unformatted.includes(code));
	const changed = [];
	for (const path of (await ports.files.list("playlists")).filter(isRule)) {
		const text = await ports.files.read(path) ?? "";
		const formatted = formatRule(text, nameOf);
		if (formatted === text) continue;
		changed.push(path);
		if (!options.check) await ports.files.write(path, formatted);
	}
	const done = options.check ? "to be formatted" : "formatted";
	return {
		text: changed.length === 0 ? "Nothing to format" : [`${counted(changed.length, "file")} ${done}`, ...changed.map((path) => `  ${path}`)].join("\n"),
		json: { changed },
		problems: unreadable,
		exit: worstExit([exitOf(unreadable), options.check && changed.length > 0 ? exits.pending : exits.done])
	};
}
// src/report/text/whys.ts
const renderWhys = (playlist, tracks) => tracks.map((told) => renderOne(playlist, told)).join("\n\n");
function renderOne(playlist, { key, label, place, whys }) {
	const name = label === null ? key : `${label.title} / ${label.artists}`;
	const where = place === null ? `not in ${playlist}` : `in ${playlist} at ${place}`;
	return visible(`${name} (${key}): ${where}`).concat(...whys.map((why, index) => `\n${renderWhy(why, place === null && index === whys.length - 1)}`));
}
const renderWhy = ({ stage, word, datum, at }, ended) => visible(`  ${ended ? "\u2716" : "\u2714"} ${stage.padEnd(8)} ${word.padEnd(14)} ${datum}  (${at.file}:${at.line})`);
// src/app/why.ts
async function why(options, ports) {
	const workspace = await readBesideRuns(ports);
	const slugs = workspace.playbook.rules.map(({ slug }) => slug);
	if (!slugs.includes(options.playlist)) throw new Failure([problem("usage/no-such-playlist", {
		playlist: options.playlist,
		nearest: nearest(options.playlist, slugs)
	})]);
	const given = await readFactsFile(ports.files, options.facts);
	const facts = withLedger(workspace.accounts, given);
	const made = options.facts === void 0 ? await planLive(workspace, ports, options.at) : {
		...planOffline(workspace, facts, options.at, ports.clock.now()),
		facts,
		problems: []
	};
	const draft = made.draftOf(options.playlist);
	const told = draft?.kind === "ready" ? find(draft, options.track, made.facts) : [];
	const [first, ...others] = draft?.kind === "alone" ? [...made.problems, ...draft.problems] : [];
	if (first !== void 0) throw new Failure([first, ...others]);
	if (told.length === 0) throw new Failure([problem("usage/no-such-track", {
		track: options.track,
		playlist: options.playlist
	})]);
	return {
		text: renderWhys(options.playlist, told),
		json: {
			playlist: options.playlist,
			tracks: told
		},
		problems: [],
		exit: exits.done
	};
}
function find({ desired }, track, facts) {
	const id = idIn("track", track);
	const wanted = track.toLowerCase();
	const speaksOf = (key) => {
		if (id !== void 0) return key === trackUri(id);
		const label = labelOf(key, facts);
		return key === track || label !== null && `${label.title} / ${label.artists}`.toLowerCase().includes(wanted);
	};
	const told = (key, whys, place) => ({
		key,
		label: labelOf(key, facts),
		place,
		whys
	});
	return [...desired.rows.flatMap(({ key, why: whys }, index) => speaksOf(key) ? told(key, whys, index + 1) : []), ...desired.dropped.flatMap(({ key, why: whys }) => speaksOf(key) ? told(key, whys, null) : [])];
}
// src/cli/commands/rules.ts
function ruleCommands(command) {
	command("validate", "read every rule and list, and say all that is wrong at once", (_, ports) => validate(ports));
	command("fmt", "write rule files in their usual form", ({ check = false, facts }, ports) => fmt({
		check,
		...given({ facts })
	}, ports)).option("--check", "only say which files would change").option("--facts <file>", "where names for ids come from (see plan --save-facts)");
	command("why <playlist> <track>", "why a track is in a playlist, or what kept it out", ({ at, facts }, ports, [playlist = "", track = ""]) => why({
		playlist,
		track,
		at,
		...given({ facts })
	}, ports)).option("--at <night>", "now, next, or a date", "now").option("--facts <file>", "answer from facts that were saved, without Spotify");
}
// src/cli/demo/serve.ts
async function servePages(folder, signal) {
	const root = await realpath(resolve(folder));
	const server = createServer((request, response) => {
		answer(root, request, response).catch(() => response.destroy());
	});
	const closed = new Promise((done) => server.once("close", done));
	await new Promise((listening, failed) => {
		server.once("error", failed);
		server.listen(0, "127.0.0.1", listening);
	});
	const stop = () => {
		server.close();
		server.closeAllConnections();
	};
	if (signal.aborted) stop();
	else signal.addEventListener("abort", stop, { once: true });
	return {
		address: `http://127.0.0.1:${portOf(server.address())}/`,
		closed
	};
}
const portOf = (address) => typeof address === "object" && address !== null ? address.port : 0;
const types = {
	".html": "text/html; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".csv": "text/csv; charset=utf-8",
	".json": "application/json; charset=utf-8",
	".svg": "image/svg+xml"
};
async function answer(root, { method, url = "/" }, response) {
	const send = (status, type, body) => {
		response.writeHead(status, {
			"content-type": type,
			"x-content-type-options": "nosniff",
			"cache-control": "no-store"
		});
		response.end(method === "HEAD" ? void 0 : body);
	};
	if (method !== "GET" && method !== "HEAD") return send(405, "text/plain; charset=utf-8", "Only GET and HEAD\n");
	const { pathname } = new URL(`http://127.0.0.1${url.startsWith("/") ? url : "/"}`);
	const place = await placeOf(root, pathname);
	if (place?.kind === "folder") {
		response.writeHead(308, { location: `${pathname.replace(/^\/+/, "/")}/` }).end();
		return;
	}
	if (place !== void 0) return send(200, typeOf(place.path), await readFile(place.path));
	const lost = await placeOf(root, "/404.html");
	return send(404, typeOf(".html"), lost === void 0 ? "Nothing here\n" : await readFile(lost.path));
}
const typeOf = (path) => types[extname(path)] ?? "application/octet-stream";
async function placeOf(root, pathname) {
	try {
		const asked = resolve(root, `.${decodeURIComponent(pathname)}`);
		const path = await realpath(pathname.endsWith("/") ? join(asked, "index.html") : asked);
		const found = await stat(path);
		if (relative(root, path).split(sep)[0] === ".." || !(found.isFile() || found.isDirectory())) return void 0;
		return {
			kind: found.isFile() ? "file" : "folder",
			path
		};
	} catch {
		return;
	}
}
// src/cli/demo/story.ts
const dayMs$1 = 864e5;
const dateOf = (ms) => new Date(ms).toISOString().slice(0, 10);
const beginnings = {
	"playlists/fresh-finds.yaml": (text) => text.replace("six weeks", "four weeks").replace("within: 42d", "within: 28d").replace(/^pin:\n(?: .*\n)*/m, ""),
	"playlists/deep-archive.yaml": (text) => text.replace(/^ack: .*\n/m, ""),
	"playlists/winter-evenings.yaml": () => null
};
const story = [
	{
		night: 5,
		tells: "Ana widens a rule: Fresh Finds looks back six weeks instead of four",
		happens: (stage) => edit(stage, "Ana", "Look back six weeks for fresh finds", "playlists/fresh-finds.yaml", (text) => text.replace("four weeks", "six weeks").replace("within: 28d", "within: 42d"))
	},
	{
		night: 9,
		tells: "Spotify does not answer for saved tracks tonight: Lately Loved stays as it is",
		happens: async ({ world }) => {
			world.faults = [decodeFault({
				path: "/me/tracks",
				kind: "503"
			})];
		}
	},
	{
		night: 10,
		tells: "Spotify answers again",
		happens: async ({ world }) => {
			world.faults = [];
		}
	},
	{
		night: 14,
		tells: "Somebody edits by hand: one track out of Heavy Rotation (kept), two into Fresh Finds (held until a person decides)",
		happens: async ({ world }) => {
			const rotation = named(world, "Heavy Rotation");
			rotation.rows.splice(4, 1);
			changed(world, rotation);
			const finds = named(world, "Fresh Finds");
			const added = named(world, "Archive 2019").rows.filter(({ uri }) => uri?.startsWith("spotify:track:") === true).slice(-2);
			const addedAt = `${new Date(world.nowMs).toISOString().slice(0, 19)}Z`;
			finds.rows.splice(0, 0, ...added.map(({ uri }) => ({
				uri,
				addedAt,
				addedBy: "owner"
			})));
			changed(world, finds);
		}
	},
	{
		night: 17,
		tells: "Ben decides: he pins the two tracks, and the rule agrees with the hand",
		happens: (stage) => edit(stage, "Ben", "Keep the two tracks that were added by hand", "playlists/fresh-finds.yaml", (text) => {
			const [one, other] = named(stage.world, "Fresh Finds").rows.slice(0, 2);
			return `${text}pin:\n  - { track: "${one?.uri}", at: 1, reason: Added by hand }\n  - { track: "${other?.uri}", at: 2, reason: Added by hand }\n`;
		})
	},
	{
		night: 19,
		tells: "Archive 2019 loses two thirds of its tracks: the guard of Deep Archive holds them back",
		happens: async ({ world }) => {
			const archive = named(world, "Archive 2019");
			archive.rows = archive.rows.filter((_, index) => index % 3 === 0);
			changed(world, archive);
		}
	},
	{
		night: 21,
		tells: "Ana looks at them, means it, and acknowledges the number",
		happens: async (stage, last) => {
			const until = dateOf(stage.nowMs() + 7 * dayMs$1);
			const removals = heldBackFrom("deep-archive", last);
			await edit(stage, "Ana", `Let ${removals} tracks of the old archive go`, "playlists/deep-archive.yaml", (text) => text.concat(`ack: { removals: ${removals}, until: ${until} }\n`));
		}
	},
	{
		night: 24,
		tells: "Ben adds a playlist, and the run that creates it is killed in the middle: the next one goes on from there",
		happens: async (stage) => {
			const path = "playlists/winter-evenings.yaml";
			await stage.commit("Ben", "Add a playlist for winter evenings", { [path]: await stage.example(path) });
		},
		killedAfter: 2
	}
];
async function edit(stage, who, message, path, change) {
	await stage.commit(who, message, { [path]: change(await stage.read(path)) });
}
function named(world, name) {
	const found = [...world.playlists.values()].find((one) => one.name === name && one.owner === "owner");
	if (found === void 0) throw new Error(`the demo's world has no playlist "${name}"`);
	return found;
}
function heldBackFrom(slug, last) {
	const facts = (last?.plan.playlists.find((one) => one.slug === slug)?.problems ?? []).find(({ code }) => code === "plan/too-many-removals")?.facts;
	return Number(facts?.["removing"] ?? 0);
}
// src/cli/demo/stage.ts
const run$1 = promisify(execFile);
async function openStage(portfolio, folder, { seed, signal, env }) {
	let done = (_method, _path) => void 0;
	const world = seededWorld(seed, { handEditEveryHours: null });
	const simulator = await startSimulator({
		world,
		done: ({ method, path }) => done(method, path)
	});
	const clock = await remoteClock(simulator.clockUrl);
	const git = (args, who) => run$1("git", args, {
		cwd: folder,
		env: asPerson(env, who, clock.now())
	});
	const commitAll = async (who, message) => {
		await git([
			"add",
			"--",
			"playlists"
		], who);
		await git([
			"commit",
			"--quiet",
			"--message",
			message
		], who);
	};
	try {
		await mkdir(folder, { recursive: true });
		await cp(join(portfolio, "playlists"), join(folder, "playlists"), { recursive: true });
		await turnBack(folder);
		await git([
			"init",
			"--quiet",
			"--initial-branch=main"
		], "Ana");
		await commitAll("Ana", "Begin with eight playlists");
	} catch (error) {
		await simulator.close();
		throw refusedBySystem("begin the repository", error);
	}
	return {
		folder,
		world,
		nowMs: () => clock.now(),
		ports: portsFor(simulator, folder, clock, env, signal),
		sleepUntil: (ms) => clock.sleep(Math.max(0, ms - clock.now()), signal),
		commit: async (who, message, files) => {
			for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text);
			await commitAll(who, message);
		},
		read: (path) => readFile(join(folder, path), "utf8"),
		example: (path) => readFile(join(portfolio, path), "utf8"),
		syncKilledAfter: (writes) => new Promise((resolve, reject) => {
			const child = spawn(process.execPath, [
				process.argv[1] ?? "",
				"sync",
				"--quiet",
				"--by",
				"schedule",
				"--dir",
				folder
			], {
				env: {
					...env,
					...variables(simulator)
				},
				stdio: "ignore"
			});
			let left = writes;
			done = (method, path) => {
				if (method !== "GET" && path !== "/api/token" && --left === 0) child.kill("SIGKILL");
			};
			child.on("error", reject);
			child.on("close", () => {
				done = () => void 0;
				resolve();
			});
		}),
		close: () => simulator.close()
	};
}
async function mustBegin(portfolio, env) {
	if (await disk(portfolio).read("playlists/setlist.yaml") === void 0) throw new Failure([problem("rules/no-portfolio", {})]);
	await gitIn(portfolio, env).run(["--version"]);
}
async function turnBack(folder) {
	for (const [path, before] of Object.entries(beginnings)) {
		const after = await disk(folder).read(path);
		if (after === void 0) continue;
		const text = before(after);
		if (text === null) await rm(join(folder, path));
		else await writeFile(join(folder, path), text);
	}
}
function portsFor(simulator, folder, clock, env, signal) {
	const git = openGit(folder, env);
	const keeper = openKeeper({}, {
		git,
		isInLedger: true,
		hide: () => void 0
	});
	return {
		files: disk(folder),
		clock,
		say: () => void 0,
		connect: connect(variables(simulator), simulator, {
			clock,
			signal,
			keeper
		}),
		slate: forgetting,
		unkept: keeper.unkept,
		suspended: false,
		started: {
			trigger: "schedule",
			actor: null
		},
		git,
		simulated: true,
		world: {
			text: () => renderWorld(simulator.world),
			isCurrent: async () => true
		},
		close: async () => void 0,
		signal
	};
}
function asPerson(env, name, nowMs) {
	const email = `${name.toLowerCase()}@nightbird.example`;
	const date = new Date(nowMs).toISOString();
	const { PATH, HOME } = env;
	return {
		PATH,
		HOME,
		GIT_CONFIG_GLOBAL: "/dev/null",
		GIT_AUTHOR_NAME: name,
		GIT_AUTHOR_EMAIL: email,
		GIT_COMMITTER_NAME: name,
		GIT_COMMITTER_EMAIL: email,
		GIT_AUTHOR_DATE: date,
		GIT_COMMITTER_DATE: date
	};
}
function gainFollowers({ world }) {
	const at = `${new Date(world.nowMs + 36e5).toISOString().slice(0, 19)}Z`;
	const followers = [...world.playlists.values()].filter(({ owner, followers }) => owner === "owner" && followers === 0).map(({ id }) => decodeHappening({
		kind: "followers",
		at,
		playlist: id,
		most: 9,
		everyHours: 24
	}));
	world.happenings = [...world.happenings, ...followers];
}
// src/cli/demo/demo.ts
const dayMs = 864e5;
async function demo(options) {
	await mustBegin(options.portfolio, options.env);
	const folder = options.out === void 0 ? await mkdtemp(join(tmpdir(), "setlist-demo-")) : resolve(options.out);
	await mustBeEmpty(folder);
	const stage = await openStage(options.portfolio, folder, options);
	try {
		await playNights(stage, options);
		options.print(`\nThe repository: ${folder}\nIts log: git -C ${folder} log`);
		if (options.serve && !options.signal.aborted) await show(stage, options);
		return {
			text: "",
			json: {},
			problems: [],
			exit: exits.done
		};
	} finally {
		await stage.close();
		if (options.out === void 0) await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
async function show(stage, { signal, print }) {
	const folder = await mkdtemp(join(tmpdir(), "setlist-pages-"));
	try {
		await report({
			name: folder,
			files: disk(folder)
		}, stage.ports);
		const { address, closed } = await servePages(folder, signal);
		print(`\nIts pages: ${address}  (Ctrl-C ends)`);
		await closed;
	} finally {
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
async function mustBeEmpty(folder) {
	if ((await readdir(folder).catch(() => [])).length > 0) throw new Failure([problem("usage/wrong", { reason: `--out wants an empty folder, "${folder}" is not` })]);
}
async function playNights(stage, { nights, signal, print }) {
	const first = stage.nowMs();
	let last = null;
	for (let nth = 1; nth <= nights && !signal.aborted; nth++) {
		await stage.sleepUntil(first + (nth - 1) * dayMs - 36e6);
		const scene = story.find(({ night }) => night === nth);
		if (scene !== void 0) {
			print(`\n  ${scene.tells}`);
			await scene.happens(stage, last);
		}
		await stage.sleepUntil(first + (nth - 1) * dayMs + (17 + nth % 7 * 3) * 6e4);
		if (scene?.killedAfter !== void 0) {
			await stage.syncKilledAfter(scene.killedAfter);
			print(`${" ".repeat(13)}  killed after ${scene.killedAfter} writes; run again`);
		}
		last = await runNight(stage.ports, (workspace) => ({
			due: "schedule",
			refusals: () => standingRefusals(workspace, stage.ports)
		}));
		print(lineOf(last));
		if (nth === 1) gainFollowers(stage);
	}
}
function lineOf({ run, plan, outcomes, audit, problems }) {
	const items = audit.filter(({ kind }) => kind === "items");
	const own = items.filter(({ who }) => who.by === "setlist");
	const sum = (part) => own.reduce((all, body) => all + body[part].length, 0);
	const found = [...problems, ...[...plan.playlists, ...outcomes].flatMap((one) => one.problems.map(problemOf))];
	const parts = [
		own.length === 0 ? "nothing changed" : `${own.length} changed  +${sum("entered")} -${sum("left")}`,
		...items.filter(({ who }) => who.by === "hand").map(({ rule, entered, left }) => `${rule} by hand +${entered.length} -${left.length}`),
		...items.filter(({ who }) => who.by === "spotify").map(({ rule }) => `${rule} changed by Spotify`),
		...[...new Set(found.map(({ code }) => code))]
	];
	const exit = exitOf(found);
	return `${nightInWords(run.night).padStart(13)}  ${parts.join("  ")}${exit === 0 ? "" : `  (exit ${exit})`}`;
}
// src/cli/program.ts
function program(env, signal, done) {
	const root = new Command("setlist").description("Playlists as code: rules in YAML, plans that can be read, Spotify kept in line.").exitOverride().showHelpAfterError("(see --help)");
	const command = (usage, summary, action) => {
		const name = usage.split(" ")[0] ?? usage;
		return root.command(usage).description(summary).option("--dir <folder>", "the repository that holds playlists/ and reports/", ".").option("--json", "print one JSON document").option("--quiet", "print problems only").action(async (...given) => {
			const options = given.at(-2);
			const ports = await openPorts(env, options, signal, name === "sync");
			const work = () => action(options, ports, given.slice(0, -2)).finally(() => ports.close());
			const result = await tellingUnkept(ports, work);
			const { json = false, quiet = false, dir } = options;
			done({
				command: name,
				json,
				quiet,
				dir,
				result
			});
		});
	};
	for (const define of [
		ruleCommands,
		planningCommands,
		nightCommands,
		ledgerCommands
	]) define(command);
	loginCommand(command, env);
	doctorCommand(command, env);
	root.command("demo").description("thirty nights of the example portfolio on the simulator, in a repository of their own, then its pages").option("--dir <folder>", "the repository that holds playlists/", ".").option("--nights <number>", "how many nights", "30").option("--seed <seed>", "what the simulated world is made from", "setlist").option("--out <folder>", "an empty folder in which the repository is left").option("--no-serve", "end after the last night, without serving the pages").action(async ({ dir, nights, seed, out, serve: serves }) => {
		if (!/^[1-9]\d{0,3}$/.test(nights)) throw wrong(`--nights takes a number of nights, not "${nights}"`);
		const print = (text) => void process.stdout.write(`${text}\n`);
		done({
			command: "demo",
			json: false,
			quiet: false,
			dir,
			result: await demo({
				portfolio: dir,
				nights: Number(nights),
				seed,
				out,
				serve: serves,
				signal,
				env,
				print
			})
		});
	});
	root.command("simulator").description("Spotify over HTTP from memory, on simulated time").option("--port <number>", "where it listens on 127.0.0.1", "8787").option("--world <file>", "a world to load").option("--seed <seed>", "what a made-up world is made from", "setlist").option("--save", "write the world back into its file at the end").action(async ({ port, world, seed, save = false }) => {
		const say = (text) => void process.stdout.write(`${text}\n`);
		if (!/^\d{1,5}$/.test(port)) throw wrong(`--port takes a number, not "${port}"`);
		const file = world === void 0 ? {} : { worldFile: world };
		await serve({
			port: Number(port),
			seed,
			saveOnExit: save,
			say,
			signal,
			...file
		}).catch(refused$1);
	});
	return root;
}
function refused$1(error) {
	if (!(error instanceof SyntaxError || error instanceof TypeError || error instanceof Error && "code" in error) || !(error instanceof Error)) throw error;
	throw wrong(`the simulator cannot start: ${error.message}`, { cause: error });
}
// src/cli/run.ts
async function run(argv, env) {
	const interrupt = whenSignalled();
	let ran;
	try {
		await program(env, interrupt.signal, (done) => {
			ran = done;
		}).parseAsync([...argv], { from: "user" });
		const by = interruptedBy(interrupt.signal);
		if (ran === void 0) return by === void 0 ? exits.done : signalExits[by];
		return printResult(by === void 0 ? ran : {
			...ran,
			result: {
				...ran.result,
				exit: signalExits[by]
			}
		});
	} catch (error) {
		return refused(error, argv, interrupt.signal);
	} finally {
		interrupt.stop();
	}
}
async function refused(error, argv, signal) {
	const json = argv.includes("--json");
	if (error instanceof CommanderError) {
		if (error.exitCode === 0) return exits.done;
		return json ? refused(usage(error.message.replace(/^error: /, "")), argv, signal) : exits.usage;
	}
	const by = interruptedBy(signal);
	const problems = error instanceof Failure ? error.problems : [];
	if (!(error instanceof Failure) && (by === void 0 || error !== signal.reason)) return printBug(error);
	const exit = by === void 0 ? exitOf(problems) : signalExits[by];
	return printResult({
		command: argv[0] ?? "",
		json,
		quiet: false,
		result: {
			text: "",
			json: {},
			problems,
			exit
		}
	});
}
const usage = (reason) => new Failure([problem("usage/wrong", { reason })]);
export { run };
