import { a as notice, c as setSecret, d as summary, i as getInput, l as startGroup, n as endGroup, o as setFailed, r as error, s as setOutput, t as Octokit, u as warning } from "./github.js";
import { At as exits, Ct as whenSignalled, Dt as exitOf, Ot as fixOf, R as report, S as sync, St as signalExits, Tt as Failure, _ as openSiteFolder, bt as renderProblem, c as validate, g as renderPlanFile, kt as messageOf$1, l as plan, n as systemClock, t as openPorts, ut as signed, v as disk, wt as problem, xt as visible, y as verify } from "./setlist.js";
import { D as require_ajv, E as _Array_, T as Optional, i as toMarkdown, m as String$1, r as gfmToMarkdown, v as Integer, w as _Object_ } from "./vendor.js";
import { execFile } from "node:child_process";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { createHash, randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
// src/action/inputs.ts
const commands = [
	"validate",
	"plan",
	"sync",
	"report",
	"verify"
];
/** What `action.yml` offers: its words stand here and there, and a test compares them. */
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
	}
};
/** The inputs of this step. Throws a `Failure` with everything that is wrong with them. */
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
		token: getInput("token")
	};
}
const isCommand = (text) => commands.includes(text);
// src/action/mask.ts
/** Keeps all secrets out of the log: must come before the first line is printed. */
function maskSecrets(env) {
	for (const secret of secretsIn(env)) setSecret(secret);
}
/** The GitHub token, and of every account the text and what is secret in it, as they stand and as addresses hold them. */
function secretsIn(env) {
	const alone = [
		...Object.entries(env).flatMap(([name, text]) => name.startsWith("SETLIST_TOKEN_") && text !== void 0 ? [
			text,
			text.trim(),
			...partsOf$1(text)
		] : []),
		env["INPUT_TOKEN"] ?? "",
		env["GITHUB_TOKEN"] ?? ""
	].flatMap((secret) => [secret, ...secret.split(/\r?\n/)]).filter((secret) => secret.trim() !== "");
	return [...new Set(alone.flatMap((secret) => [secret, encodeURIComponent(secret)]))];
}
/** Who the account is and when it was signed in are no secrets: hiding them would riddle the log. */
const open$1 = ["account_id", "authorized_at"];
/** Every text within a secret; a secret that is not as it should be may still be one. */
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
// src/adapters/github/touched.ts
const run$1 = promisify(execFile);
/**
* Paths below a folder that a pull request changes, sorted. In its checkout the commit is the merge into the base, whose
* first parent is the base as it is now: no other commit is needed, and what the base gained meanwhile is not counted.
*/
async function touchedByPullRequest(root, folder) {
	if ((await git(root, "rev-list", "--parents", "-n", "1", "HEAD")).trim().split(" ").slice(1).length !== 2) throw unclear("the commit is not the merge of the pull request into its base");
	return (await git(root, "diff", "--name-only", "--no-renames", "-z", "HEAD^1", "HEAD", "--", folder)).split("\0").filter((path) => path !== "").sort();
}
async function git(root, ...args) {
	try {
		return (await run$1("git", [...args], {
			cwd: root,
			maxBuffer: 67108864
		})).stdout;
	} catch (cause) {
		throw unclear("git cannot read the commit and its parents", cause);
	}
}
const unclear = (reason, cause) => new Failure([problem("machine/checkout", { reason })], { cause });
// src/action/account.ts
/** Connects one account of the portfolio, or all when none is named; the others are left out of the run. */
const connectOnly = (account, connect) => (portfolio) => {
	const accounts = connect(portfolio);
	if (account === null) return accounts;
	const found = [...accounts].filter(([name]) => name === account);
	if (found.length > 0) return new Map(found);
	const known = [...accounts.keys()].join(", ");
	throw new Failure([problem("usage/bad-input", {
		input: "account",
		reason: `"${account}" is none of ${known}`
	})]);
};
// src/adapters/github/api.ts
function openApi({ repository, token, apiUrl, patienceMs = 3e4 }) {
	const [owner = "", repo = ""] = repository.split("/");
	const octokit = new Octokit({
		auth: token,
		baseUrl: apiUrl,
		userAgent: "setlist",
		log: {
			debug: nothing,
			info: nothing,
			warn: nothing,
			error: nothing
		},
		retry: { enabled: false },
		throttle: { enabled: false }
	});
	const request = () => ({ signal: AbortSignal.timeout(patienceMs) });
	return {
		rest: async (route, parameters = {}) => heard(async () => (await octokit.request(route, {
			owner,
			repo,
			...parameters,
			request: request()
		})).data),
		graphql: async (query, variables) => heard(async () => octokit.graphql(query, {
			...variables,
			request: request()
		}))
	};
}
const nothing = () => void 0;
async function heard(ask) {
	try {
		return {
			kind: "answer",
			data: await ask()
		};
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		return refusal(error);
	}
}
function refusal(error) {
	if (error.errors !== void 0 && error.status === void 0) {
		const reason = error.errors.map(({ message = "" }) => message).join("; ");
		const types = error.errors.flatMap(({ type }) => type ?? []);
		if (types.includes("RATE_LIMITED")) return {
			kind: "wait",
			waitMs: 6e4,
			reason
		};
		return {
			kind: "refused",
			status: 200,
			types,
			reason
		};
	}
	const { status = 0, response } = error;
	if (response === void 0) return broken(error);
	if (status >= 500) return {
		kind: "broken",
		reason: `it answers ${status}`,
		mayHaveArrived: true
	};
	const waitMs = waitOf(status, response.headers);
	if (waitMs !== null) return {
		kind: "wait",
		waitMs,
		reason: "it has had too many requests"
	};
	return {
		kind: "refused",
		status,
		types: [],
		reason: error.message
	};
}
/** A limit says how long to wait in a header, or that nothing is left of the hour. */
function waitOf(status, headers) {
	if (status !== 403 && status !== 429) return null;
	const seconds = headers["retry-after"];
	if (seconds !== void 0 && /^\d+$/.test(seconds)) return Number(seconds) * 1e3;
	return status === 429 || headers["x-ratelimit-remaining"] === "0" ? 6e4 : null;
}
const unreached = [
	"ECONNREFUSED",
	"ENOTFOUND",
	"EAI_AGAIN",
	"UND_ERR_CONNECT_TIMEOUT"
];
function broken(error) {
	const mayHaveArrived = !causes(error).map((cause) => cause instanceof Error && "code" in cause ? String(cause.code) : "").some((code) => unreached.includes(code));
	return {
		kind: "broken",
		reason: mayHaveArrived ? "the answer did not come" : "it cannot be reached",
		mayHaveArrived
	};
}
const causes = (error) => error instanceof Error && error.cause !== void 0 ? [error, ...causes(error.cause)] : [error];
const ajv = new (require_ajv()).Ajv();
/** Reads an answer of the API by its shape; undefined when it has another. Fields that we do not use are not looked at. */
function decoder(schema) {
	const fits = ajv.compile(schema);
	return (data) => fits(data) ? data : void 0;
}
const sha = String$1({ pattern: "^[0-9a-f]{40}$" });
/** `GET /repos/{owner}/{repo}/git/ref/{ref}` and what creates or moves one. */
const decodeRef = decoder(_Object_({ object: _Object_({ sha }) }));
const commit = _Object_({
	sha,
	commit: _Object_({
		message: String$1(),
		tree: _Object_({ sha }),
		author: _Object_({
			name: String$1(),
			date: String$1()
		})
	}),
	parents: _Array_(_Object_({ sha }))
});
/** `GET /repos/{owner}/{repo}/commits`. */
const decodeCommits = decoder(_Array_(commit));
/** `GET /repos/{owner}/{repo}/git/commits/{sha}`, and what creates one. */
const decodeCommit = decoder(_Object_({
	sha,
	message: String$1(),
	tree: _Object_({ sha })
}));
/** `GET /repos/{owner}/{repo}/git/trees/{sha}?recursive=1`. */
const decodeTree = decoder(_Object_({ tree: _Array_(_Object_({
	path: String$1(),
	sha,
	type: String$1()
})) }));
/** `GET /repos/{owner}/{repo}/compare/{base}...{head}`. */
const decodeComparison = decoder(_Object_({
	behind_by: Integer(),
	files: _Array_(_Object_({
		filename: String$1(),
		status: String$1(),
		previous_filename: Optional(String$1())
	}))
}));
/** The mutation `createCommitOnBranch`. */
const decodeCreated = decoder(_Object_({ createCommitOnBranch: _Object_({ commit: _Object_({ oid: sha }) }) }));
// src/adapters/github/refused.ts
/** What GitHub refused, in words; `doing` completes "Cannot … on GitHub". */
function refused(doing, answer) {
	const reason = answer.kind === "answer" ? "its answer cannot be read" : clipped(answer.reason);
	const code = isPermission(answer) ? "machine/github-permission" : "machine/github";
	return new Failure([problem(code, {
		doing,
		reason
	})]);
}
const isPermission = (answer) => answer.kind === "refused" && (answer.status === 401 || answer.status === 403 || answer.types.includes("FORBIDDEN") || /resource not accessible|protected branch|rule violations/i.test(answer.reason));
/** GitHub's own words, without the address of their documentation. */
const clipped = (reason) => reason.replace(/ - https?:\/\/\S+$/, "").slice(0, 200);
const longestWaitMs = 6e4;
/** Waits before another try; false when there is no further, or GitHub asks for more patience than we have. */
async function waited(answer, tried, patience) {
	if (tried >= 3 || answer.kind === "wait" && answer.waitMs > longestWaitMs) return false;
	const { clock, random, signal } = patience;
	const askedMs = answer.kind === "wait" ? answer.waitMs : 0;
	await clock.sleep(askedMs + 500 * 2 ** tried * (.5 + random()), signal);
	return true;
}
/** Asks for what may be asked again without harm, until it is answered or refused. */
async function asked(ask, patience) {
	for (let tried = 0;; tried += 1) {
		const answer = await ask();
		if (answer.kind === "answer" || answer.kind === "refused") return answer;
		if (!await waited(answer, tried, patience)) return answer;
	}
}
/** The answer to a harmless request; undefined when there is no such thing. Throws a `Failure` for all else. */
async function read(api, patience, { doing, route, ...parameters }) {
	const answer = await asked(() => api.rest(route, parameters), patience);
	if (answer.kind === "answer") return answer.data;
	if (answer.kind === "refused" && answer.status === 404) return void 0;
	throw refused(doing, answer);
}
// src/adapters/github/branch.ts
async function headOf({ api, patience, name }) {
	const doing = `read the branch "${name}"`;
	const data = await read(api, patience, {
		doing,
		route: "GET /repos/{owner}/{repo}/git/ref/heads/{name}",
		name
	});
	const ref = decodeRef(data);
	if (ref !== void 0) return ref.object.sha;
	throw data === void 0 ? refused(doing, {
		kind: "refused",
		status: 404,
		types: [],
		reason: "there is no such branch, or the token may not see it"
	}) : refused(doing, {
		kind: "answer",
		data
	});
}
/** The file as it stood in a commit; undefined when it was not there. */
async function textAt({ api, patience }, commit, path) {
	const doing = `read "${path}"`;
	const data = await read(api, patience, {
		doing,
		route: "GET /repos/{owner}/{repo}/contents/{+path}",
		path: path.split("/").map(encodeURIComponent).join("/"),
		ref: commit,
		mediaType: { format: "raw" }
	});
	if (data === void 0 || typeof data === "string") return data;
	if (data instanceof ArrayBuffer) return new TextDecoder().decode(data);
	throw refused(doing, {
		kind: "answer",
		data
	});
}
/** Commits down from this one, newest first. */
async function commitsFrom({ api, patience }, sha, listing) {
	const doing = "list commits";
	const data = await read(api, patience, {
		doing,
		route: "GET /repos/{owner}/{repo}/commits",
		sha,
		...listing
	});
	const commits = decodeCommits(data);
	if (commits === void 0) throw refused(doing, {
		kind: "answer",
		data
	});
	return commits;
}
const asPast = ({ sha, commit }) => ({
	commit: sha,
	atMs: Date.parse(commit.author.date),
	author: commit.author.name,
	subject: commit.message.split("\n", 1)[0] ?? ""
});
// src/adapters/github/commit.ts
const mutation = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;
/** Beyond these, the API answers 502 more often than not (`platform.md` 5.1): the commit is pushed instead. */
const most = {
	files: 50,
	bytes: 2e6
};
function fitsApi({ files }) {
	const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text ?? ""), 0);
	return files.size <= most.files && bytes <= most.bytes;
}
/**
* One commit through GitHub's API, signed by GitHub. It is sent again only when nothing was done: after an answer that
* did not come, the branch is read first, and a commit of ours that is found there is not made twice.
*/
async function commitOn(branch, commit) {
	const doing = `commit to "${branch.name}"`;
	let maybeDone = false;
	for (let tried = 0;; tried += 1) {
		const answer = await branch.api.graphql(mutation, { input: inputOf(branch, commit) });
		const oid = answer.kind === "answer" ? decodeCreated(answer.data)?.createCommitOnBranch.commit.oid : void 0;
		if (oid !== void 0) return {
			kind: "done",
			commit: oid
		};
		const stale = isStale(answer);
		if (answer.kind === "refused" && !stale) throw refused(doing, answer);
		maybeDone ||= answer.kind === "answer" || answer.kind === "broken" && answer.mayHaveArrived;
		const found = maybeDone || stale ? await whatBecame(branch, commit, maybeDone) : null;
		if (found !== null) return found;
		if (!await waited(answer, tried, branch.patience)) throw refused(doing, answer);
	}
}
/** One commit by way of git, which is not asked twice: whatever it says, the branch is read afterwards. */
async function pushTo(branch, commit, push) {
	const pushed = await push(commit);
	if (pushed.kind === "pushed") return {
		kind: "done",
		commit: pushed.commit
	};
	const head = await headOf(branch);
	if (head === pushed.commit) return {
		kind: "done",
		commit: head
	};
	if (head !== commit.expected) return {
		kind: "moved",
		head
	};
	throw refused(`push to "${branch.name}"`, {
		kind: "broken",
		reason: pushed.reason,
		mayHaveArrived: false
	});
}
function inputOf({ repository, name }, { expected, message, files }) {
	const [headline = "", ...rest] = message.split("\n");
	const changes = [...files].sort(([one], [other]) => one < other ? -1 : 1);
	return {
		branch: {
			repositoryNameWithOwner: repository,
			branchName: name
		},
		expectedHeadOid: expected,
		message: {
			headline,
			body: rest.join("\n").trim()
		},
		fileChanges: {
			additions: changes.flatMap(([path, text]) => text === null ? [] : [{
				path,
				contents: Buffer.from(text).toString("base64")
			}]),
			deletions: changes.flatMap(([path, text]) => text === null ? [{ path }] : [])
		}
	};
}
/** GitHub's word for "expected branch to point to X but it did not". */
const isStale = (answer) => answer.kind === "refused" && (answer.types.includes("STALE_DATA") || /expected branch to point to/i.test(answer.reason));
/** Ours when it stands on the branch; `moved` when something else does; null when the branch is where it was. */
async function whatBecame(branch, commit, maybeDone) {
	const head = await headOf(branch);
	if (head === commit.expected) return null;
	const ours = maybeDone ? await oursBelow(branch, head, commit) : void 0;
	return ours === void 0 ? {
		kind: "moved",
		head
	} : {
		kind: "done",
		commit: ours
	};
}
/** The commit right above the expected one, when it says and holds what ours does. */
async function oursBelow(branch, head, commit) {
	const next = (await commitsFrom(branch, head, { per_page: 30 })).find(({ parents }) => parents.length === 1 && parents[0]?.sha === commit.expected);
	if (next === void 0 || next.commit.message.trim() !== commit.message.trim()) return void 0;
	return await holds(branch, next, commit) ? next.sha : void 0;
}
async function holds({ api, patience }, found, { files }) {
	const doing = "read a tree";
	const data = await read(api, patience, {
		doing,
		route: "GET /repos/{owner}/{repo}/git/trees/{sha}",
		sha: found.commit.tree.sha,
		recursive: "true"
	});
	const listed = decodeTree(data);
	if (listed === void 0) throw refused(doing, {
		kind: "answer",
		data
	});
	const shasByPath = new Map(listed.tree.map(({ path, sha }) => [path, sha]));
	return [...files].every(([path, text]) => shasByPath.get(path) === (text === null ? void 0 : blobId(text)));
}
/** The name that git gives to a file's content. */
const blobId = (text) => createHash("sha1").update(`blob ${Buffer.byteLength(text)}\0`).update(text).digest("hex");
// src/adapters/github/lease.ts
const doing = "take the lease";
/**
* A lease is a reference `refs/setlist/lease/<name>` to a commit whose message says who holds it. Whoever creates it has
* it. It changes hands only to a child of that commit and never by force, so of two who try, GitHub lets one through.
*/
async function takeLease(branch, name, holder, nowMs) {
	const standing = await standingLease(branch, name);
	if (standing !== null && standing.holder.untilMs > nowMs) return {
		kind: "held",
		by: standing.holder
	};
	const taken = await move(branch, name, holder, standing?.commit ?? null);
	if (taken !== null) return heldBy(branch, name, holder, taken);
	return {
		kind: "held",
		by: (await standingLease(branch, name))?.holder ?? {
			owner: "another run",
			run: "",
			untilMs: nowMs
		}
	};
}
function heldBy(branch, name, holder, first) {
	let commit = first;
	return {
		kind: "taken",
		renew: async (untilMs) => {
			if (commit !== null) commit = await move(branch, name, {
				...holder,
				untilMs
			}, commit);
			return commit !== null;
		},
		release: async () => {
			const standing = commit === null ? null : await standingLease(branch, name);
			if (standing === null || standing.commit !== commit) return;
			await write(branch, () => branch.api.rest("DELETE /repos/{owner}/{repo}/git/{+ref}", { ref: inAddress(refOf(name)) }));
		}
	};
}
/** As the lease of a local repository is named: a name may hold anything, a reference must not. */
const refOf = (name) => `refs/setlist/lease/${[...Buffer.from(name)].map(letterOf).join("")}`;
const letterOf = (byte) => {
	const letter = String.fromCharCode(byte);
	return /[a-z0-9_-]/.test(letter) ? letter : `%${byte.toString(16).padStart(2, "0")}`;
};
/** A reference within an address: what it holds escaped already is escaped again. */
const inAddress = (ref) => ref.split("/").map(encodeURIComponent).join("/");
async function standingLease({ api, patience }, name) {
	const found = await read(api, patience, {
		doing,
		route: "GET /repos/{owner}/{repo}/git/ref/{+ref}",
		ref: inAddress(refOf(name).slice(5))
	});
	if (found === void 0) return null;
	const sha = decodeRef(found)?.object.sha;
	if (sha === void 0) throw refused(doing, {
		kind: "answer",
		data: found
	});
	const commit = await read(api, patience, {
		doing,
		route: "GET /repos/{owner}/{repo}/git/commits/{sha}",
		sha
	});
	return {
		commit: sha,
		holder: holderIn(decodeCommit(commit)?.message ?? "")
	};
}
/** Points the lease to a new commit above the one that stands; null when somebody else was there first. */
async function move(branch, name, holder, above) {
	const commit = await leaseCommit(branch, holder, above);
	const { api } = branch;
	const ref = refOf(name);
	if ((await write(branch, () => above === null ? api.rest("POST /repos/{owner}/{repo}/git/refs", {
		ref,
		sha: commit
	}) : api.rest("PATCH /repos/{owner}/{repo}/git/{+ref}", {
		ref: inAddress(ref),
		sha: commit,
		force: false
	}))).kind === "answer") return commit;
	return (await standingLease(branch, name))?.commit === commit ? commit : null;
}
/** A write that is done twice as once; 409 and 422 say that the reference is not as expected. */
async function write(branch, ask) {
	const answer = await asked(ask, branch.patience);
	if (answer.kind === "answer") return answer;
	if (answer.kind === "refused" && [
		404,
		409,
		422
	].includes(answer.status)) return answer;
	throw refused(doing, answer);
}
async function leaseCommit(branch, holder, above) {
	const { api, patience } = branch;
	const tip = decodeCommit(await read(api, patience, {
		doing,
		route: "GET /repos/{owner}/{repo}/git/commits/{sha}",
		sha: above ?? await headOf(branch)
	}));
	const made = await asked(() => api.rest("POST /repos/{owner}/{repo}/git/commits", {
		message: messageOf(holder),
		tree: tip?.tree.sha,
		parents: above === null ? [] : [above]
	}), patience);
	const commit = made.kind === "answer" ? decodeCommit(made.data) : void 0;
	if (commit === void 0) throw refused(doing, made);
	return commit.sha;
}
/** Unlike any other, so that two who write the same cannot both believe that they were first. */
const messageOf = ({ owner, run, untilMs }) => JSON.stringify({
	owner,
	run,
	untilMs,
	mark: randomUUID()
});
/** The last moment that a date can name. */
const lastMs = 864e13;
/** What cannot be read holds nothing up for ever: it counts as over. */
function holderIn(message) {
	const unknown = {
		owner: "somebody",
		run: "",
		untilMs: 0
	};
	try {
		const { owner, run, untilMs } = {
			...unknown,
			...JSON.parse(message)
		};
		return typeof owner === "string" && typeof run === "string" && typeof untilMs === "number" && Math.abs(untilMs) <= lastMs ? {
			owner,
			run,
			untilMs
		} : unknown;
	} catch {
		return unknown;
	}
}
// src/adapters/github/tree.ts
/** Makes files on the disk as a commit has them; null takes a file away. */
async function bring({ root, files }, texts) {
	for (const [path, text] of texts) if (text === null) await remove(root, path);
	else if (await files.read(path) !== text) await files.write(path, text);
}
async function remove(root, path) {
	const place = join(root, path);
	const folder = await realpath(dirname(place)).catch(() => null);
	if (folder === null || relative(await realpath(root), folder).startsWith("..")) return;
	await rm(place, { force: true });
}
/** GitHub lists no more files of a comparison than this. */
const mostCompared = 300;
/** Brings rules and ledger from one commit of the branch to a later one that somebody else made. */
async function follow(branch, tree, before, after) {
	const { api, patience } = branch;
	const compared = decodeComparison(await read(api, patience, {
		doing: "compare commits",
		route: "GET /repos/{owner}/{repo}/compare/{before}...{after}",
		before,
		after
	}));
	if (compared === void 0 || compared.behind_by > 0 || compared.files.length >= mostCompared) throw new Failure([problem("machine/github-many", { since: before.slice(0, 7) })]);
	const texts = /* @__PURE__ */ new Map();
	for (const { filename, status, previous_filename } of compared.files) {
		if (previous_filename !== void 0 && isOurs(previous_filename)) texts.set(previous_filename, null);
		if (isOurs(filename)) texts.set(filename, status === "removed" ? null : await textAt(branch, after, filename) ?? null);
	}
	await bring(tree, texts);
}
const isOurs = (path) => path.startsWith("playlists/") || path.startsWith("reports/");
// src/adapters/github/git.ts
/** The branch as a run in GitHub Actions has it: read from the clone on the disk, committed to through the API. */
function onGitHub(given) {
	const { tree, local, push, patience } = given;
	const branch = {
		api: openApi(given),
		patience,
		repository: given.repository,
		name: given.branch
	};
	const made = /* @__PURE__ */ new Map();
	const heard = /* @__PURE__ */ new Set();
	let cloned;
	let tip;
	const head = async () => {
		cloned ??= await local.head();
		tip ??= cloned;
		return tip;
	};
	const read = async (commit, path) => {
		const ours = made.get(commit);
		if (ours === void 0) return heard.has(commit) ? textAt(branch, commit, path) : local.read(commit, path);
		return ours.files.has(path) ? ours.files.get(path) ?? void 0 : read(ours.expected, path);
	};
	return {
		check: async () => {
			await local.check();
			await headOf(branch);
		},
		head,
		repository: async () => given.repository,
		user: async () => given.actor,
		read,
		changed: async (folders) => {
			const tipNow = await head();
			const paths = await local.changed(folders);
			if (tipNow === cloned) return paths;
			const differs = await Promise.all(paths.map(async (path) => await tree.files.read(path) !== await read(tipNow, path)));
			return paths.filter((_, index) => differs[index]);
		},
		settle: async (folders) => await head() === cloned ? local.settle(folders) : [],
		commit: async (commit) => {
			const before = await head();
			const committed = await (fitsApi(commit) ? commitOn(branch, commit) : pushTo(branch, commit, push));
			if (committed.kind === "done") {
				made.set(committed.commit, commit);
				await bring(tree, commit.files);
				tip = committed.commit;
			} else if (committed.head !== before) {
				heard.add(committed.head);
				await follow(branch, tree, before, committed.head);
				tip = committed.head;
			}
			return committed;
		},
		log: async (paths, options = {}) => {
			const tipNow = await head();
			return tipNow === cloned ? local.log(paths, options) : logFrom(branch, tipNow, paths, options);
		},
		lease: (name, holder, nowMs) => takeLease(branch, name, holder, nowMs)
	};
}
/** GitHub lists the commits of one path at a time. */
async function logFrom(branch, tip, paths, { most = 100, untilMs }) {
	const until = untilMs === void 0 ? {} : { until: new Date(untilMs).toISOString() };
	const listing = {
		per_page: Math.min(most, 100),
		...until
	};
	const lists = await Promise.all(paths.map((path) => commitsFrom(branch, tip, {
		path,
		...listing
	})));
	return [...new Map(lists.flat().map((one) => [one.sha, asPast(one)])).values()].sort((one, other) => other.atMs - one.atMs).slice(0, most);
}
// src/adapters/github/push.ts
/**
* One commit made with git and pushed once, for what is more than the API takes. The branch must stand where it is
* expected; what is checked out in the clone is left alone. Unlike a commit through the API it bears no signature.
*/
async function pushCommit(remote, commit) {
	const folder = await mkdtemp(join(tmpdir(), "setlist-index-"));
	const git = gitOf(remote, join(folder, "index"), commit.atMs);
	let made = null;
	try {
		await git([
			"fetch",
			"--quiet",
			"--no-tags",
			remote.url,
			commit.expected
		]);
		made = await makeCommit(git, commit);
		const ref = `refs/heads/${remote.branch}`;
		await git([
			"push",
			"--quiet",
			`--force-with-lease=${ref}:${commit.expected}`,
			remote.url,
			`${made}:${ref}`
		]);
		return {
			kind: "pushed",
			commit: made
		};
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		return {
			kind: "refused",
			commit: made,
			reason: reasonOf(error)
		};
	} finally {
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
async function makeCommit(git, { expected, message, files }) {
	await git(["read-tree", expected]);
	const lines = [];
	for (const [path, text] of files) lines.push(text === null ? `0 ${"0".repeat(40)}\t${path}\0` : `100644 ${await git([
		"hash-object",
		"-w",
		"--stdin"
	], text)}\t${path}\0`);
	await git([
		"update-index",
		"-z",
		"--index-info"
	], lines.join(""));
	return git([
		"commit-tree",
		await git(["write-tree"]),
		"-p",
		expected
	], message);
}
/** As GitHub names what its own token does. */
const author = {
	name: "github-actions[bot]",
	email: "41898282+github-actions[bot]@users.noreply.github.com"
};
/** Git that asks nobody anything and hands over the token in the environment, where no list of processes shows it. */
function gitOf({ root, token, env }, index, atMs) {
	const date = `@${Math.floor(atMs / 1e3)} +0000`;
	const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
	const variables = {
		PATH: env["PATH"],
		HOME: env["HOME"],
		LC_ALL: "C",
		GIT_TERMINAL_PROMPT: "0",
		GIT_INDEX_FILE: index,
		GIT_AUTHOR_NAME: author.name,
		GIT_AUTHOR_EMAIL: author.email,
		GIT_COMMITTER_NAME: author.name,
		GIT_COMMITTER_EMAIL: author.email,
		GIT_AUTHOR_DATE: date,
		GIT_COMMITTER_DATE: date,
		GIT_CONFIG_COUNT: "1",
		GIT_CONFIG_KEY_0: "http.extraHeader",
		GIT_CONFIG_VALUE_0: `Authorization: basic ${basic}`
	};
	return (args, input = "") => new Promise((resolve, reject) => {
		const child = execFile("git", [...args], {
			cwd: root,
			env: variables,
			maxBuffer: 2 ** 26
		}, (error, out) => error === null ? resolve(out.trimEnd()) : reject(error));
		child.stdin?.on("error", () => void 0);
		child.stdin?.end(input);
	});
}
/** What git printed last; the first line of the error is the command, and says nothing to people. */
const reasonOf = (error) => {
	return ("stderr" in error ? String(error.stderr) : error.message).split("\n").filter((line) => /^(?:fatal|error|remote|!)|rejected/.test(line.trim())).at(0)?.trim() ?? "git could not push";
};
// src/action/repository.ts
/** The branch that the job was started on, committed to through GitHub's API. */
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
		apiUrl: env["GITHUB_API_URL"] ?? "https://api.github.com",
		branch,
		actor,
		tree: {
			root,
			files: disk(root)
		},
		local,
		push: (commit) => pushCommit(remote, commit),
		patience: {
			clock: systemClock(),
			random: Math.random,
			signal
		}
	});
}
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
/** Runs the command that the step asks for, on the repository that was checked out. */
async function perform({ inputs, env, say, signal }) {
	const { command, account } = inputs;
	const root = env["GITHUB_WORKSPACE"] ?? ".";
	const opened = await openPorts(env, {
		dir: root,
		quiet: true
	}, signal, command === "sync");
	const ports = {
		...opened,
		say,
		connect: connectOnly(account, opened.connect)
	};
	return carryOut(inputs, {
		root,
		env,
		ports
	}).finally(() => ports.close());
}
async function carryOut({ command, yes, token }, { root, env, ports }) {
	const { signal } = ports;
	switch (command) {
		case "validate": return validate(ports);
		case "plan": return isPullRequest(env) ? planPullRequest(root, ports) : plan({
			offline: false,
			at: "now",
			all: false
		}, ports);
		case "sync": {
			const { actor } = ports.started;
			const git = repositoryOf(env, {
				root,
				token,
				local: ports.git,
				actor,
				signal
			});
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
/** For the next night, from rules and committed facts alone. The ledger is that of the base: whoever changes it is refused. */
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
/** The plan that a command came to; null when it made none. */
function planOf({ json }) {
	const { plan } = json;
	return typeof plan === "object" && plan !== null && "playlists" in plan ? plan : null;
}
/** Writes the plan where later steps can take it from, outside of the repository. Answers its path. */
async function keepPlan(result, env) {
	const plan = planOf(result);
	const folder = env["RUNNER_TEMP"];
	if (plan === null || folder === void 0) return null;
	const path = join(folder, "setlist-plan.json");
	await writeFile(path, renderPlanFile(plan));
	return path;
}
/** Whether something was written, or, where a command never writes, would be. */
function wasChanged(result) {
	const { outcomes } = result.json;
	if (Array.isArray(outcomes)) return outcomes.some(wasWritten);
	return planOf(result)?.playlists.some(({ writes, state }) => writes.length > 0 || state === "create") ?? false;
}
const wasWritten = (outcome) => typeof outcome === "object" && outcome !== null && "state" in outcome && (outcome.state === "applied" || outcome.state === "partly");
// src/action/summary/nodes.ts
/** Letters, digits and marks that no reader of Markdown takes for anything else; a colon only before a space. */
const tame = /^(?!.*(?:www\.|https?))(?:[\p{L}\p{M}\p{N} .,'’"“”…!?()&+±−–—/%;{}=-]|:(?= ))*$/u;
/** Text from anywhere. What could be a mention, a formula, an emoji or a link is shown as code, in which nothing acts. */
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
/** Text of our own. */
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
/** Lines as they stand, in which nothing acts. */
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
/** Opens and ends a fold with a caption of our own: the only HTML that there is. */
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
/** With the empty line that follows. */
const sizeOf = (part) => Buffer.byteLength(markdownOf(part)) + 1;
/** The parts in their order within so many bytes of UTF-8; the last line says when something is missing. */
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
/** The part with as many rows of its list or table as fit, and its size; nothing when not even a few do. */
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
/** A plan for people: totals, a line a playlist, every row that leaves with its why; the rest is folded. */
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
/** "No changes" is only said when everything was seen. */
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
/** A row, and what decided on it. */
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
/** All that is wrong: annotations show only the first few. */
function problemsPart(problems) {
	if (problems.length === 0) return [];
	const items = problems.map((problem) => [
		said(messageOf$1(problem)),
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
/** GitHub drops a summary of more than a mebibyte, and the job stays green: we stay below it. */
const mostBytes = 1e6;
/** The summary of the job, where there is one. */
async function writeSummary(command, result, env) {
	if (env["GITHUB_STEP_SUMMARY"] === void 0) return;
	await summary.addRaw(fitting(partsOf(command, result, env), mostBytes)).write();
}
/** What it came to, what is in the way, what was planned and why. */
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
/** The verdict that a problem alone would bring about. */
const weightOf = (problem) => verdictOf(exitOf([problem]));
// src/action/tell/log.ts
/**
* Text that the runner takes for no command of ours, whatever names stand in it: it looks for "::" at the beginning of a
* line, spaces left out, and for "##[" anywhere.
*/
const inert = (text) => text.split("\n").map((line) => visible(line).replaceAll("##[", "# #[").replace(/^(\s*):(?=:)/, "$1: ")).join("\n");
/** Prints lines of the log. */
const print = (text) => {
	if (text !== "") process.stdout.write(`${inert(text)}\n`);
};
const annotate = {
	red: error,
	warning,
	green: notice
};
/** Puts the first problems on the lines that they are about, the heaviest first. */
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
/** What is wrong and what to do about it. */
const wordsOf = (problem) => inert(`${messageOf$1(problem)}\nfix: ${fixOf(problem)}`);
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
/** Says how it ended: outputs for later steps, and a red job or a warning. */
function tellEnd({ exit, problems, changed, plan }) {
	setOutput("changed", changed);
	setOutput("plan", plan ?? "");
	setOutput("exit", exit);
	const verdict = verdictOf(exit);
	const first = problems.find((one) => weightOf(one) === verdict);
	if (verdict === "red") setFailed(first === void 0 ? `It ended with ${exit}` : wordsOf(first));
	if (verdict === "warning" && first === void 0) warning(`It ended with ${exit}`);
}
// src/action/run.ts
const issues = "https://github.com/setlist-as-code/setlist/issues";
/** One step of a job: inputs to a command, its result to log, annotations, summary, outputs and exit code. The only place that catches. */
async function run(env) {
	maskSecrets(env);
	const interrupt = whenSignalled();
	try {
		const { command, result } = await ended(env, interrupt.signal);
		await tell(command, result, env);
	} catch (error) {
		tellBug(error);
	} finally {
		const signal = interrupt.received();
		if (signal !== void 0) process.exitCode = signalExits[signal];
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
/** Progress goes into a fold of the log that is there only when something is said. */
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
	const all = once([...problems, ...told]);
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
/** What is wrong with many playlists for one reason is told once. */
const once = (problems) => [...new Map(problems.map((one) => [JSON.stringify(one), one])).values()];
/** A mistake of ours: its stack, and where to tell us. */
function tellBug(error) {
	const stack = error instanceof Error ? error.stack ?? error.message : String(error);
	print(stack);
	setOutput("exit", exits.bug);
	setFailed(inert(`This is a bug of Setlist. Nothing more was sent. Please report it at ${issues}`));
}
// src/action/main.ts
await run(process.env);
export {};
