import { n as text, r as isCancel, t as password } from "./questions.js";
import { $t as readPlaybook, Bt as readRuleFiles, Cn as problem, D as systemClock, Dn as orFail, Dt as scopesFor, E as refused, En as Failure, Fn as exits, H as chosen, Mn as messageOf, T as isCode, Tn as visible, U as strangerIn, Ut as readOrigin, V as otherSpotify, Z as endOfSignIn, a as onGitHub, c as wrong, jt as skewOf, o as placeOf, wn as renderProblem, zt as instantOf } from "./setlist.js";
import { createServer } from "node:http";
import { randomBytes, randomUUID } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { spawn } from "node:child_process";
import { lstat, open, rename, rm } from "node:fs/promises";
import { createInterface } from "node:readline";
// src/adapters/files/private-file.ts
function privateFile(path) {
	const inFolder = (name) => join(dirname(path), name);
	const attempt = async (work) => {
		try {
			return await work();
		} catch (error) {
			throw refused(path, isCode(error, "ENOENT") ? /* @__PURE__ */ new Error("its folder is not there") : error);
		}
	};
	const written = async (text) => {
		const place = inFolder(`.${basename(path)}.${randomUUID()}`);
		const file = await open(place, "wx", 384);
		try {
			await file.writeFile(text);
			await file.sync();
		} finally {
			await file.close();
		}
		return place;
	};
	return {
		name: path,
		check: () => attempt(async () => {
			const there = await lstat(path).catch(() => void 0);
			if (there !== void 0 && !there.isFile()) throw new Error("something else than a file stands there");
			await rm(await written(""));
		}),
		put: (_, text) => attempt(async () => rename(await written(`${text}\n`), path))
	};
}
// src/app/signing-in/returned.ts
function judge(address, { account, redirect, state }) {
	const url = URL.parse(address.trim());
	if (url === null || `${url.origin}${url.pathname}` !== redirect) return {
		kind: "other",
		problem: problem("sign-in/wrong-address", { redirect })
	};
	const [code, error] = [url.searchParams.get("code"), url.searchParams.get("error")];
	if (code === null && error === null) return {
		kind: "other",
		problem: problem("sign-in/wrong-address", { redirect })
	};
	if (url.searchParams.get("state") !== state) return {
		kind: "other",
		problem: problem("sign-in/wrong-state", {})
	};
	if (error === "access_denied") return {
		kind: "over",
		problem: problem("sign-in/denied", { account })
	};
	if (error !== null || code === null || code === "") return {
		kind: "over",
		problem: problem("sign-in/failed", {
			account,
			reason: (error ?? "no code").slice(0, 100)
		})
	};
	return {
		kind: "code",
		code
	};
}
// src/app/login.ts
async function login(name, ports) {
	const { files, vault, random, simulated, signal } = ports;
	const { portfolio, rules } = orFail(readPlaybook(await readRuleFiles(files)));
	const { account, app } = chosen(portfolio, name);
	const origin = await readOrigin(files) ?? null;
	const other = origin && otherSpotify(origin, simulated);
	if (other) throw new Failure([other]);
	const authorize = await ports.authorize(app, account);
	await vault?.check(authorize.variable);
	const question = {
		scopes: scopesFor(rules.filter((rule) => rule.account === account)),
		state: random(24),
		verifier: random(48)
	};
	const address = await authorize.address(question);
	const { redirect } = authorize;
	const answer = await ports.person(account, authorize).ask(address, (returned) => judge(returned, {
		account,
		redirect,
		state: question.state
	}));
	if (answer === null || signal.aborted) return stopped(account);
	if (answer.kind === "over") throw new Failure([answer.problem]);
	const granted = await authorize.exchange(answer.code, question);
	const stranger = strangerIn(origin, account, granted.user);
	if (stranger !== void 0) throw new Failure([stranger]);
	mustCover(account, question, granted);
	return kept({
		account,
		app: app.name,
		variable: authorize.variable,
		granted,
		question
	}, ports);
}
function mustCover(account, { scopes }, granted) {
	const missing = scopes.filter((scope) => granted.scopes?.has(scope) === false);
	if (missing.length > 0) throw new Failure([problem("sign-in/scopes", {
		account,
		missing
	})]);
}
async function kept(signedIn, { clock, vault }) {
	const { account, app, variable, granted, question } = signedIn;
	const { atMs, problems } = momentOf(granted, clock.now());
	const authorizedAt = instantOf(atMs);
	const expires = endOfSignIn(authorizedAt).slice(0, 10);
	const secret = granted.secret(authorizedAt);
	await vault?.put(variable, secret);
	const done = `Signed in "${account}" as the Spotify user "${visible(granted.user.id)}", good until ${expires}.`;
	return {
		text: vault === null ? `${done}\n\n${variable}=${secret}` : `${done}\n${variable} stands in ${visible(vault.name)}.`,
		json: {
			account,
			app,
			user: granted.user.id,
			variable,
			authorizedAt,
			expires,
			scopes: question.scopes,
			...vault === null ? { secret } : { keptIn: vault.name }
		},
		problems,
		exit: exits.done
	};
}
function momentOf({ serverMs }, nowMs) {
	const skew = serverMs === null ? void 0 : skewOf(nowMs - serverMs);
	return serverMs === null || skew === void 0 ? {
		atMs: nowMs,
		problems: []
	} : {
		atMs: serverMs,
		problems: [skew]
	};
}
const stopped = (account) => ({
	text: `Nobody signed in "${account}"; nothing was changed`,
	json: { account },
	problems: [],
	exit: exits.done
});
// src/cli/login/page.ts
const words = {
	code: ["Spotify has your answer", "Go back to the terminal: it says whether the sign-in is complete. You can close this page."],
	over: ["Not signed in", "Go back to the terminal: it says what to do. You can close this page."],
	other: ["This belongs to another sign-in", "Answer in the page that the terminal named last."],
	nothing: ["There is nothing here", "Open the address that the terminal names."]
};
function page(kind) {
	const [title, text] = words[kind];
	return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - Setlist</title>
<style>body{font:1.125rem/1.5 system-ui,sans-serif;max-width:34rem;margin:20vh auto;padding:0 1rem;color-scheme:light dark}</style>
<main><h1>${title}</h1><p>${text}</p></main>
</html>
`;
}
// src/cli/login/listener.ts
async function listen({ redirect, judge, tell, ready, signal }) {
	const { port, pathname, origin } = new URL(redirect);
	const server = createServer();
	try {
		await opened(server, Number(port));
		ready();
		return await new Promise((resolve) => {
			if (signal.aborted) return resolve(null);
			signal.addEventListener("abort", () => resolve(null), { once: true });
			server.on("request", ({ method, url = "/" }, response) => {
				if (method !== "GET" || url.split("?")[0] !== pathname) return show(response, 404, "nothing");
				const judged = judge(`${origin}${url}`);
				if (judged.kind === "other") {
					tell(judged.problem);
					return show(response, 400, "other");
				}
				response.once("close", () => resolve(judged));
				show(response, 200, judged.kind);
			});
		});
	} finally {
		server.close();
		server.closeAllConnections();
	}
}
async function opened(server, port) {
	try {
		await new Promise((resolve, reject) => {
			server.once("error", reject);
			server.listen({
				port,
				host: "127.0.0.1",
				exclusive: true
			}, resolve);
		});
	} catch (cause) {
		const code = cause instanceof Error && "code" in cause ? String(cause.code) : "it cannot be opened";
		const reason = reasons[code] ?? code;
		throw new Failure([problem("sign-in/port", {
			port,
			reason
		})], { cause });
	}
}
const reasons = {
	EADDRINUSE: "another program uses it",
	EACCES: "permission is denied"
};
function show(response, status, kind) {
	response.writeHead(status, {
		"content-type": "text/html; charset=utf-8",
		"content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
		"cache-control": "no-store",
		"referrer-policy": "no-referrer",
		"x-content-type-options": "nosniff",
		connection: "close"
	});
	response.end(page(kind));
}
// src/cli/login/open-browser.ts
const openers = {
	darwin: ["open"],
	win32: ["rundll32", "url.dll,FileProtocolHandler"]
};
function openBrowser(address, platform = process.platform) {
	const [program = "xdg-open", ...args] = openers[platform] ?? [];
	const child = spawn(program, [...args, address], {
		stdio: "ignore",
		detached: true
	});
	child.on("error", () => void 0);
	child.unref();
}
// src/cli/login/paste.ts
const paste = (pasting) => process.stdin.isTTY ? pasteAtTerminal(pasting) : pasteFromInput(pasting);
async function pasteAtTerminal({ judge, ready, signal }) {
	ready();
	const answer = await text({
		message: "The address that the browser shows in the end",
		validate: (given = "") => {
			const judged = judge(given);
			return judged.kind === "other" ? messageOf(judged.problem) : void 0;
		},
		output: process.stderr,
		signal
	});
	const judged = isCancel(answer) ? void 0 : judge(answer);
	return judged === void 0 || judged.kind === "other" ? null : judged;
}
async function pasteFromInput({ judge, tell, ready, signal }) {
	const lines = createInterface({
		input: process.stdin,
		signal
	});
	ready();
	for await (const line of lines) {
		if (line.trim() === "") continue;
		const judged = judge(line);
		if (judged.kind !== "other") return judged;
		tell(judged.problem);
	}
	return null;
}
// src/cli/login/person.ts
const patience = 15;
const tell = (text) => void process.stderr.write(`${text}\n`);
const personAt = ({ pastes, opens, signal }) => (account, { redirect }) => ({ ask: async (address, judge) => {
	const timeout = AbortSignal.timeout(patience * 6e4);
	const waiting = {
		judge,
		tell: (refused) => tell(`${renderProblem(refused)}\n`),
		signal: AbortSignal.any([signal, timeout])
	};
	const answer = pastes ? await paste({
		...waiting,
		ready: () => tell(invitation(account, address, pasteHint))
	}) : await listen({
		...waiting,
		redirect,
		ready: () => {
			tell(invitation(account, address, `Waiting at ${redirect} for ${patience} minutes; Ctrl-C gives up.`));
			if (opens) openBrowser(address);
		}
	});
	if (answer !== null || signal.aborted) return answer;
	const reason = timeout.aborted ? `nobody answered in ${patience} minutes` : "no address was pasted";
	throw new Failure([problem("sign-in/no-answer", {
		account,
		reason
	})]);
} });
const pasteHint = "Agree there, in the browser of any machine. It then goes to a page that it cannot reach, which is right: copy the\nwhole address of that page and paste it here.";
const invitation = (account, address, then) => `Open this address in a browser and agree, as the Spotify user of "${account}":\n\n${address}\n\n${then}\n`;
// src/cli/login/sign-in.ts
async function signIn(account, flags, { ports, env }) {
	const place = placeOf(flags);
	if (flags.quiet === true && place.kind === "terminal") throw wrong("--quiet would not show the secret: say with --out or --to where it goes");
	const { port, browser, paste: pastes = isRemote(env), withSecret = false } = flags;
	return login(account, {
		...ports,
		authorize: async (app, name) => {
			const clientSecret = await clientSecretOf(env, withSecret);
			return ports.authorize({
				app,
				account: name,
				clientSecret,
				redirect: `http://127.0.0.1:${port}/callback`
			});
		},
		person: personAt({
			pastes,
			opens: browser && process.stderr.isTTY === true,
			signal: ports.signal
		}),
		vault: await vaultOf(place, {
			ports,
			env
		}),
		random: (bytes) => randomBytes(bytes).toString("base64url")
	});
}
const isRemote = (env) => env["SSH_CONNECTION"] !== void 0;
async function clientSecretOf(env, isAsked) {
	const given = env["SETLIST_CLIENT_SECRET"]?.trim() ?? "";
	if (given !== "") return given;
	if (!isAsked) return null;
	if (!process.stdin.isTTY) throw wrong("--with-secret needs a terminal to ask at, or SETLIST_CLIENT_SECRET");
	const answer = await password({
		message: "The client secret of the app",
		output: process.stderr
	});
	if (typeof answer === "string" && answer.trim() !== "") return answer.trim();
	throw wrong("no client secret was given");
}
async function vaultOf(place, { ports: { git, signal }, env }) {
	if (place.kind === "terminal") return null;
	if (place.kind === "file") return privateFile(place.path);
	const patience = {
		clock: systemClock(),
		random: Math.random,
		signal
	};
	return onGitHub(place, {
		env,
		git,
		patience
	});
}
export { signIn };
