import { n as __exportAll } from "./rolldown-runtime.js";
import { n as Octokit, t } from "./github.js";
import { Cn as problem, En as Failure, Mn as messageOf$1, Sn as ourSchemas, b as partsOf, x as textOf } from "./setlist.js";
import { A as Optional, C as Integer, O as Unknown, h as require_ajv, j as _Array_, k as _Object_, v as Union, w as Boolean, x as Null, y as String$1 } from "./vendor.js";
import { promisify } from "node:util";
import { createHash, randomUUID } from "node:crypto";
import { dirname, join, relative } from "node:path";
import { execFile } from "node:child_process";
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
// src/adapters/github/touched.ts
const run = promisify(execFile);
async function touchedByPullRequest(root, folder) {
	if ((await git(root, "rev-list", "--parents", "-n", "1", "HEAD")).trim().split(" ").slice(1).length !== 2) throw unclear("the commit is not the merge of the pull request into its base");
	return (await git(root, "diff", "--name-only", "--no-renames", "-z", "HEAD^1", "HEAD", "--", folder)).split("\0").filter((path) => path !== "").sort();
}
async function git(root, ...args) {
	try {
		return (await run("git", [...args], {
			cwd: root,
			maxBuffer: 67108864
		})).stdout;
	} catch (cause) {
		throw unclear("git cannot read the commit and its parents", cause);
	}
}
const unclear = (reason, cause) => new Failure([problem("machine/checkout", { reason })], { cause });
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
// src/adapters/github/answers.ts
var import_ajv = require_ajv();
const ajv$1 = new import_ajv.Ajv(ourSchemas);
function decoder(schema) {
	const fits = ajv$1.compile(schema);
	return (data) => fits(data) ? data : void 0;
}
const sha = String$1({ pattern: "^[0-9a-f]{40}$" });
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
const decodeCommits = decoder(_Array_(commit));
const decodeCommit = decoder(_Object_({
	sha,
	message: String$1(),
	tree: _Object_({ sha })
}));
const decodeTree = decoder(_Object_({ tree: _Array_(_Object_({
	path: String$1(),
	sha,
	type: String$1()
})) }));
const decodeComparison = decoder(_Object_({
	behind_by: Integer(),
	files: _Array_(_Object_({
		filename: String$1(),
		status: String$1(),
		previous_filename: Optional(String$1())
	}))
}));
const decodeCreated = decoder(_Object_({ createCommitOnBranch: _Object_({ commit: _Object_({ oid: sha }) }) }));
const decodePublicKey = decoder(_Object_({
	key_id: String$1(),
	key: String$1({ pattern: "^[0-9A-Za-z+/]{43}=$" })
}));
// src/adapters/github/refused.ts
function refused(doing, answer) {
	const reason = answer.kind === "answer" ? "its answer cannot be read" : clipped(answer.reason);
	const code = isPermission(answer) ? "machine/github-permission" : "machine/github";
	return new Failure([problem(code, {
		doing,
		reason
	})]);
}
const isPermission = (answer) => answer.kind === "refused" && (answer.status === 401 || answer.status === 403 || answer.types.includes("FORBIDDEN") || /resource not accessible|protected branch|rule violations/i.test(answer.reason));
const clipped = (reason) => reason.replace(/ - https?:\/\/\S+$/, "").slice(0, 200);
const longestWaitMs = 6e4;
async function waited(answer, tried, patience) {
	if (tried >= 3 || answer.kind === "wait" && answer.waitMs > longestWaitMs) return false;
	const { clock, random, signal } = patience;
	const askedMs = answer.kind === "wait" ? answer.waitMs : 0;
	await clock.sleep(askedMs + 500 * 2 ** tried * (.5 + random()), signal);
	return true;
}
async function asked(ask, patience) {
	for (let tried = 0;; tried += 1) {
		const answer = await ask();
		if (answer.kind === "answer" || answer.kind === "refused") return answer;
		if (!await waited(answer, tried, patience)) return answer;
	}
}
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
const most = {
	files: 50,
	bytes: 2e6
};
function fitsApi({ files }) {
	if (files.size > most.files) return false;
	let bytes = 0;
	for (const content of files.values()) for (const part of partsOf(content ?? "")) {
		bytes += Buffer.byteLength(part);
		if (bytes > most.bytes) return false;
	}
	return true;
}
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
			additions: changes.flatMap(([path, content]) => content === null ? [] : [{
				path,
				contents: Buffer.from(textOf(content)).toString("base64")
			}]),
			deletions: changes.flatMap(([path, content]) => content === null ? [{ path }] : [])
		}
	};
}
const isStale = (answer) => answer.kind === "refused" && (answer.types.includes("STALE_DATA") || /expected branch to point to/i.test(answer.reason));
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
	return [...files].every(([path, content]) => shasByPath.get(path) === (content === null ? void 0 : blobId(textOf(content))));
}
const blobId = (text) => createHash("sha1").update(`blob ${Buffer.byteLength(text)}\0`).update(text).digest("hex");
// src/adapters/github/lease.ts
const doing = "take the lease";
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
async function holderOn(branch, name, nowMs) {
	const standing = await standingLease(branch, name);
	return standing !== null && standing.holder.untilMs > nowMs ? standing.holder : null;
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
			const ref = inAddress(refOf(name));
			await write(branch, () => branch.api.rest("DELETE /repos/{owner}/{repo}/git/{+ref}", { ref }), "give back the lease");
		}
	};
}
const refOf = (name) => `refs/setlist/lease/${[...Buffer.from(name)].map(letterOf).join("")}`;
const letterOf = (byte) => {
	const letter = String.fromCharCode(byte);
	return /[a-z0-9_-]/.test(letter) ? letter : `%${byte.toString(16).padStart(2, "0")}`;
};
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
async function write(branch, ask, what = doing) {
	const answer = await asked(ask, branch.patience);
	if (answer.kind === "answer") return answer;
	if (answer.kind === "refused" && [
		404,
		409,
		422
	].includes(answer.status)) return answer;
	throw refused(what, answer);
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
const messageOf = ({ owner, run, untilMs }) => JSON.stringify({
	owner,
	run,
	untilMs,
	mark: randomUUID()
});
const lastMs = 864e13;
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
async function bring({ root, files }, contents) {
	for (const [path, content] of contents) {
		const text = content === null ? null : textOf(content);
		if (text === null) await remove(root, path);
		else if (await files.read(path) !== text) await files.write(path, text);
	}
}
async function remove(root, path) {
	const place = join(root, path);
	const folder = await realpath(dirname(place)).catch(() => null);
	if (folder === null || relative(await realpath(root), folder).startsWith("..")) return;
	await rm(place, { force: true });
}
const mostCompared = 300;
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
	return texts;
}
const isOurs = (path) => path.startsWith("playlists/") || path.startsWith("reports/");
// src/adapters/github/git.ts
function onGitHub(given) {
	const { tree, local, push, patience } = given;
	const branch = {
		api: openApi(given),
		patience,
		repository: given.repository,
		name: given.branch
	};
	const made = /* @__PURE__ */ new Map();
	const heard = /* @__PURE__ */ new Map();
	let cloned;
	let tip;
	const known = async () => {
		cloned ??= await local.head();
		tip ??= cloned;
		return tip;
	};
	const followTo = async (head) => {
		const before = await known();
		if (head === before) return;
		heard.set(head, await follow(branch, tree, before, head));
		tip = head;
	};
	const read = async (commit, path) => {
		const ours = made.get(commit);
		const theirs = heard.get(commit);
		if (theirs?.has(path) === true) return theirs.get(path) ?? void 0;
		if (theirs !== void 0) return textAt(branch, commit, path);
		if (ours === void 0) return local.read(commit, path);
		if (!ours.files.has(path)) return read(ours.expected, path);
		const content = ours.files.get(path) ?? null;
		return content === null ? void 0 : textOf(content);
	};
	return {
		check: () => local.check(),
		head: async () => {
			const head = await headOf(branch);
			await followTo(head);
			return head;
		},
		repository: async () => given.repository,
		user: async () => given.actor,
		read,
		changed: async (folders) => {
			const tipNow = await known();
			const paths = await local.changed(folders);
			if (tipNow === cloned) return paths;
			const differs = await Promise.all(paths.map(async (path) => await tree.files.read(path) !== await read(tipNow, path)));
			return paths.filter((_, index) => differs[index]);
		},
		settle: async (folders) => await known() === cloned ? local.settle(folders) : [],
		commit: async (commit) => {
			const committed = await (fitsApi(commit) ? commitOn(branch, commit) : pushTo(branch, commit, push));
			if (committed.kind === "done") {
				made.set(committed.commit, commit);
				await bring(tree, commit.files);
				tip = committed.commit;
			} else await followTo(committed.head);
			return committed;
		},
		log: async (paths, options = {}) => {
			const tipNow = await known();
			return tipNow === cloned ? local.log(paths, options) : logFrom(branch, tipNow, paths, options);
		},
		lease: (name, holder, nowMs) => takeLease(branch, name, holder, nowMs),
		holder: (name, nowMs) => holderOn(branch, name, nowMs)
	};
}
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
			reason: reasonOf$2(error)
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
	for (const [path, content] of files) lines.push(content === null ? `0 ${"0".repeat(40)}\t${path}\0` : `100644 ${await git([
		"hash-object",
		"-w",
		"--stdin"
	], textOf(content))}\t${path}\0`);
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
const author = {
	name: "github-actions[bot]",
	email: "41898282+github-actions[bot]@users.noreply.github.com"
};
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
const reasonOf$2 = (error) => {
	return ("stderr" in error ? String(error.stderr) : error.message).split("\n").filter((line) => /^(?:fatal|error|remote|!)|rejected/.test(line.trim())).at(0)?.trim() ?? "git could not push";
};
// src/adapters/github/secrets.ts
function secretsOf(access, environment, patience) {
	const api = openApi(access);
	const isWhole = environment === null;
	const base = isWhole ? "/repos/{owner}/{repo}/actions/secrets" : "/repos/{owner}/{repo}/environments/{environment_name}/secrets";
	const where = isWhole ? {} : { environment_name: environment };
	const name = `the secrets of ${isWhole ? "" : `the environment "${environment}" of `}${access.repository}`;
	const refused = (secret, answer) => new Failure([problem("machine/github-secret", {
		secret,
		place: name,
		reason: reasonOf$1(answer, isWhole)
	})]);
	const keyFor = async (secret) => {
		const answer = await asked(() => api.rest(`GET ${base}/public-key`, where), patience);
		const key = answer.kind === "answer" ? decodePublicKey(answer.data) : void 0;
		if (key === void 0) throw refused(secret, answer);
		return key;
	};
	return {
		name,
		check: async (secret) => void await keyFor(secret),
		put: async (secret, text) => {
			const { key_id, key } = await keyFor(secret);
			const encrypted_value = await sealed(text, key);
			const parameters = {
				...where,
				secret_name: secret,
				encrypted_value,
				key_id
			};
			const answer = await asked(() => api.rest(`PUT ${base}/{secret_name}`, parameters), patience);
			if (answer.kind !== "answer") throw refused(secret, answer);
		}
	};
}
async function sealed(text, key) {
	await t.ready;
	const { ORIGINAL } = t.base64_variants;
	return t.to_base64(t.crypto_box_seal(text, t.from_base64(key, ORIGINAL)), ORIGINAL);
}
function reasonOf$1(answer, isWhole) {
	if (answer.kind === "answer") return "its answer cannot be read";
	if (answer.kind === "refused" && answer.status === 404) return `there is no such repository${isWhole ? "" : " or environment"}, or the token may not see it`;
	return answer.reason.replace(/ - https?:\/\/\S+$/, "").slice(0, 200);
}
// src/adapters/github/protections.ts
var protections_exports = /* @__PURE__ */ __exportAll({
	decodeProtection: () => decodeProtection,
	decodeRules: () => decodeRules,
	either: () => either,
	ofClassic: () => ofClassic,
	ofRules: () => ofRules,
	shaped: () => shaped$1,
	unprotected: () => unprotected,
	unseen: () => unseen
});
const ajv = new import_ajv.Ajv({
	...ourSchemas,
	strict: false
});
function shaped$1(schema) {
	const fits = ajv.compile(schema);
	return (data) => fits(data) ? data : void 0;
}
const decodeRules = shaped$1(_Array_(_Object_({
	type: String$1(),
	parameters: Optional(_Object_({
		required_approving_review_count: Optional(Integer()),
		require_code_owner_review: Optional(Boolean()),
		required_status_checks: Optional(_Array_(Unknown()))
	}))
})));
const decodeProtection = shaped$1(_Object_({
	required_pull_request_reviews: Optional(_Object_({
		required_approving_review_count: Optional(Integer()),
		require_code_owner_reviews: Optional(Boolean())
	})),
	required_status_checks: Optional(_Object_({
		contexts: Optional(_Array_(String$1())),
		checks: Optional(_Array_(Unknown()))
	})),
	allow_force_pushes: Optional(_Object_({ enabled: Boolean() }))
}));
const unprotected = {
	review: false,
	codeOwners: false,
	checks: false,
	history: false
};
const unseen = {
	review: null,
	codeOwners: null,
	checks: null,
	history: null
};
function ofRules(rules) {
	const reviews = rules.flatMap(({ type, parameters }) => type === "pull_request" ? parameters ?? {} : []);
	return {
		review: reviews.some(({ required_approving_review_count: count = 0 }) => count > 0),
		codeOwners: reviews.some(({ require_code_owner_review: owners = false }) => owners),
		checks: rules.some(({ type, parameters }) => type === "required_status_checks" && (parameters?.required_status_checks ?? []).length > 0),
		history: rules.some(({ type }) => type === "non_fast_forward")
	};
}
function ofClassic(classic) {
	const { required_pull_request_reviews: reviews, required_status_checks: asked, allow_force_pushes } = classic;
	return {
		review: (reviews?.required_approving_review_count ?? 0) > 0,
		codeOwners: reviews?.require_code_owner_reviews === true,
		checks: [...asked?.contexts ?? [], ...asked?.checks ?? []].length > 0,
		history: allow_force_pushes?.enabled !== true
	};
}
const either = (one, other) => ({
	review: or(one.review, other.review),
	codeOwners: or(one.codeOwners, other.codeOwners),
	checks: or(one.checks, other.checks),
	history: or(one.history, other.history)
});
const or = (one, other) => one === true || other === true ? true : one === null || other === null ? null : false;
// src/adapters/github/look.ts
const { shaped } = protections_exports;
const decodeAbout = shaped(_Object_({
	default_branch: String$1(),
	private: Boolean()
}));
const decodeBranch = shaped(_Object_({ protected: Boolean() }));
const decodeToken = shaped(_Object_({
	default_workflow_permissions: String$1(),
	can_approve_pull_request_reviews: Boolean()
}));
const decodeWorkflows = shaped(_Object_({ workflows: _Array_(_Object_({
	path: String$1(),
	state: String$1()
})) }));
const decodeSecrets = shaped(_Object_({ secrets: _Array_(_Object_({ name: String$1() })) }));
const decodeEnvironments = shaped(_Object_({ environments: Optional(_Array_(_Object_({ name: String$1() }))) }));
const decodePages = shaped(_Object_({ build_type: Optional(Union([String$1(), Null()])) }));
function lookAtGitHub(access, patience) {
	let sent = 0;
	const open = openApi(access);
	const api = {
		...open,
		rest: (route, parameters) => {
			sent += 1;
			return open.rest(route, parameters);
		}
	};
	const get = (path, parameters = {}) => asked(() => api.rest(`GET /repos/{owner}/{repo}${path}`, parameters), patience);
	const seen = async (path, decode, parameters = {}) => seenIn(await get(path, parameters), decode);
	return {
		repository: access.repository,
		about: async () => mapped(await seen("", decodeAbout), ({ default_branch: branch, private: isPrivate }) => ({
			branch,
			isPrivate
		})),
		protection: async (branch) => protectionOf(get, branch),
		token: async () => mapped(await seen("/actions/permissions/workflow", decodeToken), (found) => ({
			writes: found.default_workflow_permissions === "write",
			approves: found.can_approve_pull_request_reviews
		})),
		workflows: async () => mapped(await seen("/actions/workflows", decodeWorkflows, { per_page: 100 }), ({ workflows }) => workflows),
		secrets: async () => {
			const whole = await seen("/actions/secrets", decodeSecrets, { per_page: 100 });
			if (whole.kind === "hidden") return whole;
			const places = await seen("/environments", decodeEnvironments, { per_page: 100 });
			if (places.kind === "hidden") return places;
			const names = whole.value.secrets.map(({ name }) => name);
			for (const { name: environment_name } of places.value.environments ?? []) {
				const found = await seen("/environments/{environment_name}/secrets", decodeSecrets, {
					environment_name,
					per_page: 100
				});
				if (found.kind === "hidden") return found;
				names.push(...found.value.secrets.map(({ name }) => `${environment_name}/${name}`));
			}
			return {
				kind: "seen",
				value: names
			};
		},
		pages: async () => {
			const answer = await get("/pages");
			if (answer.kind === "refused" && answer.status === 404) return {
				kind: "seen",
				value: null
			};
			return mapped(seenIn(answer, decodePages), ({ build_type }) => build_type === "workflow" ? "workflow" : "branch");
		},
		holder: async (lease, nowMs) => {
			try {
				return {
					kind: "seen",
					value: await holderOn({
						api,
						patience
					}, lease, nowMs)
				};
			} catch (error) {
				if (!(error instanceof Failure)) throw error;
				return {
					kind: "hidden",
					reason: error.problems.map(messageOf$1).join("; ")
				};
			}
		},
		sent: () => sent
	};
}
async function protectionOf(get, branch) {
	const rules = seenIn(await get("/rules/branches/{branch}", { branch }), decodeRules);
	const ruled = rules.kind === "seen" ? ofRules(rules.value) : unseen;
	const answer = await get("/branches/{branch}/protection", { branch });
	if (answer.kind === "refused" && answer.status === 404 && /not protected/i.test(answer.reason)) return {
		...either(ruled, unprotected),
		reason: reasonIn(rules)
	};
	const classic = seenIn(answer, decodeProtection);
	if (classic.kind === "seen") return {
		...either(ruled, ofClassic(classic.value)),
		reason: reasonIn(rules)
	};
	const plain = seenIn(await get("/branches/{branch}", { branch }), decodeBranch);
	const rest = plain.kind === "seen" && !plain.value.protected ? unprotected : unseen;
	return {
		...either(ruled, rest),
		reason: reasonIn(rules) ?? classic.reason
	};
}
const reasonIn = (seen) => seen.kind === "hidden" ? seen.reason : null;
const mapped = (seen, change) => seen.kind === "hidden" ? seen : {
	kind: "seen",
	value: change(seen.value)
};
function seenIn(answer, decode) {
	if (answer.kind !== "answer") return {
		kind: "hidden",
		reason: reasonOf(answer)
	};
	const value = decode(answer.data);
	return value === void 0 ? {
		kind: "hidden",
		reason: "its answer cannot be read"
	} : {
		kind: "seen",
		value
	};
}
function reasonOf(answer) {
	if (answer.kind === "refused" && answer.status === 404) return "it is not there, or the token may not see it";
	if (answer.kind === "refused" && answer.status === 401) return "GitHub does not take the token";
	const words = answer.reason.replace(/ - https?:\/\/\S+$/, "").slice(0, 200);
	return answer.kind === "refused" ? `GitHub says "${words}"` : words;
}
export { holderOn as a, onGitHub as i, secretsOf as n, openApi as o, pushCommit as r, touchedByPullRequest as s, lookAtGitHub as t };
