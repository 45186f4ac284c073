import { i as __toESM } from "./rolldown-runtime.js";
import { A as Optional, C as Integer, D as Unsafe, E as Enum, O as Unknown, S as Literal, T as Intersect, _ as Tuple, a as require_api_request, b as Number$1, c as toMarkdown, d as require_fastest_levenshtein, f as RE2JS, g as Record, h as require_ajv, i as require_agent, j as _Array_, k as _Object_, l as parse$14, m as Temporal, o as require_errors, p as RE2JSSyntaxException, r as pThrottle, s as gfmToMarkdown, u as require_dist, v as Union, w as Boolean$1, x as Null, y as String$1 } from "./vendor.js";
import { createServer } from "node:http";
import { Readable } from "node:stream";
import { promisify } from "node:util";
import { createHash, randomUUID } from "node:crypto";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { execFile, spawn } from "node:child_process";
import { setTimeout } from "node:timers/promises";
import { constants, readFileSync } from "node:fs";
import { access, copyFile, link, lstat, mkdir, open, readFile, readdir, readlink, realpath, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { hostname } from "node:os";
// src/app/interrupted.ts
var Interrupted = class extends Error {
	name = "Interrupted";
	by;
	constructor(by) {
		super(`ended by ${by}`);
		this.by = by;
	}
};
const interruptedBy = ({ reason }) => reason instanceof Interrupted ? reason.by : void 0;
// src/problem/exit.ts
const exits = {
	bug: 1,
	usage: 2,
	rules: 3,
	ledger: 8,
	machine: 11,
	signIn: 9,
	unreachable: 5,
	partly: 6,
	lease: 12,
	quota: 7,
	guard: 4,
	pending: 10,
	done: 0
};
const signalExits = {
	SIGINT: 130,
	SIGTERM: 143
};
const ranked = Object.values(exits);
function worstExit(codes) {
	const present = new Set(codes);
	return ranked.find((code) => present.has(code)) ?? exits.done;
}
// src/cli/interrupt.ts
function whenSignalled() {
	const abort = new AbortController();
	let received;
	const listen = (signal) => {
		if (received !== void 0) process.exit(signalExits[signal]);
		received = signal;
		abort.abort(new Interrupted(signal));
	};
	process.on("SIGINT", listen);
	process.on("SIGTERM", listen);
	return {
		signal: abort.signal,
		stop: () => {
			process.off("SIGINT", listen);
			process.off("SIGTERM", listen);
		}
	};
}
// src/problem/words/apply.ts
const applyWords = {
	"apply/changed-since-plan": {
		says: ({ playlist }) => `Refusing to write to "${playlist}": somebody changed it after it was planned`,
		fix: () => "Run again: the plan is made anew from what stands there now",
		exit: "partly"
	},
	"apply/differs-after": {
		says: ({ playlist, expected, found }) => `Cannot confirm "${playlist}": ${expected} rows were planned, and the ${found} that stand there now differ`,
		fix: () => "Run again: what is missing is planned anew",
		exit: "partly"
	},
	"apply/not-shown": {
		says: ({ playlist }) => `Cannot confirm "${playlist}": Spotify still shows what stood there before it was written`,
		fix: () => "Wait: the next run reads it again and records what was written",
		exit: "partly"
	},
	"apply/cannot-remove": {
		says: ({ playlist, uris }) => `Cannot remove ${uris.length} tracks from "${playlist}": ${uris.join(", ")}`,
		fix: () => "Remove them in the Spotify app: it stores them under other ids, which it no longer tells to anybody",
		exit: "partly"
	},
	"apply/dead-items": {
		says: ({ playlist, uris }) => `Cannot add ${uris.length} tracks to "${playlist}", Spotify refuses them: ${uris.join(", ")}`,
		fix: () => "Take them out of the rule, or find the same recordings under other ids; they are left out for four weeks, then tried again",
		exit: "partly"
	},
	"apply/search-unfinished": {
		says: ({ playlist, bucket }) => `Cannot find all tracks that Spotify refuses to add to "${playlist}" tonight: what is left of ${bucket} is for others`,
		fix: () => "Wait: the next night goes on from here; tracks that Spotify does not have can be taken out of the rule",
		exit: "partly"
	},
	"apply/details-refused": {
		says: ({ playlist, field, message }) => `Cannot change the ${field} of "${playlist}": Spotify answered "${message}"`,
		fix: ({ field }) => `Shorten or simplify the ${field} in the rule`,
		exit: "done"
	},
	"apply/off": {
		says: () => "Refusing to write: setlist.yaml says \"apply: off\"",
		fix: () => "Write \"apply: on\" in playlists/setlist.yaml when the plans look right",
		exit: "done"
	},
	"apply/suspended": {
		says: () => "Refusing to write: Setlist is suspended",
		fix: () => "Take \"suspend: true\" out of setlist.yaml, or unset SETLIST_SUSPEND",
		exit: "done"
	},
	"apply/dry": {
		says: ({ requests }) => `Nothing was written: this was a dry run of ${requests} requests`,
		fix: () => "Add --yes to write",
		exit: "done"
	},
	"apply/orphan": {
		says: ({ playlist, count }) => `Created "${playlist}" more than once: empty ones of that name are left over (${count})`,
		fix: () => "Delete the empty ones in Spotify; the one with tracks is the right one",
		exit: "partly"
	}
};
// src/problem/counted.ts
const counted$1 = (count, one, several = `${one}s`) => `${count} ${count === 1 ? one : several}`;
// src/problem/words/doctor.ts
const rulesOf = (branch) => `in Settings > Rules > Rulesets, for the branch "${branch}"`;
const doctorWords = {
	"machine/node": {
		says: ({ found, wanted }) => `Cannot rely on Node ${found}: Setlist needs ${wanted} or later`,
		fix: ({ wanted }) => `Install Node ${wanted}, or run "npx setlist" where "npm ci" was run`,
		exit: "machine"
	},
	"rules/mistakes": {
		says: ({ count }) => `Cannot use the rules: ${counted$1(count, "mistake")} in playlists/`,
		fix: () => "Run \"setlist validate\": it shows each with its line",
		exit: "rules"
	},
	"rules/old-schema": {
		says: ({ path }) => `Cannot rely on what editors say of rules: ${path} is of another version of Setlist`,
		fix: ({ path }) => `Copy ${path} from the installed package over it`,
		exit: "done"
	},
	"rules/held": {
		says: ({ by }) => `Nothing is written: ${by}`,
		fix: () => "Take that away when playlists should change again; plans and reports go on meanwhile",
		exit: "done"
	},
	"ledger/killed-run": {
		says: ({ account, run }) => `The run ${run} of "${account}" was cut off after it had begun to write`,
		fix: () => "Run \"setlist sync\": it finds out how far that came, and goes on from there",
		exit: "done"
	},
	"ledger/undone": {
		says: ({ account, rules }) => `The last run of "${account}" did not bring these to their rules: ${rules.join(", ")}`,
		fix: () => "Look into reports/README.md: it says of each what holds it back",
		exit: "done"
	},
	"ledger/no-success": {
		says: ({ account, last, exit }) => `The last run of "${account}", of ${last}, ended with ${exit}`,
		fix: () => "Mend what is wrong below or in reports/README.md; the next run serves the nights that were missed",
		exit: "done"
	},
	"spotify/bucket-closed": {
		says: ({ account, bucket, until }) => `Cannot ask for more as "${account}": Spotify closed ${bucket} until ${until}`,
		fix: ({ bucket }) => `Wait: it opens by itself; if it happens again, lower "budget: { ${bucket}: \u2026 }" in setlist.yaml`,
		exit: "quota"
	},
	"spotify/shared-quota": {
		says: ({ apps }) => `Each of the apps ${apps.join(", ")} may send what "budget" says; Spotify counts all apps of one developer together`,
		fix: () => `Where they are one developer's, divide "budget" in setlist.yaml by how many they are; else all is well`,
		exit: "done"
	},
	"sign-in/rotated": {
		says: ({ account }) => `Cannot rely on the secret of "${account}": Spotify gave another refresh token in its place`,
		fix: ({ account }) => `Run "setlist login ${account}" and replace its secret, before the old one is refused`,
		exit: "signIn"
	},
	"github/no-review": {
		says: ({ branch }) => `Nobody has to look before rules reach "${branch}": no approving review is required`,
		fix: ({ branch }) => `Require a pull request with one approval ${rulesOf(branch)}, or accept it if you work alone`,
		exit: "done"
	},
	"github/no-code-owners": {
		says: ({ branch }) => `Code owners need not agree before "${branch}" changes`,
		fix: ({ branch }) => `Require review from code owners ${rulesOf(branch)}, and name them in .github/CODEOWNERS`,
		exit: "done"
	},
	"github/no-checks": {
		says: ({ branch }) => `Rules can reach "${branch}" without having been checked: no status check is required`,
		fix: ({ branch }) => `Require the check of the workflow "pull-request" ${rulesOf(branch)}`,
		exit: "done"
	},
	"github/force-pushes": {
		says: ({ branch }) => `The history of "${branch}" can be rewritten, and the ledger with it`,
		fix: ({ branch }) => `Block force pushes ${rulesOf(branch)}`,
		exit: "done"
	},
	"github/token-writes": {
		says: () => "Every workflow may write to the repository unless it says otherwise",
		fix: () => "Choose \"Read repository contents\" in Settings > Actions > General; those of Setlist ask for what they need",
		exit: "done"
	},
	"github/token-approves": {
		says: () => "Workflows may approve pull requests",
		fix: () => "Take back \"Allow GitHub Actions to create and approve pull requests\" in Settings > Actions > General",
		exit: "done"
	},
	"github/no-workflow": {
		says: ({ path }) => `A workflow of Setlist is not on GitHub: ${path}`,
		fix: ({ path }) => `Copy ${path} from the repository of Setlist, or ignore this if the runs are elsewhere`,
		exit: "done"
	},
	"github/workflow-off": {
		says: ({ path, state }) => `Cannot run ${path}: GitHub says that it is "${state}"`,
		fix: ({ path }) => `Run "gh workflow enable ${path.slice(path.lastIndexOf("/") + 1)}"; in a public repository GitHub ends schedules after 60 days without activity`,
		exit: "machine"
	},
	"github/no-secret": {
		says: ({ secret, account }) => `Cannot sign in as "${account}" on GitHub: no secret ${secret} is there`,
		fix: ({ account }) => `Run "setlist login ${account} --to environment:<name>", or "--to repo"`,
		exit: "signIn"
	},
	"github/public": {
		says: () => "Everybody can read the repository, and with it what you listen to",
		fix: () => "Make it private in Settings > General, or leave it so knowingly: on the free plan only public ones have branch rules",
		exit: "done"
	},
	"github/pages-from-branch": {
		says: () => "Pages are published from a branch, not by the workflow",
		fix: () => "Choose \"GitHub Actions\" as the source in Settings > Pages",
		exit: "done"
	}
};
// src/problem/words/github.ts
const gitHubWords = {
	"usage/bad-input": {
		says: ({ input, reason }) => `Cannot use the input "${input}": ${reason}`,
		fix: ({ input }) => `Correct "${input}" below "with" in the workflow`,
		exit: "usage"
	},
	"machine/github": {
		says: ({ doing, reason }) => `Cannot ${doing} on GitHub: ${reason}`,
		fix: () => "Run the job again; what was done is found and not repeated",
		exit: "machine"
	},
	"machine/github-permission": {
		says: ({ doing, reason }) => `Cannot ${doing} on GitHub: ${reason}`,
		fix: () => "Give the job \"permissions: { contents: write }\", and let the rules of the branch allow its token",
		exit: "machine"
	},
	"machine/github-many": {
		says: ({ since }) => `Cannot follow the branch: too much has changed since ${since}, or its history was rewritten`,
		fix: () => "Run the job again, from the tip of the branch",
		exit: "machine"
	},
	"machine/checkout": {
		says: ({ reason }) => `Cannot tell what the pull request changes: ${reason}`,
		fix: () => "Check out with \"fetch-depth: 2\" and no \"ref\", so that the merge and its base are there",
		exit: "machine"
	},
	"ledger/touched": {
		says: ({ files }) => `Refusing a pull request that changes ${files.length === 1 ? `"${files[0]}"` : `${files.length} files below "reports"`}: only runs of Setlist write there`,
		fix: ({ files }) => `Take ${files.length === 1 ? "it" : "them"} back with "git checkout origin/main -- reports", or undo with "setlist restore"`,
		exit: "rules"
	}
};
// src/problem/words/machine.ts
function fixOfGit(reason) {
	if (reason === "full") return "Free space on the disk, then run again";
	if (reason === "permission") return "Let this user write to the repository and its .git folder, then run again";
	return "Put the repository in order, then run again; \"git fsck\" and \"git status\" say more";
}
const short$3 = (commit) => `${commit}`.slice(0, 10);
const putBack = (path) => `See who changed it with "git log -p -- '${path}'", then put it back: git checkout <commit> -- '${path}'`;
const machineWords = {
	"usage/wrong": {
		says: ({ reason }) => `Cannot run: ${reason}`,
		fix: ({ fix }) => fix ?? "See \"setlist --help\"",
		exit: "usage"
	},
	"usage/no-such-playlist": {
		says: ({ playlist }) => `Cannot find a rule "${playlist}"`,
		fix: ({ nearest }) => nearest === null ? "Write the path of a rule file, without .yaml" : `Write "${nearest}"`,
		exit: "usage"
	},
	"usage/no-such-track": {
		says: ({ track, playlist }) => `Cannot find "${track}" among what "${playlist}" looked at`,
		fix: () => "Write a share link, a URI, or a part of the title; it may be in none of the sources",
		exit: "usage"
	},
	"usage/bad-variable": {
		says: ({ variable, reason }) => `Cannot read ${variable}: ${reason}`,
		fix: ({ variable }) => `Correct ${variable}, or unset it`,
		exit: "usage"
	},
	"machine/file": {
		says: ({ path, reason }) => `Cannot use "${path}": ${reason}`,
		fix: () => "Check the path, the space on the disk and the permissions",
		exit: "machine"
	},
	"machine/no-git": {
		says: ({ said }) => `Cannot run git: ${said}`,
		fix: () => "Install git; \"git --version\" must run here",
		exit: "machine"
	},
	"machine/no-repository": {
		says: ({ said }) => `Cannot use this folder as a repository: ${said}`,
		fix: () => "Run in the top folder of your repository; \"git init\" makes one",
		exit: "machine"
	},
	"machine/below-the-top": {
		says: ({ below }) => `Cannot work in "${below}": it lies below the top folder of its repository`,
		fix: () => "Run in the top folder of the repository",
		exit: "machine"
	},
	"machine/no-commit": {
		says: () => "Cannot commit: the repository has no commit yet",
		fix: () => "Commit your rules first: git add playlists && git commit",
		exit: "machine"
	},
	"machine/no-branch": {
		says: () => "Cannot commit: the repository is on no branch",
		fix: () => "Switch to a branch: git switch <branch>",
		exit: "machine"
	},
	"machine/under-way": {
		says: ({ what }) => `Cannot commit: a ${what} is under way`,
		fix: ({ what }) => `Finish the ${what}, or abort it: git ${what} --abort`,
		exit: "machine"
	},
	"machine/unmerged": {
		says: ({ paths }) => `Cannot commit: conflicts remain in ${paths.map((path) => `"${path}"`).join(", ")}`,
		fix: () => "Resolve the conflicts, then \"git add\" these files",
		exit: "machine"
	},
	"machine/git-busy": {
		says: ({ lock }) => `Cannot change the repository: another git command holds "${lock}"`,
		fix: ({ lock }) => `Wait for that command to end; if none runs any more, delete "${lock}"`,
		exit: "machine"
	},
	"machine/git": {
		says: ({ action, said }) => `Cannot ${action}: ${said}`,
		fix: ({ reason }) => fixOfGit(reason),
		exit: "machine"
	},
	"machine/uncommitted-rules": {
		says: ({ paths }) => `Cannot follow rules that are not committed: ${paths.join(", ")}`,
		fix: () => "Commit them first: the audit names the commit whose rules were followed",
		exit: "machine"
	},
	"machine/moved-head": {
		says: ({ tries }) => `Cannot commit: the branch moved ${tries === 1 ? "" : `${tries} times `}while this run was at work`,
		fix: () => "Run it again when nobody else commits; nothing is done twice",
		exit: "machine"
	},
	"machine/clock-off": {
		says: ({ minutes, direction }) => `Cannot trust the clock of this machine: it is ${minutes} minutes ${direction}; Spotify's counts`,
		fix: () => "Set the clock, best by network time, and run again: nothing was changed or recorded",
		exit: "machine"
	},
	"machine/clock-behind": {
		says: ({ now, ended }) => `Cannot trust the clock of this machine: it says ${now}, and a run ended at ${ended}`,
		fix: () => "Set the clock, best by network time: nights and quotas are counted by it",
		exit: "machine"
	},
	"machine/unrecorded": {
		says: ({ requests, rules }) => `Cannot record what was sent to Spotify: ${counted$1(requests, "request")} for ${rules.join(", ")}`,
		fix: () => "Mend what is said above, then run again: it finds out how far that came, and nothing is sent twice",
		exit: "machine"
	},
	"machine/lease-held": {
		says: ({ owner, run, until }) => `Another run is at work: ${owner}, ${run}, until ${until} at the latest`,
		fix: () => "Wait for its end; this run sent nothing",
		exit: "lease"
	},
	"ledger/uncommitted": {
		says: ({ paths }) => `Cannot trust the ledger: ${paths.join(", ")} differ${paths.length === 1 ? "s" : ""} from what is committed`,
		fix: () => "Put back what is committed: git restore --staged --worktree reports && git clean -f reports",
		exit: "ledger"
	},
	"ledger/other-origin": {
		says: ({ what, recorded, found }) => `This ledger is of another ${what}: it says ${recorded}, here is ${found}`,
		fix: () => "Correct what is wrong, or start a new ledger with \"setlist init --fresh\": the next run then makes every playlist a second time",
		exit: "ledger"
	},
	"ledger/moved-rule": {
		says: ({ slug, was, name }) => `The rule "${was}" is gone and "${slug}" is new, both called "${name}"`,
		fix: ({ was }) => `If the file moved, write "was: ${was}"; if not, give the new one another name`,
		exit: "rules"
	},
	"ledger/none": {
		says: () => "Cannot tell of any night: there is no ledger yet",
		fix: () => "Run \"setlist sync\": it begins one",
		exit: "ledger"
	},
	"ledger/broken": {
		says: ({ path, reason }) => `Cannot read "${path}": ${reason}`,
		fix: ({ path }) => `Find the last good commit with "git log -- '${path}'", then put it back: git checkout <commit> -- '${path}'; nothing was guessed and nothing was sent`,
		exit: "ledger"
	},
	"ledger/altered": {
		says: ({ path, line, what, by }) => `Cannot trust ${line === null ? "" : `line ${line} of `}"${path}": it ${what}${by === null ? "" : `, in commit ${short$3(by.commit)} ("${by.subject}" by ${by.author})`}`,
		fix: ({ path, by }) => by === null ? putBack(path) : `See it with "git show ${short$3(by.commit)}", then put it back: git checkout ${short$3(by.commit)}^ -- '${path}'`,
		exit: "ledger"
	},
	"ledger/disagrees": {
		says: ({ path, reason }) => `Cannot trust "${path}": ${reason}`,
		fix: ({ path }) => putBack(path),
		exit: "ledger"
	},
	"ledger/history-cut": {
		says: ({ commit, runs }) => `Cannot follow the ledger from its beginning: it comes with commit ${commit}, with ${runs} runs in it already`,
		fix: () => "Fetch all of it with \"git fetch --unshallow\"; if this is all, ask who put it there",
		exit: "ledger"
	},
	"ledger/other-version": {
		says: ({ path, found }) => `Cannot read "${path}": it is of version ${found}, this Setlist reads version 1`,
		fix: () => "Update Setlist",
		exit: "ledger"
	}
};
// src/problem/words/plan.ts
const ack$1 = (removals) => `if it is meant, add "ack: { removals: ${removals}, until: <date> }" to the rule`;
const absences = {
	missing: "it was deleted, or the id is wrong",
	forbidden: "the account neither owns it nor may edit it",
	part: "not all of it came through"
};
const andList = (parts) => parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
const planWords = {
	"plan/too-many-removals": {
		says: ({ playlist, removing, of, most, acked }) => `Refusing to remove ${removing} of ${of} tracks from "${playlist}": the limit is ${most}${acked > 0 ? `, and ${acked} are acknowledged` : ""}`,
		fix: ({ removing }) => `Check the rule; ${ack$1(removing)}`,
		exit: "guard"
	},
	"plan/too-many-removals-28-nights": {
		says: ({ playlist, removing, before, most }) => `Refusing to remove ${removing} tracks from "${playlist}": ${before} went in the last 28 nights, and the limit over these is ${most}`,
		fix: ({ removing }) => `Check the rule; ${ack$1(removing)}`,
		exit: "guard"
	},
	"plan/too-many-additions": {
		says: ({ playlist, adding, most }) => `Refusing to add ${adding} tracks to "${playlist}": the limit is ${most}`,
		fix: () => "Check the rule; if it is meant, raise \"guard: { max_added: \u2026 }\"",
		exit: "guard"
	},
	"plan/too-few-tracks": {
		says: ({ playlist, left, least }) => `Refusing to leave ${left} tracks in "${playlist}": the least is ${least}`,
		fix: () => "Check the sources; if it is meant, lower \"guard: { min_tracks: \u2026 }\"",
		exit: "guard"
	},
	"plan/too-many-tracks": {
		says: ({ playlist, count, most }) => `Refusing to put ${count} tracks into "${playlist}": the most is ${most}`,
		fix: () => "Add \"take: { count: \u2026 }\" to the rule",
		exit: "guard"
	},
	"plan/would-empty": {
		says: ({ playlist, of }) => `Refusing to empty "${playlist}": all ${of} tracks would go`,
		fix: () => "Check the sources of the rule; delete the rule file if the playlist should be left alone",
		exit: "guard"
	},
	"plan/first-contact": {
		says: ({ playlist, removing, of }) => `Refusing to remove ${removing} of ${of} tracks from "${playlist}": it had tracks before Setlist ruled it`,
		fix: ({ removing }) => `Look at what would go; ${ack$1(removing)}`,
		exit: "guard"
	},
	"plan/protected": {
		says: ({ playlist, removing }) => `Refusing to remove ${removing} tracks from "${playlist}": the rule protects it`,
		fix: () => "Take \"protected: true\" out of the rule if they should go",
		exit: "guard"
	},
	"plan/hand-edits": {
		says: ({ playlist, since, added, removed, moved }) => `Leaving "${playlist}" alone: since ${since} somebody ${andList([
			...added.length > 0 ? [`added ${added.length}`] : [],
			...removed.length > 0 ? [`took out ${removed.length}`] : [],
			...moved ? ["moved tracks"] : []
		])} by hand`,
		fix: () => "Let the rule agree (pin what should stay), or write \"hand_edits: keep\" or \"hand_edits: revert\" into it",
		exit: "guard"
	},
	"plan/incomplete-source": {
		says: ({ playlist, gaps, kept }) => `Nothing is removed from "${playlist}", ${kept} tracks stay: ${gaps.join("; ")}`,
		fix: () => "Check the source; what it was missing is planned when it can be read whole again",
		exit: "partly"
	},
	"plan/empty-source": {
		says: ({ playlist, sources }) => `Refusing to plan "${playlist}": nothing is in ${sources.join(", ")}`,
		fix: () => "Check the source; \"guard: { empty_source: keep_last_good }\" lets the other sources go on",
		exit: "guard"
	},
	"plan/unknown-datum": {
		says: ({ playlist, rows, word }) => `Refusing to plan "${playlist}": ${word} is not known of ${rows} tracks`,
		fix: () => "Write \"unknown: keep\" or \"unknown: drop\", or give the missing data in a list",
		exit: "guard"
	},
	"plan/unreadable": {
		says: ({ playlist, absence }) => `Cannot read the playlist of "${playlist}": ${absences[absence]}`,
		fix: ({ absence }) => absence === "part" ? "Run again: it was left as it stands" : "Correct its id in control.json, or take the entry out to have the playlist made anew",
		exit: "partly"
	},
	"plan/not-created-yet": {
		says: ({ playlist, waitsFor }) => `Cannot plan "${playlist}": the playlist of "${waitsFor}" does not exist yet`,
		fix: () => "Apply once more after it was created",
		exit: "pending"
	},
	"plan/dates-lost": {
		says: ({ playlist, lost, requests, cap }) => `Rebuilding "${playlist}" loses ${lost} "added" dates: keeping them takes ${requests} requests, the cap is ${cap}`,
		fix: ({ requests }) => `To keep them, write "write: { max_requests: ${requests} }" or "beyond: loose"`,
		exit: "done"
	},
	"plan/budget-spent": {
		says: ({ playlist, bucket, price, left }) => `Not beginning "${playlist}" tonight: it takes up to ${price} requests of ${bucket}, and ${left} ${left === 1 ? "is" : "are"} left`,
		fix: ({ bucket, price, budget, free }) => price > budget ? `Raise "budget: { ${bucket}: ${price} }" in setlist.yaml: no night has so many` : `Wait: it comes first in the next run that has room${free === null ? "" : `, from about ${free}`}`,
		exit: "done"
	},
	"plan/too-many-requests": {
		says: ({ requests, most }) => `Refusing to send ${requests} requests: the limit of a run is ${most}`,
		fix: () => "Raise \"limits: { requests: \u2026 }\" in setlist.yaml, or let the next nights finish it",
		exit: "guard"
	},
	"plan/too-many-creations": {
		says: ({ creations, most }) => `Refusing to create ${creations} playlists: the limit of a run is ${most}`,
		fix: () => "Raise \"limits: { creations: \u2026 }\" in setlist.yaml, or let the next nights create the rest",
		exit: "guard"
	},
	"plan/left-envelope": {
		says: ({ playlist, what, planned, allowed }) => `Refusing to apply: "${playlist}" now takes ${planned} ${what}, the plan allows ${allowed}`,
		fix: () => "Plan again and look at it",
		exit: "guard"
	},
	"plan/partial": {
		says: ({ lacking }) => `Cannot plan everything: ${lacking} facts are lacking`,
		fix: () => "Run \"setlist gather\" with a sign-in, or give them with \"--facts FILE\"",
		exit: "pending"
	},
	"plan/bad-file": {
		says: ({ path, reason }) => `Cannot read "${path}": ${reason}`,
		fix: () => "Give a file that \"plan --out\" or \"--save-facts\" wrote",
		exit: "usage"
	},
	"plan/other-version": {
		says: ({ path, found }) => `Cannot read "${path}": it is of version ${found}, this Setlist reads version 1`,
		fix: () => "Make it anew with this version",
		exit: "usage"
	}
};
// src/problem/words/rules.ts
const listed$4 = (words) => words.join(", ");
const quoted$1 = (text) => /^(?:"|\d+$|true$|false$)/.test(text) ? text : `"${text}"`;
const withArticle$1 = (noun) => /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`;
const ruleWords = {
	"rules/not-yaml": {
		says: ({ reason }) => `Cannot read YAML: ${reason}`,
		fix: ({ instead }) => instead ?? "Correct the YAML at the marked place",
		exit: "rules"
	},
	"rules/too-large": {
		says: ({ what, most }) => `Cannot read ${what}: at most ${most} are read`,
		fix: () => "Split it, or move long lists into files under lists/",
		exit: "rules"
	},
	"rules/not-text": {
		says: ({ reason }) => `Cannot read the file: ${reason}`,
		fix: () => "Save it as UTF-8 text",
		exit: "rules"
	},
	"rules/unknown-key": {
		says: ({ in: place, key }) => `Cannot read ${place}: unknown key "${key}"`,
		fix: ({ nearest, allowed, ours }) => ours !== null ? ours : nearest !== null ? `Write "${nearest}"` : `Use one of: ${listed$4(allowed)}`,
		exit: "rules"
	},
	"rules/missing-key": {
		says: ({ key, in: place }) => `Cannot read ${place}: "${key}" is missing`,
		fix: ({ key }) => `Add "${key}:"`,
		exit: "rules"
	},
	"rules/wrong-value": {
		says: ({ what, found }) => `Cannot read ${what}: found ${found}`,
		fix: ({ wanted, nearest }) => nearest !== null ? `Write ${quoted$1(nearest)}` : `Write ${wanted}`,
		exit: "rules"
	},
	"rules/taken-away": {
		says: ({ word, since, reason }) => `Cannot use "${word}": ${reason} (${since})`,
		fix: ({ instead }) => instead,
		exit: "rules"
	},
	"rules/not-yet": {
		says: ({ word }) => `Cannot use "${word}": this version does not know it yet`,
		fix: () => "Leave it out for now",
		exit: "rules"
	},
	"rules/not-an-id": {
		says: ({ text, wanted, found }) => found === null ? `Cannot find ${wanted} in "${text}"` : `Cannot find ${wanted} in "${text}": it names ${withArticle$1(found)}`,
		fix: ({ wanted }) => `Paste the share link, the URI or the 22 characters of ${wanted}`,
		exit: "rules"
	},
	"rules/no-such-file": {
		says: ({ path }) => `Cannot find "${path}" under playlists/`,
		fix: ({ nearest }) => nearest === null ? "Add the file, or correct the path" : `Write "${nearest}"`,
		exit: "rules"
	},
	"rules/no-such-rule": {
		says: ({ slug }) => `Cannot find a rule "${slug}"`,
		fix: ({ nearest }) => nearest === null ? "Write the path of a rule file under playlists/, without .yaml" : `Write "${nearest}"`,
		exit: "rules"
	},
	"rules/no-such-account": {
		says: ({ account }) => `Cannot find an account "${account}" in setlist.yaml`,
		fix: ({ nearest, allowed }) => nearest === null ? `Use one of: ${listed$4(allowed)}` : `Write "${nearest}"`,
		exit: "rules"
	},
	"rules/cycle": {
		says: ({ path }) => `Cannot resolve rules that wait for each other: ${path.join(" \u2192 ")}`,
		fix: () => "Let one of them read a playlist by its id, as it was last night",
		exit: "rules"
	},
	"rules/conflict": {
		says: ({ words: [one, other], reason }) => `Cannot use "${one}" with "${other}": ${reason}`,
		fix: ({ words: [one, other] }) => `Leave out "${one}" or "${other}"`,
		exit: "rules"
	},
	"rules/bad-pattern": {
		says: ({ pattern, reason }) => `Cannot read the pattern "${pattern}": ${reason}`,
		fix: () => "Write an RE2 pattern: no backreferences, no lookaround",
		exit: "rules"
	},
	"rules/bad-list": {
		says: ({ reason }) => `Cannot read the list: ${reason}`,
		fix: ({ instead }) => instead ?? "Correct the marked line",
		exit: "rules"
	},
	"rules/no-portfolio": {
		says: () => "Cannot find playlists/setlist.yaml",
		fix: () => "Write one with \"title\", \"timezone\" and \"apps\", or run in the folder that holds playlists/",
		exit: "usage"
	}
};
// src/problem/words/sign-in.ts
const again = (account) => `run "setlist login ${account}" again`;
const signInWords = {
	"usage/no-such-account": {
		says: ({ account }) => account === null ? "Cannot tell which account to sign in" : `Cannot sign in "${account}": no app has that account`,
		fix: ({ nearest, accounts }) => nearest === null ? `Name one of these accounts of setlist.yaml: ${accounts.join(", ")}` : `Write "${nearest}"`,
		exit: "usage"
	},
	"usage/no-repository": {
		says: () => "Cannot put the secret on GitHub: the remote \"origin\" is no repository there",
		fix: () => "Name it: --repository <owner>/<name>",
		exit: "usage"
	},
	"usage/no-github-token": {
		says: () => "Cannot put the secret on GitHub: neither GITHUB_TOKEN nor GH_TOKEN is set",
		fix: () => "Set GITHUB_TOKEN to a token that may write secrets; \"gh auth token\" prints yours",
		exit: "usage"
	},
	"sign-in/unknown-app": {
		says: ({ app, clientId }) => `Cannot sign in with app "${app}": Spotify knows no client id ${clientId}`,
		fix: ({ app }) => `Copy the client id from Spotify's developer dashboard to "${app}" in playlists/setlist.yaml`,
		exit: "signIn"
	},
	"sign-in/redirect": {
		says: ({ app, redirect }) => `Cannot sign in with app "${app}": Spotify does not send people back to ${redirect}`,
		fix: ({ redirect }) => `Add ${redirect} to the redirect URIs of the app in Spotify's developer dashboard, letter by letter, and save`,
		exit: "signIn"
	},
	"sign-in/port": {
		says: ({ port, reason }) => `Cannot wait for the answer of Spotify on port ${port}: ${reason}`,
		fix: () => "End what uses the port, or name another: --port <number>, which the redirect URI of the app must allow",
		exit: "machine"
	},
	"sign-in/wrong-address": {
		says: ({ redirect }) => `Cannot use that: it is not the address to which Spotify sent the browser (${redirect}?\u2026)`,
		fix: () => "Agree in the browser first, then copy the whole address that it shows, even if the page cannot be reached",
		exit: "signIn"
	},
	"sign-in/wrong-state": {
		says: () => "Refusing an answer that belongs to another sign-in",
		fix: () => "Answer in the page that the address shown last opens; close all older ones",
		exit: "signIn"
	},
	"sign-in/no-answer": {
		says: ({ account, reason }) => `Cannot sign in "${account}": ${reason}`,
		fix: ({ account }) => `Open the address, agree, and ${again(account)} if it is too late; --paste needs no open port`,
		exit: "signIn"
	},
	"sign-in/denied": {
		says: ({ account }) => `Cannot sign in "${account}": the person did not agree`,
		fix: ({ account }) => `To agree after all, ${again(account)}`,
		exit: "signIn"
	},
	"sign-in/failed": {
		says: ({ account, reason }) => `Cannot sign in "${account}": Spotify answers "${reason}"`,
		fix: ({ account }) => `To begin anew, ${again(account)}`,
		exit: "signIn"
	},
	"sign-in/refused": {
		says: ({ account, reason }) => `Cannot sign in "${account}": Spotify does not take the consent, "${reason}"`,
		fix: ({ account }) => `A consent is good once and for ten minutes: ${again(account)}`,
		exit: "signIn"
	},
	"sign-in/client-secret": {
		says: ({ app, reason }) => `Cannot sign in with app "${app}": Spotify refuses its client secret, "${reason}"`,
		fix: () => "Copy the client secret from Spotify's developer dashboard to SETLIST_CLIENT_SECRET anew, or unset it to do without one, and sign in again: an account's secret keeps the one it was made with",
		exit: "signIn"
	},
	"sign-in/scopes": {
		says: ({ account, missing }) => `Cannot use the sign-in of "${account}": it does not allow ${missing.join(", ")}`,
		fix: ({ account }) => `Agree to all that is asked: ${again(account)}`,
		exit: "signIn"
	},
	"sign-in/other-user": {
		says: ({ account, recorded, found }) => `Cannot sign in "${account}" as "${found}": the ledger says that it is "${recorded}"`,
		fix: ({ account, recorded }) => `Sign in at Spotify as "${recorded}", ${again(account)}, and replace its secret`,
		exit: "ledger"
	},
	"sign-in/same-user": {
		says: ({ account, other, user }) => `Cannot sign in "${account}" as "${user}": the ledger says that this is the account "${other}"`,
		fix: ({ account }) => `Sign in at Spotify as the user of "${account}", and ${again(account)}`,
		exit: "ledger"
	},
	"sign-in/replaced": {
		says: ({ account, reason, night }) => `Cannot sign in as "${account}": ${reason}; in the night of ${night} Spotify replaced the refresh token, and the new one was not kept`,
		fix: ({ account }) => `Run "setlist login ${account}" and replace its secret; to have runs keep what Spotify replaces, set SETLIST_SECRETS_TO and SETLIST_SECRETS_TOKEN (the Action: "secrets-to" and "secrets-token")`,
		exit: "signIn"
	},
	"sign-in/clock": {
		says: ({ minutes, direction }) => `The clock of this machine is ${minutes} minutes ${direction}; Spotify's counts`,
		fix: () => "Set the clock, best by network time: nights and quotas are counted by it",
		exit: "done"
	},
	"machine/github-secret": {
		says: ({ secret, place, reason }) => `Cannot put ${secret} into ${place}: ${reason}`,
		fix: () => "Check the name, and give GITHUB_TOKEN a token that may write secrets there (fine-grained: \"Secrets\", for an environment also \"Environments\"); then sign in again",
		exit: "machine"
	}
};
// src/problem/words/spotify.ts
const inMinutes = (ms) => ms === null ? "it did not say for how long" : `for ${Math.ceil(ms / 6e4)} minutes`;
const spotifyWords = {
	"spotify/unreachable": {
		says: ({ request, reason }) => `Cannot reach Spotify (${request}): ${reason}`,
		fix: () => "Check the network and run again; nothing was lost",
		exit: "unreachable"
	},
	"spotify/server-error": {
		says: ({ request, status }) => `Cannot get an answer from Spotify (${request}): it says ${status} again and again`,
		fix: () => "Run again later; nothing was lost",
		exit: "unreachable"
	},
	"spotify/unknown-outcome": {
		says: ({ request, reason }) => `Cannot tell whether ${request} took effect: ${reason}`,
		fix: () => "Run again: the playlist is read before anything else is sent",
		exit: "partly"
	},
	"spotify/bad-answer": {
		says: ({ request, reason }) => `Cannot read what Spotify answered to ${request}: ${reason}`,
		fix: () => "Run again; if it stays so, Spotify changed its API: report it",
		exit: "unreachable"
	},
	"spotify/bad-request": {
		says: ({ request, status, message }) => `Cannot ${request}: Spotify answered ${status} "${message}"`,
		fix: () => "Check the ids and texts in the rule",
		exit: "partly"
	},
	"spotify/unauthorized": {
		says: ({ account }) => `Cannot sign in as "${account}": Spotify refuses the access token`,
		fix: ({ account }) => `Run again: Spotify refuses good tokens at times; if it stays so, run "setlist login ${account}" and replace its secret`,
		exit: "signIn"
	},
	"spotify/no-token": {
		says: ({ account, variable }) => `Cannot sign in as "${account}": ${variable} is not set`,
		fix: ({ account, variable }) => `Set ${variable} to the secret that "setlist login ${account}" gives`,
		exit: "signIn"
	},
	"spotify/bad-token": {
		says: ({ account, variable }) => `Cannot sign in as "${account}": ${variable} is not a secret of ours, or is cut off`,
		fix: ({ account, variable }) => `Copy the whole secret that the sign-in gave into ${variable}, or run "setlist login ${account}" for a new one`,
		exit: "signIn"
	},
	"spotify/sign-in-expired": {
		says: ({ account, reason }) => `Cannot sign in as "${account}": ${reason}`,
		fix: ({ account }) => `Run "setlist login ${account}" and replace its secret: Spotify ends every sign-in after six months`,
		exit: "signIn"
	},
	"spotify/sign-in-ends": {
		says: ({ account, on, left }) => left === "nothing" ? `Cannot rely on the sign-in of "${account}": by its date it ended on ${on}, though Spotify takes it still` : `Cannot go on as "${account}" after ${on}${left === "a week" ? ", in less than a week" : ""}: Spotify ends every sign-in after six months`,
		fix: ({ account, left }) => `Run "setlist login ${account}" ${left === "nothing" ? "now" : "before then"} and replace its secret; nothing is lost meanwhile`,
		exit: "done"
	},
	"spotify/rotated-not-kept": {
		says: ({ account, variable, reason, until }) => `Cannot go on as "${account}" after ${until}: Spotify replaced the refresh token in ${variable}, and the new one is not kept: ${reason}`,
		fix: ({ account, to }) => to === null ? `Run "setlist login ${account} --to repo" before the next run; to have runs keep it themselves, set SETLIST_SECRETS_TO and SETLIST_SECRETS_TOKEN (the Action: "secrets-to" and "secrets-token")` : `Run "setlist login ${account} --to ${to}" before the next run, and give SETLIST_SECRETS_TOKEN (the Action: "secrets-token") a token that may write secrets there: a workflow's own may not`,
		exit: "done"
	},
	"spotify/forbidden": {
		says: ({ request, message }) => `Cannot ${request}: Spotify answered 403 "${message}"`,
		fix: () => "Use a playlist that the account owns or may edit",
		exit: "partly"
	},
	"spotify/missing-scope": {
		says: ({ account, lacks }) => `Cannot do all that the rules of "${account}" need: its sign-in does not allow ${lacks.join(", ")}`,
		fix: ({ account }) => `Run "setlist login ${account}" again, agree to all that is asked, and replace its secret`,
		exit: "signIn"
	},
	"spotify/not-allow-listed": {
		says: ({ account }) => `Cannot use Spotify as "${account}": the app does not list this user`,
		fix: () => `Add the account's e-mail address under "User Management" of the app in Spotify's developer dashboard`,
		exit: "signIn"
	},
	"spotify/premium-lapsed": {
		says: ({ app }) => `Cannot use app "${app}": its owner has no active Premium`,
		fix: () => "Renew the subscription of the account that owns the app",
		exit: "signIn"
	},
	"spotify/not-found": {
		says: ({ request }) => `Cannot ${request}: Spotify knows no such thing`,
		fix: () => "Check the id; playlists of Spotify itself cannot be read",
		exit: "partly"
	},
	"spotify/rate-limited": {
		says: ({ request, retryAfterMs }) => `Cannot ${request}: Spotify asks to wait, ${inMinutes(retryAfterMs)}`,
		fix: () => "Run again after that time",
		exit: "quota"
	},
	"spotify/budget-spent": {
		says: ({ bucket, budget, free }) => `Leaving the rest of ${bucket} to another run: the budget of ${budget} requests in 24 hours is spent, ${free === null ? "but for what checking what is written takes" : `until ${free}`}`,
		fix: ({ bucket }) => `Wait: what was put off comes first next time; raise "budget: { ${bucket}: \u2026 }" in setlist.yaml only if Spotify gives you more`,
		exit: "done"
	},
	"spotify/list-put-off": {
		says: ({ list, bucket, requests, left }) => `Leaving "${list}" whole to another run: it takes ${requests} requests of ${bucket}, and ${left} are left for reading`,
		fix: () => "Wait: what was put off comes first next time",
		exit: "done"
	},
	"spotify/list-too-long": {
		says: ({ list, bucket, requests, budget }) => `Cannot read "${list}" in a day: it takes ${requests} requests of ${bucket}, and the budget of ${budget} leaves too few for reading`,
		fix: ({ bucket, needed }) => `Raise "budget: { ${bucket}: ${needed} }" in setlist.yaml if Spotify gives you as many, or ask for less of it`,
		exit: "guard"
	},
	"spotify/quota-exceeded": {
		says: ({ bucket, retryAfterMs }) => `Cannot go on with ${bucket}: the quota of the day is used up, ${inMinutes(retryAfterMs)}`,
		fix: () => "Run again tomorrow; what was put off comes first",
		exit: "quota"
	}
};
// src/problem/catalogue.ts
const catalogue = {
	...ruleWords,
	...planWords,
	...applyWords,
	...spotifyWords,
	...signInWords,
	...machineWords,
	...gitHubWords,
	...doctorWords
};
const entryOf = (problem) => catalogue[problem.code];
const messageOf$1 = (problem) => entryOf(problem).says(problem.facts);
const fixOf = (problem) => entryOf(problem).fix(problem.facts);
const exitOf = (problems) => worstExit(problems.map((problem) => exits[entryOf(problem).exit]));
// src/domain/canonical.ts
const canonicalJson = (value) => textOf$3(value);
function textOf$3(value) {
	if (typeof value !== "object" || value === null) return JSON.stringify(value);
	if (Array.isArray(value)) return `[${value.map((one) => textOf$3(one) ?? "null").join(",")}]`;
	if ("toJSON" in value && typeof value.toJSON === "function") return textOf$3(value.toJSON());
	let members = "";
	for (const key of sortedKeys(value)) {
		const text = textOf$3(value[key]);
		if (text !== void 0) members += `${members === "" ? "" : ","}${JSON.stringify(key)}:${text}`;
	}
	return `{${members}}`;
}
function sortedKeys(value) {
	const keys = Object.keys(value);
	if (!isPlace(keys[0] ?? "")) return keys.sort();
	const first = keys.findIndex((key) => !isPlace(key));
	return first === -1 ? keys : [...keys.slice(0, first), ...keys.slice(first).sort()];
}
const isPlace = (key) => /^(?:0|[1-9]\d{0,9})$/.test(key) && Number(key) < 2 ** 32 - 1;
// src/problem/distinct.ts
const distinct = (all) => [...new Map(all.map((one) => [canonicalJson(one), one])).values()];
// src/problem/failure.ts
var Failure = class extends Error {
	name = "Failure";
	problems;
	constructor(problems, options) {
		super(problems.map(({ code }) => code).join(", "), options);
		this.problems = problems;
	}
};
function orFail(result) {
	if (result.ok) return result.value;
	throw new Failure(result.problems);
}
// src/problem/render.ts
function renderProblem(problem, sourceOf = () => void 0) {
	return [
		`${problem.at === void 0 ? "" : `${problem.at.file}:${problem.at.line}:${problem.at.column}: `}${messageOf$1(problem)} [${problem.code}]`,
		...problem.at === void 0 ? [] : excerpt(problem.at, sourceOf(problem.at.file)),
		`  fix: ${fixOf(problem)}`
	].map(visible).join("\n");
}
function excerpt({ line, column, length = 1 }, text) {
	const source = text?.split(/\r\n|\r|\n/)[line - 1];
	if (source === void 0 || source.length > 500) return [];
	const number = String(line);
	const until = Math.max(1, Math.min(length, source.length - column + 1));
	const pad = source.slice(0, column - 1).replace(/[^\t]/g, " ");
	return [`  ${number} | ${source}`, `  ${" ".repeat(number.length)} | ${pad}${"^".repeat(until)}`];
}
const visible = (text) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => character === "	" || isJoiner(character) ? character : `\\u{${character.codePointAt(0)?.toString(16)}}`);
const isJoiner = (character) => character === "\u200D" || character === "\u200C";
// src/problem/problem.ts
function problem(code, facts, at) {
	return {
		code,
		facts,
		...at === void 0 ? {} : { at }
	};
}
// src/domain/known/lookup.ts
function* entriesOf$4(lookup) {
	for (const id of lookup.keys()) yield [id, lookup.get(id)];
}
const lookupOf = (record) => new Map(Object.entries(record));
// src/domain/schemas.ts
var import_ajv = require_ajv();
const ourSchemas = {
	validateSchema: false,
	meta: false,
	code: { optimize: false }
};
// src/ledger/parse.ts
const ajv$3 = new import_ajv.Ajv({
	...ourSchemas,
	strict: false
});
const codes = {
	record: {
		broken: "ledger/broken",
		otherVersion: "ledger/other-version"
	},
	given: {
		broken: "plan/bad-file",
		otherVersion: "plan/other-version"
	}
};
function recordParser(schema, kind = "record") {
	let compiled;
	const code = codes[kind];
	const broken = (path, reason) => ({
		ok: false,
		problems: [problem(code.broken, {
			path,
			reason
		})]
	});
	return (text, path) => {
		const json = parseJson(text);
		if (json instanceof SyntaxError) return broken(path, mergeMarkers.test(text) ? "it holds merge markers" : reasonOf$4(json));
		const version = versionOf(json);
		if (version !== 1 && version !== void 0) return {
			ok: false,
			problems: [problem(code.otherVersion, {
				path,
				found: String(version)
			})]
		};
		compiled ??= ajv$3.compile(schema);
		const isRecord = compiled;
		if (isRecord(json)) return {
			ok: true,
			value: json
		};
		const [error] = isRecord.errors ?? [];
		return broken(path, `${error?.instancePath || "it"} ${error?.message ?? "has the wrong shape"}`);
	};
}
const mergeMarkers = /^(?:<{7}|={7}|>{7})/m;
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch (error) {
		return error instanceof SyntaxError ? error : /* @__PURE__ */ new SyntaxError("it is not JSON");
	}
}
const reasonOf$4 = ({ message }) => message.endsWith(" is not valid JSON") ? "it is not JSON" : message;
const versionOf = (json) => typeof json === "object" && json !== null && "version" in json ? json.version : void 0;
// src/ledger/facts.ts
const thing = Record(String$1(), Unknown());
const parse$13 = recordParser(_Object_({
	version: Literal(1),
	items: Record(String$1(), thing),
	albums: Record(String$1(), thing),
	answers: Record(String$1(), _Object_({
		need: _Object_({
			account: String$1(),
			kind: String$1()
		}),
		answer: _Object_({ state: Union([
			Literal("whole"),
			Literal("part"),
			Literal("none")
		]) })
	})),
	sizes: Optional(Record(String$1(), _Object_({
		least: Integer(),
		counted: Integer()
	})))
}), "given");
function parseFacts(text, path) {
	const parsed = parse$13(text, path);
	if (!parsed.ok) return parsed;
	const { items, albums, ...others } = parsed.value;
	return {
		ok: true,
		value: {
			...others,
			items: lookupOf(items),
			albums: lookupOf(albums)
		}
	};
}
function renderFacts({ version, items, albums, answers, sizes = {} }) {
	const part = (name, entries) => {
		const lines = [...entries].sort(([one], [other]) => one < other ? -1 : 1).map(([key, value]) => `    ${JSON.stringify(key)}: ${canonicalJson(value)}`);
		return `  "${name}": {${lines.length === 0 ? "" : `\n${lines.join(",\n")}\n  `}}`;
	};
	return `{\n  "version": ${version},\n${[
		part("items", entriesOf$4(items)),
		part("albums", entriesOf$4(albums)),
		part("answers", Object.entries(answers)),
		...Object.keys(sizes).length === 0 ? [] : [part("sizes", Object.entries(sizes))]
	].join(",\n")}\n}\n`;
}
// src/ledger/plan.ts
const parse$12 = recordParser(_Object_({
	version: Literal(1),
	night: String$1(),
	boundTo: _Object_({
		rules: String$1(),
		facts: String$1()
	}),
	playlists: _Array_(_Object_({
		slug: String$1(),
		rule: String$1(),
		before: _Object_({ hash: String$1() }),
		writes: _Array_(Unknown())
	})),
	envelope: _Object_({
		playlists: _Array_(String$1()),
		removals: Integer(),
		additions: Integer(),
		requests: Integer(),
		datesLost: Integer()
	})
}), "given");
function parsePlan(text, path) {
	const parsed = parse$12(text, path);
	return parsed.ok ? {
		ok: true,
		value: parsed.value
	} : parsed;
}
const renderPlanFile = (plan) => `${JSON.stringify(JSON.parse(canonicalJson(plan)), null, 2)}\n`;
// src/problem/bug.ts
var Bug = class extends Error {
	name = "Bug";
};
function unreachable$1(value) {
	throw new Bug(`unreachable: ${JSON.stringify(value)}`);
}
// src/problem/finding.ts
function problemOf$1(finding) {
	if (!(finding.code in catalogue)) throw new Bug(`no words for "${finding.code}"`);
	return finding;
}
// src/domain/portfolio.ts
const buckets = [
	"playlist_reads",
	"writes",
	"search",
	"tracks",
	"albums",
	"artist_albums",
	"library"
];
const noControl = {
	version: 1,
	playlists: {}
};
// src/domain/quota.ts
const quotaWindowMs = 864e5;
function together(all) {
	const closed = buckets.flatMap((bucket) => {
		const until = all.flatMap((one) => one.closed[bucket] ?? []).sort().at(-1);
		return until === void 0 ? [] : [[bucket, until]];
	});
	return {
		times: merged$2(all.map(({ times }) => times)),
		closed: Object.fromEntries(closed)
	};
}
const merged$2 = (all) => Object.fromEntries(buckets.flatMap((bucket) => {
	const seconds = all.flatMap((times) => times[bucket] ?? []).sort((one, other) => one - other);
	return seconds.length === 0 ? [] : [[bucket, seconds]];
}));
const secondOf = (ms) => Math.floor(ms / 1e3);
const forgottenAt = (second) => (second + 1) * 1e3 + quotaWindowMs;
const withRetries = (price) => Object.fromEntries(buckets.map((bucket) => [bucket, Math.ceil(price[bucket] * 1.1)]));
// src/report/text/in-columns.ts
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]/u;
const narrow$1 = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const columnsOf$1 = (character) => narrow$1.test(character) ? 0 : wide.test(character) ? 2 : 1;
function inColumns(text, columns) {
	const widths = [...text].map((character) => ({
		character,
		width: columnsOf$1(character)
	}));
	const whole = widths.reduce((sum, { width }) => sum + width, 0);
	if (whole <= columns) return text + " ".repeat(columns - whole);
	let left = columns - 1;
	const kept = widths.filter(({ width }) => {
		left -= width;
		return left >= 0;
	});
	const used = kept.reduce((sum, { width }) => sum + width, 0);
	return `${kept.map(({ character }) => character).join("")}\u2026${" ".repeat(columns - 1 - used)}`;
}
// src/report/text/changes.ts
const few$4 = 12;
function renderChanges({ changes }, { all }) {
	return [
		"remove",
		"add",
		"move"
	].flatMap((kind) => {
		const rows = changes.filter((one) => one.kind === kind);
		const shown = all || kind === "remove" ? rows : rows.slice(0, few$4);
		return [...shown.map(renderChange), ...shown.length < rows.length ? [`  ${" ".repeat(6)}\u2026 and ${rows.length - shown.length} more to ${kind} (--all shows them)`] : []];
	});
}
function renderChange(change) {
	const { label, key, why } = change;
	const name = label === null ? key : `${label.title} / ${label.artists}`;
	return `  ${`${sign(change)}  ${inColumns(visible(name), 44)}  ${whyOf$1(change.kind, why)}`.trimEnd()}`;
}
const sign = (change) => {
	switch (change.kind) {
		case "remove": return `${place$4(change.from)}  \u2212`;
		case "add": return `${place$4(change.to)}  +`;
		case "move": return `${place$4(change.to)}  ${change.from > change.to ? "\u2191" : "\u2193"}`;
	}
};
const place$4 = (at) => String(at).padStart(5);
function whyOf$1(kind, whys) {
	const ordering = whys.findLast(({ stage, word }) => stage === "arrange" || stage === "sort" || word === "pin");
	const why = kind === "remove" ? whys.at(-1) : kind === "move" ? ordering ?? whys[0] : whys[0];
	return why === void 0 ? "" : `${visible(why.datum)}  ${visible(why.at.file)}:${why.at.line}`;
}
// src/report/text/signed.ts
const signed$1 = (count) => count > 0 ? `+${count}` : count < 0 ? `\u2212${-count}` : "\u00B10";
// src/report/text/plan.ts
function renderPlan(plan, shown) {
	const changing = plan.playlists.filter(isShown$1);
	const quiet = plan.playlists.filter((one) => !isShown$1(one));
	return [
		headline(plan),
		...changing.map((one) => renderPlaylist$1(one, shown)),
		...listed$3("Unchanged", quiet.filter(({ state }) => state === "unchanged").map(({ slug, after }) => `${slug} (${after.count})`)),
		...listed$3("Not planned, facts are lacking", quiet.filter(({ state }) => state === "partial").map(({ slug }) => slug)),
		...listed$3("Not due tonight", quiet.filter(({ state }) => state === "not-due").map(({ slug }) => slug)),
		...lacking$2(plan),
		...price(plan)
	].join("\n\n");
}
const quietStates = [
	"unchanged",
	"partial",
	"not-due"
];
const isShown$1 = (one) => !quietStates.includes(one.state) || one.problems.length > 0 || one.notes.length > 0;
const listed$3 = (head, entries) => entries.length === 0 ? [] : [`${head}: ${entries.join(", ")}`];
function headline({ night, playlists, lacks }) {
	const states = playlists.map(({ state }) => state);
	const changing = states.filter((state) => ![
		...quietStates,
		"unreadable",
		"held"
	].includes(state)).length;
	const changes = totals(playlists.flatMap((one) => one.changes), " tracks");
	if (changing === 0 && lacks.length === 0 && !states.some((state) => blind.includes(state))) return `No changes for the night of ${night}: ${counted$1(playlists.length, "playlist")} ${playlists.length === 1 ? "is" : "are"} as the rules say`;
	return `Plan for the night of ${night}${lacks.length > 0 ? " (partial)" : ""}: ${[`changing ${changing} of ${counted$1(playlists.length, "playlist")}`, ...changes].join(", ")}`;
}
const blind = [
	"unreadable",
	"partial",
	"held",
	"not-due"
];
const headWords = {
	create: "new",
	change: "",
	unchanged: "as it is",
	partial: "not planned: facts are lacking",
	unreadable: "not planned: cannot be read",
	suspended: "suspended, shown only",
	held: "left alone: edited by hand",
	"not-due": "not due",
	"put-off": "put off to the next run"
};
function renderPlaylist$1(one, shown) {
	const count = one.state === "create" || one.before.count === one.after.count ? `${one.after.count}` : `${one.before.count} \u2192 ${one.after.count}`;
	const requests = requestsIn$1(one.price);
	const facts = [
		headWords[one.state],
		`${count} tracks`,
		...one.state === "create" ? [] : totals(one.changes),
		...one.writes.length === 0 ? [] : [counted$1(requests, "request")],
		...dates$1(one)
	];
	return [
		`${visible(one.name)} (${one.slug}): ${facts.filter((fact) => fact !== "").join(", ")}`,
		...renderChanges(one, shown),
		...one.problems.map((problem) => indent(`! ${renderProblem(problemOf$1(problem))}`)),
		...one.notes.map((note) => `  \u00B7 ${visible(note)}`)
	].join("\n");
}
function totals(changes, noun = "") {
	const of = (kind) => changes.filter((one) => one.kind === kind).length;
	const signs = [of("add") > 0 ? signed$1(of("add")) : "", of("remove") > 0 ? signed$1(-of("remove")) : ""].filter((one) => one !== "");
	return [...signs.length === 0 ? [] : [`${signs.join(" ")}${noun}`], ...of("move") === 0 ? [] : [`${of("move")} moved`]];
}
const dates$1 = ({ way, datesLost }) => way === "loose" ? ["order is mended over the next nights"] : datesLost > 0 ? [`${datesLost} "added" dates lost`] : [];
const lacking$2 = ({ lacks }) => lacks.length === 0 ? [] : [[
	`Lacking ${counted$1(lacks.length, "fact")}:`,
	...lacks.slice(0, 20).map(({ slug, need, price }) => `  ? ${slug}: ${visible(need)} (${spent(price)})`),
	...lacks.length > 20 ? [`  \u2026 and ${lacks.length - 20} more`] : []
].join("\n")];
const price = ({ envelope: { requests }, price: exact }) => {
	const kept = requestsIn$1(withRetries(exact)) - requests;
	return requests === 0 ? [] : [`Price: ${counted$1(requests, "request")} (${spent(exact)}), and ${kept} kept back for retries`];
};
const requestsIn$1 = (all) => buckets.reduce((sum, bucket) => sum + all[bucket], 0);
const spent = (price) => buckets.filter((bucket) => price[bucket] > 0).map((bucket) => `${bucket} ${price[bucket]}`).join(", ");
const indent = (text) => text.replaceAll(/^/gm, "  ");
// src/words/candidate.ts
function groupsOf({ item }, by) {
	if (item === void 0) return [];
	if (item.kind === "episode") return [`show ${item.show}`];
	if (by === "album") return item.album === null ? [] : [item.album];
	const names = item.artists.map(({ id, name }) => id ?? name);
	return by === "artist" ? names.slice(0, 1) : names;
}
// src/words/arrange/spread/neighbours.ts
var Neighbours = class {
	#places = /* @__PURE__ */ new Map();
	#gap;
	constructor(slots, groupsOf, gap) {
		this.#gap = gap;
		for (const [place, row] of slots.entries()) if (row !== void 0) this.put(groupsOf(row), place);
	}
	put(groups, place) {
		for (const group of groups) this.#places.set(group, (this.#places.get(group) ?? /* @__PURE__ */ new Set()).add(place));
	}
	has(group, place) {
		const places = this.#places.get(group);
		if (places === void 0) return false;
		for (let other = place - this.#gap; other <= place + this.#gap; other++) if (places.has(other)) return true;
		return false;
	}
};
// src/words/arrange/spread/queues.ts
var Queues = class {
	#queues;
	constructor(rows, groupsOf) {
		const indexed = rows.map((row, index) => ({
			row,
			index,
			groups: groupsOf(row)
		}));
		const bySet = Map.groupBy(indexed, ({ groups, index }) => groups.length === 0 ? `alone ${index}` : groups.join("\n"));
		this.#queues = [...bySet.values()].map((same) => ({
			groups: same[0]?.groups ?? [],
			rows: same,
			next: 0
		}));
	}
	first(fits) {
		return this.#take(this.#queues.findIndex(({ groups }) => fits(groups)));
	}
	longest(fits) {
		let [at, most] = [-1, 0];
		for (const [index, queue] of this.#queues.entries()) if (left$2(queue) > most && fits(queue.groups)) [at, most] = [index, left$2(queue)];
		return this.#take(at);
	}
	#take(at) {
		const [queue] = at === -1 ? [] : this.#queues.splice(at, 1);
		if (queue === void 0) return void 0;
		const taken = queue.rows[queue.next]?.row;
		queue.next += 1;
		if (left$2(queue) > 0) this.#queues.splice(this.#placeOf(turnOf$1(queue)), 0, queue);
		return taken;
	}
	#placeOf(turn) {
		let [low, high] = [0, this.#queues.length];
		while (low < high) {
			const middle = low + high >> 1;
			if (turnOf$1(this.#queues[middle]) < turn) low = middle + 1;
			else high = middle;
		}
		return low;
	}
};
const left$2 = ({ rows, next }) => rows.length - next;
const turnOf$1 = ({ rows, next }) => rows[next]?.index ?? Number.POSITIVE_INFINITY;
// src/words/arrange/word.ts
function defineArrangement(word) {
	return word;
}
// src/words/arrange/spread.ts
const spread = defineArrangement({
	key: "spread",
	summary: "Keeps tracks of one artist or album apart: `gap` other tracks stand between them wherever that is possible.",
	example: "- spread: { by: artist, gap: 4 }",
	schema: _Object_({
		by: Optional(Enum([
			"artist",
			"album",
			"any_artist"
		])),
		gap: Integer({
			minimum: 1,
			maximum: 100
		}),
		if_impossible: Optional(Literal("best_effort"))
	}, { additionalProperties: false }),
	read: ({ by = "artist", gap }) => ({
		by,
		gap
	}),
	says: ({ by, gap }) => `by ${by.replace("any_", "any ")}, ${gap} between`,
	run: (args, rows, slots) => {
		const gentle = apart$1(args, rows, slots, (queues, fits) => queues.first(fits));
		const strict = gentle.crowded === 0 ? gentle : apart$1(args, rows, slots, (queues, fits) => queues.longest(fits));
		const { placed, crowded } = strict.crowded < gentle.crowded ? strict : gentle;
		const what = args.by === "album" ? "from one album" : "of one artist";
		return {
			rows: placed,
			gaveWay: crowded === 0 ? [] : [`spread gave way ${crowded === 1 ? "once" : `${crowded} times`}: too many tracks ${what}`]
		};
	}
});
function apart$1({ by, gap }, rows, slots, choose) {
	const queues = new Queues(rows, (row) => groupsOf(row, by));
	const near = new Neighbours(slots, (row) => groupsOf(row, by), gap);
	const placed = [];
	let crowded = 0;
	for (const [place, slot] of slots.entries()) {
		if (slot !== void 0) continue;
		const chosen = choose(queues, (groups) => !groups.some((group) => near.has(group, place)));
		if (chosen === void 0) crowded += 1;
		const row = chosen ?? queues.first(() => true);
		if (row === void 0) break;
		near.put(groupsOf(row, by), place);
		placed.push(row);
	}
	return {
		placed,
		crowded
	};
}
// src/words/arrange/index.ts
const arrangements = { spread };
// src/words/below.ts
const below = (reading, ...path) => ({
	at: (...further) => reading.at(...path, ...further),
	report: (problem) => reading.report(problem),
	list: (file, ...further) => reading.list(file, ...path, ...further),
	rule: (slug, ...further) => reading.rule(slug, ...path, ...further)
});
// src/words/documented.ts
const documented = ({ schema, summary, example }) => Unsafe({
	...schema,
	description: summary,
	examples: [example]
});
// src/words/word.ts
function defineSource(word) {
	return {
		after: () => [],
		scopes: () => [],
		...word
	};
}
function defineField(word) {
	return word;
}
function defineKey(word) {
	return word;
}
// src/words/arrange.ts
const words$11 = Object.values(arrangements);
const arrange = defineKey({
	key: "arrange",
	summary: "Puts what was selected into its final order, around pinned places.",
	example: "arrange:\n  - spread: { by: artist, gap: 4 }",
	schema: _Array_(Union(words$11.map((word) => _Object_({ [word.key]: documented(word) }, { additionalProperties: false })))),
	read: (written, reading) => written.flatMap((item, index) => Object.entries(item).flatMap(([key, value]) => {
		const at = reading.at(index, key);
		const args = words$11.find((word) => word.key === key)?.read(value, below(reading, index, key));
		return args === void 0 ? [] : [{
			word: key,
			args,
			at
		}];
	})),
	absent: () => []
});
// src/words/dedupe.ts
const dedupeBy = [
	"none",
	"uri",
	"isrc",
	"recording",
	"artist",
	"album",
	"title"
];
const dedupeKeep = [
	"first",
	"oldest_added",
	"newest",
	"explicit",
	"clean",
	"longest"
];
const by = Enum(dedupeBy);
const dedupe = defineKey({
	key: "dedupe",
	summary: "Keeps one of several tracks that are the same: the same id, ISRC, recording, artist, album or title; `none` keeps repeats.",
	example: "dedupe: { by: recording, keep: explicit }",
	schema: Union([by, _Object_({
		by: Optional(by),
		keep: Optional(Enum(dedupeKeep))
	}, {
		additionalProperties: false,
		minProperties: 1
	})]),
	read: (written, reading) => {
		return step$1({
			by: "recording",
			keep: "first",
			...typeof written === "string" ? { by: written } : written
		}, reading.at());
	},
	absent: (at) => step$1({
		by: "recording",
		keep: "first"
	}, at)
});
const step$1 = (args, at) => ({
	word: "dedupe",
	args,
	at
});
// src/words/from/names.ts
function namesOf$2(sources, reading) {
	const taken = /* @__PURE__ */ new Set();
	const repeated = sources.flatMap(({ as }, index) => {
		if (as === null || !taken.has(as)) {
			if (as !== null) taken.add(as);
			return [];
		}
		return [{
			as,
			index
		}];
	});
	for (const { as, index } of repeated) {
		const facts = {
			what: "as",
			found: `"${as}" twice`,
			wanted: "a name that no other source has",
			nearest: null
		};
		reading(index).report(problem("rules/wrong-value", facts, reading(index).at()));
	}
	return repeated.length > 0 ? void 0 : sources.map(({ word, as }) => as ?? freeName(word, taken));
}
function freeName(word, taken, number = 1) {
	const name = number === 1 ? word : `${word}-${number}`;
	if (taken.has(name)) return freeName(word, taken, number + 1);
	taken.add(name);
	return name;
}
const key = Enum([
	"added",
	"released",
	"title",
	"artist",
	"album",
	"duration",
	"track_number",
	"disc_number",
	"source",
	"original",
	"first_seen",
	"tenure"
].flatMap((field) => [
	field,
	`${field} asc`,
	`${field} desc`
]));
const sort = defineKey({
	key: "sort",
	summary: "Orders by one field after the other; what is not known comes last, ties stand by their URI. `first_seen` and `tenure` speak of the past of this playlist: what was never in it is new tonight.",
	example: "sort: [released desc, title]",
	schema: Union([key, _Array_(key, { minItems: 1 })]),
	read: (written, reading) => (typeof written === "string" ? [written] : written).map((text, index) => {
		const [by = "", direction] = text.split(" ");
		const at = typeof written === "string" ? reading.at() : reading.at(index);
		return {
			by,
			direction: direction === "desc" ? "desc" : "asc",
			at
		};
	}),
	absent: () => []
});
// src/words/values/days.ts
const written$6 = /^([12]\d{3})(?:-(\d\d)(?:-(\d\d))?)?$/;
function daysOf$1(date) {
	const [, year = "", month = "01", day = "01"] = written$6.exec(date) ?? [];
	const first = plainDate(`${year}-${month}-${day}`);
	if (first === void 0) return void 0;
	const span = date.length === 4 ? { years: 1 } : date.length === 7 ? { months: 1 } : { days: 1 };
	return {
		first: first.toString(),
		last: first.add(span).subtract({ days: 1 }).toString()
	};
}
function plainDate(text) {
	try {
		return Temporal.PlainDate.from(text, { overflow: "reject" });
	} catch {
		return;
	}
}
function dayIn(timezone, moment) {
	try {
		return Temporal.Instant.from(moment).toZonedDateTimeISO(timezone).toPlainDate().toString();
	} catch {
		return;
	}
}
function fallsInto(date, range) {
	const { first, last } = {
		first: date.first ?? beforeAll,
		last: date.last ?? afterAll
	};
	const [from, until] = [range.first ?? beforeAll, range.last ?? afterAll];
	if (last < from || first > until) return false;
	return first >= from && last <= until ? true : null;
}
const beforeAll = "";
const afterAll = "~";
const lastDays = (night, { months, days }) => ({
	first: isForever({
		months,
		days
	}) ? null : Temporal.PlainDate.from(night).subtract({
		months,
		days
	}).toString(),
	last: night
});
function spanInWords({ months, days }) {
	const [count, unit] = months === 0 ? [days, "day"] : months % 12 === 0 ? [months / 12, "year"] : [months, "month"];
	return counted$1(count, unit);
}
const lastInWords = (span) => `the last ${spanInWords(span).replace(/^1 /, "")}`;
const isDaySpan = (value) => typeof value === "object" && value !== null && "months" in value && "days" in value;
const isForever = ({ months, days }) => months > 12e3 || days > 4e5;
const dayBefore = (day) => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
const dayAfter = (day) => Temporal.PlainDate.from(day).add({ days: 1 }).toString();
function periodOf(night, period) {
	if (period !== "week") return daysOf$1(night.slice(0, period === "month" ? 7 : 4)) ?? {
		first: night,
		last: night
	};
	const day = Temporal.PlainDate.from(night);
	const monday = day.subtract({ days: day.dayOfWeek - 1 });
	return {
		first: monday.toString(),
		last: monday.add({ days: 6 }).toString()
	};
}
// src/words/values/kleene.ts
const not = (one) => one === null ? null : !one;
const allOf = (these) => these.includes(false) ? false : these.includes(null) ? null : true;
const anyOf = (these) => these.includes(true) ? true : these.includes(null) ? null : false;
// src/words/values/span.ts
const units = {
	s: (count) => ({ ms: count * 1e3 }),
	m: (count) => ({ ms: count * 6e4 }),
	h: (count) => ({ ms: count * 36e5 }),
	d: (count) => ({ days: count }),
	w: (count) => ({ days: count * 7 }),
	mo: (count) => ({ months: count }),
	y: (count) => ({ months: count * 12 })
};
function parseSpan(text) {
	const [, count, unit = ""] = /^(\d{1,6})(s|m|h|d|w|mo|y)$/.exec(text) ?? [];
	const span = units[unit]?.(Number(count));
	return span && {
		months: 0,
		days: 0,
		ms: 0,
		...span
	};
}
// src/words/where/operator.ts
function defineOperator(operator) {
	return operator;
}
// src/words/where/date.ts
const date$2 = Union([String$1(), Integer({
	minimum: 1e3,
	maximum: 2999
})], { description: "A day, a month or a year: 2026-11-20, 2026-11, 2026" });
const span = String$1({ description: "Days or longer: 28d, 4w, 6mo, 2y" });
const inRange = (range) => defineOperator({
	schema: date$2,
	read: readDate$1,
	holds: (days, datum) => fallsInto(datum, range(days))
});
const inTheLast = defineOperator({
	schema: span,
	read: readDaySpan,
	holds: (ago, datum, { night }) => fallsInto(datum, lastDays(night, ago))
});
const is = inRange((days) => days);
const dates = {
	is,
	on: is,
	is_not: {
		...is,
		holds: (days, datum, asking) => not(is.holds(days, datum, asking))
	},
	before: inRange(({ first }) => ({
		first: null,
		last: first === null ? null : dayBefore(first)
	})),
	after: inRange(({ last }) => ({
		first: last === null ? null : dayAfter(last),
		last: null
	})),
	between: defineOperator({
		schema: _Array_(date$2, {
			minItems: 2,
			maxItems: 2
		}),
		read: readRange$2,
		holds: (range, datum) => fallsInto(datum, range)
	}),
	in_the_last: inTheLast,
	not_in_the_last: {
		...inTheLast,
		holds: (ago, datum, asking) => not(inTheLast.holds(ago, datum, asking))
	},
	this: defineOperator({
		schema: Enum([
			"week",
			"month",
			"year"
		]),
		read: (period) => period,
		holds: (period, datum, { night }) => fallsInto(datum, periodOf(night, period))
	})
};
function readDate$1(written, reading) {
	const days = daysOf$1(String(written));
	if (days !== void 0) return days;
	const facts = {
		what: "date",
		found: `"${written}"`,
		wanted: "a date like 2026-11-20, 2026-11 or 2026",
		nearest: null
	};
	reading.report(problem("rules/wrong-value", facts, reading.at()));
}
function readDaySpan(written, reading) {
	const read = parseSpan(written);
	if (read !== void 0 && read.ms === 0) return {
		months: read.months,
		days: read.days
	};
	const facts = {
		what: "span",
		found: `"${written}"`,
		wanted: "a span of days or longer: 28d, 4w, 6mo, 2y",
		nearest: null
	};
	reading.report(problem("rules/wrong-value", facts, reading.at()));
}
function readRange$2(written, reading) {
	const [from, until] = written.map((one, index) => readDate$1(one, below(reading, index)));
	if (from === void 0 || until === void 0) return void 0;
	if (fallsInto({
		first: from.first,
		last: from.first
	}, {
		first: null,
		last: until.last
	}) === true) return {
		first: from.first,
		last: until.last
	};
	const facts = {
		what: "between",
		found: written.join(" to "),
		wanted: "the earlier date first",
		nearest: null
	};
	reading.report(problem("rules/wrong-value", facts, reading.at()));
}
// src/words/where/tests.ts
function testsWith(operators) {
	const each = Object.fromEntries(Object.entries(operators).map(([name, { schema }]) => [name, Optional(schema)]));
	return {
		schema: Union([operators.is.schema, _Object_(each, {
			additionalProperties: false,
			minProperties: 1
		})]),
		read: (written, reading) => readTests(operators, written, reading),
		holds: (tests, datum, asking) => allOf(tests.map(({ operator, operand }) => operators[operator]?.holds(operand, datum, asking) ?? null))
	};
}
function readTests(operators, written, reading) {
	const isMap = typeof written === "object" && written !== null && !Array.isArray(written);
	const parts = isMap ? Object.entries(written) : [["is", written]];
	const tests = parts.flatMap(([operator, value]) => {
		const operand = operators[operator]?.read(value, isMap ? below(reading, operator) : reading);
		return operand === void 0 ? [] : [{
			operator,
			operand
		}];
	});
	return tests.length === parts.length ? tests : void 0;
}
// src/words/sources/discography/entries.ts
const entriesOf$3 = (releases, asking) => releases.flatMap((release) => {
	const datum = datumOf$2(release, asking);
	return release.tracks.map((uri) => ({
		uri,
		addedAt: null,
		datum
	}));
});
function datumOf$2({ album, artist, tracks }, asking) {
	const [first] = tracks;
	const item = first === void 0 ? void 0 : asking.item(first);
	const name = [...album.artists, ...item?.kind === "track" ? item.artists : []].find(({ id }) => id === artist)?.name ?? artist;
	return `released ${album.released ?? "at a date not known"} by ${name} on "${album.title}"`;
}
// src/words/sources/discography/limits.ts
function withinLimits$1(releases, { perArtist, perRelease }) {
	const taken = /* @__PURE__ */ new Map();
	return releases.map((release) => {
		const left = perArtist === null ? Number.POSITIVE_INFINITY : perArtist - (taken.get(release.artist) ?? 0);
		const tracks = release.tracks.slice(0, Math.min(left, perRelease ?? Number.POSITIVE_INFINITY));
		taken.set(release.artist, (taken.get(release.artist) ?? 0) + tracks.length);
		return {
			...release,
			tracks
		};
	});
}
// src/words/sources/found.ts
function foundIn$1(answer, what) {
	switch (answer.state) {
		case "whole": return {
			found: answer.found,
			gaps: []
		};
		case "part": return {
			found: answer.found,
			gaps: [`${what} was not read whole: ${answer.because}`]
		};
		case "none": return {
			found: null,
			gaps: [`${what} is ${answer.absence === "missing" ? "missing" : "not readable"}`]
		};
	}
}
// src/domain/ids.ts
const base62 = /^[0-9A-Za-z]{22}$/;
const isBase62Id = (text) => base62.test(text);
const isTrackUri = (text) => /^spotify:track:[0-9A-Za-z]{22}$/.test(text);
const isEpisodeUri = (text) => /^spotify:episode:[0-9A-Za-z]{22}$/.test(text);
const isLocalUri = (text) => text.startsWith("spotify:local:");
const isAddableUri = (text) => isTrackUri(text) || isEpisodeUri(text);
function idIn(kind, text) {
	const [, found, id] = /^https?:\/\/open\.spotify\.com\/(?:intl-[a-z-]+\/)?([a-z]+)\/([0-9A-Za-z]{22})\/?(?:[?#].*)?$/.exec(text) ?? /^spotify:([a-z]+):([0-9A-Za-z]{22})$/.exec(text) ?? [];
	if (found !== void 0) return found === kind ? id : void 0;
	return isBase62Id(text) ? text : void 0;
}
function linkKind(text) {
	return /^(?:https?:\/\/open\.spotify\.com\/(?:intl-[a-z-]+\/)?|spotify:)([a-z]+)[/:]/.exec(text)?.[1];
}
const trackUri = (id) => `spotify:track:${id}`;
const episodeUri = (id) => `spotify:episode:${id}`;
// src/words/values/read-id.ts
function readId(kind, text, reading) {
	const id = idIn(kind, text);
	if (id !== void 0) return id;
	const found = linkKind(text);
	const facts = {
		text,
		wanted: withArticle(kind),
		found: found === void 0 || found === kind ? null : found
	};
	reading.report(problem("rules/not-an-id", facts, reading.at()));
}
const withArticle = (kind) => /^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`;
function readIds(kind, texts, below) {
	const ids = texts.map((text, index) => readId(kind, text, below(index)));
	return ids.every((id) => id !== void 0) ? ids : void 0;
}
// src/words/sources/discography/who.ts
const who = Union([String$1({ minLength: 1 }), _Array_(String$1(), { minItems: 1 })], { description: "`followed`, a list file, or artists by id or link" });
const isPath = (text) => /\.(?:ya?ml|csv)$/i.test(text) || text.startsWith("lists/");
function readWho(written, reading) {
	if (written === "followed") return { kind: "followed" };
	if (typeof written === "string" && isPath(written)) {
		const list = reading.list(written);
		return list && namesArtists(list, reading) ? {
			kind: "file",
			path: written
		} : void 0;
	}
	const ids = typeof written === "string" ? [readId("artist", written, reading)] : readIds("artist", written, (index) => below(reading, index));
	return ids?.every((id) => id !== void 0) ? {
		kind: "these",
		ids
	} : void 0;
}
function namesArtists({ lines }, reading) {
	if (lines.length === 0 || lines.some(({ artist }) => artist !== null)) return true;
	reading.report(problem("rules/wrong-value", {
		what: "artists",
		found: "a list that names no artists",
		wanted: "a list with an \"artist\" column",
		nearest: null
	}, reading.at()));
	return false;
}
const scopesOf = ({ kind }) => kind === "followed" ? ["user-follow-read"] : [];
function artistsOf$2(written, asking) {
	if (written.kind === "these") return {
		artists: [...new Set(written.ids)],
		gaps: []
	};
	if (written.kind === "file") {
		const artists = (asking.list(written.path)?.lines ?? []).flatMap(({ artist }) => artist ?? []);
		return {
			artists: [...new Set(artists)],
			gaps: []
		};
	}
	const answer = asking.answer({
		account: asking.account,
		kind: "followed"
	});
	if (answer === void 0) return void 0;
	const { found, gaps } = foundIn$1(answer, "the list of followed artists");
	return {
		artists: [...new Set(found ?? [])],
		gaps
	};
}
// src/words/sources/discography/walk.ts
function walk$1({ artists: written, groups, isWanted }, asking) {
	const who = artistsOf$2(written, asking);
	const listed = who && discographies(who.artists, groups, asking);
	const opened = listed && openAlbums(listed.albums, isWanted, asking);
	return opened && {
		artists: who.artists,
		releases: opened.releases,
		gaps: [
			...who.gaps,
			...listed.gaps,
			...opened.gaps
		]
	};
}
function discographies(artists, groups, asking) {
	const { account } = asking;
	const asked = artists.map((artist) => ({
		artist,
		answer: asking.answer({
			account,
			kind: "discography",
			artist,
			groups
		})
	}));
	const albums = /* @__PURE__ */ new Map();
	const gaps = [];
	for (const { artist, answer } of asked) {
		if (answer === void 0) return void 0;
		const discography = foundIn$1(answer, `the discography of artist ${artist}`);
		for (const id of discography.found ?? []) if (!albums.has(id)) albums.set(id, {
			artist,
			id
		});
		gaps.push(...discography.gaps);
	}
	return {
		albums: [...albums.values()],
		gaps
	};
}
function openAlbums(albums, isWanted, asking) {
	const asked = albums.flatMap((listed) => {
		const album = asking.album(listed.id);
		if (album !== void 0 && isWanted(album) !== true) return [];
		const answer = asking.answer({
			account: asking.account,
			kind: "album",
			id: listed.id
		});
		return [{
			...listed,
			album,
			answer
		}];
	});
	const releases = [];
	const gaps = [];
	for (const { artist, id, album, answer } of asked) {
		if (answer === void 0) return void 0;
		const opened = foundIn$1(answer, `album ${id}`);
		gaps.push(...opened.gaps);
		if (album !== void 0) releases.push({
			artist,
			album,
			tracks: byArtist(opened.found ?? [], artist, album, asking)
		});
	}
	return {
		releases: inOrder$2(releases),
		gaps
	};
}
function byArtist(tracks, artist, album, asking) {
	if (album.artists.some(({ id }) => id === artist)) return tracks;
	return tracks.filter((uri) => {
		const item = asking.item(uri);
		return item?.kind === "track" && item.artists.some(({ id }) => id === artist);
	});
}
function inOrder$2(releases) {
	return [...Map.groupBy(releases, ({ artist }) => artist).values()].flatMap((own) => own.sort((one, other) => newestFirst$1(one.album, other.album)));
}
function newestFirst$1(one, other) {
	return compare$3(other.released ?? "", one.released ?? "") || compare$3(one.id, other.id);
}
const compare$3 = (one, other) => one < other ? -1 : one > other ? 1 : 0;
// src/words/sources/discography/without.ts
function withoutIn({ walked, perArtist, perRelease, outOf }) {
	const artists = new Set(walked.artists);
	return ({ uri, item, album }) => {
		if (item?.kind !== "track") return void 0;
		if (![...item.artists, ...album?.artists ?? []].some(({ id }) => id !== null && artists.has(id))) return {
			datum: "by none of the artists",
			decided: false
		};
		const released = album?.released ?? null;
		const out = released === null ? void 0 : outOf(released);
		if (out !== void 0) return {
			datum: `released ${released}, ${out}`,
			decided: true
		};
		const release = walked.releases.find(({ tracks }) => tracks.some((track) => track === uri));
		if (release === void 0) return {
			datum: "not among the releases",
			decided: false
		};
		const limit = perRelease !== null && !release.tracks.slice(0, perRelease).some((track) => track === uri) ? `${perRelease} of this release already` : `${perArtist} by this artist already`;
		return {
			datum: `released ${release.album.released ?? "at a date not known"}, ${limit}`,
			decided: true
		};
	};
}
// src/words/sources/discography/word.ts
const groups$1 = _Array_(Enum([
	"album",
	"single",
	"appears_on",
	"compilation"
]), { minItems: 1 });
const defaultGroups = ["album", "single"];
const number$2 = Integer({
	minimum: 1,
	maximum: 1e4
});
const window = testsWith(dates);
const discographySource = (named) => defineSource({
	...named,
	schema: Union([who, _Object_({
		artists: who,
		groups: Optional(groups$1),
		released: Optional(window.schema),
		per_artist: Optional(number$2),
		per_album: Optional(number$2)
	}, { additionalProperties: false })]),
	read: (written, reading) => {
		const isMap = typeof written === "object" && "artists" in written;
		const whole = isMap ? written : { artists: written };
		const artists = readWho(whole.artists, isMap ? below(reading, "artists") : reading);
		const released = whole.released === void 0 ? [] : window.read(whole.released, below(reading, "released"));
		if (artists === void 0 || released === void 0) return void 0;
		const { groups = defaultGroups, per_artist: perArtist = null, per_album: perAlbum = null } = whole;
		return {
			artists,
			groups: [...new Set(groups)].sort(),
			released,
			perArtist,
			perAlbum
		};
	},
	scopes: ({ artists }) => scopesOf(artists),
	run: ({ artists, groups, released, perArtist, perAlbum }, asking) => {
		const isWanted = (album) => released.length === 0 ? true : isIn(released, album, asking);
		const walked = walk$1({
			artists,
			groups,
			isWanted
		}, asking);
		if (walked === void 0) return void 0;
		const limits = {
			perArtist,
			perRelease: perAlbum
		};
		const outOf = (date) => outOfDays(released, date, asking);
		return {
			entries: entriesOf$3(withinLimits$1(walked.releases, limits), asking),
			gaps: walked.gaps,
			without: withoutIn({
				walked,
				...limits,
				outOf
			})
		};
	}
});
function outOfDays(tests, date, asking) {
	const days = daysOf$1(date);
	const failed = days && tests.find((test) => window.holds([test], days, asking) === false);
	if (failed === void 0) return void 0;
	return failed.operator === "in_the_last" && isDaySpan(failed.operand) ? `out of ${lastInWords(failed.operand)}` : "out of the days that are asked for";
}
function isIn(tests, { released }, asking) {
	const days = released === null ? void 0 : daysOf$1(released);
	return days === void 0 ? null : window.holds(tests, days, asking);
}
// src/words/sources/artist.ts
const artist$1 = discographySource({
	key: "artist",
	summary: "The discography of an artist: albums and singles unless `groups` says otherwise, the newest first.",
	example: "- artist: \"https://open.spotify.com/artist/6NMoznfhRNmFfyVuyNuvS2\""
});
// src/words/sources/artists.ts
const artists$2 = discographySource({
	key: "artists",
	summary: "The discographies of artists: albums and singles unless `groups` says otherwise, the newest first, artist by artist.",
	example: "- artists: { artists: lists/city-pop-artists.yaml, released: { after: 2020 }, per_artist: 5 }"
});
// src/words/sources/without.ts
const hasNot = (datum) => () => ({
	datum,
	decided: false
});
// src/words/sources/file.ts
const file = defineSource({
	key: "file",
	summary: "The tracks that a list file names, in its order; a line with only an ISRC is looked for, unless `match: uri`.",
	example: "- file: lists/evergreens.csv",
	schema: Union([String$1({ minLength: 1 }), _Object_({
		path: String$1({ minLength: 1 }),
		match: Optional(Enum([
			"uri",
			"isrc",
			"search"
		]))
	}, { additionalProperties: false })]),
	read: (written, reading) => {
		const { path, match = "isrc" } = typeof written === "string" ? { path: written } : written;
		const list = (typeof written === "string" ? reading : below(reading, "path")).list(path);
		if (match === "search") {
			reading.report(problem("rules/not-yet", { word: "match: search" }, reading.at("match")));
			return;
		}
		if (list === void 0) return void 0;
		return namesTracks(list.lines, match, reading) ? {
			path,
			match
		} : void 0;
	},
	run: ({ path, match }, asking) => {
		const found = (asking.list(path)?.lines ?? []).map((line) => fromLine(line, match, asking));
		if (!found.every((one) => one !== void 0)) return void 0;
		return {
			entries: found.flatMap(({ entries }) => entries),
			gaps: found.flatMap(({ gaps }) => gaps),
			without: hasNot(`not in ${path}`)
		};
	}
});
function namesTracks(lines, match, reading) {
	if (lines.length === 0 || lines.some(({ uri, isrc }) => uri !== null || match === "isrc" && isrc !== null)) return true;
	const wanted = match === "uri" ? "a list with a \"track\" or \"uri\" column" : "a list with a \"track\", \"uri\" or \"isrc\" column";
	reading.report(problem("rules/wrong-value", {
		what: "file",
		found: "a list that names no tracks",
		wanted,
		nearest: null
	}, reading.at()));
	return false;
}
const nothing$3 = {
	entries: [],
	gaps: []
};
function fromLine({ uri, isrc, at }, match, asking) {
	const datum = `${at.file}:${at.line}`;
	if (uri !== null) return {
		entries: [{
			uri,
			addedAt: null,
			datum
		}],
		gaps: []
	};
	if (isrc === null || match === "uri") return nothing$3;
	const answer = asking.answer({
		account: asking.account,
		kind: "search",
		query: `isrc:${isrc}`,
		most: 1
	});
	if (answer === void 0) return void 0;
	const { found, gaps } = foundIn$1(answer, `the search for ISRC ${isrc}`);
	return {
		entries: (found ?? []).slice(0, 1).map((entry) => ({
			uri: entry.uri,
			addedAt: null,
			datum: `${datum}, ISRC ${isrc}`
		})),
		gaps
	};
}
// src/words/sources/liked.ts
const liked = defineSource({
	key: "liked",
	summary: "The tracks that the account has saved, newest first.",
	example: "- liked: { since: 30d, limit: 50 }",
	schema: Union([Null(), _Object_({
		since: Optional(String$1({ description: "A date, or a span: 2026-11-01, 30d" })),
		limit: Optional(Integer({
			minimum: 1,
			maximum: 1e4
		}))
	}, { additionalProperties: false })]),
	alone: true,
	scopes: () => ["user-library-read"],
	read: (written, reading) => {
		const { since: text, limit = null } = written ?? {};
		if (text === void 0) return {
			since: null,
			limit
		};
		const since = readSince(text, below(reading, "since"));
		return since && {
			since,
			limit
		};
	},
	run: ({ since, limit }, asking) => {
		const first = since === null ? null : "day" in since ? since.day : lastDays(asking.night, since).first;
		const answer = askFor(limit, first, asking);
		if (answer === void 0) return void 0;
		const { found, gaps } = foundIn$1(answer, "the list of liked tracks");
		return {
			entries: (found ?? []).filter((entry) => isSince(entry, first, asking)).slice(0, limit ?? void 0).map((entry) => ({
				...entry,
				datum: datumOf$1(entry)
			})),
			gaps,
			without: ({ uri }) => leftOut(found?.find((entry) => entry.uri === uri), {
				since,
				limit,
				first
			}, asking)
		};
	}
});
const readSince = (text, reading) => {
	if (!/^\d{4}(?:-|$)/.test(text)) return readDaySpan(text, reading);
	const day = readDate$1(text, reading)?.first;
	return typeof day === "string" ? { day } : void 0;
};
function askFor(limit, first, asking) {
	const steps = first === null ? [limit] : [...[50, 500].filter((most) => limit === null || most < limit), limit];
	for (const most of steps) {
		const answer = asking.answer({
			account: asking.account,
			kind: "liked",
			most
		});
		if (answer?.state !== "whole" || most === null || most === limit) return answer;
		const last = answer.found.at(-1);
		if (answer.found.length < most || last !== void 0 && !isSince(last, first, asking)) return answer;
	}
}
function isSince({ addedAt }, first, { timezone }) {
	if (first === null) return true;
	const day = addedAt === null ? void 0 : dayIn(timezone, addedAt);
	return day !== void 0 && day >= first;
}
function leftOut(entry, { since, limit, first }, asking) {
	const last = since === null || "day" in since ? null : lastInWords(since);
	if (entry === void 0) {
		if (first !== null) return {
			datum: `not liked ${last === null ? `since ${first}` : `in ${last}`}`,
			decided: false
		};
		return {
			datum: limit === null ? "not liked" : `not among the newest ${limit} that are liked`,
			decided: false
		};
	}
	const why = isSince(entry, first, asking) ? `not among the newest ${limit}` : last === null ? `before ${first}` : `out of ${last}`;
	return {
		datum: `${datumOf$1(entry)}, ${why}`,
		decided: true
	};
}
const datumOf$1 = ({ addedAt }) => addedAt === null ? "liked" : `liked ${addedAt.slice(0, 10)}`;
// src/words/sources/new-releases.ts
const newReleases = defineSource({
	key: "new_releases",
	summary: "What the artists released in the last days (14 unless `within` says otherwise), the newest first.",
	example: "- new_releases: { artists: followed, within: 28d, per_artist: 2 }",
	schema: _Object_({
		artists: who,
		within: Optional(String$1({ description: "Days or longer: 28d, 4w, 6mo" })),
		groups: Optional(groups$1),
		per_artist: Optional(number$2),
		per_release: Optional(number$2),
		lead_track_only: Optional(Boolean$1())
	}, { additionalProperties: false }),
	emptyIsNormal: true,
	read: (written, reading) => {
		const artists = readWho(written.artists, below(reading, "artists"));
		const within = readDaySpan(written.within ?? "14d", below(reading, "within"));
		const { groups = defaultGroups, per_artist: perArtist = null, per_release: most = null } = written;
		const isLead = written.lead_track_only === true;
		if (isLead && most !== null && most > 1) {
			reading.report(problem("rules/conflict", {
				words: ["lead_track_only", "per_release"],
				reason: "the lead track is one a release"
			}, reading.at("per_release")));
			return;
		}
		if (artists === void 0 || within === void 0) return void 0;
		return {
			artists,
			within,
			groups: [...new Set(groups)].sort(),
			perArtist,
			perRelease: isLead ? 1 : most
		};
	},
	scopes: ({ artists }) => scopesOf(artists),
	run: ({ artists, within, groups, perArtist, perRelease }, asking) => {
		const range = lastDays(asking.night, within);
		const isWanted = ({ released }) => {
			const days = released === null ? void 0 : daysOf$1(released);
			return days === void 0 ? null : fallsInto(days, range);
		};
		const walked = walk$1({
			artists,
			groups,
			isWanted
		}, asking);
		if (walked === void 0) return void 0;
		const releases = walked.releases.toSorted((one, other) => newestFirst$1(one.album, other.album));
		const outOf = (released) => {
			const days = daysOf$1(released);
			return days !== void 0 && fallsInto(days, range) === false ? `out of ${lastInWords(within)}` : void 0;
		};
		const limits = {
			perArtist,
			perRelease
		};
		return {
			entries: entriesOf$3(withinLimits$1(releases, limits), asking),
			gaps: walked.gaps,
			without: withoutIn({
				walked,
				...limits,
				outOf
			})
		};
	}
});
// src/words/values/date.ts
function isDate(text) {
	const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
	if (year === void 0) return false;
	return Number(day) >= 1 && Number(day) <= daysOf(Number(year), Number(month));
}
function daysOf(year, month) {
	return [
		31,
		year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
		31,
		30,
		31,
		30,
		31,
		31,
		30,
		31,
		30,
		31
	][month - 1] ?? 0;
}
const playlist$2 = defineSource({
	key: "playlist",
	summary: "The tracks and episodes of a playlist that the account owns or may edit; Spotify shows no others. `as_of: 2026-10-01` reads what the ledger knew of it then.",
	example: "- playlist: { id: \"https://open.spotify.com/playlist/37i9dQZF1DX0XUsuxWHRQd\", order: newest }",
	schema: Union([String$1(), _Object_({
		id: String$1(),
		order: Optional(Enum([
			"original",
			"newest",
			"oldest"
		])),
		as_of: Optional(String$1())
	}, { additionalProperties: false })]),
	read: (written, reading) => {
		const whole = typeof written === "string" ? { id: written } : written;
		const id = readId("playlist", whole.id, typeof written === "string" ? reading : below(reading, "id"));
		const { as_of: asOf = null } = whole;
		if (asOf !== null && !isDate(asOf)) {
			const facts = {
				what: "as_of",
				found: `"${asOf}"`,
				wanted: "a date like 2026-10-01",
				nearest: null
			};
			reading.report(problem("rules/wrong-value", facts, reading.at("as_of")));
			return;
		}
		return id === void 0 ? void 0 : {
			id,
			order: whole.order ?? "original",
			asOf
		};
	},
	run: ({ id, order, asOf }, asking) => {
		if (asOf !== null) {
			if (asOf >= asking.night) return {
				...nothing$2,
				gaps: [`playlist ${id} as of ${asOf}: that night is not over`]
			};
			const past = asking.answer({
				account: asking.account,
				kind: "as_of",
				id,
				night: asOf
			});
			if (past === void 0) return void 0;
			const { found, gaps } = foundIn$1(past, `playlist ${id} as of ${asOf}`);
			return {
				entries: inOrder$1(entriesAsOf(found ?? [], asOf), order),
				gaps,
				without: hasNot(`not in it as of ${asOf}`)
			};
		}
		const answer = asking.answer({
			account: asking.account,
			kind: "playlist",
			id
		});
		if (answer === void 0) return void 0;
		const { found, gaps } = foundIn$1(answer, `playlist ${id}`);
		if (found === null) return {
			...nothing$2,
			gaps
		};
		return {
			entries: inOrder$1(entriesOf$2(found), order),
			gaps,
			without: hasNot(`not in "${found.details.name}"`)
		};
	}
});
const nothing$2 = {
	entries: [],
	without: () => void 0
};
const entriesOf$2 = ({ rows, details }) => rows.flatMap((row, index) => {
	const added = row.addedAt === null ? "" : `, added ${row.addedAt.slice(0, 10)}`;
	const datum = `row ${index + 1} of "${details.name}"${added}`;
	return row.kind === "item" ? [{
		uri: row.uri,
		addedAt: row.addedAt,
		datum
	}] : [];
});
const entriesAsOf = (entries, night) => entries.map((one, index) => ({
	...one,
	datum: `track ${index + 1} as of ${night}`
}));
function inOrder$1(entries, order) {
	if (order === "original") return entries;
	const [dated, undated] = [entries.filter(({ addedAt }) => addedAt !== null), entries.filter(({ addedAt }) => addedAt === null)];
	const direction = order === "newest" ? -1 : 1;
	return [...dated.sort((one, other) => direction * byAge(one.addedAt, other.addedAt)), ...undated];
}
const byAge = (one, other) => {
	const [first, second] = [one ?? "", other ?? ""];
	return first < second ? -1 : first > second ? 1 : 0;
};
// src/words/sources/rule.ts
const rule$2 = defineSource({
	key: "rule",
	summary: "What another rule comes to in this same plan.",
	example: "- rule: deep-cuts",
	schema: String$1({ minLength: 1 }),
	read: (written, reading) => {
		const slug = reading.rule(written);
		return slug && { slug };
	},
	after: ({ slug }) => [slug],
	run: ({ slug }, asking) => {
		const rows = asking.outcome(slug);
		if (rows === void 0) return void 0;
		return {
			entries: rows.map((uri, index) => ({
				uri,
				addedAt: null,
				datum: `row ${index + 1} of ${slug}`
			})),
			gaps: [],
			without: hasNot(`not in ${slug}`)
		};
	}
});
// src/words/sources/search.ts
const text$2 = String$1({
	pattern: "\\S",
	maxLength: 200
});
const orNumber = Union([text$2, Integer()]);
const written$5 = _Object_({
	q: Optional(text$2),
	filters: Optional(_Object_({
		artist: Optional(text$2),
		album: Optional(orNumber),
		track: Optional(orNumber),
		year: Optional(orNumber),
		genre: Optional(text$2),
		isrc: Optional(text$2),
		upc: Optional(orNumber),
		tag: Optional(Enum(["new", "hipster"]))
	}, {
		additionalProperties: false,
		minProperties: 1
	})),
	take: Optional(Integer({
		minimum: 1,
		maximum: 100
	}))
}, {
	additionalProperties: false,
	anyOf: [{ required: ["q"] }, { required: ["filters"] }]
});
const search$2 = defineSource({
	key: "search",
	summary: "The first tracks that Spotify finds, 10 unless `take` says more (at most 100). What it finds changes from day to day.",
	example: "- search: { filters: { genre: city pop, year: 1978-1989 }, take: 30 }",
	schema: Union([text$2, written$5]),
	read: (one, reading) => {
		if (typeof one === "string") return {
			query: one.trim(),
			take: 10
		};
		const { q, filters = {}, take = 10 } = one;
		const parts = Object.entries(filters).map(([filter, value]) => filterPart(filter, String(value), reading));
		if (!parts.every((part) => part !== void 0)) return void 0;
		return {
			query: [...q === void 0 ? [] : [q.trim()], ...parts].join(" "),
			take
		};
	},
	run: ({ query, take }, asking) => {
		const answer = asking.answer({
			account: asking.account,
			kind: "search",
			query,
			most: take
		});
		if (answer === void 0) return void 0;
		const { found, gaps } = foundIn$1(answer, `the search for ${query}`);
		return {
			entries: (found ?? []).slice(0, take).map(({ uri }, index) => ({
				uri,
				addedAt: null,
				datum: `number ${index + 1} of the search for ${query}`
			})),
			gaps,
			without: hasNot(`not among the first ${take} of the search for ${query}`)
		};
	}
});
function filterPart(filter, value, reading) {
	const at = reading.at("filters", filter);
	if (filter === "upc" || filter === "tag") {
		reading.report(problem("rules/conflict", {
			words: [filter, "search"],
			reason: "Spotify finds only albums by it, and this source yields tracks"
		}, at));
		return;
	}
	const plain = filter in plainValues ? value.replaceAll(filter === "isrc" ? /[\s-]/g : /\s/g, "").toUpperCase() : value;
	const { pattern, wanted } = plainValues[filter] ?? {
		pattern: /[^"\s]/,
		wanted: "a text"
	};
	if (!pattern.test(plain)) {
		reading.report(problem("rules/wrong-value", {
			what: filter,
			found: `"${value}"`,
			wanted,
			nearest: null
		}, at));
		return;
	}
	return filter in plainValues ? `${filter}:${plain}` : `${filter}:"${value.replaceAll("\"", " ").replaceAll(/\s+/g, " ").trim()}"`;
}
const plainValues = {
	year: {
		pattern: /^\d{4}(?:-\d{4})?$/,
		wanted: "a year or years like 1978-1989"
	},
	isrc: {
		pattern: /^[A-Z]{2}[A-Z0-9]{3}\d{7}$/,
		wanted: "an ISRC like JPPO08100101"
	}
};
// src/words/sources/top.ts
const ranges$3 = [
	"short",
	"medium",
	"long"
];
const top = defineSource({
	key: "top",
	summary: "The tracks that the account has listened to most, at most 50: over about four weeks, half a year or a year.",
	example: "- top: { range: short, limit: 20 }",
	schema: Union([
		Null(),
		Enum(ranges$3),
		_Object_({
			range: Optional(Enum(ranges$3)),
			limit: Optional(Integer({
				minimum: 1,
				maximum: 50
			}))
		}, { additionalProperties: false })
	]),
	alone: true,
	scopes: () => ["user-top-read"],
	read: (written) => ({
		range: "medium",
		limit: 50,
		...typeof written === "string" ? { range: written } : written
	}),
	run: ({ range, limit }, asking) => {
		const answer = asking.answer({
			account: asking.account,
			kind: "top",
			range
		});
		if (answer === void 0) return void 0;
		const { found, gaps } = foundIn$1(answer, `the list of top tracks (${range})`);
		const entries = (found ?? []).slice(0, limit).map((entry, index) => ({
			...entry,
			datum: `top ${index + 1} (${range})`
		}));
		const without = ({ uri }) => {
			const place = (found ?? []).findIndex((entry) => entry.uri === uri) + 1;
			return place === 0 ? {
				datum: `not in the top ${limit} (${range})`,
				decided: false
			} : {
				datum: `top ${place} (${range}), not in the top ${limit}`,
				decided: true
			};
		};
		return {
			entries,
			gaps,
			without
		};
	}
});
// src/words/sources/tracks.ts
const tracks$1 = defineSource({
	key: "tracks",
	summary: "These tracks and episodes, as they are written: in this order, repeats and all.",
	example: "- tracks: [\"spotify:track:4uLU6hMCjMI75M1A2tKUQC\", \"https://open.spotify.com/track/0VjIjW4GlUZAMYd2vXMi3b\"]",
	schema: Union([String$1(), _Array_(String$1())]),
	read: (written, reading) => {
		const uris = [written].flat().map((text, index) => readUri$2(text, Array.isArray(written) ? below(reading, index) : reading));
		return uris.every((uri) => uri !== void 0) ? { uris } : void 0;
	},
	run: ({ uris }, asking) => {
		for (const uri of uris) if (isTrackUri(uri) && asking.item(uri) === void 0) asking.wish({
			account: asking.account,
			kind: "track",
			uri
		});
		return {
			entries: uris.map((uri, index) => ({
				uri,
				addedAt: null,
				datum: `written, number ${index + 1}`
			})),
			gaps: [],
			without: hasNot("not among the written tracks")
		};
	}
});
function readUri$2(text, reading) {
	const episode = idIn("track", text) === void 0 ? idIn("episode", text) : void 0;
	if (episode !== void 0) return episodeUri(episode);
	const track = readId("track", text, reading);
	return track === void 0 ? void 0 : trackUri(track);
}
// src/words/sources/index.ts
const sources = {
	playlist: playlist$2,
	rule: rule$2,
	tracks: tracks$1,
	liked,
	file,
	artist: artist$1,
	artists: artists$2,
	new_releases: newReleases,
	search: search$2,
	top
};
// src/words/take.ts
const number$1 = Integer({
	minimum: 1,
	maximum: 1e4
});
const take$2 = defineKey({
	key: "take",
	summary: "Keeps the first tracks, with at most so many by one artist or from one album.",
	example: "take: { count: 120, per_artist: 3 }",
	schema: Union([number$1, _Object_({
		count: Optional(number$1),
		per_artist: Optional(number$1),
		per_album: Optional(number$1)
	}, {
		additionalProperties: false,
		minProperties: 1
	})]),
	read: (written, reading) => typeof written === "number" ? {
		count: written,
		perArtist: null,
		perAlbum: null,
		at: reading.at()
	} : {
		count: written.count ?? null,
		perArtist: written.per_artist ?? null,
		perAlbum: written.per_album ?? null,
		at: reading.at()
	},
	absent: (at) => ({
		count: null,
		perArtist: null,
		perAlbum: null,
		at
	})
});
// src/words/where/field.ts
function fieldWith(operators, { find, ...described }) {
	const { schema, read, holds } = testsWith(operators);
	return defineField({
		...described,
		schema,
		read,
		test: (tests, candidate, asking) => {
			const found = find(candidate, asking);
			if (found === void 0) return {
				holds: null,
				datum: `${described.key} not known`
			};
			return {
				holds: holds(tests, found.datum, asking),
				datum: `${described.key} ${found.says}`
			};
		}
	});
}
// src/words/where/added.ts
const added = fieldWith(dates, {
	key: "added",
	summary: "The day on which it came into its source (a playlist, the liked tracks), in the time zone of the portfolio.",
	example: "- added: { not_in_the_last: 6mo }",
	find: ({ addedAt }, { timezone }) => {
		const day = addedAt === null ? void 0 : dayIn(timezone, addedAt);
		return day === void 0 ? void 0 : {
			datum: {
				first: day,
				last: day
			},
			says: day
		};
	}
});
// src/words/values/local.ts
function localFileOf(uri) {
	const parts = uri.split(":");
	if (!uri.startsWith("spotify:local:") || parts.length !== 6) return void 0;
	const [artist, album, title] = parts.slice(2, 5).map(decoded$2);
	const seconds = parts[5] ?? "";
	const durationMs = /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1e3 : null;
	return {
		kind: "local",
		artist: artist ?? null,
		album: album ?? null,
		title: title ?? null,
		durationMs
	};
}
function decoded$2(part) {
	const spaced = part.replaceAll("+", " ").trim();
	if (spaced === "") return null;
	try {
		return decodeURIComponent(spaced);
	} catch {
		return spaced;
	}
}
// src/words/where/known.ts
function factsOf$1({ uri, item }, asking) {
	if (item !== void 0) return item;
	if (isTrackUri(uri)) asking.answer({
		account: asking.account,
		kind: "track",
		uri
	});
	return localFileOf(uri);
}
function albumOf$1(candidate, asking) {
	if (candidate.album !== void 0) return candidate.album;
	const facts = factsOf$1(candidate, asking);
	if (facts?.kind === "track") isAsked(facts, asking);
}
function isrcOf$1(candidate, asking) {
	const facts = factsOf$1(candidate, asking);
	if (facts?.kind !== "track") return facts?.kind === "episode" ? null : void 0;
	return facts.isrc !== null ? facts.isrc : isAsked(facts, asking) ? null : void 0;
}
const isAsked = ({ uri }, asking) => asking.answer({
	account: asking.account,
	kind: "track",
	uri
})?.state === "whole";
// src/words/values/fold.ts
const folded$3 = (text) => text.normalize("NFKC").toUpperCase().toLowerCase().replaceAll("\u03C2", "\u03C3").normalize("NFKC");
// src/words/where/pattern.ts
const compiled = /* @__PURE__ */ new WeakMap();
const matches$1 = defineOperator({
	schema: String$1({
		minLength: 1,
		maxLength: 1e3,
		description: "An RE2 pattern, found anywhere"
	}),
	read: readPattern,
	holds: (pattern, names) => names.some(({ text }) => expressionOf(pattern).matcher(text.normalize("NFKC")).find())
});
function expressionOf(pattern) {
	const known = compiled.get(pattern);
	if (known !== void 0) return known;
	const expression = RE2JS.compile(pattern.pattern, RE2JS.CASE_INSENSITIVE);
	compiled.set(pattern, expression);
	return expression;
}
function readPattern(pattern, reading) {
	try {
		RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
		return { pattern };
	} catch (error) {
		reading.report(problem("rules/bad-pattern", {
			pattern,
			reason: reasonOf$3(error)
		}, reading.at()));
		return;
	}
}
function reasonOf$3(error) {
	if (!(error instanceof RE2JSSyntaxException)) return error instanceof Error ? error.message : String(error);
	const part = error.getPattern() ?? "";
	return part === "" || part.startsWith("(?i)") ? error.getDescription() : `${error.getDescription()} "${part}"`;
}
// src/words/where/text.ts
const text$1 = String$1({
	minLength: 1,
	maxLength: 1e3
});
const written$4 = Union([text$1, Number$1()]);
const several = _Array_(written$4, { minItems: 1 });
function texts$1(kind) {
	const is = defineOperator({
		schema: written$4,
		read: (one, reading) => readWanted(kind, one, reading),
		holds: (wanted, names) => isAny(names, [wanted])
	});
	const isIn = defineOperator({
		schema: several,
		read: (these, reading) => {
			const wanted = these.map((one, index) => readWanted(kind, one, below(reading, index)));
			return wanted.every((one) => one !== void 0) ? wanted : void 0;
		},
		holds: (wanted, names) => isAny(names, wanted)
	});
	return {
		is,
		is_not: negated(is),
		in: isIn,
		not_in: negated(isIn),
		contains: compared((name, part) => name.includes(part)),
		starts_with: compared((name, part) => name.startsWith(part)),
		ends_with: compared((name, part) => name.endsWith(part)),
		matches: matches$1
	};
}
const negated = (operator) => ({
	...operator,
	holds: (operand, datum, asking) => not(operator.holds(operand, datum, asking))
});
const compared = (holds) => defineOperator({
	schema: written$4,
	read: (one) => folded$3(String(one)),
	holds: (part, names) => names.some((name) => holds(folded$3(name.text), part))
});
function isAny(names, wanted) {
	const known = names.map(({ text, id }) => ({
		text: folded$3(text),
		id
	}));
	if (known.some((name) => wanted.some((one) => isThis(name, one) === true))) return true;
	return known.some((name) => wanted.some((one) => isThis(name, one) === null)) ? null : false;
}
const isThis = (name, wanted) => "text" in wanted ? name.text === wanted.text : name.id === null ? null : name.id === wanted.id;
function readWanted(kind, one, reading) {
	const text = String(one);
	const id = kind === null ? void 0 : idIn(kind, text);
	if (id !== void 0) return { id };
	const found = kind === null ? void 0 : linkKind(text);
	if (found === void 0) return { text: folded$3(text) };
	reading.report(problem("rules/not-an-id", {
		text,
		wanted: `an ${kind}`,
		found
	}, reading.at()));
}
// src/words/where/album.ts
const album$3 = fieldWith(texts$1("album"), {
	key: "album",
	summary: "The album that it is on, by title, id or link. Episodes have none.",
	example: "- album: { is_not: \"spotify:album:1weenld61qoidwYuZ1GESA\" }",
	find: (candidate, asking) => {
		const datum = albumsOf$1(candidate, asking);
		return datum && {
			datum,
			says: datum.map(({ text }) => `"${text}"`).join("") || "none"
		};
	}
});
function albumsOf$1(candidate, asking) {
	if (candidate.item?.kind === "episode") return [];
	const found = albumOf$1(candidate, asking);
	if (found !== void 0) return [{
		text: found.title,
		id: found.id
	}];
	const file = localFileOf(candidate.uri);
	return file === void 0 || file.album === null ? void 0 : [{
		text: file.album,
		id: null
	}];
}
// src/words/where/artist.ts
const artist = fieldWith(texts$1("artist"), {
	key: "artist",
	summary: "Any artist that it is credited to, by name, id or link. Episodes have none.",
	example: "- artist: { not_in: [Mariya Takeuchi, \"spotify:artist:3qm84nBOXUEQ2vnTfUTTFC\"] }",
	find: (candidate, asking) => {
		const facts = factsOf$1(candidate, asking);
		const datum = facts && artistsOf$1(facts);
		return datum && {
			datum,
			says: datum.map(({ text }) => `"${text}"`).join(", ") || "none"
		};
	}
});
function artistsOf$1(facts) {
	if (facts.kind === "track") return facts.artists.map(({ id, name }) => ({
		text: name,
		id
	}));
	if (facts.kind === "episode") return [];
	return facts.artist === null ? void 0 : [{
		text: facts.artist,
		id: null
	}];
}
// src/words/values/length.ts
function parseLengthMs(written) {
	if (typeof written === "number") return Number.isFinite(written) && written >= 0 ? written * 1e3 : void 0;
	const clock = /^(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)$/.exec(written);
	if (clock === null) return spanMs(written);
	const [, hours = "0", minutes = "0", seconds = "0"] = clock;
	if (clock[1] !== void 0 && Number(minutes) > 59) return void 0;
	return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1e3;
}
function spanMs(text) {
	const span = parseSpan(text);
	return span !== void 0 && span.months === 0 && span.days === 0 ? span.ms : void 0;
}
// src/words/where/length.ts
const length = Union([String$1(), Number$1({ minimum: 0 })], { description: "Minutes and seconds, a span, or seconds: \"2:30\", 3m, 150" });
const than$1 = (holds) => defineOperator({
	schema: length,
	read: readLength,
	holds: (limitMs, ms) => holds(ms, limitMs)
});
const lengths = {
	is: than$1((ms, limitMs) => seconds(ms) === seconds(limitMs)),
	is_not: than$1((ms, limitMs) => seconds(ms) !== seconds(limitMs)),
	gt: than$1((ms, limitMs) => ms > limitMs),
	gte: than$1((ms, limitMs) => ms >= limitMs),
	lt: than$1((ms, limitMs) => ms < limitMs),
	lte: than$1((ms, limitMs) => ms <= limitMs),
	between: defineOperator({
		schema: _Array_(length, {
			minItems: 2,
			maxItems: 2
		}),
		read: readRange$1,
		holds: ({ from, until }, ms) => from <= ms && ms <= until
	})
};
const seconds = (ms) => Math.floor(ms / 1e3);
function readLength(written, reading) {
	const ms = parseLengthMs(written);
	if (ms !== void 0) return ms;
	const facts = {
		what: "length",
		found: `"${written}"`,
		wanted: "minutes and seconds like \"2:30\"",
		nearest: null
	};
	reading.report(problem("rules/wrong-value", facts, reading.at()));
}
function readRange$1(written, reading) {
	const [from, until] = written.map((one, index) => readLength(one, below(reading, index)));
	if (from === void 0 || until === void 0) return void 0;
	if (from <= until) return {
		from,
		until
	};
	const facts = {
		what: "between",
		found: written.join(" to "),
		wanted: "the shorter length first",
		nearest: null
	};
	reading.report(problem("rules/wrong-value", facts, reading.at()));
}
function renderLength(ms) {
	const all = seconds(ms);
	const [hours, minutes] = [Math.floor(all / 3600), Math.floor(all / 60) % 60];
	const pad = (part) => String(part).padStart(2, "0");
	return hours > 0 ? `${hours}:${pad(minutes)}:${pad(all % 60)}` : `${minutes}:${pad(all % 60)}`;
}
// src/words/where/duration.ts
const duration = fieldWith(lengths, {
	key: "duration",
	summary: "How long it is.",
	example: "- duration: { between: [\"2:00\", \"6:00\"] }",
	find: (candidate, asking) => {
		const ms = factsOf$1(candidate, asking)?.durationMs ?? null;
		return ms === null ? void 0 : {
			datum: ms,
			says: renderLength(ms)
		};
	}
});
// src/words/where/flag.ts
const flag = (holds) => defineOperator({
	schema: Boolean$1(),
	read: (wanted) => wanted,
	holds
});
// src/words/where/explicit.ts
const explicit = fieldWith({
	is: flag((wanted, is) => wanted === is),
	is_not: flag((wanted, is) => wanted !== is)
}, {
	key: "explicit",
	summary: "Whether it is marked as explicit.",
	example: "- explicit: false",
	find: (candidate, asking) => {
		const facts = factsOf$1(candidate, asking);
		if (facts === void 0 || facts.kind === "local") return void 0;
		return {
			datum: facts.explicit,
			says: facts.explicit ? "yes" : "no"
		};
	}
});
// src/words/where/lines.ts
const made$1 = /* @__PURE__ */ new WeakMap();
function linesOf$2(path, each, asking) {
	const known = made$1.get(asking) ?? /* @__PURE__ */ new Map();
	made$1.set(asking, known);
	const key = `${each} ${path}`;
	const lines = known.get(key) ?? read$4(asking.list(path)?.lines ?? [], each, asking);
	known.set(key, lines);
	return lines;
}
function read$4(lines, each, asking) {
	const tracks = lines.flatMap(({ uri }) => uri ?? []);
	const coarse = lines.filter((line) => each || line.uri === null && line.isrc === null);
	return {
		uri: /* @__PURE__ */ new Set([...tracks, ...tracks.flatMap((uri) => asking.item(uri)?.uri ?? [])]),
		isrc: new Set(lines.flatMap(({ isrc }) => isrc ?? [])),
		album: new Set(coarse.flatMap(({ album }) => album ?? [])),
		artist: new Set(coarse.filter(({ album }) => each || album === null).flatMap(({ artist }) => artist ?? []))
	};
}
// src/words/where/on-list.ts
const listKeys = [
	"uri",
	"isrc",
	"artist",
	"album"
];
const path$3 = String$1({ minLength: 1 });
const paths = Union([path$3, _Array_(path$3, { minItems: 1 })]);
const onList = defineField({
	key: "on_list",
	summary: "Whether a line of a list file is about it: the track or its ISRC, else the album, else any artist, whichever the line names; `key` looks at one column only.",
	example: "- not: { on_list: lists/never.csv }",
	schema: Union([paths, _Object_({
		file: paths,
		key: Optional(Enum(listKeys))
	}, { additionalProperties: false })]),
	read: (written, reading) => {
		const isMap = typeof written === "object" && "file" in written;
		const { file, key = null } = isMap ? written : { file: written };
		const place = isMap ? below(reading, "file") : reading;
		return [file].flat().map((one, index) => place.list(one, ...typeof file === "string" ? [] : [index])).every((list) => list !== void 0) ? {
			paths: [file].flat(),
			key
		} : void 0;
	},
	test: ({ paths, key }, candidate, asking) => {
		const tested = paths.map((path) => ({
			path,
			holds: isOn$2(path, key, candidate, asking)
		}));
		const holds = anyOf(tested.map((one) => one.holds));
		const names = tested.filter((one) => one.holds === holds).map((one) => one.path);
		return {
			holds,
			datum: `${holds === null ? "not known whether on" : holds ? "on" : "not on"} ${holds === true ? names[0] : names.join(", ")}`
		};
	}
});
function isOn$2(path, key, candidate, asking) {
	const lines = linesOf$2(path, key !== null, asking);
	return anyOf((key === null ? listKeys : [key]).map((one) => lines[one].size === 0 ? false : isNamed[one](candidate, lines, asking)));
}
const isNamed = {
	uri: ({ uri }, lines) => lines.uri.has(uri),
	isrc: (candidate, lines, asking) => {
		const isrc = isrcOf$1(candidate, asking);
		return isrc === void 0 ? null : isrc !== null && lines.isrc.has(isrc);
	},
	artist: (candidate, lines, asking) => {
		const facts = factsOf$1(candidate, asking);
		if (facts?.kind === "episode") return false;
		return facts?.kind === "track" ? facts.artists.some(({ id }) => id !== null && lines.artist.has(id)) : null;
	},
	album: (candidate, lines, asking) => {
		const facts = factsOf$1(candidate, asking);
		if (facts?.kind === "episode") return false;
		const album = facts?.kind === "track" ? facts.album ?? albumOf$1(candidate, asking)?.id : void 0;
		return album === void 0 ? null : lines.album.has(album);
	}
};
// src/words/values/recording.ts
function sameRecording(one, other, toleranceMs) {
	if (one.kind === "episode" || other.kind === "episode") return one.uri === other.uri;
	if (one.isrc !== null && one.isrc === other.isrc) return true;
	return Math.abs(one.durationMs - other.durationMs) <= toleranceMs && recordingKey(one) === recordingKey(other);
}
function recordingKey(item) {
	if (item.kind === "episode") return item.uri;
	const [first] = item.artists;
	return `${plainTitle(item.title)} by ${first?.id ?? folded$3(first?.name ?? "")}`;
}
function plainTitle(title) {
	const whole = folded$3(title).replaceAll(/[\u2010-\u2015]/g, "-");
	const bare = whole.replaceAll(guestsInBrackets, " ").replace(guests, " ").replaceAll(remasterInBrackets, " ").trimEnd().replace(remasterBehindDash, "");
	return lettersOf$1(bare) || lettersOf$1(whole) || whole.trim();
}
const guestsInBrackets = /[([](?:feat|ft|featuring)\b[^()[\]]*[)\]]/g;
const guests = /\s(?:feat\.|ft\.|featuring)\s.*?(?=\s-\s|$)/s;
const year = "(?:19|20)\\d\\d";
const remaster = `(?:${year} )?(?:digital(?:ly)? )?remaster(?:ed)?(?: ${year})?(?: (?:version|edition))?(?: ${year})?`;
const remasterInBrackets = new RegExp(`[([]${remaster}[)\\]]`, "g");
const remasterBehindDash = new RegExp(` - ${remaster}$`);
const lettersOf$1 = (text) => text.replaceAll(/['\u2019\u2018`\u00B4]/g, "").replaceAll("&", " and ").replaceAll(/(?![#%@])[\p{P}\s]+/gu, " ").trim();
// src/words/where/members.ts
const memberKeys = [
	"recording",
	"artist",
	"album"
];
const toleranceMs$2 = 2e3;
const made = /* @__PURE__ */ new WeakMap();
function membersOf(playlist, asking) {
	const known = made.get(asking) ?? /* @__PURE__ */ new Map();
	made.set(asking, known);
	const members = known.get(playlist) ?? read$3(playlist, asking);
	known.set(playlist, members);
	return members;
}
function read$3({ rows }, asking) {
	const uris = rows.flatMap((row) => row.kind === "gone" ? [] : [row.uri]);
	const items = uris.flatMap((uri) => asking.item(uri) ?? []);
	const addable = rows.filter(({ kind }) => kind === "item");
	const tracks = items.filter((item) => item.kind === "track");
	return {
		uris: new Set(uris),
		isrcs: new Set(tracks.flatMap(({ isrc }) => isrc ?? [])),
		recordings: Map.groupBy(items, recordingKey),
		artists: new Set(tracks.flatMap(({ artists }) => artists.map(({ id, name }) => id ?? name))),
		albums: new Set(tracks.flatMap(({ album }) => album ?? [])),
		hasUnknown: items.length < addable.length
	};
}
function isMember(candidate, members, key, asking) {
	if (members.uris.has(candidate.uri)) return true;
	const facts = factsOf$1(candidate, asking);
	if (facts === void 0 || facts.kind === "local") return null;
	return isAlike(facts, members, key) || (members.hasUnknown ? null : false);
}
function isAlike(item, members, key) {
	if (item.kind === "episode") return false;
	if (key === "artist") return item.artists.some(({ id, name }) => members.artists.has(id ?? name));
	if (key === "album") return item.album !== null && members.albums.has(item.album);
	if (item.isrc !== null && members.isrcs.has(item.isrc)) return true;
	return (members.recordings.get(recordingKey(item)) ?? []).some((other) => sameRecording(item, other, toleranceMs$2));
}
// src/words/where/on-playlist.ts
const oneOrMore = Union([String$1(), _Array_(String$1(), { minItems: 1 })]);
const onPlaylist = defineField({
	key: "on_playlist",
	summary: "Whether a playlist holds it, by id or link, or as the playlist of a rule was last seen: the recording, or anything by its artists or from its album.",
	example: "- not: { on_playlist: { rule: low-light } }",
	schema: Union([oneOrMore, _Object_({
		playlist: Optional(oneOrMore),
		rule: Optional(oneOrMore),
		key: Optional(Enum(memberKeys))
	}, {
		additionalProperties: false,
		anyOf: [{ required: ["playlist"] }, { required: ["rule"] }]
	})]),
	read: (written, reading) => {
		const isMap = typeof written === "object" && "length" in written === false;
		const { playlist = [], rule = [], key = "recording" } = isMap ? written : { playlist: written };
		const playlists = readEach(playlist, isMap ? below(reading, "playlist") : reading, (text, one) => readId("playlist", text, one));
		const rules = readEach(rule, below(reading, "rule"), (slug, one) => one.rule(slug));
		return playlists && rules && {
			playlists,
			rules,
			key
		};
	},
	test: ({ playlists, rules, key }, candidate, asking) => {
		const known = rules.map((slug) => ({
			name: slug,
			playlist: asking.playlistOf(slug)
		}));
		const tested = [...playlists.map((id) => ({
			name: id,
			playlist: {
				account: asking.account,
				id
			}
		})), ...known].map(({ name, playlist }) => ({
			name,
			holds: playlist === void 0 ? false : isOn$1(playlist, key, candidate, asking)
		}));
		const holds = anyOf(tested.map((one) => one.holds));
		const [deciding] = tested.filter((one) => one.holds === holds);
		return {
			holds,
			datum: says$1(holds, holds === false ? tested.map(({ name }) => name).join(", ") : deciding?.name ?? "")
		};
	}
});
const says$1 = (holds, names) => holds === null ? `not known whether on ${names}` : holds ? `on ${names}` : `not on ${names}`;
function isOn$1({ account, id }, key, candidate, asking) {
	const answer = asking.answer({
		account,
		kind: "playlist",
		id
	});
	if (answer === void 0 || answer.state === "none" || answer.found === null) return null;
	const holds = isMember(candidate, membersOf(answer.found, asking), key, asking);
	return holds === false && answer.state === "part" ? null : holds;
}
function readEach(written, reading, readOne) {
	const read = [written].flat().map((text, index) => readOne(text, typeof written === "string" ? reading : below(reading, index)));
	return read.every((one) => one !== void 0) ? read : void 0;
}
// src/words/where/past.ts
const never = {
	first: "",
	last: ""
};
const lastLeft = fieldWith(dates, {
	key: "last_left",
	summary: "The night on which it last left this playlist. What never left passes `not_in_the_last`: a cool-down.",
	example: "- last_left: { not_in_the_last: 90d }",
	find: ({ uri }, { past }) => {
		const night = past(uri)?.leftLast ?? null;
		return night === null ? {
			datum: never,
			says: "never"
		} : {
			datum: {
				first: night,
				last: night
			},
			says: night
		};
	}
});
const firstSeen = fieldWith(dates, {
	key: "first_seen",
	summary: "The night on which it first stood in this playlist, as far back as the ledger goes; tonight for what never did.",
	example: "- first_seen: { in_the_last: 6mo }",
	find: ({ uri }, { past, night: tonight }) => {
		const night = past(uri)?.firstSeen ?? tonight;
		return {
			datum: {
				first: night,
				last: night
			},
			says: night
		};
	}
});
const than = (holds) => defineOperator({
	schema: String$1({ description: "Days or longer: 28d, 4w, 6mo, 2y" }),
	read: readDaySpan,
	holds: (span, since, { night }) => holds(since, lastDays(night, span).first ?? "")
});
const tenure = fieldWith({
	is: than((since, first) => since === first),
	gt: than((since, first) => since < first),
	gte: than((since, first) => since <= first),
	lt: than((since, first) => since > first),
	lte: than((since, first) => since >= first)
}, {
	key: "tenure",
	summary: "How long it has stood in this playlist without a break; no time at all for what is not in it.",
	example: "- tenure: { lt: 90d }",
	find: ({ uri }, { past, night }) => {
		const since = past(uri)?.since ?? null;
		return since === null ? {
			datum: night,
			says: "not in it"
		} : {
			datum: since,
			says: `since ${since}`
		};
	}
});
// src/words/where/released.ts
const released = fieldWith(dates, {
	key: "released",
	summary: "When its album came out, or the episode; as exact as Spotify knows it, and not known where a month cannot decide.",
	example: "- released: { in_the_last: 28d }",
	find: (candidate, asking) => {
		const { item } = candidate;
		const date = item?.kind === "episode" ? item.released : albumOf$1(candidate, asking)?.released;
		const datum = typeof date === "string" ? daysOf$1(date) : void 0;
		return datum && {
			datum,
			says: date ?? ""
		};
	}
});
// src/words/where/index.ts
const fields = {
	title: fieldWith(texts$1(null), {
		key: "title",
		summary: "Its title, letter case left out.",
		example: "- title: { contains: night }",
		find: (candidate, asking) => {
			const text = factsOf$1(candidate, asking)?.title ?? null;
			return text === null ? void 0 : {
				datum: [{
					text,
					id: null
				}],
				says: `"${text}"`
			};
		}
	}),
	artist,
	album: album$3,
	released,
	added,
	duration,
	explicit,
	on_playlist: onPlaylist,
	on_list: onList,
	last_left: lastLeft,
	first_seen: firstSeen,
	tenure
};
// src/words/where/judge.ts
function judge(condition, candidate, asking) {
	switch (condition.kind) {
		case "test": {
			const { word, args, at } = condition;
			return {
				...fields[word]?.test(args, candidate, asking) ?? {
					holds: null,
					datum: "not known"
				},
				word,
				at
			};
		}
		case "not": {
			const judged = judge(condition.of, candidate, asking);
			return {
				...judged,
				holds: not(judged.holds)
			};
		}
		case "all":
		case "any": return judgeGroup(condition, candidate, asking);
		default: return unreachable$1(condition);
	}
}
function judgeGroup({ kind, of, at }, candidate, asking) {
	const decides = kind === "any";
	const judged = [];
	for (const part of of) {
		const judgement = judge(part, candidate, asking);
		if (judgement.holds === decides) return judgement;
		judged.push(judgement);
	}
	const unknown = judged.find(({ holds }) => holds === null);
	if (unknown !== void 0) return unknown;
	const [only] = judged;
	if (judged.length === 1 && only !== void 0) return only;
	return {
		holds: !decides,
		word: kind,
		at,
		datum: judged.map(({ datum }) => datum).join("; ") || "no condition"
	};
}
// src/words/where.ts
const condition$2 = Unsafe({ $ref: "#/$defs/condition" });
const conditions = _Array_(condition$2);
const wholeCondition = _Object_({
	all: Optional(conditions),
	any: Optional(_Array_(condition$2, { minItems: 1 })),
	not: Optional(condition$2),
	...Object.fromEntries(Object.values(fields).map((word) => [word.key, Optional(documented(word))]))
}, {
	additionalProperties: false,
	minProperties: 1,
	description: "A map of fields and of \"all\", \"any\" and \"not\"; what it names must all hold"
});
const where$1 = defineKey({
	key: "where",
	summary: "Keeps what every condition of the list holds for; `all`, `any` and `not` nest. What is not known is neither true nor false.",
	example: "where:\n  - released: { in_the_last: 28d }\n  - any: [{ explicit: false }, { artist: Mariya Takeuchi }]",
	schema: Union([condition$2, conditions]),
	definitions: { condition: wholeCondition },
	read: (written, reading) => Array.isArray(written) ? readAll$1("all", written, reading) : readOne(written, reading),
	absent: (at) => ({
		kind: "all",
		of: [],
		at
	})
});
function readAll$1(kind, written, reading) {
	const of = written.map((one, index) => readOne(one, below(reading, index)));
	return of.every((one) => one !== void 0) ? {
		kind,
		of,
		at: reading.at()
	} : void 0;
}
function readOne(written, reading) {
	const of = Object.entries(written).map(([word, value]) => readEntry$1(word, value, below(reading, word)));
	if (!of.every((one) => one !== void 0)) return void 0;
	const [only] = of;
	return of.length === 1 && only !== void 0 ? only : {
		kind: "all",
		of,
		at: reading.at()
	};
}
function readEntry$1(word, value, reading) {
	if (word === "all" || word === "any") return readAll$1(word, value, reading);
	if (word === "not") {
		const of = readOne(value, reading);
		return of && {
			kind: "not",
			of,
			at: reading.at()
		};
	}
	const args = fields[word]?.read(value, reading);
	return args === void 0 ? void 0 : {
		kind: "test",
		word,
		args,
		at: reading.at()
	};
}
// src/words/from.ts
const words$10 = Object.values(sources);
const wordNames = words$10.map(({ key }) => key);
const alone$1 = words$10.filter((word) => word.alone === true).map(({ key }) => key);
const modifiers = {
	where: where$1,
	sort,
	take: take$2
};
const item$2 = _Object_({
	...Object.fromEntries([...words$10, ...Object.values(modifiers)].map((word) => [word.key, Optional(documented(word))])),
	as: Optional(String$1({
		minLength: 1,
		maxLength: 100,
		description: "A name for this source"
	}))
}, { additionalProperties: false });
const from$2 = defineKey({
	key: "from",
	summary: "Where tracks come from: a list of sources, each of which may carry its own `where`, `sort`, `take` and a name (`as`).",
	example: "from:\n  - liked\n  - new_releases: { artists: followed, within: 14d }\n    as: new",
	schema: _Array_(Union([Enum(alone$1), item$2]), { minItems: 1 }),
	definitions: { ...where$1.definitions },
	read: (written, reading) => {
		const read = written.map((one, index) => {
			return readSource(typeof one === "string" ? { [one]: null } : one, below(reading, index), typeof one === "string");
		});
		const names = namesOf$2(read.map((one) => ({
			word: one?.word ?? "",
			as: one?.as ?? null
		})), (index) => below(reading, index, "as"));
		const steps = read.flatMap((one, index) => one === void 0 ? [] : [{
			...one,
			as: names?.[index] ?? ""
		}]);
		return names !== void 0 && steps.length === read.length ? steps : void 0;
	},
	absent: () => []
});
function readSource(parts, reading, isBare) {
	const word = onlyWord(parts, reading);
	const common = {
		where: readModifier(where$1, parts, reading),
		sort: readModifier(sort, parts, reading),
		take: readModifier(take$2, parts, reading)
	};
	if (word === void 0) return void 0;
	const inner = isBare ? {
		...reading,
		at: () => reading.at()
	} : below(reading, word.key);
	const args = word.read(parts[word.key] ?? {}, inner);
	if (args === void 0 || common.where === void 0 || common.sort === void 0 || common.take === void 0) return void 0;
	const as = typeof parts["as"] === "string" ? parts["as"] : null;
	return {
		word: word.key,
		args,
		at: inner.at(),
		as,
		where: common.where,
		sort: common.sort,
		take: common.take
	};
}
function onlyWord(parts, reading) {
	const [one, other] = Object.keys(parts).flatMap((written) => words$10.find(({ key }) => key === written) ?? []);
	if (one === void 0) reading.report(problem("rules/wrong-value", {
		what: "source",
		found: "no source word",
		wanted: `one of: ${wordNames.join(", ")}`,
		nearest: null
	}, reading.at()));
	if (one === void 0 || other === void 0) return one;
	const facts = {
		words: [one.key, other.key],
		reason: "an item of \"from\" is one source"
	};
	reading.report(problem("rules/conflict", facts, reading.at(other.key)));
}
const readModifier = (word, parts, reading) => word.key in parts ? word.read(parts[word.key], below(reading, word.key)) : word.absent(reading.at());
// src/words/pin.ts
const place$3 = Integer({
	minimum: 1,
	maximum: 1e4
});
const date$1 = String$1({ description: "A night, 2026-11-27" });
const written$3 = _Object_({
	track: String$1(),
	at: Optional(place$3),
	range: Optional(_Array_(place$3, {
		minItems: 2,
		maxItems: 2
	})),
	from: Optional(date$1),
	until: Optional(date$1),
	reason: Optional(String$1({ maxLength: 200 }))
}, { additionalProperties: false });
const pin = defineKey({
	key: "pin",
	summary: "Holds tracks in, at a place or in a range of places (1 is the top), for as long as the dates say.",
	example: "pin:\n  - { track: \"spotify:track:4uLU6hMCjMI75M1A2tKUQC\", at: 1, until: 2026-12-04, reason: Summer push }",
	schema: _Array_(written$3),
	read: (pins, reading) => {
		const read = pins.map((one, index) => {
			const uri = readUri$1(one.track, index, reading);
			const range = readRange(one, index, reading);
			const dates = ["from", "until"].filter((key) => readDate(one[key], [index, key], reading));
			if (uri === void 0 || range === void 0 || dates.length < 2) return void 0;
			const { from = null, until = null, reason = null } = one;
			return {
				uri,
				range,
				from,
				until,
				reason,
				at: reading.at(index)
			};
		});
		return read.every((one) => one !== void 0) ? read : void 0;
	},
	absent: () => []
});
function readUri$1(text, index, reading) {
	if (isEpisodeUri(text)) return text;
	const id = idIn("track", text);
	if (id !== void 0) return trackUri(id);
	reading.report(problem("rules/not-an-id", {
		text,
		wanted: "a track",
		found: linkKind(text) ?? null
	}, reading.at(index, "track")));
}
function readRange({ at, range }, index, reading) {
	const [first, last] = at === void 0 ? range ?? [] : [at, at];
	if (first === void 0 || last === void 0) return null;
	const complaint = at !== void 0 && range !== void 0 ? problem("rules/conflict", {
		words: ["at", "range"],
		reason: "both say the place"
	}, reading.at(index, "range")) : first > last ? problem("rules/wrong-value", {
		what: "range",
		found: `${first} to ${last}`,
		wanted: "the first place, then the last",
		nearest: null
	}, reading.at(index, "range")) : void 0;
	if (complaint === void 0) return [first, last];
	reading.report(complaint);
}
function readDate(text, path, reading) {
	if (text === void 0 || isDate(text)) return true;
	const facts = {
		what: path[1],
		found: `"${text}"`,
		wanted: "a date like 2026-11-27",
		nearest: null
	};
	reading.report(problem("rules/wrong-value", facts, reading.at(...path)));
	return false;
}
// src/words/settings/account.ts
const account = defineKey({
	key: "account",
	summary: "The account of setlist.yaml that owns the playlist; the only one when it is not written.",
	example: "account: studio",
	schema: String$1({
		minLength: 1,
		description: "The name of an account in setlist.yaml"
	}),
	read: (written) => written,
	absent: () => null
});
// src/words/settings/ack.ts
const ack = defineKey({
	key: "ack",
	summary: "Your word that so many removals are meant, good through the night of the date.",
	example: "ack: { removals: 41, until: 2026-11-29 }",
	schema: _Object_({
		removals: Integer({
			minimum: 1,
			maximum: 1e4
		}),
		until: String$1({ description: "A date like 2026-11-29" })
	}, { additionalProperties: false }),
	read: ({ removals, until }, reading) => {
		if (isDate(until)) return {
			removals,
			until,
			at: reading.at()
		};
		const facts = {
			what: "until",
			found: `"${until}"`,
			wanted: "a date like 2026-11-29",
			nearest: null
		};
		reading.report(problem("rules/wrong-value", facts, reading.at("until")));
	},
	absent: () => null
});
// src/words/values/nearest.ts
var import_fastest_levenshtein = require_fastest_levenshtein();
function nearest(word, allowed) {
	const meant = plain$3(word.slice(0, 100));
	const most = Math.max(1, Math.floor(meant.length / 3));
	return [...allowed].map((candidate) => ({
		candidate,
		slips: apart(meant, plain$3(candidate))
	})).filter(({ slips }) => slips <= most).sort((one, other) => one.slips - other.slips)[0]?.candidate ?? null;
}
const apart = (one, other) => one !== other && lettersOf(one) === lettersOf(other) ? 1 : (0, import_fastest_levenshtein.distance)(one, other);
const lettersOf = (word) => [...word].sort().join("");
const plain$3 = (word) => word.toLowerCase().replaceAll(/[\s_-]/g, "");
// src/words/settings/placeholders.ts
const nightlyPlaceholders = [
	"{count}",
	"{top_artists}",
	"{week}"
];
const placeholdersIn = (text) => text.match(/\{[a-z_]{1,40}\}/g) ?? [];
// src/words/settings/description.ts
const description = defineKey({
	key: "description",
	summary: "The playlist's description, one line of plain text (tags of HTML are left out: Spotify refuses them); `{count}`, `{top_artists}` and `{week}` are filled in. Left alone when it is not written.",
	example: "description: City pop and synthwave for empty roads. {count} tracks.",
	schema: Union([String$1({
		maxLength: 300,
		description: "Text of up to 300 characters"
	}), Null()]),
	read: (written, reading) => {
		const strange = placeholdersIn(written ?? "").filter((one) => !nightlyPlaceholders.includes(one));
		for (const found of strange) {
			const meant = nearest(found, nightlyPlaceholders);
			const facts = {
				what: "description",
				found,
				wanted: `one of: ${nightlyPlaceholders.join(", ")}`,
				nearest: meant
			};
			reading.report(problem("rules/wrong-value", facts, reading.at()));
		}
		return strange.length > 0 ? void 0 : written?.replaceAll(/\s+/g, " ").trim() ?? null;
	},
	absent: () => null
});
// src/words/values/share.ts
function parseShare(text) {
	const [, percent] = /^(\d{1,5}(?:\.\d{1,3})?) ?%$/.exec(text) ?? [];
	return percent === void 0 ? void 0 : Number(percent) / 100;
}
// src/words/settings/guard.ts
const share = String$1({ description: "A share like 25%" });
const rows$1 = Integer({
	minimum: 0,
	maximum: 1e4
});
const guard$1 = defineKey({
	key: "guard",
	summary: "Holds a night back that would change too much: most removals (a share and a number), fewest and most tracks, and what an empty source means.",
	example: "guard: { max_removed: [25%, 40], min_tracks: 40 }",
	schema: _Object_({
		max_removed: Optional(Union([Literal("learned"), _Array_(Union([share, rows$1]), {
			minItems: 2,
			maxItems: 2,
			description: "A share and a number: [25%, 40]"
		})])),
		max_removed_28_nights: Optional(share),
		max_added: Optional(rows$1),
		min_tracks: Optional(rows$1),
		max_tracks: Optional(rows$1),
		empty_source: Optional(Enum(["keep_last_good", "fail"])),
		confirm_nights: Optional(Integer({
			minimum: 1,
			maximum: 30
		}))
	}, {
		additionalProperties: false,
		minProperties: 1
	}),
	read: (written, reading) => {
		const maxRemoved = readLimit(written.max_removed ?? "learned", reading);
		const share = readShare(written.max_removed_28_nights ?? "200%", reading, "max_removed_28_nights");
		const { min_tracks: minTracks = 1, max_tracks: maxTracks = 1e4 } = written;
		if (minTracks > maxTracks) {
			const reason = `no playlist has at least ${minTracks} and at most ${maxTracks} tracks`;
			reading.report(problem("rules/conflict", {
				words: ["min_tracks", "max_tracks"],
				reason
			}, reading.at("max_tracks")));
		}
		if (maxRemoved === void 0 || share === void 0 || minTracks > maxTracks) return void 0;
		return {
			maxRemoved,
			maxRemoved28Nights: share,
			maxAdded: written.max_added ?? null,
			minTracks,
			maxTracks,
			emptySource: written.empty_source ?? "keep_last_good",
			confirmNights: written.confirm_nights ?? 1,
			at: reading.at()
		};
	},
	absent: (at) => ({
		maxRemoved: "learned",
		maxRemoved28Nights: 2,
		maxAdded: null,
		minTracks: 1,
		maxTracks: 1e4,
		emptySource: "keep_last_good",
		confirmNights: 1,
		at
	})
});
function readLimit(written, reading) {
	if (written === "learned") return "learned";
	const [first, count] = written;
	if (typeof first === "string" && typeof count === "number") {
		const share = readShare(first, reading, "max_removed", 0);
		return share === void 0 ? void 0 : {
			share,
			count
		};
	}
	const facts = {
		what: "max_removed",
		found: written.join(", "),
		wanted: "a share, then a number: [25%, 40]",
		nearest: null
	};
	reading.report(problem("rules/wrong-value", facts, reading.at("max_removed")));
}
function readShare(text, reading, ...path) {
	const share = parseShare(text);
	if (share !== void 0) return share;
	const facts = {
		what: String(path[0]),
		found: `"${text}"`,
		wanted: "a share like 25%",
		nearest: null
	};
	reading.report(problem("rules/wrong-value", facts, reading.at(...path)));
}
// src/words/settings/hand-edits.ts
const handEdits = defineKey({
	key: "hand_edits",
	summary: "What happens when somebody edits the playlist by hand: `ask` opens a pull request, `keep` keeps the edits, `revert` lets the rule win.",
	example: "hand_edits: keep",
	schema: Enum([
		"ask",
		"keep",
		"revert"
	]),
	read: (written) => written,
	absent: () => "ask"
});
// src/words/settings/name.ts
const name$1 = defineKey({
	key: "name",
	summary: "The playlist's title.",
	example: "name: Night Drive",
	schema: String$1({
		minLength: 1,
		maxLength: 100,
		pattern: "\\S",
		description: "A title of up to 100 characters"
	}),
	read: (written, reading) => {
		const [changing] = placeholdersIn(written).filter((placeholder) => nightlyPlaceholders.includes(placeholder));
		if (changing === void 0) return written.trim();
		const facts = {
			what: "name",
			found: `"${changing}"`,
			wanted: "it into \"description\": a title stays",
			nearest: null
		};
		reading.report(problem("rules/wrong-value", facts, reading.at()));
	},
	absent: ({ file }) => file.replace(/^.*\//, "").replace(/\.ya?ml$/, "")
});
// src/words/settings/protected.ts
const isProtected = defineKey({
	key: "protected",
	summary: "Nothing is ever removed from this playlist, whatever the rule or an `ack` says.",
	example: "protected: true",
	schema: Boolean$1(),
	read: (written) => written,
	absent: () => false
});
// src/words/settings/public.ts
const isPublic = defineKey({
	key: "public",
	summary: "Whether a new playlist is asked to show on the profile. It is no access control: who has the link can listen.",
	example: "public: true",
	schema: Boolean$1(),
	read: (written) => written,
	absent: () => false
});
// src/words/settings/schedule/condition.ts
const weekdays$2 = [
	"mon",
	"tue",
	"wed",
	"thu",
	"fri",
	"sat",
	"sun"
];
const wholeWeekdays = [
	"monday",
	"tuesday",
	"wednesday",
	"thursday",
	"friday",
	"saturday",
	"sunday"
];
const spans = [
	"day",
	"week",
	"month"
];
function readCondition(written, reading) {
	if (written === "never") return { kind: "never" };
	if ("on_change" in written) return {
		kind: "on-change",
		source: written.on_change
	};
	const between = readBetween(written.between, reading);
	const every = spans.find((span) => span === written.every);
	const days = every === void 0 ? readDays(written, reading) : void 0;
	const on = every === void 0 ? [] : readOn(every, written.on, reading);
	if (between === void 0 || on === void 0 || every === void 0 && days === void 0) return void 0;
	return every === void 0 ? {
		kind: "every-days",
		days: days ?? 1,
		between
	} : {
		kind: "every",
		every,
		on,
		between
	};
}
function readDays({ every, on }, reading) {
	const span = parseSpan(every);
	const isDays = span !== void 0 && span.days > 0 && span.months === 0 && span.ms === 0;
	if (!isDays) wrong$3({
		what: "every",
		found: `"${every}"`,
		wanted: "day, week, month, or days like 3d",
		nearest: nearest(every, spans)
	}, reading, "every");
	else if (on !== void 0) conflict("nights counted in days fall on any day", reading);
	return isDays && on === void 0 ? span.days : void 0;
}
function readOn(every, on, reading) {
	if (on === void 0) return [];
	if (every === "day") return conflict("every day is meant already", reading);
	const isList = typeof on === "object";
	const read = (isList ? on : [on]).map((day, index) => readDay(every, day, reading, isList ? ["on", index] : ["on"]));
	return read.every((day) => day !== void 0) ? read : void 0;
}
function readDay(every, day, reading, path) {
	const short = typeof day === "string" ? day.toLowerCase() : day;
	const weekday = weekdays$2.find((one, index) => short === one || short === wholeWeekdays[index]);
	if (every === "week" && weekday !== void 0) return weekday;
	if (every === "month" && (short === "last" || typeof short === "number")) return short;
	const wanted = every === "week" ? `a weekday: ${weekdays$2.join(", ")}` : "a day of the month, 1 to 31, or last";
	wrong$3({
		what: "on",
		found: typeof day === "string" ? `"${day}"` : String(day),
		wanted,
		nearest: null
	}, reading, ...path);
}
function readBetween(between, reading) {
	const [from, until] = between ?? [];
	if (from === void 0 || until === void 0) return null;
	const strange = [from, until].filter((day) => !isDate(`2028-${day}`));
	for (const day of strange) wrong$3({
		what: "between",
		found: `"${day}"`,
		wanted: "a month and a day like 12-01",
		nearest: null
	}, reading, "between", day === from ? 0 : 1);
	return strange.length === 0 ? [from, until] : void 0;
}
const wrong$3 = (facts, reading, ...path) => reading.report(problem("rules/wrong-value", facts, reading.at(...path)));
function conflict(reason, reading) {
	reading.report(problem("rules/conflict", {
		words: ["every", "on"],
		reason
	}, reading.at("on")));
}
// src/words/settings/schedule.ts
const day = Union([String$1(), Integer({
	minimum: 1,
	maximum: 31
})], { description: "A weekday (mon to sun), a day of the month (1 to 31), or last" });
const every = _Object_({
	every: String$1({ description: "One of: day, week, month, 3d" }),
	on: Optional(Union([day, _Array_(day, {
		minItems: 1,
		maxItems: 31
	})])),
	between: Optional(_Array_(String$1({ description: "A month and a day like 12-01" }), {
		minItems: 2,
		maxItems: 2
	}))
}, {
	additionalProperties: false,
	description: "A map like { every: week, on: fri }"
});
const condition$1 = Union([
	Literal("never"),
	every,
	_Object_({ on_change: String$1({
		minLength: 1,
		description: "The name of a source"
	}) }, {
		additionalProperties: false,
		description: "A map like { on_change: liked }"
	})
]);
const schedule = defineKey({
	key: "schedule",
	summary: "The nights on which the playlist may change, asked whenever a run happens: it is due when one has come since the last success. A list means any.",
	example: "schedule: { every: week, on: fri }",
	schema: Union([condition$1, _Array_(condition$1, { minItems: 1 })]),
	read: (written, reading) => {
		const read = (Array.isArray(written) ? written : [written]).map((one, index) => readCondition(one, Array.isArray(written) ? below(reading, index) : reading));
		return read.every((one) => one !== void 0) ? read : void 0;
	},
	absent: () => [{
		kind: "every",
		every: "day",
		on: [],
		between: null
	}]
});
// src/words/settings/suspend.ts
const suspend = defineKey({
	key: "suspend",
	summary: "The playlist is planned and shown, and never written.",
	example: "suspend: true",
	schema: Boolean$1(),
	read: (written) => written,
	absent: () => false
});
// src/words/settings/unknown.ts
const unknown$1 = defineKey({
	key: "unknown",
	summary: "What happens to a track of which `where` cannot tell: `keep` leaves it in or waiting, `drop` takes it out, `fail` holds the playlist.",
	example: "unknown: drop",
	schema: Enum([
		"keep",
		"drop",
		"fail"
	]),
	read: (written) => written,
	absent: () => "keep"
});
// src/words/settings/was.ts
const was = defineKey({
	key: "was",
	summary: "Where the rule file stood before it was moved or renamed, below `playlists/` and without `.yaml`: it keeps its playlist.",
	example: "was: old/night-drive",
	schema: String$1({
		minLength: 1,
		description: "A path below playlists/, without .yaml"
	}),
	read: (written) => written.replace(/^(?:playlists\/)?/, "").replace(/\.ya?ml$/, ""),
	absent: () => null
});
// src/words/settings/write.ts
const byDefault = {
	maxRequests: 15,
	beyond: "rebuild"
};
// src/words/index.ts
const keys$1 = {
	name: name$1,
	description,
	account,
	public: isPublic,
	schedule,
	from: from$2,
	where: where$1,
	unknown: unknown$1,
	dedupe,
	sort,
	take: take$2,
	arrange,
	pin,
	hand_edits: handEdits,
	guard: guard$1,
	ack,
	write: defineKey({
		key: "write",
		summary: "How many writing requests a night may take so that dates of adding stay; beyond that `rebuild` loses dates, `loose` orders over several nights.",
		example: "write: { max_requests: 40, beyond: loose }",
		schema: _Object_({
			max_requests: Optional(Integer({
				minimum: 1,
				maximum: 1e4
			})),
			beyond: Optional(Enum(["rebuild", "loose"]))
		}, {
			additionalProperties: false,
			minProperties: 1
		}),
		read: ({ max_requests: maxRequests = byDefault.maxRequests, beyond = byDefault.beyond }) => ({
			maxRequests,
			beyond
		}),
		absent: () => byDefault
	}),
	protected: isProtected,
	suspend,
	was
};
const required = ["name", "from"];
const defaultable = [
	"public",
	"schedule",
	"unknown",
	"dedupe",
	"hand_edits",
	"guard",
	"write"
];
// src/rules/check/branch.ts
function meantBranch(errors, partsAreWrong) {
	const aboutParts = ofNearestMap(errors).filter(isAboutParts);
	if (aboutParts.length > 0 || partsAreWrong) return aboutParts;
	const aboutValue = errors.filter(({ keyword }) => keyword !== "anyOf");
	const fitting = aboutValue.filter((error) => !isOfAnotherType(error));
	return fitting.length > 0 ? fitting : aboutValue;
}
const partKeywords = [
	"additionalProperties",
	"required",
	"minProperties",
	"maxProperties",
	"minItems",
	"maxItems"
];
const isAboutParts = ({ keyword }) => partKeywords.includes(keyword);
function ofNearestMap(errors) {
	const maps = errors.flatMap(({ keyword, schema }) => keyword === "anyOf" && Array.isArray(schema) ? schema : []);
	const [first] = errors;
	const keys = typeof first?.data === "object" ? Object.keys(first.data ?? {}) : [];
	const shared = (map) => keys.filter((key) => Object.hasOwn(propertiesOf(map), key)).length;
	const nearest = maps.toSorted((one, other) => shared(other) - shared(one))[0];
	return errors.filter(({ parentSchema }) => parentSchema === nearest || !maps.includes(parentSchema));
}
function propertiesOf(schema) {
	if (typeof schema !== "object" || schema === null || !("properties" in schema)) return {};
	return typeof schema.properties === "object" && schema.properties !== null ? schema.properties : {};
}
function isOfAnotherType({ keyword, data, schema }) {
	if (keyword === "type" || keyword === "const") return true;
	return keyword === "enum" && Array.isArray(schema) && !schema.some((one) => typeof one === typeof data);
}
// src/rules/source/located.ts
function partAt(located, path) {
	const [first, ...rest] = path;
	const part = first === void 0 ? void 0 : located.parts.get(String(first));
	return part === void 0 ? located : partAt(part, rest);
}
const placeOf$1 = ({ value, at, key }) => value === null && key !== null ? key : at;
// src/rules/check/words/later.ts
const set = (words) => Object.fromEntries(words.split(/\s+/).map((word) => [word, true]));
const laterWords = {
	rule: set("template for_each params tests combine refresh mode own block quota removed_to fill_from collaborative cover enabled until when policy campaigns shuffle rotate"),
	source: set("saved_albums album episodes show recent history lastfm listenbrainz weight when"),
	where: set(`any_artist artist_id album_id isrc isrc_country isrc_year version is_local type album_type track_number disc_number
     playable reason release_year decade age added_by script liked artist_followed album_saved 
     times_entered seen_in_other_playlists played last_played plays genre tag mood language key when`),
	operator: set("exists missing unknown"),
	arrange: set("shuffle rotate newest_first reverse"),
	sort: set("added_by times_entered source_count random manual"),
	portfolio: set("policy campaigns block quota templates mode"),
	anywhere: set("as_of lead_track_only_of at_least at_most sample percent skip last per_source per_decade min tolerance scope when")
};
// src/rules/check/words/other-tools.ts
const take$1 = "Write \"take: { count: ... }\"";
const from$1 = "Write the sources below \"from\"";
const where = "Write the conditions below \"where\"";
const otherTools = {
	rule: {
		limit: take$1,
		count: take$1,
		max: take$1,
		size: take$1,
		max_tracks: "Write \"take: { count: ... }\", or \"guard: { max_tracks: ... }\" for a limit that holds the playlist back",
		title: "Write \"name\"",
		playlist_name: "Write \"name\"",
		summary: "Write \"description\"",
		comment: "Write \"description\", or a comment behind \"#\"",
		steps: from$1,
		source: from$1,
		seeds: from$1,
		include: from$1,
		inputs: from$1,
		songs: "Write \"from: [{ tracks: [...] }]\"",
		items: "Write \"from: [{ tracks: [...] }]\"",
		plex_search: from$1,
		trakt_list: from$1,
		filter: where,
		filters: where,
		conditions: where,
		rules: where,
		all: "Write it below \"where\": a list there means that all must hold",
		any: "Write \"where: [{ any: [...] }]\"",
		exclude: "Write \"where: [{ not: ... }]\"",
		ignore: "Write \"where: [{ not: { on_list: lists/... } }]\"",
		order: "Write \"sort: [released desc]\"",
		order_by: "Write \"sort: [released desc]\"",
		sort_by: "Write \"sort: [released desc]\"",
		collection_order: "Write \"sort: [released desc]\"",
		unique: "Write \"dedupe: recording\"",
		duplicates: "Write \"dedupe: recording\"",
		remove_duplicates: "Write \"dedupe: recording\"",
		separate: "Write \"arrange: [{ spread: { by: artist, gap: 4 } }]\"",
		per_artist: "Write \"take: { per_artist: ... }\"",
		per_album: "Write \"take: { per_album: ... }\"",
		min_tracks: "Write \"guard: { min_tracks: ... }\"",
		minimum_items: "Write \"guard: { min_tracks: ... }\"",
		max_removed: "Write \"guard: { max_removed: [25%, 40] }\"",
		private: "Write \"public: false\"",
		visibility: "Write \"public: true\" or \"public: false\"",
		sync_mode: "Leave it out: the playlist comes to hold exactly the result",
		cron: "Write \"schedule: { every: day }\"",
		user: "Write \"account\", as it is called in setlist.yaml",
		owner: "Write \"account\", as it is called in setlist.yaml",
		pinned: "Write \"pin: [{ track: ..., at: 1 }]\"",
		pins: "Write \"pin: [{ track: ..., at: 1 }]\""
	},
	source: {
		saved: "Write \"liked\"",
		saved_tracks: "Write \"liked\"",
		my_saved_tracks: "Write \"liked\"",
		track: "Write \"- tracks: [...]\"",
		songs: "Write \"- tracks: [...]\"",
		track_ids: "Write \"- tracks: [...]\"",
		playlists: "Write one \"- playlist: ...\" for each",
		spotify_playlist: "Write \"- playlist: ...\"",
		top_tracks: "Write \"- top: short\", \"medium\" or \"long\"",
		new_music: "Write \"- new_releases: { artists: followed }\"",
		csv: "Write \"- file: lists/NAME.csv\"",
		m3u: "Write \"- file: lists/NAME.m3u\"",
		filter: "Write \"where\"",
		limit: "Write \"take\"",
		name: "Write \"as\" for the name of a source"
	},
	where: {
		and: "Write \"all\"",
		or: "Write \"any\"",
		none: "Write \"not\"",
		exclude: "Write \"not\"",
		name: "Write \"title\"",
		track: "Write \"title\"",
		length: "Write \"duration\"",
		duration_ms: "Write \"duration: { between: [\\\"2:00\\\", \\\"6:00\\\"] }\"",
		year: "Write \"released: { between: [1978, 1989] }\"",
		release_date: "Write \"released\"",
		date_added: "Write \"added\"",
		dateadded: "Write \"added\"",
		added_at: "Write \"added\"",
		artists: "Write \"artist: { in: [...] }\"",
		blocklist: "Write \"not: { on_list: lists/... }\"",
		in_playlist: "Write \"on_playlist\"",
		inplaylist: "Write \"on_playlist\"",
		not_in_playlist: "Write \"not: { on_playlist: ... }\"",
		notinplaylist: "Write \"not: { on_playlist: ... }\""
	},
	operator: {
		eq: "Write \"is\"",
		equals: "Write \"is\"",
		not: "Write \"is_not\"",
		ne: "Write \"is_not\"",
		isnot: "Write \"is_not\"",
		one_of: "Write \"in\"",
		notcontains: "Write \"not\" around the field",
		not_contains: "Write \"not\" around the field",
		startswith: "Write \"starts_with\"",
		begins: "Write \"starts_with\"",
		endswith: "Write \"ends_with\"",
		ends: "Write \"ends_with\"",
		regex: "Write \"matches\"",
		min: "Write \"gte\"",
		max: "Write \"lte\"",
		greater_than: "Write \"gt\"",
		less_than: "Write \"lt\"",
		intherange: "Write \"between\"",
		in_the_range: "Write \"between\"",
		range: "Write \"between\"",
		since: "Write \"after\"",
		inthelast: "Write \"in_the_last\"",
		within: "Write \"in_the_last\"",
		last: "Write \"in_the_last\"",
		notinthelast: "Write \"not_in_the_last\"",
		older_than: "Write \"not_in_the_last\""
	},
	arrange: {
		separate: "Write \"spread\"",
		separation: "Write \"spread\"",
		space: "Write \"spread\""
	},
	sort: {
		release_date: "Write \"released\", \"released desc\"",
		date_added: "Write \"added\", \"added desc\"",
		added_at: "Write \"added\", \"added desc\"",
		name: "Write \"title\"",
		length: "Write \"duration\""
	},
	portfolio: {
		name: "Write \"title\"",
		zone: "Write \"timezone\"",
		tz: "Write \"timezone\"",
		accounts: "Write accounts below their app in \"apps\""
	},
	anywhere: {
		"<<": "Write the keys out: YAML 1.2 has no merge keys",
		limit: "Write \"take\" beside the source"
	}
};
// src/rules/check/words/own-place.ts
function standingOf$1(allowed) {
	const has = (...words) => words.every((word) => allowed.includes(word));
	if (has("from", "pin")) return "rule";
	if (has("timezone", "apps")) return "portfolio";
	if (has("all", "any", "not")) return "where";
	if (has("new_releases") || has("liked")) return "source";
	if (has("is")) return "operator";
	if (has("spread")) return "arrange";
	return has("released", "released desc") ? "sort" : "anywhere";
}
function ownPlace(word, standing, allowed) {
	if (standing === "source" && !allowed.includes(word) && Object.hasOwn(sources, word)) return `Write it with what it needs: "- ${word}: ..."`;
	if (standing !== "rule" && standing !== "portfolio" && standing !== "source" && standing !== "arrange") return void 0;
	if (standing !== "source" && Object.hasOwn(sources, word)) return `Write it below "from", as "- ${word}: ..."`;
	if (standing !== "arrange" && Object.hasOwn(arrangements, word)) return `Write it below "arrange", as "- ${word}: ..."`;
	if (Object.hasOwn(fields, word)) return `Write it below "where", as "- ${word}: ..."`;
	if (standing === "portfolio" && Object.hasOwn(keys$1, word)) return "Write it in a rule file, or below \"defaults\"";
	return standing !== "rule" && Object.hasOwn(keys$1, word) ? `Write "${word}" at the top level of the rule` : void 0;
}
// src/rules/check/words/taken-away.ts
const byList = "Keep your own list in a CSV under lists/ and test it with \"on_list\"";
const audio = {
	since: "27 November 2024",
	reason: "Spotify took audio features and analysis away from new apps",
	instead: byList
};
const popularity = {
	since: "11 February 2026",
	reason: "Spotify took popularity out of its answers",
	instead: "Sort by \"released\" or \"added\", or use the source \"top\" for what you listen to most"
};
const followers = {
	since: "11 February 2026",
	reason: "Spotify took follower counts of artists out of its answers",
	instead: byList
};
const markets = {
	since: "11 February 2026",
	reason: "Spotify took the lists of markets out of its answers",
	instead: "Leave it out: tracks that the account cannot play are shown in every plan"
};
const label = {
	since: "11 February 2026",
	reason: "Spotify took the record label of albums out of its answers",
	instead: byList
};
const recommendations = {
	since: "27 November 2024",
	reason: "Spotify took recommendations away from new apps",
	instead: "Use \"new_releases\", \"artists\" or \"top\" for music that is new to the playlist"
};
const related = {
	since: "27 November 2024",
	reason: "Spotify took related artists away from new apps",
	instead: "Write the artists into a file under lists/ and use \"artists\" or \"new_releases\""
};
const artistTop = {
	since: "11 February 2026",
	reason: "Spotify took the top tracks of artists away",
	instead: "Use \"artist\" for the discography, with \"take\" for how many"
};
const editorial = {
	since: "27 November 2024",
	reason: "Spotify took its own and editorial playlists away from new apps",
	instead: "Use \"playlist\" with a playlist that your account owns or works on"
};
const browse = {
	since: "11 February 2026",
	reason: "Spotify took its categories away",
	instead: "Use \"search\" with a genre, or \"new_releases\""
};
const takenAway = {
	popularity,
	popular: popularity,
	artist_popularity: popularity,
	album_popularity: popularity,
	artist_followers: followers,
	available_markets: markets,
	markets,
	acousticness: audio,
	audio_features: audio,
	audio_analysis: audio,
	bpm: audio,
	danceability: audio,
	energy: audio,
	instrumentalness: audio,
	liveness: audio,
	loudness: audio,
	speechiness: audio,
	tempo: audio,
	time_signature: audio,
	valence: audio,
	label,
	record_label: label,
	recommendations,
	recommended: recommendations,
	seed_artists: recommendations,
	seed_genres: recommendations,
	seed_tracks: recommendations,
	genre_radio: recommendations,
	radio: recommendations,
	related_artists: related,
	similar_artists: related,
	artist_top_tracks: artistTop,
	editorial,
	editorial_playlist: editorial,
	featured: editorial,
	featured_playlists: editorial,
	discover_weekly: editorial,
	release_radar: {
		...editorial,
		instead: "Use \"new_releases: { artists: followed }\""
	},
	category: browse,
	categories: browse
};
// src/rules/check/unknown-word.ts
function unknownKey({ key, allowed, in: what, at }) {
	const refused = refusedWord(key, allowed, at);
	if (refused !== void 0) return refused;
	const ours = oursFor(key, allowed) ?? null;
	return problem("rules/unknown-key", {
		in: what,
		key: shortened$2(key),
		nearest: ours === null ? nearest(key, allowed) : null,
		allowed,
		ours
	}, at);
}
function refusedWord(written, allowed, at) {
	const word = wordIn(written);
	const gone = entry$1(takenAway, word);
	if (gone !== void 0) return problem("rules/taken-away", {
		word,
		...gone
	}, at);
	return isLater(word, standingOf$1(allowed)) ? problem("rules/not-yet", { word }, at) : void 0;
}
function oursFor(written, allowed) {
	const standing = standingOf$1(allowed);
	const word = wordIn(written);
	return entry$1(otherTools[standing], word) ?? entry$1(otherTools.anywhere, word) ?? ownPlace(word, standing, allowed);
}
function isLater(word, standing) {
	if (entry$1(laterWords[standing], word) !== void 0) return true;
	const isOurs = entry$1(otherTools.rule, word) !== void 0;
	return standing === "rule" && !isOurs && Object.values(laterWords).some((words) => entry$1(words, word) !== void 0);
}
const wordIn = (written) => (written.split(" ")[0] ?? written).replaceAll(/(?<=[a-z])(?=[A-Z])/g, "_").toLowerCase();
function entry$1(table, word) {
	const known = joinedTables.get(table) ?? new Map(Object.entries(table).map(([key, value]) => [joined(key), value]));
	joinedTables.set(table, known);
	return known.get(joined(word));
}
const joinedTables = /* @__PURE__ */ new WeakMap();
const joined = (word) => word.replaceAll(/[_-]/g, "");
const shortened$2 = (text) => text.length > 80 ? `${text.slice(0, 80)}\u2026` : text;
// src/rules/check/found.ts
function found(value) {
	if (value === null) return "nothing";
	if (typeof value === "string") return value === "" ? "an empty text" : quoted(value);
	if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
	if (typeof value !== "object") return String(value);
	return Object.keys(value).length === 0 ? "an empty map" : "a map";
}
const quoted = (text) => text.length > 80 ? `a text of ${text.length} characters` : `"${text.replaceAll(/\s+/g, " ")}"`;
// src/rules/check/wanted.ts
function wantedBy(error) {
	const schema = error.parentSchema ?? {};
	const documents = "examples" in schema || "title" in schema || error.keyword === "enum";
	const { description } = schema;
	if (typeof description === "string" && !documents) return [lowerFirst(description)];
	return wordsFor[error.keyword]?.(schema) ?? (error.message === void 0 ? [] : [error.message]);
}
const types = {
	string: "text",
	number: "a number",
	boolean: "true or false",
	array: "a list"
};
const range = ({ minimum, maximum }) => minimum === void 0 || maximum === void 0 ? "a whole number" : `a whole number from ${minimum} to ${maximum}`;
function map({ properties = {}, required = [] }) {
	const keys = Object.keys(properties);
	const named = keys.length > 8 && Array.isArray(required) ? required : keys;
	return named.length === 0 || named.length > 8 ? "a map" : `a map with ${named.join(", ")}`;
}
const entries = (schema) => {
	const { minItems = 0, maxItems } = schema;
	return [minItems === maxItems ? `${minItems} entries` : `at least ${minItems} entries`.replace(/^at least 1 entries$/, "at least one entry")];
};
const wordsFor = {
	type: (schema) => {
		const { type } = schema;
		if (type === "integer") return [range(schema)];
		if (type === "object") return [map(schema)];
		return typeof type === "string" && type in types ? [types[type] ?? type] : [];
	},
	enum: ({ enum: all }) => {
		const words = Array.isArray(all) ? all.filter((word) => !/ (?:asc|desc)$/.test(String(word))) : [];
		return [words.length === 1 ? String(words[0]) : `one of: ${words.join(", ")}`];
	},
	const: ({ const: word }) => [String(word)],
	minimum: (schema) => [range(schema)],
	maximum: (schema) => [range(schema)],
	minItems: entries,
	maxItems: entries,
	minProperties: ({ properties = {} }) => [`at least one of: ${Object.keys(properties).join(", ")}`],
	maxProperties: () => ["one word a map"],
	minLength: () => ["text"],
	maxLength: ({ maxLength }) => [`at most ${maxLength} characters`],
	pattern: () => ["text that is not empty"]
};
const lowerFirst = (text) => /^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
// src/rules/check/wrong-value.ts
function wrongValue(what, part, errors) {
	const { value, written } = part;
	const at = placeOf$1(part);
	const words = errors.flatMap((error) => wordsOf$2(error));
	const isWord = typeof value === "string" && words.length > 0;
	const refused = isWord ? refusedWord(value, words, at) : void 0;
	if (refused !== void 0) return refused;
	const ours = isWord ? oursFor(value, words)?.replace(/^Write /, "") : void 0;
	const wanted = ours ?? [...new Set(errors.flatMap((error) => wantedBy(error)))].join(", or ");
	const nearest = ours === void 0 ? meant(part, words, errors) : null;
	return problem("rules/wrong-value", {
		what,
		found: written ?? found(value),
		wanted: wanted || "something else",
		nearest
	}, at);
}
const wordsOf$2 = ({ keyword, schema }) => {
	if (keyword === "const" && typeof schema === "string") return [schema];
	return keyword === "enum" && Array.isArray(schema) ? schema.filter((one) => typeof one === "string") : [];
};
function meant({ value, written }, words, errors) {
	const types = errors.flatMap(({ keyword, schema }) => keyword === "type" ? [schema] : []);
	if (typeof value === "boolean" && words.includes(value ? "on" : "off")) return value ? "on" : "off";
	if (typeof value === "string" && types.includes("boolean")) return truth(value) ?? nearest(value, words);
	if (typeof value === "string") return words.length > 0 ? nearest(value, words) : digits$1(value, types);
	return (typeof value === "number" || typeof value === "boolean") && types.includes("string") ? `"${written ?? value}"` : null;
}
function truth(text) {
	if (/^(?:yes|y|on|true)$/i.test(text)) return "true";
	return /^(?:no|n|off|false)$/i.test(text) ? "false" : null;
}
const digits$1 = (text, types) => types.includes("integer") && /^\d{1,9}$/.test(text) ? text : null;
// src/rules/check/problems-at.ts
function problemsAt(spot, errors) {
	const part = partAt(spot.located, spot.path);
	const what = nameOf$3(spot);
	const unknown = [...new Map(errors.map(strangeKey).filter((one) => one !== void 0))].map(([key, allowed]) => unknownKey({
		key,
		allowed,
		in: what,
		at: part.parts.get(key)?.key ?? placeOf$1(part)
	}));
	const required = errors.filter(({ keyword }) => keyword === "required");
	const choices = required.filter(isChoice);
	const missing = required.filter((error) => !isChoice(error)).map(missingKey);
	const rest = errors.filter(({ keyword }) => keyword !== "required" && keyword !== "additionalProperties");
	return [
		...unknown,
		...missing.filter((key) => !isThere$3(key, unknown, spot)).map((key) => problem("rules/missing-key", {
			key,
			in: what
		}, part.key ?? startOf$1(part))),
		...unknown.length > 0 ? [] : rest.length > 0 ? [wrongValue(what, part, rest)] : noChoice(what, part, choices)
	];
}
function strangeKey({ keyword, params, parentSchema }) {
	if (keyword !== "additionalProperties") return void 0;
	return [String(params["additionalProperty"]), Object.keys(parentSchema?.["properties"] ?? {})];
}
const isThere$3 = (key, unknown, { path }) => unknown.some((one) => path.length > 0 || one.code === "rules/unknown-key" && one.facts.nearest === key);
const missingKey = ({ params }) => String(params["missingProperty"]);
const isChoice = ({ parentSchema }) => parentSchema?.["properties"] === void 0;
function noChoice(what, part, errors) {
	if (errors.length === 0) return [];
	const keys = errors.map((error) => `"${missingKey(error)}"`);
	return [problem("rules/wrong-value", {
		what,
		found: `neither ${keys.join(" nor ")}`,
		wanted: keys.join(" or "),
		nearest: null
	}, placeOf$1(part))];
}
const nameOf$3 = ({ path, whole }) => path.findLast((part) => !/^\d+$/.test(part)) ?? whole;
const startOf$1 = (part) => ({
	...part.at,
	length: 1
});
// src/rules/check/check.ts
function check$1(located, validate, whole) {
	const { errors, isCut } = validate(located.value);
	const byPath = Map.groupBy(errors, ({ instancePath }) => instancePath);
	const above = pathsAbove(byPath.keys());
	const meant = [...byPath].map(([path, here]) => ({
		path: pathOf(path),
		errors: meantBranch(here, above.has(path))
	}));
	return {
		problems: meant.flatMap((one) => problemsAt({
			located,
			path: one.path,
			whole
		}, one.errors)),
		faults: meant.filter((one) => one.errors.length > 0).map(({ path }) => path),
		isCut
	};
}
function pathsAbove(paths) {
	return new Set([...paths].flatMap((path) => {
		const parts = path.split("/");
		return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
	}));
}
const pathOf = (instancePath) => instancePath.split("/").slice(1).map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
// src/rules/check/prune.ts
const independent = [
	"from",
	"where",
	"all",
	"any",
	"pin",
	"arrange",
	"sort",
	"schedule",
	"tracks",
	"artists"
];
function prune(file, faults) {
	return faults.length === 0 ? file : without$6(file, faults.flatMap(cutFor));
}
function cutFor(fault) {
	const index = fault.findLastIndex((part, at) => /^\d+$/.test(part) && independent.includes(fault[at - 1] ?? ""));
	return fault.length === 0 ? [] : [fault.slice(0, index < 0 ? 1 : index + 1)];
}
function without$6(located, cuts) {
	const byFirst = Map.groupBy(cuts, ([first]) => first ?? "");
	const kept = [...located.parts].flatMap(([name, part]) => {
		const here = byFirst.get(name) ?? [];
		if (here.some((cut) => cut.length === 1)) return [];
		return [[name, here.length === 0 ? part : without$6(part, here.map((cut) => cut.slice(1)))]];
	});
	if (!Array.isArray(located.value)) {
		const value = Object.fromEntries(kept.map(([name, part]) => [name, part.value]));
		return {
			...located,
			value,
			parts: new Map(kept)
		};
	}
	const entries = kept.map(([, part]) => part);
	const parts = new Map(entries.map((part, index) => [String(index), part]));
	return {
		...located,
		value: entries.map(({ value }) => value),
		parts
	};
}
// src/rules/check/validators.ts
const mostErrors = 1e3;
const mostValues$1 = 2e4;
function validatorOf(schema) {
	const first = compiledOnce(schema, false);
	const all = compiledOnce(schema, true);
	return (value) => {
		if (first()(value)) return {
			errors: [],
			isCut: false
		};
		if (count$1(value, mostValues$1) > mostValues$1) return {
			errors: first().errors ?? [],
			isCut: true
		};
		all()(value);
		const errors = all().errors ?? [];
		return {
			errors: errors.slice(0, mostErrors),
			isCut: errors.length > mostErrors
		};
	};
}
function compiledOnce(schema, allErrors) {
	let compiled;
	return () => {
		compiled ??= new import_ajv.Ajv({
			...ourSchemas,
			allErrors,
			verbose: true,
			strict: false
		}).compile(schema);
		return compiled;
	};
}
function count$1(value, limit) {
	if (typeof value !== "object" || value === null) return 1;
	let counted = 1;
	for (const part of Object.values(value)) {
		if (counted > limit) return counted;
		counted += count$1(part, limit - counted);
	}
	return counted;
}
// src/rules/files.ts
function kindOf$1(path) {
	if (path === "setlist.yaml") return "portfolio";
	if (path.startsWith("lists/")) return /(?:^|\/)(?:\.[^/]*|README(?:\.md)?)$/i.test(path) ? "other" : "list";
	if (path.startsWith("templates/")) return "template";
	return /\.ya?ml$/i.test(path) ? "rule" : "other";
}
const slugOf = (path) => path.replace(/\.ya?ml$/i, "");
const shown$4 = (path) => `playlists/${path}`;
// src/rules/rule/nearest.ts
function nearestList(file, paths) {
	const bare = (path) => inside$1(path).replace(/^lists\//, "").replace(/\.[a-z0-9]+$/i, "");
	return paths.find((path) => bare(path) === bare(file)) ?? nearest(file, paths);
}
function nearestSlug(written, slugs) {
	const bare = inside$1(written).replace(/\.ya?ml$/i, "");
	return [...slugs].find((slug) => slug === bare || slug.endsWith(`/${bare}`)) ?? nearest(bare, slugs);
}
const inside$1 = (path) => path.replace(/^(?:\.{0,2}\/)*(?:playlists\/)?/, "");
// src/rules/rule/reading.ts
function readingOf(located, { lists, wrongLists, slugs, report }) {
	const at = (...path) => placeOf$1(partAt(located, path));
	return {
		at,
		report,
		list: (file, ...path) => {
			const list = lists.get(file);
			if (list === void 0 && !wrongLists.has(file)) report(problem("rules/no-such-file", {
				path: file,
				nearest: nearestList(file, [...lists.keys()])
			}, at(...path)));
			return list;
		},
		rule: (written, ...path) => {
			const slug = written;
			if (slugs.has(slug)) return slug;
			report(problem("rules/no-such-rule", {
				slug: written,
				nearest: nearestSlug(written, slugs)
			}, at(...path)));
		}
	};
}
// src/rules/schema/rule-schema.ts
const words$9 = Object.values(keys$1);
const ruleSchema = {
	$schema: "http://json-schema.org/draft-07/schema#",
	title: "A playlist of Setlist",
	description: "One file, one playlist: where tracks come from, which are kept, and in which order they stand.",
	type: "object",
	properties: Object.fromEntries(words$9.map((word) => [word.key, documented(word)])),
	required,
	additionalProperties: false,
	$defs: definitionsOf(words$9)
};
function definitionsOf(words) {
	return Object.assign({}, ...words.map(({ definitions = {} }) => definitions));
}
// src/rules/schema/portfolio-schema.ts
const count = Integer({
	minimum: 0,
	maximum: 1e6
});
const strict = { additionalProperties: false };
const app = _Object_({
	client_id: String$1({
		pattern: "^[0-9a-f]{32}$",
		description: "The client id of a Spotify app: 32 characters, 0 to 9 and a to f"
	}),
	pace: Optional(_Object_({ per_second: Number$1({
		exclusiveMinimum: 0,
		maximum: 20
	}) }, {
		...strict,
		description: "Requests a second: { per_second: 1 }"
	})),
	accounts: Record(String$1(), Union([_Object_({}, strict), Null()]), {
		minProperties: 1,
		description: "Its accounts by name: { studio: {}, sampler: {} }"
	})
}, strict);
const portfolioSchema = {
	$schema: "http://json-schema.org/draft-07/schema#",
	title: "A portfolio of Setlist",
	..._Object_({
		title: String$1({
			minLength: 1,
			maxLength: 200,
			description: "What reports are titled with"
		}),
		timezone: String$1({ description: "A zone like Europe/Stockholm: a night is a date in it" }),
		apps: Record(String$1(), app, {
			minProperties: 1,
			description: "Spotify apps by name, with their accounts"
		}),
		apply: Optional(Enum(["on", "off"], { description: "Whether anything is written: on or off" })),
		suspend: Optional(Boolean$1({ description: "No writes at all, whatever else is said" })),
		limits: Optional(_Object_({
			creations: Optional(count),
			requests: Optional(count)
		}, {
			...strict,
			description: "The most that one run may do"
		})),
		budget: Optional(_Object_(Object.fromEntries([...buckets, "followers"].map((bucket) => [bucket, Optional(count)])), {
			...strict,
			description: "The most requests of each app in any 24 hours, by bucket; followers: reads a night for them alone"
		})),
		defaults: Optional(_Object_(Object.fromEntries(defaultable.map((key) => [key, Optional(documented(keys$1[key]))])), {
			...strict,
			description: "What holds for rules that do not say it themselves"
		})),
		approvers: Optional(_Object_({}, { description: "Who may approve (not used yet)" })),
		retention: Optional(String$1({ description: "How long history is kept night by night, like 400d" })),
		ledger_branch: Optional(String$1({ description: "The branch of reports/ (not used yet)" })),
		webhook: Optional(_Object_({}, { description: "What a webhook is told (not used yet)" })),
		report: Optional(_Object_({}, { description: "Where reports are shown (not used yet)" }))
	}, strict),
	$defs: definitionsOf(defaultable.map((key) => keys$1[key]))
};
// src/problem/checked.ts
var import_dist = require_dist();
const isSome = (problems) => problems.length > 0;
const checked = (value, problems) => isSome(problems) ? {
	ok: false,
	problems
} : {
	ok: true,
	value
};
function tooDeepAt(tokens) {
	const open = tokens.map((token) => ({
		token,
		level: 0
	})).reverse();
	for (let next = open.pop(); next !== void 0; next = open.pop()) {
		const { token, level } = next;
		if (level > 64) return token.offset;
		const inside = partsOf$2(token).map((part) => ({
			token: part,
			level: token.type === "document" ? level : level + 1
		}));
		for (const part of inside.reverse()) open.push(part);
	}
}
function partsOf$2(token) {
	if (token.type === "document") return token.value === void 0 ? [] : [token.value];
	if (!("items" in token)) return [];
	return token.items.flatMap((item) => [item.key ?? [], item.value ?? []].flat());
}
// src/rules/source/place-in.ts
function placeIn$1({ file, text, lines }, start, end) {
	const { line, col } = lines.linePos(start);
	const lineEnd = text.slice(start, end).search(/\s*[\r\n]/);
	const length = lineEnd < 0 ? end - start : lineEnd;
	return {
		file,
		line: Math.max(1, line),
		column: Math.max(1, col),
		length: Math.max(1, length)
	};
}
// src/rules/source/locate.ts
const mostValues = 1e5;
const mostCharacters$1 = 1e4;
const aliasOfNothing = {
	reason: "the name behind \"*\" is no anchor above it",
	instead: "Put the text in quotation marks if it is text"
};
function locate(contents, source) {
	const walk = new Walk(source);
	const start = {
		file: source.file,
		line: 1,
		column: 1
	};
	return {
		located: walk.node(contents, {
			key: null,
			above: start,
			level: 0
		}),
		problems: walk.problems
	};
}
var Walk = class {
	problems = [];
	#source;
	#anchors = /* @__PURE__ */ new Map();
	#values = 0;
	constructor(source) {
		this.#source = source;
	}
	node(node, { key, above, level }) {
		const at = node === null ? key ?? above : placeIn$1(this.#source, node.range[0], node.range[1]);
		const nothing = {
			value: null,
			at,
			key,
			parts: /* @__PURE__ */ new Map()
		};
		this.#values += 1;
		if (this.#values > mostValues) return this.#tooMuch("values, aliases followed,", `${mostValues}`, nothing);
		if (level > 64) return this.#tooMuch("values inside of values", `64 levels`, nothing);
		if (node === null) return nothing;
		if ((0, import_dist.isAlias)(node)) return this.#aliased(node.source, {
			key,
			above: at,
			level: level + 1
		}, nothing);
		if (node.anchor !== void 0) this.#anchors.set(node.anchor, node);
		if ((0, import_dist.isMap)(node)) return this.#map(node, {
			...nothing,
			value: {}
		}, level);
		if ((0, import_dist.isSeq)(node)) return this.#list(node, nothing, level);
		return (0, import_dist.isScalar)(node) ? this.#scalar(node, nothing) : nothing;
	}
	#aliased(anchor, standing, nothing) {
		const node = this.#anchors.get(anchor);
		if (node !== void 0) return {
			...this.node(node, standing),
			at: nothing.at,
			key: nothing.key
		};
		this.problems.push(problem("rules/not-yaml", aliasOfNothing, nothing.at));
		return nothing;
	}
	#map({ items }, { at, key }, level) {
		const parts = /* @__PURE__ */ new Map();
		for (const { key: written, value } of items) {
			const keyAt = placeIn$1(this.#source, written.range[0], written.range[1]);
			const name = (0, import_dist.isScalar)(written) ? String(written.value ?? "") : "";
			if (parts.has(name)) {
				const facts = {
					reason: `"${name.slice(0, 100)}" stands here twice`,
					instead: "Leave out one of the two"
				};
				this.problems.push(problem("rules/not-yaml", facts, keyAt));
			} else parts.set(name, this.node(value, {
				key: keyAt,
				above: at,
				level: level + 1
			}));
		}
		return {
			value: Object.fromEntries([...parts].map(([name, part]) => [name, part.value])),
			at,
			key,
			parts
		};
	}
	#list({ items }, { at, key }, level) {
		const located = items.map((item) => this.node(item, {
			key: null,
			above: at,
			level: level + 1
		}));
		const parts = new Map(located.map((part, index) => [String(index), part]));
		return {
			value: located.map(({ value }) => value),
			at,
			key,
			parts
		};
	}
	#scalar({ value, source }, nothing) {
		if (typeof value === "number" && source !== void 0) return source.length === 22 || source.length === 32 ? {
			...nothing,
			value: source
		} : {
			...nothing,
			value,
			written: source
		};
		if (typeof value !== "string" || value.length <= mostCharacters$1) return {
			...nothing,
			value
		};
		return this.#tooMuch("a text", `${mostCharacters$1} characters`, nothing);
	}
	#tooMuch(what, most, nothing) {
		if (!this.problems.some((one) => one.code === "rules/too-large" && one.facts.what === what)) this.problems.push(problem("rules/too-large", {
			what,
			most
		}, nothing.at));
		return nothing;
	}
};
// src/rules/source/yaml-problems.ts
const quote = "Put the text in quotation marks";
const said$1 = {
	TAB_AS_INDENT: {
		reason: "a tab stands where only spaces may",
		instead: "Indent with spaces"
	},
	BAD_INDENT: {
		reason: "the indentation does not fit the lines above",
		instead: "Align it with the lines that it belongs to"
	},
	BLOCK_AS_IMPLICIT_KEY: {
		reason: "a second \": \" stands on one line",
		instead: quote
	},
	BAD_SCALAR_START: {
		reason: "text cannot start with this character",
		instead: quote
	},
	MISSING_CHAR: {
		reason: "a closing character is missing",
		instead: "Close the quotation mark, bracket or brace"
	},
	TAG_RESOLVE_FAILED: {
		reason: "tags are not used here",
		instead: "Leave out the word with \"!\""
	},
	UNEXPECTED_TOKEN: {
		reason: "this does not belong here",
		instead: "Check quotation marks, brackets and commas before it"
	},
	NON_STRING_KEY: {
		reason: "a key has to be text",
		instead: quote
	}
};
function problemsOf({ errors, warnings }, source) {
	const byLine = /* @__PURE__ */ new Map();
	for (const error of [...errors, ...warnings].slice(0, 1e3)) {
		const found = fromError(error, source);
		const line = found.at?.line ?? 0;
		if (!byLine.has(line)) byLine.set(line, found);
	}
	return [...byLine.values()].slice(0, 10);
}
function fromError({ code, message, pos: [start, end] }, source) {
	const at = placeIn$1(source, start, end);
	const ours = said$1[codeOf$3(code, lineAt(source.text, start))] ?? {
		reason: message,
		instead: null
	};
	const isBrace = code === "UNEXPECTED_TOKEN" && /[:-] +[{[][^\n]*$/.test(source.text.slice(Math.max(0, start - 200), start));
	return problem("rules/not-yaml", {
		...ours,
		...isBrace ? { instead: quote } : {}
	}, at);
}
const nestedDeeply = (start, source) => problem("rules/too-large", {
	what: "values inside of values",
	most: `64 levels`
}, placeIn$1(source, start, start + 1));
const codeOf$3 = (code, line) => code === "BLOCK_AS_IMPLICIT_KEY" && !/:\s.*:(?:\s|$)/.test(line) ? "BAD_INDENT" : code;
const lineAt = (text, at) => text.slice(text.lastIndexOf("\n", at - 1) + 1).split("\n", 1)[0] ?? "";
const severalDocuments = (start, source) => problem("rules/not-yaml", {
	reason: "a second document starts here",
	instead: "Write one document a file, without \"---\" between"
}, placeIn$1(source, start, start + 1));
// src/rules/source/parse-yaml.ts
function parseYaml(file, text) {
	const lines = new import_dist.LineCounter();
	const tokens = [...new import_dist.Parser(lines.addNewLine).parse(text)];
	const deep = tooDeepAt(tokens);
	if (deep !== void 0) return {
		ok: false,
		problems: [nestedDeeply(deep, {
			file,
			text,
			lines
		})]
	};
	const [document, other] = new import_dist.Composer({
		lineCounter: lines,
		uniqueKeys: false,
		stringKeys: true,
		resolveKnownTags: false,
		prettyErrors: false,
		logLevel: "silent"
	}).compose(tokens, true, text.length);
	if (document === void 0) return empty$1(file);
	const source = {
		file,
		text,
		lines
	};
	const broken = problemsOf(document, source);
	if (broken[0] !== void 0) return {
		ok: false,
		problems: [broken[0], ...broken.slice(1)]
	};
	return locatedIn(document, source, other === void 0 ? [] : [severalDocuments(other.range[0], source)]);
}
function locatedIn(document, source, problems) {
	const found = locate(document.contents, source);
	return checked(found.located, [...problems, ...found.problems]);
}
const empty$1 = (file) => ({
	ok: true,
	value: {
		value: null,
		at: {
			file,
			line: 1,
			column: 1
		},
		key: null,
		parts: /* @__PURE__ */ new Map()
	}
});
// src/rules/portfolio/read-apps.ts
const accountName = /^(?!charts$)[a-z0-9](?:[a-z0-9-]{0,37}[a-z0-9])?$/;
function readApps(written, at, report) {
	const taken = /* @__PURE__ */ new Map();
	return Object.entries(written).map(([name, app]) => {
		const accounts = Object.keys(app.accounts);
		for (const account of accounts) {
			const place = partAt(at, [
				name,
				"accounts",
				account
			]);
			const other = taken.get(account);
			if (!accountName.test(account)) report(wrongName(account, place));
			else if (other !== void 0) report(takenName(account, other, place));
			taken.set(account, name);
		}
		return {
			name,
			clientId: app.client_id,
			perSecond: app.pace?.per_second ?? 1,
			accounts
		};
	});
}
const wrongName = (account, { key, at }) => problem("rules/wrong-value", {
	what: "accounts",
	found: `the name "${account}"`,
	wanted: "a name of small letters, digits and dashes, other than charts",
	nearest: null
}, key ?? at);
const takenName = (account, other, { key, at }) => problem("rules/wrong-value", {
	what: "accounts",
	found: `"${account}" a second time: app "${other}" has it`,
	wanted: "each account once",
	nearest: null
}, key ?? at);
// src/rules/portfolio/read-portfolio.ts
const budget = {
	playlist_reads: 300,
	writes: 100,
	search: 200,
	tracks: 300,
	albums: 200,
	artist_albums: 60,
	library: 100,
	followers: 30
};
const limits = {
	creations: 5,
	requests: 500
};
const leastRetention = 31;
function readPortfolio$1(file, report) {
	const written = file.value;
	return {
		title: written.title ?? "",
		timezone: written.timezone === void 0 ? "" : readZone(written.timezone, file, report),
		apps: readApps(written.apps ?? {}, partAt(file, ["apps"]), report),
		apply: written.apply ?? "off",
		suspend: written.suspend ?? false,
		limits: {
			...limits,
			...written.limits
		},
		budget: {
			...budget,
			...pick$1(written.budget ?? {})
		},
		retentionDays: readRetention(written.retention ?? "400d", file, report)
	};
}
function pick$1(written) {
	const known = [...buckets, "followers"].flatMap((bucket) => {
		const count = written[bucket];
		return typeof count === "number" ? [[bucket, count]] : [];
	});
	return Object.fromEntries(known);
}
function readRetention(written, file, report) {
	const span = parseSpan(written);
	const days = span === void 0 || span.ms > 0 ? 0 : span.days + span.months * 31;
	if (days >= leastRetention) return days;
	const wanted = `a span of at least ${leastRetention} days, like 400d`;
	report(problem("rules/wrong-value", {
		what: "retention",
		found: `"${written}"`,
		wanted,
		nearest: null
	}, partAt(file, ["retention"]).at));
	return leastRetention;
}
function readZone(written, file, report) {
	const zone = /[A-Za-z]/.test(written) ? knownZone(written) : void 0;
	if (zone !== void 0) return zone;
	report(problem("rules/wrong-value", {
		what: "timezone",
		found: `"${written}"`,
		wanted: "a zone of the IANA database like Europe/Stockholm",
		nearest: null
	}, partAt(file, ["timezone"]).at));
	return written;
}
function knownZone(written) {
	try {
		return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(written).timeZoneId;
	} catch {
		return;
	}
}
// src/rules/portfolio/open-portfolio.ts
const path$2 = "setlist.yaml";
const isPortfolio = validatorOf(portfolioSchema);
function openPortfolio(texts, report) {
	const nothing = {
		portfolio: void 0,
		defaults: void 0
	};
	const text = texts.get(path$2);
	if (!texts.has(path$2)) report(problem("rules/no-portfolio", {}));
	if (text === void 0) return nothing;
	const parsed = parseYaml(shown$4(path$2), text);
	if (!parsed.ok) parsed.problems.forEach(report);
	if (!parsed.ok) return nothing;
	const form = check$1(parsed.value, isPortfolio, path$2);
	form.problems.forEach(report);
	if (form.isCut || typeof parsed.value.value !== "object") return nothing;
	const right = prune(parsed.value, form.faults);
	const written = right.parts.get("defaults");
	const defaults = written && sound(written, report);
	const portfolio = readPortfolio$1(right, report);
	return form.problems.length > 0 ? nothing : {
		portfolio,
		defaults
	};
}
function sound(defaults, report) {
	const reading = {
		lists: /* @__PURE__ */ new Map(),
		wrongLists: /* @__PURE__ */ new Set(),
		slugs: /* @__PURE__ */ new Set(),
		report
	};
	return defaultable.map((key) => {
		const part = defaults.parts.get(key);
		return part === void 0 ? true : keys$1[key].read(part.value, readingOf(part, reading)) !== void 0;
	}).every(Boolean) ? defaults : void 0;
}
// src/rules/by-place.ts
const byPlace = (problems) => [...problems].sort(({ at: one }, { at: other }) => {
	const [file, otherFile] = [one?.file ?? "", other?.file ?? ""];
	if (file !== otherFile) return file < otherFile ? -1 : 1;
	return (one?.line ?? 0) - (other?.line ?? 0) || (one?.column ?? 0) - (other?.column ?? 0);
});
// src/rules/cross/conflicts.ts
function conflictsIn({ take, settings: { guard, ack, protected: isProtected } }) {
	const tooMany = take.count !== null && take.count < guard.minTracks ? [problem("rules/conflict", {
		words: ["take", "guard"],
		reason: `it takes ${take.count} tracks, and fewer than ${guard.minTracks} (min_tracks) are held back every night`
	}, take.at)] : [];
	const acked = isProtected && ack !== null ? [problem("rules/conflict", {
		words: ["ack", "protected"],
		reason: "nothing is removed from a protected playlist"
	}, ack.at)] : [];
	return [...tooMany, ...acked];
}
// src/rules/cross/order.ts
function inOrder(rules) {
	const search = new Search$1(rules);
	for (const rule of [...rules].sort(bySlug$1)) search.visit(rule, []);
	return search;
}
const referencesOf = ({ from }) => from.flatMap((step) => {
	return (sources[step.word]?.after(step.args) ?? []).map((slug) => ({
		slug,
		step
	}));
});
const bySlug$1 = (one, other) => one.slug < other.slug ? -1 : one.slug > other.slug ? 1 : 0;
var Search$1 = class {
	rules = [];
	problems = [];
	#rulesBySlug;
	#done = /* @__PURE__ */ new Set();
	constructor(rules) {
		this.#rulesBySlug = new Map(rules.map((rule) => [rule.slug, rule]));
	}
	visit(rule, waiting) {
		if (this.#done.has(rule.slug)) return;
		const path = [...waiting, rule.slug];
		for (const { slug, step } of referencesOf(rule)) {
			const other = this.#rulesBySlug.get(slug);
			const start = path.indexOf(slug);
			if (start >= 0) this.problems.push(problem("rules/cycle", { path: [...path.slice(start), slug] }, step.at));
			else if (other !== void 0) this.visit(other, path);
		}
		this.#done.add(rule.slug);
		this.rules.push(rule);
	}
};
// src/rules/cross/shared-slugs.ts
function sharedSlugs(paths) {
	return [...Map.groupBy(paths.filter((path) => kindOf$1(path) === "rule"), slugOf)].flatMap(([slug, [first = "", ...others]]) => others.map((other) => problem("rules/conflict", {
		words: [first, other],
		reason: `both are the rule "${slug}"`
	}, {
		file: shown$4(other),
		line: 1,
		column: 1
	})));
}
// src/rules/lists/columns.ts
const aliases = {
	track_uri: "uri",
	spotify_uri: "uri",
	spotify_id: "uri",
	track_url: "uri",
	url: "uri",
	link: "uri",
	track_id: "track",
	artist_id: "artist",
	artist_uri: "artist",
	album_id: "album",
	album_uri: "album"
};
const columnsOf = (header) => {
	return header.map((heading) => heading.trim().toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "_").replaceAll(/^_+|_+$/g, "")).map((name) => Object.hasOwn(aliases, name) ? aliases[name] ?? name : name);
};
// src/rules/lists/is-problem.ts
const isProblem = (value) => "code" in value && "facts" in value;
const sorted$1 = (read) => ({
	lines: read.flatMap((one) => isProblem(one) ? [] : [one]),
	problems: read.filter(isProblem)
});
// src/rules/lists/subject.ts
const subjects = [
	"track",
	"artist",
	"album",
	"uri",
	"isrc"
];
const nobody$1 = {
	uri: null,
	artist: null,
	album: null,
	isrc: null
};
function readSubject(column, text, at) {
	switch (column) {
		case "track": return readTrack$1(text, at);
		case "artist":
		case "album": return readNamed(column, text, at);
		case "uri": return readUri(text, at);
		case "isrc": return readIsrc(text, at);
	}
}
function readTrack$1(text, at) {
	const track = idIn("track", text);
	if (track !== void 0) return { uri: trackUri(track) };
	const episode = idIn("episode", text);
	return episode === void 0 ? notAnId(text, "a track", at) : { uri: episodeUri(episode) };
}
function readNamed(column, text, at) {
	const id = idIn(column, text);
	return id === void 0 ? notAnId(text, `an ${column}`, at) : { [column]: id };
}
function readUri(text, at) {
	if (isAddableUri(text)) return { uri: text };
	const kind = linkKind(text);
	if (kind === "artist" || kind === "album") return readNamed(kind, text, at);
	return kind === void 0 ? notAnId(text, "a track, artist or album", at) : readTrack$1(text, at);
}
function readIsrc(text, at) {
	const isrc = text.replaceAll(/[\s-]/g, "").toUpperCase();
	if (/^[A-Z]{2}[A-Z0-9]{3}\d{7}$/.test(isrc)) return { isrc };
	return problem("rules/wrong-value", {
		what: "isrc",
		found: `"${text}"`,
		wanted: "an ISRC like JPPO08100101",
		nearest: null
	}, at);
}
function notAnId(text, wanted, at) {
	return problem("rules/not-an-id", {
		text: text.slice(0, 100),
		wanted,
		found: linkKind(text) ?? null
	}, at);
}
// src/rules/lists/csv.ts
function readCsv(list) {
	const rows = parseRows(list);
	if (!Array.isArray(rows)) return {
		lines: [],
		problems: [rows]
	};
	const [header, ...body] = rows;
	if (header === void 0) return {
		lines: [],
		problems: []
	};
	const columns = columnsOf(header.record);
	const sources = list.text.split(/\r?\n/);
	const at = (line) => ({
		file: list.file,
		line,
		column: 1,
		length: Math.max(1, sources[line - 1]?.length ?? 1)
	});
	if (!columns.some(isSubject)) return {
		lines: [],
		problems: [noSubject(at(header.info.lines))]
	};
	const read = body.map(({ record, info: { lines } }) => readRow(columns, record, at(lines), sources[lines - 1] ?? ""));
	return {
		lines: read.flatMap(({ line }) => line ?? []),
		problems: read.flatMap(({ problems }) => problems)
	};
}
function parseRows({ file, text }) {
	const [first = ""] = text.split(/\r?\n/, 1);
	const delimiter = first.includes("	") ? "	" : first.includes(",") || !first.includes(";") ? "," : ";";
	try {
		return parse$14(text, {
			bom: true,
			delimiter,
			info: true,
			relax_column_count: true,
			skip_empty_lines: true,
			trim: true,
			max_record_size: 1e5
		});
	} catch (error) {
		return brokenCsv(file, error);
	}
}
function brokenCsv(file, error) {
	return problem("rules/bad-list", {
		reason: "quotation marks do not pair up, or a cell never ends",
		instead: "Put cells with quotation marks or commas in quotation marks, doubled inside"
	}, {
		file,
		line: typeof error === "object" && error !== null && "lines" in error ? Number(error.lines) : 1,
		column: 1
	});
}
function readRow(columns, record, at, source) {
	if (record.every((cell) => cell === "")) return {
		line: void 0,
		problems: []
	};
	if (record.length > columns.length) return {
		line: void 0,
		problems: [problem("rules/bad-list", {
			reason: `a line of ${record.length} cells below a header of ${columns.length}`,
			instead: "Put cells that hold commas in quotation marks"
		}, at)]
	};
	const cells = columns.map((column, index) => ({
		column,
		text: record[index] ?? ""
	})).filter(({ text }) => text !== "");
	const read = cells.flatMap(({ column, text }) => isSubject(column) ? [readSubject(column, text, cellAt(text, at, source))] : []);
	const problems = read.filter(isProblem);
	const subject = Object.assign({ ...nobody$1 }, ...read.filter((one) => !isProblem(one)));
	if (problems.length === 0 && Object.values(subject).every((one) => one === null)) return {
		line: void 0,
		problems: [problem("rules/bad-list", {
			reason: "a line that says nothing of what it is about",
			instead: `Fill in one of: ${subjects.join(", ")}`
		}, at)]
	};
	return {
		line: {
			...subject,
			fields: fieldsOf$1(cells),
			at
		},
		problems
	};
}
const isSubject = (column) => subjects.includes(column);
function cellAt(text, at, source) {
	const index = source.indexOf(text);
	return index < 0 ? at : {
		...at,
		column: index + 1,
		length: text.length
	};
}
function fieldsOf$1(cells) {
	return Object.fromEntries(cells.filter(({ column }) => column !== "" && !isSubject(column)).map(({ column, text }) => [column, text.split(";").map((word) => word.trim()).filter((word) => word !== "")]));
}
const noSubject = (at) => problem("rules/bad-list", {
	reason: "no column says what a line is about",
	instead: `Name one of the columns ${subjects.join(", ")}`
}, at);
// src/rules/lists/text.ts
function readLines({ file, text }) {
	const read = text.split(/\r?\n/).map((line, index) => ({
		text: line.trim(),
		line: index + 1,
		column: line.search(/\S/) + 1
	})).filter((one) => one.text !== "" && !one.text.startsWith("#")).map((one) => {
		const at = {
			file,
			line: one.line,
			column: one.column,
			length: one.text.length
		};
		const subject = readSubject(/^[0-9A-Za-z]{22}$/.test(one.text) ? "track" : "uri", one.text, at);
		return isProblem(subject) ? subject : {
			...nobody$1,
			...subject,
			fields: {},
			at
		};
	});
	return sorted$1(read);
}
// src/rules/lists/yaml.ts
const kinds$3 = {
	artists: "artist",
	tracks: "track",
	albums: "album",
	uris: "uri",
	isrcs: "isrc"
};
function readYamlList({ file, text }) {
	const parsed = parseYaml(file, text);
	if (!parsed.ok) return {
		lines: [],
		problems: parsed.problems
	};
	const { value, parts } = parsed.value;
	if (typeof value !== "object" || value === null || Array.isArray(value)) return {
		lines: [],
		problems: [wrongForm("list", parsed.value, `a map like "artists: [...]"`)]
	};
	const read = [...parts].flatMap(([key, part]) => readKind(key, part));
	return sorted$1(read);
}
function readKind(key, part) {
	const column = Object.hasOwn(kinds$3, key) ? kinds$3[key] : void 0;
	if (column === void 0) return [unknownKey({
		key,
		allowed: Object.keys(kinds$3),
		in: "list",
		at: part.key ?? part.at
	})];
	if (part.value === null) return [];
	if (!Array.isArray(part.value)) return [wrongForm(key, part, "a list")];
	return [...part.parts.values()].map((entry) => readEntry(key, column, entry));
}
function readEntry(key, column, entry) {
	if (typeof entry.value !== "string") return wrongForm(key, entry, "an id, a URI or a share link");
	const subject = readSubject(column, entry.value, entry.at);
	return isProblem(subject) ? subject : {
		...nobody$1,
		...subject,
		fields: {},
		at: entry.at
	};
}
const wrongForm = (what, part, wanted) => problem("rules/wrong-value", {
	what,
	found: found(part.value),
	wanted,
	nearest: null
}, { ...placeOf$1(part) });
// src/rules/lists/read-list.ts
const formats = {
	yaml: readYamlList,
	yml: readYamlList,
	csv: readCsv,
	tsv: readCsv,
	m3u: readLines,
	m3u8: readLines,
	txt: readLines
};
function readList(list) {
	const ending = /\.([a-z0-9]+)$/i.exec(list.path)?.[1]?.toLowerCase() ?? "";
	const read = formats[ending];
	if (read === void 0) return {
		ok: false,
		problems: [unknownFormat(list.file)]
	};
	const { lines, problems } = read(list);
	return checked({
		path: list.path,
		lines
	}, problems);
}
function unknownFormat(file) {
	return problem("rules/bad-list", {
		reason: "its ending is not known",
		instead: `Use one of: ${Object.keys(formats).join(", ")}`
	}, {
		file,
		line: 1,
		column: 1
	});
}
// src/rules/portfolio/find-account.ts
function findAccount(portfolio, report) {
	const accounts = portfolio?.apps.flatMap((app) => app.accounts) ?? [];
	const [first] = accounts;
	return (name, at) => {
		if (portfolio === void 0 || first === void 0) return name ?? "";
		if (name === null && accounts.length === 1) return first;
		if (name === null) report(problem("rules/missing-key", {
			key: "account",
			in: "rule"
		}, at));
		const found = accounts.find((account) => account === name);
		if (name !== null && found === void 0) report(problem("rules/no-such-account", {
			account: name,
			nearest: nearest(name, accounts),
			allowed: accounts
		}, at));
		return found;
	};
}
// src/rules/cross/unheard.ts
function unheardSources(schedule, from, at) {
	const names = from.map((source) => source.as);
	return schedule.flatMap((one) => one.kind === "on-change" && !names.includes(one.source) ? [one.source] : []).map((name) => {
		return problem("rules/wrong-value", {
			what: "on_change",
			found: `"${name}", which is no source of this rule`,
			wanted: `one of: ${names.join(", ")}`,
			nearest: nearest(name, names)
		}, at);
	});
}
// src/rules/rule/complete.ts
function complete(parts) {
	return Object.values(parts).includes(void 0) ? void 0 : parts;
}
// src/rules/rule/defaults.ts
const merged$1 = [
	"guard",
	"write",
	"dedupe"
];
function writtenFor(key, own, general) {
	if (own === void 0 || general === void 0) return own ?? general;
	if (!merged$1.includes(key) || !isMap(own.value) || !isMap(general.value)) return own;
	return {
		...own,
		value: {
			...general.value,
			...own.value
		},
		parts: new Map([...general.parts, ...own.parts])
	};
}
const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
// src/rules/rule/read-rule.ts
function wasOf(was, file, { slugs, report }) {
	if (was === null || was === void 0 || !slugs.has(was)) return was;
	report(problem("rules/conflict", {
		words: ["was", was],
		reason: `the rule "${was}" is still there`
	}, placeOf$1(file.parts.get("was") ?? file)));
}
function readRule(slug, file, context) {
	const at = {
		...file.at,
		length: 1
	};
	const read = (word) => {
		const written = writtenFor(word.key, file.parts.get(word.key), context.defaults?.parts.get(word.key));
		return written === void 0 ? word.absent(at) : word.read(written.value, readingOf(written, context));
	};
	const account = read(keys$1.account);
	const rule = complete({
		slug,
		was: wasOf(read(keys$1.was), file, context),
		at,
		account: account === void 0 ? void 0 : context.accountOf(account, file.parts.get("account")?.at ?? at),
		name: read(keys$1.name),
		description: read(keys$1.description),
		public: read(keys$1.public),
		from: read(keys$1.from),
		where: read(keys$1.where),
		unknown: read(keys$1.unknown),
		dedupe: read(keys$1.dedupe),
		sort: read(keys$1.sort),
		take: read(keys$1.take),
		arrange: read(keys$1.arrange),
		pins: read(keys$1.pin),
		settings: complete({
			guard: read(keys$1.guard),
			ack: read(keys$1.ack),
			handEdits: read(keys$1.hand_edits),
			write: read(keys$1.write),
			schedule: read(keys$1.schedule),
			protected: read(keys$1.protected),
			suspend: read(keys$1.suspend)
		})
	});
	if (rule === void 0) return void 0;
	const schedule = placeOf$1(file.parts.get("schedule") ?? file);
	for (const one of unheardSources(rule.settings.schedule, rule.from, schedule)) context.report(one);
	return rule;
}
// src/rules/source/decode.ts
const mostBytes$1 = 4e6;
function decode$2(file, content) {
	if (content.length > mostBytes$1) return {
		ok: false,
		problems: [problem("rules/too-large", {
			what: "the file",
			most: `${mostBytes$1 / 1e6} MB`
		}, {
			file,
			line: 1,
			column: 1
		})]
	};
	if (isUtf16(content)) return notText(file, "it is UTF-16", "");
	const text = (typeof content === "string" ? content : decoded$1(content)).replace(/^\uFEFF/, "");
	const broken = typeof content !== "string" && !isUtf8(content) ? text.indexOf("\uFFFD") : -1;
	if (broken >= 0) return notText(file, "it is not UTF-8", text.slice(0, broken));
	const control = text.search(/(?![\t\n\r\u0085])\p{Cc}/u);
	if (control >= 0) return notText(file, controlCharacter(text, control), text.slice(0, control));
	return {
		ok: true,
		value: text.replaceAll(/\r(?!\n)/g, "\n")
	};
}
const decoded$1 = (bytes) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
function isUtf8(bytes) {
	try {
		new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}
function isUtf16(content) {
	if (typeof content === "string") return false;
	const [first, second] = content;
	if (first === 255 && second === 254 || first === 254 && second === 255) return true;
	return content.length > 2 && first === 0 !== (second === 0);
}
const controlCharacter = (text, at) => `it holds the control character U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
function notText(file, reason, before) {
	const lines = before.split(/\r\n|\r|\n/);
	const place = {
		file,
		line: lines.length,
		column: (lines.at(-1) ?? "").length + 1
	};
	return {
		ok: false,
		problems: [problem("rules/not-text", { reason }, place)]
	};
}
// src/rules/read-playbook.ts
const isRule = validatorOf(ruleSchema);
function readPlaybook(files) {
	const problems = [];
	const report = (one) => void problems.push(one);
	const paths = [...files.keys()].sort();
	const texts = new Map(paths.filter((path) => kindOf$1(path) !== "other").map((path) => [path, textOf$2(path, files, report)]));
	const slugs = new Set(paths.filter((path) => kindOf$1(path) === "rule").map(slugOf));
	const { lists, wrongLists } = readLists(texts, report);
	const { portfolio, defaults } = openPortfolio(texts, report);
	const accountOf = findAccount(portfolio, report);
	const rules = [...texts].flatMap(([path, text]) => {
		if (kindOf$1(path) === "template") report(problem("rules/not-yet", { word: "templates/" }, {
			file: shown$4(path),
			line: 1,
			column: 1
		}));
		if (kindOf$1(path) !== "rule" || text === void 0) return [];
		const file = openRule(path, text, report);
		const rule = file && readRule(slugOf(path), file, {
			lists,
			wrongLists,
			slugs,
			defaults,
			accountOf,
			report
		});
		return rule === void 0 ? [] : [rule];
	});
	const ordered = inOrder(rules);
	problems.push(...sharedSlugs(paths), ...rules.flatMap(conflictsIn), ...ordered.problems);
	if (portfolio === void 0 || problems.length > 0) return wrong$2(problems);
	return checked({
		portfolio,
		rules: ordered.rules,
		lists
	}, []);
}
function wrong$2(problems) {
	const [first = problem("rules/no-portfolio", {}), ...rest] = byPlace(problems);
	return {
		ok: false,
		problems: [first, ...rest]
	};
}
function passed$1(result, report) {
	if (result.ok) return result.value;
	result.problems.forEach(report);
}
const textOf$2 = (path, files, report) => passed$1(decode$2(shown$4(path), files.get(path) ?? ""), report);
function openRule(path, text, report) {
	const file = passed$1(parseYaml(shown$4(path), text), report);
	const form = file && check$1(file, isRule, "rule");
	form?.problems.forEach(report);
	return typeof file?.value === "object" && file.value !== null && !Array.isArray(file.value) && form?.isCut === false ? prune(file, form.faults) : void 0;
}
function readLists(texts, report) {
	const paths = [...texts.keys()].filter((path) => kindOf$1(path) === "list");
	const read = paths.map((path) => {
		const text = texts.get(path);
		return {
			path,
			list: text === void 0 ? void 0 : passed$1(readList({
				path,
				file: shown$4(path),
				text
			}), report)
		};
	});
	const lists = new Map(read.flatMap(({ path, list }) => list ? [[path, list]] : []));
	return {
		lists,
		wrongLists: new Set(paths.filter((path) => !lists.has(path)))
	};
}
// src/ledger/paths.ts
const ledgerFolder = "reports";
const originPath = "reports/origin.json";
const worldPath = "reports/simulator.json";
const accountFolder = (account) => `reports/${account}`;
const controlPath = (account) => `reports/${account}/control.json`;
const isControlPath = (path) => /^reports\/[^/]+\/control\.json$/.test(path);
const snapshotsPath = (account) => `reports/${account}/snapshots.json`;
const playlistsFolder = (account) => `reports/${account}/playlists`;
const playlistPath = (account, id) => `reports/${account}/playlists/${id}.json`;
const factsFolder = (account) => `reports/${account}/facts`;
const shelves$3 = [
	"audit",
	"history",
	"runs"
];
const shelfFolder = (account, shelf) => `reports/${account}/${shelf}`;
const shelfPath = (account, shelf, night) => `reports/${account}/${shelf}/${night.slice(0, 7)}.jsonl`;
// src/app/gone.ts
async function goneFolders(origin, accounts, git) {
	const problems = [];
	for (const [name, ledger] of accounts) {
		if (origin.accounts[name] === void 0 || !isEmpty$1(ledger)) continue;
		const path = accountFolder(name);
		const [last] = await git.log([path], { most: 1 });
		if (last === void 0 || await git.read(last.commit, "reports/origin.json") === void 0) continue;
		const reason = `it is missing, and ${originPath} names the account`;
		problems.push(problem("ledger/broken", {
			path,
			reason
		}));
	}
	return problems;
}
const originGone = () => problem("ledger/broken", {
	path: originPath,
	reason: "it is missing, and a ledger is there"
});
const isBegun = ({ playlists, history, audit, runs }) => playlists.size + history.length + audit.length + runs.length > 0;
const isEmpty$1 = (ledger) => !isBegun(ledger) && canonicalJson(ledger.control) === canonicalJson(noControl);
// src/domain/known/fnv1a.ts
function fnv1a(text) {
	let hash = 2166136261;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
	return hash >>> 0;
}
// src/domain/known/table.ts
const chunkBytes = 1 << 18;
const end$2 = 255;
var Table = class Table {
	#chunks = [];
	#end = chunkBytes;
	#starts = /* @__PURE__ */ new Uint32Array(64);
	#slots = /* @__PURE__ */ new Uint32Array(128);
	#count = 0;
	#deleted = /* @__PURE__ */ new Set();
	#isShared = false;
	get size() {
		return this.#count - this.#deleted.size;
	}
	get numbers() {
		return this.#count;
	}
	numberOf(id) {
		const number = this.#slots[this.#slotOf(id)] - 1;
		return number === -1 || this.#deleted.has(number) ? void 0 : number;
	}
	get(id) {
		const number = this.numberOf(id);
		return number === void 0 ? void 0 : this.#textOf(number);
	}
	idAt(number) {
		return textIn(...this.#place(number));
	}
	*ids() {
		for (let number = 0; number < this.#count; number++) if (!this.#deleted.has(number)) yield this.idAt(number);
	}
	put(id, text) {
		const slot = this.#slotOf(id);
		const known = this.#slots[slot] - 1;
		if (known !== -1 && !this.#deleted.has(known) && this.#textOf(known) === text) return known;
		this.#unshare();
		const number = known === -1 ? this.#count++ : known;
		if (number === this.#starts.length) this.#starts = longer(this.#starts);
		this.#starts[number] = this.#write(id, text);
		this.#slots[slot] = number + 1;
		this.#deleted.delete(number);
		if (this.#count * 2 > this.#slots.length) this.#spread();
		return number;
	}
	delete(id) {
		const number = this.numberOf(id);
		if (number === void 0) return;
		this.#unshare();
		this.#deleted.add(number);
	}
	shares(id, other) {
		const number = this.numberOf(id);
		if (number === void 0 || number >= other.#count || other.#deleted.has(number)) return false;
		return this.#starts[number] === other.#starts[number] && this.#place(number)[0] === other.#place(number)[0];
	}
	copy() {
		const copy = new Table();
		copy.#chunks = [...this.#chunks];
		copy.#starts = this.#starts;
		copy.#slots = this.#slots;
		copy.#count = this.#count;
		copy.#deleted = this.#deleted;
		copy.#isShared = true;
		this.#isShared = true;
		return copy;
	}
	#unshare() {
		if (!this.#isShared) return;
		this.#starts = this.#starts.slice();
		this.#slots = this.#slots.slice();
		this.#deleted = new Set(this.#deleted);
		this.#isShared = false;
	}
	#textOf(number) {
		const [chunk, start] = this.#place(number);
		return textIn(chunk, chunk.indexOf(end$2, start) + 1);
	}
	#place(number) {
		const start = this.#starts[number];
		return [this.#chunks[Math.floor(start / chunkBytes)], start % chunkBytes];
	}
	#write(id, text) {
		const bytes = Buffer.byteLength(id) + Buffer.byteLength(text) + 2;
		if (this.#end + bytes > chunkBytes) {
			this.#chunks.push(Buffer.allocUnsafeSlow(Math.max(chunkBytes, bytes)));
			this.#end = 0;
		}
		const chunk = this.#chunks.at(-1);
		const start = (this.#chunks.length - 1) * chunkBytes + this.#end;
		for (const one of [id, text]) {
			this.#end += chunk.write(one, this.#end);
			chunk[this.#end++] = end$2;
		}
		return start;
	}
	#slotOf(id) {
		const length = encode(id);
		const mask = this.#slots.length - 1;
		let slot = fnv1a(id) & mask;
		while (this.#slots[slot] !== 0 && !this.#isEncoded(this.#slots[slot] - 1, length)) slot = slot + 1 & mask;
		return slot;
	}
	#isEncoded(number, length) {
		const [chunk, start] = this.#place(number);
		for (let at = 0; at < length; at++) if (chunk[start + at] !== encoded[at]) return false;
		return chunk[start + length] === end$2;
	}
	#spread() {
		const ids = Array.from({ length: this.#count }, (_, number) => fnv1a(this.idAt(number)));
		const last = this.#slots.length * 2 - 1;
		this.#slots = new Uint32Array(last + 1);
		for (const [number, hash] of ids.entries()) {
			let slot = hash & last;
			while (this.#slots[slot] !== 0) slot = slot + 1 & last;
			this.#slots[slot] = number + 1;
		}
	}
};
const textIn = (chunk, start) => chunk.toString("utf8", start, chunk.indexOf(end$2, start));
function longer(numbers) {
	const twice = new Uint32Array(numbers.length * 2);
	twice.set(numbers);
	return twice;
}
let encoded = Buffer.alloc(256);
function encode(id) {
	if (id.length * 3 > encoded.length) encoded = Buffer.alloc(id.length * 3);
	return encoded.write(id);
}
// src/domain/known/artists.ts
var Artists = class {
	#table = new Table();
	numbersOf(artists) {
		return artists.map(({ id, name }) => {
			const key = JSON.stringify([id, name]);
			return this.#table.numberOf(key) ?? this.#table.put(key, "");
		});
	}
	at(numbers) {
		return numbers.map((number) => {
			const [id, name] = JSON.parse(this.#table.idAt(number));
			return {
				id,
				name
			};
		});
	}
};
// src/domain/known/pack.ts
const isEpisode = (packed) => typeof packed[3] === "string";
function packItem(id, item, artists) {
	const { title, durationMs, explicit } = item;
	const shown = item.uri === id ? [] : [item.uri];
	if (item.kind === "episode") return JSON.stringify([
		title,
		durationMs,
		+explicit,
		item.show,
		item.released,
		...shown
	]);
	const { album, isrc, trackNumber, discNumber, playable } = item;
	const by = artists.numbersOf(item.artists);
	return JSON.stringify([
		title,
		durationMs,
		+explicit,
		by,
		album,
		isrc,
		trackNumber,
		discNumber,
		playable,
		...shown
	]);
}
function unpackItem(id, text, artists) {
	const packed = JSON.parse(text);
	if (isEpisode(packed)) {
		const [title, durationMs, explicit, show, released, uri = id] = packed;
		return {
			kind: "episode",
			uri,
			title,
			show,
			durationMs,
			explicit: explicit === 1,
			released
		};
	}
	const [title, durationMs, explicit, by, album, isrc, trackNumber, discNumber, playable, uri = id] = packed;
	return {
		kind: "track",
		uri,
		title,
		artists: artists.at(by),
		album,
		durationMs,
		explicit: explicit === 1,
		isrc,
		trackNumber,
		discNumber,
		playable
	};
}
function packAlbum(_, { title, artists: by, released, albumType }, artists) {
	const packed = [
		title,
		artists.numbersOf(by),
		released,
		albumType
	];
	return JSON.stringify(packed);
}
function unpackAlbum(id, text, artists) {
	const [title, by, released, albumType] = JSON.parse(text);
	return {
		id,
		title,
		artists: artists.at(by),
		released,
		albumType
	};
}
// src/domain/known/short.ts
const track$4 = "spotify:track:";
const short$2 = (id) => id.startsWith(track$4) ? id.slice(13) : id;
const long = (id) => id.startsWith(":") ? `${track$4}${id.slice(1)}` : id;
// src/domain/known/marks.ts
var Marks = class {
	#table;
	#marked;
	#size = 0;
	constructor(table) {
		this.#table = table;
		this.#marked = new Uint8Array(table.numbers);
	}
	get size() {
		return this.#size;
	}
	add(id) {
		const number = this.#table.numberOf(short$2(id));
		if (number === void 0 || this.#marked[number] === 1) return false;
		this.#marked[number] = 1;
		this.#size += 1;
		return true;
	}
	has(id) {
		const number = this.#table.numberOf(short$2(id));
		return number !== void 0 && this.#marked[number] === 1;
	}
};
// src/domain/known/shelf.ts
const remembered = 256;
var Shelf = class Shelf {
	#packing;
	#artists;
	#table;
	#lately = /* @__PURE__ */ new Map();
	#before = /* @__PURE__ */ new Map();
	constructor(packing, artists, table = new Table()) {
		this.#packing = packing;
		this.#artists = artists;
		this.#table = table;
	}
	get size() {
		return this.#table.size;
	}
	get(id) {
		const made = this.#lately.get(id) ?? this.#before.get(id);
		if (made !== void 0) return made;
		const text = this.#table.get(short$2(id));
		return text === void 0 ? void 0 : this.#remember(id, this.#packing.unpack(id, text, this.#artists));
	}
	has(id) {
		return this.#table.numberOf(short$2(id)) !== void 0;
	}
	*keys() {
		for (const id of this.#table.ids()) yield long(id);
	}
	set(id, thing) {
		this.#forget(id);
		this.#table.put(short$2(id), this.#packing.pack(id, thing, this.#artists));
	}
	delete(id) {
		this.#forget(id);
		this.#table.delete(short$2(id));
	}
	marks() {
		return new Marks(this.#table);
	}
	keep(marks) {
		if (marks.size === this.size) return;
		for (const id of this.keys()) if (!marks.has(id)) this.delete(id);
	}
	shares(id, other) {
		return other instanceof Shelf && this.#table.shares(short$2(id), other.#table);
	}
	copy() {
		return new Shelf(this.#packing, this.#artists, this.#table.copy());
	}
	#remember(id, thing) {
		if (this.#lately.size === remembered) [this.#before, this.#lately] = [this.#lately, /* @__PURE__ */ new Map()];
		this.#lately.set(id, thing);
		return thing;
	}
	#forget(id) {
		this.#lately.delete(id);
		this.#before.delete(id);
	}
};
// src/domain/known/library.ts
function emptyLibrary() {
	const artists = new Artists();
	return {
		items: new Shelf({
			pack: packItem,
			unpack: unpackItem
		}, artists),
		albums: new Shelf({
			pack: packAlbum,
			unpack: unpackAlbum
		}, artists)
	};
}
function libraryOf(first, ...others) {
	const { items, albums } = first;
	const library = items instanceof Shelf && albums instanceof Shelf ? {
		items: items.copy(),
		albums: albums.copy()
	} : emptyLibrary();
	const rest = library.items.size > 0 || library.albums.size > 0 ? others : [first, ...others];
	for (const things of rest) {
		fill(library.items, things.items);
		fill(library.albums, things.albums);
	}
	return library;
}
function fill(shelf, things) {
	for (const [id, thing] of entriesOf$4(things)) shelf.set(id, thing);
}
// src/domain/shared.ts
var Shared = class {
	#texts = /* @__PURE__ */ new Map();
	text(text) {
		const known = this.#texts.get(text);
		if (known !== void 0) return known;
		this.#texts.set(text, text);
		return text;
	}
};
// src/domain/hash.ts
const sha256 = (text) => createHash("sha256").update(text).digest("hex");
const snapshotOf = (id) => createHash("sha256").update(id).digest("base64url").slice(0, 12);
const hashKeys = (keys) => sha256(keys.join("\n")).slice(0, 32);
function hashOfMembers(record) {
	const hash = createHash("sha256").update("{");
	let before = "";
	for (const key of Object.keys(record).sort()) {
		hash.update(`${before}${JSON.stringify(key)}:${canonicalJson(record[key])}`);
		before = ",";
	}
	return hash.update("}").digest("hex");
}
const hashOf = (value) => sha256(canonicalJson(value));
// src/ledger/lines.ts
const ajv$2 = new import_ajv.Ajv({
	...ourSchemas,
	strict: false
});
function lineParser(schema) {
	const read = lineReader(schema);
	return (text, path) => {
		const found = [];
		const done = read(text, path, (record) => found.push(record));
		return done.ok ? {
			ok: true,
			value: found
		} : done;
	};
}
function lineReader(schema) {
	let compiled;
	return (text, path, take) => {
		compiled ??= ajv$2.compile(schema);
		const problems = [];
		const lines = text.split("\n");
		const rest = lines.pop() ?? "";
		const broken = (line, reason) => problems.push(problem("ledger/broken", {
			path,
			reason: `line ${line} ${reason}`
		}));
		let isMarked = false;
		for (const [index, line] of lines.entries()) {
			const json = parse$11(line);
			const isMarker = json === void 0 && markers.test(line);
			if (isMarker && isMarked) continue;
			isMarked ||= isMarker;
			if (json === void 0) broken(index + 1, isMarker ? "holds merge markers" : "is not JSON");
			else if (compiled(json)) take(json);
			else broken(index + 1, wrong$1(compiled));
		}
		if (rest !== "") broken(lines.length + 1, "is cut off");
		const [first, ...others] = problems;
		return first === void 0 ? {
			ok: true,
			value: null
		} : {
			ok: false,
			problems: [first, ...others]
		};
	};
}
const renderLines = (records) => [...linesOf$1(records)].join("");
function* linesOf$1(records) {
	for (const record of records) yield `${canonicalJson(record)}\n`;
}
const markers = /^(?:<{7}|={7}|>{7})/;
const wrong$1 = ({ errors }) => {
	const [error] = errors ?? [];
	return `${error?.instancePath || "as a whole"} ${error?.message ?? "has the wrong shape"}`;
};
function parse$11(line) {
	try {
		return JSON.parse(line);
	} catch {
		return;
	}
}
// src/ledger/audit.ts
const digest = String$1({ pattern: "^[0-9a-f]{64}$" });
const hash$1 = String$1({ pattern: "^[0-9a-f]{32}$" });
const noted = _Array_(_Object_({
	key: String$1(),
	why: _Array_(_Object_({}))
}));
const body = _Object_({
	at: String$1(),
	night: String$1(),
	run: String$1(),
	playlist: String$1(),
	rule: Union([String$1(), Null()]),
	kind: Union([
		"created",
		"adopted",
		"items",
		"details",
		"renamed",
		"forgotten"
	].map((kind) => Literal(kind))),
	who: _Object_({ by: Union([
		"setlist",
		"hand",
		"spotify"
	].map((by) => Literal(by))) }),
	entered: noted,
	left: noted,
	moved: noted,
	before: hash$1,
	after: hash$1
});
const parse$10 = lineParser(Union([_Object_({
	digest,
	previous: digest,
	body
}, { additionalProperties: false }), _Object_({
	digest,
	previous: digest,
	purged: String$1(),
	night: String$1()
}, { additionalProperties: false })]));
function parseAudit(text, path) {
	const parsed = parse$10(text, path);
	return parsed.ok ? {
		ok: true,
		value: parsed.value
	} : parsed;
}
const namesOfGone = ({ audit }) => new Map(audit.flatMap((line) => "body" in line && line.body.gone !== void 0 ? [[line.body.playlist, line.body.gone.name]] : []));
const digestOf = (previous, entry) => hashOf({
	previous,
	body: entry
});
function chained(previous, bodies) {
	let last = previous;
	return bodies.map((entry) => {
		const line = {
			digest: digestOf(last, entry),
			previous: last,
			body: entry
		};
		last = line.digest;
		return line;
	});
}
// src/ledger/control.ts
const since$1 = Record(String$1(), String$1());
const keys = _Array_(String$1());
const parse$9 = recordParser(_Object_({
	version: Literal(1),
	playlists: Record(String$1(), _Object_({
		id: String$1({ pattern: "^[0-9A-Za-z]{22}$" }),
		contact: Union([Literal("first"), Literal("known")]),
		rule: Optional(String$1()),
		sources: Optional(since$1)
	}, { additionalProperties: false })),
	hands: Optional(Record(String$1(), _Object_({
		held: Optional(_Object_({
			since: String$1(),
			added: keys,
			removed: keys,
			moved: Boolean$1()
		})),
		kept: Optional(since$1),
		removed: Optional(since$1)
	}, { additionalProperties: false }))),
	leaving: Optional(Record(String$1(), Record(String$1(), _Object_({
		nights: Integer(),
		last: String$1()
	}, { additionalProperties: false })))),
	looks: Optional(since$1),
	sizes: Optional(Record(String$1(), _Object_({
		least: Integer(),
		counted: Integer()
	}, { additionalProperties: false }))),
	quarantined: Optional(since$1),
	blockedUntil: Optional(since$1)
}, { additionalProperties: false }));
function parseControl(text, path) {
	const parsed = parse$9(text, path);
	return parsed.ok ? {
		ok: true,
		value: parsed.value
	} : parsed;
}
function renderControl({ version, playlists, ...parts }) {
	const filled = Object.entries(parts).filter(([, part]) => Object.keys(part ?? {}).length > 0);
	const sorted = JSON.parse(canonicalJson({
		version,
		playlists,
		...Object.fromEntries(filled)
	}));
	return `${JSON.stringify(sorted, null, 2)}\n`;
}
// src/ledger/history.ts
const parse$8 = lineParser(_Object_({
	night: String$1({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" }),
	playlist: String$1(),
	count: Integer(),
	followers: Union([Integer(), Null()]),
	entered: _Array_(String$1()),
	left: _Array_(String$1()),
	hash: Optional(String$1())
}, { additionalProperties: false }));
function parseHistory(text, path, shared = new Shared()) {
	const parsed = parse$8(text, path);
	if (!parsed.ok) return parsed;
	return {
		ok: true,
		value: parsed.value.map((line) => ({
			...line,
			playlist: shared.text(line.playlist),
			entered: line.entered.map((key) => shared.text(key)),
			left: line.left.map((key) => shared.text(key))
		}))
	};
}
// src/ledger/runs.ts
const about = {
	run: String$1(),
	at: String$1(),
	night: String$1({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" }),
	trigger: Union([
		Literal("schedule"),
		Literal("merge"),
		Literal("manual")
	]),
	actor: Union([String$1(), Null()]),
	commit: Union([String$1(), Null()]),
	requests: Record(String$1(), Integer()),
	sentAt: Optional(Record(String$1(), _Array_(Integer())))
};
const finding = _Object_({
	code: String$1(),
	facts: _Object_({})
});
const intent = _Object_({
	slug: String$1(),
	id: Union([String$1(), Null()]),
	nonce: Union([String$1(), Null()]),
	before: String$1(),
	writes: _Array_(_Object_({ kind: String$1() })),
	entered: _Array_(_Object_({ key: String$1() })),
	left: _Array_(_Object_({ key: String$1() })),
	moved: _Array_(_Object_({ key: String$1() }))
});
const parse$7 = lineParser(Union([_Object_({
	...about,
	event: Literal("intent"),
	promised: Optional(Record(String$1(), Integer())),
	intents: _Array_(intent)
}), _Object_({
	...about,
	event: Literal("end"),
	nights: _Array_(String$1()),
	ended: String$1(),
	skipped: _Array_(String$1()),
	undone: _Array_(_Object_({
		slug: String$1(),
		because: String$1()
	})),
	findings: Optional(_Array_(_Object_({
		slug: String$1(),
		finding
	}))),
	unconfirmed: _Array_(String$1()),
	changed: _Array_(String$1()),
	exit: Integer(),
	audit: _Object_({
		entries: Integer(),
		digest: String$1()
	}),
	lines: Optional(_Object_({
		facts: Integer(),
		history: Integer(),
		runs: Integer()
	}))
})]));
function parseRuns(text, path) {
	const parsed = parse$7(text, path);
	return parsed.ok ? {
		ok: true,
		value: parsed.value
	} : parsed;
}
function openRun(runs) {
	const last = runs.at(-1);
	return last?.event === "intent" ? last : void 0;
}
const endsOf = (runs) => runs.filter((run) => run.event === "end");
function waitingSince(runs) {
	let waiting = /* @__PURE__ */ new Map();
	for (const { night, undone } of endsOf(runs)) waiting = new Map(undone.map(({ slug }) => [slug, waiting.get(slug) ?? night]));
	return waiting;
}
// src/ledger/shards.ts
const read$2 = lineReader(Tuple([
	Union([
		Literal("album"),
		Literal("answer"),
		Literal("item")
	]),
	String$1(),
	Record(String$1(), Unknown())
]));
const shardNames = [..."01234567"];
const shardOf = (home) => (createHash("sha256").update(home).digest()[0] ?? 0) & 7;
function homeOf(facts, { kind, key }) {
	const item = kind === "item" ? facts.items.get(key) : void 0;
	return item?.kind === "track" ? item.album ?? key : key;
}
function* shardsBetween(before, after) {
	const changed = changedShards(before, after);
	if (changed.size === 0) return;
	const places = placesIn(after);
	for (const shard of [...changed].sort()) yield [shardNames[shard], places.includes(shard) ? () => linesIn(after, places, shard) : null];
}
function* keptIn({ albums, items, answers }) {
	for (const key of albums.keys()) yield {
		kind: "album",
		key
	};
	for (const key of items.keys()) yield {
		kind: "item",
		key
	};
	for (const key in answers) if (isKept$1(answers[key])) yield {
		kind: "answer",
		key
	};
}
const factLines = ({ albums, items, answers }) => albums.size + items.size + Object.values(answers).filter(isKept$1).length;
const isKept$1 = (known) => known !== void 0 && known.need.kind !== "playlist" && known.answer.state !== "part";
function valueIn({ albums, items, answers }, { kind, key }) {
	if (kind === "album") return albums.get(key);
	if (kind === "item") return items.get(key);
	return isKept$1(answers[key]) ? answers[key] : void 0;
}
function changedShards(before, after) {
	const changed = /* @__PURE__ */ new Set();
	for (const [one, other] of [[before, after], [after, before]]) for (const named of keptIn(one)) {
		if (isShared(one, other, named)) continue;
		const shard = shardOf(homeOf(one, named));
		if (changed.has(shard)) continue;
		const [own, its] = [valueIn(one, named), valueIn(other, named)];
		if (its === void 0 || canonicalJson(own) !== canonicalJson(its)) changed.add(shard);
	}
	return changed;
}
function isShared(one, other, { kind, key }) {
	if (kind === "answer") return one.answers[key] === other.answers[key];
	if (kind === "album") return sharing(one.albums, other.albums, key);
	return sharing(one.items, other.items, key);
}
const sharing = (one, other, id) => one instanceof Shelf && one.shares(id, other);
function placesIn(facts) {
	const { albums, items, answers } = facts;
	const places = new Uint8Array(albums.size + items.size + Object.keys(answers).length);
	let count = 0;
	for (const named of keptIn(facts)) places[count++] = shardOf(homeOf(facts, named));
	return places.subarray(0, count);
}
function* linesIn(facts, places, shard) {
	const byHome = /* @__PURE__ */ new Map();
	let at = 0;
	for (const named of keptIn(facts)) {
		if (places[at++] !== shard) continue;
		const home = homeOf(facts, named);
		byHome.set(home, [...byHome.get(home) ?? [], named]);
	}
	const lineOf = ({ kind, key }) => `${JSON.stringify([kind, key]).slice(0, -1)},${canonicalJson(valueIn(facts, {
		kind,
		key
	}))}]\n`;
	for (const home of [...byHome.keys()].sort(compare$2)) yield* (byHome.get(home) ?? []).map(lineOf).sort(compare$2);
}
const compare$2 = (one, other) => one < other ? -1 : one > other ? 1 : 0;
const parseShard = (text, path, into) => read$2(text, path, ([kind, key, value]) => {
	if (kind === "album") into.albums.set(key, value);
	else if (kind === "item") into.items.set(key, value);
	else into.answers[key] = value;
});
// src/ledger/missing.ts
function missingIn(one, all) {
	const ledgers = all.map(({ ledger }) => ledger);
	const other = {
		known: new Set(ledgers.flatMap(({ runs }) => runs.map(({ run }) => run))),
		isOpen: ledgers.some(({ runs }) => openRun(runs) !== void 0)
	};
	return [
		...missingControl(one),
		...missingPlaylists(one),
		...missingAudit(one.ledger),
		...missingRuns(one.ledger, other),
		...missingHistory(one.ledger),
		...missingFacts(one, other)
	];
}
const missing$2 = (path, reason) => [problem("ledger/broken", {
	path,
	reason
})];
function missingControl({ ledger, hasControl }) {
	const { account, audit, history, playlists } = ledger;
	const isRuling = audit.length + history.length > 0 || [...playlists.values()].some(({ rule }) => rule !== null);
	return hasControl || !isRuling ? [] : missing$2(controlPath(account), "it is missing, and the records tell of playlists that are ruled");
}
const mostNamed = 5;
function missingPlaylists({ ledger: { account, playlists }, told }) {
	if (told === void 0) return playlists.size === 0 ? [] : missing$2(snapshotsPath(account), "it is missing, and playlists are recorded");
	const gone = told.filter((id) => !playlists.has(id));
	if (gone.length > mostNamed) return missing$2(playlistsFolder(account), `${gone.length} records are missing of which snapshots.json tells`);
	return gone.flatMap((id) => missing$2(playlistPath(account, id), "it is missing, and snapshots.json tells of it"));
}
function missingAudit({ account, audit, runs }) {
	const last = lastEnd(runs)?.line;
	if (last === void 0 || audit.length >= last.audit.entries) return [];
	const there = new Set(audit.map((line) => monthOf("body" in line ? line.body.night : line.night)));
	const ends = runs.filter((line) => line.event === "end");
	return fileOf$1(account, "audit", ends.filter((line, index) => line.audit.entries > (ends[index - 1]?.audit.entries ?? 0) && !there.has(monthOf(line.night))), ({ run }) => `it is missing, and run ${run} tells of entries in it`);
}
function missingRuns({ account, audit, history, runs }, { known }) {
	const there = new Set(runs.map(({ night }) => monthOf(night)));
	const unknown = audit.flatMap((line) => "body" in line && !there.has(monthOf(line.body.night)) && !known.has(line.body.run) ? line.body : []);
	if (unknown.length > 0) return fileOf$1(account, "runs", unknown, ({ run }) => `it is missing, and the audit tells of run ${run}`);
	const follower = history.findLast(({ hash }) => hash === void 0);
	if (follower !== void 0 && !there.has(monthOf(follower.night))) return fileOf$1(account, "runs", [follower], () => "it is missing, and the history tells of a night of that month");
	const last = lastEnd(runs);
	const before = last?.line.lines?.runs;
	return last === void 0 || before === void 0 || before === last.count ? [] : missing$2(shelfFolder(account, "runs"), lacking$1(last.line, before, last.count));
}
function missingHistory({ account, playlists, history, runs }) {
	const path = shelfFolder(account, "history");
	const last = lastEnd(runs)?.line;
	const before = last?.lines?.history ?? 0;
	if (last !== void 0 && history.length < before) return missing$2(path, lacking$1(last, before, history.length));
	const told = new Set(history.flatMap(({ playlist, hash }) => hash === void 0 ? [] : playlist));
	const untold = [...playlists].filter(([id, { rule }]) => rule !== null && !told.has(id)).length;
	return untold === 0 ? [] : missing$2(path, `lines are missing: it does not say how ${untold} of the playlists began`);
}
function missingFacts({ ledger: { account, facts, runs }, shards }, { isOpen }) {
	const last = lastEnd(runs)?.line;
	const [before, now] = [last?.lines?.facts ?? 0, factLines(facts)];
	if (last === void 0 || isOpen || now >= before) return [];
	const [gone, ...others] = shardNames.map((name) => `${factsFolder(account)}/${name}.jsonl`).filter((path) => !shards.includes(path));
	return missing$2(gone === void 0 || others.length > 0 ? factsFolder(account) : gone, lacking$1(last, before, now));
}
const lacking$1 = ({ run }, before, now) => `lines are missing: run ${run} left ${before}, there are ${now}`;
function lastEnd(runs) {
	const index = runs.findLastIndex(({ event }) => event === "end");
	const line = runs[index];
	return line?.event === "end" ? {
		line,
		count: index + 1
	} : void 0;
}
function fileOf$1(account, shelf, telling, reason) {
	return [...new Map(telling.toReversed().map((one) => [shelfPath(account, shelf, one.night), one]))].reverse().flatMap(([path, one]) => missing$2(path, reason(one)));
}
const monthOf = (night) => night.slice(0, 7);
// src/ledger/origin.ts
const parse$6 = recordParser(_Object_({
	version: Literal(1),
	repository: Union([String$1(), Null()]),
	accounts: Record(String$1(), String$1()),
	accountIds: Optional(Record(String$1(), String$1())),
	simulated: Boolean$1()
}, { additionalProperties: false }));
function parseOrigin(text, path) {
	const parsed = parse$6(text, path);
	return parsed.ok ? {
		ok: true,
		value: parsed.value
	} : parsed;
}
const renderOrigin = (origin) => `${JSON.stringify(JSON.parse(canonicalJson(origin)), null, 2)}\n`;
const rootOf = ({ repository, accounts, simulated }, account) => hashOf({
	repository,
	account,
	user: accounts[account] ?? null,
	simulated
});
// src/domain/known/rows.ts
const texts = /* @__PURE__ */ new WeakMap();
function packed(actual, snapshot = actual.snapshot) {
	const { id, owner, details, followers } = actual;
	const text = texts.get(actual) ?? packRows(actual.rows);
	const made = {
		id,
		owner,
		snapshot,
		details,
		followers,
		get rows() {
			return unpackRows(text);
		}
	};
	texts.set(made, text);
	return made;
}
function packRows(rows) {
	const packed = rows.map((row) => [
		row.kind === "gone" ? null : short$2(row.uri),
		row.addedAt,
		row.addedBy
	]);
	return JSON.stringify(packed);
}
function unpackRows(text) {
	return JSON.parse(text).map(([uri, addedAt, addedBy]) => {
		if (uri === null) return {
			kind: "gone",
			addedAt,
			addedBy
		};
		if (isLocalUri(uri)) return {
			kind: "local",
			uri,
			addedAt,
			addedBy
		};
		return {
			kind: "item",
			uri: long(uri),
			addedAt,
			addedBy
		};
	});
}
const parse$5 = recordParser(_Object_({
	version: Literal(1),
	snapshots: Record(String$1(), Union([String$1(), Null()]))
}));
function parseSnapshots(text, path) {
	const parsed = parse$5(text, path);
	if (!parsed.ok) return parsed;
	const entries = Object.entries(parsed.value.snapshots).map(([id, snapshot]) => [id, snapshot ?? ""]);
	return {
		ok: true,
		value: new Map(entries)
	};
}
function renderSnapshots(playlists) {
	const sorted = [...playlists].map(([id, { actual }]) => [id, actual.snapshot || null]).sort(([one], [other]) => one < other ? -1 : 1);
	return `${JSON.stringify({
		version: 1,
		snapshots: Object.fromEntries(sorted)
	}, null, 2)}\n`;
}
const withSnapshot = ({ rule, actual }, snapshot) => ({
	rule,
	actual: packed(actual, snapshot)
});
// src/ledger/playlist.ts
const parse$4 = recordParser(_Object_({
	version: Literal(1),
	rule: Union([String$1(), Null()]),
	id: String$1({ pattern: "^[0-9A-Za-z]{22}$" }),
	owner: String$1(),
	details: _Object_({
		name: String$1(),
		description: String$1(),
		public: Union([Boolean$1(), Null()]),
		collaborative: Boolean$1()
	}),
	rows: _Array_(_Array_(Union([String$1(), Null()]), {
		minItems: 2,
		maxItems: 2
	}))
}));
function parsePlaylist(text, path) {
	const parsed = parse$4(text, path);
	if (!parsed.ok) return parsed;
	const { rule, id, owner, details, rows } = parsed.value;
	return {
		ok: true,
		value: {
			rule,
			actual: {
				id,
				owner,
				snapshot: "",
				details,
				followers: null,
				rows: rows.map(([uri, addedAt]) => rowOf$1(uri ?? null, addedAt ?? null))
			}
		}
	};
}
function rowOf$1(uri, addedAt) {
	if (uri !== null && isAddableUri(uri)) return {
		kind: "item",
		uri,
		addedAt,
		addedBy: null
	};
	if (uri !== null && isLocalUri(uri)) return {
		kind: "local",
		uri,
		addedAt,
		addedBy: null
	};
	return {
		kind: "gone",
		addedAt,
		addedBy: null
	};
}
function renderPlaylist({ rule, actual }) {
	const { id, owner, rows } = actual;
	const { name, description, public: isPublic, collaborative } = actual.details;
	const head = JSON.stringify({
		version: 1,
		rule,
		id,
		owner,
		details: {
			name,
			description,
			public: isPublic,
			collaborative
		}
	}, null, 2).slice(0, -2);
	const lines = rows.map((row) => `    ${JSON.stringify([row.kind === "gone" ? null : row.uri, row.addedAt])}`);
	return `${head},\n  "rows": [${lines.length === 0 ? "" : `\n${lines.join(",\n")}\n  `}]\n}\n`;
}
// src/app/ledger.ts
async function readOrigin(files) {
	const text = await files.read(originPath);
	return text === void 0 ? void 0 : orFail(parseOrigin(text, originPath));
}
async function readAccounts(files, accounts) {
	const found = await readFolders(files, accounts);
	mustBeNone(found.flatMap((one) => missingIn(one, found)));
	return new Map(found.map(({ ledger }) => [ledger.account, ledger]));
}
async function readFolders(files, accounts) {
	const problems = [];
	const found = [];
	for (const account of accounts) found.push(await readAccount(files, account, problems));
	mustBeNone(problems);
	return found;
}
function mustBeNone([first, ...others]) {
	if (first !== void 0) throw new Failure([first, ...others]);
}
async function readAccount(files, account, problems) {
	const read = async (path, parse) => {
		const text = await files.read(path);
		const parsed = text === void 0 ? void 0 : parse(text, path);
		if (parsed?.ok === false) problems.push(...parsed.problems);
		return parsed?.ok === true ? parsed.value : void 0;
	};
	const shelf = async (name, parse) => {
		const lines = [];
		for (const path of await files.list(shelfFolder(account, name))) lines.push(...await read(path, parse) ?? []);
		return lines;
	};
	const facts = {
		...emptyLibrary(),
		answers: {}
	};
	const shards = await files.list(factsFolder(account));
	for (const path of shards) await read(path, (text) => parseShard(text, path, facts));
	const snapshots = await read(snapshotsPath(account), parseSnapshots);
	const playlists = /* @__PURE__ */ new Map();
	for (const path of await files.list(playlistsFolder(account))) {
		if (!path.endsWith(".json")) continue;
		const recorded = await read(path, parsePlaylist);
		if (recorded === void 0) continue;
		const { id } = recorded.actual;
		playlists.set(id, withSnapshot(recorded, snapshots?.get(id) ?? ""));
	}
	const shared = new Shared();
	const control = await read(controlPath(account), parseControl);
	return {
		ledger: {
			account,
			control: control ?? noControl,
			playlists,
			facts: {
				version: 1,
				...facts
			},
			history: await shelf("history", (text, path) => parseHistory(text, path, shared)),
			audit: await shelf("audit", parseAudit),
			runs: await shelf("runs", parseRuns)
		},
		hasControl: control !== void 0,
		told: snapshots && [...snapshots.keys()],
		shards
	};
}
async function readMonths(files, account) {
	const months = [];
	for (const path of await files.list(shelfFolder(account, "audit"))) {
		const lines = orFail(parseAudit(await files.read(path) ?? "", path));
		months.push({
			path,
			lines
		});
	}
	return months;
}
const noLedger = () => new Failure([problem("ledger/none", {})]);
// src/app/workspace.ts
async function readRuleFiles(files) {
	const found = /* @__PURE__ */ new Map();
	for (const path of await files.list("playlists")) {
		const bytes = await files.readBytes(path);
		if (bytes !== void 0) found.set(path.slice(10), bytes);
	}
	return found;
}
async function readPortfolio(files) {
	const text = await files.read("playlists/setlist.yaml");
	return openPortfolio(/* @__PURE__ */ new Map([["setlist.yaml", text]]), () => void 0).portfolio;
}
async function readWorkspace(files) {
	const playbook = orFail(readPlaybook(await readRuleFiles(files)));
	const names = playbook.portfolio.apps.flatMap((app) => app.accounts);
	const origin = await readOrigin(files) ?? null;
	const accounts = await readAccounts(files, names);
	if (origin === null && [...accounts.values()].some(isBegun)) throw new Failure([originGone()]);
	return {
		playbook,
		accounts,
		controls: new Map([...accounts].map(([name, { control }]) => [name, control])),
		origin
	};
}
// src/app/syncing/run.ts
const instantOf = (ms) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
function runOf(nowMs, { head, rules }, about) {
	const at = instantOf(nowMs);
	return {
		run: `${at.replaceAll(/[-:]/g, "")}-${hashOf([nowMs, head]).slice(0, 6)}`,
		at,
		commit: rules,
		...about
	};
}
// src/app/syncing/leases.ts
const longestRunMs = 72e5;
async function underLeases(ports, work) {
	const { git, clock, started } = ports;
	const run = instantOf(clock.now());
	const owner = started.actor ?? await git.user() ?? started.trigger;
	const held = /* @__PURE__ */ new Map();
	const hold = async (name) => {
		const nowMs = clock.now();
		const untilMs = nowMs + longestRunMs;
		const before = held.get(name);
		if (before !== void 0 && nowMs - before.sinceMs < longestRunMs / 2) return false;
		const isOurs = before !== void 0 && await before.lease.renew(untilMs);
		const lease = isOurs ? before.lease : await git.lease(name, {
			owner,
			run,
			untilMs
		}, nowMs);
		if (lease.kind === "held") throw heldBy(lease.by);
		held.set(name, {
			lease,
			sinceMs: nowMs
		});
		return !isOurs;
	};
	const takeAll = async (names) => {
		let areNew = false;
		for (const name of names) areNew = await hold(name) || areNew;
		return areNew;
	};
	const releaseAll = () => Promise.allSettled([...held.values()].map(({ lease }) => lease.release()));
	let done;
	try {
		await takeAll(await namesOnDisk(ports));
		done = await work((portfolio) => takeAll(namesOf$1(portfolio, ports)));
	} catch (error) {
		await releaseAll();
		throw error;
	}
	for (const one of await releaseAll()) if (one.status === "rejected") throw one.reason;
	return done;
}
const namesOf$1 = (portfolio, { connect }) => appsOf(portfolio, connect(portfolio, /* @__PURE__ */ new Map(), null)).map(({ name }) => name);
async function namesOnDisk(ports) {
	const portfolio = await readPortfolio(ports.files);
	try {
		return portfolio === void 0 ? [] : namesOf$1(portfolio, ports);
	} catch (error) {
		if (error instanceof Failure) return [];
		throw error;
	}
}
async function mustBeFree(portfolio, accounts, { git, clock }) {
	for (const { name } of appsOf(portfolio, accounts)) {
		const by = await holderOrNobody(() => git.holder(name, clock.now()));
		if (by !== null) throw heldBy(by);
	}
}
async function holderOrNobody(ask) {
	try {
		return await ask();
	} catch (error) {
		if (error instanceof Failure) return null;
		throw error;
	}
}
const heldBy = ({ owner, run, untilMs }) => new Failure([problem("machine/lease-held", {
	owner,
	run,
	until: instantOf(untilMs)
})]);
const appsOf = ({ apps }, accounts) => apps.filter((app) => app.accounts.some((name) => accounts.has(name))).sort((one, other) => one.name < other.name ? -1 : 1);
// src/app/beside-runs.ts
async function besideRuns(ports, read, problemsIn = () => []) {
	try {
		const found = await read();
		if (!problemsIn(found).some(isOfLedger)) return found;
	} catch (error) {
		if (!(error instanceof Failure && error.problems.every(isOfLedger))) throw error;
	}
	if (await isHalf(ports)) {
		const portfolio = await readPortfolio(ports.files);
		if (portfolio !== void 0) await mustBeFree(portfolio, ports.connect(portfolio, /* @__PURE__ */ new Map(), null), ports);
	}
	return read();
}
const readBesideRuns = (ports) => besideRuns(ports, () => readWorkspace(ports.files));
const isOfLedger = ({ code }) => code.startsWith("ledger/");
async function isHalf({ git }) {
	try {
		return (await git.changed(["reports"])).length > 0;
	} catch (error) {
		if (error instanceof Failure) return false;
		throw error;
	}
}
// src/domain/need.ts
function needKey(need) {
	switch (need.kind) {
		case "playlist":
		case "album": return `${need.account} ${need.kind} ${need.id}`;
		case "as_of": return `${need.account} as_of ${need.night} ${need.id}`;
		case "liked": return `${need.account} liked ${need.most ?? "all"}`;
		case "top": return `${need.account} top ${need.range}`;
		case "search": return `${need.account} search ${need.most} ${need.query}`;
		case "followed": return `${need.account} followed`;
		case "discography": return `${need.account} discography ${need.artist} ${[...need.groups].sort().join("+")}`;
		case "track": return `${need.account} track ${need.uri}${need.night === void 0 ? "" : ` on ${need.night}`}`;
	}
}
// src/domain/coming-again.ts
function comingAgain(removal, further) {
	if (removal.kind !== "remove") return /* @__PURE__ */ new Set();
	const coming = new Set(further.flatMap((write) => write.kind === "add" ? write.uris : []));
	return new Set(removal.uris.filter((key) => coming.has(key)));
}
function applyWrite(rows, write) {
	switch (write.kind) {
		case "add": return rows.toSpliced(write.position, 0, ...write.uris);
		case "move": {
			const moved = rows.slice(write.start, write.start + write.length);
			const rest = rows.toSpliced(write.start, write.length);
			const at = write.before > write.start ? write.before - moved.length : write.before;
			return rest.toSpliced(at, 0, ...moved);
		}
		case "remove": {
			const gone = new Set(write.uris);
			return rows.filter((row) => !gone.has(row));
		}
		case "replace": return write.uris;
	}
}
// src/domain/price.ts
const noRequests = Object.fromEntries(buckets.map((bucket) => [bucket, 0]));
const readsOf = (rows) => 1 + Math.ceil(Math.max(0, rows - 100) / 50);
function priceOfApplying(before, after, writes) {
	if (writes.length === 0 && before !== null) return noRequests;
	return {
		...noRequests,
		playlist_reads: (before === null ? 0 : readsOf(before.length)) + looksBetween(before ?? [], writes) + readsOf(after),
		writes: writes.length + (before === null ? 1 : 0)
	};
}
const priceOfSearching = (requests, rows) => ({
	...noRequests,
	writes: requests,
	playlist_reads: requests * readsOf(rows),
	tracks: requests
});
function looksBetween(before, writes) {
	const looks = writes.map((write, at) => comingAgain(write, writes.slice(at + 1)).size > 0);
	const items = writes.slice(0, looks.lastIndexOf(true) + 1);
	let [rows, reads] = [before, 0];
	for (const [at, write] of items.entries()) {
		if (write.kind !== "details") rows = applyWrite(rows, write);
		if (looks[at] === true) reads += readsOf(rows.length);
	}
	return reads;
}
// src/gather/budget.ts
var BudgetSpent = class extends Error {
	name = "BudgetSpent";
	bucket;
	size;
	constructor(bucket, size) {
		super(bucket);
		this.bucket = bucket;
		this.size = size;
	}
};
const bucketByCall = {
	me: "library",
	listing: "playlist_reads",
	playlist: "playlist_reads",
	rows: "playlist_reads",
	liked: "library",
	top: "library",
	search: "search",
	followed: "library",
	discography: "artist_albums",
	album: "albums",
	albumTracks: "albums",
	track: "tracks"
};
const withinRoom$1 = (readers, room) => new Map([...readers].map(([account, read]) => [account, bounded(read, () => room(account))]));
function bounded(read, room) {
	const mustFit = (bucket, size, sent) => {
		if (room()[bucket] < size.least - sent) throw new BudgetSpent(bucket, size);
	};
	const entries = Object.entries(read).map(([name, call]) => {
		const bucket = bucketByCall[name];
		const asked = (...args) => {
			if (room()[bucket] < 1) throw new BudgetSpent(bucket);
			return call(...args);
		};
		return [name, asked];
	});
	const all = Object.fromEntries(entries);
	const playlist = async (id) => {
		const head = await all.playlist(id);
		if (head.page !== null) mustFit("playlist_reads", exactly(readsOf(head.page.total)), 1);
		return head;
	};
	return {
		read: {
			...all,
			playlist
		},
		mustFit
	};
}
const exactly = (requests) => ({
	least: requests,
	counted: requests
});
// src/gather/failed.ts
const closed$5 = [
	"spotify/quota-exceeded",
	"spotify/rate-limited",
	"spotify/budget-spent"
];
const broken$2 = [
	"spotify/server-error",
	"spotify/bad-answer",
	"spotify/bad-request"
];
function meaningOf({ problems: [first] }) {
	const { code } = first;
	if (code === "spotify/not-found" || isWrongId(first)) return {
		kind: "answer",
		answer: {
			state: "none",
			absence: "missing"
		}
	};
	if (code === "spotify/forbidden") return {
		kind: "answer",
		answer: {
			state: "none",
			absence: "forbidden"
		}
	};
	if (isBroken(first)) return {
		kind: "answer",
		answer: {
			state: "part",
			found: null,
			because: messageOf$1(first)
		}
	};
	if (code === "spotify/missing-scope") return { kind: "not-asked" };
	return closed$5.includes(code) ? { kind: "closed" } : { kind: "stop" };
}
const isBroken = ({ code }) => broken$2.includes(code);
const isWrongId = ({ code, facts }) => code === "spotify/bad-request" && /invalid\b.*\bid\b/i.test(facts.message);
// src/gather/short.ts
const tries$4 = 3;
const isShort = ({ next, entries, total }, offset) => next === null && offset + entries < total;
async function unshortened(page, offset) {
	let read = await page(offset);
	for (let again = 1; again < tries$4 && isShort(read, offset); again++) read = await page(offset);
	return read;
}
// src/gather/listed.ts
async function listed$2(page, { most, count, mustFit }, catalogue) {
	const found = [];
	const asked = count === "errs" ? page : (offset) => unshortened(page, offset);
	let counted = 0;
	for (let offset = 0; offset !== null && (most === null || found.length < most);) {
		const read = await pageOr(asked, offset);
		if ("because" in read) return {
			state: "part",
			found,
			because: read.because
		};
		catalogue.note(read);
		found.push(...read.rows);
		const isEnough = most !== null && found.length >= most;
		if (count !== "errs" && !isEnough && isShort(read, offset)) return {
			state: "part",
			found,
			because: `it counts ${read.total} entries and shows ${offset + read.entries}`
		};
		if (count === "holds" && read.total < counted) return {
			state: "part",
			found,
			because: "it changed while it was read"
		};
		if (offset === 0 && read.next !== null && !isEnough) mustFit?.(Math.ceil(Math.min(read.total, most ?? read.total) / read.next));
		counted = read.total;
		offset = read.next;
	}
	return {
		state: "whole",
		found: most === null ? found : found.slice(0, most)
	};
}
async function pageOr(page, offset) {
	try {
		return await page(offset);
	} catch (error) {
		if (offset === 0 || !(error instanceof Failure) || !isBroken(error.problems[0])) throw error;
		return { because: messageOf$1(error.problems[0]) };
	}
}
function lastHead(groups, found, albums) {
	const listed = found.map((id) => albums.get(id));
	const last = listed.at(-1)?.albumType;
	if (groups.includes("appears_on") || last !== lastTold.find((group) => groups.includes(group))) return null;
	return listed.findLastIndex((one, index) => {
		const before = listed[index - 1];
		return index === 0 || one?.albumType !== before?.albumType || (one?.released ?? "") > (before?.released ?? "");
	});
}
const lastTold = [
	"compilation",
	"single",
	"album"
];
const pagesTo = (head) => 1 + Math.floor((head + 1) / 10);
// src/gather/discography.ts
async function discography(need, read, catalogue, isForNews) {
	const page = (offset) => read.discography(need.artist, need.groups, offset);
	const known = knownIn(catalogue, need);
	const head = isForNews ? lastHead(need.groups, known, catalogue.facts.albums) : null;
	const once = async () => {
		const first = await firstOf({
			page,
			all: () => read.discography(need.artist, everyGroup, 0),
			known
		}, need);
		const pages = async (offset) => offset === 0 ? first : page(offset);
		return named$3(head === null ? await listed$2(pages, {
			most: null,
			count: "errs"
		}, catalogue) : await news({
			known,
			head,
			pages,
			catalogue
		}));
	};
	const answer = await once();
	return isWithout(known, answer) ? once() : answer;
}
const everyGroup = [
	"album",
	"single",
	"appears_on",
	"compilation"
];
async function firstOf({ page, all, known }, { artist }) {
	const showsNone = ({ entries, total }) => entries === 0 && total > 0;
	const first = await page(0);
	const second = showsNone(first) ? await page(0) : first;
	if (!showsNone(second)) return second;
	if (known.length === 0 && (await all()).entries > 0) return second;
	const reason = `it counts ${second.total} releases and shows none`;
	throw new Failure([problem("spotify/bad-answer", {
		request: `GET /artists/${artist}/albums`,
		reason
	})]);
}
function isWithout(known, answer) {
	if (answer.state !== "whole") return false;
	const found = new Set(answer.found);
	return known.some((id) => !found.has(id));
}
function knownIn({ facts }, need) {
	const answer = facts.answers[needKey(need)]?.answer;
	return answer?.state === "whole" ? answer.found : [];
}
async function news({ known, head, pages, catalogue }) {
	const at = new Map(known.map((id, index) => [id, index]));
	const found = [];
	for (let offset = 0; offset !== null;) {
		const read = await pages(offset);
		catalogue.note(read);
		found.push(...read.rows);
		const last = at.get(read.rows.at(-1)?.id ?? "");
		const isKnown = read.next !== null && last !== void 0 && last >= head;
		if (isKnown) found.push(...known.slice(last + 1).map((id) => ({ id })));
		offset = isKnown ? null : read.next;
	}
	return {
		state: "whole",
		found
	};
}
const named$3 = (listing) => listing.state === "whole" ? {
	state: "whole",
	found: idsOf(listing.found)
} : {
	...listing,
	found: listing.found === null ? null : idsOf(listing.found)
};
const idsOf = (albums) => [...new Set(albums.map(({ id }) => id))];
// src/gather/measured.ts
async function measured$1(read, ask) {
	const totals = [];
	const discography = async (...args) => {
		const page = await read.discography(...args);
		totals.push(page.total);
		return page;
	};
	try {
		return await ask({
			...read,
			discography
		});
	} catch (error) {
		if (!(error instanceof BudgetSpent) || totals.length === 0) throw error;
		const least = totals.length + 1;
		const counted = 1 + Math.floor((Math.max(...totals) + 1) / 10);
		throw new BudgetSpent(error.bucket, {
			least,
			counted: Math.max(least, counted)
		});
	}
}
// src/gather/price.ts
const bucketOf = {
	playlist: "playlist_reads",
	as_of: "playlist_reads",
	liked: "library",
	top: "library",
	search: "search",
	followed: "library",
	discography: "artist_albums",
	album: "albums",
	track: "tracks"
};
const priceOf$3 = (need, sizes = {}) => ({
	...noRequests,
	[bucketOf[need.kind]]: sizes[needKey(need)]?.least ?? leastRequests(need)
});
const leastRequests = (need) => {
	if (need.kind === "as_of") return 0;
	if (need.kind === "search") return Math.ceil(need.most / 10);
	if (need.kind === "liked" && need.most !== null) return Math.ceil(need.most / 50);
	return 1;
};
// src/gather/whole.ts
const tries$3 = 3;
async function readWhole(read, id) {
	for (let attempt = 0; attempt < tries$3; attempt++) {
		const head = await read.playlist(id);
		if (head.page === null) return { kind: "withheld" };
		const pages = await restOf(read, id, head.page);
		const rows = pages.flatMap((page) => page.rows);
		if (rows.length !== head.page.total || pages.some(({ total }) => total !== head.page?.total)) continue;
		return {
			kind: "whole",
			actual: actualOf(head, rows),
			items: pages.map((page) => page.items),
			albums: pages.map((page) => page.albums)
		};
	}
	return { kind: "inconsistent" };
}
async function restOf(read, id, first) {
	const pages = [first];
	for (let { next } = first; next !== null;) {
		const page = await read.rows(id, next);
		pages.push(page);
		next = page.next;
	}
	return pages;
}
const actualOf = ({ id, owner, snapshot, details, followers }, rows) => ({
	id,
	owner,
	snapshot,
	details,
	followers,
	rows
});
// src/gather/answer.ts
async function answerTo(need, { read, mustFit }, catalogue, isForNews) {
	const whole = {
		most: null,
		count: "holds",
		mustFit: (requests) => mustFit(bucketOf[need.kind], exactly(requests), 1)
	};
	switch (need.kind) {
		case "playlist": return playlist$1(need, read, catalogue);
		case "as_of": return {
			state: "none",
			absence: "missing"
		};
		case "liked": return listed$2((offset) => read.liked(offset), {
			...whole,
			most: need.most
		}, catalogue);
		case "top": return listed$2(() => read.top(need.range), whole, catalogue);
		case "search": return listed$2((offset) => read.search(need.query, offset), {
			...whole,
			most: need.most,
			count: "moves"
		}, catalogue);
		case "followed": return followed(read, {
			...whole,
			count: "moves"
		}, catalogue);
		case "discography": {
			if (isForNews) return discography(need, read, catalogue, true);
			const size = catalogue.sizeOf(need);
			if (size !== void 0) mustFit(bucketOf[need.kind], size, 0);
			return measured$1(read, (counting) => discography(need, counting, catalogue, false));
		}
		case "album": return album$2(need.id, read, whole, catalogue);
		case "track": {
			const { item, albums } = await read.track(need.uri);
			catalogue.note({
				items: {},
				albums
			});
			catalogue.noteItem(item.uri, item);
			catalogue.noteItem(need.uri, item);
			const answer = item.kind === "track" ? {
				state: "whole",
				found: item.uri
			} : {
				state: "none",
				absence: "missing"
			};
			const { night, ...always } = need;
			if (night !== void 0) catalogue.answer(always, answer);
			return answer;
		}
		default: return unreachable$1(need);
	}
}
async function playlist$1(need, read, catalogue) {
	const whole = await readWhole(read, need.id);
	if (whole.kind === "withheld") return {
		state: "none",
		absence: "forbidden"
	};
	if (whole.kind === "inconsistent") return {
		state: "part",
		found: null,
		because: "its rows were never as many as it counts"
	};
	for (const items of whole.items) catalogue.note({
		items,
		albums: {}
	});
	for (const albums of whole.albums) catalogue.note({
		items: {},
		albums
	});
	return {
		state: "whole",
		found: packed(whole.actual)
	};
}
async function followed(read, listing, catalogue) {
	const cursors = /* @__PURE__ */ new Map([[0, null]]);
	return listed$2(async (offset) => {
		const page = await read.followed(cursors.get(offset) ?? null);
		const end = offset + page.entries;
		const goesOn = page.next !== null && page.after !== null && ![...cursors.values()].includes(page.after);
		if (goesOn) cursors.set(end, page.after);
		return {
			...page,
			next: goesOn ? end : null
		};
	}, listing, catalogue);
}
async function album$2(id, read, listing, catalogue) {
	const first = async () => {
		const { album, ...page } = await read.album(id);
		catalogue.note({
			items: {},
			albums: { [id]: album }
		});
		return page;
	};
	return listed$2(async (offset) => {
		const page = await (offset === 0 ? first() : read.albumTracks(id, offset));
		catalogue.noteSimplified(page.items);
		return {
			...page,
			items: {}
		};
	}, listing, catalogue);
}
// src/gather/catalogue.ts
var Catalogue = class {
	#library;
	#simplified = /* @__PURE__ */ new Set();
	#answers;
	#sizes;
	constructor(facts) {
		this.#library = libraryOf(facts);
		this.#answers = { ...facts.answers };
		this.#sizes = new Map(Object.entries(facts.sizes ?? {}));
	}
	get facts() {
		const sizes = this.#sizes.size === 0 ? {} : { sizes: Object.fromEntries(this.#sizes) };
		return {
			version: 1,
			...this.#library,
			answers: this.#answers,
			...sizes
		};
	}
	has(need) {
		return needKey(need) in this.#answers;
	}
	answer(need, answer) {
		this.#answers[needKey(need)] = {
			need,
			answer
		};
		this.#sizes.delete(needKey(need));
	}
	sizeOf(need) {
		return this.#sizes.get(needKey(need));
	}
	noteSize(need, { least, counted }) {
		const known = need.kind === "discography" ? this.sizeOf(need)?.least ?? 0 : 0;
		this.#sizes.set(needKey(need), {
			least: Math.max(least, known),
			counted: Math.max(counted, known)
		});
	}
	note({ items, albums }) {
		for (const [uri, item] of Object.entries(items)) this.noteItem(uri, item);
		for (const [id, album] of Object.entries(albums)) this.#library.albums.set(id, album);
	}
	noteItem(uri, item) {
		const known = this.#library.items.get(uri);
		if (known?.kind === "track" && item.kind === "track" && known.isrc !== null && item.isrc === null) return;
		this.#library.items.set(uri, item);
		this.#simplified.delete(uri);
	}
	noteSimplified(items) {
		for (const [uri, item] of Object.entries(items)) {
			if (!this.#yieldsTo(uri, item)) continue;
			this.#library.items.set(uri, item);
			this.#simplified.add(uri);
		}
	}
	#yieldsTo(uri, item) {
		const known = this.#library.items.get(uri);
		if (known === void 0) return true;
		return this.#simplified.has(uri) && albumOf(item) < albumOf(known);
	}
};
const albumOf = (item) => item.kind === "track" ? item.album ?? "" : "";
// src/gather/gather.ts
async function gather$1({ resolve, facts, readers, room, again, say, recall, signal }) {
	const catalogue = new Catalogue(facts);
	const isForNews = again?.isForNews ?? (() => false);
	const round = new Round({
		catalogue,
		readers: withinRoom$1(readers, room),
		say,
		recall,
		isForNews
	});
	const readAll = async (needs) => {
		for (const need of needs) if (signal?.aborted === true) round.putOff.push(need);
		else await round.read(need, signal);
	};
	await readAll(again?.first ?? []);
	let later = again?.later;
	for (;;) {
		const { needs, wishes } = resolve(catalogue.facts);
		const open = round.open(needs);
		const looks = open.length > 0 ? [] : later?.() ?? [];
		if (open.length === 0) later = void 0;
		const next = open.length > 0 ? open : looks.length > 0 ? looks : round.open(wishes);
		if (next.length === 0) break;
		await readAll(next);
		if (signal?.aborted === true) break;
	}
	const { answered: read, problems, short, putOff } = round;
	return {
		facts: catalogue.facts,
		read,
		problems,
		short,
		putOff
	};
}
var Round = class {
	answered = /* @__PURE__ */ new Set();
	problems = [];
	putOff = [];
	short = [];
	#tried = /* @__PURE__ */ new Set();
	#stopped = /* @__PURE__ */ new Set();
	#closed = /* @__PURE__ */ new Set();
	#catalogue;
	#readers;
	#say;
	#recall;
	#isForNews;
	constructor({ catalogue, readers, say, recall, isForNews }) {
		this.#catalogue = catalogue;
		this.#readers = readers;
		this.#say = say;
		this.#recall = recall;
		this.#isForNews = isForNews;
	}
	open(needs) {
		return [...new Map(needs.map((need) => [needKey(need), need]))].filter(([key, need]) => !this.#catalogue.has(need) && !this.#tried.has(key)).map(([, need]) => need);
	}
	async read(need, signal) {
		this.#tried.add(needKey(need));
		if (need.kind === "as_of" && this.#recall !== void 0) {
			this.#answer(need, await this.#recall(need));
			return;
		}
		const reader = need.kind === "as_of" ? void 0 : this.#readers.get(need.account);
		const bucket = `${need.account} ${bucketOf[need.kind]}`;
		if (reader === void 0 || this.#stopped.has(need.account) || this.#closed.has(bucket)) {
			this.putOff.push(need);
			return;
		}
		try {
			this.#say(`reading ${needKey(need)}`);
			this.#answer(need, await answerTo(need, reader, this.#catalogue, this.#isForNews(need)));
		} catch (error) {
			if (signal?.aborted === true && !(error instanceof Failure)) this.putOff.push(need);
			else this.#failed(need, bucket, error);
		}
	}
	#answer(need, answer) {
		this.#catalogue.answer(need, answer);
		this.answered.add(needKey(need));
	}
	#failed(need, bucket, error) {
		if (error instanceof BudgetSpent) {
			this.putOff.push(need);
			const { bucket: of, size } = error;
			if (size !== void 0) this.#catalogue.noteSize(need, size);
			this.short.push({
				account: need.account,
				bucket: of,
				need,
				size
			});
			return;
		}
		if (!(error instanceof Failure)) throw error;
		const meaning = meaningOf(error);
		const isWorse = meaning.kind === "answer" && meaning.answer.state === "part" && this.#catalogue.has(need);
		if (meaning.kind === "answer" && !isWorse) {
			this.#answer(need, meaning.answer);
			return;
		}
		this.putOff.push(need);
		this.problems.push(...error.problems);
		if (meaning.kind === "closed") this.#closed.add(bucket);
		if (meaning.kind === "stop") this.#stopped.add(need.account);
	}
};
// src/plan/waiting.ts
const waitingFirst = (all, waiting) => {
	const since = ({ slug }) => waiting.get(slug) ?? "~";
	return [...all].sort((one, other) => since(one) < since(other) ? -1 : since(one) > since(other) ? 1 : 0);
};
// src/plan/assemble.ts
function assemble({ night, playlists, lacking, used, limits, waiting, absent = /* @__PURE__ */ new Map() }) {
	const sorted = withinLimits([...playlists].sort(bySlug).map((one) => unlessAbsent(one, absent.get(one.account))), limits, waiting);
	return totalled({
		version: 1,
		night,
		boundTo: {
			rules: hashOf(sorted.map(({ slug, rule }) => [slug, rule])),
			facts: hashOfMembers(used)
		},
		playlists: sorted,
		lacks: lacking.map(({ slug, need, price }) => ({
			slug,
			need: needKey(need),
			price
		})).sort((one, other) => `${one.slug} ${one.need}` < `${other.slug} ${other.need}` ? -1 : 1)
	}, sorted);
}
function totalled(plan, playlists) {
	const written = playlists.filter(isWritten);
	return {
		...plan,
		playlists,
		envelope: envelopeOf(written),
		price: priceOf$2(written)
	};
}
const isWritten = ({ state }) => state === "change" || state === "create";
const requestsIn = (price) => buckets.reduce((sum, bucket) => sum + price[bucket], 0);
const bySlug = (one, other) => one.slug < other.slug ? -1 : 1;
const priceOf$2 = (plans) => total$1(plans.map(({ price }) => price));
const total$1 = (prices) => Object.fromEntries(buckets.map((bucket) => [bucket, prices.reduce((sum, price) => sum + price[bucket], 0)]));
function envelopeOf(written) {
	const changes = written.flatMap((plan) => plan.changes);
	return {
		playlists: written.map(({ slug }) => slug),
		removals: changes.filter(({ kind }) => kind === "remove").length,
		additions: changes.filter(({ kind }) => kind === "add").length,
		requests: written.reduce((sum, { price }) => sum + requestsIn(price), 0),
		datesLost: written.reduce((sum, { datesLost }) => sum + datesLost, 0)
	};
}
const unlessAbsent = (plan, because) => because === void 0 || !isWritten(plan) ? plan : putOff(plan, ...because.slice(0, 1));
function withinLimits(playlists, limits, waiting) {
	const creations = playlists.filter(({ state }) => state === "create").length;
	const requests = playlists.filter(isWritten).reduce((sum, { price }) => sum + requestsIn(price), 0);
	const left = { ...limits };
	const judge = (plan) => {
		if (plan.state === "create" && left.creations === 0) return putOff(plan, problem("plan/too-many-creations", {
			creations,
			most: limits.creations
		}));
		if (requestsIn(plan.price) > left.requests) return putOff(plan, problem("plan/too-many-requests", {
			requests,
			most: limits.requests
		}));
		left.creations -= plan.state === "create" ? 1 : 0;
		left.requests -= requestsIn(plan.price);
		return plan;
	};
	const judged = new Map(waitingFirst(playlists.filter(isWritten), waiting).map((one) => [one.slug, judge(one)]));
	return playlists.map((one) => judged.get(one.slug) ?? one);
}
const putOff = (plan, ...because) => ({
	...plan,
	state: "put-off",
	problems: [...plan.problems, ...because]
});
// src/app/clock.ts
const toleranceMs$1 = 6e5;
function skewBy(aheadMs) {
	if (Math.abs(aheadMs) <= toleranceMs$1) return void 0;
	const direction = aheadMs > 0 ? "ahead" : "behind";
	return {
		minutes: Math.round(Math.abs(aheadMs) / 6e4),
		direction
	};
}
function skewOf(aheadMs) {
	const skew = skewBy(aheadMs);
	return skew && problem("sign-in/clock", skew);
}
const skewIn = (accounts) => [...accounts.values()].flatMap(({ aheadMs }) => skewOf(aheadMs() ?? 0) ?? []).slice(0, 1);
function mustKeepTime(accounts) {
	const [skew] = [...accounts.values()].flatMap(({ aheadMs }) => skewBy(aheadMs() ?? 0) ?? []);
	if (skew !== void 0) throw new Failure([problem("machine/clock-off", skew)]);
}
const lastRunAt = (runs) => runs.map((line) => line.event === "end" ? line.ended : line.at).sort().at(-1);
function clockBehind(runs, nowMs) {
	const ended = lastRunAt(runs);
	return ended === void 0 || Date.parse(ended) - nowMs <= toleranceMs$1 ? void 0 : problem("machine/clock-behind", {
		now: instantOf(nowMs),
		ended
	});
}
// src/rules/scopes.ts
const toRead = ["playlist-read-collaborative", "playlist-read-private"];
const toWrite = ["playlist-modify-private", "playlist-modify-public"];
const words$8 = sources;
function scopesFor(rules) {
	const read = rules.flatMap(({ from }) => from.flatMap(({ word, args }) => words$8[word]?.scopes(args) ?? []));
	return [.../* @__PURE__ */ new Set([
		...toRead,
		...rules.length === 0 ? [] : toWrite,
		...read
	])].sort();
}
// src/app/signing-in/covered.ts
const scopeByCall = {
	listing: "playlist-read-private",
	playlist: "playlist-read-private",
	rows: "playlist-read-private",
	liked: "user-library-read",
	top: "user-top-read",
	followed: "user-follow-read"
};
const covered = (accounts, rules) => new Map([...accounts].map(([name, account]) => [name, guarded$1(account, name, rules)]));
const uncovered = (accounts, rules) => [...accounts].flatMap(([name, { scopes }]) => {
	const lacks = lackingIn(scopes(), name, rules);
	return lacks.length === 0 ? [] : missing$1(name, lacks);
});
function guarded$1(account, name, rules) {
	const mustAllow = (needed, granted) => {
		const lacks = lackingIn(granted, name, rules);
		if (needed.some((scope) => lacks.includes(scope))) throw new Failure([missing$1(name, lacks)]);
	};
	const read = Object.entries(account.read).map(([call, ask]) => {
		const scope = scopeByCall[call];
		if (scope === void 0) return [call, ask];
		const asked = async (...args) => {
			mustAllow([scope], await account.granted());
			return ask(...args);
		};
		return [call, asked];
	});
	return {
		...account,
		read: Object.fromEntries(read),
		whose: async () => {
			const user = await account.whose();
			mustAllow(toWrite, account.scopes());
			return user;
		}
	};
}
const missing$1 = (account, lacks) => problem("spotify/missing-scope", {
	account,
	lacks
});
function lackingIn(granted, account, rules) {
	return scopesFor(rules.filter((rule) => rule.account === account)).filter((scope) => granted?.has(scope) === false);
}
// src/ledger/quota.ts
const longestRun = 7200;
function timesOf(runs, nowMs) {
	const since = nowMs - quotaWindowMs - 2 * longestRun * 1e3;
	const recent = runs.filter(({ at }) => Date.parse(at) >= since);
	const last = new Map(recent.map((line) => [line.run, line]));
	return merged$2([...last.values()].flatMap((line) => {
		if (line.event === "end") return recorded(line, secondOf(Date.parse(line.ended)));
		const latest = secondOf(Date.parse(line.at)) + longestRun;
		return [recorded(line, latest), alike(line.promised ?? {}, latest)];
	}));
}
function sentAt(times, at) {
	const begun = secondOf(Date.parse(at));
	return eachBucket((bucket) => times[bucket]?.map((second, index, all) => second - (all[index - 1] ?? begun)));
}
const counted = (requests) => Object.fromEntries(buckets.filter((bucket) => requests[bucket] > 0).map((bucket) => [bucket, requests[bucket]]));
function recorded({ at, requests, sentAt: gaps = {} }, unsaid) {
	const known = eachBucket((bucket) => {
		let second = secondOf(Date.parse(at));
		return gaps[bucket]?.map((gap) => {
			second += gap;
			return second;
		});
	});
	return {
		...alike(requests, unsaid),
		...known
	};
}
const alike = (many, second) => eachBucket((bucket) => Array.from({ length: many[bucket] ?? 0 }, () => second));
function eachBucket(timesOf) {
	return Object.fromEntries(buckets.flatMap((bucket) => {
		const times = timesOf(bucket) ?? [];
		return times.length === 0 ? [] : [[bucket, times]];
	}));
}
// src/app/used.ts
async function usedBy(accounts, { clock, slate }) {
	const unrecorded = await slate.read();
	return new Map([...accounts].map(([name, { control, runs }]) => {
		return [name, together([{
			times: timesOf(runs, clock.now()),
			closed: control.blockedUntil ?? {}
		}, ...unrecorded.get(name) ?? []])];
	}));
}
async function keepUsed(accounts, { slate }) {
	const sent = [...accounts].map(([name, { times, closed }]) => [name, {
		times: times(),
		closed: closed()
	}]).filter(([, { times }]) => Object.keys(times).length > 0);
	if (sent.length > 0) await slate.add(new Map(sent));
}
// src/app/accounts.ts
async function accountsOf({ playbook, accounts, origin }, ports, before = /* @__PURE__ */ new Map()) {
	const clock = clockBehind([...accounts.values()].flatMap(({ runs }) => runs), ports.clock.now());
	if (clock !== void 0) throw new Failure([clock]);
	const used = new Map([...await usedBy(accounts, ports)].map(([name, one]) => [name, together([one, ...usedIn(before.get(name))])]));
	const connected = [...ports.connect(playbook.portfolio, used, origin)];
	const going = new Map(connected.map(([name, account]) => [name, goingOn(before.get(name), account)]));
	return covered(going, playbook.rules);
}
const usedIn = (account) => account === void 0 ? [] : [{
	times: account.times(),
	closed: account.closed()
}];
function goingOn(before, now) {
	if (before === void 0) return now;
	return {
		...now,
		sent: () => priceOf$2([{ price: before.sent() }, { price: now.sent() }]),
		times: () => merged$2([before.times(), now.times()])
	};
}
// src/app/night.ts
function nightAt(at, nowMs, timezone) {
	const today = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(timezone).toPlainDate();
	const date = at === "now" ? today : at === "next" ? today.add({ days: 1 }) : parseDate(at);
	const noon = date.toZonedDateTime({
		timeZone: timezone,
		plainTime: "12:00"
	});
	return {
		night: date.toString(),
		nowMs: noon.epochMilliseconds
	};
}
function parseDate(text) {
	if (isDate(text)) return Temporal.PlainDate.from(text);
	throw new Failure([problem("usage/wrong", {
		reason: `--at takes "now", "next" or a date like 2026-11-29, not "${text}"`,
		fix: "Write one of them; a date has year, month and day"
	})]);
}
// src/app/ports.ts
const roomOf = (accounts) => (account) => accounts.get(account)?.room() ?? noRequests;
const roomsOf = ({ apps }, accounts) => apps.map((app) => {
	const [first] = app.accounts.flatMap((name) => accounts.get(name) ?? []);
	return {
		accounts: app.accounts,
		room: first?.room() ?? noRequests,
		freeFor: first?.freeFor ?? (() => null)
	};
});
// src/app/readable.ts
const allReadable = (accounts) => ({
	room: roomOf(accounts),
	budgetFor: (_account, _bucket, requests) => requests
});
function readableBesideWriting({ apps }, accounts, listed) {
	const ofApp = (account) => apps.find((app) => app.accounts.includes(account))?.accounts.filter((name) => accounts.has(name)) ?? [];
	const halves = new Map([...accounts].map(([name, { room }]) => [name, Math.floor(room().playlist_reads / 2)]));
	const unasked = new Set([...accounts].flatMap(([name, { sent }]) => sent().library === 0 ? name : []));
	return {
		room: (account) => {
			const room = roomOf(accounts)(account);
			return {
				...room,
				playlist_reads: Math.max(0, room.playlist_reads - (halves.get(account) ?? 0)),
				library: Math.max(0, room.library - ofApp(account).filter((name) => unasked.has(name)).length)
			};
		},
		budgetFor: (account, bucket, requests) => {
			const all = ofApp(account);
			if (bucket === "library") return requests + all.length;
			if (bucket !== "playlist_reads") return requests;
			return 2 * requests - 1 + all.reduce((sum, name) => sum + listed(name), 0);
		}
	};
}
const withoutRoom$1 = (short, accounts, budget, { room, budgetFor }) => short.flatMap(({ account, bucket, need, size }) => {
	const left = room(account)[bucket];
	const list = needKey(need);
	if (size !== void 0 && budgetFor(account, bucket, size.least) > budget[bucket]) {
		const needed = budgetFor(account, bucket, size.counted);
		return problem("spotify/list-too-long", {
			list,
			bucket,
			requests: size.counted,
			needed,
			budget: budget[bucket]
		});
	}
	if (size === void 0 || left === 0) return accounts.get(account)?.spent(bucket) ?? [];
	return problem("spotify/list-put-off", {
		list,
		bucket,
		requests: size.least,
		left
	});
});
// src/app/replaced.ts
const withLostToken = (ledgers) => (one) => {
	if (one.code !== "spotify/sign-in-expired") return one;
	const { account, reason } = one.facts;
	const night = nightOfLoss(account, ledgers);
	return night === void 0 ? one : problem("sign-in/replaced", {
		account,
		reason,
		night
	});
};
const over = ["spotify/sign-in-expired", "sign-in/replaced"];
const lost$1 = "spotify/rotated-not-kept";
function nightOfLoss(account, ledgers) {
	const { runs } = ledgers.get(account) ?? { runs: [] };
	const last = endsOf(runs).map(({ night, problems }) => ({
		night,
		codes: problems.flatMap((one) => one.account === account ? one.code : [])
	})).findLast(({ codes }) => !codes.some((code) => over.includes(code)));
	return last?.codes.includes(lost$1) === true ? last.night : void 0;
}
// src/domain/playlist.ts
function keysOf$2(rows) {
	let gone = 0;
	return rows.map((row) => row.kind === "gone" ? `gone:${++gone}` : row.uri);
}
const isIrreplaceable = (key) => key.startsWith("spotify:local:") || key.startsWith("gone:");
function strips(line, adding = []) {
	const rankOf = ranks(line, adding);
	const blocks = standing$4(line, rankOf);
	const runs = Map.groupBy(adding, runStart(rankOf));
	const starts = [...blocks.slice(1).map(({ rank }) => rank), ...runs.keys()].sort((a, b) => a - b);
	const names = new Map([[-1, 0], ...starts.map((rank, index) => [rank, index + 1])]);
	const nameOf = (rank) => names.get(rank) ?? 0;
	const lengths = new Array(names.size).fill(0);
	for (const { rank, length } of blocks) lengths[nameOf(rank)] = length;
	return {
		order: blocks.map(({ rank }) => nameOf(rank)),
		lengths,
		runs: new Map([...runs].map(([rank, targets]) => [nameOf(rank), targets]))
	};
}
function ranks(line, adding) {
	const size = [line, adding].flat().reduce((most, target) => Math.max(most, target), -1) + 1;
	const rankOf = new Int32Array(size).fill(-1);
	for (const target of line) if (target !== -1) rankOf[target] = 0;
	for (const target of adding) rankOf[target] = 0;
	let rank = 0;
	for (let target = 0; target < size; target++) if (rankOf[target] === 0) rankOf[target] = rank++;
	return rankOf;
}
function standing$4(line, rankOf) {
	let block = {
		rank: -1,
		length: 0
	};
	let last = -1;
	const blocks = [block];
	for (const target of line) {
		const rank = target === -1 ? void 0 : rankOf[target];
		if (rank !== void 0 && rank !== last + 1) {
			block = {
				rank,
				length: 0
			};
			blocks.push(block);
		}
		block.length++;
		last = rank ?? last;
	}
	return last === rankOf.reduce((most, rank) => Math.max(most, rank), -1) && blocks.length > 1 ? blocks.slice(0, -1) : blocks;
}
function runStart(rankOf) {
	let [start, last] = [-1, -2];
	return (target) => {
		const rank = rankOf[target] ?? -1;
		if (rank !== last + 1) start = rank;
		last = rank;
		return start;
	};
}
// src/plan/requests/match.ts
function match(before, after) {
	const [had, has] = [counts(before), counts(after)];
	refuseLosses(had, has);
	const isLost = (key) => (had.get(key) ?? 0) > (has.get(key) ?? 0);
	const isTwin = (key) => isLost(key) && has.has(key);
	const targets = pair$1(before, after, (key) => had.has(key) && !isLost(key));
	const kept = new Set(targets);
	const adding = [...after.keys()].filter((index) => !kept.has(index));
	const [again, fresh] = partition$1(adding, (index) => isTwin(after[index]));
	const [twins, leavers] = partition$1([...had.keys()].filter(isLost), isTwin);
	return {
		targets,
		fresh,
		again,
		twins,
		leavers
	};
}
function counts(keys) {
	const found = /* @__PURE__ */ new Map();
	for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
	return found;
}
function refuseLosses(had, has) {
	for (const key of /* @__PURE__ */ new Set([...had.keys(), ...has.keys()])) {
		if (!isIrreplaceable(key) || had.get(key) === has.get(key)) continue;
		throw new Bug(`${key} stands ${had.get(key) ?? 0} times and should ${has.get(key) ?? 0} times, but no request can change that`);
	}
}
const partition$1 = (all, belongs) => [all.filter(belongs), all.filter((one) => !belongs(one))];
const contexts = [
	({ above, key, below }) => `${above} ${key} ${below}`,
	({ above, key }) => `${above} ${key}`,
	({ key, below }) => `${key} ${below}`,
	({ key }) => key
];
function pair$1(before, after, canStay) {
	const targets = before.map(() => -1);
	let [from, to] = [seats(before, canStay, "^"), seats(after, canStay, "$")];
	for (const context of contexts) {
		const open = Map.groupBy(to, context);
		const unmatched = [];
		for (const seat of from) {
			const target = open.get(context(seat))?.shift();
			if (target === void 0) unmatched.push(seat);
			else targets[seat.index] = target.index;
		}
		from = unmatched;
		to = [...open.values()].flat().sort((a, b) => a.index - b.index);
	}
	return targets;
}
function seats(keys, canStay, end) {
	const staying = keys.flatMap((key, index) => canStay(key) ? [{
		key,
		index
	}] : []);
	return staying.map(({ key, index }, at) => ({
		index,
		key,
		above: staying[at - 1]?.key ?? end,
		below: staying[at + 1]?.key ?? end
	}));
}
// src/plan/confirm.ts
function leavingAfter(known, actual, desired, night) {
	const wanted = counts(desired.rows.map(({ key }) => key));
	const leaving = [...counts(keysOf$2(actual.rows))].flatMap(([key, count]) => {
		if (count <= (wanted.get(key) ?? 0)) return [];
		const { nights = 0, last = "" } = known[key] ?? {};
		return [[key, last < night ? {
			nights: nights + 1,
			last: night
		} : {
			nights,
			last
		}]];
	});
	return Object.fromEntries(leaving);
}
function waitingFor({ settings: { guard } }, actual, leaving) {
	const nightsOf = (key) => leaving[key]?.nights ?? 0;
	if (Object.keys(leaving).every((key) => nightsOf(key) >= guard.confirmNights)) return void 0;
	return {
		rows: new Set(keysOf$2(actual.rows).filter((key) => nightsOf(key) < guard.confirmNights)),
		why: (key) => ({
			stage: "write",
			word: "guard",
			datum: `to leave, planned on ${nightsOf(key)} of ${guard.confirmNights} nights`,
			at: guard.at
		})
	};
}
// src/plan/guard.ts
const unlearned = {
	share: .4,
	count: 50
};
function guard(given) {
	const stops = stopping(given);
	if (stops.length > 0) return {
		kind: "stop",
		problems: stops,
		charged: 0
	};
	const holds = holding$1(given);
	return holds.length > 0 ? {
		kind: "hold",
		problems: holds,
		charged: 0
	} : {
		kind: "pass",
		problems: [],
		charged: chargedTo(given)
	};
}
function removals$1(actual, desired) {
	const wanted = counts(desired.rows.map(({ key }) => key));
	return [...counts(keysOf$2(actual.rows))].reduce((sum, [key, count]) => sum + Math.max(0, count - (wanted.get(key) ?? 0)), 0);
}
function stopping({ rule, actual, desired }) {
	const { maxAdded, maxTracks, emptySource } = rule.settings.guard;
	const playlist = rule.name;
	const count = desired.rows.length;
	const adding = count - (actual.rows.length - removals$1(actual, desired));
	return [
		...emptySource === "fail" && desired.empty.length > 0 ? [problem("plan/empty-source", {
			playlist,
			sources: desired.empty
		}, rule.settings.guard.at)] : [],
		...count > maxTracks ? [problem("plan/too-many-tracks", {
			playlist,
			count,
			most: maxTracks
		})] : [],
		...maxAdded !== null && adding > maxAdded && actual.rows.length > 0 ? [problem("plan/too-many-additions", {
			playlist,
			adding,
			most: maxAdded
		}, rule.settings.guard.at)] : []
	];
}
function holding$1({ rule, actual, contact, desired, night, past }) {
	const { guard: limits, ack } = rule.settings;
	const playlist = rule.name;
	const of = actual.rows.length;
	const removing = removals$1(actual, desired);
	const left = desired.rows.length;
	if (removing === 0) return [];
	const acked = ackedRemovals(ack, night, past);
	const most = mostRemovals(limits, of, past);
	return [
		...left === 0 ? [problem("plan/would-empty", {
			playlist,
			of
		}, rule.at)] : [],
		...rule.settings.protected ? [problem("plan/protected", {
			playlist,
			removing
		}, rule.at)] : [],
		...left === 0 ? [] : contact === "first" && removing > acked ? [problem("plan/first-contact", {
			playlist,
			removing,
			of
		}, rule.at)] : removing > Math.max(most, acked) ? [problem("plan/too-many-removals", {
			playlist,
			removing,
			of,
			most,
			acked
		}, limits.at)] : [],
		...left > 0 && removing > acked ? overFourWeeks(limits, playlist, removing, past) : [],
		...left < limits.minTracks && left > 0 && left < of ? [problem("plan/too-few-tracks", {
			playlist,
			left,
			least: limits.minTracks
		}, limits.at)] : []
	];
}
function chargedTo({ rule, actual, contact, desired, past }) {
	const removing = removals$1(actual, desired);
	const { guard: limits } = rule.settings;
	return contact === "known" && removing <= mostRemovals(limits, actual.rows.length, past) && overFourWeeks(limits, rule.name, removing, past).length === 0 ? 0 : removing;
}
function overFourWeeks(limits, playlist, removing, { last28 }) {
	if (last28 === null) return [];
	const most = Math.floor(limits.maxRemoved28Nights * last28.meanCount + 1e-9);
	const facts = {
		playlist,
		removing,
		before: last28.removed,
		most
	};
	return removing > 0 && last28.removed + removing > most ? [problem("plan/too-many-removals-28-nights", facts, limits.at)] : [];
}
function mostRemovals({ maxRemoved }, of, { learned }) {
	const { share, count } = maxRemoved === "learned" ? learned ?? unlearned : maxRemoved;
	const most = Math.min(Math.floor(share * of + 1e-9), count);
	return maxRemoved === "learned" && learned !== null ? Math.max(1, most) : most;
}
const ackedRemovals = (ack, night, { ackedSoFar }) => ack === null || ack.until < night ? 0 : Math.max(0, ack.removals - ackedSoFar);
// src/plan/past.ts
const noPast = {
	ackedSoFar: 0,
	learned: null,
	last28: null
};
// src/domain/quarantine.ts
const nights$1 = 28;
const triedAgainOn = (since) => Temporal.PlainDate.from(since).add({ days: nights$1 }).toString();
// src/words/dedupe/unique.ts
const toleranceMs = 2e3;
function unique({ by, keep }, rows) {
	if (by === "none") return {
		kept: rows,
		repeats: []
	};
	const groups = new Groups(by);
	for (const row of rows) groups.add(row);
	const chosen = groups.all.map((group) => ({
		group,
		best: group.reduce((best, row) => isBetter$1(keep, row, best) ? row : best)
	}));
	return {
		kept: chosen.map(({ best }) => best),
		repeats: chosen.flatMap(({ group, best }) => group.filter((row) => row !== best).map((row) => ({
			row,
			of: best
		})))
	};
}
var Groups = class {
	all = [];
	#by;
	#byKey = /* @__PURE__ */ new Map();
	constructor(by) {
		this.#by = by;
	}
	add(row) {
		const keys = keysOf$1(this.#by, row);
		const group = this.#find(keys, row) ?? this.#open();
		group.push(row);
		for (const key of keys) {
			const groups = this.#byKey.get(key) ?? [];
			if (!groups.includes(group)) this.#byKey.set(key, [...groups, group]);
		}
	}
	#find(keys, row) {
		for (const key of keys) {
			const group = this.#byKey.get(key)?.find(([first]) => first !== void 0 && isSame$2(key, first, row));
			if (group !== void 0) return group;
		}
	}
	#open() {
		const group = [];
		this.all.push(group);
		return group;
	}
};
const isSame$2 = (key, one, other) => !key.startsWith("recording ") || one.item !== void 0 && other.item !== void 0 && sameRecording(one.item, other.item, toleranceMs);
function keysOf$1(by, { uri, item, album }) {
	if (item === void 0 || by === "uri") return [uri];
	if (by === "title") return [`title ${recordingKey(item)}`];
	if (item.kind === "episode") return [uri];
	if (by === "artist") return [`artist ${item.artists[0]?.id ?? item.artists[0]?.name}`];
	if (by === "album") return item.album === null ? [uri] : [`album ${album?.id ?? item.album}`];
	const isrc = item.isrc === null ? [] : [`isrc ${item.isrc}`];
	return by === "isrc" ? [uri, ...isrc] : [
		uri,
		...isrc,
		`recording ${recordingKey(item)}`
	];
}
function isBetter$1(keep, row, best) {
	switch (keep) {
		case "first": return false;
		case "oldest_added": return row.addedAt !== null && (best.addedAt === null || row.addedAt < best.addedAt);
		case "newest": return (row.album?.released ?? "") > (best.album?.released ?? "");
		case "explicit": return row.item?.explicit === true && best.item?.explicit !== true;
		case "clean": return row.item?.explicit === false && best.item?.explicit !== false;
		case "longest": return (row.item?.durationMs ?? 0) > (best.item?.durationMs ?? 0);
	}
}
// src/words/sort/order.ts
function ordered(rows, keys, asking) {
	if (keys.length === 0) return rows;
	return rows.map((row, index) => ({
		row,
		values: keys.map(({ by }) => valueBy[by](row, index, asking))
	})).sort((one, other) => {
		for (const [at, { direction }] of keys.entries()) {
			const difference = compare$1(one.values[at], other.values[at], direction);
			if (difference !== 0) return difference;
		}
		return compare$1(one.row.uri, other.row.uri, "asc");
	}).map(({ row }) => row);
}
function placedBy(row, [first], asking) {
	const by = first?.by ?? "original";
	const value = valueBy[by](row, 0, asking);
	if (value === void 0) return `${by} not known`;
	if (by === "original") return "as its source has it";
	if (by === "tenure") return `tenure ${value} days`;
	return `${by} ${by === "duration" ? renderLength(Number(value)) : value}`;
}
function compare$1(one, other, direction) {
	if (one === other) return 0;
	if (one === void 0) return 1;
	if (other === void 0) return -1;
	return one < other === (direction === "asc") ? -1 : 1;
}
const track$3 = ({ item }) => item?.kind === "track" ? item : void 0;
const valueBy = {
	added: ({ addedAt }) => addedAt ?? void 0,
	released: ({ item, album }) => (item?.kind === "episode" ? item.released : album?.released) ?? void 0,
	title: ({ item }) => item && folded$3(item.title),
	artist: (row) => track$3(row)?.artists[0] && folded$3(track$3(row)?.artists[0]?.name ?? ""),
	album: ({ album }) => album && folded$3(album.title),
	duration: ({ item }) => item?.durationMs,
	track_number: (row) => track$3(row)?.trackNumber ?? void 0,
	disc_number: (row) => track$3(row)?.discNumber ?? void 0,
	source: ({ source }) => source,
	original: (_, index) => index,
	first_seen: ({ uri }, _, { night, past }) => past(uri)?.firstSeen ?? night,
	tenure: ({ uri }, _, { night, past }) => {
		const since = past(uri)?.since ?? night;
		return Temporal.PlainDate.from(since).until(night).days;
	}
};
// src/resolve/arrange.ts
function arranged(rows, pins, irreplaceable, steps) {
	const size = rows.length + irreplaceable.length;
	const slots = new Array(size).fill(void 0);
	const pinned = /* @__PURE__ */ new Set();
	for (const { row, at } of placesOfPins(rows, pins, size)) {
		const place = nearestFree(slots, at);
		slots[place] = row;
		pinned.add(row);
	}
	keepInPlace(slots, irreplaceable);
	const shape = slots.map((slot) => typeof slot === "number" ? nobody : slot);
	const gaveWay = [];
	let free = rows.filter((row) => !pinned.has(row));
	for (const step of steps) {
		const word = arrangements[step.word];
		const result = word?.run(step.args, free, shape);
		if (result === void 0) continue;
		const why = {
			stage: "arrange",
			word: step.word,
			datum: word?.says(step.args) ?? "",
			at: step.at
		};
		free = result.rows.map((row) => ({
			...row,
			trail: [...row.trail, why]
		}));
		gaveWay.push(...result.gaveWay);
	}
	const next = free.values();
	return {
		rows: slots.map((slot) => slot ?? next.next().value),
		gaveWay
	};
}
const nobody = {
	uri: "spotify:local::::0",
	item: void 0,
	album: void 0,
	addedAt: null,
	source: "",
	trail: []
};
function placesOfPins(rows, pins, size) {
	const natural = new Map(rows.map((row, index) => [row.uri, {
		row,
		index
	}]));
	return pins.flatMap(({ row: { uri }, range }) => {
		const found = natural.get(uri);
		if (found === void 0 || range === null) return [];
		const [first, last] = range;
		return {
			row: found.row,
			at: Math.min(Math.max(found.index, first - 1), last - 1, size - 1)
		};
	}).sort((one, other) => one.at - other.at);
}
function nearestFree(slots, at) {
	const after = slots.findIndex((slot, index) => index >= at && slot === void 0);
	return after === -1 ? slots.lastIndexOf(void 0) : after;
}
function keepInPlace(slots, irreplaceable) {
	const free = slots.flatMap((slot, index) => slot === void 0 ? index : []);
	let least = 0;
	for (const [nth, index] of irreplaceable.entries()) {
		const wanted = free.findIndex((place, at) => at >= least && place >= index);
		const latest = free.length - (irreplaceable.length - nth);
		const chosen = wanted === -1 ? latest : Math.min(wanted, latest);
		const place = free[Math.max(chosen, least)];
		if (place !== void 0) slots[place] = index;
		least = Math.max(chosen, least) + 1;
	}
}
// src/resolve/dropped.ts
const droppedOf = (row, why) => ({
	key: row.uri,
	why: [...row.trail, why]
});
// src/resolve/capped.ts
function capped(rows, take, mustStay = /* @__PURE__ */ new Set()) {
	const seats = new Seats(take);
	for (const row of rows) if (mustStay.has(row)) seats.fill(row);
	const over = take.count === null ? 0 : Math.max(0, mustStay.size - take.count);
	const kept = [];
	const dropped = [];
	for (const row of rows) {
		const full = mustStay.has(row) ? void 0 : seats.full(row);
		if (full !== void 0) {
			dropped.push(droppedOf(row, {
				stage: "select",
				word: "take",
				datum: full,
				at: take.at
			}));
			continue;
		}
		if (!mustStay.has(row)) seats.fill(row);
		kept.push(row);
	}
	return {
		kept,
		dropped,
		gaveWay: over === 0 ? [] : [`count ${take.count} gave way to ${counted$1(over, "track")} that must stay`]
	};
}
var Seats = class {
	#take;
	#taken = /* @__PURE__ */ new Map();
	#all = 0;
	constructor(take) {
		this.#take = take;
	}
	full(row) {
		const { count, perArtist, perAlbum } = this.#take;
		if (count !== null && this.#all >= count) return `count ${count} is full`;
		if (perArtist !== null && this.#most(row, "artist") >= perArtist) return `${perArtist} by this artist already`;
		if (perAlbum !== null && this.#most(row, "album") >= perAlbum) return `${perAlbum} from this album already`;
	}
	fill(row) {
		this.#all += 1;
		for (const by of ["artist", "album"]) for (const group of groupsOf(row, by)) this.#taken.set(`${by} ${group}`, (this.#taken.get(`${by} ${group}`) ?? 0) + 1);
	}
	#most(row, by) {
		return Math.max(0, ...groupsOf(row, by).map((group) => this.#taken.get(`${by} ${group}`) ?? 0));
	}
};
// src/resolve/filter.ts
function filter(rows, condition, unknown, isIncumbent, window) {
	if (condition.kind === "all" && condition.of.length === 0) return {
		kept: rows,
		dropped: [],
		unknown: 0,
		undecided: null
	};
	const whys = rows.map((row) => ({
		row,
		verdict: judge(condition, row, window)
	})).map(({ row, verdict: { holds, word, datum, at } }) => {
		return {
			row,
			stays: holds ?? (unknown === "keep" && isIncumbent(row)),
			holds,
			word,
			why: {
				stage: "where",
				word,
				datum,
				at
			}
		};
	});
	const undecided = whys.filter(({ holds }) => holds === null);
	return {
		kept: whys.filter(({ stays }) => stays).map(({ row, why }) => ({
			...row,
			trail: [...row.trail, why]
		})),
		dropped: whys.filter(({ stays }) => !stays).map(({ row, why }) => droppedOf(row, why)),
		unknown: undecided.length,
		undecided: undecided[0]?.word ?? null
	};
}
// src/resolve/multiset.ts
function countsOf(keys) {
	const counts = /* @__PURE__ */ new Map();
	for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
	return counts;
}
function without$5(these, others, keyOf) {
	const left = countsOf(others);
	return these.filter((one) => {
		const count = left.get(keyOf(one)) ?? 0;
		if (count > 0) left.set(keyOf(one), count - 1);
		return count === 0;
	});
}
const partition = (all, holds) => [all.filter(holds), all.filter((one) => !holds(one))];
// src/resolve/relinked.ts
function underShownIds(rows, actual, window) {
	const standing = actual.filter((row) => row.kind === "item");
	const missing = without$5(rows, standing.map(({ uri }) => uri), ({ uri }) => uri);
	const lost = actual.some(({ kind }) => kind === "gone");
	const spare = without$5(standing, rows.map(({ uri }) => uri), ({ uri }) => uri);
	for (const { uri, item } of missing) {
		if (!isTrackUri(uri)) continue;
		if (spare.length > 0 && isStanding(uri, window)) window.wish(tonight(uri, window));
		if (item !== void 0 && !lost) continue;
		const need = {
			account: window.account,
			kind: "track",
			uri
		};
		if (item === void 0 && spare.length > 0) window.answer(need);
		else window.wish(need);
	}
	if (missing.length === 0 || spare.length === 0) return rows;
	const alike = new Alike(spare, window);
	const shownAs = /* @__PURE__ */ new Map();
	for (const row of missing) {
		const twin = isTrackUri(row.uri) ? alike.take(row, row.uri) : void 0;
		if (twin !== void 0) shownAs.set(row, twin);
	}
	return rows.map((row) => {
		const twin = shownAs.get(row);
		return twin === void 0 ? row : {
			...row,
			uri: twin.uri
		};
	});
}
var Alike = class {
	#window;
	#byKey = /* @__PURE__ */ new Map();
	#taken = /* @__PURE__ */ new Set();
	constructor(rows, window) {
		this.#window = window;
		for (const row of rows) {
			const item = window.item(row.uri);
			if (item === void 0) continue;
			for (const key of keysOf(item)) this.#byKey.set(key, [...this.#byKey.get(key) ?? [], {
				row,
				item
			}]);
		}
	}
	take(candidate, uri) {
		const found = this.find(candidate, uri);
		if (found !== void 0) this.#taken.add(found);
		return found;
	}
	find({ item }, uri) {
		if (item === void 0) return void 0;
		for (const key of keysOf(item)) {
			const found = this.#byKey.get(key)?.find((one) => !this.#taken.has(one.row) && sameRecording(one.item, item, 2e3));
			if (found === void 0) continue;
			const answer = this.#window.wish(tonight(uri, this.#window));
			if (answer?.state === "whole" && answer.found !== found.row.uri) continue;
			return found.row;
		}
	}
};
const tonight = (uri, { account, night }) => ({
	account,
	kind: "track",
	uri,
	night
});
const isStanding = (uri, window) => {
	const past = window.past(uri);
	return past !== void 0 && past.since !== null;
};
const keysOf = (item) => [...item.kind === "track" && item.isrc !== null ? [`isrc ${item.isrc}`] : [], `recording ${recordingKey(item)}`];
// src/resolve/candidate.ts
function candidateOf(uri, addedAt, source, trail, window) {
	const item = window.item(uri);
	return {
		uri,
		item,
		album: item?.kind === "track" && item.album !== null ? window.album(item.album) : void 0,
		addedAt,
		source,
		trail
	};
}
const incumbentOf = (row, why, window) => row.kind === "gone" ? void 0 : candidateOf(row.uri, row.addedAt, "playlist", [why], window);
// src/resolve/staying.ts
function withStaying(rows, standing, staying, window) {
	const below = Map.groupBy(returningRows(rows, standing, staying, window), (one) => one.below);
	const come = (after) => {
		const group = (below.get(after) ?? []).map(({ row }) => row);
		below.delete(after);
		return group;
	};
	return [...come(void 0), ...rows.flatMap((row) => [row, ...come(row.uri)])];
}
function returningRows(rows, standing, staying, window) {
	const unmatched = countsOf(rows.map(({ uri }) => uri));
	const returning = [];
	let below;
	for (const row of standing) {
		if (row.kind === "gone") continue;
		const count = unmatched.get(row.uri) ?? 0;
		if (count > 0) {
			unmatched.set(row.uri, count - 1);
			below = row.uri;
		} else if (staying.rows.has(row.uri)) {
			const incumbent = incumbentOf(row, staying.why(row.uri), window);
			if (incumbent !== void 0) returning.push({
				row: incumbent,
				below
			});
		}
	}
	return returning;
}
// src/resolve/hands.ts
function afterHands(rows, standing, { rule, hands, pinned }, window) {
	const keys = keysOf$2(standing);
	const since = tombstones(hands?.removed ?? {}, new Set(keys), window);
	const [gone, left] = partition(rows, (row) => !pinned.has(row.uri) && since(row) !== void 0);
	const out = gone.map((row) => [row, why(rule, `taken out by hand on ${since(row)}`)]);
	const kept = new Map(keys.flatMap((key) => nightOf$1(hands?.kept ?? {}, key).map((night) => [key, night])));
	if (kept.size === 0) return {
		rows: left,
		out,
		kept: /* @__PURE__ */ new Set()
	};
	const byHand = (uri) => why(rule, `added by hand on ${kept.get(uri)}`);
	const stay = left.map((row) => kept.has(row.uri) ? {
		...row,
		trail: [...row.trail, byHand(row.uri)]
	} : row);
	const keeps = new Set(kept.keys());
	return {
		rows: withStaying(stay, standing, {
			rows: keeps,
			why: byHand
		}, window),
		out,
		kept: keeps
	};
}
const nightOf$1 = (nights, key) => {
	const night = nights[key];
	return night === void 0 ? [] : [night];
};
function tombstones(removed, standing, window) {
	const alike = new Alike(Object.keys(removed).flatMap((uri) => isTrackUri(uri) ? [{
		kind: "item",
		uri,
		addedAt: null,
		addedBy: null
	}] : []), window);
	return (row) => {
		const [night] = nightOf$1(removed, row.uri);
		if (night !== void 0 || standing.has(row.uri) || !isTrackUri(row.uri)) return night;
		const twin = alike.find(row, row.uri);
		return twin === void 0 ? void 0 : nightOf$1(removed, twin.uri)[0];
	};
}
const why = ({ at }, datum) => ({
	stage: "select",
	word: "hand_edits",
	datum,
	at
});
// src/resolve/pins.ts
function pinsOf(rule, window) {
	const { night } = window;
	return rule.pins.filter(({ from, until }) => (from === null || from <= night) && (until === null || night <= until)).map((pin) => {
		if (isTrackUri(pin.uri) && window.item(pin.uri) === void 0) window.wish({
			account: window.account,
			kind: "track",
			uri: pin.uri
		});
		return {
			row: candidateOf(isTrackUri(pin.uri) ? window.shown(pin.uri) : pin.uri, null, "pin", [{
				stage: "select",
				word: "pin",
				datum: datumOf(pin),
				at: pin.at
			}], window),
			range: pin.range
		};
	});
}
const datumOf = ({ reason, until }) => [reason ?? "pinned", ...until === null ? [] : [`until ${until}`]].join(", ");
function withPins(rows, pins) {
	const byUri = new Map(pins.map((pin) => [pin.row.uri, pin.row]));
	return [...rows.flatMap((row) => {
		const pin = byUri.get(row.uri);
		if (pin === void 0) return row;
		byUri.delete(row.uri);
		return {
			...row,
			trail: [...row.trail, ...pin.trail]
		};
	}), ...byUri.values()];
}
// src/resolve/sources.ts
function fromSources(rule, incumbents, window) {
	const parts = rule.from.map((step) => fromSource(step, rule, incumbents, window));
	if (!parts.every((part) => part !== void 0)) return void 0;
	return {
		rows: parts.flatMap(({ rows }) => rows),
		dropped: parts.flatMap(({ dropped }) => dropped),
		gaps: parts.flatMap(({ gaps }) => gaps),
		empty: parts.flatMap(({ empty }) => empty),
		without: parts.flatMap(({ without }) => without),
		unknown: parts.reduce((sum, { unknown }) => sum + unknown, 0),
		undecided: parts.find(({ undecided }) => undecided !== null)?.undecided ?? null
	};
}
function fromSource(step, rule, incumbents, window) {
	const word = sourceWord(step);
	const sourced = word?.run(step.args, window);
	if (sourced === void 0) return void 0;
	const entries = sourced.entries.map(({ uri, addedAt, datum }) => {
		const why = {
			stage: "from",
			word: step.word,
			datum,
			at: step.at
		};
		return candidateOf(shown$3(uri, window), addedAt, step.as, [why], window);
	});
	const isEmpty = entries.length === 0 && sourced.gaps.length === 0 && word?.emptyIsNormal !== true;
	const judged = filter(entries, step.where, rule.unknown, ({ uri }) => incumbents.has(uri), window);
	const taken = capped(ordered(judged.kept, step.sort, window), step.take);
	return {
		rows: taken.kept,
		dropped: [...judged.dropped, ...taken.dropped],
		gaps: [...sourced.gaps, ...isEmpty ? [`${step.as} is empty`] : []],
		empty: isEmpty ? [step.as] : [],
		without: [{
			step,
			without: sourced.without
		}],
		unknown: judged.unknown,
		undecided: judged.undecided
	};
}
const sourceWord = ({ word }) => sources[word];
const shown$3 = (uri, window) => isTrackUri(uri) ? window.shown(uri) : uri;
// src/resolve/window.ts
var Window = class {
	account;
	night;
	timezone;
	nowMs;
	past;
	#known;
	#needs = /* @__PURE__ */ new Map();
	#wishes = /* @__PURE__ */ new Map();
	#used = /* @__PURE__ */ new Set();
	constructor(account, known, slug) {
		this.account = account;
		this.night = known.night;
		this.timezone = known.timezone;
		this.nowMs = known.nowMs;
		this.#known = known;
		let own;
		this.past = (key) => {
			own ??= known.pasts?.get(slug);
			return own?.get(key);
		};
	}
	get needs() {
		return [...this.#needs.values()];
	}
	get wishes() {
		return [...this.#wishes.values()];
	}
	get used() {
		return [...this.#used].sort();
	}
	answer(need) {
		return this.#lookUp(need, this.#needs);
	}
	wish(need) {
		return this.#lookUp(need, this.#wishes);
	}
	item(uri) {
		const { items } = this.#known.facts;
		const known = items.get(uri);
		if (known !== void 0 || !isTrackUri(uri)) return known;
		return items.get(this.shown(uri));
	}
	album(id) {
		return this.#known.facts.albums.get(id);
	}
	list(path) {
		return this.#known.lists.get(path);
	}
	outcome(slug) {
		return this.#known.outcomes.get(slug);
	}
	playlistOf(slug) {
		return this.#known.playlistOf(slug);
	}
	shown(uri) {
		const answer = this.#track(uri);
		if (answer?.state === "whole") return answer.found;
		const known = this.#known.facts.items.get(uri);
		return known?.kind === "track" ? known.uri : uri;
	}
	isDead(uri) {
		const answer = this.#track(uri);
		return answer?.state === "none" && answer.absence === "missing";
	}
	refusedSince(uri) {
		const since = this.#known.quarantined?.[uri];
		return since === void 0 || triedAgainOn(since) <= this.night ? void 0 : since;
	}
	#track(uri) {
		const key = needKey({
			account: this.account,
			kind: "track",
			uri
		});
		return this.#known.facts.answers[key]?.answer;
	}
	#lookUp(need, lacking) {
		const key = needKey(need);
		const known = this.#known.facts.answers[key];
		this.#used.add(key);
		if (known === void 0) lacking.set(key, need);
		return known?.answer;
	}
};
// src/resolve/without.ts
function withoutSource({ rule, standing, sources, told }, window) {
	return standing.flatMap((row) => {
		if (row.kind !== "item") return [];
		const key = row.uri;
		if (told.has(key)) return [];
		return [{
			key,
			why: [sourceWhy(rule, candidateOf(row.uri, row.addedAt, "playlist", [], window), sources), ...endedPin(rule, row.uri, window)]
		}];
	});
}
function sourceWhy(rule, row, sources) {
	for (const { step, without } of sources) {
		const said = without(row);
		if (said?.decided === true || said !== void 0 && sources.length === 1) return {
			stage: "from",
			word: step.word,
			datum: said.datum,
			at: step.at
		};
	}
	return nowhere(rule);
}
const nowhere = ({ from, at }) => ({
	stage: "from",
	word: "from",
	datum: "in no source any more",
	at: from[0]?.at ?? at
});
function endedPin({ pins }, uri, window) {
	const ended = pins.findLast((pin) => pin.until !== null && pin.until < window.night && shownFor(pin, window) === uri);
	return ended === void 0 ? [] : [{
		stage: "select",
		word: "pin",
		datum: `pinned until ${ended.until}`,
		at: ended.at
	}];
}
const shownFor = ({ uri }, window) => isTrackUri(uri) ? window.shown(uri) : uri;
// src/resolve/resolve.ts
function resolve$1({ rule, actual, holding, waiting, known }) {
	const window = new Window(rule.account, known, rule.slug);
	const standing = actual?.rows ?? [];
	const pins = pinsOf(rule, window);
	const incumbents = new Set(keysOf$2(standing));
	const sourced = fromSources(rule, incumbents, window);
	if (sourced === void 0) return lacking(window);
	const judged = filter(sourced.rows, rule.where, rule.unknown, ({ uri }) => incumbents.has(uri), window);
	if (window.needs.length > 0) return lacking(window);
	const { kept, repeats } = unique(rule.dedupe.args, judged.kept);
	const settled = underShownIds(withPins(kept, pins), standing, window);
	if (window.needs.length > 0) return lacking(window);
	const [dead, there] = partition(settled, ({ uri }) => isTrackUri(uri) && window.isDead(uri));
	const [refused, alive] = partition(there, ({ uri }) => !incumbents.has(uri) && window.refusedSince(uri) !== void 0);
	const pinned = new Set(pins.map(({ row }) => row.uri));
	const hands = afterHands(alive, standing, {
		rule,
		hands: known.hands?.get(rule.slug),
		pinned
	}, window);
	const candidates = hands.rows;
	const undecided = [sourced, judged].filter((one) => one.undecided !== null && rule.unknown === "fail");
	const gaps = [...sourced.gaps, ...undecided.map(unknownGap)];
	const hold = holding ?? (gaps.length > 0 ? incomplete(rule, gaps) : null);
	const staying = hold === null ? waiting : {
		rows: incumbents,
		why: () => hold
	};
	const complete = staying === void 0 ? candidates : withStaying(candidates, standing, staying, window);
	const sorted = sortedBy(rule, complete, window);
	const must = new Set(sorted.filter(({ uri }) => pinned.has(uri) || hands.kept.has(uri) || staying?.rows.has(uri) === true));
	const seated = capped(sorted, rule.take, must);
	const placed = place$2(rule, actual, seated.kept, pins, window);
	const dropped = [
		...sourced.dropped,
		...judged.dropped,
		...repeats.map(({ row, of }) => repeat$1(rule, row, of)),
		...dead.map((row) => lost(rule, row)),
		...refused.map((row) => droppedOf(row, refusal(rule, window.refusedSince(row.uri) ?? ""))),
		...hands.out.map(([row, why]) => droppedOf(row, why)),
		...seated.dropped
	];
	const told = new Set([...placed.rows, ...dropped].map(({ key }) => key));
	const untold = withoutSource({
		rule,
		standing,
		sources: sourced.without,
		told
	}, window);
	return {
		kind: "resolved",
		desired: {
			rows: placed.rows,
			dropped: [...dropped, ...untold],
			gaps,
			empty: sourced.empty,
			unknown: sourced.unknown + judged.unknown,
			gaveWay: [...seated.gaveWay, ...placed.gaveWay]
		},
		wishes: window.wishes,
		used: window.used
	};
}
const lacking = ({ needs, wishes, used }) => ({
	kind: "lacking",
	needs,
	wishes,
	used
});
function place$2(rule, actual, rows, pins, window) {
	const keys = keysOf$2(actual?.rows ?? []);
	const { rows: places, gaveWay } = arranged(rows, pins, without$5([...keys.entries()], rows.map(({ uri }) => uri), ([, key]) => key).filter(([, key]) => isIrreplaceable(key) || isUnplayable(key, window)).map(([index]) => index), rule.arrange);
	return {
		rows: places.map((one) => typeof one === "number" ? {
			key: keys[one],
			why: [protection(rule)]
		} : {
			key: one.uri,
			why: one.trail
		}),
		gaveWay
	};
}
const sortedBy = ({ sort }, rows, window) => {
	const [first] = sort;
	if (first === void 0) return rows;
	return ordered(rows, sort, window).map((row) => {
		const why = {
			stage: "sort",
			word: "sort",
			datum: placedBy(row, sort, window),
			at: first.at
		};
		return {
			...row,
			trail: [...row.trail, why]
		};
	});
};
const isUnplayable = (key, window) => {
	const item = window.item(key);
	return item?.kind === "track" && item.playable === false;
};
const protection = ({ at }) => ({
	stage: "write",
	word: "protect",
	datum: "could not be added again: local, unavailable or gone from Spotify",
	at
});
const incomplete = ({ at }, gaps) => ({
	stage: "from",
	word: "incomplete",
	datum: `stays: ${gaps.join("; ")}`,
	at
});
const unknownGap = ({ unknown, undecided }) => `${undecided} is not known of ${counted$1(unknown, "track")}`;
const lost = ({ at }, row) => droppedOf(row, {
	stage: "select",
	word: "gone",
	datum: "Spotify no longer has it",
	at
});
const refusal = ({ at }, since) => ({
	stage: "select",
	word: "quarantine",
	datum: `Spotify refused it on ${since}; it is tried again on ${triedAgainOn(since)}`,
	at
});
const repeat$1 = (rule, row, of) => droppedOf(row, {
	stage: "dedupe",
	word: "dedupe",
	datum: row.uri === of.uri ? "the same id again" : `the same as ${of.uri}`,
	at: rule.dedupe.at
});
// src/resolve/watched.ts
function watched(rule, known) {
	const names = new Set(rule.settings.schedule.flatMap((one) => one.kind === "on-change" ? one.source : []));
	const window = new Window(rule.account, known, rule.slug);
	const hashes = {};
	for (const step of rule.from) {
		if (!names.has(step.as)) continue;
		const sourced = sourceWord(step)?.run(step.args, window);
		if (sourced === void 0 || sourced.gaps.length > 0) continue;
		hashes[step.as] = hashKeys(sourced.entries.map(({ uri }) => uri));
	}
	return {
		hashes,
		needs: window.needs,
		used: window.used
	};
}
// src/app/syncing/hands.ts
function handsAfter(known, policy, { entered, left, moved }, night) {
	const added = entered.map(({ key }) => key);
	const removed = left.map(({ key }) => key);
	if (policy === "revert") return {};
	if (policy === "keep") {
		const { held } = known ?? {};
		return kept$3(kept$3(known ?? {}, held?.added ?? [], held?.removed ?? [], held?.since ?? night), added, removed, night);
	}
	if (added.length + removed.length + moved.length === 0) return known ?? {};
	const before = known?.held ?? {
		since: night,
		added: [],
		removed: [],
		moved: false
	};
	return {
		...known,
		held: {
			since: before.since,
			added: [...without$4(before.added, removed), ...without$4(added, before.removed)],
			removed: [...without$4(before.removed, added), ...without$4(removed, before.added)],
			moved: before.moved || moved.length > 0
		}
	};
}
function kept$3({ kept: stays = {}, removed: gone = {} }, added, removed, night) {
	const only = (nights, others) => Object.fromEntries(Object.entries(nights).filter(([key]) => !others.includes(key)));
	const noted = (keys) => Object.fromEntries(keys.map((key) => [key, night]));
	return {
		kept: {
			...only(stays, removed),
			...noted(added)
		},
		removed: {
			...only(gone, added),
			...noted(removed)
		}
	};
}
const without$4 = (keys, others) => {
	const rest = [...others];
	return keys.filter((key) => {
		const at = rest.indexOf(key);
		if (at !== -1) rest.splice(at, 1);
		return at === -1;
	});
};
function isOpen$1({ held }, standing, desired) {
	if (held === void 0) return false;
	const [there, wanted] = [new Set(standing), new Set(desired)];
	return held.added.some((key) => there.has(key) && !wanted.has(key)) || held.removed.some((key) => !there.has(key) && wanted.has(key)) || held.moved && !isSameOrder(standing, desired);
}
function isSameOrder(one, other) {
	const [inOne, inOther] = [new Set(one), new Set(other)];
	const [left, right] = [one.filter((key) => inOther.has(key)), other.filter((key) => inOne.has(key))];
	return left.every((key, index) => key === right[index]);
}
// src/app/planning/standing.ts
function readActual(rule, controlled, facts, used) {
	if (controlled === void 0) return { kind: "new" };
	const need = {
		account: rule.account,
		kind: "playlist",
		id: controlled.id
	};
	const key = needKey(need);
	used.add(key);
	const answer = facts.answers[key]?.answer;
	if (answer === void 0) return {
		kind: "lacking",
		need
	};
	if (answer.state === "whole") return {
		kind: "read",
		actual: answer.found
	};
	const absence = answer.state === "none" ? answer.absence : "part";
	return {
		kind: "unreadable",
		problem: problem("plan/unreadable", {
			playlist: rule.name,
			absence
		}, rule.at)
	};
}
const needOf = (standing) => standing.kind === "lacking" ? [standing.need] : [];
// src/app/planning/turn.ts
const turnOf = (turns, slug) => turns === "all" ? "tonight" : turns.get(slug);
const isChanged = (before, now) => Object.entries(now).some(([source, hash]) => before[source] !== hash);
// src/app/planning/draft.ts
function draft(given, take = () => void 0) {
	const outcomes = /* @__PURE__ */ new Map();
	const noted = {
		wishes: [],
		used: /* @__PURE__ */ new Set(),
		sources: /* @__PURE__ */ new Map()
	};
	const read = new Set(given.playbook.rules.flatMap(referencesOf).map(({ slug }) => slug));
	const needs = given.playbook.rules.map((rule) => {
		const one = draftOne(rule, given, outcomes, noted);
		if (read.has(rule.slug)) outcomes.set(rule.slug, outcomeOf(one));
		take(one);
		return {
			slug: rule.slug,
			needs: one.kind === "alone" ? one.needs : []
		};
	});
	return {
		needs: waitingFirst(needs, given.memory.waiting).flatMap((one) => one.needs),
		...noted
	};
}
function draftOne(rule, given, outcomes, noted) {
	const controlled = given.controls.get(rule.account)?.playlists[rule.slug];
	const standing = readActual(rule, controlled, given.facts, noted.used);
	if (standing.kind === "unreadable") return {
		kind: "alone",
		state: "unreadable",
		rule,
		actual: null,
		problems: [standing.problem],
		needs: []
	};
	const actual = standing.kind === "read" ? standing.actual : null;
	const notDue = {
		kind: "alone",
		state: "not-due",
		rule,
		actual,
		problems: []
	};
	const turn = turnOf(given.memory.due, rule.slug);
	if (turn === void 0) return {
		...notDue,
		needs: needOf(standing)
	};
	const known = {
		...given,
		timezone: given.playbook.portfolio.timezone,
		lists: given.playbook.lists,
		outcomes,
		playlistOf: playlistOf$2(given),
		hands: given.memory.hands,
		quarantined: given.controls.get(rule.account)?.quarantined ?? {},
		pasts: given.memory.pasts
	};
	const now = watched(rule, known);
	for (const key of now.used) noted.used.add(key);
	if (turn === "if-changed" && !isChanged(controlled?.sources ?? {}, now.hashes)) return {
		...notDue,
		needs: [...needOf(standing), ...now.needs]
	};
	noted.sources.set(rule.slug, {});
	const resolved = resolve$1({
		rule,
		actual,
		holding: null,
		known
	});
	for (const key of resolved.used) noted.used.add(key);
	noted.wishes.push(...resolved.wishes);
	const needs = [...needOf(standing), ...resolved.kind === "lacking" ? resolved.needs : []];
	if (resolved.kind === "lacking" || standing.kind === "lacking") return {
		kind: "alone",
		state: "partial",
		rule,
		actual,
		problems: [],
		needs
	};
	const hands = given.memory.hands.get(rule.slug) ?? {};
	const wanted = resolved.desired.rows.map(({ key }) => key);
	if (actual !== null && hands.held !== void 0 && isOpen$1(hands, keysOf$2(actual.rows), wanted)) return {
		kind: "alone",
		state: "held",
		rule,
		actual,
		problems: [heldProblem(rule, hands.held)],
		needs: []
	};
	const past = given.memory.guards.get(rule.slug) ?? noPast;
	const leaving = given.memory.leaving.get(rule.slug);
	const judging = {
		contact: controlled?.contact ?? "known",
		past,
		leaving,
		known
	};
	const one = guarded(rule, actual, resolved.desired, judging);
	if (isSettled(one)) noted.sources.set(rule.slug, now.hashes);
	return one;
}
const isSettled = (one) => one.kind === "ready" && one.problems.length === 0 && (one.actual === null || waitingFor(one.rule, one.actual, one.leaving) === void 0);
const heldProblem = (rule, held) => problem("plan/hand-edits", {
	playlist: rule.name,
	since: held.since,
	added: held.added,
	removed: held.removed,
	moved: held.moved
}, rule.at);
function guarded(rule, actual, wanted, judging) {
	const { contact, past, known } = judging;
	const gaps = gapProblems(rule, actual, wanted);
	if (actual === null) return {
		kind: "ready",
		rule,
		actual,
		desired: wanted,
		problems: gaps,
		charged: 0,
		leaving: {}
	};
	const { desired, leaving } = confirmed(rule, actual, wanted, judging);
	const said = guard({
		rule,
		actual,
		contact,
		desired,
		night: known.night,
		past
	});
	const problems = [...gaps, ...said.problems];
	if (said.kind === "stop") return {
		kind: "alone",
		state: "unchanged",
		rule,
		actual,
		problems,
		needs: []
	};
	if (said.kind === "pass") return {
		kind: "ready",
		rule,
		actual,
		desired,
		problems,
		charged: said.charged,
		leaving
	};
	const held = resolve$1({
		rule,
		actual,
		holding: {
			stage: "write",
			word: "guard",
			datum: "held back until it is acknowledged",
			at: rule.settings.guard.at
		},
		known
	});
	if (held.kind === "lacking" || removals$1(actual, held.desired) > 0) throw new Bug(`the guard of ${rule.slug} did not hold`);
	return {
		kind: "ready",
		rule,
		actual,
		desired: held.desired,
		problems,
		charged: 0,
		leaving
	};
}
function confirmed(rule, actual, desired, { leaving: before, known }) {
	if (before === void 0 || rule.settings.guard.confirmNights === 1) return {
		desired,
		leaving: {}
	};
	const leaving = leavingAfter(before, actual, desired, known.night);
	const waiting = waitingFor(rule, actual, leaving);
	if (waiting === void 0) return {
		desired,
		leaving
	};
	const kept = resolve$1({
		rule,
		actual,
		holding: null,
		waiting,
		known
	});
	if (kept.kind === "lacking") throw new Bug(`rows of ${rule.slug} that wait need more facts than those that leave`);
	return {
		desired: kept.desired,
		leaving
	};
}
const gapProblems = (rule, actual, { gaps }) => gaps.length === 0 ? [] : [problem("plan/incomplete-source", {
	playlist: rule.name,
	gaps,
	kept: actual?.rows.length ?? 0
}, rule.at)];
const playlistOf$2 = ({ playbook, controls }) => (slug) => {
	const rule = playbook.rules.find((one) => one.slug === slug);
	const id = rule === void 0 ? void 0 : controls.get(rule.account)?.playlists[slug]?.id;
	return rule === void 0 || id === void 0 ? void 0 : {
		account: rule.account,
		id
	};
};
function outcomeOf(one) {
	if (one.kind === "ready" && !one.rule.settings.suspend) return one.desired.rows.map(({ key }) => key).filter(isAddableUri);
	if (one.kind === "alone" && (one.state === "partial" || one.state === "unreadable") || one.actual === null) return void 0;
	return one.actual.rows.flatMap((row) => row.kind === "item" ? row.uri : []);
}
// src/domain/facts.ts
const noFacts = {
	version: 1,
	items: /* @__PURE__ */ new Map(),
	albums: /* @__PURE__ */ new Map(),
	answers: {}
};
// src/app/planning/known.ts
function factsOf(accounts) {
	const ledgers = [...accounts.values()];
	const answers = {};
	for (const { account, facts, playlists } of ledgers) {
		for (const [key, known] of Object.entries(facts.answers)) if (!isEmptyAlbum(known)) answers[key] = known;
		for (const [id, { actual }] of playlists) {
			const need = {
				account,
				kind: "playlist",
				id
			};
			answers[needKey(need)] = {
				need,
				answer: {
					state: "whole",
					found: actual
				}
			};
		}
	}
	const [first = noFacts, ...others] = ledgers.map(({ facts }) => facts);
	const { items, albums } = others.length === 0 ? first : libraryOf(first, ...others);
	const sizes = Object.assign({}, ...ledgers.map(({ control }) => control.sizes));
	return {
		version: 1,
		items,
		albums,
		answers,
		...Object.keys(sizes).length === 0 ? {} : { sizes }
	};
}
const isEmptyAlbum = ({ need, answer }) => need.kind === "album" && answer.state === "whole" && Array.isArray(answer.found) && answer.found.length === 0;
const holding = (facts, holds) => ({
	...facts,
	answers: Object.fromEntries(Object.entries(facts.answers).filter(([key, { need }]) => holds(need, key)))
});
const isForEver = (need) => need.kind === "album" || need.kind === "as_of" || need.kind === "track" && !isOfANight(need);
const isOfANight = (need) => need.kind === "track" && need.night !== void 0;
// src/ledger/past.ts
function rowPastsOf(lines, standing) {
	const [first] = lines;
	const copies = atFirst(lines, standing);
	const pasts = /* @__PURE__ */ new Map();
	if (first !== void 0) for (const key of copies.keys()) pasts.set(key, met(first.night));
	for (const { night, entered, left } of lines) {
		for (const key of left) {
			const known = pasts.get(key) ?? met(night);
			if (add(copies, key, -1) <= 0) pasts.set(key, {
				...known,
				since: null,
				leftLast: night
			});
		}
		for (const key of entered) {
			const known = pasts.get(key) ?? met(night);
			if (add(copies, key, 1) === 1) pasts.set(key, {
				...known,
				since: night
			});
		}
	}
	return pasts;
}
const met = (night) => ({
	firstSeen: night,
	since: night,
	leftLast: null
});
function atFirst(lines, standing) {
	const copies = /* @__PURE__ */ new Map();
	for (const key of standing) add(copies, key, 1);
	for (const { entered, left } of lines) {
		for (const key of entered) add(copies, key, -1);
		for (const key of left) add(copies, key, 1);
	}
	return new Map([...copies].filter(([, count]) => count > 0));
}
function add(copies, key, many) {
	const count = (copies.get(key) ?? 0) + many;
	copies.set(key, count);
	return count;
}
const changesToLearnFrom = 20;
const floor = {
	share: .1,
	count: 5
};
function nightsOf$2(lines, audit) {
	const others = /* @__PURE__ */ new Map();
	for (const { night, who, acked, left } of audit) if (who.by !== "setlist" || acked !== null) others.set(night, (others.get(night) ?? 0) + left.length);
	return lines.slice(1).map(({ night, count, entered, left }) => {
		const apart = Math.min(left.length, others.get(night) ?? 0);
		others.set(night, (others.get(night) ?? 0) - apart);
		const removed = left.length - apart;
		return {
			night,
			removed,
			before: count - entered.length + left.length,
			isChange: entered.length + removed > 0
		};
	});
}
function learnedFrom(lines, audit) {
	const changes = nightsOf$2(lines, audit).filter(({ isChange }) => isChange);
	if (changes.length < changesToLearnFrom) return null;
	const counts = changes.map(({ removed }) => removed);
	const shares = changes.map(({ removed, before }) => removed / Math.max(1, before));
	return {
		share: Math.max(floor.share, percentile(shares)),
		count: Math.max(floor.count, percentile(counts))
	};
}
const percentile = (numbers) => [...numbers].sort((one, other) => one - other)[Math.ceil(numbers.length * .99) - 1] ?? 0;
const nightsLookedAt = 28;
function last28(lines, audit, night) {
	const [first] = lines;
	if (first === void 0) return null;
	const tonight = Temporal.PlainDate.from(night);
	const since = tonight.subtract({ days: nightsLookedAt }).toString();
	const recent = nightsOf$2(lines, audit).filter((one) => one.night > since && one.night <= night);
	const counts = Array.from({ length: nightsLookedAt }, (_, ago) => {
		const day = tonight.subtract({ days: ago }).toString();
		return lines.findLast((line) => line.night <= day)?.count;
	}).filter((count) => count !== void 0);
	const sum = counts.reduce((all, count) => all + count, 0);
	return {
		removed: recent.reduce((all, { removed }) => all + removed, 0),
		meanCount: counts.length === 0 ? first.count : sum / counts.length
	};
}
const ackedSoFar = (audit, ack) => audit.reduce((sum, { acked }) => ack !== null && acked?.of === ack.removals && acked.until === ack.until ? sum + acked.removals : sum, 0);
// src/app/syncing/cuts.ts
function cutsOf(runs) {
	const cuts = /* @__PURE__ */ new Map();
	for (const line of runs) if (line.event === "intent") for (const intent of line.intents) cuts.set(intent.slug, {
		run: line,
		intent
	});
	else for (const slug of [...cuts.keys()]) if (!line.unconfirmed.includes(slug)) cuts.delete(slug);
	return cuts;
}
// src/domain/escaped.ts
const entities$1 = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: "\"",
	apos: "'"
};
const unescaped = (text) => text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
	if (name !== void 0) return entities$1[String(name).toLowerCase()] ?? whole;
	const point = hex === void 0 ? Number(decimal) : Number.parseInt(String(hex), 16);
	return point <= 1114111 ? String.fromCodePoint(point) : whole;
});
const readsAs = (written, read) => written === read || unescaped(written) === read;
// src/domain/records/history.ts
const lastHash = (lines) => lines.findLast(({ hash }) => hash !== void 0)?.hash;
// src/plan/requests/reorder/slot.ts
const slot = (numbers, index) => numbers[index];
// src/plan/requests/reorder/increasing.ts
function longestIncreasing(numbers) {
	const tails = [];
	const before = new Int32Array(numbers.length);
	for (let index = 0; index < numbers.length; index++) {
		const pile = firstNotBelow(tails, numbers, slot(numbers, index));
		before[index] = pile === 0 ? -1 : slot(tails, pile - 1);
		tails[pile] = index;
	}
	const found = [];
	for (let index = tails.at(-1) ?? -1; index >= 0; index = slot(before, index)) found.push(index);
	return found.reverse();
}
function firstNotBelow(tails, numbers, number) {
	let [low, high] = [0, tails.length];
	while (low < high) {
		const middle = low + high >> 1;
		if (slot(numbers, slot(tails, middle)) < number) low = middle + 1;
		else high = middle;
	}
	return low;
}
// src/plan/changes.ts
function changesBetween(before, after, told) {
	const places = placesByKey(before);
	const survivors = [];
	const adds = [];
	for (const [to, key] of after.entries()) {
		const from = places.get(key)?.shift();
		if (from === void 0) adds.push({
			kind: "add",
			to: to + 1,
			...words$7(key, told)
		});
		else survivors.push({
			key,
			from,
			to
		});
	}
	return [
		...[...places].flatMap(([key, left]) => left.map((from) => ({
			key,
			from
		}))).sort((one, other) => one.from - other.from).map(({ key, from }) => ({
			kind: "remove",
			from: from + 1,
			...words$7(key, told)
		})),
		...adds,
		...moved$1(survivors).map(({ key, from, to }) => ({
			kind: "move",
			from: from + 1,
			to: to + 1,
			...words$7(key, told)
		}))
	];
}
const words$7 = (key, { whysOf, labelOf }) => ({
	key,
	label: labelOf(key),
	why: whysOf(key)
});
function placesByKey(keys) {
	const places = /* @__PURE__ */ new Map();
	for (const [index, key] of keys.entries()) {
		const known = places.get(key);
		if (known === void 0) places.set(key, [index]);
		else known.push(index);
	}
	return places;
}
function moved$1(survivors) {
	const standing = new Set(longestIncreasing(survivors.map(({ from }) => from)));
	return survivors.filter((_, index) => !standing.has(index));
}
// src/app/syncing/difference.ts
const noDifference = {
	entered: [],
	left: [],
	moved: []
};
function differenceBetween(before, after, whysOf = () => []) {
	const changes = changesBetween(before, after, {
		whysOf,
		labelOf: () => null
	});
	const noted = (kind) => changes.flatMap((one) => one.kind === kind ? {
		key: told$2(one.key),
		why: one.why
	} : []);
	return {
		entered: noted("add"),
		left: noted("remove"),
		moved: noted("move")
	};
}
const isNone = ({ entered, left, moved }) => entered.length + left.length + moved.length === 0;
const told$2 = (key) => key.startsWith("gone:") ? "gone" : key;
function whysIn(...lists) {
	const whys = new Map(lists.flat().map(({ key, why }) => [key, why]));
	return (key) => whys.get(key) ?? [];
}
// src/app/syncing/observe.ts
function auditOf({ slug, actual, recorded, cut, seen }, run) {
	const about = {
		playlist: actual.id,
		rule: slug,
		...nothing$1
	};
	if (seen === void 0) {
		const hash = hashKeys(keysOf$2(actual.rows));
		return [{
			...about,
			...stamp$1(run),
			kind: "adopted",
			who: ours$1(run),
			before: hash,
			after: hash,
			commit: run.commit
		}];
	}
	if (seen === "as recorded") return [];
	const bodies = [];
	const { base, reached, drift, during } = seen;
	if (cut !== void 0) bodies.push(...ofCut({
		slug,
		actual,
		recorded,
		cut
	}, base, reached));
	for (const [by, from, to] of [[
		"spotify",
		drift.before,
		drift.between
	], [
		"hand",
		drift.between,
		drift.after
	]]) {
		const difference = differenceBetween(from, to);
		if (isNone(difference)) continue;
		bodies.push({
			...about,
			...stamp$1(run),
			...difference,
			kind: "items",
			who: {
				by,
				during
			},
			before: hashKeys(from),
			after: hashKeys(to)
		});
	}
	const { others: details } = detailsOf(recorded, cut, actual.details);
	if (details === null) return bodies;
	const hash = hashKeys(drift.after);
	return [...bodies, {
		...about,
		...stamp$1(run),
		kind: "details",
		details,
		who: {
			by: "hand",
			during
		},
		before: hash,
		after: hash
	}];
}
function ofCut({ slug, actual, recorded, cut }, base, reached) {
	const { run, intent } = cut;
	const who = {
		...ours$1(run),
		...run.restore === void 0 ? {} : { restore: run.restore }
	};
	const about = {
		playlist: actual.id,
		rule: slug,
		...nothing$1,
		...stamp$1(run),
		who,
		commit: run.commit
	};
	const difference = differenceBetween(base, reached, whysIn(intent.entered, intent.left, intent.moved));
	const [before, after] = [hashKeys(base), hashKeys(reached)];
	const isNew = intent.id === null && recorded === void 0;
	const { wished } = detailsOf(recorded, cut, actual.details);
	return [
		...isNew ? [{
			...about,
			kind: "created",
			before,
			after: before
		}] : [],
		...isNone(difference) ? [] : [{
			...about,
			...difference,
			kind: "items",
			acked: intent.acked,
			before,
			after
		}],
		...wished === null ? [] : [{
			...about,
			kind: "details",
			details: wished,
			before: after,
			after
		}]
	];
}
const nothing$1 = {
	...noDifference,
	details: null,
	acked: null,
	commit: null
};
const stamp$1 = ({ at, night, run }) => ({
	at,
	night,
	run
});
const ours$1 = ({ trigger, actor }) => ({
	by: "setlist",
	trigger,
	actor
});
function detailsOf(recorded, cut, now) {
	const before = recorded?.actual.details;
	const wishes = (cut?.intent.writes ?? []).flatMap((write) => write.kind === "details" ? write.details : []);
	const changed = ["name", "description"].filter((field) => before !== void 0 && before[field] !== now[field]);
	const part = (isWished) => {
		const fields = changed.filter((field) => wishes.some((one) => one[field] !== void 0 && readsAs(one[field], now[field])) === isWished);
		return fields.length === 0 ? null : Object.fromEntries(fields.map((field) => [field, now[field]]));
	};
	return {
		wished: part(true),
		others: part(false)
	};
}
const handsIn = ({ seen }) => seen === void 0 || seen === "as recorded" ? noDifference : differenceBetween(seen.drift.between, seen.drift.after);
function historyOf(id, base, actual, own, night) {
	const after = keysOf$2(actual.rows);
	const hash = hashKeys(after);
	const { followers } = actual;
	const last = own.at(-1);
	const isSame = lastHash(own) === hash;
	if (isSame && (followers === null || followers === last?.followers)) return [];
	const { entered, left } = differenceBetween(base, after);
	const keys = (noted) => noted.map(({ key }) => key).sort();
	return [{
		night,
		playlist: id,
		count: after.length,
		followers,
		entered: keys(entered),
		left: keys(left),
		...isSame ? {} : { hash }
	}];
}
// src/app/syncing/drift.ts
function driftBetween(before, after, items) {
	const [olds, news] = [keysOf$2(before), keysOf$2(after)];
	const left = without$3(olds, news);
	const entered = without$3(news, olds);
	const spare = after.filter((_, index) => entered.has(index));
	return {
		before: olds,
		between: keysOf$2(before.map((row, index) => {
			if (!left.has(index)) return row;
			const at = spare.findIndex((one) => isSameEntry(row, one, items));
			return at === -1 ? row : spare.splice(at, 1)[0] ?? row;
		})),
		after: news
	};
}
function isSameEntry(old, now, items) {
	if (old.addedAt === null || old.addedAt !== now.addedAt || old.kind !== "item") return false;
	return now.kind === "gone" || now.kind === "item" && isRelinked(old.uri, now.uri, items);
}
function isRelinked(old, now, items) {
	const [one, other] = [items.get(old), items.get(now)];
	return one?.kind === "track" && other?.kind === "track" && one.isrc !== null && one.isrc === other.isrc;
}
function without$3(keys, others) {
	const rest = /* @__PURE__ */ new Map();
	for (const key of others) rest.set(key, (rest.get(key) ?? 0) + 1);
	const places = /* @__PURE__ */ new Set();
	for (const [index, key] of keys.entries()) {
		const count = rest.get(key) ?? 0;
		if (count === 0) places.add(index);
		else rest.set(key, count - 1);
	}
	return places;
}
// src/app/syncing/reached.ts
function reachedBy({ from, writes, inParts }, before, now) {
	let state = from ?? before;
	let best = state;
	let least = distance(state, now);
	const consider = (other) => {
		if (least === 0) return;
		const far = distance(other, now);
		if (far >= least) return;
		[best, least] = [other, far];
	};
	for (const [index, write] of writes.entries()) {
		if (write.kind === "details") continue;
		if (write.kind === "add" && inParts && index === 0) consider(applyWrite(state, standing$3(write, state, now)));
		state = applyWrite(state, write);
		consider(state);
	}
	return best;
}
function standing$3(write, before, now) {
	const [had, has] = [new Map(counts(before)), new Map(counts(now))];
	const isThere = (uri) => {
		const count = (had.get(uri) ?? 0) + 1;
		if (count > (has.get(uri) ?? 0)) return false;
		had.set(uri, count);
		return true;
	};
	return {
		...write,
		uris: write.uris.filter(isThere)
	};
}
const none$1 = {
	whysOf: () => [],
	labelOf: () => null
};
const distance = (one, other) => changesBetween(one, other, none$1).length;
// src/app/syncing/seen.ts
function seenSince(recorded, cut, actual, items) {
	if (recorded === void 0 && cut === void 0) return void 0;
	if (recorded?.actual === actual && cut === void 0) return "as recorded";
	const base = keysOf$2(recorded?.actual.rows ?? []);
	return seenBeyond(recorded, cut === void 0 ? base : reachedBy(cut.intent, base, keysOf$2(actual.rows)), actual, items, cut?.run.run ?? null);
}
function seenBeyond(recorded, reached, actual, items, during) {
	const rows = recorded?.actual.rows ?? [];
	const now = actual.rows;
	return {
		base: keysOf$2(rows),
		reached,
		drift: driftBetween(asRows(reached, rows, now), now, items),
		during
	};
}
function asRows(keys, before, now) {
	const known = /* @__PURE__ */ new Map();
	for (const rows of [now, before]) for (const [index, key] of keysOf$2(rows).entries()) known.set(key, rows[index]);
	return keys.flatMap((key) => known.get(key) ?? unknownRow(key));
}
const unknownRow = (key) => key.startsWith("spotify:") ? [{
	kind: "item",
	uri: key,
	addedAt: null,
	addedBy: null
}] : [];
// src/app/planning/memory.ts
function remembering({ accounts, rules, night, due }) {
	const cuts = new Map([...accounts].map(([name, { runs }]) => [name, cutsOf(runs)]));
	const { pasts, guards, leaving } = pastsOf(accounts, rules, night);
	const waiting = new Map([...accounts.values()].flatMap(({ runs }) => [...waitingSince(runs)]));
	return (facts) => {
		const hands = /* @__PURE__ */ new Map();
		for (const rule of rules) {
			const ledger = accounts.get(rule.account);
			const observed = ledger === void 0 ? void 0 : observe(rule.slug, ledger, cuts.get(rule.account), facts);
			const known = ledger?.control.hands?.[rule.slug];
			const after = observed === void 0 ? known : handsAfter(known, rule.settings.handEdits, handsIn(observed), night);
			if (after !== void 0) hands.set(rule.slug, after);
		}
		return {
			due,
			hands,
			pasts,
			guards,
			leaving,
			waiting
		};
	};
}
function pastsOf(accounts, rules, night) {
	const pasts = /* @__PURE__ */ new Map();
	const guards = /* @__PURE__ */ new Map();
	const leaving = /* @__PURE__ */ new Map();
	const lines = new Map([...accounts].map(([name, { history }]) => [name, Map.groupBy(history, (line) => line.playlist)]));
	const audits = new Map([...accounts].map(([name, { audit }]) => [name, Map.groupBy(audit.flatMap(bodyOf$1), ({ playlist }) => playlist)]));
	for (const { account, slug, settings } of rules) {
		const ledger = accounts.get(account);
		const id = ledger?.control.playlists[slug]?.id;
		if (ledger === void 0 || id === void 0) continue;
		const own = lines.get(account)?.get(id) ?? [];
		const audit = audits.get(account)?.get(id) ?? [];
		pasts.set(slug, () => rowPastsOf(own, keysOf$2(ledger.playlists.get(id)?.actual.rows ?? [])));
		leaving.set(slug, ledger.control.leaving?.[slug] ?? {});
		guards.set(slug, {
			ackedSoFar: ackedSoFar(audit, settings.ack),
			learned: learnedFrom(own, audit),
			last28: last28(own, audit, night)
		});
	}
	return {
		pasts: { get: (slug) => pasts.get(slug)?.() },
		guards,
		leaving
	};
}
const bodyOf$1 = (line) => "body" in line ? [line.body] : [];
function observe(slug, { account, control, playlists }, cuts, facts) {
	const id = control.playlists[slug]?.id;
	const actual = id === void 0 ? void 0 : actualIn(facts, account, id);
	if (id === void 0 || actual === void 0) return void 0;
	const [recorded, cut] = [playlists.get(id), cuts?.get(slug)];
	return {
		slug,
		actual,
		recorded,
		cut,
		seen: seenSince(recorded, cut, actual, facts.items)
	};
}
function actualIn(facts, account, id) {
	const answer = facts.answers[needKey({
		account,
		kind: "playlist",
		id
	})]?.answer;
	return answer?.state === "whole" ? answer.found : void 0;
}
// src/plan/aliases.ts
function withStoredIds(writes, listed, aliases) {
	return writes.flatMap((write) => {
		if (write.kind !== "remove") return [write];
		const others = write.uris.flatMap((key) => aliases.of(key)).filter((key) => !listed.has(key));
		const uris = [.../* @__PURE__ */ new Set([...write.uris, ...others])];
		return uris.length === write.uris.length ? [write] : split$1(uris);
	});
}
const split$1 = (uris) => Array.from({ length: Math.ceil(uris.length / 100) }, (_, part) => ({
	kind: "remove",
	uris: uris.slice(part * 100, (part + 1) * 100)
}));
var Aliases = class {
	#facts;
	#byIsrc;
	#askedFor;
	constructor(facts) {
		this.#facts = facts;
	}
	of(key) {
		this.#byIsrc ??= idsByIsrc(this.#facts);
		this.#askedFor ??= idsByShown(this.#facts);
		const isrc = isTrackUri(key) ? isrcOf(this.#facts, key) : null;
		return [...this.#askedFor.get(key) ?? [], ...isrc === null ? [] : this.#byIsrc.get(isrc) ?? []];
	}
};
function idsByIsrc(facts) {
	const [once, twice] = [new Uint8Array(slots), new Uint8Array(slots)];
	for (const { isrc } of isrcsIn(facts)) {
		const slot = fnv1a(isrc) % slots;
		if (once[slot] === 1) twice[slot] = 1;
		once[slot] = 1;
	}
	const ids = /* @__PURE__ */ new Map();
	for (const { key, isrc } of isrcsIn(facts)) {
		if (twice[fnv1a(isrc) % slots] === 0) continue;
		const same = ids.get(isrc);
		if (same === void 0) ids.set(isrc, [key]);
		else same.push(key);
	}
	return ids;
}
const slots = 1 << 20;
function* isrcsIn(facts) {
	for (const [uri, item] of entriesOf$4(facts.items)) if (item.kind === "track" && item.isrc !== null) yield {
		key: uri,
		isrc: item.isrc
	};
}
function isrcOf({ items }, key) {
	const item = items.get(key);
	return item?.kind === "track" ? item.isrc : null;
}
function idsByShown({ answers }) {
	const asked = Object.values(answers).flatMap(({ need, answer }) => need.kind === "track" && answer.state === "whole" ? [{
		shown: answer.found,
		key: need.uri
	}] : []);
	const byShown = Map.groupBy(asked, ({ shown }) => shown);
	return new Map([...byShown].map(([shown, same]) => [shown, same.map(({ key }) => key)]));
}
// src/words/values/label.ts
function labelOf$1(key, facts) {
	const local = localFileOf(key);
	if (local !== void 0) return {
		title: local.title ?? key,
		artists: local.artist ?? "local file"
	};
	const item = isAddableUri(key) ? facts.items.get(key) : void 0;
	return item === void 0 ? null : labelOfItem(item);
}
const labelOfItem = (item) => item.kind === "episode" ? {
	title: item.title,
	artists: item.show
} : {
	title: item.title,
	artists: item.artists.map(({ name }) => name).join(", ")
};
// src/domain/nonce.ts
const nonceOf = (account, slug, run) => `setlist-${hashOf([
	account,
	slug,
	run
]).slice(0, 24)}`;
const isNonce = (description) => /^setlist-[0-9a-f]{24}$/.test(description);
// src/plan/description.ts
const mostCharacters = 300;
function descriptionOf$1({ description }, spoken) {
	if (description === null) return null;
	const line = withoutTags(description.replace(/\{(count|top_artists|week)\}/g, (_, word) => placeholders[word](spoken))).replace(/\s+/g, " ").trim();
	return [...line].length <= mostCharacters ? line : `${[...line].slice(0, 299).join("")}\u2026`;
}
function withoutTags(text) {
	const left = text.replace(/<[a-z/!?][^<>]*>/gi, "");
	return left === text ? text : withoutTags(left);
}
const placeholders = {
	count: ({ rows }) => String(rows.length),
	top_artists: ({ rows, facts }) => topArtists(rows, facts).join(", "),
	week: ({ night }) => weekOf$1(night)
};
function topArtists(rows, { items }) {
	const counts = /* @__PURE__ */ new Map();
	for (const key of rows) {
		const item = isAddableUri(key) ? items.get(key) : void 0;
		const name = item?.kind === "track" ? item.artists[0]?.name : void 0;
		if (name !== void 0) counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	return [...counts].sort(([, one], [, other]) => other - one).slice(0, 3).map(([name]) => name);
}
function weekOf$1(night) {
	const date = Temporal.PlainDate.from(night);
	return `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, "0")}`;
}
// src/plan/details.ts
const unsaid = "Kept in line by Setlist";
function detailsWrites(rule, actual, spoken) {
	const description = descriptionOf$1(rule, spoken);
	if (actual === null) return [{
		kind: "details",
		details: { description: description || unsaid }
	}];
	const said = description === null || description === "" ? isNonce(actual.description) ? unsaid : null : description;
	return [...readsAs(rule.name, actual.name) ? [] : [{
		kind: "details",
		details: { name: rule.name }
	}], ...said === null || readsAs(said, actual.description) ? [] : [{
		kind: "details",
		details: { description: said }
	}]];
}
// src/plan/head.ts
function headOf$1(rule, actual) {
	const keys = keysOf$2(actual?.rows ?? []);
	return {
		slug: rule.slug,
		account: rule.account,
		name: rule.name,
		public: rule.public,
		rule: ruleHash(rule),
		id: actual?.id ?? null,
		before: {
			hash: hashKeys(keys),
			count: keys.length
		}
	};
}
const ruleHash = (rule) => hashOf(contentOf(rule));
const contentOf = (rule) => JSON.parse(JSON.stringify(rule, (key, part) => key === "at" ? void 0 : part));
const stateOf$1 = (rule, actual, writes) => {
	if (writes.length === 0) return "unchanged";
	if (rule.settings.suspend) return "suspended";
	return actual === null ? "create" : "change";
};
// src/plan/notes.ts
const notesOf = (rule, actual, desired, { way, requests }) => [
	...desired.gaveWay,
	...notRebuilt(rule, actual, way, requests),
	...desired.unknown === 0 ? [] : [`${desired.unknown} tracks stay or wait: a datum of theirs is not known`],
	...actual === null || actual.details.public === null || actual.details.public === rule.public ? [] : [`Spotify shows it as ${actual.details.public ? "public, the rule says private" : "private, the rule says public"}: its owner can change that in the app`]
];
const datesProblem = (rule, { datesLost, capForDates }) => capForDates === null ? [] : [problem("plan/dates-lost", {
	playlist: rule.name,
	lost: datesLost,
	requests: capForDates,
	cap: rule.settings.write.maxRequests
}, rule.at)];
function notRebuilt({ settings }, actual, way, requests) {
	const { maxRequests, beyond } = settings.write;
	if (actual === null || way === "rebuild" || beyond === "loose" || way === "keep" && requests <= maxRequests) return [];
	return [`not rebuilt${way === "loose" ? "" : `, though ${requests} writes pass the cap of ${maxRequests}`}: it holds rows that could not be added again`];
}
// src/plan/requests/dates.ts
function datesLost(before, writes) {
	const end = writes.map(alsoDated).reduce(applyWrite, before.map(dated));
	const [had, has] = [counts(before), counts(end)];
	const lost = ([key, count]) => {
		const [old, added] = [has.get(dated(key)) ?? 0, has.get(key) ?? 0];
		return Math.min(count, old + added) - old;
	};
	return [...had].reduce((sum, entry) => sum + lost(entry), 0);
}
const dated = (key) => `${key} dated`;
const alsoDated = (write) => write.kind === "remove" ? {
	kind: "remove",
	uris: write.uris.flatMap((key) => [key, dated(key)])
} : write;
// src/plan/requests/chunks.ts
const chunks = (rows) => Array.from({ length: Math.ceil(rows.length / 100) }, (_, index) => rows.slice(index * 100, (index + 1) * 100));
// src/plan/requests/reorder/ring.ts
var Ring = class Ring {
	size;
	order;
	place;
	next;
	constructor(order) {
		this.size = order.length;
		this.order = Int32Array.from(order);
		this.place = new Int32Array(this.size);
		this.next = new Int32Array(this.size);
		this.order.forEach((strip, index) => {
			this.place[strip] = index;
		});
		this.place[0] = this.size;
		for (let strip = 0; strip < this.size; strip++) this.next[strip] = (this.before(strip) + 1) % this.size;
	}
	before(strip) {
		return slot(this.order, slot(this.place, strip) - 1);
	}
	after(strip) {
		return slot(this.order, (slot(this.place, strip) % this.size + 1) % this.size);
	}
	inTurn(first, second, third) {
		const [a, b, c] = [
			slot(this.place, first),
			slot(this.place, second),
			slot(this.place, third)
		];
		return a < b ? b < c || c < a : b < c && c < a;
	}
	turned([a, b, c]) {
		return this.inTurn(a, b, c) ? [
			a,
			b,
			c
		] : [
			b,
			a,
			c
		];
	}
	placesOf(cut) {
		const [a, b, c] = this.#topDown(cut);
		return [
			slot(this.place, a),
			slot(this.place, b),
			slot(this.place, c)
		];
	}
	exchange(cut) {
		const [start, middle, end] = this.placesOf(cut);
		const left = this.order.slice(start, middle);
		this.order.copyWithin(start, middle, end);
		this.order.set(left, start + end - middle);
		for (let index = start; index < end; index++) this.place[slot(this.order, index)] = index;
		const [a, b, c] = cut;
		const [nextOfA, nextOfB, nextOfC] = [
			slot(this.next, a),
			slot(this.next, b),
			slot(this.next, c)
		];
		this.next[b] = nextOfA;
		this.next[a] = nextOfC;
		this.next[c] = nextOfB;
	}
	cycles() {
		const seen = new Uint8Array(this.size);
		const found = [];
		for (let strip = 0; strip < this.size; strip++) {
			if (seen[strip] === 1 || this.next[strip] === strip) continue;
			const cycle = [];
			for (let edge = strip; seen[edge] === 0; edge = slot(this.next, edge)) {
				seen[edge] = 1;
				cycle.push(edge);
			}
			found.push(cycle);
		}
		return found;
	}
	movesAtLeast() {
		return this.cycles().reduce((sum, { length }) => sum + (length - length % 2), 0) / 2;
	}
	copy() {
		return new Ring(this.order);
	}
	#topDown([a, b, c]) {
		const [i, j, k] = [
			slot(this.place, a),
			slot(this.place, b),
			slot(this.place, c)
		];
		if (i < j && i < k) return [
			a,
			b,
			c
		];
		return j < k && j < i ? [
			b,
			c,
			a
		] : [
			c,
			a,
			b
		];
	}
};
// src/plan/requests/weave.ts
function weaver(cutUp) {
	const next = nextOf(cutUp);
	const isRun = (edge) => cutUp.runs.has(edge);
	const behind = (strip, isOpen) => walk((strip + 1) % next.length, next, isOpen);
	const paths = new Map([...cutUp.runs.keys()].map((run) => [run, behind(run, isRun)]));
	return (gap) => {
		const below = cutUp.order[gap] ?? 0;
		const woven = thread(cutUp.order[gap - 1] ?? 0, below, (strip) => behind(strip, (edge) => edge === below || isRun(edge)));
		const left = new Set(cutUp.runs.keys()).difference(new Set(woven.runs));
		for (const run of left) {
			const ring = ringOf$1(run, paths);
			for (const one of ring) left.delete(one);
			splice(woven, ring, paths);
		}
		return woven.runs;
	};
}
function nextOf({ order, lengths }) {
	const next = new Int32Array(lengths.length);
	order.forEach((strip, index) => {
		next[order[index + 1] ?? 0] = (strip + 1) % next.length;
	});
	return next;
}
function walk(start, next, isOpen) {
	let [end, length] = [start, 1];
	while (!isOpen(end)) {
		end = slot(next, end);
		length++;
	}
	return {
		end,
		length
	};
}
function thread(above, below, behind) {
	const woven = {
		runs: [],
		closed: []
	};
	for (let path = behind(above);; path = behind(path.end)) {
		woven.closed.push(path.length);
		if (path.end === below) return woven;
		woven.runs.push(path.end);
	}
}
function ringOf$1(run, paths) {
	const ring = [run];
	for (let one = paths.get(run)?.end ?? run; one !== run; one = paths.get(one)?.end ?? run) ring.push(one);
	return ring;
}
function splice({ runs, closed }, ring, paths) {
	const lengths = ring.map((run) => paths.get(run)?.length ?? 1);
	const isEven = (length) => length % 2 === 0;
	const last = lengths.findIndex(isEven);
	const even = closed.findIndex(isEven);
	const at = last < 0 && even >= 0 ? even : closed.length - 1;
	const merged = slot(closed, at) + (lengths.at(last) ?? 0);
	runs.splice(at, 0, ...turned(ring, last));
	closed.splice(at, 1, merged, ...turned(lengths, last).slice(0, -1), merged);
}
const turned = (ring, last) => [...ring.slice(last + 1), ...ring.slice(0, last + 1)];
// src/plan/requests/place.ts
const mostSteps = 4e5;
const mostGaps = (strips) => Math.max(1, Math.min(4, Math.floor(4e3 / strips)));
function placements(line, adding) {
	const cutUp = strips(line, adding);
	const { order } = cutUp;
	const weave = weaver(cutUp);
	const [first, ...others] = [...gapsOf$1(cutUp).map((gap) => {
		const runs = weave(gap);
		return {
			gap,
			runs,
			moves: new Ring(order.toSpliced(gap, 0, ...runs)).movesAtLeast()
		};
	}).sort((a, b) => a.moves - b.moves).slice(0, mostGaps(order.length)), plain$2(cutUp)].map((woven) => placed$1(cutUp, woven));
	return [first, ...others];
}
function gapsOf$1({ order, runs }) {
	const count = Math.max(1, Math.min(order.length, Math.floor(mostSteps / (order.length + runs.size))));
	return Array.from({ length: count }, (_, index) => Math.floor(index * order.length / count) + 1);
}
function plain$2({ order, runs }) {
	const inOrder = [...runs.keys()].sort((a, b) => a - b);
	return {
		gap: order.indexOf((inOrder[0] ?? 1) - 1) + 1,
		runs: inOrder
	};
}
function placed$1(cutUp, { gap, runs }) {
	return {
		position: cutUp.order.slice(0, gap).reduce((rows, strip) => rows + slot(cutUp.lengths, strip), 0),
		targets: runs.flatMap((run) => cutUp.runs.get(run) ?? [])
	};
}
// src/plan/requests/rebuild.ts
function rebuild(after) {
	const [first = [], ...rest] = chunks(addable$1(after));
	return [{
		kind: "replace",
		uris: first
	}, ...rest.map((uris, index) => ({
		kind: "add",
		uris,
		position: (index + 1) * first.length
	}))];
}
const addable$1 = (keys) => keys;
// src/plan/requests/steps.ts
function stepsFor({ fresh, again, twins, leavers }, sizes) {
	const add = (...targets) => ({
		kind: "add",
		targets
	});
	const remove = (...keys) => ({
		kind: "remove",
		keys
	});
	return (twins.length === 0 ? [{
		early: [add(...fresh)],
		late: leavers
	}] : [
		{
			early: [remove(...twins, ...leavers), add(...fresh, ...again)],
			late: []
		},
		{
			early: [remove(...twins), add(...fresh, ...again)],
			late: leavers
		},
		{
			early: [
				add(...fresh),
				remove(...twins, ...leavers),
				add(...again)
			],
			late: []
		},
		{
			early: [
				add(...fresh),
				remove(...twins),
				add(...again)
			],
			late: leavers
		},
		{
			early: [add(...fresh), ...inParts$2(twins, again, fresh.length, sizes)],
			late: leavers
		}
	]).map((option) => rate(withRoom(option, sizes), sizes)).reduce((best, other) => isBetter(other, best) ? other : best);
}
function inParts$2(twins, again, fresh, sizes) {
	const targets = Map.groupBy(again, sizes.keyOf);
	const steps = [];
	let room = sizes.before + fresh - Math.min(sizes.before, sizes.after);
	let part = [];
	const rows = () => part.reduce((sum, key) => sum + sizes.rowsOf(key), 0);
	const flush = () => {
		const back = part.flatMap((key) => targets.get(key) ?? []);
		if (part.length > 0) steps.push({
			kind: "remove",
			keys: part
		}, {
			kind: "add",
			targets: back
		});
		room += back.length - rows();
		part = [];
	};
	for (const key of [...twins].sort((one, other) => sizes.rowsOf(other) - sizes.rowsOf(one))) {
		if (rows() + sizes.rowsOf(key) > room) flush();
		part.push(key);
	}
	flush();
	return steps;
}
const isBetter = (one, other) => one.dip < other.dip || one.dip === other.dip && one.requests < other.requests;
function rate({ early, late }, sizes) {
	const heights = [sizes.before];
	for (const step of early) heights.push((heights.at(-1) ?? 0) + change$1(step, sizes));
	const lowest = Math.min(...heights, sizes.after);
	const requests = early.reduce((sum, step) => sum + chunks(rowsOrKeys(step)).length, chunks(late).length);
	return {
		early,
		late,
		lowest,
		dip: Math.max(0, Math.min(sizes.before, sizes.after) - lowest),
		requests
	};
}
const rowsOrKeys = (step) => step.kind === "add" ? step.targets : step.keys;
const change$1 = (step, { rowsOf }) => step.kind === "add" ? step.targets.length : -step.keys.reduce((sum, key) => sum + rowsOf(key), 0);
function withRoom({ early, late }, sizes) {
	const waiting = [...chunks(late)];
	const steps = [];
	let rows = sizes.before;
	const take = (step) => {
		steps.push(step);
		rows += change$1(step, sizes);
	};
	for (const step of partsOf$1(early, sizes)) {
		while (waiting.length > 0 && rows + change$1(step, sizes) > 1e4) take({
			kind: "remove",
			keys: waiting.shift() ?? []
		});
		take(step);
	}
	return {
		early: steps,
		late: waiting.flat()
	};
}
function partsOf$1(early, sizes) {
	const most = early.reduce((rows, step) => rows + Math.max(0, change$1(step, sizes)), sizes.before);
	return early.filter((step) => change$1(step, sizes) !== 0).flatMap((step) => step.kind === "add" && most > 1e4 ? chunks(step.targets).map((targets) => ({
		kind: "add",
		targets
	})) : [step]);
}
// src/plan/requests/members.ts
function memberships(before, after) {
	const matched = match(before, after);
	const had = counts(before);
	const { early, late, lowest } = stepsFor(matched, {
		before: before.length,
		after: after.length,
		rowsOf: (key) => had.get(key) ?? 0,
		keyOf: (target) => after[target]
	});
	if (matched.again.length === after.length && before.length > 0 && after.length > 0 || lowest === 0 && before.length > 0 && after.length > 0) return [{
		early: rebuild(after),
		line: [],
		late: []
	}];
	const start = {
		rows: before,
		line: matched.targets,
		writes: []
	};
	const [first, ...others] = early.reduce((states, step) => take(states, step, after), [start]);
	const finish = ({ writes, line }) => ({
		early: writes,
		line,
		late: removals(late)
	});
	return [finish(first), ...others.map(finish)];
}
function take([first, ...others], step, after) {
	if (step.kind === "remove") return [without$2(first, step.keys), ...others.map((state) => without$2(state, step.keys))];
	const [best, ...further] = placements(first.line, step.targets);
	return [withRows(first, best, after), ...further.map((placement) => withRows(first, placement, after))];
}
function without$2({ rows, line, writes }, keys) {
	const gone = new Set(keys);
	const stays = rows.map((key) => !gone.has(key));
	return {
		rows: rows.filter((_, index) => stays[index]),
		line: line.filter((_, index) => stays[index]),
		writes: [...writes, ...removals(keys)]
	};
}
function withRows({ rows, line, writes }, { position, targets }, after) {
	const keys = targets.flatMap((target) => after[target] ?? []);
	return {
		rows: rows.toSpliced(position, 0, ...keys),
		line: line.toSpliced(position, 0, ...targets),
		writes: [...writes, ...additions(keys, position)]
	};
}
function additions(keys, position) {
	const parts = chunks(addable$1(keys));
	return parts.map((uris, index) => ({
		kind: "add",
		uris,
		position: position + index * (parts[0]?.length ?? 0)
	}));
}
const removals = (keys) => chunks(keys).map((uris) => ({
	kind: "remove",
	uris
}));
// src/plan/requests/reorder/fenwick.ts
var Fenwick = class {
	#sums;
	constructor(numbers) {
		this.#sums = new Float64Array(numbers.length + 1);
		numbers.forEach((number, index) => {
			this.add(index, number);
		});
	}
	add(index, number) {
		for (let node = index + 1; node < this.#sums.length; node += node & -node) this.#sums[node] = slot(this.#sums, node) + number;
	}
	sum(count) {
		let sum = 0;
		for (let node = count; node > 0; node -= node & -node) sum += slot(this.#sums, node);
		return sum;
	}
};
// src/plan/requests/reorder/move.ts
function lighter(move) {
	const { start, length, before } = move;
	if (before < start && start - before < length) return {
		...move,
		start: before,
		length: start - before,
		before: start + length
	};
	const end = start + length;
	if (before > end && before - end < length) return {
		...move,
		start: end,
		length: before - end,
		before: start
	};
	return move;
}
function movesFor({ order, lengths }, cuts) {
	const ring = new Ring(order);
	return cuts.map((cut) => {
		const [start, middle, end] = ring.placesOf(cut);
		const top = rowsOf$3(ring, lengths, 0, start);
		const left = rowsOf$3(ring, lengths, start, middle);
		const right = rowsOf$3(ring, lengths, middle, end);
		ring.exchange(cut);
		return lighter({
			kind: "move",
			start: top,
			length: left,
			before: top + left + right
		});
	});
}
function rowsOf$3(ring, lengths, from, to) {
	let rows = 0;
	for (let place = from; place < to; place++) rows += slot(lengths, slot(ring.order, place));
	return rows;
}
// src/plan/requests/reorder/plain.ts
const stay = ({ order }) => new Set(longestIncreasing(order).map((place) => slot(order, place)));
function plainMoves(strips, staying = stay(strips), moving = displaced(strips, staying)) {
	const { order, lengths } = strips;
	const places = new Map(order.map((strip, place) => [strip, place]));
	const placeOf = (strip) => places.get(strip) ?? 0;
	const rows = new Fenwick(order.map((strip) => slot(lengths, strip)));
	const anchors = anchorsOf(order, staying);
	return moving.map((strip) => {
		const [place, anchor] = [placeOf(strip), placeOf(slot(anchors, strip))];
		const length = slot(lengths, strip);
		const move = lighter({
			kind: "move",
			start: rows.sum(place),
			length,
			before: rows.sum(anchor + 1)
		});
		rows.add(place, -length);
		rows.add(anchor, length);
		return move;
	});
}
const displaced = ({ order }, staying) => order.filter((strip) => !staying.has(strip)).sort((a, b) => a - b);
function anchorsOf(order, staying) {
	const anchors = new Int32Array(order.length);
	let anchor = 0;
	for (let strip = 0; strip < order.length; strip++) {
		if (staying.has(strip)) anchor = strip;
		anchors[strip] = anchor;
	}
	return anchors;
}
// src/plan/requests/shared-rows.ts
function commonRows(rows, after) {
	const places = Map.groupBy(after.keys(), (place) => after[place]);
	const fits = besideGone(rows, places);
	const open = rows.flatMap((key, row) => (places.get(key) ?? []).toReversed().map((place) => ({
		row,
		place
	}))).filter(fits);
	const found = longestIncreasing(open.map(({ place }) => place)).flatMap((index) => open[index] ?? []);
	const line = rows.map(() => -1);
	for (const { row, place } of found) line[row] = place;
	const taken = new Set(line);
	const free = Map.groupBy(after.keys().filter((place) => !taken.has(place)), (place) => after[place]);
	return {
		line: rows.map((key, row) => line[row] === -1 ? free.get(key)?.shift() ?? -1 : slot(line, row)),
		inOrder: found.map(({ row }) => row)
	};
}
function besideGone(rows, places) {
	const goneAt = rows.map((key) => key.startsWith("gone:") ? places.get(key)?.[0] : void 0);
	const above = passed(goneAt, -1);
	const below = passed(goneAt.toReversed(), Number.POSITIVE_INFINITY).toReversed();
	return ({ row, place }) => slot(above, row) < place && place < slot(below, row);
}
function passed(places, none) {
	let last = none;
	return places.map((place) => {
		const before = last;
		last = place ?? last;
		return before;
	});
}
// src/plan/requests/reorder/moves-at-least.ts
const movesAtLeast = (line) => new Ring(strips(line).order).movesAtLeast();
// src/plan/requests/reorder/draws.ts
function draws(seed) {
	let state = Math.imul(seed + 1, 2654435761) >>> 0 || 1;
	return (limit) => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) % limit;
	};
}
// src/plan/requests/reorder/two-moves.ts
function twoMove(ring, draw, effort) {
	const quick = endCut(ring, draw, effort);
	if (quick !== void 0) return quick;
	const cycles = ring.cycles();
	effort.left -= ring.size;
	return split(ring, cycles, draw, effort) ?? pair(ring, cycles, draw);
}
function endCut(ring, draw, effort) {
	const start = draw(ring.size);
	for (let step = 0; step < ring.size; step++) {
		const first = (start + step) % ring.size;
		const second = slot(ring.next, first);
		const third = slot(ring.next, second);
		if (second === first || third === first || !ring.inTurn(first, second, third)) continue;
		effort.left -= step;
		return [
			first,
			second,
			third
		];
	}
	effort.left -= ring.size;
}
const mostEdges = 1e6;
function split(ring, cycles, draw, effort) {
	const start = draw(Math.max(1, cycles.length));
	const end = effort.left - mostEdges;
	for (const cycle of [...cycles.slice(start), ...cycles.slice(0, start)]) {
		const from = draw(cycle.length);
		for (let step = 0; step < cycle.length && effort.left > Math.max(0, end); step++) {
			effort.left -= cycle.length;
			const cut = splitAt(ring, cycle, (from + step) % cycle.length);
			if (cut !== void 0) return cut;
		}
	}
}
function splitAt(ring, cycle, from) {
	const [first, second] = [slot(cycle, from), slot(cycle, (from + 1) % cycle.length)];
	for (let step = 2; step < cycle.length; step += 1 + cycle.length % 2) {
		const third = slot(cycle, (from + step) % cycle.length);
		if (ring.inTurn(first, second, third)) return [
			first,
			second,
			third
		];
	}
}
function pair(ring, cycles, draw) {
	const even = cycles.filter(({ length }) => length % 2 === 0);
	if (even.length < 2) return void 0;
	const one = draw(even.length);
	const [cycle = [], other = []] = [even[one], even[(one + 1 + draw(even.length - 1)) % even.length]];
	const from = draw(cycle.length);
	return ring.turned([
		slot(cycle, from),
		slot(cycle, (from + 1) % cycle.length),
		slot(other, draw(other.length))
	]);
}
// src/plan/requests/reorder/unlock.ts
const tries$2 = 40;
const mostGains = 20;
function unlock(ring, draw, effort) {
	const cycles = ring.cycles();
	if (cycles.length === 0) return void 0;
	const atLeast = ring.movesAtLeast();
	let best;
	for (let attempt = 0; attempt < tries$2 && effort.left > 0; attempt++) {
		const cut = kinds$2[attempt % kinds$2.length]?.(ring, cycles, draw);
		if (cut === void 0) continue;
		const gains = gainsAfter(ring, cut, draw, effort);
		if (gains > (best?.gains ?? 0)) best = {
			cut,
			gains
		};
		if (gains === Math.min(mostGains, atLeast)) break;
	}
	return best?.cut;
}
function opposite(ring, cycles, draw) {
	const cycle = (cycles[draw(cycles.length)] ?? []).toSorted((a, b) => slot(ring.place, a) - slot(ring.place, b));
	const at = draw(cycle.length);
	const first = slot(cycle, at);
	const second = slot(ring.next, first);
	const third = slot(cycle, (at + (cycle.length >> 1)) % cycle.length);
	return second === third ? void 0 : ring.turned([
		first,
		second,
		third
	]);
}
function within(ring, cycles, draw) {
	const cycle = cycles[draw(cycles.length)] ?? [];
	const first = draw(cycle.length);
	const second = 1 + draw(cycle.length - 2);
	const third = second + 1 + draw(cycle.length - 1 - second);
	const edge = (step) => slot(cycle, (first + step) % cycle.length);
	return ring.turned([
		edge(0),
		edge(second),
		edge(third)
	]);
}
function across(ring, cycles, draw) {
	const cycle = cycles[draw(cycles.length)] ?? [];
	const other = cycles[draw(cycles.length)] ?? [];
	const [first, third] = [draw(cycle.length), slot(other, draw(other.length))];
	const second = first + 1 + draw(cycle.length - 1);
	const [a, b] = [slot(cycle, first), slot(cycle, second % cycle.length)];
	return third === a || third === b ? void 0 : ring.turned([
		a,
		b,
		third
	]);
}
const kinds$2 = [
	opposite,
	within,
	across
];
function gainsAfter(start, cut, draw, effort) {
	const ring = start.copy();
	ring.exchange(cut);
	effort.left -= 2 * ring.size;
	if (ring.movesAtLeast() > start.movesAtLeast()) return 0;
	for (let gains = 0; gains < mostGains; gains++) {
		const gain = twoMove(ring, draw, effort);
		if (gain === void 0) return gains;
		ring.exchange(gain);
	}
	return mostGains;
}
// src/plan/requests/reorder/descend.ts
function descend(start, seed, effort) {
	const ring = start.copy();
	const draw = draws(seed);
	const cuts = [];
	for (let cut = next(ring, draw, effort); cut !== void 0; cut = next(ring, draw, effort)) {
		ring.exchange(cut);
		cuts.push(cut);
	}
	return [...cuts, ...plainCuts(ring)];
}
function next(ring, draw, effort) {
	effort.left -= ring.size;
	return effort.left > 0 ? twoMove(ring, draw, effort) ?? unlock(ring, draw, effort) : void 0;
}
function plainCuts(ring) {
	const staying = new Set(longestIncreasing(ring.order).map((place) => slot(ring.order, place)));
	const cuts = [];
	for (let strip = 1; strip < ring.size; strip++) {
		const target = ring.after(strip - 1);
		if (staying.has(strip) || target === strip) continue;
		const cut = ring.turned([
			strip,
			ring.after(strip),
			target
		]);
		ring.exchange(cut);
		cuts.push(cut);
	}
	return cuts;
}
// src/plan/requests/reorder/reorder.ts
const stepsOfOneWay = 8e7;
const stepsOfAllWays = 1e6;
const mostWays = 40;
function reorder$1(line) {
	const cutUp = strips(line);
	const staying = stay(cutUp);
	const cuts = search$1(new Ring(cutUp.order), cutUp.order.length - staying.size);
	return cuts === void 0 ? plainMoves(cutUp, staying, displaced(cutUp, staying)) : movesFor(cutUp, cuts);
}
function search$1(ring, plain) {
	const atLeast = ring.movesAtLeast();
	const effort = { left: stepsOfAllWays };
	let best;
	const ways = Math.min(mostWays, 2 * ring.size);
	for (let way = 0; way < ways && (best?.length ?? plain) > atLeast; way++) {
		const found = descend(ring, way, way === 0 ? { left: stepsOfOneWay } : effort);
		if (found.length < (best?.length ?? plain)) best = found;
		if (effort.left <= 0) break;
	}
	return best;
}
// src/plan/requests/writes.ts
function writesFor(before, after) {
	const [first, ...others] = memberships(before, after);
	return others.reduce((best, { early, line, late }) => {
		if (early.length + movesAtLeast(line) + late.length >= best.length) return best;
		const other = [
			...early,
			...reorder$1(line),
			...late
		];
		return other.length < best.length ? other : best;
	}, [
		...first.early,
		...reorder$1(first.line),
		...first.late
	]);
}
// src/plan/requests/loose.ts
function loose(before, after, mostRequests) {
	const whole = writesFor(before, after);
	if (whole.length <= mostRequests) return whole;
	const [{ early, late }] = memberships(before, after);
	const common = commonRows(early.reduce(applyWrite, before), after);
	return [
		...early,
		...largestMoves(common, Math.max(0, mostRequests - early.length - late.length)),
		...late
	];
}
function largestMoves({ line, inOrder }, most) {
	const cutUp = strips(line);
	const stripOf = stripsByRow(cutUp);
	const staying = /* @__PURE__ */ new Set([0, ...inOrder.map((row) => stripOf[row] ?? 0)]);
	return plainMoves(cutUp, staying, displaced(cutUp, staying).toSorted((a, b) => slot(cutUp.lengths, b) - slot(cutUp.lengths, a)).slice(0, most).toSorted((a, b) => a - b));
}
const stripsByRow = ({ order, lengths }) => order.flatMap((strip) => new Array(slot(lengths, strip)).fill(strip));
// src/plan/way.ts
function wayBetween({ before, after, setting, isIrreplaceable, mostRequests }) {
	const keep = writesFor(before, after);
	const by = (way, writes) => {
		const lost = datesLost(before, writes);
		return {
			way,
			writes,
			datesLost: lost,
			capForDates: way === "rebuild" && lost > 0 ? keep.length : null
		};
	};
	if (keep.length <= setting.maxRequests || before.length === 0) return by("keep", keep);
	const cannotRebuild = before.some(isIrreplaceable);
	if (setting.beyond === "loose" || cannotRebuild && keep.length > mostRequests / 2) return by("loose", loose(before, after, setting.maxRequests));
	const anew = cannotRebuild ? keep : rebuild(after);
	return anew.length < keep.length ? by("rebuild", anew) : by("keep", keep);
}
// src/plan/playlist.ts
function planPlaylist(given) {
	const { rule, actual, desired, problems, charged, facts, aliases, night, mostRequests } = given;
	const before = keysOf$2(actual?.rows ?? []);
	const wanted = desired.rows.map(({ key }) => key);
	const { way, writes: kept, datesLost, capForDates } = wayBetween({
		before,
		after: wanted,
		setting: rule.settings.write,
		isIrreplaceable: (key) => cannotBeAdded(key, facts),
		mostRequests
	});
	const items = withStoredIds(kept, /* @__PURE__ */ new Set([...before, ...wanted]), aliases);
	const rows = items.reduce(applyWrite, before);
	const details = detailsWrites(rule, actual?.details ?? null, {
		rows,
		facts,
		night
	});
	const writes = actual === null ? [...details, ...items] : [...items, ...details];
	return {
		...headOf$1(rule, actual),
		state: stateOf$1(rule, actual, writes),
		after: {
			hash: hashKeys(rows),
			count: rows.length
		},
		rows: writes.length === 0 ? [] : rows,
		changes: items.length === 0 ? [] : changesBetween(before, rows, {
			whysOf: whysFrom(desired),
			labelOf: (key) => labelOf$1(key, facts)
		}),
		writes,
		price: priceOfApplying(actual === null ? null : before, rows.length, writes),
		way,
		datesLost,
		capForDates,
		acked: ackedBy(rule, charged),
		problems: [...problems, ...datesProblem(rule, {
			datesLost,
			capForDates
		})],
		notes: notesOf(rule, actual, desired, {
			way,
			requests: kept.length
		})
	};
}
const ackedBy = ({ settings: { ack } }, charged) => ack === null || charged === 0 ? null : {
	removals: charged,
	of: ack.removals,
	until: ack.until
};
function leaveAlone(rule, actual, state, problems) {
	const rows = keysOf$2(actual?.rows ?? []);
	return {
		...headOf$1(rule, actual),
		state,
		after: {
			hash: hashKeys(rows),
			count: rows.length
		},
		rows: [],
		changes: [],
		writes: [],
		price: priceOfApplying(rows, rows.length, []),
		way: "keep",
		datesLost: 0,
		capForDates: null,
		acked: null,
		problems,
		notes: []
	};
}
const cannotBeAdded = (key, { items }) => {
	if (isIrreplaceable(key)) return true;
	const item = isAddableUri(key) ? items.get(key) : void 0;
	return item?.kind === "track" && item.playable === false;
};
function whysFrom({ rows, dropped }) {
	const whys = /* @__PURE__ */ new Map();
	for (const { key, why } of [...dropped, ...rows]) whys.set(key, why);
	return (key) => whys.get(key) ?? [];
}
// src/app/planning/plan.ts
function planNight(given, absent) {
	const playlists = [];
	const lacking = [];
	const leaving = /* @__PURE__ */ new Map();
	const aliases = new Aliases(given.facts);
	const { used, sources } = draft(given, (one) => {
		playlists.push(planOne(one, given, aliases));
		const { slug } = one.rule;
		if (one.kind === "ready") leaving.set(slug, one.leaving);
		else lacking.push(...one.needs.map((need) => ({
			slug,
			need,
			price: priceOf$3(need, given.facts.sizes)
		})));
	});
	const answers = Object.fromEntries([...used].map((key) => [key, given.facts.answers[key]?.answer ?? null]));
	return {
		plan: assemble({
			night: given.night,
			playlists,
			lacking,
			used: answers,
			limits: given.playbook.portfolio.limits,
			waiting: given.memory.waiting,
			absent
		}),
		leaving,
		sources,
		draftOf: (slug) => draftFor(slug, given)
	};
}
function draftFor(slug, given) {
	let found;
	draft(given, (one) => {
		if (one.rule.slug === slug) found = one;
	});
	return found;
}
const planOne = (one, { facts, night, playbook }, aliases) => one.kind === "ready" ? planPlaylist({
	...one,
	facts,
	aliases,
	night,
	mostRequests: playbook.portfolio.limits.requests
}) : leaveAlone(one.rule, one.actual, one.state, one.problems);
// src/words/settings/schedule/due.ts
const { PlainDate } = Temporal;
const mostNightsBack = 2928;
function isDue(schedules, after, until, changed = "unread") {
	if (after === null) return schedules.some(({ kind }) => kind !== "never");
	const since = {
		last: PlainDate.from(after),
		changed
	};
	return schedules.some((one) => nightsBetween(after, until).some((night) => isNightOf(one, night, since)));
}
function isNightOf(schedule, night, { last, changed }) {
	switch (schedule.kind) {
		case "never": return false;
		case "on-change": return changed === "unread" || changed.has(schedule.source);
		case "every-days": return last.until(night).total("days") >= schedule.days && isWithin$1(night, schedule.between);
		case "every": return isWithin$1(night, schedule.between) && isOn(schedule, night);
	}
}
function isOn({ every, on }, night) {
	if (every === "day") return true;
	if (every === "week") return (on.length === 0 ? ["mon"] : on).includes(weekdays$1[night.dayOfWeek - 1] ?? "");
	return (on.length === 0 ? [1] : on).map((day) => day === "last" ? 31 : Number(day)).some((day) => Math.min(day, night.daysInMonth) === night.day);
}
const weekdays$1 = [
	"mon",
	"tue",
	"wed",
	"thu",
	"fri",
	"sat",
	"sun"
];
function isWithin$1(night, between) {
	if (between === null) return true;
	const [from, until] = between;
	const day = night.toString().slice(5);
	return from <= until ? from <= day && day <= until : from <= day || day <= until;
}
function pinsTurn(pins, after, until) {
	if (after === null) return false;
	return pins.flatMap((pin) => [...pin.from === null ? [] : [pin.from], ...pin.until === null ? [] : [PlainDate.from(pin.until).add({ days: 1 }).toString()]]).some((night) => after < night && night <= until);
}
const nightsToServe = (last, tonight) => last === null ? [tonight] : nightsBetween(last, tonight).map(String).toArray();
const startOfNightMs = (night, timezone) => PlainDate.from(night).toZonedDateTime({ timeZone: timezone }).epochMilliseconds;
function* nightsBetween(after, until) {
	const last = PlainDate.from(until);
	const count = Math.min(PlainDate.from(after).until(last).total("days"), mostNightsBack);
	for (let ago = count - 1; ago >= 0; ago--) yield last.subtract({ days: ago });
}
// src/app/planning/recall.ts
const recallFrom = (git, timezone) => async ({ account, id, night }) => {
	const path = playlistPath(account, id);
	const [last] = await git.log([path], {
		most: 1,
		untilMs: startOfNightMs(dayAfter(night), timezone)
	});
	const text = last === void 0 ? void 0 : await git.read(last.commit, path);
	if (text === void 0) return {
		state: "part",
		found: null,
		because: "the ledger does not know it that far back"
	};
	const { rows } = orFail(parsePlaylist(text, path)).actual;
	return {
		state: "whole",
		found: rows.flatMap((row) => row.kind === "item" ? [{
			uri: row.uri,
			addedAt: row.addedAt
		}] : [])
	};
};
// src/app/planning/live.ts
async function planLive(workspace, ports, at, known = holding(factsOf(workspace.accounts), isForEver)) {
	const { portfolio, rules } = workspace.playbook;
	const nowMs = ports.clock.now();
	const accounts = await accountsOf(workspace, ports);
	await mustBeFree(portfolio, new Set(rules.flatMap(({ account }) => accounts.has(account) ? account : [])), ports);
	const night = nightAt(at, nowMs, portfolio.timezone);
	const remember = remembering({
		...workspace,
		...night,
		rules,
		due: "all"
	});
	const readable = allReadable(accounts);
	const gathered = await gather$1({
		resolve: (facts) => draft({
			...workspace,
			...night,
			facts,
			memory: remember(facts)
		}),
		facts: known,
		readers: new Map([...accounts].map(([name, { read }]) => [name, read])),
		room: readable.room,
		say: ports.say,
		recall: recallFrom(ports.git, portfolio.timezone),
		signal: ports.signal
	}).finally(() => keepUsed(accounts, ports));
	const { facts, short } = gathered;
	const told = gathered.problems.map(withLostToken(workspace.accounts));
	const problems = distinct([
		...told,
		...uncovered(accounts, rules),
		...withoutRoom$1(short, accounts, portfolio.budget, readable),
		...skewIn(accounts)
	]);
	return {
		...planNight({
			...workspace,
			...night,
			facts,
			memory: remember(facts)
		}),
		facts,
		problems,
		accounts
	};
}
// src/app/planning/offline.ts
async function readFactsFile(files, path) {
	if (path === void 0) return noFacts;
	const text = await files.read(path);
	if (text === void 0) throw new Failure([problem("plan/bad-file", {
		path,
		reason: "there is no such file"
	})]);
	return orFail(parseFacts(text, path));
}
function withLedger(accounts, given) {
	const known = factsOf(accounts);
	return {
		version: 1,
		...libraryOf(known, given),
		answers: {
			...known.answers,
			...given.answers
		},
		sizes: {
			...known.sizes,
			...given.sizes
		}
	};
}
function planOffline(workspace, facts, at, nowMs) {
	const { portfolio, rules } = workspace.playbook;
	const night = nightAt(at, nowMs, portfolio.timezone);
	const memory = remembering({
		...workspace,
		...night,
		rules,
		due: "all"
	})(facts);
	return planNight({
		...workspace,
		...night,
		facts,
		memory
	});
}
// src/app/plan.ts
async function plan(options, ports) {
	const { plan: made, facts, problems } = await make(options, ports);
	const isRead = exitOf(problems) === exits.done;
	const left = isRead ? [] : [options.saveFacts, options.out].filter((path) => path !== void 0);
	if (isRead) await keep(options, made, facts, ports);
	return {
		text: [renderPlan(made, { all: options.all }), ...left.map((path) => `Not written, since reading failed: ${path}`)].join("\n\n"),
		json: { plan: made },
		problems,
		told: findingsOf(made),
		exit: exitOfPlan(made, problems)
	};
}
async function keep({ saveFacts, out }, made, facts, { files }) {
	if (saveFacts !== void 0) await files.write(saveFacts, renderFacts(facts));
	if (out !== void 0) await files.write(out, renderPlanFile(made));
}
async function make(options, ports) {
	const workspace = await readBesideRuns(ports);
	const given = await readFactsFile(ports.files, options.facts);
	if (!options.offline && options.facts === void 0) return planLive(workspace, ports, options.at);
	const facts = withLedger(workspace.accounts, given);
	return {
		...planOffline(workspace, facts, options.at, ports.clock.now()),
		facts,
		problems: []
	};
}
function exitOfPlan(plan, problems) {
	const { playlists, lacks } = plan;
	const pending = lacks.length > 0 || playlists.some(({ writes, state }) => writes.length > 0 || state === "partial");
	return worstExit([exitOf([...problems, ...findingsOf(plan)]), pending ? exits.pending : exits.done]);
}
const findingsOf = ({ playlists }) => playlists.flatMap((one) => one.problems.map(problemOf$1));
// src/domain/records/origin.ts
function userOf(origin, account) {
	const id = origin?.accounts[account];
	return id === void 0 ? void 0 : {
		id,
		accountId: origin?.accountIds?.[account] ?? null
	};
}
const withKnown = (origin, committed) => ({
	...origin,
	accounts: {
		...origin.accounts,
		...committed.accounts
	},
	...origin.accountIds === void 0 && committed.accountIds === void 0 ? {} : { accountIds: {
		...origin.accountIds,
		...committed.accountIds
	} }
});
function withUser(origin, account, { id, accountId }) {
	const accounts = {
		[account]: id,
		...origin.accounts
	};
	if (accountId === null) return {
		...origin,
		accounts
	};
	return {
		...origin,
		accounts,
		accountIds: {
			[account]: accountId,
			...origin.accountIds
		}
	};
}
// src/report/charts/calendar.ts
const months = [
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July",
	"August",
	"September",
	"October",
	"November",
	"December"
];
const dayMs$5 = 864e5;
const dayOf$1 = (night, year) => Math.round((Date.parse(`${night}T00:00:00Z`) - Date.UTC(year, 0, 1)) / dayMs$5);
const daysIn = (year) => (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / dayMs$5;
const monthsOf$1 = (year) => months.map((name, month) => ({
	day: (Date.UTC(year, month, 1) - Date.UTC(year, 0, 1)) / dayMs$5,
	label: name.slice(0, 3)
}));
const firstMonday = (year) => (8 - new Date(Date.UTC(year, 0, 1)).getUTCDay()) % 7;
const at$2 = (day, year) => new Date(Date.UTC(year, 0, 1 + day));
const dayInWords = (day, year) => {
	const date = at$2(day, year);
	return `${date.getUTCDate()} ${monthName(date).slice(0, 3)}`;
};
const monthInWords = (day, year) => monthName(at$2(day, year));
const monthName = (date) => months[date.getUTCMonth()] ?? "";
// src/report/charts/bounds.ts
const sizes$1 = [
	1,
	1.2,
	1.6,
	2,
	2.4,
	3.2,
	4,
	6,
	8
];
const moves = [
	1,
	2,
	5
];
function sizeBounds(counts) {
	const high = roundAbove(sizes$1, counts.reduce((most, count) => Math.max(most, count), 0) * 1.05, 10);
	const least = counts.reduce((fewest, count) => Math.min(fewest, count), Number.POSITIVE_INFINITY);
	const low = high >= 40 && counts.length > 0 && least >= high * .55 ? high / 2 : 0;
	return {
		low,
		high,
		ticks: ticks(low, high)
	};
}
const outlier = 4;
function moveBound(weeks) {
	const [most = 0, second = 0] = weeks.map(({ entered, left }) => Math.max(entered, left)).sort((one, other) => other - one);
	return roundAbove(moves, second > 0 && most > outlier * second ? second : most, 5);
}
function roundAbove(steps, least, floor) {
	for (let decade = 1;; decade *= 10) {
		const found = steps.map((step) => step * decade).find((round) => round >= least && round >= floor);
		if (found !== void 0) return found;
	}
}
function ticks(low, high) {
	const unit = high < 1e4 ? 1 : 100;
	const count = [4, 2].find((parts) => Number.isInteger((high - low) / parts / unit)) ?? 1;
	return Array.from({ length: count + 1 }, (_, index) => low + (high - low) / count * index);
}
// src/report/charts/numbers.ts
const grouped = (count) => String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
const short$1 = (count, highest) => highest < 1e4 || count === 0 ? grouped(count) : `${count / 1e3}k`;
const many = (count, noun) => `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;
// src/report/charts/readings.ts
function readingsOf(data) {
	const last = daysIn(data.year) - 1;
	return (data.kind === "overview" ? data.nights.map((one) => ({
		...one,
		size: one.tracks,
		byHand: false,
		held: false
	})) : data.nights.map((one) => ({
		...one,
		size: one.count
	}))).map(({ night, size, entered, left, byHand, held }) => {
		return {
			day: dayOf$1(night, data.year),
			size,
			entered,
			left,
			byHand,
			held
		};
	}).filter(({ day }) => day >= 0 && day <= last).sort((one, other) => keyOf$2(one).reduce((order, key, index) => order || key - (keyOf$2(other)[index] ?? 0), 0)).filter((one, index, all) => one.day !== all[index + 1]?.day);
}
const keyOf$2 = ({ day, size, entered, left, byHand, held }) => [
	day,
	size,
	entered,
	left,
	Number(byHand),
	Number(held)
];
const runsOf$2 = (readings) => readings.reduce((runs, reading) => {
	const run = runs.at(-1);
	if (run?.at(-1)?.day === reading.day - 1) run.push(reading);
	else runs.push([reading]);
	return runs;
}, []);
const gapsOf = (readings) => readings.flatMap((after, index) => {
	const before = readings[index - 1];
	return before === void 0 || after.day - before.day === 1 ? [] : [{
		before,
		after,
		nights: after.day - before.day - 1
	}];
});
function weeksOf(readings, year) {
	const shift = (7 - firstMonday(year)) % 7;
	return [...Map.groupBy(readings, ({ day }) => Math.floor((day + shift) / 7))].map(([week, nights]) => ({
		from: Math.max(0, week * 7 - shift),
		until: Math.min(daysIn(year), week * 7 - shift + 7),
		entered: nights.reduce((sum, { entered }) => sum + entered, 0),
		left: nights.reduce((sum, { left }) => sum + left, 0)
	}));
}
// src/report/charts/shades.ts
const shades = {
	panel: {
		light: "#ffffff",
		dark: "#0d1117"
	},
	ink: {
		light: "#1d1b18",
		dark: "#eceae6"
	},
	mute: {
		light: "#67625a",
		dark: "#a19d95"
	},
	faint: {
		light: "#756f66",
		dark: "#8f8b85"
	},
	line: {
		light: "#e6e2da",
		dark: "#2b2d31"
	},
	grid: {
		light: "#efece6",
		dark: "#24262a"
	},
	blue: {
		light: "#2158cc",
		dark: "#6c9ff6"
	},
	clay: {
		light: "#b5531f",
		dark: "#e88c54"
	}
};
const light = (shade) => shades[shade].light;
const fontFamily = "Inter,system-ui,-apple-system,'Segoe UI',Helvetica,Arial,sans-serif";
const sizes = {
	title: 16,
	subtitle: 12.5,
	label: 11.5
};
const themeRules = (scope) => Object.keys(shades).flatMap((shade) => ["fill", "stroke"].map((name) => `${scope} [${name}="${light(shade)}"]{${name}:var(--${shade})}`)).join("\n");
// src/report/charts/vega/width.ts
const advances = [
	281,
	288,
	466,
	633,
	642,
	982,
	644,
	300,
	365,
	365,
	501,
	662,
	288,
	460,
	288,
	360,
	631,
	407,
	610,
	618,
	646,
	593,
	620,
	566,
	619,
	620,
	288,
	302,
	662,
	662,
	662,
	511,
	966,
	690,
	654,
	730,
	722,
	601,
	590,
	746,
	743,
	269,
	571,
	672,
	565,
	903,
	753,
	765,
	639,
	765,
	644,
	642,
	646,
	744,
	690,
	985,
	682,
	679,
	629,
	365,
	360,
	365,
	471,
	456,
	323,
	562,
	612,
	571,
	612,
	583,
	370,
	613,
	591,
	242,
	242,
	549,
	242,
	876,
	591,
	600,
	612,
	612,
	376,
	528,
	327,
	591,
	562,
	818,
	546,
	562,
	552,
	426,
	333,
	426,
	662
];
const margin = 1.06;
const widthOf = (text, size) => {
	return [...text.normalize("NFD")].reduce((sum, sign) => sum + advanceOf(sign), 0) / 1e3 * size * margin;
};
function advanceOf(sign) {
	if (/^\p{Mark}$/u.test(sign)) return 0;
	return advances[(sign.codePointAt(0) ?? 0) - 32] ?? 1e3;
}
function clipped(text, limit, size) {
	if (widthOf(text, size) <= limit) return text;
	const signs = [...text];
	const fits = (count) => widthOf(`${signs.slice(0, count).join("")}\u2026`, size) <= limit;
	const count = signs.findLastIndex((_, index) => fits(index));
	return `${signs.slice(0, Math.max(0, count)).join("").trimEnd()}\u2026`;
}
// src/report/charts/spec/axes.ts
const words$6 = {
	labelFontSize: sizes.label,
	labelColor: light("mute"),
	labelPadding: 8
};
const lookup = (labels) => `${JSON.stringify(Object.fromEntries(labels))}[datum.value]`;
const yearScale = (year) => ({
	domain: [0, daysIn(year)],
	nice: false,
	zero: false
});
function monthAxis(year, narrow, offset) {
	const months = monthsOf$1(year).filter((_, index) => !narrow || index % 3 === 0);
	return {
		...words$6,
		values: months.map(({ day }) => day),
		labelExpr: lookup(months.map(({ day, label }) => [day, label])),
		offset,
		labelAlign: "left",
		labelOffset: 3,
		labelPadding: -1,
		labelFlush: false,
		labelOverlap: false,
		labelBound: false,
		grid: false,
		domain: false,
		tickColor: light("line"),
		tickSize: 12,
		title: null
	};
}
const numberAxis = (ticks, label) => ({
	...words$6,
	values: [...ticks],
	labelExpr: lookup(ticks.map((tick) => [tick, label(tick)])),
	labelOverlap: false,
	gridColor: light("grid"),
	grid: true,
	domain: false,
	ticks: false,
	title: null
});
// src/report/charts/spec/marks.ts
const symbolOf = (kind) => kind === "by-hand" ? {
	shape: "circle",
	size: 58,
	fill: light("panel"),
	stroke: light("clay"),
	strokeWidth: 1.75
} : {
	shape: "diamond",
	size: 62,
	fill: light("panel"),
	stroke: light("mute"),
	strokeWidth: 1.5
};
const ringOf = (readings, kind) => readings.length === 0 ? [] : [{
	data: { values: readings.map(({ day, size }) => ({
		day,
		size
	})) },
	mark: {
		type: "point",
		opacity: 1,
		...symbolOf(kind)
	}
}];
function trendPlot(readings, year, frame) {
	const { low, high, ticks } = sizeBounds(readings.map(({ size }) => size));
	const x = {
		field: "day",
		type: "quantitative",
		scale: yearScale(year),
		axis: null
	};
	const y = {
		field: "size",
		type: "quantitative",
		scale: {
			domain: [low, high],
			nice: false,
			zero: false
		},
		axis: numberAxis(ticks, (tick) => short$1(tick, high))
	};
	return {
		width: frame.plot,
		height: frame.trend,
		encoding: {
			x,
			y
		},
		layer: [
			...readings.length < 2 ? [waiting$1(readings, year)] : bridges(readings),
			...marks(readings),
			...end$1(readings, year, frame)
		]
	};
}
const bridges = (readings) => {
	if (readings.length < 7) return [];
	const values = gapsOf(readings).map(({ before, after }) => ({
		day: before.day,
		size: before.size,
		until: after.day,
		rejoined: after.size
	}));
	return values.length === 0 ? [] : [{
		data: { values },
		mark: {
			type: "rule",
			color: light("faint"),
			strokeWidth: 1.25,
			strokeDash: [1.5, 3]
		},
		encoding: {
			x2: { field: "until" },
			y2: { field: "rejoined" }
		}
	}];
};
const waiting$1 = ([only], year) => ({
	data: { values: [{
		day: 0,
		size: only?.size ?? 0,
		until: yearScale(year).domain[1] ?? 0
	}] },
	mark: {
		type: "rule",
		color: light("faint"),
		strokeWidth: 1,
		strokeDash: [2, 3]
	},
	encoding: { x2: { field: "until" } }
});
function marks(readings) {
	const runs = readings.length < 7 ? readings.map((one) => [one]) : runsOf$2(readings);
	const lines = runs.filter((run) => run.length > 1);
	const alone = runs.filter((run) => run.length === 1).flat();
	return [
		...lines.length === 0 ? [] : [line$5(lines)],
		...alone.length === 0 ? [] : [dots(alone, readings.length < 7 ? 26 : 9)],
		...ringOf(readings.filter((one) => one.held), "held"),
		...ringOf(readings.filter((one) => one.byHand), "by-hand")
	];
}
const line$5 = (runs) => ({
	data: { values: runs.flatMap((run, index) => run.map(({ day, size }) => ({
		day,
		size,
		run: index
	}))) },
	mark: {
		type: "line",
		color: light("blue"),
		strokeWidth: 1.75,
		strokeJoin: "round",
		strokeCap: "round"
	},
	encoding: { detail: {
		field: "run",
		type: "quantitative"
	} }
});
const dots = (readings, size) => ({
	data: { values: readings.map(({ day, size }) => ({
		day,
		size
	})) },
	mark: {
		type: "point",
		filled: true,
		opacity: 1,
		color: light("blue"),
		size
	}
});
function labelBeside(readings, last, { plot, trend, padding }, year) {
	const room = plot * (1 - last.day / daysIn(year)) + padding.right;
	const taken = 12 + widthOf(grouped(last.size), sizes.label) * 1.06;
	if (readings.length === 1) return {
		align: room >= taken ? "center" : "right",
		baseline: "bottom",
		dx: room >= taken ? 0 : 6,
		dy: -9
	};
	if (room >= taken) return {
		align: "left",
		baseline: "middle",
		dx: 8,
		dy: 0
	};
	const { low, high } = sizeBounds(readings.map(({ size }) => size));
	const under = readings.filter(({ day }) => day >= last.day - taken * daysIn(year) / plot).map(({ size }) => size);
	const above = (Math.max(...under) - last.size) * (trend / (high - low));
	const below = (last.size - Math.min(...under)) * (trend / (high - low));
	return above <= below ? {
		align: "right",
		baseline: "bottom",
		dx: 6,
		dy: -9 - above
	} : {
		align: "right",
		baseline: "top",
		dx: 6,
		dy: 9 + below
	};
}
function end$1(readings, year, frame) {
	const last = readings.at(-1);
	if (last === void 0) return [];
	const single = readings.length === 1;
	const data = { values: [{
		day: last.day,
		size: last.size,
		text: grouped(last.size)
	}] };
	return [{
		data,
		mark: {
			type: "point",
			filled: true,
			opacity: 1,
			color: light("blue"),
			size: single ? 64 : 36
		}
	}, {
		data,
		mark: {
			type: "text",
			color: light("ink"),
			fontSize: sizes.label,
			fontWeight: 600,
			...labelBeside(readings, last, frame, year)
		},
		encoding: { text: { field: "text" } }
	}];
}
// src/report/charts/svg/clean.ts
const broken$1 = /\p{Control}|\p{Surrogate}|[\uFFFE\uFFFF]/gu;
const turning = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const clean = (text) => text.replaceAll(/\s+/gu, " ").replaceAll(broken$1, "").replaceAll(turning, "").trim();
const entities = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;"
};
const escaped$1 = (text) => clean(text).replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? "");
const idOf = (text) => [...text].map((sign) => /[A-Za-z0-9-]/.test(sign) ? sign : `_${sign.codePointAt(0)?.toString(16)}_`).join("");
// src/report/charts/heading.ts
const quietNights = 28;
function headingOf(data) {
	if (data.heading !== void 0) return data.heading;
	const readings = readingsOf(data);
	return {
		title: findingOf(readings, data.year) ?? nameOf$2(data),
		subtitle: measured(data, readings)
	};
}
function headingWithName(data) {
	const heading = headingOf(data);
	const name = nameOf$2(data);
	const finding = heading.title === name || data.heading !== void 0 ? "" : lowered$1(heading.title);
	const title = finding === "" ? heading.title : `${name}: ${finding}`;
	return {
		...heading,
		title,
		name: finding === "" ? heading.title : name,
		finding
	};
}
const nameOf$2 = (data) => data.kind === "overview" ? "All playlists" : clean(data.name) || "Playlist without a name";
function findingOf(readings, year) {
	const [first, last] = [readings[0], readings.at(-1)];
	if (first === void 0 || last === void 0) return void 0;
	if (readings.length === 1) return `First night, ${many(last.size, "track")}`;
	if (readings.length < 7) return `${readings.length} nights so far, ${many(last.size, "track")}`;
	const moved = readings.findLast(({ entered, left }, index) => index > 0 && entered + left > 0);
	const since = moved ?? first;
	if (!readings.some(({ day, size }) => day > since.day && size !== since.size) && (moved === void 0 || last.day - moved.day >= quietNights)) return `Nothing changed since ${dayInWords(since.day, year)}`;
	const more = last.size - first.size;
	if (more > 0) return `Grew by ${many(more, "track")} since ${sinceWhen(first, last, year)}`;
	if (more < 0) return `Shrank by ${many(-more, "track")} since ${sinceWhen(first, last, year)}`;
	return `As long as ${inWhen(first, last, year)}, ${many(last.size, "track")}`;
}
const sameMonth = (first, last, year) => monthInWords(first.day, year) === monthInWords(last.day, year);
const sinceWhen = (first, last, year) => sameMonth(first, last, year) ? dayInWords(first.day, year) : monthInWords(first.day, year);
const inWhen = (first, last, year) => sameMonth(first, last, year) ? `on ${dayInWords(first.day, year)}` : `in ${monthInWords(first.day, year)}`;
function measured(data, readings) {
	const what = data.kind === "overview" ? "Tracks in all playlists" : "Tracks";
	if (readings.length === 0) return `Nothing was read in ${data.year}.`;
	const when = nightsInWords$1(readings, data.year);
	if (readings.length < 7) return `${what}, ${when}. A line starts after 7 nights.`;
	const { low } = sizeBounds(readings.map(({ size }) => size));
	return `${what} per night, ${when}.${low === 0 ? "" : " Axis does not start at zero."} Below: in and out per week.`;
}
function nightsInWords$1(readings, year) {
	const [first, last] = [readings[0], readings.at(-1)];
	if (first === void 0 || last === void 0) return String(year);
	const end = `${dayInWords(last.day, year)} ${year}`;
	return first.day === last.day ? end : `${dayInWords(first.day, year)} to ${end}`;
}
const lowered$1 = (text) => text.slice(0, 1).toLowerCase() + text.slice(1);
// src/report/charts/describe.ts
const longestName = 80;
function describeChart(data) {
	const readings = readingsOf(data);
	const name = [...nameOf$2(data)];
	const subject = `Tracks in ${data.kind === "overview" ? "all playlists" : `"${name.length > longestName ? `${name.slice(0, longestName).join("")}\u2026` : name.join("")}"`}, ${nightsInWords$1(readings, data.year)}`;
	const last = readings.at(-1);
	if (last === void 0) return `${subject}: no reading.`;
	if (readings.length === 1) return `${subject}: ${grouped(last.size)}. The first night.`;
	return [
		`${subject}: ${course(readings, data.year)}.`,
		`${grouped(sum$3(readings, "entered"))} came in, ${grouped(sum$3(readings, "left"))} went out.`,
		...nights("Edited by hand", readings.filter(({ byHand }) => byHand), data.year),
		...nights("Change held back", readings.filter(({ held }) => held), data.year),
		...missing(readings, data.year)
	].join(" ");
}
function course(readings, year) {
	const [first, last] = [readings[0]?.size ?? 0, readings.at(-1)?.size ?? 0];
	const least = readings.reduce((one, other) => other.size < one.size ? other : one);
	const most = readings.reduce((one, other) => other.size > one.size ? other : one);
	if (least.size === most.size) return `${grouped(last)} every night`;
	return [
		first === last ? `${grouped(first)} at both ends` : `from ${grouped(first)} to ${grouped(last)}`,
		...least.size < Math.min(first, last) ? [`lowest ${grouped(least.size)} on ${dayInWords(least.day, year)}`] : [],
		...most.size > Math.max(first, last) ? [`highest ${grouped(most.size)} on ${dayInWords(most.day, year)}`] : []
	].join(", ");
}
const sum$3 = (readings, what) => readings.slice(1).reduce((total, reading) => total + reading[what], 0);
const nights = (what, readings, year) => {
	const [first] = readings;
	if (first === void 0) return [];
	return [`${what} on ${readings.length === 1 ? dayInWords(first.day, year) : many(readings.length, "night")}.`];
};
function missing(readings, year) {
	const gaps = gapsOf(readings);
	const [first] = gaps;
	if (first === void 0) return [];
	const total = gaps.reduce((all, { nights }) => all + nights, 0);
	const when = `${dayInWords(first.before.day + 1, year)}${first.nights === 1 ? "" : ` to ${dayInWords(first.after.day - 1, year)}`}`;
	return [`No reading on ${many(total, "night")}${gaps.length === 1 ? ` (${when})` : ""}.`];
}
// src/report/charts/spec/key.ts
const symbol$1 = 18;
const between$1 = 20;
function entriesOf$1(readings) {
	const missing = gapsOf(readings).reduce((sum, { nights }) => sum + nights, 0);
	const byHand = readings.filter((one) => one.byHand).length;
	const held = readings.filter((one) => one.held).length;
	return [
		...byHand === 0 ? [] : [{
			kind: "by-hand",
			text: `edited by hand, ${many(byHand, "night")}`
		}],
		...held === 0 ? [] : [{
			kind: "held",
			text: `change held back, ${many(held, "night")}`
		}],
		...missing === 0 ? [] : [{
			kind: "gap",
			text: `no reading, ${many(missing, "night")}`
		}]
	];
}
function keyLines(entries, width) {
	return entries.reduce((lines, entry) => {
		const before = lines.at(-1)?.at(-1);
		const x = before === void 0 ? 0 : before.x + taken$1(before.text) + between$1;
		if (before !== void 0 && x + taken$1(entry.text) <= width) lines.at(-1)?.push({
			...entry,
			x
		});
		else lines.push([{
			...entry,
			x: 0
		}]);
		return lines;
	}, []);
}
const taken$1 = (text) => symbol$1 + widthOf(text, sizes.label);
// src/report/charts/spec/frame.ts
const monthLabels = 30;
const keyLine = 20;
function frameOf(readings, year, { width = 760, on = "file" }) {
	const narrow = width < 480;
	const edge = on === "file" ? 16 : 0;
	const left = 44;
	const right = narrow ? 6 : 10;
	const key = keyLines(entriesOf$1(readings), width - 2 * edge);
	const trend = narrow ? 150 : 180;
	const moves = narrow ? 48 : 56;
	const spacing = 26;
	const weeks = weeksOf(readings, year);
	const below = weeks.some(({ left }) => left > moveBound(weeks)) ? 15 : 0;
	const padding = {
		left: left + edge,
		right: right + edge,
		top: on === "file" ? 76 : 12,
		bottom: below + monthLabels + key.length * keyLine + (on === "file" ? 12 : 4)
	};
	return {
		on,
		width,
		height: padding.top + trend + spacing + moves + padding.bottom,
		padding,
		plot: width - padding.left - padding.right,
		trend,
		moves,
		spacing,
		below,
		narrow,
		key
	};
}
// src/report/charts/spec/moves.ts
const gapDays = 1.4;
function movesPlot(readings, year, frame) {
	const weeks = weeksOf(readings, year);
	const bound = moveBound(weeks);
	const bars = (shade, sign) => {
		const values = weeks.map(({ from, until, entered, left }) => ({
			from: from + gapDays / 2,
			until: until - gapDays / 2,
			moved: sign * Math.min(bound, sign > 0 ? entered : left),
			none: 0
		})).filter(({ moved }) => moved !== 0);
		return values.length === 0 ? [] : [{
			data: { values },
			mark: {
				type: "rect",
				color: light(shade)
			},
			encoding: {
				x2: { field: "until" },
				y2: { field: "none" }
			}
		}];
	};
	return {
		width: frame.plot,
		height: frame.moves,
		encoding: {
			x: {
				field: "from",
				type: "quantitative",
				scale: yearScale(year),
				axis: monthAxis(year, frame.narrow, frame.below)
			},
			y: {
				field: "moved",
				type: "quantitative",
				scale: {
					domain: [-bound, bound],
					nice: false,
					zero: false
				},
				axis: {
					...numberAxis([bound, -bound], (tick) => `${tick > 0 ? "+" : "\u2212"}${short$1(Math.abs(tick), bound * 10)}`),
					grid: false
				}
			}
		},
		layer: [
			...bars("blue", 1),
			...bars("clay", -1),
			midline(year),
			...beyond(weeks, bound)
		]
	};
}
function beyond(weeks, bound) {
	const label = (what, sign) => {
		const values = weeks.filter((week) => week[what] > bound).map((week) => ({
			from: (week.from + week.until) / 2,
			moved: sign * bound,
			text: grouped(week[what])
		}));
		if (values.length === 0) return [];
		const baseline = sign > 0 ? "bottom" : "top";
		return [{
			data: { values },
			mark: {
				type: "text",
				color: light("mute"),
				fontSize: sizes.label,
				baseline,
				dy: sign > 0 ? -3 : 4
			},
			encoding: { text: { field: "text" } }
		}];
	};
	return [...label("entered", 1), ...label("left", -1)];
}
const midline = (year) => ({
	data: { values: [{
		from: 0,
		until: daysIn(year),
		moved: 0
	}] },
	mark: {
		type: "rule",
		color: light("line"),
		strokeWidth: 1
	},
	encoding: { x2: { field: "until" } }
});
// src/report/charts/spec/spec.ts
const specOf = (readings, year, frame) => ({
	vconcat: [trendPlot(readings, year, frame), movesPlot(readings, year, frame)],
	spacing: frame.spacing,
	bounds: "flush",
	background: "transparent",
	config: {
		aria: false,
		view: { stroke: null },
		axis: { minExtent: 0 }
	}
});
// src/report/charts/svg/dress.ts
const edge$2 = 16;
function dress(plots, { id, title, heading, description, frame }) {
	const { width, height, on } = frame;
	const [titleId, descId] = [`${id}-title`, `${id}-desc`];
	const drawn = [...plots, ...on === "file" ? words$5(heading, width) : []];
	return element("svg", {
		xmlns: "http://www.w3.org/2000/svg",
		width: String(width),
		height: String(height),
		viewBox: `0 0 ${width} ${height}`,
		role: "img",
		"aria-labelledby": `${titleId} ${descId}`,
		"font-family": fontFamily
	}, [
		element("title", { id: titleId }, [escaped$1(title)]),
		element("desc", { id: descId }, [escaped$1(description)]),
		...on === "file" ? [element("style", {}, [darkRules(drawn)])] : [],
		...on === "file" ? [element("rect", {
			width: String(width),
			height: String(height),
			fill: light("panel")
		}, [])] : [],
		...drawn
	]);
}
const words$5 = ({ title, subtitle }, width) => [{
	text: title,
	size: sizes.title,
	y: 30,
	more: {
		fill: light("ink"),
		"font-weight": "600"
	}
}, {
	text: subtitle,
	size: sizes.subtitle,
	y: 51,
	more: { fill: light("mute") }
}].map(({ text, size, y, more }) => element("text", {
	x: String(edge$2),
	y: String(y),
	"font-size": String(size),
	...more
}, [escaped$1(clipped(text, width - 32, size))]));
function darkRules(drawn) {
	const used = (name, shade) => name === "fill" && shade === "panel" || drawn.some((one) => says(one, name, light(shade)));
	return `@media (prefers-color-scheme:dark){${Object.keys(shades).flatMap((shade) => ["fill", "stroke"].filter((name) => used(name, shade)).map((name) => `[${name}='${light(shade)}']{${name}:${shades[shade].dark}}`)).join("")}}`;
}
const says = (one, name, value) => typeof one === "object" && (one.attributes[name] === value || one.children.some((child) => says(child, name, value)));
const element = (name, attributes, children) => ({
	name,
	attributes,
	children
});
// src/report/charts/svg/key.ts
const radius = 4.3;
const lineHeight = 20;
function drawnKey({ key, on, height }) {
	const left = on === "file" ? 16 : 0;
	const top = height - key.length * lineHeight - (on === "file" ? 12 : 4) + lineHeight / 2;
	return key.flatMap((entries, line) => entries.flatMap((entry) => [symbol(entry.kind, left + entry.x + 6, top + line * lineHeight), words$4(entry, left + entry.x + 18, top + line * lineHeight + 4)]));
}
const number = (value) => String(Math.round(value * 10) / 10);
const words$4 = ({ text }, x, y) => ({
	name: "text",
	attributes: {
		x: number(x),
		y: number(y),
		"font-size": String(sizes.label),
		fill: light("mute")
	},
	children: [text]
});
function symbol(kind, x, y) {
	const drawn = (name, attributes) => ({
		name,
		attributes,
		children: []
	});
	if (kind === "gap") return drawn("line", {
		x1: number(x - 6),
		x2: number(x + 6),
		y1: number(y),
		y2: number(y),
		stroke: light("faint"),
		"stroke-width": "1.3",
		"stroke-dasharray": "1.5,3"
	});
	if (kind === "by-hand") return drawn("circle", {
		cx: number(x),
		cy: number(y),
		r: number(radius),
		fill: light("panel"),
		stroke: light("clay"),
		"stroke-width": "1.8"
	});
	return drawn("path", {
		d: `M${number(x)},${number(y - 5.5)}l4.2,5.5l-4.2,5.5l-4.2,-5.5Z`,
		fill: light("panel"),
		stroke: light("mute"),
		"stroke-width": "1.5"
	});
}
// src/report/charts/svg/parse.ts
function parseSvg(svg) {
	const stack = [{
		name: "",
		attributes: {},
		children: []
	}];
	for (const [, text, closing, name, attributes, alone] of svg.matchAll(/([^<]*)<(\/?)([\w:]+)([^>]*?)(\/?)>/g)) {
		const parent = stack.at(-1);
		if (text !== void 0 && text.trim() !== "") parent?.children.push(text);
		if (closing === "/") {
			const done = stack.pop();
			if (done !== void 0) stack.at(-1)?.children.push(done);
			continue;
		}
		const opened = {
			name: name ?? "",
			attributes: attributesOf$1(attributes ?? ""),
			children: []
		};
		if (alone === "/") parent?.children.push(opened);
		else stack.push(opened);
	}
	const root = stack[0]?.children[0];
	return typeof root === "object" ? root : {
		name: "svg",
		attributes: {},
		children: []
	};
}
const attributesOf$1 = (text) => Object.fromEntries([...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name ?? "", value ?? ""]));
// src/report/charts/svg/slim.ts
const elements = [...[
	"svg",
	"title",
	"desc",
	"style",
	"rect",
	"g",
	"path",
	"text",
	"tspan",
	"line",
	"circle"
], ...[
	"defs",
	"clipPath",
	"linearGradient",
	"stop"
]];
const kept$2 = /* @__PURE__ */ new Set([
	...[
		"id",
		"transform",
		"x",
		"y",
		"x1",
		"y1",
		"x2",
		"y2",
		"r",
		"rx",
		"ry",
		"cx",
		"cy",
		"d",
		"dx",
		"dy",
		"width",
		"height"
	],
	...[
		"fill",
		"fill-opacity",
		"opacity",
		"stroke",
		"stroke-width",
		"stroke-dasharray",
		"stroke-opacity"
	],
	...[
		"stroke-linecap",
		"stroke-linejoin",
		"clip-path",
		"font-size",
		"font-weight",
		"text-anchor",
		"offset",
		"stop-color"
	]
]);
const inherited = [...[
	"fill",
	"stroke",
	"stroke-width",
	"stroke-dasharray",
	"stroke-linecap",
	"stroke-linejoin"
], ...[
	"font-size",
	"font-weight",
	"text-anchor"
]];
function slim(element, id) {
	if (!elements.includes(element.name)) return void 0;
	const attributes = attributesOf(element, id);
	if (isInvisible(element.name, attributes)) return void 0;
	const children = element.children.flatMap((child) => {
		const slimmed = typeof child === "string" ? child : slim(child, id);
		return slimmed === void 0 ? [] : bare$1(slimmed);
	});
	if (element.name === "g" && children.length === 0) return void 0;
	return element.name === "g" ? gathered({
		name: "g",
		attributes,
		children
	}) : {
		...element,
		attributes,
		children
	};
}
const attributesOf = ({ attributes }, id) => Object.fromEntries(Object.entries(attributes).filter(([name, value]) => kept$2.has(name) && !isDefault(name, value)).map(([name, value]) => [name, shortened$1(name, value, id)]).filter(([name, value]) => !(name === "transform" && value === "translate(0,0)")));
const isDefault = (name, value) => /opacity$/.test(name) && value === "1" || name === "text-anchor" && value === "start";
function shortened$1(name, value, id) {
	if (name === "id") return `${id}-${value}`;
	if (value.startsWith("url(#")) return value.replace("url(#", `url(#${id}-`);
	return /^(?:#|[a-z]+$)/.test(value) ? value : rounded(value);
}
const rounded = (value) => value.replaceAll(/-?\d*\.?\d+(?:e-?\d+)?/g, (digits) => String(Math.round(Number(digits) * 10) / 10 + 0));
const isInvisible = (name, { d, fill, stroke }) => name === "path" && ((d ?? "") === "" || d === "M0,0" || (fill ?? "none") === "none" && (stroke ?? "none") === "none");
const bare$1 = (child) => typeof child === "object" && child.name === "g" && Object.keys(child.attributes).length === 0 ? child.children : [child];
function gathered(group) {
	const [first, ...rest] = group.children;
	if (typeof first !== "object" || rest.length === 0) return group;
	const alike = inherited.filter((name) => first.attributes[name] !== void 0 && rest.every((child) => typeof child === "object" && child.attributes[name] === first.attributes[name]));
	return {
		...group,
		attributes: {
			...group.attributes,
			...Object.fromEntries(alike.map((name) => [name, first.attributes[name] ?? ""]))
		},
		children: group.children.map((child) => typeof child === "string" ? child : without$1(child, alike))
	};
}
const without$1 = (element, names) => ({
	...element,
	attributes: Object.fromEntries(Object.entries(element.attributes).filter(([name]) => !names.includes(name)))
});
// src/report/charts/svg/write.ts
function writeSvg({ name, attributes, children }) {
	const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
	const inside = children.map((child) => typeof child === "string" ? child : writeSvg(child)).join("");
	return inside === "" ? `<${name}${written.join("")}/>` : `<${name}${written.join("")}>${inside}</${name}>`;
}
// src/report/charts/render.ts
async function renderChart(data, drawing = {}) {
	const { draw } = await import("./draw.js");
	const readings = readingsOf(data);
	const frame = frameOf(readings, data.year, drawing);
	const id = `chart-${idOf(data.id)}${drawing.width === void 0 ? "" : `-${drawing.width}`}`;
	const plots = slim(parseSvg(await draw(specOf(readings, data.year, frame), frame)), id)?.children ?? [];
	const heading = headingWithName(data);
	return `${writeSvg(dress([...plots, ...drawnKey(frame)], {
		id,
		title: heading.title,
		heading: fitted(heading, frame),
		description: describeChart(data),
		frame
	}))}\n`;
}
const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
function fitted({ name, finding, subtitle }, { width, narrow }) {
	const limit = (width - 32) / boldness;
	if (narrow && finding !== "") return {
		title: clipped(name, limit, sizes.title),
		subtitle: capital(finding)
	};
	if (finding === "") return {
		title: clipped(name, limit, sizes.title),
		subtitle
	};
	const said = `: ${finding}`;
	return {
		title: `${clipped(name, Math.max(limit / 4, limit - widthOf(said, sizes.title)), sizes.title)}${said}`,
		subtitle
	};
}
const boldness = 1.06;
// src/report/insight/dates.ts
function nightInWords(night) {
	const year = yearOf$2(night);
	return `${dayInWords(dayOf$1(night, year), year)} ${year}`;
}
const momentInWords = (one) => "to" in one ? nightInWords(one.to) : `before run ${one.before}`;
const yearOf$2 = (night) => Number(night.slice(0, 4));
const plusDays = (night, days) => Temporal.PlainDate.from(night).add({ days }).toString();
const firstOfMonth = (night) => `${night.slice(0, 7)}-01`;
function nightsFrom$1(first, last) {
	const nights = [];
	for (let night = first; night <= last; night = plusDays(night, 1)) nights.push(night);
	return nights;
}
function hours(ms) {
	const minutes = Math.round(ms / 6e4);
	return minutes < 60 ? `${minutes} min` : `${grouped(Math.floor(minutes / 60))} h ${minutes % 60} min`;
}
// src/report/insight/findings.ts
const wordedOf = (finding) => finding.code in catalogue ? problemOf$1(finding) : void 0;
function isGuard(finding) {
	const worded = wordedOf(finding);
	return worded !== void 0 && exitOf([worded]) === exits.guard;
}
function heldOf({ control, runs }, slug, night) {
	return (looked(endsOf(runs).filter((end) => couldTell(end, slug)), slug, night)?.findings)?.every((one) => one.slug !== slug || one.finding.code !== "plan/hand-edits") ?? false ? void 0 : control.hands?.[slug]?.held;
}
const isSeen$1 = ({ nights, problems }) => nights.length > 0 || problems.length === 0;
const unplanned = /* @__PURE__ */ new Set([
	"facts are lacking",
	"it cannot be read",
	"it is suspended"
]);
const couldTell = (end, slug) => isSeen$1(end) && !end.undone.some((one) => one.slug === slug && unplanned.has(one.because));
const looked = (ends, slug, night) => ends.findLast((end) => end.night <= night && !end.skipped.includes(slug));
function standingOf({ runs }, slug, night) {
	const end = looked(endsOf(runs), slug, night);
	const undone = end?.undone.find((one) => one.slug === slug);
	const found = (end?.findings ?? []).flatMap((one) => one.slug === slug ? one.finding : []);
	return {
		problems: [...new Map([...undone?.problems ?? [], ...found].map((one) => [one.code, one])).values()].flatMap((one) => wordedOf(one) ?? []).filter((one) => exitOf([one]) !== exits.done),
		because: undone?.because ?? null
	};
}
// src/report/insight/rows.ts
const filesOf$1 = ({ rules, lists }) => /* @__PURE__ */ new Set([...rules.map(({ at }) => at.file), ...[...lists.values()].map(({ path }) => `playlists/${path}`)]);
const placeIn = ({ file, line }, files) => files.has(file) ? {
	file,
	line
} : null;
function decisive(kind, whys) {
	if (kind === "left") return whys.at(-1);
	const ordering = whys.findLast(({ stage, word }) => stage === "arrange" || stage === "sort" || word === "pin");
	return kind === "moved" ? ordering ?? whys[0] : whys[0];
}
const rowsOf$2 = (kind, noted, { facts }, files) => noted.map(({ key, why }) => ({
	key,
	label: labelOf$1(key, facts),
	why: reasonOf$2(decisive(kind, why), facts, files)
}));
const reasonOf$2 = (why, facts, files) => why === void 0 ? null : {
	word: why.word,
	datum: withNames(why.datum, facts),
	rule: placeIn(why.at, files)
};
const withNames = (datum, facts) => datum.replaceAll(/spotify:(?:track|episode):[0-9A-Za-z]{22}/g, (uri) => {
	const label = labelOf$1(uri, facts);
	return label === null ? uri : `\u201C${label.title}\u201D by ${label.artists}`;
});
function labelsOf(keys, { facts }) {
	return [...keys].flatMap((key) => {
		const label = labelOf$1(key, facts);
		return label === null ? [] : [[key, label]];
	});
}
// src/report/insight/attention.ts
const order$1 = [
	"sign-in",
	"account",
	"hand-edits",
	"guard",
	"unreadable",
	"source",
	"not-written",
	"unfinished"
];
const ackDays = 7;
function attentionOf(playlists, accounts, night) {
	const all = accounts.flatMap((ledger) => {
		const last = endsOf(ledger.runs).findLast((end) => end.night <= night);
		const own = playlists.filter(({ account }) => account === ledger.account);
		return [...ofRun(last, ledger), ...own.flatMap((one) => ofPlaylist(one, ledger, night))];
	});
	const once = new Map([...all].reverse().map((one) => [`${one.playlist?.id ?? ""} ${one.sentence}`, one]));
	return order$1.flatMap((kind) => [...once.values()].reverse().filter((one) => one.kind === kind));
}
const ofRun = (end, { account }) => (end?.problems ?? []).map(({ code, message, fix }) => ({
	...bare,
	account,
	kind: mended.has(code) ? "sign-in" : "account",
	playlist: null,
	sentence: `${message}.`,
	action: fix === void 0 ? "Look at the log of the run." : coded(fix)
}));
const mended = /* @__PURE__ */ new Set([
	"spotify/no-token",
	"spotify/bad-token",
	"spotify/sign-in-expired",
	"spotify/sign-in-ends",
	"spotify/rotated-not-kept",
	"spotify/missing-scope",
	"sign-in/other-user",
	"sign-in/replaced",
	"sign-in/same-user"
]);
function ofPlaylist(playlist, ledger, night) {
	const about = {
		...bare,
		account: ledger.account,
		playlist: refOf(playlist),
		rule: playlist.rule
	};
	const { problems, because } = standingOf(ledger, playlist.slug, night);
	const held = heldOf(ledger, playlist.slug, night);
	const told = problems.filter(({ code }) => code !== "plan/hand-edits").map((one) => ({
		...about,
		kind: kindOf(one),
		sentence: `${messageOf$1(one)}.`,
		action: actionOf(one, night)
	}));
	const action = because === null ? void 0 : actions[because];
	const silent = told.length > 0 || held !== void 0 || because === null || action === void 0 ? [] : [{
		...about,
		...notWritten(playlist, because),
		action
	}];
	return [
		...held === void 0 ? [] : [{
			...about,
			...handsHeld(playlist, held, ledger)
		}],
		...told,
		...silent
	];
}
const bare = {
	added: [],
	removed: [],
	rule: null
};
const refOf = ({ id, slug, name }) => ({
	id,
	slug,
	name
});
function handsHeld({ name }, { since, added, removed, moved }, ledger) {
	const noted = (keys) => keys.map((key) => ({
		key,
		why: []
	}));
	const done = [
		...added.length > 0 ? [`${added.length} in`] : [],
		...removed.length > 0 ? [`${removed.length} out`] : [],
		...moved ? ["tracks moved"] : []
	].join(", ");
	return {
		kind: "hand-edits",
		sentence: `\u201C${name}\u201D was edited by hand on the night of ${nightInWords(since)} (${done}) and is left alone since.`,
		action: "Pin in the rule what should stay, or write `hand_edits: keep` or `hand_edits: revert` into it to settle all such edits.",
		added: rowsOf$2("entered", noted(added), ledger, /* @__PURE__ */ new Set()),
		removed: rowsOf$2("left", noted(removed), ledger, /* @__PURE__ */ new Set())
	};
}
function kindOf({ code }) {
	if (code === "plan/unreadable") return "unreadable";
	if (code === "plan/incomplete-source" || code === "plan/empty-source") return "source";
	return code.startsWith("plan/") ? "guard" : "not-written";
}
function actionOf(one, night) {
	switch (one.code) {
		case "plan/too-many-removals":
		case "plan/too-many-removals-28-nights":
		case "plan/first-contact": return `Check the rule and its sources; if it is meant, add \`${`ack: { removals: ${one.facts.removing}, until: ${plusDays(night, ackDays)} }`}\` to the rule.`;
		default: return coded(fixOf(one));
	}
}
const coded = (fix) => `${fix.replaceAll(/"([^"`]+)"/g, "`$1`")}.`;
const actions = {
	"facts are lacking": "Nothing to do: it is planned when everything could be read.",
	"it cannot be read": "Look whether the playlist is still there.",
	"a limit of the run was reached": "Nothing to do: the next run goes on with it.",
	"the run ended before": "Nothing to do: the next run goes on with it.",
	"partly applied": "Nothing to do: the next run goes on with it.",
	"written, not read back": "Nothing to do: the next run finds out how far it came.",
	"not applied": "Nothing to do: the next run tries again."
};
const notWritten = ({ name }, because) => ({
	kind: because === "it cannot be read" ? "not-written" : "unfinished",
	sentence: because === "written, not read back" ? `\u201C${name}\u201D was written to and not read back.` : `\u201C${name}\u201D does not stand as its rule wants it: ${because}.`
});
// src/report/insight/changes.ts
const changesOf = (accounts, named, files) => accounts.flatMap((ledger) => {
	const gone = namesOfGone(ledger);
	return ledger.audit.flatMap((line) => "body" in line ? changeOf(line.body, {
		ledger,
		named,
		gone,
		files
	}) : []);
}).map((change, index) => ({
	change,
	index
})).sort((one, other) => compare(other.change.at, one.change.at) || other.index - one.index).map(({ change }) => change);
const compare = (one, other) => one < other ? -1 : one > other ? 1 : 0;
function changeOf(body, { ledger, named, gone, files }) {
	const { night, at, run, kind, who, commit, playlist: id } = body;
	const recorded = ledger.playlists.get(id);
	const slug = body.rule ?? body.gone?.rule ?? recorded?.rule ?? "";
	return {
		night,
		at,
		run,
		account: ledger.account,
		playlist: named.get(id) ?? {
			id,
			slug,
			name: recorded?.actual.details.name ?? gone.get(id) ?? id
		},
		kind,
		who,
		by: byWhom$1(who),
		entered: rowsOf$2("entered", body.entered, ledger, files),
		left: rowsOf$2("left", body.left, ledger, files),
		moved: rowsOf$2("moved", body.moved, ledger, files),
		details: Object.entries(body.details ?? {}).map(([field, value]) => [field, String(value)]),
		commit
	};
}
function byWhom$1(who) {
	if (who.by !== "setlist") return who.by === "hand" ? "by hand" : "by Spotify";
	const person = who.actor === null ? "" : ` by ${who.actor}`;
	if (who.restore !== void 0) return `restored to ${momentInWords(who.restore)}${person}`;
	return {
		schedule: "by its rule",
		merge: `by its rule, after a merge${person}`,
		manual: `by its rule, started${person || " by hand"}`
	}[who.trigger];
}
// src/report/insight/eventful.ts
function eventfulRuns({ accounts }) {
	const audited = new Set([...accounts.values()].flatMap(auditedRuns));
	const runs = wholeRuns([...accounts.values()]);
	return runs.filter((one, index) => {
		const previous = runs[index - 1];
		return audited.has(one.run) || [...one.ends.values()].some(hasNews) || previous !== void 0 && [...previous.ends.values()].some(hadTrouble);
	});
}
const auditedRuns = ({ audit }) => audit.flatMap((line) => "body" in line ? line.body.run : []);
const hasNews = ({ exit, changed, undone, unconfirmed, problems }) => exit !== 0 || changed.length + undone.length + unconfirmed.length + problems.length > 0;
const hadTrouble = ({ exit, undone, problems, findings = [] }) => exit !== 0 || undone.length + problems.length + findings.length > 0;
function wholeRuns(accounts) {
	const byRun = /* @__PURE__ */ new Map();
	for (const { account, runs } of accounts) for (const end of endsOf(runs)) byRun.set(end.run, (byRun.get(end.run) ?? /* @__PURE__ */ new Map()).set(account, end));
	return [...byRun].flatMap(([run, ends]) => [...ends.values()].slice(0, 1).map((first) => ({
		run,
		ends,
		first
	}))).sort((one, other) => keyOf$1(one) < keyOf$1(other) ? -1 : 1);
}
const keyOf$1 = ({ run, first }) => `${first.at} ${run}`;
// src/report/insight/headline.ts
function headlineOf(night, changes, attention) {
	if (night === null) return "No night yet: the first run writes the first report.";
	const tonight = changes.filter((one) => one.night === night);
	const said = [
		...changed$3(tonight.filter(({ who, kind }) => who.by === "setlist" && kind !== "forgotten" && kind !== "renamed"), attention),
		...others$1(tonight, "hand", "edited by hand"),
		...others$1(tonight, "spotify", "changed by Spotify"),
		...waiting(attention)
	];
	return `Night of ${nightInWords(night)}: ${said.join("; ")}.`;
}
function tallyOf(entered, left) {
	return [...entered > 0 ? [`+${grouped(entered)}`] : [], ...left > 0 ? [`\u2212${grouped(left)}`] : []].join(" ");
}
function changed$3(own, attention) {
	const met = own.filter(({ kind }) => kind === "adopted");
	const wrote = own.filter(({ kind }) => kind !== "adopted");
	const tally = tallyOf(sum$2(wrote, "entered"), sum$2(wrote, "left"));
	const said = [...wrote.length > 0 ? [`${many(playlistsOf(wrote), "playlist")} changed${tally === "" ? "" : `, ${tally}`}`] : [], ...met.length > 0 ? [`${many(playlistsOf(met), "playlist")} met for the first time`] : []];
	return said.length > 0 || attention.some(isOpen) ? said : ["no playlist changed"];
}
function others$1(tonight, by, how) {
	const count = playlistsOf(tonight.filter(({ who }) => who.by === by));
	return count === 0 ? [] : [`${count} ${count === 1 ? "was" : "were"} ${how}`];
}
function waiting(attention) {
	const of = (some) => new Set(some.flatMap(({ playlist }) => playlist?.id ?? [])).size;
	const [people, open] = [of(attention.filter((one) => !isOpen(one))), of(attention.filter(isOpen))];
	return [...people === 0 ? [] : [`${people} ${people === 1 ? "waits" : "wait"} for a person`], ...open === 0 ? [] : [`${many(open, "playlist")} ${open === 1 ? "is" : "are"} unfinished`]];
}
const isOpen = ({ kind }) => kind === "unfinished";
const playlistsOf = (changes) => new Set(changes.map(({ playlist }) => playlist.id)).size;
const sum$2 = (changes, what) => changes.reduce((all, one) => all + one[what].length, 0);
// src/report/insight/nights.ts
function nightsOf$1({ id, slug }, ledger, until) {
	const lines = Map.groupBy(ledger.history.filter(({ playlist, night }) => playlist === id && night <= until), ({ night }) => night);
	const first = [...lines.keys()].sort()[0];
	if (first === void 0) return [];
	const read = readNights(ledger, slug);
	const heldBack = new Set(endsOf(ledger.runs).flatMap((end) => isHeld$1(end, slug) ? end.night : []));
	const edited = editedNights(ledger, id);
	const isOfNothing = createdOn(ledger, id) === first && ledger.history.some(({ night }) => night < first);
	let count = 0;
	return nightsFrom$1(first, until).flatMap((night) => {
		const own = lines.get(night);
		if (own === void 0 && !read.has(night)) return [];
		count = own?.at(-1)?.count ?? count;
		const moved = night === first && !isOfNothing ? [] : own ?? [];
		return [{
			night,
			count,
			entered: sum$1(moved, "entered"),
			left: sum$1(moved, "left"),
			byHand: edited.has(night),
			held: heldBack.has(night)
		}];
	});
}
function createdOn({ audit }, id) {
	const line = audit.find((one) => "body" in one && one.body.playlist === id && one.body.kind === "created");
	return line !== void 0 && "body" in line ? line.body.night : null;
}
function lastChangeOf(history, id, until) {
	const told = history.filter(({ playlist, night, hash }) => playlist === id && night <= until && hash !== void 0);
	return told.findLast(({ hash }, index) => index > 0 && hash !== told[index - 1]?.hash)?.night ?? null;
}
function togetherOf(playlists) {
	const firsts = playlists.flatMap((nights) => nights[0]?.night ?? []);
	const began = firsts.toSorted()[0];
	const joining = new Set(playlists.flatMap(([first]) => first === void 0 || first.night === began ? [] : [first]));
	const byNight = Map.groupBy(playlists.flat(), ({ night }) => night);
	const open = {
		entered: 0,
		left: 0
	};
	return [...byNight].sort(byDate).flatMap(([night, nights]) => {
		for (const one of nights) {
			open.entered += joining.has(one) ? one.count : one.entered;
			open.left += joining.has(one) ? 0 : one.left;
		}
		if (nights.length < firsts.filter((first) => first <= night).length) return [];
		const { entered, left } = open;
		open.entered = 0;
		open.left = 0;
		return [{
			night,
			tracks: total(nights, "count"),
			entered,
			left
		}];
	});
}
const readNights = ({ runs }, slug) => new Set(endsOf(runs).flatMap((end) => isSeen$1(end) && !isUnread(end, slug) ? end.night : []));
const isUnread = ({ undone }, slug) => undone.some((one) => one.slug === slug && one.problems.some(({ code }) => code === "plan/unreadable"));
const isHeld$1 = ({ findings = [] }, slug) => findings.some((one) => one.slug === slug && isGuard(one.finding));
const editedNights = ({ audit }, id) => new Set(audit.flatMap((line) => "body" in line && line.body.playlist === id && line.body.who.by === "hand" ? line.body.night : []));
const sum$1 = (lines, what) => lines.reduce((all, line) => all + line[what].length, 0);
const total = (nights, what) => nights.reduce((all, night) => all + night[what], 0);
const byDate = ([one], [other]) => one < other ? -1 : 1;
// src/report/insight/rule/values.ts
const few$3 = 4;
function valueInWords(value) {
	if (Array.isArray(value)) return listInWords(value);
	if (typeof value === "object" && value !== null) return objectInWords(value);
	return typeof value === "number" ? grouped(value) : String(value);
}
const listInWords = (list) => list.length > few$3 ? grouped(list.length) : list.map(valueInWords).join(", ");
function objectInWords(value) {
	if (isDaySpan(value)) return spanInWords(value);
	if ("from" in value && "until" in value) return `${valueInWords(value.from)} and ${valueInWords(value.until)}`;
	const told = Object.entries(value).filter(([, one]) => one !== null && !(Array.isArray(one) && one.length === 0));
	const rest = told.filter(([key]) => key !== "kind");
	if (rest.length === 0) return told.map(([, one]) => spaced(String(one))).join();
	return rest.length < told.length ? rest.map(([, one]) => valueInWords(one)).join(", ") : rest.map(([key, one]) => entryInWords(key, one)).join(", ");
}
const entryInWords = (key, one) => Array.isArray(one) && one.length > few$3 ? `${grouped(one.length)} ${spaced(key)}` : `${spaced(key)} ${valueInWords(one)}`;
const spaced = (key) => key.replaceAll("_", " ").replaceAll(/[A-Z]/g, (sign) => ` ${sign.toLowerCase()}`);
function lengthInWords(ms) {
	const seconds = Math.round(ms / 1e3);
	return `${grouped(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, "0")}`;
}
// src/report/insight/rule/condition.ts
function conditionInWords(condition) {
	switch (condition.kind) {
		case "test": return testInWords(condition);
		case "not": return `not ${inParts$1(condition.of)}`;
		case "all":
		case "any": return condition.of.map(inParts$1).join(condition.kind === "all" ? " and " : " or ");
	}
}
const inParts$1 = (one) => (one.kind === "all" || one.kind === "any") && one.of.length > 1 ? `(${conditionInWords(one)})` : conditionInWords(one);
function testInWords({ word, args }) {
	const told = Array.isArray(args) ? args.map((one) => comparison(word, one)).join(" and ") : valueInWords(args);
	return `${spaced(word)} ${told}`;
}
const operators = {
	gte: "at least",
	lte: "at most",
	gt: "over",
	lt: "under"
};
function comparison(word, one) {
	if (typeof one !== "object" || one === null || !("operator" in one) || !("operand" in one)) return valueInWords(one);
	const operator = String(one.operator);
	return `${operators[operator] ?? spaced(operator)} ${operandInWords(word, one.operand)}`;
}
function operandInWords(word, operand) {
	if (word !== "duration") return valueInWords(operand);
	if (typeof operand === "number") return lengthInWords(operand);
	return typeof operand === "object" && operand !== null ? Object.values(operand).map((one) => typeof one === "number" ? lengthInWords(one) : valueInWords(one)).join(" and ") : valueInWords(operand);
}
// src/report/insight/rule/schedule.ts
const scheduleInWords = (list) => list.map(nightsInWords).join(", or ");
function nightsInWords(one) {
	switch (one.kind) {
		case "never": return "never";
		case "every": return `every ${one.every}${one.on.length === 0 ? "" : ` on ${one.on.join(", ")}`}${between(one.between)}`;
		case "every-days": return `every ${grouped(one.days)} days${between(one.between)}`;
		case "on-change": return `when ${one.source} changes`;
	}
}
const between = (dates) => dates === null ? "" : ` between ${dates[0]} and ${dates[1]}`;
// src/report/insight/rule/in-words.ts
function ruleInWords(rule) {
	const { from, where, dedupe, sort, take, arrange, pins, settings } = rule;
	const told = (stage, said, { file, line } = rule.at) => said === "" ? [] : [{
		stage,
		said,
		rule: {
			file,
			line
		}
	}];
	return [
		...from.flatMap((one) => told("From", sourceInWords(one), one.at)),
		...told("Only", conditionInWords(where), where.at),
		...told("Repeats", repeats(dedupe.args), dedupe.at),
		...told("Order", sortInWords(sort), sort[0]?.at),
		...told("Keeps", takeInWords(take), take.at),
		...arrange.flatMap((one) => told("Arranged", `${spaced(one.word)}: ${valueInWords(one.args)}`, one.at)),
		...pins.slice(0, mostPins).flatMap((one) => told("Pinned", pinInWords(one), one.at)),
		...told("Pinned", pins.length > mostPins ? `and ${grouped(pins.length - mostPins)} more` : "", pins[mostPins]?.at),
		...told("When", scheduleInWords(settings.schedule)),
		...told("By hand", {
			ask: "a person decides",
			keep: "is kept",
			revert: "is taken back"
		}[settings.handEdits]),
		...told("Guarded", settings.protected ? "nothing is ever removed" : ""),
		...told("Suspended", settings.suspend ? "planned and shown, never written" : "")
	];
}
const mostPins = 5;
function sourceInWords({ word, args, as, where, sort, take }) {
	const [given, called] = [valueInWords(args), spaced(word)];
	const own = [
		conditionInWords(where),
		sortInWords(sort),
		takeInWords(take)
	].filter((one) => one !== "");
	return [`${called}${as === word || /^-\d+$/.test(as.slice(word.length)) ? "" : ` (\u201C${as}\u201D)`}${given === "" ? "" : `: ${given}`}`, ...own].join("; ");
}
function repeats(args) {
	const { by, keep } = args;
	return by === "none" ? "are kept" : `one track of each ${spaced(by)}, ${keep === "first" ? "the first" : `the ${spaced(keep)}`}`;
}
const sortInWords = (keys) => keys.map(({ by, direction }) => `${spaced(by)}${direction === "desc" ? ", falling" : ""}`).join("; then ");
const takeInWords = ({ count, perArtist, perAlbum }) => [
	...count === null ? [] : [`the first ${grouped(count)}`],
	...perArtist === null ? [] : [`at most ${grouped(perArtist)} by an artist`],
	...perAlbum === null ? [] : [`at most ${grouped(perAlbum)} from an album`]
].join(", ");
function pinInWords({ uri, range, from, until, reason }) {
	const [first, last] = range ?? [];
	return [
		`${uri}${first === void 0 ? "" : first === last ? ` at ${first}` : ` between ${first} and ${last}`}`,
		...from === null ? [] : [`from ${nightInWords(from)}`],
		...until === null ? [] : [`until ${nightInWords(until)}`],
		...reason === null ? [] : [reason]
	].join(", ");
}
// src/report/insight/runs.ts
const runsOf$1 = (runs, playlists, changes) => runs.slice(-7).reverse().map(({ run, ends, first }) => {
	const own = changes.filter((one) => one.run === run && one.who.by === "setlist");
	const slugs = new Set([...ends.values()].flatMap(({ changed }) => changed));
	const { night, at, trigger, actor, commit } = first;
	return {
		run,
		night,
		at,
		trigger,
		actor,
		commit,
		changed: refsOf([...slugs], playlists),
		entered: own.reduce((all, { entered }) => all + entered.length, 0),
		left: own.reduce((all, { left }) => all + left.length, 0),
		requests: [...ends.values()].flatMap(({ requests }) => Object.values(requests)).reduce((all, one) => all + one, 0),
		exit: first.exit,
		nights: Math.max(...[...ends.values()].map((end) => end.nights.length)),
		lateMs: first.lateMs
	};
});
const refsOf = (slugs, playlists) => [...slugs].sort().map((slug) => {
	const known = playlists.find((one) => one.slug === slug);
	return {
		id: known?.id ?? "",
		slug,
		name: known?.name ?? slug
	};
});
const endings = {
	[exits.done]: "clean",
	[exits.guard]: "held back",
	[exits.quota]: "cut short",
	[exits.lease]: "gave way",
	[exits.partly]: "partly",
	[signalExits.SIGINT]: "by a signal",
	[signalExits.SIGTERM]: "by a signal"
};
const endingOf$1 = ({ exit }) => endings[exit] ?? "failed";
// src/report/insight/make.ts
function insightOf(given) {
	const { playbook } = given;
	const ledger = {
		...given.ledger,
		accounts: byName(given.ledger.accounts)
	};
	const runs = eventfulRuns(ledger);
	const night = runs.at(-1)?.first.night ?? null;
	const accounts = [...ledger.accounts.values()];
	const playlists = night === null ? [] : playbook.rules.flatMap((rule) => playlistOf$1(rule, ledger, night)).sort((one, other) => one.slug < other.slug ? -1 : 1);
	const named = new Map(playlists.map((one) => [one.id, refOf(one)]));
	const changes = changesOf(accounts, named, filesOf$1(playbook));
	const attention = night === null ? [] : attentionOf(playlists, accounts, night);
	return {
		title: playbook.portfolio.title,
		simulated: ledger.origin.simulated,
		repository: ledger.origin.repository,
		night,
		headline: headlineOf(night, changes, attention),
		attention,
		playlists,
		nights: togetherOf(playlists.map(({ nights }) => nights)),
		changes,
		runs: runsOf$1(runs, playlists, changes),
		labels: new Map(accounts.flatMap((one) => labelsOf(keysIn({
			playlists,
			changes,
			attention
		}, one), one)))
	};
}
const byName = (accounts) => new Map([...accounts].sort(([one], [other]) => one < other ? -1 : 1));
function playlistOf$1(rule, { accounts }, night) {
	const ledger = accounts.get(rule.account);
	const id = ledger?.control.playlists[rule.slug]?.id;
	const actual = id === void 0 ? void 0 : ledger?.playlists.get(id)?.actual;
	if (ledger === void 0 || id === void 0 || actual === void 0) return [];
	const nights = nightsOf$1({
		id,
		slug: rule.slug
	}, ledger, night);
	const recent = nights.filter((one) => one.night > plusDays(night, -28));
	const lines = ledger.history.filter((line) => line.playlist === id && line.night <= night);
	return [{
		id,
		slug: rule.slug,
		name: actual.details.name,
		account: rule.account,
		description: actual.details.description,
		rule: {
			file: rule.at.file,
			line: rule.at.line
		},
		count: actual.rows.length,
		followers: lines.findLast(({ followers }) => followers !== null)?.followers ?? null,
		nights,
		entered28: recent.reduce((all, { entered }) => all + entered, 0),
		left28: recent.reduce((all, { left }) => all + left, 0),
		lastChange: lastChangeOf(lines, id, night) ?? createdOn(ledger, id),
		held: heldOf(ledger, rule.slug, night) !== void 0,
		ruled: ruleInWords(rule),
		tracks: keysOf$2(actual.rows)
	}];
}
function keysIn({ playlists, changes, attention }, { account }) {
	const rows = [...changes.filter((one) => one.account === account).flatMap(({ entered, left, moved }) => [
		...entered,
		...left,
		...moved
	]), ...attention.flatMap(({ added, removed }) => [...added, ...removed])];
	const tracks = playlists.filter((one) => one.account === account).flatMap((one) => one.tracks);
	return /* @__PURE__ */ new Set([...tracks, ...rows.map(({ key }) => key)]);
}
// src/report/pages/html.ts
var Html = class {
	text;
	constructor(text) {
		this.text = text;
	}
};
const html = (strings, ...parts) => new Html(strings.map((said, index) => said + written$1(parts[index] ?? null)).join(""));
function written$1(part) {
	if (part === null) return "";
	if (part instanceof Html) return part.text;
	return typeof part === "object" ? part.map(written$1).join("") : escaped(String(part));
}
const escaped = (text) => text.replaceAll(unwelcome, "").replaceAll(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const unwelcome = /[^\P{Control}\n\t]|\p{Surrogate}|[\uFFFE\uFFFF\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const url = (address) => /^https:\/\/[^\s\\]+$/.test(address) || /^(?!\/)(?!.*\/\/)[^\s\\:]+$/.test(address) ? address : "#";
// src/report/pages/links.ts
const repositoryOf = ({ repository }) => {
	const [, owner, name] = /^([\w-]+)\/([\w.-]+)$/.exec(repository ?? "") ?? [];
	return owner === void 0 || name === void 0 ? null : [owner, name];
};
function outside(insight) {
	const repository = repositoryOf(insight);
	const linked = (path, text) => repository === null ? text : html`<a href="${url(`https://github.com/${repository.join("/")}/${path}`)}">${text}</a>`;
	return {
		commit: (commit) => commit === null || !/^[0-9a-f]{40}$/.test(commit) ? null : linked(`commit/${commit}`, html`<code>${commit.slice(0, 7)}</code>`),
		rule: ({ file, line }) => {
			const path = file.toWellFormed().split("/").map(encodeURIComponent).join("/");
			const short = file.replace(/^playlists\//, "");
			return linked(`blob/HEAD/${path}#L${line}`, html`<code>${short}:${line}</code>`);
		},
		spotify: ({ id }) => insight.simulated ? null : html`<a href="${url(`https://open.spotify.com/playlist/${encodeURIComponent(id.toWellFormed())}`)}">Open in Spotify</a>`
	};
}
const fileOf = ({ id }) => idOf(id);
const pageOf$1 = (playlist) => `p/${fileOf(playlist)}/index.html`;
const anchorOf = ({ run, kind, who }) => idOf(`${run}-${kind}-${who.by}`);
const named$2 = ({ name, slug }) => name.trim() === "" ? slug : name;
const order = (text) => text.split("`").map((part, index) => index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`);
// src/report/pages/words.ts
const yearOf$1 = (night) => Number(night.slice(0, 4));
const shortNight = (night) => dayInWords(dayOf$1(night, yearOf$1(night)), yearOf$1(night));
const longNight = (night) => `${shortNight(night)} ${yearOf$1(night)}`;
const weekdays = [
	"Mon",
	"Tue",
	"Wed",
	"Thu",
	"Fri",
	"Sat",
	"Sun"
];
const weekdayOf$1 = (night) => weekdays[(dayOf$1(night, 2001) % 7 + 7) % 7] ?? "";
const dayOfWeek = (night) => `${weekdayOf$1(night)} ${shortNight(night)}`;
const nightsFrom = (before, after) => dayOf$1(after, 2001) - dayOf$1(before, 2001);
function ago(night, newest) {
	const nights = nightsFrom(night, newest);
	if (nights <= 0) return "last night";
	return nights === 1 ? "1 night ago" : `${grouped(nights)} nights ago`;
}
const simulatedNote$1 = " \u00B7 simulated, nothing was sent to Spotify";
const narrow = "\u202F";
const minus = "\u2212";
const signed = (count) => count === 0 ? "\u00B10" : `${count < 0 ? minus : "+"}${grouped(Math.abs(count))}`;
function percent(share) {
	const tenths = Math.round(Math.abs(share) * 1e3);
	return `${tenths === 0 ? "\u00B1" : share < 0 ? minus : "+"}${grouped(Math.floor(tenths / 10))}.${tenths % 10}${narrow}%`;
}
// src/report/pages/charts.ts
const widths = {
	wide: 860,
	narrow: 278
};
const overview = "overview";
const chartsOf$1 = (insight) => insight.night === null ? [] : [overviewOf$1(insight, insight.night), ...insight.playlists.map((one) => chartOf(one, insight.night ?? ""))];
const yearOf = (night) => Number(night.slice(0, 4));
const overviewOf$1 = ({ nights }, newest) => ({
	kind: "overview",
	id: overview,
	year: yearOf(newest),
	nights
});
const chartOf = ({ id, name, nights }, newest) => ({
	kind: "playlist",
	id,
	name,
	year: yearOf(newest),
	nights
});
const overviewCard = (insight, newest, drawn) => drawn === void 0 ? null : card(overviewOf$1(insight, newest), drawn, null);
const chartCard = (playlist, newest, drawn) => drawn === void 0 ? null : card(chartOf(playlist, newest), drawn, numbers(playlist));
function card(data, { wide, narrow }, below) {
	const { title, subtitle } = headingOf(data);
	return html`<section class="card padded chart">
<h2 dir="auto">${title}</h2>
<p class="sub">${subtitle}</p>
<div class="wide">${new Html(wide)}</div>
<div class="narrow">${new Html(narrow)}</div>
${below}</section>`;
}
const most$1 = 60;
const numbers = (playlist) => html`<details>
<summary>The numbers</summary>
<div class="scroll" role="region" aria-label="Tracks by night" tabindex="0"><table class="plain">
<thead><tr><th scope="col">Night</th><th scope="col" class="n">Tracks</th><th scope="col" class="n">In</th><th scope="col" class="n">Out</th><th scope="col">Remark</th></tr></thead>
<tbody>${playlist.nights.slice(-60).toReversed().map(({ night, count, entered, left, byHand, held }) => html`<tr><th scope="row">${longNight(night)}</th><td class="n">${grouped(count)}</td><td class="n">${entered === 0 ? null : grouped(entered)}</td><td class="n">${left === 0 ? null : grouped(left)}</td><td>${[...byHand ? ["edited by hand"] : [], ...held ? ["change held back"] : []].join(", ")}</td></tr>\n`)}</tbody>
</table></div>
<p class="sub">${playlist.nights.length > most$1 ? `The newest ${most$1} of ${grouped(playlist.nights.length)} nights. ` : null}All of them: <a href="${url(`../../data/${fileOf(playlist)}.csv`)}">CSV</a></p>
</details>`;
// src/report/pages/sign-in/sign-in.ts
const realSpotify = {
	authUrl: "https://accounts.spotify.com",
	apiUrl: "https://api.spotify.com/v1"
};
// src/report/pages/assets/script.ts
const script = `'use strict';
(() => {
  const root = document.documentElement;
  const themes = ['auto', 'light', 'dark'];
  const kept = () => {
    try { return localStorage.getItem('setlist-theme'); } catch { return null; }
  };
  const keep = (theme) => {
    try { localStorage.setItem('setlist-theme', theme); } catch { /* for this page only, then */ }
  };
  let theme = themes.includes(kept()) ? kept() : 'auto';
  const show = () => {
    if (theme === 'auto') delete root.dataset.theme;
    else root.dataset.theme = theme;
  };
  show();

  const themeButton = () => {
    const button = document.querySelector('.theme');
    if (!button) return;
    const name = () => {
      button.querySelector('.now').textContent = theme[0].toUpperCase() + theme.slice(1);
    };
    button.addEventListener('click', () => {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length];
      keep(theme);
      show();
      name();
    });
    name();
    button.hidden = false;
  };

  const asked = new URLSearchParams(location.search);
  const remember = (name, value) => {
    if (value) asked.set(name, value);
    else asked.delete(name);
    history.replaceState(null, '', (asked.size ? '?' + asked : location.pathname) + location.hash);
  };

  const valueOf = (row, column) => row.cells[column]?.dataset.v ?? '';
  const compare = (one, other) => {
    // What is not known comes last, whichever way round.
    if (one === '' || other === '') return { empty: (one === '') - (other === ''), order: 0 };
    const numbers = [Number(one), Number(other)];
    if (!numbers.some(Number.isNaN)) return { empty: 0, order: numbers[0] - numbers[1] };
    return { empty: 0, order: one < other ? -1 : one > other ? 1 : 0 };
  };

  const sortable = (table) => {
    const heads = [...table.tHead.rows[0].cells];
    const body = table.tBodies[0];
    const sort = (column, way) => {
      const sign = way === 'descending' ? -1 : 1;
      const rows = [...body.rows].sort((one, other) => {
        const { empty, order } = compare(valueOf(one, column), valueOf(other, column));
        return empty || sign * order;
      });
      body.append(...rows);
      for (const head of heads) head.removeAttribute('aria-sort');
      heads[column].setAttribute('aria-sort', way);
    };
    heads.forEach((head, column) => {
      const first = head.dataset.first;
      if (!first) return;
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener('click', () => {
        const now = head.getAttribute('aria-sort');
        const way = now === null ? first : now === 'ascending' ? 'descending' : 'ascending';
        sort(column, way);
        remember('sort', column + '-' + way);
      });
    });
    const [column, way] = (asked.get('sort') ?? '').split('-');
    if (heads[column]?.dataset.first && ['ascending', 'descending'].includes(way)) sort(Number(column), way);
  };

  const filterable = (box) => {
    const input = box.querySelector('input');
    const rows = [...document.querySelectorAll('[data-find]')];
    const filter = () => {
      const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
      let shown = 0;
      for (const row of rows) {
        row.hidden = !words.every((word) => row.dataset.find.includes(word));
        if (!row.hidden) shown += 1;
      }
      box.querySelector('output').textContent = shown + ' shown';
      document.querySelector('.nothing-found').hidden = shown > 0;
    };
    input.value = asked.get('q') ?? '';
    input.addEventListener('input', () => {
      filter();
      remember('q', input.value.trim());
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && event.target !== input) {
        event.preventDefault();
        input.focus();
      }
      if (event.key === 'Escape' && event.target === input && input.value !== '') {
        input.value = '';
        input.dispatchEvent(new Event('input'));
      }
    });
    filter();
    box.hidden = false;
  };

  document.addEventListener('DOMContentLoaded', () => {
    themeButton();
    for (const table of document.querySelectorAll('table.sortable')) sortable(table);
    const box = document.querySelector('.filter');
    if (box) filterable(box);
  });
})();
`;
// src/report/pages/assets/sign-in/asking.ts
const asking = `
  const base64url = (bytes) =>
    btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  const bytesOf = (text) => new TextEncoder().encode(text);
  const random = (count) => base64url(crypto.getRandomValues(new Uint8Array(count)));

  const begin = async (door) => {
    const [state, verifier] = [random(24), random(48)];
    const challenge = base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(verifier))));
    try {
      sessionStorage.setItem(key, JSON.stringify({ account: door.account, state, verifier }));
    } catch { throw new Told('storage'); }
    location.assign(one('#doors').dataset.authorize + '?' + new URLSearchParams({
      response_type: 'code',
      client_id: door.client,
      redirect_uri: here,
      scope: door.scopes,
      state,
      // Who is signed in to several accounts sees which one it will be.
      show_dialog: 'true',
      code_challenge_method: 'S256',
      code_challenge: challenge,
    }));
  };

  const ask = async (address, request) => {
    try {
      const answer = await fetch(address, { ...request, credentials: 'omit', cache: 'no-store', redirect: 'error' });
      const text = await answer.text();
      let json = null;
      try { json = JSON.parse(text); } catch { /* its words are shown instead */ }
      return { status: answer.status, text, json };
    } catch { throw new Told('unreachable'); }
  };

  const exchange = async (door, code, verifier) => {
    const body = new URLSearchParams({
      grant_type: 'authorization_code', code, redirect_uri: here, client_id: door.client, code_verifier: verifier,
    });
    const { status, text, json } = await ask(one('#doors').dataset.token, { method: 'POST', body });
    if (status === 200 && json?.access_token && json.refresh_token) return json;
    const reason = short(json?.error_description ?? json?.error ?? (status === 200 ? 'no token' : text));
    if (status >= 500 || !json?.error) throw new Told('unclear', { reason });
    if (json.error === 'invalid_client') throw new Told('app', { reason, app: door.app });
    throw new Told(/redirect/i.test(reason) ? 'redirect' : 'refused', { reason });
  };

  const whoIs = async (door, access) => {
    for (let attempt = 1; ; attempt += 1) {
      const headers = { authorization: 'Bearer ' + access };
      const { status, text, json } = await ask(one('#doors').dataset.me, { headers });
      if (status === 200 && typeof json?.id === 'string' && json.id !== '') return json;
      const reason = short(json?.error?.message ?? text);
      if (status === 403) throw new Told(/premium/i.test(reason) ? 'premium' : 'allow-list', { app: door.app });
      // False refusals of good tokens pass, and so do failing servers.
      if ((status !== 401 && status < 500) || attempt === 3) throw new Told('unclear', { reason });
      await new Promise((go) => setTimeout(go, 1000 * attempt));
    }
  };

  /** By what never changes where both are known. */
  const isSame = (door, { id, account_id }) => door.accountId && account_id ? door.accountId === account_id : door.user === id;

  const check = (door, doors, token, user) => {
    const granted = (token.scope ?? door.scopes).split(' ');
    const missing = door.scopes.split(' ').filter((scope) => !granted.includes(scope));
    const facts = { account: door.account, user: user.id, recorded: door.user, missing: missing.join(', ') };
    if (missing.length > 0) throw new Told('scopes', facts);
    if (door.user !== '' && !isSame(door, user)) throw new Told('other-user', facts);
    const other = doors.find((one) => one.account !== door.account && isSame(one, user));
    if (other) throw new Told('same-user', { ...facts, other: other.account });
  };
`;
// src/report/pages/assets/sign-in/showing.ts
const showing = `
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  /** Six calendar months, or the last day of a shorter month. */
  const endOf = (date) => {
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 6];
    const last = new Date(Date.UTC(year, month + 1, 0));
    const day = Math.min(date.getUTCDate(), last.getUTCDate());
    return day + ' ' + months[last.getUTCMonth()] + ' ' + last.getUTCFullYear();
  };

  const show = (door, token, user) => {
    const now = new Date();
    const at = now.toISOString().slice(0, 19) + 'Z';
    // Spotify may say null, which a secret does not take: it leaves out what is not known.
    const names = { user_id: user.id, account_id: user.account_id || undefined };
    const secret = { v: 1, refresh_token: token.refresh_token, ...names, authorized_at: at };
    fill('secret', base64url(bytesOf(JSON.stringify(secret))));
    fill('variable', door.variable);
    fill('account', door.account);
    fill('user', user.display_name ? user.display_name + ' (' + user.id + ')' : user.id);
    fill('until', endOf(now));
    one('#told').hidden = true;
    one('#done').hidden = false;
    one('#done').focus();
  };

  const copying = (button) => {
    const text = one('#' + button.dataset.copy);
    const label = button.firstChild.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(text.textContent);
        button.firstChild.textContent = 'Copied';
        setTimeout(() => { button.firstChild.textContent = label; }, 2000);
      } catch { getSelection().selectAllChildren(text); }
    });
  };

  // Neither going back nor the browser's memory of pages shows it again, or keeps a question that was left open.
  addEventListener('pagehide', () => {
    if (one('#done').hidden) return;
    fill('secret', '');
    one('#done').hidden = true;
  });
  addEventListener('pageshow', ({ persisted }) => { if (persisted) take(); });

`;
// src/report/pages/sign-in/words.ts
const allowed = {
	"playlist-read-private": "see your private playlists",
	"playlist-read-collaborative": "see the playlists you share",
	"playlist-modify-private": "change your private playlists",
	"playlist-modify-public": "change your public playlists",
	"user-library-read": "see what you liked",
	"user-top-read": "see what you play most",
	"user-follow-read": "see which artists you follow"
};
// src/report/pages/assets/sign-in/script.ts
const signInScript = `'use strict';
(() => {
  const key = 'setlist-sign-in';
  const take = () => {
    try {
      const kept = sessionStorage.getItem(key);
      sessionStorage.removeItem(key);
      return JSON.parse(kept);
    } catch { return null; }
  };

  // Before anything else, whatever came back.
  const kept = take();
  const returned = new URLSearchParams(location.search);
  if (location.search !== '') history.replaceState(null, '', location.pathname);
  // Both names of the page are one address for Spotify.
  const here = location.origin + location.pathname.replace(/index\\.html$/, '');

${`
  const told = ${JSON.stringify({
	waiting: ["Signing in \u201C{account}\u201D", "One moment: Spotify is being asked who agreed, and to what."],
	denied: ["You did not agree", "Spotify was told that \u201C{account}\u201D may not be used, so there is no secret and nothing was kept. To agree after all, begin again below."],
	state: ["This answer belongs to another sign-in", "This tab did not ask for it, so it was not used and nothing was kept. Begin again below, and agree in the same tab."],
	failed: ["Spotify did not sign anybody in", "It says \u201C{reason}\u201D. Nothing was kept; begin again below."],
	refused: ["Spotify takes the consent back", "It says \u201C{reason}\u201D. A consent is good once and for ten minutes; begin again below."],
	redirect: ["Spotify does not know this page", "It says \u201C{reason}\u201D. Register the address given under \u201CBefore the first time\u201D, letter by letter, and begin again."],
	app: ["Spotify does not know the app \u201C{app}\u201D", "It says \u201C{reason}\u201D. Copy the client id of the app from Spotify\u2019s developer dashboard to playlists/setlist.yaml."],
	unreachable: ["Spotify cannot be reached", "Look whether you are online and whether an extension of the browser blocks Spotify; then begin again below."],
	unclear: ["Spotify\u2019s answer makes no sense", "It says \u201C{reason}\u201D. Nothing was kept; wait a minute and begin again below."],
	scopes: ["Not everything was allowed", "The rules of \u201C{account}\u201D also need {missing}. Nothing was kept; begin again below and agree to all that is asked."],
	"other-user": ["That is somebody else", "You signed in as \u201C{user}\u201D, but \u201C{account}\u201D has been \u201C{recorded}\u201D so far. Sign out at Spotify, and begin again below as \u201C{recorded}\u201D."],
	"same-user": ["That is another account", "You signed in as \u201C{user}\u201D, which is the account \u201C{other}\u201D. Sign out at Spotify, and begin again below as the user of \u201C{account}\u201D."],
	"allow-list": ["The app \u201C{app}\u201D does not list this user", "In Spotify\u2019s developer dashboard, add the user\u2019s name and e-mail address under User Management of the app; then begin again below."],
	premium: ["The owner of the app \u201C{app}\u201D has no Premium", "Spotify\u2019s apps work while their owners subscribe. Renew the subscription of the app\u2019s owner; then begin again below."],
	storage: ["This browser keeps nothing for this page", "Two random texts have to wait in this tab while you are at Spotify. Allow the page to store data, or use another browser."],
	address: ["Nobody can sign in at this address", "Spotify sends people back to https addresses and to http://127.0.0.1 only. Open the page at one of these."],
	framed: ["This page stands inside another", "Open it in a tab of its own to sign in: {address}"]
})};
  const one = (selector) => document.querySelector(selector);
  const fill = (name, text) => {
    for (const place of document.querySelectorAll('[data-is="' + name + '"]')) place.textContent = text;
  };
  const short = (text) => (typeof text === 'string' && text !== '' ? text.slice(0, 120) : 'nothing');

  /** Ends in words; what they hold in braces is filled in. */
  class Told extends Error {
    constructor(kind, facts = {}) {
      super(kind);
      this.facts = facts;
    }
  }
  const tell = ({ message, facts }) => {
    const [title, text] = (told[message] ?? told.unclear).map((words) =>
      words.replace(/\\{(\\w+)\\}/g, (_, name) => facts?.[name] ?? ''));
    fill('title', title);
    fill('text', text);
    const box = one('#told');
    box.hidden = false;
    box.classList.toggle('bad', message !== 'waiting');
    box.focus();
  };
`}${asking}${showing}  const takeUp = async (doors) => {
    if (!['code', 'error', 'state'].some((name) => returned.has(name))) return;
    const door = doors.find(({ account }) => account === kept?.account);
    if (!door || !kept.state || returned.get('state') !== kept.state) throw new Told('state');
    const [code, error] = [returned.get('code'), returned.get('error')];
    if (error === 'access_denied') throw new Told('denied', door);
    if (error !== null || !code) throw new Told('failed', { reason: short(error ?? 'no code') });
    tell(new Told('waiting', door));
    const token = await exchange(door, code, kept.verifier);
    const user = await whoIs(door, token.access_token);
    check(door, doors, token, user);
    show(door, token, user);
  };

  const placeProblem = () => {
    if (top !== self) return new Told('framed', { address: here });
    const { protocol, hostname } = location;
    const fits = protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', '[::1]'].includes(hostname));
    return fits ? null : new Told('address');
  };

  document.addEventListener('DOMContentLoaded', () => {
    const problem = placeProblem();
    if (problem) return tell(problem);
    const rows = [...document.querySelectorAll('#doors > li')];
    for (const row of rows) {
      const button = row.querySelector('button');
      button.hidden = false;
      button.addEventListener('click', () => { begin(row.dataset).catch(tell); });
    }
    for (const button of document.querySelectorAll('[data-copy]')) copying(button);
    fill('here', here);
    for (const shown of document.querySelectorAll('.scripted')) shown.hidden = false;
    for (const other of document.querySelectorAll('.unscripted')) other.hidden = true;
    takeUp(rows.map(({ dataset }) => dataset)).catch(tell);
  });
})();
`;
// src/report/pages/assets/colours.ts
const panel = {
	light: "#ffffff",
	dark: "#17191c"
};
const own$1 = {
	page: {
		light: "#faf9f6",
		dark: "#101113"
	},
	act: {
		light: "#a83a10",
		dark: "#f0a37a"
	},
	"act-ground": {
		light: "#fbeee7",
		dark: "#33211a"
	},
	watch: {
		light: "#7a5a00",
		dark: "#e2c46a"
	},
	"watch-ground": {
		light: "#faf3dc",
		dark: "#2b2616"
	},
	note: {
		light: "#2158cc",
		dark: "#8fb5f8"
	},
	"note-ground": {
		light: "#ecf1fb",
		dark: "#1a2436"
	},
	hover: {
		light: "#f5f3ee",
		dark: "#1d1f23"
	}
};
const token = ([name, { light, dark }]) => `  --${name}: light-dark(${light}, ${dark});`;
// src/report/pages/assets/style.ts
const style = [
	`:root {
  color-scheme: light dark;
${[...Object.entries({
		...shades,
		panel
	}), ...Object.entries(own$1)].map(token).join("\n")}
}
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
${themeRules("svg")}
`,
	`
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 16px; }
body {
  margin: 0;
  background: var(--page);
  color: var(--ink);
  font: 15px/1.5 Inter, system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif;
  font-variant-numeric: tabular-nums;
}
h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h1 { font-size: 32px; line-height: 1.18; letter-spacing: -0.022em; font-weight: 650; text-wrap: balance; overflow-wrap: anywhere; }
h2 { font-size: 17px; line-height: 1.35; letter-spacing: -0.008em; font-weight: 620; overflow-wrap: anywhere; }
h3 { font-size: 15px; line-height: 1.45; font-weight: 600; overflow-wrap: anywhere; }
a { color: inherit; text-decoration-color: var(--faint); text-underline-offset: 3px; text-decoration-thickness: 1px; }
a:hover { color: var(--blue); text-decoration-color: currentcolor; }
:focus-visible { outline: 2px solid var(--blue); outline-offset: 2px; border-radius: 3px; }
button, input { font: inherit; color: inherit; }
code, .mono { font: 0.9em/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
svg { display: block; }
[hidden] { display: none !important; }
.column { max-width: 1112px; margin-inline: auto; padding-inline: 20px; }
.mute { color: var(--mute); }
.sub { color: var(--mute); font-size: 13.5px; overflow-wrap: anywhere; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; inset-inline-start: 12px; inset-block-start: -60px; padding: 8px 12px; background: var(--panel); border: 1px solid var(--line); border-radius: 5px; z-index: 1; }
.skip:focus { inset-block-start: 12px; }

.head { border-block-end: 1px solid var(--line); }
.head .column { display: flex; align-items: center; gap: 28px; min-height: 56px; }
.brand { display: inline-flex; align-items: center; gap: 10px; font-weight: 620; text-decoration: none; }
.head nav { display: flex; gap: 24px; font-size: 14px; }
.head nav a { color: var(--mute); text-decoration: none; padding-block: 6px; }
.head nav a:hover { color: var(--blue); }
.head nav a[aria-current] { color: var(--ink); font-weight: 550; }
.theme { margin-inline-start: auto; min-width: 52px; padding: 4px 10px; font-size: 13px; color: var(--mute); background: var(--panel); border: 1px solid var(--line); border-radius: 5px; cursor: pointer; }
.theme:hover { color: var(--ink); }

main { padding-block: 40px 56px; }
main > * + * { margin-block-start: 28px; }
.intro > * + * { margin-block-start: 8px; }
.stamp { display: flex; align-items: baseline; gap: 8px; color: var(--mute); font-size: 13.5px; }
.stamp::before { content: ""; flex: none; width: 8px; height: 8px; border-radius: 4px; background: var(--blue); }
.stamp.old::before { background: var(--clay); }
.lead { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 8px 16px; }
.facts { color: var(--mute); max-width: 72ch; overflow-wrap: anywhere; }

.card { background: var(--panel); border: 1px solid var(--line); border-radius: 10px; }
.padded { padding: 20px 22px; }
.padded > h2 + .sub { margin-block-start: 2px; }
.padded > .sub + * { margin-block-start: 14px; }
.padded.row { margin: 0; padding-block-end: 12px; }
.row { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 8px 16px; }

main:focus { outline: none; }
h2.small { font-size: 15px; font-weight: 600; }
.need > li { display: grid; grid-template-columns: 108px 1fr auto; gap: 4px 20px; padding: 16px 18px; align-items: start; }
.need > li + li { border-block-start: 1px solid var(--line); }
.need .do { font-size: 14px; text-align: end; }
.need .sub { max-width: 76ch; }

.pill { display: inline-flex; align-items: baseline; gap: 5px; padding: 1px 8px; border-radius: 5px; font-size: 12.5px; line-height: 1.6; font-weight: 550; white-space: nowrap; color: var(--mute); background: var(--hover); }
.pill.act, .pill.hand { color: var(--act); background: var(--act-ground); }
.pill.watch, .pill.spotify { color: var(--watch); background: var(--watch-ground); }
.pill.note, .pill.planned { color: var(--note); background: var(--note-ground); }

.figures { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; border-block: 1px solid var(--line); }
.figures > div { padding: 14px 20px 16px; }
.figures > div:first-child { padding-inline-start: 0; }
.figures > div + div { border-inline-start: 1px solid var(--line); }
.figures dt { color: var(--mute); font-size: 13.5px; }
.figures .number { font-size: 26px; line-height: 1.25; font-weight: 640; letter-spacing: -0.022em; }
.figures .number small { font-size: 14px; font-weight: 400; letter-spacing: 0; color: var(--mute); }

.foot { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 6px 24px; padding-block: 24px 40px; color: var(--mute); font-size: 13px; border-block-start: 1px solid var(--line); }
`,
	`
.tools { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; justify-content: space-between; margin-block-end: 12px; }
.filter { display: flex; align-items: center; gap: 16px; font-size: 13.5px; color: var(--mute); }
.filter input { width: 272px; max-width: 100%; padding: 6px 12px; background: var(--panel); border: 1px solid var(--line); border-radius: 6px; font-size: 14px; }
.filter input::placeholder { color: var(--faint); opacity: 1; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 14px; }
th, td { padding: 9px 10px; text-align: start; font-weight: inherit; vertical-align: middle; }
th:first-child, td:first-child { padding-inline-start: 18px; }
th:last-child, td:last-child { padding-inline-end: 18px; }
thead th { color: var(--mute); font-size: 12.5px; white-space: nowrap; padding-block: 8px; }
thead button { padding: 2px 0; border: 0; background: none; cursor: pointer; }
thead button:hover { color: var(--ink); }
th[aria-sort] { color: var(--ink); }
th[aria-sort="ascending"] button::after { content: " \u2191"; }
th[aria-sort="descending"] button::after { content: " \u2193"; }
tbody tr { border-block-start: 1px solid var(--line); }
tbody tr:hover { background: var(--hover); }
tbody th a { font-weight: 600; text-decoration: none; overflow-wrap: anywhere; }
tbody th a, tbody th .sub { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
tbody th .sub { -webkit-line-clamp: 1; }
tbody th a:hover { text-decoration: underline; }
.n { text-align: end; white-space: nowrap; }
td .label { display: none; }
.reason .why { color: var(--mute); font-size: 13px; }
.tracks .place { width: 48px; color: var(--mute); }
.tracks .reason { width: 34%; }
.plain { max-width: 640px; }
.plain th, .plain td { padding: 5px 10px; }
.fine { color: var(--mute); font-size: 13px; white-space: nowrap; }
.up { color: var(--blue); }
.down { color: var(--clay); }
.none { padding: 28px 18px; text-align: center; color: var(--mute); }
.key { display: flex; flex-wrap: wrap; gap: 4px 16px; margin-block-start: 10px; font-size: 12.5px; color: var(--mute); }
.key small { font-size: inherit; }
.key span::before { content: ""; display: inline-block; width: 10px; height: 10px; margin-inline-end: 6px; border-radius: 2.5px; background: currentcolor; vertical-align: -0.5px; }
.key .in::before { background: var(--blue); }
.key .out::before { background: var(--clay); }

.chart svg { max-width: 100%; height: auto; margin-inline: auto; }
.chart .wide svg { width: 100%; }
.chart .narrow { display: none; }
.chart .narrow svg { width: 100%; max-width: 380px; margin-block-start: 10px; }

.changes > li { display: grid; grid-template-columns: 118px 1fr; gap: 4px 16px; padding-block: 16px; }
.changes > li + li { border-block-start: 1px solid var(--line); }
.changes > li:last-child { padding-block-end: 0; }
.changes .when { color: var(--mute); font-size: 13.5px; padding-block-start: 1px; }
.changes .what { display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px 10px; }
.moves { margin-block-start: 10px; border: 1px solid var(--line); border-radius: 6px; overflow: hidden; font-size: 14px; }
.moves li { display: grid; grid-template-columns: 14px minmax(0, 5fr) minmax(0, 4fr); gap: 2px 10px; padding: 6px 12px; align-items: baseline; }
.moves li + li { border-block-start: 1px solid var(--line); }
.moves .entered { background: var(--note-ground); }
.moves .left { background: var(--act-ground); }
.moves .sign { font-weight: 600; }
.moves .entered .sign { color: var(--blue); }
.moves .left .sign { color: var(--clay); }
.title { font-weight: 550; }
.artists { font-weight: 400; color: var(--mute); margin-inline-start: 4px; }
.moves .name, .moves .why, .reason { overflow-wrap: anywhere; }
.moves .why { color: var(--mute); font-size: 13px; text-align: end; }
dl.rule > div { display: grid; grid-template-columns: 118px 1fr; gap: 2px 16px; padding-block: 6px; font-size: 14px; }
dl.rule > div + div { border-block-start: 1px solid var(--line); }
dl.rule dt { color: var(--mute); font-size: 13.5px; }
dl.rule dd { grid-column: 2; overflow-wrap: anywhere; }
dl.rule .why { color: var(--mute); font-size: 13px; }
details > summary { cursor: pointer; font-size: 13.5px; color: var(--mute); padding-block: 6px; width: fit-content; }
details > summary:hover { color: var(--blue); }
pre { margin: 0; padding: 14px 16px; overflow-x: auto; font: 13px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; background: var(--hover); border-radius: 6px; }
`,
	`
@media screen and (max-width: 1000px) {
  .optional { display: none; }
}
@media screen and (max-width: 880px) {
  .chart .wide { display: none; }
  .chart .narrow { display: block; }
}
@media screen and (max-width: 720px) {
  .column { padding-inline: 16px; }
  .head .column { gap: 18px; }
  .head nav { gap: 14px; }
  h1 { font-size: 26px; }
  main { padding-block: 28px 40px; }
  .need > li { grid-template-columns: 1fr; padding: 14px 16px; }
  .need .do { text-align: start; padding-block-start: 4px; }
  .figures { grid-auto-flow: row; grid-template-columns: 1fr 1fr; }
  .figures > div { padding-inline: 16px 8px; }
  .figures > div:nth-child(odd) { padding-inline-start: 0; border-inline-start: 0; }
  .figures > div:nth-child(n + 3) { border-block-start: 1px solid var(--line); }
  .filter { width: 100%; justify-content: space-between; }
  .filter label { flex: 1; }
  .filter input { width: 100%; font-size: 16px; }
  .padded { padding: 16px; }
  .changes > li { grid-template-columns: 1fr; }
  dl.rule > div { grid-template-columns: 84px 1fr; }
  .moves li { grid-template-columns: 14px 1fr; }
  .moves .why { grid-column: 2; text-align: start; }
  table.cards, .cards tbody, .cards tr, .cards th, .cards td { display: block; }
  .cards thead { display: none; }
  .cards tr { display: grid; grid-template-columns: 1fr auto; gap: 2px 12px; align-items: center; padding: 12px 16px; }
  .cards tbody tr:first-child { border-block-start: 0; }
  .cards tr > th, .cards tr > td { padding: 0; }
  .cards .optional { display: block; }
  .cards td .label { display: inline; color: var(--mute); font-size: 12.5px; margin-inline-end: 6px; }
  .cards .line, .cards .bars, .cards .state, .cards .reason { grid-column: 1; }
  .cards .followers { grid-row: 2; grid-column: 2; }
  .cards .moved { grid-row: 3; grid-column: 2; }
  .cards .last { grid-row: 4; grid-column: 2; }
  .tracks tr { grid-template-columns: 28px 1fr auto; }
  .tracks .place, .tracks .reason { width: auto; }
  .tracks .place { grid-column: 1; text-align: start; }
  .tracks .reason { grid-column: 2 / -1; }
  .tracks .since { grid-column: 3; }
  .tracks .stay { display: none; }
}
@media print {
  :root { color-scheme: light !important; --page: #ffffff; }
  @page { margin: 14mm; }
  body { font-size: 12px; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h1 { font-size: 24px; }
  h2 { font-size: 15px; }
  h3 { font-size: 13px; }
  table, .moves, .sub, .stamp, .figures dt, .changes .when, dl.rule > div, dl.rule dt, details > summary { font-size: 11.5px; }
  h2.small { font-size: 13px; }
  th, td { padding-inline: 6px; }
  .pill, .key, .moves .why, .reason .why, dl.rule .why, .fine, thead th { font-size: 10.5px; }
  .figures .number { font-size: 20px; }
  main > * + * { margin-block-start: 18px; }
  th, td { padding-block: 5px; }
  .head nav, .theme, .skip, .filter, .do.local { display: none !important; }
  main { padding-block: 16px; }
  .column { max-width: none; padding-inline: 0; }
  .card, .need > li, .changes > li > *, tr, .moves li { break-inside: avoid; }
  .card.long { break-inside: auto; }
  h2, h3 { break-after: avoid; }
  thead { display: table-header-group; }
  a { text-decoration: none; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
`,
	`
.tools + .unscripted { margin-block-end: 12px; }
.doors > li { align-items: center; }
.go { padding: 9px 16px; font-size: 14px; font-weight: 550; color: var(--page); background: var(--ink); border: 1px solid var(--ink); border-radius: 6px; cursor: pointer; white-space: nowrap; }
.go:hover { background: var(--blue); border-color: var(--blue); }
.plainly { flex: none; padding: 3px 10px; font-size: 13px; color: var(--mute); background: var(--panel); border: 1px solid var(--line); border-radius: 5px; cursor: pointer; }
.plainly:hover { color: var(--ink); }
.copied { display: flex; align-items: flex-start; justify-content: space-between; gap: 10px 16px; }
.copied code { padding-block: 3px; user-select: all; }
div.copied { padding: 8px 8px 8px 14px; background: var(--hover); border-radius: 6px; align-items: center; }
.secret { word-break: break-all; }
.mark { margin-block-end: 8px; }
.told:not(.bad) .mark { display: none; }
.told .sub, .done .sub { max-width: 92ch; }
.done:focus, .told:focus { outline: none; }
.points { max-width: 84ch; margin-block-start: 8px; color: var(--mute); font-size: 14px; }
.points > li { padding-inline-start: 16px; position: relative; }
.points > li + li { margin-block-start: 6px; }
.points > li::before { content: ""; position: absolute; inset-inline-start: 2px; inset-block-start: 9px; width: 4px; height: 4px; border-radius: 2px; background: var(--faint); }
@media screen and (max-width: 720px) {
  .go { width: 100%; padding-block: 12px; font-size: 15px; }
  .doors > li { gap: 8px; }
  .doors > li > div:first-child { order: 0; }
  .plainly { padding-block: 8px; }
  .done dl.rule > div { grid-template-columns: 1fr; }
  .done dl.rule dd { grid-column: 1; }
}
@media print {
  .secret, .go, .plainly { display: none !important; }
}
`
].join("");
// src/report/insight/entries.ts
function entriesOf({ changes }, { id }) {
	const entered = changes.filter(({ playlist }) => playlist.id === id).flatMap((change) => change.entered.map(({ key, why }) => [key, {
		night: change.night,
		why
	}]));
	return new Map(entered.toReversed());
}
// src/report/pages/data.ts
const csv = (rows) => rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
function cell(value) {
	if (typeof value !== "string") return String(value ?? "");
	const text = /^[\s]*[=+\-@]/.test(value) || /^[\t\r\n]/.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}
const nightsCsv = ({ nights }) => csv([[
	"night",
	"tracks",
	"in",
	"out",
	"by_hand",
	"held"
], ...nights.map(({ night, count, entered, left, byHand, held }) => [
	night,
	count,
	entered,
	left,
	byHand,
	held
])]);
function tracksCsv(playlist, insight) {
	const entries = entriesOf(insight, playlist);
	const rows = playlist.tracks.map((key, index) => {
		const [label, entry] = [insight.labels.get(key), entries.get(key)];
		return [
			index + 1,
			key,
			label?.title ?? null,
			label?.artists ?? null,
			entry?.night ?? null,
			entry?.why?.datum ?? null
		];
	});
	return csv([[
		"position",
		"uri",
		"title",
		"artists",
		"in_since",
		"why"
	], ...rows]);
}
function playlistJson(playlist, insight) {
	const entries = entriesOf(insight, playlist);
	return `${canonicalJson({
		version: 1,
		night: insight.night,
		...playlist,
		tracks: playlist.tracks.map((uri) => ({
			uri,
			label: insight.labels.get(uri) ?? null,
			since: entries.get(uri)?.night ?? null,
			why: entries.get(uri)?.why ?? null
		})),
		changes: insight.changes.filter((one) => one.playlist.id === playlist.id).map(({ playlist: _, ...one }) => one)
	})}\n`;
}
// src/report/pages/moves.ts
const few$2 = 6;
const signs = {
	left: {
		sign: "\u2212",
		said: "out"
	},
	entered: {
		sign: "+",
		said: "in"
	},
	moved: {
		sign: "\u2195",
		said: "moved"
	}
};
function rows(moves, out) {
	const all = [
		"left",
		"entered",
		"moved"
	].flatMap((kind) => moves[kind].map((row) => ({
		kind,
		drawn: line$4(kind, row, out)
	})));
	if (all.length === 0) return null;
	const shown = all.length <= 7 ? all.length : few$2;
	const list = (part) => html`<ul class="moves">${part.map(({ drawn }) => drawn)}</ul>`;
	if (shown === all.length) return list(all);
	return html`${list(all.slice(0, shown))}<details><summary>and ${all.length - shown} more</summary>${list(all.slice(shown))}</details>`;
}
const line$4 = (kind, row, out) => html`<li class="${kind}"><span class="sign"><span aria-hidden="true">${signs[kind].sign}</span><span class="unseen">${signs[kind].said}</span></span><span class="name">${called(row)}</span>${because(row, out)}</li>`;
const called = ({ key, label }) => label === null ? html`<code>${key}</code>` : html`<bdi class="title">${label.title}</bdi> <bdi class="artists">${label.artists}</bdi>`;
const because = ({ why }, out) => why === null ? null : html`<span class="why"><bdi>${why.datum}</bdi>${why.rule === null ? null : html` ${out.rule(why.rule)}`}</span>`;
// src/report/pages/attention.ts
const pills = {
	"sign-in": {
		word: "Sign in",
		tone: "act"
	},
	"hand-edits": {
		word: "Decide",
		tone: "act"
	},
	guard: {
		word: "Held back",
		tone: "act"
	},
	account: {
		word: "Account",
		tone: "act"
	},
	unreadable: {
		word: "Unreadable",
		tone: "act"
	},
	"not-written": {
		word: "Not written",
		tone: "watch"
	},
	source: {
		word: "Waits",
		tone: "watch"
	},
	unfinished: {
		word: "Unfinished",
		tone: "watch"
	}
};
const pill = (kind) => html`<span class="pill ${pills[kind].tone}"><span aria-hidden="true">!</span>${pills[kind].word}</span>`;
const attention = (list, where) => list.length === 0 ? null : html`<section aria-label="Needs a person"><ul class="card need">
${list.map((one) => item$1(one, where))}</ul></section>`;
const item$1 = (one, { out, on }) => {
	const { kind, sentence, action, added, removed, rule } = one;
	return html`<li>
<div>${pill(kind)}</div>
<div>
<h2 class="small"><bdi>${sentence}</bdi></h2>
<p class="sub">${order(action)}</p>
${on === "playlist" ? rows({
		entered: added,
		left: removed,
		moved: []
	}, out) : null}</div>
<div class="do">${on === "index" ? wayOn(one) : rule === null ? null : out.rule(rule)}</div>
</li>
`;
};
function wayOn({ kind, account, playlist }) {
	if (kind === "sign-in") return html`<a href="${url("sign-in/index.html")}">Sign in<span class="unseen"> as ${account}</span></a>`;
	return playlist === null ? null : html`<a href="${url(pageOf$1(playlist))}">Look<span class="unseen"> at ${named$2(playlist)}</span></a>`;
}
// src/report/pages/changes.ts
const tags = {
	setlist: {
		tag: "planned",
		word: "planned"
	},
	hand: {
		tag: "hand",
		word: "by hand"
	},
	spotify: {
		tag: "spotify",
		word: "Spotify"
	}
};
const deeds = {
	created: "Created",
	adopted: "Met for the first time",
	details: "Details changed",
	renamed: "Ruled by another file now",
	forgotten: "No longer ruled, left as it is"
};
function newsOf(all) {
	const about = ({ run, playlist }) => `${run} ${playlist.id}`;
	const own = all.filter(({ who }) => who.by === "setlist");
	const withRows = new Set(own.filter(({ kind }) => kind !== "details").map(about));
	return all.filter((one) => one.kind !== "details" || one.who.by !== "setlist" || !withRows.has(about(one)));
}
const changesInShort = (changes, has, out) => html`<ol class="changes">${changes.map((change) => html`<li>
<div class="when">${dayOfWeek(change.night)}</div>
<div><div class="what"><h3 dir="auto">${subject(change, has)}</h3>
<span>${lowered(summary(change))}</span>${tag(change)}</div>
<p class="sub">${origin(change, out)}</p></div>
</li>
`)}</ol>`;
const subject = (change, has) => has(change.playlist) ? html`<a href="${url(`${pageOf$1(change.playlist)}#${anchorOf(change)}`)}">${named$2(change.playlist)}</a>` : html`${named$2(change.playlist)}`;
const changesInFull = (changes, out) => html`<ol class="changes">${changes.map((change, index) => html`<li id="${anchorOf(change)}">
<div class="when">${dayOfWeek(change.night)}</div>
<div><div class="what"><h3>${summary(change)}</h3>${tag(change)}</div>
<p class="sub">${origin(change, out)}</p>
${change.details.map(([field, value]) => html`<p class="sub">${field}: <bdi>${value}</bdi></p>`)}${folded$2(rows(change, out), index >= open$1)}</div>
</li>
`)}</ol>`;
const open$1 = 5;
const folded$2 = (list, isOld) => list === null || !isOld ? list : html`<details><summary>Rows and whys</summary>${list}</details>`;
const tag = ({ who }) => html`<span class="pill ${tags[who.by].tag}">${tags[who.by].word}</span>`;
function summary({ kind, entered, left, moved }) {
	const tally = [
		...entered.length > 0 ? [`${grouped(entered.length)} in`] : [],
		...left.length > 0 ? [`${grouped(left.length)} out`] : [],
		...moved.length > 0 ? [`${grouped(moved.length)} moved`] : []
	].join(", ");
	if (kind === "items") return tally === "" ? "The order changed" : tally;
	return tally === "" ? deeds[kind] : `${deeds[kind]}: ${tally}`;
}
const lowered = (text) => text.slice(0, 1).toLowerCase() + text.slice(1);
function origin({ by, commit }, out) {
	const linked = out.commit(commit);
	return html`<bdi>${by}</bdi>${linked === null ? null : html` · ${linked}`}`;
}
// src/report/pages/figures.ts
const figures = (list) => html`<dl class="figures">${list.map(({ what, number, unit, beside }) => html`<div><dt>${what}</dt><dd class="number">${number}${unit === void 0 ? null : html` <small>${unit}</small>`}</dd><dd class="sub">${beside}</dd></div>`)}</dl>`;
const sum = (list, of) => list.reduce((all, one) => all + of(one), 0);
function figuresOfAll({ playlists, runs, nights }, newest) {
	const [entered, left] = [sum(playlists, (one) => one.entered28), sum(playlists, (one) => one.left28)];
	const tracks = sum(playlists, ({ count }) => count);
	const before = nights.find(({ night }) => nightsFrom(night, newest) === 28);
	const known = playlists.filter(({ followers }) => followers !== null);
	const [run] = runs;
	return figures([
		{
			what: "Tracks, all playlists",
			number: grouped(tracks),
			beside: growth(before?.tracks, tracks, nights.length)
		},
		{
			what: "Came and went, 28 nights",
			number: grouped(entered + left),
			beside: `${grouped(entered)} in, ${grouped(left)} out`
		},
		{
			what: "Followers",
			number: known.length === 0 ? "not read" : grouped(sum(known, ({ followers }) => followers ?? 0)),
			beside: `${grouped(known.length)} of ${many(playlists.length, "playlist")}`
		},
		...run === void 0 ? [] : [{
			what: "Last run that did something",
			number: endingOf$1(run),
			beside: `${ago(run.night, newest)}, ${many(run.requests, "request")}${run.exit === 0 ? "" : `, exit ${run.exit}`}`
		}]
	]);
}
function growth(before, now, nights) {
	if (before === void 0 || before === 0) return many(nights, "night");
	return `${percent((now - before) / before)} in 28 nights`;
}
function figuresOf(playlist, newest) {
	const { count, followers, entered28, left28, lastChange, nights } = playlist;
	const before = nights.find(({ night }) => nightsFrom(night, newest) === 28);
	return figures([
		{
			what: "Tracks",
			number: grouped(count),
			beside: growth(before?.count, count, nights.length)
		},
		{
			what: "Came and went, 28 nights",
			number: grouped(entered28 + left28),
			beside: `${grouped(entered28)} in, ${grouped(left28)} out`
		},
		{
			what: "Followers",
			number: followers === null ? "not read" : grouped(followers),
			beside: "as Spotify says"
		},
		{
			what: "Last change",
			number: lastChange === null ? "none" : ago(lastChange, newest),
			beside: lastChange === null ? `since ${longNight(nights[0]?.night ?? newest)}` : longNight(lastChange)
		}
	]);
}
function foot(insight, up) {
	const { runs, night, simulated } = insight;
	const commit = outside(insight).commit(runs.find((run) => run.commit !== null)?.commit ?? null);
	return html`<p>${night === null ? "Before the first night" : `Data to the night of ${longNight(night)}`}${commit === null ? null : html` · rules of ${commit}`}${simulated ? " \u00B7 a simulated Spotify" : null}</p>
<p><a href="${url(`${up}sign-in/index.html`)}">Sign in</a> · Made by Setlist. Not affiliated with Spotify.</p>`;
}
// \0@oxc-project+runtime@0.156.0/helpers/esm/taggedTemplateLiteral.js
function _taggedTemplateLiteral(e, t) {
	return t || (t = e.slice(0)), Object.freeze(Object.defineProperties(e, { raw: { value: Object.freeze(t) } }));
}
// src/report/pages/page.ts
var _templateObject;
var _templateObject2;
const policy = (connect) => `default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; connect-src ${connect}; base-uri 'none'; form-action 'none'`;
const page$2 = ({ title, up, main, foot, here, own }) => `<!doctype html>\n${html(_templateObject || (_templateObject = _taggedTemplateLiteral([
	"<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"",
	"\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">",
	"\n<title>",
	"</title>\n<link rel=\"icon\" type=\"image/svg+xml\" href=\"",
	"\">\n<link rel=\"stylesheet\" href=\"",
	"\">\n<script src=\"",
	"\"><\/script>",
	"\n</head>\n<body>\n<a class=\"skip\" href=\"#content\">Skip to content</a>\n<header class=\"head\"><div class=\"column\">\n<a class=\"brand\" href=\"",
	"\">",
	"Setlist</a>\n<nav aria-label=\"Site\">\n<a href=\"",
	"\"",
	">Playlists</a>\n<a href=\"",
	"\">Changes</a>\n</nav>\n<button class=\"theme\" type=\"button\" hidden><span class=\"unseen\">Colours: </span><span class=\"now\">Auto</span></button>\n</div></header>\n<main id=\"content\" class=\"column\" tabindex=\"-1\">\n",
	"\n</main>\n<footer class=\"column\"><div class=\"foot\">\n",
	"\n</div></footer>\n</body>\n</html>\n"
])), own === void 0 ? policy("'self'") : closedPolicy(own), own === void 0 ? null : html`\n<meta name="robots" content="noindex">`, title, url(`${up}icon.svg`), url(`${up}style.css`), url(`${up}table.js`), typeof own?.script === "string" ? html(_templateObject2 || (_templateObject2 = _taggedTemplateLiteral(["\n<script src=\"", "\"><\/script>"], ["\\n<script src=\"", "\"><\/script>"])), url(`${up}${own.script}`)) : null, url(`${up}index.html`), mark, url(`${up}index.html#playlists`), here === "playlists" ? html` aria-current="page"` : null, url(`${up}index.html#changes`), main, foot).text}`;
const closedPolicy = ({ connect }) => `${policy(connect.length === 0 ? "'none'" : connect.join(" "))}; require-trusted-types-for 'script'; trusted-types 'none'`;
const lines = html`<path d="M1,3H11M1,8H17" stroke="currentColor" stroke-width="2" stroke-linecap="round"/><path d="M1,13H6" stroke="${light("clay")}" stroke-width="2" stroke-linecap="round"/>`;
const mark = html`<svg width="18" height="16" viewBox="0 0 18 16" aria-hidden="true">${lines}</svg>`;
const icon = html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -2 20 20" color="#6d8ddb">${lines}</svg>
`.text;
// src/report/charts/micro/inline.ts
const tenth = (value) => String(Math.round(value * 10) / 10 + 0);
const inline = (width, height, drawn) => `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true">${drawn.join("")}</svg>`;
// src/report/charts/micro/in-out.ts
const bar = 3;
const step = 4;
const tallest = 12;
const height$1 = 28;
const middle = height$1 / 2;
function inOutBars(nights) {
	const width = Math.max(1, nights.length) * step - 1;
	const most = nights.reduce((sum, night) => Math.max(sum, night?.entered ?? 0, night?.left ?? 0), 0);
	const bars = (what, sign) => nights.map((night, index) => ({
		count: night?.[what] ?? 0,
		x: index * step
	})).filter(({ count }) => count > 0).map(({ count, x }) => `M${x},${middle}h${bar}v${tenth(sign * Math.max(2, count / most * tallest))}h-${bar}Z`).join("");
	return inline(width, height$1, [
		`<path d="M0,${middle}H${width}" stroke="${light("line")}" fill="none"/>`,
		...path$1(bars("entered", -1), light("blue")),
		...path$1(bars("left", 1), light("clay"))
	]);
}
const path$1 = (d, fill) => d === "" ? [] : [`<path d="${d}" fill="${fill}"/>`];
// src/report/charts/micro/sparkline.ts
const [width, height] = [112, 28];
const edge$1 = 4;
const mostPoints = 45;
function sparkline$1(values) {
	const runs = runsOf(placed(thinned(values)));
	const points = runs.flat();
	const last = points.at(-1);
	const dot = ({ x, y }, r) => `<circle cx="${tenth(x)}" cy="${tenth(y)}" r="${r}" fill="${light("blue")}"/>`;
	if (last === void 0 || points.length < 7) {
		const ground = `<path d="M${edge$1},${height / 2}H${width - edge$1}" stroke="${light("faint")}" stroke-dasharray="1,3" fill="none"/>`;
		return inline(width, height, [ground, ...points.map((point) => dot({
			...point,
			y: height / 2
		}, 2))]);
	}
	const line = `<path d="${runs.map((run) => `M${run.map(({ x, y }) => `${tenth(x)},${tenth(y)}`).join("L")}`).join("")}" fill="none" stroke="${light("blue")}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>`;
	return inline(width, height, [line, dot(last, 2.25)]);
}
function thinned(values) {
	const share = Math.max(1, Math.ceil(values.length / mostPoints));
	const newestFirst = [...values].reverse();
	return Array.from({ length: Math.ceil(values.length / share) }, (_, index) => newestFirst.slice(index * share, (index + 1) * share)).map((nights) => nights.find((value) => value !== null) ?? null).reverse();
}
function placed(values) {
	const known = values.filter((value) => value !== null);
	const least = Math.min(...known);
	const span = Math.max(...known) - least;
	const step = (width - 8) / Math.max(values.length < 7 ? mostPoints / 3 : values.length - 1, 1);
	return values.map((value, index) => value === null ? null : {
		x: width - edge$1 - (values.length - 1 - index) * step,
		y: span === 0 ? height / 2 : height - edge$1 - (value - least) / span * (height - 8)
	});
}
const runsOf = (points) => points.reduce((runs, point) => {
	if (point === null) runs.push([]);
	else runs.at(-1)?.push(point);
	return runs;
}, [[]]).filter((run) => run.length > 0);
// src/report/pages/nights.ts
function lastNights(nights, newest, most) {
	const places = new Map(nights.map((one) => [nightsFrom(one.night, newest), one]));
	const length = [...places.keys()].filter((ago) => ago >= 0 && ago < most).reduce((longest, ago) => Math.max(longest, ago + 1), 0);
	return Array.from({ length }, (_, index) => places.get(length - 1 - index) ?? null);
}
// src/report/pages/playlists.ts
const columns$2 = (nights) => [
	{
		title: "Playlist",
		first: "ascending"
	},
	{
		title: "Tracks",
		first: "descending",
		class: "n"
	},
	{
		title: many(nights, "night"),
		class: "optional"
	},
	{ title: "In and out" },
	{
		title: "in 28 nights",
		first: "descending",
		class: "n"
	},
	{
		title: "Followers",
		first: "descending",
		class: "n optional"
	},
	{
		title: "Last change",
		first: "descending",
		class: "n"
	},
	{
		title: "State",
		first: "ascending"
	}
];
const playlistsTable = (insight, newest) => html`<section id="playlists" aria-labelledby="playlists-title">
<div class="tools"><h2 id="playlists-title">Playlists</h2>
<div class="filter" role="search" hidden><label><span class="unseen">Filter by name, rule or state</span><input type="search" placeholder="Filter by name, rule or state" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"></label><output></output></div></div>
<div class="card scroll" role="region" aria-label="Table of playlists" tabindex="0">
<table class="sortable cards">
<thead><tr>${columns$2(longest$1(insight, newest)).map(({ title, first, class: name }) => html`<th scope="col"${name === void 0 ? null : html` class="${name}"`}${first === void 0 ? null : html` data-first="${first}"`}>${title}</th>`)}</tr></thead>
<tbody>
${insight.playlists.map((one) => row$1(one, insight, newest))}</tbody>
</table>
<p class="nothing-found none" hidden>No playlist is called that.</p>
</div>
<p class="key"><span class="in">came in</span><span class="out">went out</span><small>Each line and each row of bars has a scale of its own.</small></p>
</section>`;
const shown$2 = 90;
const longest$1 = ({ playlists }, newest) => playlists.reduce((most, { nights }) => Math.max(most, lastNights(nights, newest, shown$2).length), 1);
function row$1(playlist, { attention }, newest) {
	const { slug, count, followers, entered28, left28, lastChange, nights } = playlist;
	const needs = attention.find((one) => one.playlist?.id === playlist.id) ?? null;
	const state = needs === null ? null : pill(needs.kind);
	const name = named$2(playlist);
	const found = `${name} ${slug} ${needs === null ? "fine" : needs.kind}`.toLowerCase();
	const moved = entered28 + left28;
	const last = lastChange === null ? null : nightsFrom(lastChange, newest);
	return html`<tr data-find="${found}">
<th scope="row" data-v="${name.toLowerCase()}"><a dir="auto" href="${url(pageOf$1(playlist))}">${name}</a><div class="sub"><bdi>${slug}</bdi></div></th>
<td class="n count" data-v="${count}"><span class="label">tracks</span>${grouped(count)}</td>
<td class="optional line">${new Html(sparkline$1(lastNights(nights, newest, shown$2).map((night) => night?.count ?? null)))}</td>
<td class="bars">${new Html(inOutBars(padded(lastNights(nights, newest, 28))))}</td>
<td class="n moved" data-v="${moved}">${moved === 0 ? html`<span class="mute">none</span>` : html`<span class="up">${signed(entered28)}</span> <span class="down">${signed(-left28)}</span>`}</td>
<td class="n optional followers" data-v="${followers}"><span class="label">followers</span>${followers === null ? html`<span class="mute">not read</span>` : grouped(followers)}</td>
<td class="n last" data-v="${last === null ? null : -last}">${lastChange === null ? html`<span class="mute">never</span>` : ago(lastChange, newest)}</td>
<td class="state" data-v="${needs === null ? "z" : needs.kind}">${state ?? html`<span class="fine"><span aria-hidden="true">✓</span> Fine</span>`}</td>
</tr>
`;
}
const bars = 28;
const padded = (nights) => [...Array.from({ length: Math.max(0, bars - nights.length) }, () => null), ...nights];
const noPlaylists = html`<section class="card padded" id="playlists" aria-labelledby="playlists-title">
<h2 id="playlists-title">No playlists yet</h2>
<p class="sub">Write these lines to <code>playlists/my-first.yaml</code>; the next night creates it.</p>
<pre tabindex="0">name: My First
from:
  - liked: { limit: 50 }
</pre>
</section>`;
// src/report/pages/index-page.ts
const few$1 = 12;
function indexPage(insight, charts) {
	const { title, headline, night, playlists } = insight;
	const out = outside(insight);
	return page$2({
		title: `${title === "" ? "Playlists" : title}: ${headline}`,
		up: "",
		here: "playlists",
		main: [
			html`<div class="intro">${stamp(insight)}<h1 dir="auto">${unbroken(headline)}</h1></div>`,
			attention(insight.attention, {
				out,
				on: "index"
			}),
			night === null || playlists.length === 0 ? null : figuresOfAll(insight, night),
			playlists.length === 0 ? noPlaylists : playlistsTable(insight, night ?? ""),
			changes$1(insight, out),
			night === null || playlists.length === 0 ? null : overviewCard(insight, night, charts.get(overview))
		],
		foot: [foot(insight, "")]
	});
}
const unbroken = (headline) => headline.replaceAll(/(\+[\d,]+) (?=\u2212\d)/g, "$1\u00A0");
function stamp({ title, night, playlists, simulated }) {
	const read = playlists.filter(({ nights }) => nights.at(-1)?.night === night).length;
	const told = night === null ? "before the first night" : `night of ${longNight(night)} \u00B7 ${read === playlists.length ? `${many(read, "playlist")} read` : `${read} of ${many(playlists.length, "playlist")} read`}`;
	const name = title === "" ? null : html`<bdi>${title}</bdi> · `;
	return html`<p class="stamp${read < playlists.length ? " old" : ""}"><span>${name}${told}${simulated ? simulatedNote$1 : null}</span></p>`;
}
const changes$1 = ({ changes: all, playlists }, out) => html`<section class="card padded long" id="changes" aria-labelledby="changes-title">
<div class="row"><h2 id="changes-title">Last changes</h2>${all.length > few$1 ? html`<p class="sub">the newest ${few$1}; each playlist’s page has more</p>` : null}</div>
${all.length === 0 ? html`<p class="sub">Nothing has changed yet.</p>` : changesInShort(newsOf(all).slice(0, few$1), ({ id }) => playlists.some((one) => one.id === id), out)}
</section>`;
// src/report/pages/lost-page.ts
function lostPage(insight) {
	const repository = repositoryOf(insight);
	const home = repository === null ? "index.html" : `https://${repository[0]}.github.io/${repository[1]}/`;
	return page$2({
		title: "Nothing stands here",
		up: "",
		main: [html`<div class="intro"><h1>Nothing stands here</h1>
<p class="facts">A playlist that no rule rules any more has no page. The others are listed on the <a href="${url(home)}">front page</a>.</p></div>`],
		foot: []
	});
}
// src/report/pages/rule.ts
const ruleCard = ({ ruled }, out) => ruled.length === 0 ? null : html`<section class="card padded" id="rule" aria-labelledby="rule-title">
<h2 id="rule-title">Rule</h2>
<dl class="rule">${[...Map.groupBy(ruled, ({ stage }) => stage)].map(([stage, words]) => line$3(stage, words, out))}</dl>
</section>`;
const line$3 = (stage, words, out) => html`<div><dt>${stage}</dt>${words.map(({ said, rule }) => html`<dd><bdi>${said}</bdi> <span class="why">${out.rule(rule)}</span></dd>`)}</div>
`;
// src/report/pages/tracks.ts
function tracksTable(playlist, insight, newest, out) {
	const entries = entriesOf(insight, playlist);
	const rows = playlist.tracks.map((key, index) => {
		const [label, entry] = [insight.labels.get(key) ?? null, entries.get(key)];
		const nights = entry === void 0 ? null : nightsFrom(entry.night, newest) + 1;
		const title = (label?.title ?? key).toLowerCase();
		return html`<tr>
<td class="n place" data-v="${index + 1}">${index + 1}</td>
<th scope="row" data-v="${title}">${called({
			key,
			label
		})}</th>
<td class="n since" data-v="${entry?.night ?? null}">${entry === void 0 ? html`<span class="mute">not known</span>` : shortNight(entry.night)}</td>
<td class="n stay" data-v="${nights}">${nights === null ? null : many(nights, "night")}</td>
<td class="reason">${because({ why: entry?.why ?? null }, out)}</td>
</tr>
`;
	});
	return html`<section class="card long" id="tracks" aria-labelledby="tracks-title">
<div class="padded row"><h2 id="tracks-title">Tracks</h2><p class="sub">${grouped(playlist.count)} · <a href="${url(`../../data/${fileOf(playlist)}-tracks.csv`)}">CSV</a> · <a href="${url(`../../data/${fileOf(playlist)}.json`)}">JSON</a></p></div>
${rows.length === 0 ? html`<p class="none">Nothing stands in it.</p>` : html`<div class="scroll" role="region" aria-label="Table of tracks" tabindex="0"><table class="sortable cards tracks">
<thead><tr><th scope="col" class="n" data-first="ascending">#</th><th scope="col" data-first="ascending">Title</th><th scope="col" class="n" data-first="descending">In since</th><th scope="col" class="n" data-first="descending">Stay</th><th scope="col">Why</th></tr></thead>
<tbody>
${rows}</tbody>
</table></div>`}
</section>`;
}
// src/report/pages/playlist-page.ts
const most = 60;
function playlistPage$1(playlist, insight, drawn) {
	const newest = insight.night ?? "";
	const out = outside(insight);
	const needs = insight.attention.filter((one) => one.playlist?.id === playlist.id);
	const [first] = needs;
	return page$2({
		title: `${named$2(playlist)}: ${insight.title === "" ? "Setlist" : insight.title}`,
		up: "../../",
		main: [
			html`<div class="intro"><nav class="sub" aria-label="Above"><a href="../../index.html">Playlists</a></nav>
<div class="lead"><h1 dir="auto">${named$2(playlist)}</h1>${first === void 0 ? null : pill(first.kind)}</div>
<p class="facts">${facts(playlist, insight)}${insight.simulated ? simulatedNote$1 : null}</p></div>`,
			attention(needs, {
				out,
				on: "playlist"
			}),
			figuresOf(playlist, newest),
			chartCard(playlist, newest, drawn),
			ruleCard(playlist, out),
			changes(playlist, insight),
			tracksTable(playlist, insight, newest, out)
		],
		foot: [foot(insight, "../../")]
	});
}
function facts(playlist, insight) {
	const out = outside(insight);
	const last = playlist.nights.at(-1)?.night;
	const unread = last === insight.night ? [] : [last === void 0 ? "not read yet" : `last read on ${longNight(last)}`];
	const spotify = out.spotify(playlist);
	return [
		...playlist.description === "" ? [] : [html`<bdi>${playlist.description}</bdi>`],
		html`${unread.length === 0 ? many(playlist.count, "track") : `${many(playlist.count, "track")}, ${unread.join()}`}`,
		...spotify === null ? [] : [spotify],
		out.rule(playlist.rule)
	].map((one, index) => index === 0 ? one : html` · ${one}`);
}
function changes(playlist, insight) {
	const all = newsOf(insight.changes.filter((one) => one.playlist.id === playlist.id));
	const rest = all.length - most;
	return html`<section class="card padded long" id="changes" aria-labelledby="changes-title">
<h2 id="changes-title">Changes</h2>
${all.length === 0 ? html`<p class="sub">Nothing has changed since ${longNight(playlist.nights[0]?.night ?? insight.night ?? "")}.</p>` : changesInFull(all.slice(0, most), outside(insight))}
${rest > 0 ? html`<p class="sub">${grouped(rest)} older: <a href="${url(`../../data/${fileOf(playlist)}.json`)}">JSON</a></p>` : null}
</section>`;
}
// src/domain/sign-in.ts
const endOfSignIn = (authorizedAt) => Temporal.Instant.from(authorizedAt).toZonedDateTimeISO("UTC").add({ months: 6 }).toInstant().toString();
const secretVariable = (account) => `SETLIST_TOKEN_${account.toUpperCase().replaceAll("-", "_")}`;
// src/report/pages/sign-in/done.ts
const done = (repository) => html`<section class="card padded done" id="done" tabindex="-1" aria-labelledby="done-title" hidden>
<p class="mark"><span class="pill note">Secret ready</span></p>
<h2 id="done-title">“<bdi data-is="account"></bdi>” is signed in as <bdi data-is="user"></bdi></h2>
<p class="sub">Good until <strong data-is="until"></strong>. Copy the secret now: it is shown once, and whoever has it can change the playlists.</p>
<dl class="rule">
<div><dt>Name</dt><dd class="copied"><code id="variable" data-is="variable"></code>${copy("variable", "the name")}</dd></div>
<div><dt>Secret</dt><dd class="copied"><code id="secret" class="secret" data-is="secret"></code>${copy("secret", "the secret")}</dd></div>
<div><dt>Where</dt><dd>${place$1(repository)} Choose “New repository secret”, or the pencil beside <code data-is="variable"></code> if it is there already. A workflow that names an environment takes it from that environment’s secrets instead.</dd></div>
<div><dt>Then</dt><dd>Run the workflow once: the note on the front page goes with the next report.</dd></div>
</dl>
</section>`;
const copy = (what, said) => html`<button class="plainly" type="button" data-copy="${what}" hidden><span>Copy</span><span class="unseen"> ${said}</span></button>`;
const place$1 = (repository) => repository === null ? html`In the repository on GitHub: Settings, Secrets and variables, Actions.` : html`<a href="${url(`https://github.com/${repository.join("/")}/settings/secrets/actions`)}">Settings of ${repository.join("/")}, Secrets and variables, Actions</a>.`;
// src/report/pages/sign-in/page.ts
function signInPage(insight, { doors, spotify }) {
	const me = spotify && `${spotify.apiUrl}/me`;
	const token = spotify && `${spotify.authUrl}/api/token`;
	return page$2({
		title: "Sign in to Spotify",
		up: "../",
		own: {
			script: me === null ? null : "sign-in.js",
			connect: [token, me].filter((one) => one !== null)
		},
		main: [intro(insight, spotify !== null), spotify === null ? null : [
			message$1,
			done(repositoryOf(insight)),
			list$2(doors, spotify),
			registering,
			keeping
		]],
		foot: [foot(insight, "../")]
	});
}
const intro = ({ title, simulated }, isOpen) => html`<div class="intro">
<p class="stamp"><span>${title === "" ? null : html`<bdi>${title}</bdi> · `}${isOpen ? "twice a year, one secret an account" : "nobody to sign in"}${simulated ? simulatedNote$1 : null}</span></p>
<h1>Sign in to Spotify</h1>
<p class="facts">${isOpen ? "Setlist works while you sleep because an account allowed it to. Spotify ends that six months after each sign-in, so somebody has to come back. Here your browser asks Spotify itself, and you carry the answer to GitHub: no server of ours takes part." : "Nobody has to: the Spotify of these playlists is simulated, on the machine that runs Setlist. Real accounts sign in here once the playlists are real."}</p></div>`;
const message$1 = html`<section class="card padded told" id="told" tabindex="-1" role="alert" aria-labelledby="told-title" hidden>
<p class="mark"><span class="pill act"><span aria-hidden="true">!</span>Not signed in</span></p>
<h2 id="told-title" data-is="title"></h2>
<p class="sub" data-is="text"></p>
</section>`;
const list$2 = (doors, { authUrl, apiUrl }) => html`<section aria-labelledby="accounts">
<div class="tools"><h2 id="accounts">Accounts</h2><p class="sub">each needs a secret of its own</p></div>
<p class="facts unscripted">Here nobody can sign in: that takes JavaScript and an https address. In a terminal, <code>setlist login &lt;account&gt;</code> does the same.</p>
<ul class="card need doors" id="doors" data-authorize="${authUrl}/authorize" data-token="${authUrl}/api/token" data-me="${apiUrl}/me">
${doors.map(door)}</ul></section>`;
const door = ({ account, app, clientId, scopes, user }) => html`<li data-account="${account}" data-app="${app}" data-client="${clientId}" data-scopes="${scopes.join(" ")}" data-variable="${secretVariable(account)}" data-user="${user?.id ?? null}" data-account-id="${user?.accountId ?? null}">
<div><span class="pill note"><span class="unseen">App </span>${app}</span></div>
<div>
<h3><bdi>${account}</bdi>${user === null ? null : html` <span class="artists">Spotify user <bdi>${user.id}</bdi></span>`}</h3>
<p class="sub">Allows Setlist to ${inWords(scopes.map((scope) => allowed[scope]))}.</p>
</div>
<div class="do"><button class="go" type="button" hidden>Sign in with Spotify<span class="unseen"> as ${account}</span></button></div>
</li>
`;
const inWords = (all) => all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1) ?? ""}`;
const registering = html`<section class="card padded" aria-labelledby="first">
<h2 id="first">Before the first time</h2>
<p class="sub">Spotify sends people back only to addresses that the app knows. In <a href="${url("https://developer.spotify.com/dashboard")}">Spotify’s developer dashboard</a> open the app, then Settings, add this one under Redirect URIs, and save. It has to be the same letter for letter, case and last slash too.</p>
<div class="copied scripted" hidden><code id="here" data-is="here"></code><button class="plainly" type="button" data-copy="here" hidden><span>Copy</span><span class="unseen"> the address</span></button></div>
<p class="sub unscripted">It is the address of this page, without what follows a question mark.</p>
</section>`;
const keeping = html`<section class="card padded" aria-labelledby="kept">
<h2 id="kept">What is kept where</h2>
<ul class="points">
<li>While you are at Spotify, two random texts wait in this tab, so that the answer can be told from a stranger’s. They are removed the moment you are back.</li>
<li>The secret is shown once. It is not stored, not sent anywhere, and gone when you leave: only your copy remains.</li>
<li>This page talks to two addresses of Spotify and to nothing else; the browser enforces it.</li>
<li>Spotify’s answer passes in the address of this page and is taken out of it at once. It is worth nothing without what waited in the tab.</li>
<li>To take it all back, remove the app at <a href="${url("https://www.spotify.com/account/apps/")}">Spotify’s list of your apps</a>.</li>
</ul>
</section>`;
// src/report/pages/site.ts
const site = (insight, charts, signIn) => new Map([
	["index.html", indexPage(insight, charts)],
	["404.html", lostPage(insight)],
	["sign-in/index.html", signInPage(insight, signIn)],
	["style.css", style],
	["table.js", script],
	["sign-in.js", signInScript],
	["icon.svg", icon],
	...insight.playlists.flatMap((playlist) => [
		[pageOf$1(playlist), playlistPage$1(playlist, insight, charts.get(playlist.id))],
		[`data/${fileOf(playlist)}.csv`, nightsCsv(playlist)],
		[`data/${fileOf(playlist)}-tracks.csv`, tracksCsv(playlist, insight)],
		[`data/${fileOf(playlist)}.json`, playlistJson(playlist, insight)]
	])
]);
// src/report/insight/charts.ts
const overviewPath = "reports/charts/overview.svg";
const chartPath = ({ id }) => `reports/charts/${id}.svg`;
const chartsOf = (insight) => insight.night === null ? [] : [overviewOf(insight), ...insight.playlists.map((one) => playlistChart(one, insight))];
function overviewOf({ nights, playlists, night }) {
	const cut = cutOf(nights, playlists.flatMap(({ lastChange }) => lastChange ?? []).sort().at(-1) ?? null, night);
	const data = {
		kind: "overview",
		id: "overview",
		year: yearOf$2(cut),
		nights: upTo$1(nights, cut)
	};
	return {
		path: overviewPath,
		data
	};
}
function playlistChart(playlist, { night }) {
	const { id, name, nights, lastChange } = playlist;
	const cut = cutOf(nights, lastChange, night);
	return {
		path: chartPath(playlist),
		data: {
			kind: "playlist",
			id,
			name,
			year: yearOf$2(cut),
			nights: upTo$1(nights, cut)
		}
	};
}
function cutOf(nights, lastChange, night) {
	const began = nights[0]?.night ?? night ?? "1970-01-01";
	const month = night === null ? began : firstOfMonth(night);
	return [
		began,
		lastChange ?? began,
		month
	].reduce((one, other) => other > one ? other : one);
}
const upTo$1 = (nights, cut) => nights.filter(({ night }) => night <= cut);
// src/report/markdown/nodes.ts
const inlines = (parts) => parts.flatMap((part) => typeof part === "string" ? [{
	type: "text",
	value: part
}] : "type" in part ? [part] : part);
const paragraph = (...parts) => ({
	type: "paragraph",
	children: inlines(parts)
});
const heading = (depth, ...parts) => ({
	type: "heading",
	depth,
	children: inlines(parts)
});
const strong = (...parts) => ({
	type: "strong",
	children: inlines(parts)
});
const link$1 = (url, ...parts) => ({
	type: "link",
	url,
	children: inlines(parts)
});
const image = (url, alt) => ({
	type: "image",
	url,
	alt
});
const bullets = (items) => ({
	type: "list",
	spread: false,
	children: items.map((children) => ({
		type: "listItem",
		spread: false,
		children: [...children]
	}))
});
const numbered = (items) => ({
	...bullets(items),
	ordered: true
});
const table = (columns, rows) => ({
	type: "table",
	align: columns.map(({ align }) => align),
	children: [columns.map(({ head }) => head), ...rows].map((cells) => ({
		type: "tableRow",
		children: cells.map((cell) => ({
			type: "tableCell",
			children: inlines([cell])
		}))
	}))
});
const folded$1 = (summary, content) => [
	{
		type: "html",
		value: `<details>\n<summary>${summary}</summary>`
	},
	...content,
	{
		type: "html",
		value: "</details>"
	}
];
const written = (children) => toMarkdown({
	type: "root",
	children: [...children]
}, {
	bullet: "-",
	incrementListMarker: false,
	extensions: [gfmToMarkdown({ tablePipeAlign: false })]
});
// src/report/markdown/text.ts
const longest = 200;
const longestSentence = 2e3;
const joiner = "\u2060";
const isolate = (text) => `\u2068${text}\u2069`;
const meaningful = /@(?=[A-Za-z0-9])|:(?=\/\/)|\bwww(?=\.)|#(?=\d)|\bGH-(?=\d)|:(?=[\w+-]+:)|(?<![0-9A-Za-z])[0-9a-f](?=[0-9a-f]{6,39}(?![0-9A-Za-z]))/gi;
const unseen = /[\u00AD\u200B\u2060-\u2064\uFEFF]/gu;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
function plain$1(text, most = longest) {
	const points = [...clean(text.replaceAll(unseen, ""))];
	const quiet = (points.length > most ? `${points.slice(0, most - 1).join("")}\u2026` : points.join("")).replaceAll(meaningful, (sign) => `${sign}${joiner}`);
	return rightToLeft.test(quiet) ? isolate(quiet) : quiet;
}
const said = (text, most = longest) => plain$1(text, most).split(/(\$)/).filter((part) => part !== "").map((part) => part === "$" ? {
	type: "html",
	value: "<span>$</span>"
} : words$3(part));
const words$3 = (value) => ({
	type: "text",
	value
});
const named$1 = (name, otherwise) => plain$1(name) === "" ? said(otherwise) : said(name);
const sentence = (text) => text.split("`").flatMap((part, index) => index % 2 === 1 ? [code(part)] : [
	...edge(/^ /.test(part)),
	...said(part, longestSentence),
	...edge(/. $/.test(part))
]);
const edge = (isThere) => isThere ? [words$3(" ")] : [];
const code = (text) => ({
	type: "inlineCode",
	value: clean(text)
});
// src/report/markdown/links.ts
const readmePath = "reports/README.md";
const pagePath = ({ account, id }) => `reports/${account}/playlists/${id}.md`;
function way(from, to) {
	const [here, there] = [from.split("/").slice(0, -1), to.split("/")];
	const first = there.findIndex((part, index) => part !== here[index]);
	return [...here.slice(first).map(() => ".."), ...there.slice(first).map(encodeURIComponent)].join("/");
}
const toRule = (from, { file, line }) => link$1(`${way(from, file)}#L${line}`, code(`${file.split("/").at(-1) ?? file}:${line}`));
const nameless = "Playlist without a name";
function toPlaylist(from, { id, name }, ruled) {
	const page = ruled.find((one) => one.id === id);
	const words = named$1(name, nameless);
	return page === void 0 ? words : [link$1(way(from, pagePath(page)), words)];
}
// src/report/markdown/changes.ts
function toldChange(change, lead, telling) {
	const { entered, left, moved, details } = change;
	const rows = [
		...rowsTold("\u2212", left, telling),
		...rowsTold("+", entered, telling),
		...telling.withMoves ? rowsTold("\u2195", moved, telling) : [],
		...details.map(([field, value]) => [paragraph(`${field}: `, said(value))])
	];
	return [paragraph(...lead, said(change.by), `: ${whatOf$1(change)}`), ...rows.length === 0 ? [] : [bullets(rows)]];
}
function whatOf$1({ kind, entered, left, moved }) {
	if (kind !== "items") return kinds$1[kind];
	const tally = tallyOf(entered.length, left.length);
	return [...tally === "" ? [] : [tally], ...moved.length > 0 ? [`${grouped(moved.length)} moved`] : []].join(", ");
}
const kinds$1 = {
	created: "created",
	adopted: "met for the first time",
	details: "details changed",
	renamed: "ruled by another file now",
	forgotten: "no longer ruled, left as it is"
};
function rowsTold(sign, rows, { from, most }) {
	const rest = rows.length - most;
	return [...rows.slice(0, most).map((row) => [paragraph(strong(sign), " ", track$2(row), whyOf(row, from))]), ...rest > 0 ? [[paragraph(strong(sign), ` ${grouped(rest)} more`)]] : []];
}
const track$2 = ({ label, key }) => label === null ? [code(key)] : said(`${label.title} / ${label.artists}`);
const whyOf = ({ why }, from) => why === null ? [] : [...said(`: ${why.datum}`), ...why.rule === null ? [] : [{
	type: "text",
	value: " "
}, toRule(from, why.rule)]];
// src/report/markdown/attention.ts
const attentionSections = (list, from) => [["What needs a person", list.filter(({ kind }) => kind !== "unfinished")], ["What the next run goes on with", list.filter(({ kind }) => kind === "unfinished")]].flatMap(([head, part]) => part.length === 0 ? [] : [heading(2, head), attentionList(part, from)]);
const attentionList = (list, from) => bullets(list.map((one) => item(one, from)));
const mostRows$2 = 10;
function item({ sentence: told, action, added, removed, rule }, from) {
	const rows = [...rowsTold("+", added, {
		from,
		most: mostRows$2
	}), ...rowsTold("\u2212", removed, {
		from,
		most: mostRows$2
	})];
	const where = rule === null ? [] : [" ", toRule(from, rule)];
	return [paragraph(strong(sentence(told)), " ", sentence(action), ...where), ...rows.length === 0 ? [] : [bullets(rows)]];
}
// src/domain/records/audit.ts
const isOwnDescription = ({ kind, who, details }) => kind === "details" && who.by === "setlist" && details?.name === void 0;
const deedOf = ({ playlist, run, who }) => `${playlist} ${run} ${who.by}`;
function besideRows(bodies) {
	const rows = new Set(bodies.flatMap((body) => body.kind === "items" ? deedOf(body) : []));
	return (body) => isOwnDescription(body) && rows.has(deedOf(body));
}
// src/report/charts/micro/text-sparkline.ts
const levels = [
	"\u2581",
	"\u2582",
	"\u2583",
	"\u2584",
	"\u2585",
	"\u2586",
	"\u2587",
	"\u2588"
];
const gap = "\u2002";
function textSparkline(values) {
	const known = values.filter((value) => value !== null);
	const least = known.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
	const most = known.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);
	const signOf = (value) => (most === least ? levels[3] : levels[Math.round((value - least) / (most - least) * (levels.length - 1))]) ?? gap;
	return values.map((value) => value === null ? gap : signOf(value)).join("");
}
// src/report/markdown/runs.ts
const columns$1 = [
	{
		head: "Night",
		align: "left"
	},
	{
		head: "Set off by",
		align: "left"
	},
	{
		head: "After midnight",
		align: "right"
	},
	{
		head: "Playlists",
		align: "right"
	},
	{
		head: "In and out",
		align: "right"
	},
	{
		head: "Requests",
		align: "right"
	},
	{
		head: "Ended",
		align: "left"
	}
];
const runsTable = (runs) => table(columns$1, runs.map((run) => [
	nightInWords(run.night),
	setOff(run),
	began(run),
	grouped(run.changed.length),
	tallyOf(run.entered, run.left) || "\u00B10",
	grouped(run.requests),
	run.exit === 0 ? endingOf$1(run) : `${endingOf$1(run)}, exit ${run.exit}`
]));
const setOff = ({ trigger, actor }) => actor === null ? trigger : [...said(`${trigger}, ${actor}`)];
function began({ nights, lateMs }) {
	if (nights === 0) return "no new night";
	return nights === 1 ? hours(lateMs) : `${hours(lateMs)}, for ${many(nights, "night")}`;
}
// src/report/markdown/readme.ts
const from = readmePath;
const shownChanges = 5;
const shownRows$1 = 3;
const shownNights = 28;
const readme = (insight) => written([
	heading(1, named$1(insight.title, "Playlists")),
	...insight.simulated ? [simulatedNote] : [],
	paragraph(strong(sentence(insight.headline))),
	...insight.night === null ? [] : nightly(insight),
	...checking
]);
const simulatedNote = paragraph("This is a simulation: the playlists, tracks and people are made up, and nothing was sent to Spotify.");
function nightly(insight) {
	const { attention, playlists } = insight;
	const changes = insight.changes.filter((one) => !isNoNews(one)).slice(0, shownChanges);
	const chart = overviewOf(insight);
	return [
		...attention.some(({ kind }) => kind !== "unfinished") ? [] : [paragraph("Nothing waits for a person.")],
		...attentionSections(attention, from),
		heading(2, "Playlists"),
		paragraph(image(way(from, chart.path), plain$1(describeChart(chart.data)))),
		playlistTable(playlists, insight.night ?? ""),
		heading(2, "Last changes"),
		...changes.length === 0 ? [paragraph("None yet.")] : [bullets(changes.slice(0, shownChanges).map((one) => [...toldChange(one, [strong(toPlaylist(from, one.playlist, playlists)), `, night of ${nightInWords(one.night)}, `], {
			from,
			most: shownRows$1,
			withMoves: false
		})]))],
		heading(2, "Last runs in which something happened"),
		runsTable(insight.runs)
	];
}
const isNoNews = ({ kind, who, details }) => isOwnDescription({
	kind,
	who,
	details: Object.fromEntries(details)
});
const columns = [
	{
		head: "Playlist",
		align: "left"
	},
	{
		head: "Tracks",
		align: "right"
	},
	{
		head: `${shownNights} nights up to the last change, own scale each`,
		align: "right"
	},
	{
		head: `In and out, ${shownNights} nights`,
		align: "right"
	},
	{
		head: "Followers",
		align: "right"
	},
	{
		head: "Last change",
		align: "right"
	}
];
const playlistTable = (playlists, night) => table(columns, playlists.map((one) => [
	[link$1(way(from, pagePath(one)), named$1(one.name, nameless))],
	grouped(one.count),
	sparkline(one, night),
	tallyOf(one.entered28, one.left28) || "\u00B10",
	one.followers === null ? "unknown" : grouped(one.followers),
	one.lastChange === null ? "none yet" : nightInWords(one.lastChange)
]));
function sparkline({ nights, lastChange }, tonight) {
	const began = nights[0]?.night ?? tonight;
	const until = lastChange === null || lastChange <= began ? tonight : lastChange;
	const counts = new Map(nights.map(({ night, count }) => [night, count]));
	return textSparkline(nightsFrom$1(plusDays(until, -27), until).filter((night) => night >= began).map((night) => counts.get(night) ?? null));
}
const checking = [heading(2, "How to check this"), paragraph("This page is made from the records beside it, which only grow; their commits are in ", code("git log reports"), ". ", code("setlist log"), " says who changed what, ", code("setlist why"), " says why a track is where it is, ", code("setlist verify"), " checks that no record was altered.")];
// src/report/markdown/playlist-page.ts
const rowsAChange = 20;
const mostRows$1 = 1500;
const mostTracks = 2e3;
function playlistPage(insight, playlist) {
	const from = pagePath(playlist);
	const chart = playlistChart(playlist, insight);
	const attention = insight.attention.filter((one) => one.playlist?.id === playlist.id);
	return written([
		heading(1, named$1(playlist.name, nameless)),
		...insight.simulated ? [simulatedNote] : [],
		paragraph(...standing$2(playlist), " ", ...ways(playlist, from, insight.simulated)),
		...described(playlist),
		...attentionSections(attention, from),
		paragraph(image(way(from, chart.path), plain$1(describeChart(chart.data)))),
		heading(2, "Changes by night"),
		...nightsTold(insight.changes.filter((one) => one.playlist.id === playlist.id), from),
		heading(2, "Tracks"),
		...tracksTold(playlist, insight)
	]);
}
const described = ({ description }) => plain$1(description) === "" ? [] : [{
	type: "blockquote",
	children: [paragraph(said(description, 300))]
}];
function standing$2({ count, lastChange }) {
	return [many(count, "track"), lastChange === null ? "." : `, last changed on the night of ${nightInWords(lastChange)}.`];
}
const ways = (playlist, from, simulated) => [
	"Ruled by ",
	link$1(way(from, playlist.rule.file), code(playlist.rule.file)),
	". ",
	...simulated ? [] : [link$1(`https://open.spotify.com/playlist/${playlist.id}`, "Open in Spotify"), ". "],
	link$1(way(from, readmePath), "All playlists"),
	"."
];
function shownOf(byNight) {
	const [newest] = byNight;
	if (newest === void 0) return [];
	const year = plusDays(firstOfMonth(newest[0]), -1).slice(0, 4);
	const months = [...Map.groupBy(byNight, ([night]) => night.slice(0, 7))];
	let rows = 0;
	return months.filter(([month, those], at) => {
		rows += those.flatMap(([, own]) => own).reduce((sum, one) => sum + rowsOf$1(one), 0);
		return at === 0 || month >= year && rows <= mostRows$1;
	}).flatMap(([, those]) => those);
}
const rowsOf$1 = ({ entered, left, moved }) => [
	entered,
	left,
	moved
].reduce((sum, rows) => sum + Math.min(rows.length, rowsAChange), 1);
function nightsTold(changes, from) {
	if (changes.length === 0) return [paragraph("None yet.")];
	const byNight = [...Map.groupBy(changes, ({ night }) => night)];
	const shown = shownOf(byNight);
	return [...shown.flatMap(([night, own]) => [heading(3, `Night of ${nightInWords(night)}`), bullets(own.map((one) => [...toldChange(one, [], {
		from,
		most: rowsAChange,
		withMoves: true
	})]))]), ...byNight.length > shown.length ? [paragraph("Older nights: ", code("setlist log"), " has them.")] : []];
}
function tracksTold(playlist, insight) {
	const { tracks } = playlist;
	if (tracks.length === 0) return [paragraph("None.")];
	const entries = entriesOf(insight, playlist);
	const shown = tracks.slice(0, mostTracks);
	const rest = tracks.length - shown.length;
	const content = [numbered(shown.map((key) => [paragraph(...trackLine(key, insight), since(entries.get(key)))])), ...rest > 0 ? [paragraph(`And ${grouped(rest)} more.`)] : []];
	return folded$1(many(tracks.length, "track"), content);
}
const since = (entry) => entry === void 0 ? "" : `, since ${nightInWords(entry.night)}`;
function trackLine(key, { labels }) {
	const label = labels.get(key);
	return label === void 0 ? [code(key)] : [
		named$1(label.title, "Track without a name"),
		" / ",
		said(label.artists)
	];
}
// src/app/report-files.ts
async function reportFiles(accounts, origin, playbook) {
	const insight = insightOf({
		ledger: {
			origin,
			accounts
		},
		playbook
	});
	const files = /* @__PURE__ */ new Map([[readmePath, readme(insight)]]);
	for (const playlist of insight.playlists) files.set(pagePath(playlist), playlistPage(insight, playlist));
	for (const { path, data } of chartsOf(insight)) files.set(path, await renderChart(data));
	return files;
}
// src/app/report.ts
async function report(folder, { files }) {
	const workspace = await readWorkspace(files);
	const target = folder ?? {
		name: "reports",
		files
	};
	const made = await (folder === null ? committed(workspace) : pages(workspace));
	for (const [path, text] of made) await target.files.write(path, text);
	return {
		text: `Wrote ${counted$1(made.size, "file")} to ${target.name}`,
		json: {
			site: folder?.name ?? null,
			files: [...made.keys()].sort()
		},
		problems: [],
		exit: exits.done
	};
}
function committed({ accounts, origin, playbook }) {
	if (origin === null) throw noLedger();
	return reportFiles(accounts, origin, playbook);
}
async function pages({ accounts, origin, playbook }) {
	const known = origin ?? unknown;
	const insight = insightOf({
		ledger: {
			origin: known,
			accounts
		},
		playbook
	});
	return site(insight, await draw(insight), signInFor(playbook, known));
}
const signInFor = ({ portfolio, rules }, origin) => ({
	doors: portfolio.apps.flatMap(({ name: app, clientId, accounts: names }) => names.map((account) => ({
		account,
		app,
		clientId,
		scopes: scopesFor(rules.filter((rule) => rule.account === account)),
		user: userOf(origin, account) ?? null
	}))),
	spotify: origin.simulated ? null : realSpotify
});
const unknown = {
	version: 1,
	repository: null,
	accounts: {},
	simulated: false
};
async function draw(insight) {
	const drawn = /* @__PURE__ */ new Map();
	for (const data of chartsOf$1(insight)) {
		const wide = await renderChart(data, {
			width: widths.wide,
			on: "page"
		});
		drawn.set(data.id, {
			wide,
			narrow: await renderChart(data, {
				width: widths.narrow,
				on: "page"
			})
		});
	}
	return drawn;
}
// src/report/text/cut-short.ts
function cutShort({ playlists }, outcomes, by) {
	if (by === void 0) return [];
	const begun = new Set(outcomes.map(({ slug }) => slug));
	const rest = playlists.flatMap(({ slug, state }) => (state === "change" || state === "create") && !begun.has(slug) ? slug : []);
	return [...rest.length === 0 ? [] : [`Not begun: ${rest.join(", ")}`], `Ended by ${by}: the next run goes on from here`];
}
// src/report/text/outcomes.ts
const words$2 = {
	applied: "\u2714 applied",
	unchanged: "= unchanged",
	"not-applied": "\u2716 not applied",
	partly: "\u2716 partly applied"
};
function renderOutcomes(outcomes, planned) {
	const done = outcomes.filter(({ state }) => state === "applied" || state === "unchanged").length;
	const outcomesBySlug = new Map(outcomes.map((one) => [one.slug, one]));
	const told = planned.filter(({ slug, problems }) => outcomesBySlug.has(slug) || problems.length > 0);
	return [`Applied ${done} of ${counted$1(told.length, "playlist")}`, ...told.flatMap(({ slug, problems }) => {
		const outcome = outcomesBySlug.get(slug);
		return [outcome === void 0 ? `  \u2013 left alone  ${slug}` : `  ${stateOf(outcome)}  ${slug}: ${end(outcome)}`, ...[...problems, ...outcome?.problems ?? []].map((one) => renderProblem(problemOf$1(one)).replaceAll(/^/gm, "      "))];
	})].join("\n");
}
const isUnchecked = ({ state, confirmed }) => state === "partly" && !confirmed;
const stateOf = (outcome) => isUnchecked(outcome) ? "\u2716 not checked" : words$2[outcome.state];
const end = (outcome) => `${standing$1(outcome)}, ${counted$1(outcome.requests, "request")}`;
function standing$1(outcome) {
	if (isUnchecked(outcome)) return "written to and not read back";
	return outcome.actual === null ? "not read again" : counted$1(outcome.actual.rows.length, "row");
}
// src/report/text/recovered.ts
function recovered(audit, { run: tonight }) {
	const own = audit.filter(({ who, run }) => who.by === "setlist" && run !== tonight);
	const isBeside = besideRows(own);
	const filled = new Set(own.flatMap((body) => body.kind === "items" ? deedOf(body) : []));
	const told = own.filter((one) => !isBeside(one) && !(one.kind === "created" && filled.has(deedOf(one))));
	return [...Map.groupBy(told, ({ run }) => run)].map(([run, bodies]) => [`Run ${run} was cut off. Before that it had changed:`, ...bodies.map(line$2)].join("\n"));
}
const line$2 = (body) => `  ${body.rule ?? body.playlist}: ${whatOf(body)}`;
function whatOf({ kind, entered, left, moved, details }) {
	if (kind === "details") return `${Object.keys(details ?? {}).join(" and ")} changed`;
	if (kind !== "items") return kind;
	return [
		...entered.length > 0 ? [signed$1(entered.length)] : [],
		...left.length > 0 ? [signed$1(-left.length)] : [],
		...moved.length > 0 ? [`${counted$1(moved.length, "track")} moved`] : []
	].join(", ");
}
// src/report/text/night.ts
function renderNight({ run, plan, outcomes, audit, commit, endedBy }) {
	const others = audit.filter(({ kind, who }) => kind === "items" && who.by !== "setlist");
	return [
		...recovered(audit, run),
		outcomes.length === 0 ? renderPlan(plan, { all: false }) : renderOutcomes(outcomes, plan.playlists),
		...others.length === 0 ? [] : [["Changed by others since the last run:", ...others.map(line$1)].join("\n")],
		...outcomes.length === 0 ? [] : [...left$1("Not due tonight", plan, "not-due"), ...left$1("Put off to the next run", plan, "put-off")],
		...cutShort(plan, outcomes, endedBy),
		`Recorded in commit ${commit.slice(0, 10)}`
	].join("\n\n");
}
const line$1 = (body) => `  ${body.rule ?? body.playlist}: ${whatOf(body)} ${body.who.by === "hand" ? "by hand" : "by Spotify"}`;
const left$1 = (head, { playlists }, state) => {
	const slugs = playlists.flatMap((one) => one.state === state ? one.slug : []);
	return slugs.length === 0 ? [] : [`${head}: ${slugs.join(", ")}`];
};
// src/ledger/verify-runs.ts
function cutOffIn(account, root, { audit, runs }) {
	const digests = [root, ...audit.flatMap(({ lines }) => lines.map(({ digest }) => digest))];
	for (const { path, lines } of runs) for (const [index, line] of lines.entries()) {
		if (line.event !== "end") continue;
		const { entries, digest } = line.audit;
		const found = digests[entries];
		if (found === digest) continue;
		const left = digests.length - 1;
		if (found === void 0) {
			const last = audit.at(-1);
			const what = `is missing: run ${line.run} left ${entries} entries in the audit, there are ${left}`;
			return [problem("ledger/altered", {
				path: last?.path ?? shelfPath(account, "audit", line.night),
				line: (last?.lines.length ?? 0) + 1,
				what,
				by: null
			})];
		}
		return [problem("ledger/disagrees", {
			path,
			reason: `line ${index + 1}: the audit's entry ${entries} is not the one with which run ${line.run} ended`
		})];
	}
	return [];
}
function unknownRunsIn(audit, known) {
	const found = /* @__PURE__ */ new Map();
	for (const { path, lines } of audit) for (const [index, line] of lines.entries()) {
		if (!("body" in line) || known.has(line.body.run) || found.has(line.body.run)) continue;
		const reason = `line ${index + 1} is of run ${line.body.run}, of which no record tells`;
		found.set(line.body.run, problem("ledger/disagrees", {
			path,
			reason
		}));
	}
	return [...found.values()];
}
// src/ledger/verify-end.ts
function endsIn({ account, audit, runs }, root) {
	const first = runs.find((line) => line.event === "end")?.audit;
	if ((audit[0]?.previous ?? (first?.entries === 0 ? first.digest : root)) !== root) return [problem("ledger/disagrees", {
		path: originPath,
		reason: `the audit of "${account}" begins at another origin`
	})];
	const months = (shelf, lines, nightOf) => [...Map.groupBy(lines, (line) => shelfPath(account, shelf, nightOf(line)))].map(([path, all]) => ({
		path,
		lines: all
	}));
	return cutOffIn(account, root, {
		audit: months("audit", audit, nightOf),
		runs: months("runs", runs, ({ night }) => night)
	});
}
const nightOf = (line) => "body" in line ? line.body.night : line.night;
// src/problem/few.ts
const few = (all) => all.length <= 5 ? all : [...all.slice(0, 5), `${all.length - 5} more`];
// src/domain/user.ts
const isSameUser = (known, met) => known.accountId !== null && met.accountId !== null ? known.accountId === met.accountId : [known.id, known.accountId].some((name) => name === met.id);
// src/app/signing-in/account.ts
function chosen({ apps }, name) {
	const all = apps.flatMap((app) => app.accounts.map((account) => ({
		account,
		app
	})));
	const [only] = all;
	if (name === void 0 && only !== void 0 && all.length === 1) return only;
	const found = all.find(({ account }) => account === name);
	if (found !== void 0) return found;
	const accounts = all.map(({ account }) => account);
	const close = name === void 0 ? null : nearest(name, accounts);
	throw new Failure([problem("usage/no-such-account", {
		account: name ?? null,
		accounts,
		nearest: close
	})]);
}
function strangerIn(origin, account, user) {
	const recorded = userOf(origin, account);
	if (recorded !== void 0 && !isSameUser(recorded, user)) return problem("sign-in/other-user", {
		account,
		recorded: recorded.id,
		found: user.id
	});
	const other = Object.keys(origin?.accounts ?? {}).find((name) => {
		const known = userOf(origin, name);
		return name !== account && known !== void 0 && isSameUser(known, user);
	});
	return other && problem("sign-in/same-user", {
		account,
		other,
		user: user.id
	});
}
// src/app/syncing/open.ts
async function openWorkspace({ git, files, simulated }) {
	await git.settle([ledgerFolder]);
	const head = await git.head();
	const changed = await git.changed([ledgerFolder, "playlists"]);
	const records = changed.filter((path) => path.startsWith(`${ledgerFolder}/`));
	const rules = changed.filter((path) => !path.startsWith(`${ledgerFolder}/`));
	const workspace = await readWorkspace(files);
	const [first, ...others] = [
		...records.length === 0 ? [] : [problem("ledger/uncommitted", { paths: few(records) })],
		...rules.length === 0 ? [] : [problem("machine/uncommitted-rules", { paths: few(rules) })],
		...workspace.origin === null ? [] : otherOrigin$1(workspace.origin, await git.repository(), simulated),
		...await brokenRecordsIn(workspace, git)
	];
	if (first !== void 0) throw new Failure([first, ...others]);
	const [ruled] = await git.log(["playlists"], { most: 1 });
	return {
		workspace,
		head,
		rules: ruled?.commit ?? head
	};
}
function otherSpotify(origin, simulated) {
	if (origin.simulated === simulated) return void 0;
	const kind = (one) => one ? "the simulator" : "Spotify itself";
	return problem("ledger/other-origin", {
		what: "Spotify",
		recorded: kind(origin.simulated),
		found: kind(simulated)
	});
}
function otherOrigin$1(origin, repository, simulated) {
	return [...[otherSpotify(origin, simulated)].filter((one) => one !== void 0), ...origin.repository === null || repository === null || origin.repository === repository ? [] : [problem("ledger/other-origin", {
		what: "repository",
		recorded: origin.repository,
		found: repository
	})]];
}
async function brokenRecordsIn({ origin, accounts }, git) {
	if (origin === null) return [];
	const ends = [...accounts].flatMap(([name, ledger]) => endsIn(ledger, rootOf(origin, name)));
	return [...await goneFolders(origin, accounts, git), ...ends];
}
async function identify(origin, accounts, { git, simulated, signal }) {
	let known = origin ?? {
		version: 1,
		repository: await git.repository(),
		accounts: {},
		simulated
	};
	const problems = [];
	for (const [name, { whose }] of accounts) {
		if (known.accounts[name] !== void 0) continue;
		const user = await toldOr(problems, whose, signal);
		const stranger = user && strangerIn(known, name, user);
		if (stranger !== void 0) problems.push(stranger);
		else if (user !== void 0) known = withUser(known, name, user);
	}
	return {
		origin: known,
		isNew: known !== origin && Object.keys(known.accounts).length > 0,
		problems
	};
}
const withoutRoom = /* @__PURE__ */ new Set([
	"spotify/budget-spent",
	"spotify/quota-exceeded",
	"spotify/rate-limited"
]);
async function askBeforeWriting(names, book, accounts, signal) {
	const ours = /* @__PURE__ */ new Set();
	const problems = [];
	for (const name of names) {
		const account = accounts.get(name);
		const own = [];
		const user = account && await toldOr(own, account.whose, signal);
		const isUnasked = own.length > 0 && own.every(({ code }) => withoutRoom.has(code));
		if (user !== void 0) book.learn(name, user);
		if (user !== void 0 || isUnasked) ours.add(name);
		if (!isUnasked) problems.push(...own);
	}
	return {
		ours,
		problems
	};
}
async function toldOr(problems, ask, signal) {
	try {
		return await ask();
	} catch (error) {
		if (signal.aborted && !(error instanceof Failure)) return void 0;
		if (!(error instanceof Failure)) throw error;
		problems.push(...error.problems);
		return;
	}
}
// src/app/syncing/alone.ts
const mostTries$2 = 3;
async function alone(ports, work, ended = async () => void 0) {
	await ports.git.check();
	return underLeases(ports, async (take) => {
		try {
			for (let tries = 1; tries <= mostTries$2; tries++) {
				const opened = await openWorkspace(ports);
				const done = await take(opened.workspace.playbook.portfolio) ? "moved" : await work(opened);
				if (done !== "moved") return done;
			}
		} finally {
			await ended();
		}
		throw new Failure([problem("machine/moved-head", { tries: mostTries$2 })]);
	});
}
// src/plan/room.ts
function withinRoom(plan, apps, budget, waiting) {
	const left = new Map(apps.map((app) => [app, app.room]));
	const judged = /* @__PURE__ */ new Map();
	for (const one of waitingFirst(plan.playlists.filter(isWritten), waiting)) {
		const app = apps.find(({ accounts }) => accounts.includes(one.account));
		const room = app === void 0 ? void 0 : left.get(app);
		if (app === void 0 || room === void 0) continue;
		const price = withRetries(one.price);
		const needed = withReadBack(price, one);
		const short = buckets.find((bucket) => needed[bucket] > room[bucket]);
		if (short === void 0) left.set(app, less(room, price));
		else {
			const facts = {
				playlist: one.name,
				bucket: short,
				price: needed[short],
				left: room[short],
				budget: budget[short],
				free: app.freeFor(short, needed[short], app.room[short] - room[short])
			};
			judged.set(one.slug, putOff(one, problem("plan/budget-spent", facts)));
		}
	}
	if (judged.size === 0) return plan;
	return totalled(plan, plan.playlists.map((one) => judged.get(one.slug) ?? one));
}
const withReadBack = (price, { price: exact, before, after }) => ({
	...price,
	playlist_reads: Math.max(price.playlist_reads, exact.playlist_reads + readsOf(Math.max(before.count, after.count)))
});
const less = (room, price) => Object.fromEntries(buckets.map((bucket) => [bucket, room[bucket] - price[bucket]]));
// src/app/syncing/besides.ts
async function besides(accounts, { origin, playbook, isEventful }, { files, world }) {
	const found = new Map(world === null ? [] : [[worldPath, world.text()]]);
	if (!isEventful) return found;
	const reports = await reportFiles(accounts, origin, playbook);
	for (const [path, text] of reports) if (await files.read(path) !== text) found.set(path, text);
	for (const path of await files.list(ledgerFolder)) if (isReport(path) && !reports.has(path)) found.set(path, null);
	return found;
}
const isReport = (path) => /^reports\/charts\/[^/]+\.svg$/.test(path) || /^reports\/[^/]+\/playlists\/[^/]+\.md$/.test(path);
// src/ledger/retention.ts
function retained(history, night, days) {
	return foldedBefore(history, Temporal.PlainDate.from(night).subtract({ days }).with({ day: 1 }).toString());
}
function foldedBefore(history, night) {
	const last = Temporal.PlainDate.from(night).subtract({ days: 1 }).toString();
	const [old, kept] = [history.filter((line) => line.night < night), history.filter((line) => line.night >= night)];
	if (old.every((line) => line.night === last)) return history;
	return [...[...Map.groupBy(old, (line) => line.playlist)].sort(byId$2).map(([, lines]) => folded(lines, last)), ...kept];
}
const byId$2 = ([one], [other]) => one < other ? -1 : 1;
function folded(lines, night) {
	const counts = /* @__PURE__ */ new Map();
	for (const { entered, left } of lines) {
		for (const key of entered) counts.set(key, (counts.get(key) ?? 0) + 1);
		for (const key of left) counts.set(key, (counts.get(key) ?? 0) - 1);
	}
	const entered = [...counts].flatMap(([key, count]) => Array(Math.max(0, count)).fill(key)).sort();
	const last = lines.at(-1);
	const followers = lines.findLast((line) => line.followers !== null)?.followers ?? null;
	const hash = lastHash(lines);
	return {
		...last,
		night,
		followers,
		entered,
		left: [],
		...hash === void 0 ? {} : { hash }
	};
}
// src/app/syncing/journal.ts
const chainEnd = ({ audit }, root) => ({
	entries: audit.length,
	digest: audit.at(-1)?.digest ?? root
});
function append(ledger, root, added) {
	const audit = [...ledger.audit, ...chained(chainEnd(ledger, root).digest, added.audit ?? [])];
	const longer = {
		...ledger,
		audit
	};
	const playlists = new Map(ledger.playlists);
	for (const recorded of added.playlists ?? []) playlists.set(recorded.actual.id, recorded);
	for (const id of added.dropped ?? []) playlists.delete(id);
	const history = [...ledger.history, ...added.history ?? []];
	const after = {
		...longer,
		control: added.control ?? ledger.control,
		playlists,
		facts: added.facts ?? ledger.facts,
		history: added.retention === void 0 ? history : retained(history, added.retention.night, added.retention.days)
	};
	if (added.run === void 0) return after;
	return {
		...after,
		runs: [...ledger.runs, withLines(added.run(chainEnd(after, root)), after)]
	};
}
function withLines(line, { facts, history, runs }) {
	if (line.event !== "end") return line;
	return {
		...line,
		lines: {
			facts: factLines(facts),
			history: history.length,
			runs: runs.length + 1
		}
	};
}
function filesBetween(before, after) {
	const { account } = after;
	const files = /* @__PURE__ */ new Map();
	const [oldControl, control] = [renderControl(before.control), renderControl(after.control)];
	if (control !== oldControl) files.set(controlPath(account), control);
	for (const [id, recorded] of after.playlists) {
		const old = before.playlists.get(id);
		if (old === recorded) continue;
		if (old === void 0 || renderPlaylist(old) !== renderPlaylist(recorded)) files.set(playlistPath(account, id), () => [renderPlaylist(recorded)]);
	}
	const [oldSnapshots, snapshots] = [renderSnapshots(before.playlists), renderSnapshots(after.playlists)];
	if (snapshots !== oldSnapshots) files.set(snapshotsPath(account), snapshots);
	for (const id of before.playlists.keys()) if (!after.playlists.has(id)) files.set(playlistPath(account, id), null);
	for (const [shelf, nightOf] of shelves$2) {
		const [old, now] = [monthsOf(before[shelf], nightOf), monthsOf(after[shelf], nightOf)];
		for (const month of /* @__PURE__ */ new Set([...old.keys(), ...now.keys()])) {
			const [was = [], is = []] = [old.get(month), now.get(month)];
			if (!(was.length === is.length && was.every((line, index) => line === is[index]))) files.set(shelfPath(account, shelf, month), is.length === 0 ? null : () => linesOf$1(is));
		}
	}
	if (before.facts !== after.facts) for (const [name, content] of shardsBetween(before.facts, after.facts)) files.set(`${factsFolder(account)}/${name}.jsonl`, content);
	return files;
}
const monthsOf = (lines, nightOf) => Map.groupBy(lines, (line) => nightOf(line).slice(0, 7));
const shelves$2 = [
	["history", ({ night }) => night],
	["audit", (line) => "body" in line ? line.body.night : line.night],
	["runs", ({ night }) => night]
];
// src/app/syncing/book.ts
const mostTries$1 = 3;
var Book = class {
	#origin;
	#head;
	#committed;
	#accounts;
	#pending = [];
	#isOriginNew;
	#isBegun = false;
	#ports;
	constructor({ origin, isOriginNew, accounts, head }, ports) {
		this.#origin = origin;
		this.#isOriginNew = isOriginNew;
		this.#head = head;
		this.#committed = accounts;
		this.#accounts = new Map(accounts);
		this.#ports = ports;
	}
	get origin() {
		return this.#origin;
	}
	get head() {
		return this.#head;
	}
	get accounts() {
		return this.#accounts;
	}
	add(account, added) {
		this.#pending.push({
			account,
			added
		});
		this.#append(account, added);
	}
	learn(account, user) {
		const origin = withUser(this.#origin, account, user);
		this.#isOriginNew ||= renderOrigin(origin) !== renderOrigin(this.#origin);
		this.#origin = origin;
	}
	async tryCommit(message, extra = /* @__PURE__ */ new Map()) {
		const { git, clock } = this.#ports;
		const files = new Map([...this.#files(), ...extra]);
		if (files.size === 0) return "done";
		const done = await git.commit({
			expected: this.#head,
			message,
			files,
			atMs: clock.now()
		});
		this.#head = done.kind === "done" ? done.commit : done.head;
		if (done.kind === "moved") return "moved";
		this.#committed = new Map(this.#accounts);
		this.#isOriginNew = false;
		this.#isBegun = true;
		this.#pending = [];
		return "done";
	}
	async commit(message, extra = async () => /* @__PURE__ */ new Map()) {
		for (let tries = 1; tries <= mostTries$1; tries++) {
			if (await this.tryCommit(message, await extra(this.accounts)) === "done") return "done";
			const known = this.#committed;
			await this.#readAgain();
			if (!this.#isBegun && hasLater(this.#committed, known)) return "moved";
		}
		throw new Failure([problem("machine/moved-head", { tries: mostTries$1 })]);
	}
	#append(account, added) {
		const known = this.#accounts.get(account);
		if (known !== void 0) this.#accounts.set(account, append(known, rootOf(this.origin, account), added));
	}
	async #readAgain() {
		const { git, files } = this.#ports;
		await git.settle(["reports", "playlists"]);
		const committed = await readOrigin(files);
		if (committed !== void 0) this.#origin = withKnown(this.#origin, committed);
		this.#isOriginNew = committed === void 0 || renderOrigin(this.#origin) !== renderOrigin(committed);
		this.#committed = await readAccounts(files, [...this.#accounts.keys()]);
		this.#accounts = new Map(this.#committed);
		for (const { account, added } of this.#pending) this.#append(account, added);
	}
	#files() {
		const files = new Map(this.#isOriginNew ? [[originPath, renderOrigin(this.origin)]] : []);
		for (const [name, ledger] of this.#accounts) {
			const before = this.#committed.get(name);
			if (before === void 0 || before === ledger) continue;
			for (const [path, content] of filesBetween(before, ledger)) files.set(path, content);
		}
		return files;
	}
};
const hasLater = (accounts, known) => [...accounts].some(([name, { runs }]) => runs.length !== known.get(name)?.runs.length);
// src/app/syncing/keep.ts
function factsToKeep({ account, playlists, history }, facts) {
	const answers = Object.fromEntries(Object.entries(facts.answers).filter(([, { need, answer }]) => need.account === account && need.kind !== "playlist" && !isOfANight(need) && answer.state !== "part"));
	const library = libraryOf(facts);
	const [items, albums] = [library.items.marks(), library.albums.marks()];
	const keepItem = (uri) => {
		const item = items.add(uri) ? library.items.get(uri) : void 0;
		if (item?.kind !== "track") return;
		if (item.album !== null) albums.add(item.album);
		if (item.uri !== uri) keepItem(item.uri);
	};
	for (const { actual } of playlists.values()) for (const row of actual.rows) if (row.kind === "item") keepItem(row.uri);
	for (const { entered, left } of history) for (const key of [...entered, ...left]) keepItem(key);
	for (const { need, answer } of Object.values(answers)) {
		if (need.kind === "album") albums.add(need.id);
		if (need.kind === "track") keepItem(need.uri);
		if (need.kind === "discography") for (const id of foundIn(answer)) albums.add(id);
		else for (const uri of foundIn(answer)) keepItem(uri);
	}
	library.items.keep(items);
	library.albums.keep(albums);
	return {
		version: 1,
		...library,
		answers
	};
}
function foundIn(answer) {
	if (answer.state !== "whole") return [];
	const { found } = answer;
	if (typeof found === "string") return [found];
	if (!Array.isArray(found)) return [];
	return found.map((one) => typeof one === "string" ? one : one.uri);
}
function looksAfter(account, control, facts, readTonight, night) {
	const looks = {};
	for (const [key, { need }] of Object.entries(facts.answers)) {
		if (need.kind !== "discography" || need.account !== account) continue;
		const last = readTonight.has(key) ? night : control.looks?.[need.artist] ?? night;
		const other = looks[need.artist] ?? last;
		looks[need.artist] = other < last ? other : last;
	}
	return looks;
}
const sizesOf = (account, { sizes = {} }) => Object.fromEntries(Object.entries(sizes).filter(([key]) => key.startsWith(`${account} `)));
// src/app/syncing/record.ts
function additionsFor(observed, ledger, run, snapshotOf) {
	const known = Map.groupBy(ledger.history, ({ playlist }) => playlist);
	const sorted = [...observed].sort((one, other) => one.actual.id < other.actual.id ? -1 : 1);
	return {
		playlists: sorted.map(({ slug, actual }) => recordOf(slug, packed(actual, snapshotOf(actual)))),
		history: sorted.flatMap(({ actual, recorded }) => historyOf(actual.id, keysOf$2(recorded?.actual.rows ?? []), actual, known.get(actual.id) ?? [], run.night)),
		audit: sorted.flatMap((one) => auditOf(one, run))
	};
}
const recordOf = (rule, actual) => ({
	rule,
	actual
});
function sourcesRead(ledger, facts) {
	const ruled = new Set(Object.values(ledger.control.playlists).map((one) => one?.id));
	return Object.values(facts.answers).flatMap(({ need, answer }) => {
		if (need.kind !== "playlist" || need.account !== ledger.account || answer.state !== "whole") return [];
		if (ruled.has(need.id)) return [];
		const actual = answer.found;
		return ledger.playlists.get(need.id)?.actual === actual ? [] : [recordOf(null, actual)];
	});
}
function handsInto(control, slugs, hands) {
	const known = {};
	for (const slug of slugs) {
		const one = hands.get(slug);
		if (one !== void 0 && !isEmpty(one)) known[slug] = one;
	}
	return {
		...control,
		hands: known
	};
}
function leavingInto(control, slugs, planned) {
	const known = {};
	for (const slug of slugs) {
		const one = planned.get(slug) ?? control.leaving?.[slug] ?? {};
		if (Object.keys(one).length > 0) known[slug] = one;
	}
	return {
		...control,
		leaving: known
	};
}
const isEmpty = ({ held, kept = {}, removed = {} }) => held === void 0 && Object.keys(kept).length + Object.keys(removed).length === 0;
// src/app/syncing/conclude.ts
function wroteTonight(ledger, told, at) {
	const { name, run, seen, outcomes, intent: line, undone, closed } = told;
	const plans = seen.plan.playlists.filter(({ account }) => account === name);
	const known = controlAfter(ledger.control, plans, {
		undone,
		sources: seen.sources
	});
	const quarantined = quarantinedAfter(ledger.control.quarantined ?? {}, outcomes, run.night);
	const control = {
		...known,
		quarantined,
		blockedUntil: closed
	};
	if (line === void 0 || line.intents.length === 0) return { control };
	const added = additionsFor(outcomes.flatMap((outcome) => {
		const intent = line.intents.find(({ slug }) => slug === outcome.slug);
		const { actual, own, confirmed } = outcome;
		if (intent === void 0 || actual === null || own === null || !confirmed) return [];
		const recorded = ledger.playlists.get(actual.id);
		const since = seenBeyond(recorded, own, actual, seen.facts.items, run.run);
		return [{
			slug: outcome.slug,
			actual,
			recorded,
			cut: {
				run: {
					...line,
					at
				},
				intent
			},
			seen: since
		}];
	}), ledger, {
		...run,
		at
	}, () => "");
	return {
		...added,
		control,
		facts: factsToKeep(append(ledger, "", added), seen.facts)
	};
}
function controlAfter(control, plans, { undone, sources }) {
	const open = new Set(undone.map(({ slug }) => slug));
	const playlists = { ...control.playlists };
	for (const plan of plans) {
		const known = playlists[plan.slug];
		if (known === void 0 || open.has(plan.slug) || plan.state === "not-due") continue;
		const isFirst = plan.problems.some(({ code }) => code === "plan/first-contact" || code === "plan/hand-edits");
		const { id, contact, sources: before = {} } = known;
		const now = sources.get(plan.slug) ?? before;
		const watched = Object.keys(now).length === 0 ? {} : { sources: now };
		playlists[plan.slug] = {
			id,
			contact: isFirst ? contact : "known",
			rule: plan.rule,
			...watched
		};
	}
	return {
		...control,
		playlists
	};
}
function quarantinedAfter(before, outcomes, night) {
	const still = Object.entries(before).filter(([, since]) => triedAgainOn(since) > night);
	const refused = outcomes.flatMap(({ problems }) => problems.map(problemOf$1).flatMap(deadIn$1));
	return Object.fromEntries([...still, ...refused.map((uri) => [uri, night])]);
}
const deadIn$1 = ({ code, facts }) => code === "apply/dead-items" ? facts.uris : [];
const reasons$1 = {
	partial: "facts are lacking",
	unreadable: "it cannot be read",
	suspended: "it is suspended",
	"put-off": "a limit of the run was reached"
};
function undoneIn(account, { playlists }, outcomes, written) {
	const bySlug = new Map(outcomes.map((one) => [one.slug, one]));
	return playlists.flatMap((plan) => {
		if (plan.account !== account) return [];
		const { slug, state, problems } = plan;
		const outcome = bySlug.get(slug);
		const because = reasons$1[state];
		if (because !== void 0) return [{
			slug,
			because,
			problems
		}];
		if (state !== "change" && state !== "create") return [];
		if (outcome === void 0) return [{
			slug,
			because: written ? "the run ended before" : "nothing may be written",
			problems
		}];
		if (outcome.state === "applied" || outcome.state === "unchanged") return [];
		return [{
			slug,
			because: howFar(outcome),
			problems: outcome.problems
		}];
	});
}
const howFar = ({ state, confirmed }) => state === "partly" ? confirmed ? "partly applied" : "written, not read back" : "not applied";
// src/app/syncing/intents.ts
function intentOf(plan, run) {
	const noted = (kind) => plan.changes.flatMap((one) => one.kind === kind ? {
		key: one.key,
		why: one.why
	} : []);
	return {
		slug: plan.slug,
		id: plan.id,
		nonce: plan.id === null ? nonceOf(plan.account, plan.slug, run.run) : null,
		before: plan.before.hash,
		writes: plan.writes,
		entered: noted("add"),
		left: noted("remove"),
		moved: noted("move"),
		acked: plan.acked
	};
}
const intentLine = (run, sent, promised, intents) => ({
	...run,
	event: "intent",
	...sentBy(run, sent),
	promised: counted(withRetries(promised)),
	intents
});
const sendingOf = (account) => ({
	sent: account?.sent() ?? noRequests,
	times: account?.times() ?? {}
});
const sentBy = ({ at }, { sent, times }) => ({
	requests: counted(sent),
	sentAt: sentAt(times, at)
});
// src/app/syncing/nights.ts
function nightsOf({ runs }, night, startedMs, timezone) {
	const served = endsOf(runs).findLast(({ nights }) => nights.length > 0)?.nights.at(-1) ?? null;
	const nights = nightsToServe(served, night);
	const [first] = nights;
	return {
		nights,
		lateMs: first === void 0 ? 0 : startedMs - startOfNightMs(first, timezone)
	};
}
// src/gather/listing.ts
async function readListing(page) {
	const playlists = [];
	for (let offset = 0;;) {
		const read = await unshortened(page, offset);
		playlists.push(...read.rows);
		if (read.next === null) return {
			playlists,
			isWhole: !isShort(read, offset)
		};
		offset = read.next;
	}
}
const listingRequests = (playlists) => Math.max(1, Math.ceil(playlists / 50));
// src/apply/same-rows.ts
const sameRows = (one, other) => one.length === other.length && hashOfRows(one) === hashOfRows(other);
const hashOfRows = (rows) => hashKeys(renumbered(rows));
function renumbered(keys) {
	let gone = 0;
	return keys.map((key) => key.startsWith("gone:") ? `gone:${++gone}` : key);
}
const settlingMs = 2e3;
const settlingAfter = (tries) => settlingMs * 2 ** Math.min(tries - 1, 4);
async function attempt(playlist, write, tries = 1) {
	const { rows: before, hasWritten } = playlist;
	const after = applyWrite(before, write);
	for (let refusals = 1;; refusals++) {
		const lost = await trySend(playlist, write);
		if (lost === void 0) playlist.rows = after;
		else await playlist.readBack(settlingAfter(tries + refusals - 1));
		if (lost === void 0 || sameRows(playlist.rows, after)) {
			playlist.own = playlist.rows;
			return "done";
		}
		if (!sameRows(playlist.rows, before)) throw new Failure([problem("apply/changed-since-plan", { playlist: playlist.plan.name })], { cause: lost });
		const refusal = refusalIn(lost);
		if (refusal === void 0) return lost.problems[0];
		playlist.hasWritten = hasWritten;
		if (refusals === 6) throw refusal;
	}
}
async function trySend(playlist, write) {
	try {
		await playlist.send((spotify) => spotify.write(playlist.known(), write));
		return;
	} catch (error) {
		if (error instanceof Failure && unknownOutcome(error) !== void 0) return error;
		throw error;
	}
}
function unknownOutcome(error) {
	if (!(error instanceof Failure)) return void 0;
	const [first] = error.problems;
	return first.code === "spotify/unknown-outcome" ? first : void 0;
}
const refusalIn = ({ cause }) => cause instanceof Failure ? cause : void 0;
// src/apply/create.ts
async function createPlaylist$1(plan, playlist, nonce) {
	for (let tries = 1;; tries++) {
		const created = await tryCreate(plan, playlist, nonce);
		if (typeof created === "string") return among(tries === 1 ? [] : (await ownWith(nonce, playlist)).found, created, plan);
		await playlist.settle(settlingAfter(tries));
		const { found, isWhole } = await ownWith(nonce, playlist);
		const [first] = found;
		if (first !== void 0) return among(found, first, plan);
		if (!isWhole) throw created;
		if (tries === 6) throw refusalIn(created) ?? created;
	}
}
function among(found, id, { name }) {
	const count = found.filter((other) => other !== id).length;
	return {
		id,
		problems: count === 0 ? [] : [problem("apply/orphan", {
			playlist: name,
			count
		})]
	};
}
async function tryCreate({ name, public: isPublic }, playlist, nonce) {
	try {
		return await playlist.send((spotify) => spotify.create({
			name,
			description: nonce,
			public: isPublic
		}));
	} catch (error) {
		if (error instanceof Failure && unknownOutcome(error) !== void 0) return error;
		throw error;
	}
}
async function ownWith(nonce, playlist) {
	const me = await playlist.ask((read) => read.me());
	const { playlists, isWhole } = await readListing((offset) => playlist.ask((read) => read.listing(offset)));
	return {
		found: playlists.filter(({ owner, description }) => owner === me && description === nonce).map(({ id }) => id),
		isWhole
	};
}
// src/apply/details.ts
async function change(playlist, { details }) {
	for (let tries = 1;; tries++) try {
		await playlist.send((spotify) => spotify.change(playlist.known(), details));
		return [];
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		const [first] = error.problems;
		const isUnknown = unknownOutcome(error) !== void 0;
		if (first.code !== "spotify/bad-request" && !isUnknown) throw error;
		if (isUnknown && tries < 6) {
			await playlist.settle(settlingAfter(tries));
			continue;
		}
		const refusal = refusalIn(error);
		if (refusal !== void 0) throw refusal;
		const field = Object.keys(details).join(", ");
		const message = first.code === "spotify/bad-request" ? first.facts.message : messageOf$1(first);
		return [problem("apply/details-refused", {
			playlist: playlist.plan.name,
			field,
			message
		})];
	}
}
async function changeUnkept(playlist, known) {
	if (known.some(({ code }) => code === "apply/details-refused")) return [];
	const unkept = playlist.plan.writes.filter((write) => write.kind === "details" && !isKept(write, playlist));
	const problems = [];
	for (const write of unkept) problems.push(...await change(playlist, write));
	return problems;
}
function isKept({ details: { name, description } }, { actual }) {
	const there = actual?.details ?? {};
	return (name === void 0 || readsAs(name, there.name)) && (description === void 0 || readsAs(description, there.description));
}
// src/apply/stopped.ts
var Stopped = class extends Error {
	name = "Stopped";
};
const isStop = (error, signal) => error instanceof Stopped || signal?.aborted === true && (error === signal.reason || error instanceof Error && error.name === "AbortError");
// src/apply/playlist.ts
const showingMs = 1e3;
var Playlist = class {
	plan;
	id;
	rows = [];
	actual = null;
	requests = 0;
	hasWritten = false;
	#own = null;
	#ownHashes = /* @__PURE__ */ new Set();
	#writtenMs = Number.NEGATIVE_INFINITY;
	#ports;
	constructor(plan, ports) {
		this.plan = plan;
		this.id = plan.id;
		this.#ports = ports;
	}
	get own() {
		return this.#own;
	}
	set own(rows) {
		this.#own = rows;
		if (rows !== null) this.#ownHashes.add(hashOfRows(rows));
	}
	isAsBefore() {
		return this.#ownHashes.has(hashOfRows(this.rows));
	}
	begunAs(id) {
		this.id = id;
		this.own = [];
		this.hasWritten = true;
	}
	async mustBeAsPlanned() {
		await this.readWhole();
		this.own = this.rows;
		if (hashKeys(this.rows) === this.plan.before.hash) return;
		throw new Failure([problem("apply/changed-since-plan", { playlist: this.plan.name })]);
	}
	async readWhole() {
		const waitMs = this.#writtenMs + showingMs - this.#ports.clock.now();
		if (waitMs > 0) await this.settle(waitMs);
		const whole = await readWhole({
			playlist: (id) => this.#ask((read) => read.playlist(id)),
			rows: (id, offset) => this.#ask((read) => read.rows(id, offset))
		}, this.known());
		if (whole.kind !== "whole") throw new Failure([problem("plan/unreadable", {
			playlist: this.plan.name,
			absence: whole.kind === "withheld" ? "forbidden" : "part"
		})]);
		this.actual = whole.actual;
		this.rows = keysOf$2(whole.actual.rows);
		return whole.actual;
	}
	async readBack(settlingMs) {
		this.#ports.say(`reading "${this.plan.name}" back: what was last written does not show`);
		await this.settle(settlingMs);
		await this.readWhole();
		return this.rows;
	}
	get announce() {
		return this.#ports.announce;
	}
	spare() {
		return this.#ports.spare();
	}
	ask(run) {
		return this.#ask(run);
	}
	async send(run) {
		this.#mustGoOn();
		this.requests += 1;
		try {
			const answer = await run(this.#ports.write);
			this.#writtenMs = this.#ports.clock.now();
			this.hasWritten = true;
			return answer;
		} catch (error) {
			if (unknownOutcome(error) !== void 0) this.hasWritten = true;
			throw error;
		}
	}
	known() {
		if (this.id === null) throw new Bug("the playlist is not created yet");
		return this.id;
	}
	settle(ms) {
		return this.#ports.clock.sleep(ms, this.#ports.signal);
	}
	async #ask(run) {
		this.#mustGoOn();
		this.requests += 1;
		return run(this.#ports.read);
	}
	#mustGoOn() {
		if (this.#ports.signal?.aborted === true) throw new Stopped("ended by a signal");
	}
};
// src/apply/shown.ts
const mostLooks = 5;
async function isShown(playlist, written) {
	await playlist.readWhole();
	for (let looks = 1; !sameRows(playlist.rows, written); looks++) {
		const isLate = playlist.isAsBefore();
		if (looks === mostLooks) return !isLate;
		if (looks > 1 && !isLate) return true;
		await playlist.readBack(settlingAfter(looks));
	}
	return true;
}
// src/apply/dead.ts
const mostSuspects = 2;
const mostTriesAlone = 3;
const inParts = (write, standing) => write.kind === "add" ? write : {
	kind: "add",
	uris: newcomersIn(write, standing),
	position: standing.length
};
async function deadIn({ uris, position }, playlist, announce) {
	const search = new Search(playlist, announce);
	try {
		await search.among(uris, position);
		return {
			dead: search.dead,
			endedBy: void 0
		};
	} catch (error) {
		return {
			dead: search.dead,
			endedBy: error
		};
	}
}
function newcomersIn(write, standing) {
	if (write.kind !== "add" && write.kind !== "replace") return [];
	const known = new Set(standing);
	return [...new Set(write.uris)].filter((uri) => !known.has(uri));
}
var Search = class {
	#playlist;
	#missing = [];
	#suspects = [];
	#succeeded = false;
	#requests = 0;
	#announce;
	constructor(playlist, announce) {
		this.#playlist = playlist;
		this.#announce = announce;
	}
	get dead() {
		const missing = asKeys(this.#missing);
		if (this.#succeeded) return [...missing, ...asKeys(this.#suspects)];
		return missing.length === 0 && this.#suspects.length > 0 ? void 0 : missing;
	}
	async among(uris, position) {
		const [first, ...others] = uris;
		if (first === void 0 || this.#isVain()) return 0;
		if (others.length === 0) return await this.#isAddedAlone(first, position) ? 1 : 0;
		const half = Math.ceil(uris.length / 2);
		const added = await this.#add(uris.slice(0, half), position);
		return added + await this.#add(uris.slice(half), position + added);
	}
	async #add(uris, position) {
		if (this.#isVain()) return 0;
		return await this.#isAdded(uris, position) ? uris.length : this.among(uris, position);
	}
	async #isAddedAlone(uri, position) {
		if (await this.#isMissing(uri)) {
			this.#missing.push(uri);
			return false;
		}
		for (let tries = 1; tries <= mostTriesAlone; tries++) if (await this.#isAdded([uri], position, tries)) return true;
		this.#suspects.push(uri);
		return false;
	}
	async #isAdded(uris, position, tries = 1) {
		await this.#next("writes", uris.length);
		const isAdded = await attempt(this.#playlist, {
			kind: "add",
			uris,
			position
		}, tries) === "done";
		this.#succeeded ||= isAdded;
		return isAdded;
	}
	async #next(bucket, adding) {
		const { plan, rows } = this.#playlist;
		const spare = this.#playlist.spare();
		const reads = bucket === "writes" ? readsOf(rows.length + adding) : 0;
		const short = spare[bucket] < 1 ? bucket : spare.playlist_reads < reads ? "playlist_reads" : void 0;
		if (short !== void 0) throw new Failure([problem("apply/search-unfinished", {
			playlist: plan.name,
			bucket: short
		})]);
		if (this.#requests % 25 === 0) await this.#announce(this.dead ?? []);
		this.#requests += 1;
	}
	#isVain() {
		return !this.#succeeded && this.#suspects.length >= mostSuspects;
	}
	async #isMissing(uri) {
		if (!isTrackUri(uri)) return false;
		await this.#next("tracks", 0);
		try {
			await this.#playlist.ask((read) => read.track(uri));
			return false;
		} catch (error) {
			if (!(error instanceof Failure)) throw error;
			return error.problems[0].code === "spotify/not-found";
		}
	}
};
const asKeys = (uris) => uris;
// src/apply/refused.ts
async function withoutDead(write, ahead, playlist, problems) {
	const { rows: before } = playlist;
	const parts = inParts(write, before);
	const about = {
		from: before,
		writes: [parts],
		inParts: true,
		price: priceOf$1(parts, ahead, before)
	};
	const { dead, endedBy } = await deadIn(parts, playlist, (found) => playlist.announce({
		...about,
		dead: found
	}));
	if (dead !== void 0 && dead.length > 0) problems.push(problem("apply/dead-items", {
		playlist: playlist.plan.name,
		uris: dead
	}));
	if (endedBy !== void 0) return asItStands(endedBy, ahead, playlist, problems);
	const instead = insteadOf(write, dead, ahead, playlist.rows);
	await announceAll(instead, dead ?? [], playlist);
	return dead === void 0 ? void 0 : instead;
}
function asItStands(endedBy, { writes }, { rows }, problems) {
	if (!(endedBy instanceof Failure) || endedBy.problems[0].code !== "apply/search-unfinished") throw endedBy;
	problems.push(...endedBy.problems);
	return {
		wanted: rows,
		writes: detailsIn$1(writes)
	};
}
function insteadOf(write, dead, ahead, rows) {
	if (dead === void 0) return {
		...ahead,
		writes: [write, ...ahead.writes]
	};
	if (dead.length === 0 && write.kind === "add") return ahead;
	const wanted = ahead.wanted.filter((key) => !dead.includes(key));
	return {
		wanted,
		writes: [...write.kind === "replace" ? rebuild(wanted) : writesFor(rows, wanted), ...detailsIn$1(ahead.writes)]
	};
}
function announceAll({ wanted, writes }, dead, playlist) {
	const from = playlist.rows;
	const price = priceOfApplying(from, wanted.length, writes);
	return playlist.announce({
		from,
		writes,
		inParts: false,
		dead,
		price
	});
}
function priceOf$1(parts, { wanted, writes }, rows) {
	const search = priceOfSearching(25, rows.length + parts.uris.length);
	const rest = priceOfApplying(rows, wanted.length, [parts, ...writes]);
	return Object.fromEntries(buckets.map((bucket) => [bucket, search[bucket] + rest[bucket]]));
}
const detailsIn$1 = (writes) => writes.filter(({ kind }) => kind === "details");
// src/apply/stayed.ts
async function stayedAfter(removal, further, playlist, wanted) {
	const again = comingAgain(removal, further);
	if (again.size === 0) return void 0;
	const { rows: expected, own } = playlist;
	const isExpected = (rows) => sameRows(rows.filter((key) => !again.has(key)), expected);
	await isShown(playlist, expected);
	const now = playlist.rows;
	if (sameRows(now, expected) || !isExpected(now)) {
		playlist.rows = expected;
		playlist.own = own;
		return;
	}
	playlist.own = now;
	return withStuck(playlist, wanted, again);
}
function withStuck({ plan, rows }, wanted, again) {
	const [stand, want] = [counts(rows), counts(wanted)];
	const more = (key) => Math.max(0, (stand.get(key) ?? 0) - (want.get(key) ?? 0));
	const stuck = [...again].filter((key) => more(key) > 0);
	const isFirst = (key, index) => wanted.indexOf(key) === index;
	return {
		wanted: wanted.flatMap((key, index) => again.has(key) && isFirst(key, index) ? new Array(1 + more(key)).fill(key) : [key]),
		problems: stuck.length === 0 ? [] : [problem("apply/cannot-remove", {
			playlist: plan.name,
			uris: stuck
		})]
	};
}
// src/apply/write-all.ts
async function writeAll$1(playlist, problems) {
	let wanted = playlist.plan.rows;
	let writes = playlist.plan.writes;
	for (let next = 0; next < writes.length; next++) {
		const write = writes[next];
		if (write.kind === "details") {
			problems.push(...await change(playlist, write));
			continue;
		}
		const further = writes.slice(next + 1);
		const sent = await sendItems(playlist, write, {
			wanted,
			writes: further
		}, problems);
		if (sent !== "done") {
			({wanted, writes} = sent);
			next = -1;
			continue;
		}
		const stayed = await stayedAfter(write, further, playlist, wanted);
		if (stayed === void 0) continue;
		wanted = stayed.wanted;
		problems.push(...stayed.problems);
		writes = [...writesFor(playlist.rows, wanted), ...detailsIn$1(further)];
		await announceAll({
			wanted,
			writes
		}, [], playlist);
		next = -1;
	}
	return wanted;
}
async function sendItems(playlist, write, ahead, problems) {
	for (let tries = 1;; tries++) {
		const refused = await attempt(playlist, write, tries);
		if (refused === "done") return "done";
		if (tries === 6) throw new Failure([refused]);
		if (tries !== 2 || newcomersIn(write, playlist.rows).length === 0) continue;
		const instead = await withoutDead(write, ahead, playlist, problems);
		if (instead !== void 0) return instead;
	}
}
// src/apply/apply-plan.ts
async function applyPlan({ plan, nonce, signal, created, ...ports }) {
	const playlist = new Playlist(plan, {
		...ports,
		...signal === void 0 ? {} : { signal }
	});
	const problems = [];
	let state = "applied";
	let confirmed = false;
	try {
		if (created !== void 0) playlist.begunAs(created);
		else if (plan.id === null) {
			const { id, problems: orphans } = await createPlaylist$1(plan, playlist, nonce);
			playlist.begunAs(id);
			problems.push(...orphans);
		} else await playlist.mustBeAsPlanned();
		const wanted = await writeAll$1(playlist, problems);
		const hasShown = await isShown(playlist, wanted);
		const found = sameRows(playlist.rows, wanted) ? void 0 : difference(playlist, wanted);
		const isStuck = found?.code === "apply/cannot-remove";
		if (!hasShown && !isStuck) throw new Failure([problem("apply/not-shown", { playlist: plan.name })]);
		problems.push(...await changeUnkept(playlist, problems));
		confirmed = hasShown;
		if (found === void 0 || isStuck) playlist.own = playlist.rows;
		if (found !== void 0) {
			problems.push(found);
			state = "partly";
		}
	} catch (error) {
		if (!(error instanceof Failure) && !isStop(error, signal)) throw error;
		state = playlist.hasWritten ? "partly" : "not-applied";
		if (error instanceof Failure) problems.push(...error.problems);
	}
	if (problems.some(({ code }) => shortening.has(code))) state = "partly";
	return {
		slug: plan.slug,
		account: plan.account,
		id: playlist.id,
		state,
		requests: playlist.requests,
		actual: playlist.actual,
		confirmed,
		own: playlist.own,
		problems
	};
}
const shortening = /* @__PURE__ */ new Set([
	"apply/dead-items",
	"apply/search-unfinished",
	"apply/cannot-remove"
]);
async function createFor({ plan, nonce, signal, ...ports }) {
	const playlist = new Playlist(plan, {
		...ports,
		...signal === void 0 ? {} : { signal }
	});
	const outcome = (state, id, problems) => ({
		slug: plan.slug,
		account: plan.account,
		id,
		state,
		requests: playlist.requests,
		actual: null,
		confirmed: false,
		own: id === null ? null : [],
		problems
	});
	try {
		const { id, problems } = await createPlaylist$1(plan, playlist, nonce);
		return outcome("applied", id, problems);
	} catch (error) {
		if (!(error instanceof Failure) && !isStop(error, signal)) throw error;
		return outcome(playlist.hasWritten ? "partly" : "not-applied", null, error instanceof Failure ? error.problems : []);
	}
}
function difference({ plan, rows }, wanted) {
	const removed = new Set(plan.writes.flatMap((write) => write.kind === "remove" ? write.uris : []));
	const wantedKeys = new Set(wanted);
	const stuck = rows.filter((key) => removed.has(key) && !wantedKeys.has(key));
	const others = rows.filter((key) => !stuck.includes(key));
	return stuck.length > 0 && sameRows(others, wanted) ? problem("apply/cannot-remove", {
		playlist: plan.name,
		uris: stuck
	}) : problem("apply/differs-after", {
		playlist: plan.name,
		expected: wanted.length,
		found: rows.length
	});
}
// src/app/syncing/message.ts
const message = (run, subject, lines) => [
	`${occasionOf(run)}: ${subject}`,
	...lines.length === 0 ? [] : ["", ...lines],
	"",
	`Run: ${run.run}`,
	startedBy(run),
	""
].join("\n");
const occasionOf = ({ night, restore }) => restore === void 0 ? `Night of ${nightInWords(night)}` : `Restore ${restore.rule} to ${momentInWords(restore)}`;
const startedBy = ({ trigger, actor }) => `Started-by: ${trigger}${actor === null ? "" : ` (${actor.replaceAll(/[^\w.[\] -]/g, "")})`}`;
function intentMessage(run, plans) {
	const lines = plans.map(({ slug, state, changes }) => {
		const of = (kind) => changes.filter((one) => one.kind === kind).length;
		return `- ${slug}${state === "create" ? " (new)" : ""}:${tally(of("add"), of("remove"), of("move"))}`;
	});
	return message(run, `about to change ${counted$1(plans.length, "playlist")}`, lines);
}
const createdMessage = (run, slugs) => message(run, `began ${counted$1(slugs.length, "playlist")}`, slugs.map((slug) => `- ${slug}`));
const anewMessage = (run, slug, isSearch) => message(run, isSearch ? "about to look for what Spotify refuses" : "about to go on otherwise", [`- ${slug}`]);
const tally = (entered, left, moved) => [
	entered > 0 ? ` +${entered}` : "",
	left > 0 ? ` -${left}` : "",
	moved > 0 ? ` moved ${moved}` : ""
].join("");
// src/app/syncing/anew.ts
const announcing = (plan, behind, { run, book, accounts }) => async ({ from, writes, inParts, dead, price }) => {
	const items = writes.filter(({ kind }) => kind !== "details");
	const details = plan.writes.filter(({ kind }) => kind === "details");
	const intent = {
		...intentOf(plan, run),
		from,
		writes: [...items, ...details],
		...inParts ? { inParts } : {}
	};
	const line = intentLine(run, sendingOf(accounts.get(plan.account)), priceOf$2([{ price }, ...behind]), [intent]);
	const known = book.accounts.get(plan.account)?.control;
	const refused = Object.fromEntries(dead.map((uri) => [uri, run.night]));
	const control = known === void 0 ? {} : { control: {
		...known,
		quarantined: {
			...known.quarantined,
			...refused
		}
	} };
	book.add(plan.account, {
		run: () => line,
		...dead.length === 0 ? {} : control
	});
	await book.commit(anewMessage(run, plan.slug, inParts));
};
// src/app/syncing/unrecorded.ts
async function orUnrecorded(commit, outcomes) {
	const sent = outcomes.filter(({ requests }) => requests > 0);
	try {
		return await commit;
	} catch (error) {
		if (!(error instanceof Failure) || sent.length === 0) throw error;
		const requests = sent.reduce((sum, one) => sum + one.requests, 0);
		const [first, ...others] = error.problems;
		const told = problem("machine/unrecorded", {
			requests,
			rules: sent.map(({ slug }) => slug)
		});
		throw new Failure([
			first,
			...others,
			told
		], { cause: error });
	}
}
// src/app/syncing/write.ts
async function writeAll(plans, writing) {
	const begun = await begin(plans.filter(({ id }) => id === null), writing);
	const outcomes = [];
	for (const [index, plan] of plans.entries()) {
		const created = begun.get(plan.slug);
		if (created?.id === null) {
			outcomes.push(created);
			continue;
		}
		if (writing.ports.signal.aborted || plan.id === null && created === void 0) {
			if (created !== void 0) outcomes.push({
				...created,
				state: "partly"
			});
			continue;
		}
		const toApply = toApplyFor(plan, writing, plans.slice(index + 1));
		if (toApply === void 0) continue;
		const outcome = await applyPlan(created?.id === void 0 ? toApply : {
			...toApply,
			created: created.id
		});
		outcomes.push({
			...outcome,
			requests: outcome.requests + (created?.requests ?? 0),
			problems: [...created?.problems ?? [], ...outcome.problems]
		});
	}
	return outcomes;
}
async function begin(plans, writing) {
	const { book, run, ports } = writing;
	const begun = /* @__PURE__ */ new Map();
	for (const plan of plans) {
		const toApply = toApplyFor(plan, writing, plans);
		if (ports.signal.aborted || toApply === void 0) continue;
		const outcome = await createFor(toApply);
		begun.set(plan.slug, outcome);
		const known = book.accounts.get(plan.account)?.control;
		if (outcome.id === null || known === void 0) continue;
		const playlists = {
			...known.playlists,
			[plan.slug]: {
				id: outcome.id,
				contact: "known"
			}
		};
		book.add(plan.account, { control: {
			...known,
			playlists
		} });
	}
	const created = [...begun].flatMap(([slug, { id }]) => id === null ? [] : slug);
	if (created.length > 0) await orUnrecorded(book.commit(createdMessage(run, created)), [...begun.values()]);
	return begun;
}
function toApplyFor(plan, writing, later) {
	const { run, accounts, ports } = writing;
	const account = accounts.get(plan.account);
	if (account === void 0) return void 0;
	const { clock, say, signal } = ports;
	const nonce = nonceOf(plan.account, plan.slug, run.run);
	const behind = later.filter((one) => one.account === plan.account);
	const announce = announcing(plan, behind, writing);
	const spare = () => spareBeside([plan, ...later.filter(isOfSameApp(plan, writing.apps))], account);
	return {
		plan,
		read: account.read,
		write: account.write,
		clock,
		say,
		announce,
		spare,
		nonce,
		signal
	};
}
const isOfSameApp = (plan, apps) => {
	const accounts = apps.find((app) => app.accounts.includes(plan.account))?.accounts ?? [plan.account];
	return (other) => accounts.includes(other.account);
};
function spareBeside(plans, { room }) {
	const [left, needed] = [room(), priceOf$2(plans.map(({ price }) => ({ price: withRetries(price) })))];
	return Object.fromEntries(buckets.map((bucket) => [bucket, left[bucket] - needed[bucket]]));
}
const isUnconfirmed = (intent, outcome) => outcome !== void 0 && !outcome.confirmed && (outcome.state === "partly" || intent.id === null && outcome.id !== null);
// src/app/syncing/end.ts
function endOf(before, ending) {
	const { name, run, seen, outcomes, undone, problems, exit } = ending;
	const served = ending.isServed && isSeen(before, ending) ? nightsOf(before, run.night, ending.startedMs, ending.timezone) : {
		nights: [],
		lateMs: 0
	};
	const plans = seen.plan.playlists.filter(({ account }) => account === name);
	return (audit) => ({
		...run,
		event: "end",
		...served,
		ended: instantOf(ending.endedMs),
		...sentBy(run, ending.sending),
		skipped: plans.flatMap(({ slug, state }) => state === "not-due" ? slug : []),
		undone,
		unconfirmed: unconfirmedIn(before, ending),
		changed: outcomes.flatMap(({ slug, state }) => state === "applied" || state === "partly" ? slug : []),
		findings: [...plans, ...outcomes].flatMap((one) => one.problems.map((finding) => ({
			slug: one.slug,
			finding
		}))),
		problems: problems.map(problemIn),
		exit,
		audit
	});
}
const problemIn = (one) => ({
	code: one.code,
	message: messageOf$1(one),
	fix: fixOf(one),
	..."account" in one.facts && one.facts.account !== null ? { account: one.facts.account } : {}
});
const isSeen = ({ control, playlists }, { name, seen }) => seen.listings.has(name) || Object.keys(control.playlists).length === 0 && playlists.size === 0;
function unconfirmedIn(before, { intent, outcomes, seen, name }) {
	const tonight = (intent?.intents ?? []).filter((one) => isUnconfirmed(one, outcomes.find(({ slug }) => slug === one.slug)));
	const older = [...cutsOf(before.runs)].flatMap(([slug, cut]) => {
		if (cut.intent.id === null && !seen.listings.has(name)) return slug;
		const plan = seen.plan.playlists.find((one) => one.slug === slug && one.account === name);
		return plan?.state === "unreadable" || plan?.state === "partial" ? slug : [];
	});
	return [.../* @__PURE__ */ new Set([...tonight.map(({ slug }) => slug), ...older])].sort();
}
// src/app/syncing/later.ts
function parted(noted, { playlists }) {
	const { playlists: records = [], history = [], ...now } = noted;
	const asKnown = (one) => withSnapshot(one, playlists.get(one.actual.id)?.actual.snapshot ?? "");
	return {
		now: {
			...now,
			playlists: records.map(asKnown),
			history: history.filter(({ hash }) => hash !== void 0)
		},
		later: {
			playlists: records,
			history: history.filter(({ hash }) => hash === void 0)
		}
	};
}
function withLater({ playlists, history }, wrote) {
	const written = new Set(wrote.playlists?.map(({ actual }) => actual.id));
	return {
		...wrote,
		playlists: [...playlists.filter(({ actual }) => !written.has(actual.id)), ...wrote.playlists ?? []],
		history: [...history.filter(({ playlist }) => !written.has(playlist)), ...wrote.history ?? []]
	};
}
// src/app/syncing/closing.ts
function closeNight(closing, { book, accounts, clock }) {
	const { run, seen, outcomes, portfolio, waiting, before } = closing;
	return [...book.accounts].flatMap(([name, ledger]) => {
		const undone = undoneIn(name, seen.plan, outcomes, closing.wasMeant(name));
		const told = {
			name,
			run,
			seen,
			undone,
			outcomes: outcomes.filter((one) => one.account === name),
			intent: closing.announced.get(name),
			closed: accounts.get(name)?.closed() ?? {}
		};
		const endedMs = clock.now();
		const wrote = wroteTonight(ledger, told, instantOf(endedMs));
		const additions = withLater(waiting.get(name) ?? {
			playlists: [],
			history: []
		}, wrote);
		book.add(name, {
			...additions,
			retention: {
				night: run.night,
				days: portfolio.retentionDays
			}
		});
		const { isServed, startedMs, problems, exit } = closing;
		const ending = {
			...told,
			isServed,
			startedMs,
			endedMs,
			problems,
			exit,
			timezone: portfolio.timezone
		};
		book.add(name, { run: endOf(before.get(name) ?? ledger, {
			...ending,
			sending: sendingOf(accounts.get(name))
		}) });
		return undone;
	});
}
// src/app/syncing/end-changes.ts
function changesIn(run, bodies) {
	const created = new Set(bodies.filter(({ kind }) => kind === "created").map(({ playlist }) => playlist));
	const filled = new Set(bodies.filter(({ kind }) => kind === "items").map(({ playlist }) => playlist));
	const isBeside = besideRows(bodies);
	const told = bodies.filter((one) => !isBeside(one) && !(one.kind === "created" && filled.has(one.playlist)));
	const changed = told.filter(({ kind }) => kind === "items" || kind === "details" || kind === "created");
	const sum = (part) => changed.reduce((all, body) => all + body[part].length, 0);
	const count = new Set(changed.map(({ playlist }) => playlist)).size;
	return {
		said: [
			...count === 0 ? [] : [`${counted$1(count, "playlist")} changed${tally(sum("entered"), sum("left"), 0)}`],
			...created.size === 0 ? [] : [`${created.size} new`],
			...others.flatMap(([kind, how]) => {
				const met = told.filter((one) => one.kind === kind).length;
				return met === 0 ? [] : [`${met} ${how}`];
			})
		],
		lines: told.map((body) => `- ${lineOf$1(body, created)}${byWhom(body, run)}`)
	};
}
const others = [
	["adopted", "met for the first time"],
	["renamed", "ruled by another file now"],
	["forgotten", "no longer ruled"]
];
function lineOf$1(body, created) {
	const { playlist, kind, rule, gone, entered, left, moved, details } = body;
	const slug = rule ?? gone?.rule ?? "unruled";
	const how = others.find(([one]) => one === kind)?.[1];
	if (how !== void 0) return `${slug}: ${how}`;
	if (kind === "details") return `${slug}: ${Object.keys(details ?? {}).join(" and ")} changed`;
	return `${slug}${created.has(playlist) ? " (new)" : ""}:${tally(entered.length, left.length, moved.length) || " empty"}`;
}
function byWhom({ who, run: by }, { run }) {
	if (who.by !== "setlist") return who.by === "hand" ? " by hand" : " by Spotify";
	return by === run ? "" : `, by run ${by} that was cut off`;
}
// src/app/syncing/end-message.ts
function endMessage(run, ended) {
	const changes = changesIn(run, ended.audit);
	const held = heldIn(ended);
	const open = openIn(ended);
	const told = /* @__PURE__ */ new Set([...held.slugs, ...open.slugs]);
	const failed = ended.problems.filter((one) => exitOf([one]) !== exits.done);
	const isKnown = ended.by === void 0 && open.unchecked === 0;
	const subject = [
		...changes.said.length === 0 && isKnown ? ["nothing changed"] : changes.said,
		...held.said,
		...ended.by === void 0 ? [] : ["ended early"],
		...open.said,
		...failed.length === 0 ? [] : [counted$1(failed.length, "problem")]
	];
	const problems = [...new Set(failed.map(({ code }) => code))];
	return message(run, subject.join(", "), [
		...changes.lines,
		...held.lines,
		...open.lines,
		...notDone(ended.undone.filter(({ slug }) => !told.has(slug))),
		...problems.length === 0 ? [] : [`Problems: ${problems.join(", ")}`],
		...ended.by === void 0 ? [] : [`Ended by ${ended.by}: the next run goes on from here`]
	]);
}
function heldIn({ plan, outcomes }) {
	const bad = [...plan.playlists, ...outcomes].flatMap(({ slug, problems }) => problems.flatMap((finding) => ({
		slug,
		finding,
		how: howOf(finding)
	}))).filter((one) => one.how !== void 0);
	return {
		slugs: bad.map(({ slug }) => slug),
		said: hows.flatMap((how) => {
			const count = new Set(bad.flatMap((one) => one.how === how ? one.slug : [])).size;
			return count === 0 ? [] : [`${count} ${how}`];
		}),
		lines: bad.map(({ slug, finding, how }) => `- ${slug}: ${how}${removalsOf(finding)} (${finding.code})`)
	};
}
const hows = [
	"held back",
	"with a failed source",
	"not readable",
	"gone wrong"
];
function howOf(finding) {
	const exit = exitOf([problemOf$1(finding)]);
	if (exit === exits.done || exit === exits.pending) return void 0;
	if (finding.code === "plan/incomplete-source") return "with a failed source";
	if (finding.code === "plan/unreadable") return "not readable";
	return exit === exits.guard ? "held back" : "gone wrong";
}
const removalsOf = ({ facts: { removing } }) => typeof removing === "number" ? `, ${counted$1(removing, "removal")}` : "";
function openIn({ undone, outcomes }) {
	const unchecked = outcomes.flatMap(({ slug, state, confirmed }) => state === "partly" && !confirmed ? slug : []);
	const rest = undone.flatMap(({ slug, because }) => because === "the run ended before" ? slug : []);
	return {
		slugs: [...unchecked, ...rest],
		said: [...unchecked.length === 0 ? [] : [`${counted$1(unchecked.length, "playlist")} not checked`], ...rest.length === 0 ? [] : [`${rest.length} not begun`]],
		lines: [...unchecked.map((slug) => `- ${slug}: written to and not read back`), ...rest.map((slug) => `- ${slug}: not begun`)],
		unchecked: unchecked.length
	};
}
const notDone = (undone) => [...Map.groupBy(undone, ({ because }) => because)].map(([because, rules]) => `Not done, ${because}: ${rules.map(({ slug }) => slug).join(", ")}`);
// src/app/syncing/adopt.ts
function adoptCreated(control, cuts, listing, user) {
	const playlists = { ...control.playlists };
	for (const [slug, { intent }] of cuts) {
		if (intent.id !== null || playlists[slug] !== void 0) continue;
		const found = [...listing?.values() ?? []].filter(({ owner, description }) => owner === user && description === intent.nonce).map(({ id }) => id).sort();
		if (found[0] !== void 0) playlists[slug] = {
			id: found[0],
			contact: "known"
		};
	}
	return {
		...control,
		playlists
	};
}
// src/app/syncing/due.ts
function dueTonight(rules, accounts, night) {
	const due = /* @__PURE__ */ new Map();
	for (const rule of rules) {
		const ledger = accounts.get(rule.account);
		const controlled = ledger?.control.playlists[rule.slug];
		const success = ledger === void 0 ? null : lastSuccess(endsOf(ledger.runs), rule.slug);
		const isOther = controlled?.rule !== ruleHash(rule) && rule.settings.schedule.some(({ kind }) => kind !== "never");
		const isOpen = ledger !== void 0 && cutsOf(ledger.runs).has(rule.slug);
		const may = (changed) => isDue(rule.settings.schedule, success, night, changed);
		if (isOther || isOpen || may(/* @__PURE__ */ new Set()) || pinsTurn(rule.pins, success, night)) due.set(rule.slug, "tonight");
		else if (may()) due.set(rule.slug, "if-changed");
	}
	return due;
}
function lastSuccess(ends, slug) {
	return ends.findLast(({ skipped, undone }) => !skipped.includes(slug) && undone.every((one) => one.slug !== slug))?.night ?? null;
}
// src/app/syncing/known.ts
function knownTonight(facts, { accounts, listings, budget, waiting, isAsked }) {
	const cut = /* @__PURE__ */ new Set();
	for (const { control, runs } of accounts.values()) for (const slug of cutsOf(runs).keys()) cut.add(control.playlists[slug]?.id ?? "");
	const ruled = [...accounts.values()].flatMap(({ account, control }) => inTurn$1(control, waiting).flatMap((id) => listings.has(account) ? {
		account,
		kind: "playlist",
		id
	} : []));
	const isSame = (need) => {
		const recorded = accounts.get(need.account)?.playlists.get(need.id)?.actual.snapshot;
		return recorded !== void 0 && !cut.has(need.id) && listings.get(need.account)?.get(need.id)?.snapshot === recorded;
	};
	const changed = ruled.filter((need) => !isSame(need));
	const sampled = forFollowers(ruled.filter(isSame), accounts, budget.followers);
	const read = new Set([...changed, ...sampled].map(needKey));
	const holds = (need, key) => {
		if (need.kind === "playlist") return isSame(need) && !read.has(key);
		if (need.kind === "discography") return isAsked(need, key);
		return isForEver(need);
	};
	const sizes = Object.entries(facts.sizes ?? {}).filter(([key]) => isAsked({ account: key.slice(0, key.indexOf(" ")) }, key));
	return {
		facts: {
			...holding(facts, holds),
			sizes: Object.fromEntries(sizes)
		},
		changed,
		sampled
	};
}
const inTurn$1 = ({ playlists }, waiting) => {
	const known = Object.entries(playlists).flatMap(([slug, one]) => one === void 0 ? [] : {
		slug,
		id: one.id
	});
	return waitingFirst(known, waiting).map(({ id }) => id);
};
function forFollowers(unchanged, accounts, most) {
	const last = /* @__PURE__ */ new Map();
	for (const { history } of accounts.values()) for (const { playlist, night, followers } of history) if (followers !== null) last.set(playlist, night);
	const age = ({ id }) => `${last.get(id) ?? ""} ${id}`;
	return [...unchanged].sort((one, other) => age(one) < age(other) ? -1 : 1).slice(0, most);
}
function withOlder(tonight, earlier, putOff) {
	const older = putOff.flatMap((need) => {
		const key = needKey(need);
		const known = need.kind === "playlist" ? void 0 : earlier.answers[key];
		return known === void 0 ? [] : [[key, known]];
	});
	return {
		...tonight,
		answers: {
			...Object.fromEntries(older),
			...tonight.answers
		}
	};
}
// src/gather/poll/from-facts.ts
function watchedIn(facts, needs, lookOf, tonight) {
	const watched = needs.flatMap((need) => need.kind === "discography" ? withNews(watchedOf(facts, need, lookOf(need)), facts, tonight) : []);
	const seen = watched.filter(({ looked }) => looked !== null);
	const usual = Math.ceil(seen.reduce((sum, { requests }) => sum + requests, 0) / Math.max(1, seen.length));
	return watched.map((one) => one.looked === null && usual > one.requests ? {
		...one,
		requests: usual
	} : one);
}
function watchedOf(facts, need, night) {
	const id = needKey(need);
	const answer = facts.answers[id]?.answer;
	const albums = answer !== void 0 && answer.state !== "none" ? answer.found ?? [] : [];
	return {
		id,
		need,
		looked: night === void 0 || answer === void 0 ? null : dayOf(night),
		requests: Math.max(1 + Math.floor(albums.length / 10), facts.sizes?.[id]?.least ?? 0),
		releases: albums.flatMap((album) => releasedIn(facts.albums.get(album)?.released ?? ""))
	};
}
const nightsToEnd = 56;
function withNews(one, { albums, answers }, tonight) {
	const { need, id, looked, requests } = one;
	const answer = answers[id]?.answer;
	if (looked === null || answer?.state !== "whole" || roundOf(need, looked) < roundOf(need, tonight)) return one;
	const head = lastHead(need.groups, answer.found, albums);
	return head === null ? one : {
		...one,
		news: Math.min(requests, pagesTo(head))
	};
}
const roundOf = ({ artist }, day) => Math.floor((day + Number.parseInt(hashOf(artist).slice(0, 6), 16) % nightsToEnd) / nightsToEnd);
const dayMs$4 = 864e5;
const dayOf = (night) => Date.parse(`${night}T00:00:00Z`) / dayMs$4;
function releasedIn(date) {
	const [, year, month, day] = /^([12]\d{3})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? [];
	const first = dayOf(`${year}-${month ?? "01"}-${day ?? "01"}`);
	const more = day !== void 0 ? 0 : month !== void 0 ? 29 : 364;
	return Number.isNaN(first) ? [] : [{
		first,
		last: first + more
	}];
}
// src/gather/poll/watched.ts
const costOf = ({ requests, news = requests }) => news;
const weekdayOf = (day) => ((day + 3) % 7 + 7) % 7;
// src/gather/poll/worth.ts
const mostDays = 400;
const restlessness = .6;
function worthOf(rhythm, week, looked, tonight) {
	let worth = 0;
	for (let day = Math.max(looked, tonight - mostDays) + 1; day <= tonight; day++) worth += expectedOn(day, rhythm) * (week[weekdayOf(day)] ?? 1) * (day - looked) ** restlessness;
	return worth;
}
function expectedOn(day, { perDay, cycle }) {
	if (cycle === null) return perDay;
	const passed = (until) => (Math.max(0, until - cycle.last) / cycle.gapDays) ** cycle.sharpness;
	const due = Math.log1p(passed(day)) - Math.log1p(passed(day - 1));
	return cycle.regularity * due + (1 - cycle.regularity) * perDay;
}
// src/gather/poll/price.ts
function priceOf(all, budget, { nights }) {
	const requestsANight = (price) => all.reduce((sum, { rhythm, requests }) => sum + requests / nightsUntil(price * requests, rhythm, nights), 0);
	return 10 ** Array.from({ length: 50 }).reduce(({ low, high }) => {
		const middle = (low + high) / 2;
		return requestsANight(10 ** middle) > budget ? {
			low: middle,
			high
		} : {
			low,
			high: middle
		};
	}, {
		low: -9,
		high: 9
	}).high;
}
const nightsUntil = (worth, { perDay }, nights) => Math.min(nights, Math.max(1, (1.6 * worth / perDay) ** (1 / 1.6)));
// src/gather/poll/reserve.ts
function boundOf(watched, budget) {
	const sizes = watched.flatMap(({ requests }) => requests <= budget ? requests : []).sort((a, b) => b - a);
	const whole = sizes.reduce((sum, size) => sum + size, 0);
	let best = {
		nights: 0,
		aNight: 0
	};
	let larger = 0;
	for (const size of sizes.length === 0 ? [1] : sizes) {
		const aNight = budget - size + 1;
		const nights = aNight < 1 ? 0 : Math.floor(6 * Math.ceil((whole + larger) / aNight) / 5);
		if (best.aNight === 0 || nights < best.nights) best = {
			nights,
			aNight
		};
		larger += size;
	}
	return best;
}
function reserved(inTurn, { tonight, budget }, { nights, aNight }) {
	const { needed } = inTurn.reduce((before, { looked, requests }) => {
		const due = before.due + requests;
		const nightsLeft = Math.max(0, nights - (tonight - looked));
		return {
			due,
			needed: Math.max(before.needed, due - nightsLeft * aNight)
		};
	}, {
		due: 0,
		needed: 0
	});
	return fitting(inTurn, Math.min(needed, aNight), budget);
}
function fitting(those, enough, left, sizeOf = ({ requests }) => requests) {
	let taken = 0;
	return those.filter((one) => {
		const size = sizeOf(one);
		if (taken >= enough || taken + size > left) return false;
		taken += size;
		return true;
	});
}
// src/gather/poll/rhythm.ts
const windowDays = 730;
const prior = {
	releases: .5,
	days: 120
};
const gapsCounted = {
	least: 3,
	most: 12
};
const irregular = {
	variance: Math.PI ** 2 / 6,
	gaps: .5
};
function rhythmOf({ looked, releases }) {
	const until = looked ?? 0;
	const days = releases.map(({ first, last }) => Math.floor((first + last) / 2)).filter((day) => day <= until && day > until - windowDays).sort((one, other) => one - other);
	return {
		perDay: (days.length + prior.releases) / (windowDays + prior.days),
		cycle: cycleOf([...new Set(days)])
	};
}
function cycleOf(days) {
	const gaps = days.slice(1).map((day, at) => day - days[at]);
	const last = days.at(-1);
	if (last === void 0 || gaps.length < gapsCounted.least) return null;
	const logs = gaps.slice(-gapsCounted.most).map(Math.log);
	const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
	const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, irregular.variance * irregular.gaps) / (logs.length - 1 + irregular.gaps);
	const sharpness = Math.PI / Math.sqrt(3 * variance);
	return {
		last,
		gapDays: Math.exp(mean),
		sharpness,
		regularity: Math.min(1, Math.max(0, (sharpness - 2) / 3))
	};
}
function weekOf(watched) {
	const counts = Array.from({ length: 7 }, () => 100 / 7);
	for (const { looked, releases } of watched) for (const { first, last } of releases) if (first === last && looked !== null && first > looked - windowDays) counts[weekdayOf(first)] = (counts[weekdayOf(first)] ?? 0) + 1;
	const all = counts.reduce((sum, count) => sum + count, 0);
	return counts.map((count) => 7 * count / all);
}
// src/gather/poll/poll.ts
const mustLook = ({ watched, tonight, budget }) => reserved(inTurn(watched, tonight, budget), {
	tonight,
	budget
}, boundOf(watched, budget));
function worthLooking(polling, left) {
	const must = new Set(mustLook(polling));
	return fitting(byWorth(polling).filter((one) => !must.has(one)), left, left, costOf);
}
function byWorth({ watched, tonight, budget }) {
	const looked = inTurn(watched, tonight, budget).map((one) => ({
		one,
		...one,
		requests: costOf(one),
		rhythm: rhythmOf(one)
	}));
	const price = priceOf(looked, budget, boundOf(watched, budget));
	const week = weekOf(watched);
	const judged = looked.map(({ one, looked, requests, rhythm }) => ({
		one,
		worth: worthOf(rhythm, week, looked, tonight) / requests
	}));
	return [...judged.filter(({ worth }) => worth >= price).sort((one, other) => other.worth - one.worth), ...judged.filter(({ worth }) => worth < price)].map(({ one }) => one);
}
const inTurn = (watched, tonight, budget) => watched.filter((one) => one.looked !== null && one.looked < tonight && one.requests <= budget).sort((one, other) => one.looked - other.looked || byId$1(one, other));
const byId$1 = (one, other) => one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
// src/app/syncing/looks.ts
function looksTonight(facts, { asked, accounts, night, portfolio: { apps, budget }, room }) {
	const { needs: lacking, used } = facts.sizes !== void 0 || Object.values(facts.answers).some(({ need }) => need.kind === "discography") ? asked() : nothingAsked;
	const unsure = new Set(lacking.flatMap(({ kind, account }) => kind === "followed" ? account : []));
	const isAsked = ({ account }, key) => unsure.has(account) || used.has(key);
	const known = Object.entries(facts.answers).flatMap(([key, { need }]) => isAsked(need, key) ? need : []);
	const readable = lacking.filter(({ account }) => accounts.has(account));
	const needs = new Map([...known, ...readable].map((need) => [needKey(need), need]));
	const lookOf = ({ account, artist }) => accounts.get(account)?.control.looks?.[artist];
	const watched = watchedIn(facts, [...needs.values()], lookOf, dayOf(night));
	const forNews = new Set(watched.flatMap(({ id, news }) => news === void 0 ? [] : id));
	const pollings = apps.map((app) => ({
		app,
		watched: watched.filter(({ need }) => app.accounts.includes(need.account)),
		tonight: dayOf(night),
		budget: budget.artist_albums
	}));
	const bucket = "artist_albums";
	const tooLong = watched.flatMap(({ id, need, looked, requests }) => {
		const size = {
			least: requests,
			counted: facts.sizes?.[id]?.counted ?? requests
		};
		return looked !== null && budget[bucket] > 0 && requests > budget[bucket] ? [{
			account: need.account,
			bucket,
			need,
			size
		}] : [];
	});
	const roomOf = ({ accounts: [account] }) => account === void 0 ? 0 : room(account).artist_albums;
	return {
		isAsked,
		tooLong,
		again: {
			first: pollings.flatMap((polling) => mustLook(polling).map(({ need }) => need)),
			isForNews: (need) => forNews.has(needKey(need)),
			later: () => pollings.flatMap((polling) => worthLooking(polling, roomOf(polling.app)).map(({ need }) => need))
		}
	};
}
const nothingAsked = {
	needs: [],
	used: /* @__PURE__ */ new Set()
};
// src/app/syncing/rulings.ts
function rulingsOf(ledger, rules, run) {
	const { account, control } = ledger;
	const own = rules.filter((rule) => rule.account === account);
	const slugs = new Set(own.map(({ slug }) => slug));
	const playlists = { ...control.playlists };
	const hands = { ...control.hands };
	const audit = [];
	const problems = [];
	const dropped = [];
	const say = (kind, id, rule, gone) => {
		const hash = hashKeys(keysOf$2(ledger.playlists.get(id)?.actual.rows ?? []));
		const { at, night, run: name, trigger, actor, commit } = run;
		const who = {
			by: "setlist",
			trigger,
			actor
		};
		const stamp = {
			at,
			night,
			run: name,
			playlist: id,
			rule,
			commit
		};
		const named = gone === void 0 ? {} : { gone };
		const nothing = {
			...noDifference,
			details: null,
			acked: null
		};
		audit.push({
			...stamp,
			...nothing,
			kind,
			who,
			...named,
			before: hash,
			after: hash
		});
	};
	for (const rule of own) {
		const old = rule.was === null ? void 0 : playlists[rule.was];
		if (rule.was === null || old === void 0 || playlists[rule.slug] !== void 0 || slugs.has(rule.was)) continue;
		playlists[rule.slug] = old;
		delete playlists[rule.was];
		if (hands[rule.was] !== void 0) hands[rule.slug] = hands[rule.was];
		delete hands[rule.was];
		say("renamed", old.id, rule.slug);
	}
	for (const [slug, one] of Object.entries(playlists)) {
		if (one === void 0 || slugs.has(slug)) continue;
		const name = ledger.playlists.get(one.id)?.actual.details.name;
		const heir = own.find((rule) => readsAs(rule.name, name) && playlists[rule.slug] === void 0);
		if (heir !== void 0) {
			problems.push(problem("ledger/moved-rule", {
				slug: heir.slug,
				was: slug,
				name: heir.name
			}, heir.at));
			continue;
		}
		delete playlists[slug];
		delete hands[slug];
		dropped.push(one.id);
		say("forgotten", one.id, null, {
			rule: slug,
			name: name ?? slug
		});
	}
	return {
		control: {
			...control,
			playlists,
			hands
		},
		audit,
		dropped,
		problems
	};
}
// src/app/syncing/survey.ts
async function survey({ readers, searched, say, signal }) {
	const listings = /* @__PURE__ */ new Map();
	const problems = /* @__PURE__ */ new Map();
	for (const [account, read] of readers) {
		say(`listing the playlists of ${account}`);
		try {
			const { playlists, isWhole } = await readListing((offset) => {
				signal.throwIfAborted();
				return read.listing(offset);
			});
			if (!isWhole && searched.has(account)) problems.set(account, [notWhole]);
			else listings.set(account, new Map(playlists.map((one) => [one.id, one])));
		} catch (error) {
			if (signal.aborted && !(error instanceof Failure)) break;
			if (!(error instanceof Failure)) throw error;
			problems.set(account, error.problems);
		}
	}
	return {
		listings,
		problems
	};
}
const notWhole = problem("spotify/bad-answer", {
	request: "GET /me/playlists",
	reason: "it shows fewer playlists than it counts"
});
// src/app/syncing/look.ts
async function look({ run, due: which, nowMs, workspace, book, accounts }, ports) {
	const { portfolio, rules } = workspace.playbook;
	const ruled = [...book.accounts].filter(([name, ledger]) => accounts.has(name) && hasPlaylists(ledger));
	const readers = new Map([...accounts].map(([name, { read }]) => [name, read]));
	const names = ruled.map(([name]) => name);
	const searched = new Set(ruled.flatMap(([name, ledger]) => hasOpenCreation(ledger) ? name : []));
	const { say, signal, clock } = ports;
	if (ruled.some(([, { runs }]) => cutsOf(runs).size > 0)) await clock.sleep(settlingAfter(1));
	const { listings, problems: unread } = await survey({
		readers: pick(readers, names),
		searched,
		say,
		signal
	});
	const problems = [...unread.values()].flat();
	const unlisted = new Set(names.filter((name) => !listings.has(name)));
	const owners = /* @__PURE__ */ new Map();
	for (const [name, { whose }] of accounts) if (searched.has(name) || !names.includes(name)) owners.set(name, (await toldOr(problems, whose, signal))?.id);
	const isThere = (name) => names.includes(name) ? listings.has(name) : owners.get(name) !== void 0;
	const absent = new Map(rules.flatMap(({ account }) => isThere(account) ? [] : [[account, unread.get(account) ?? []]]));
	rule(book, rules, {
		listings,
		owners
	}, run);
	const due = which === "all" ? which : which === "none" ? /* @__PURE__ */ new Map() : dueTonight(rules, book.accounts, run.night);
	const earlier = factsOf(book.accounts);
	const remember = remembering({
		accounts: book.accounts,
		rules,
		night: run.night,
		due
	});
	const controls = new Map([...book.accounts].map(([name, { control }]) => [name, control]));
	const given = {
		playbook: workspace.playbook,
		controls,
		night: run.night,
		nowMs
	};
	const asked = () => draft({
		...given,
		facts: earlier,
		memory: {
			...remember(earlier),
			due: "all"
		}
	});
	const readable = readableBesideWriting(portfolio, accounts, (name) => listingRequests(listings.get(name)?.size ?? 0));
	const { room } = readable;
	const { isAsked, again, tooLong } = looksTonight(earlier, {
		asked,
		accounts: book.accounts,
		night: run.night,
		portfolio,
		room
	});
	const { waiting } = remember(earlier);
	const known = knownTonight(earlier, {
		accounts: book.accounts,
		listings,
		budget: portfolio.budget,
		waiting,
		isAsked
	});
	const gathered = await gather$1({
		resolve: (facts) => {
			const { needs, wishes } = draft({
				...given,
				facts,
				memory: remember(facts)
			});
			return {
				needs: [...known.changed, ...needs],
				wishes: [...wishes, ...known.sampled]
			};
		},
		facts: known.facts,
		readers: new Map([...readers].filter(([name]) => !unlisted.has(name))),
		room,
		...which === "none" ? {} : { again },
		say: ports.say,
		recall: recallFrom(ports.git, portfolio.timezone),
		signal: ports.signal
	});
	const facts = withOlder(gathered.facts, earlier, gathered.putOff);
	const memory = remember(facts);
	const { plan, leaving, sources } = planNight({
		...given,
		facts,
		memory
	}, absent);
	return {
		listings,
		facts,
		read: gathered.read,
		memory,
		leaving,
		sources,
		plan,
		problems: distinct([
			...problems,
			...gathered.problems,
			...withoutRoom$1([...tooLong, ...gathered.short], accounts, portfolio.budget, readable)
		])
	};
}
const hasPlaylists = ({ control, playlists, runs }) => Object.keys(control.playlists).length > 0 || playlists.size > 0 || cutsOf(runs).size > 0;
const hasOpenCreation = ({ control, runs }) => [...cutsOf(runs)].some(([slug, { intent }]) => intent.id === null && control.playlists[slug] === void 0);
const pick = (all, names) => new Map([...all].filter(([name]) => names.includes(name)));
function rule(book, rules, { listings, owners }, run) {
	const problems = [];
	for (const [name, ledger] of book.accounts) {
		const owner = owners.get(name) ?? book.origin.accounts[name];
		const found = adoptCreated(ledger.control, cutsOf(ledger.runs), listings.get(name), owner);
		const rulings = rulingsOf({
			...ledger,
			control: found
		}, rules, run);
		problems.push(...rulings.problems);
		book.add(name, {
			control: rulings.control,
			audit: rulings.audit,
			dropped: rulings.dropped
		});
	}
	const [first, ...others] = problems;
	if (first !== void 0) throw new Failure([first, ...others]);
}
// src/app/syncing/noted.ts
function notedTonight(ledger, rules, { seen, run, closed }) {
	const { account, control } = ledger;
	const { facts, read, memory, leaving, listings } = seen;
	const cuts = cutsOf(ledger.runs);
	const own = rules.filter((rule) => rule.account === account);
	const slugs = own.map(({ slug }) => slug);
	const observed = own.flatMap(({ slug }) => {
		const one = observe(slug, ledger, cuts, facts);
		return one !== void 0 && read.has(keyOf(ledger, one.actual)) ? one : [];
	});
	const snapshotOf = ({ id, snapshot }) => (listings.get(account)?.get(id)?.snapshot ?? snapshot) === snapshot ? snapshot : "";
	const { playlists = [], ...lines } = additionsFor(observed, ledger, run, snapshotOf);
	const all = {
		...lines,
		playlists: [...playlists, ...sourcesRead(ledger, facts)]
	};
	const looks = looksAfter(account, control, facts, read, run.night);
	return {
		...all,
		facts: read.size === 0 ? ledger.facts : factsToKeep(append(ledger, "", all), facts),
		control: {
			...leavingInto(handsInto(control, slugs, memory.hands), slugs, leaving),
			looks,
			sizes: sizesOf(account, facts),
			blockedUntil: closed
		}
	};
}
const keyOf = ({ account }, { id }) => needKey({
	account,
	kind: "playlist",
	id
});
// src/app/syncing/sign-ins.ts
const dayMs$3 = 864e5;
const warnDays = 30;
const soonDays = 7;
function endingOf(account, since, nowMs) {
	const end = endOfSignIn(since);
	const leftMs = Date.parse(end) - nowMs;
	if (leftMs > warnDays * dayMs$3) return void 0;
	const left = leftMs <= 0 ? "nothing" : leftMs <= soonDays * dayMs$3 ? "a week" : "a month";
	return problem("spotify/sign-in-ends", {
		account,
		on: end.slice(0, 10),
		left
	});
}
const endingSoon = (accounts, nowMs) => [...accounts].flatMap(([account, { authorizedAt }]) => {
	const since = authorizedAt();
	return (since === void 0 ? void 0 : endingOf(account, since, nowMs)) ?? [];
});
// src/app/syncing/night.ts
async function serveNight(opened, { due, refusals, plan: replan, restore, reports = true }, { all, recorded }, ports) {
	const { workspace, head } = opened;
	const { portfolio, rules } = workspace.playbook;
	const startedMs = ports.clock.now();
	const tonight = nightAt("now", startedMs, portfolio.timezone);
	const about = restore === void 0 ? {} : { restore };
	const run = runOf(startedMs, opened, {
		night: tonight.night,
		...ports.started,
		...about
	});
	const named = new Set(rules.map(({ account }) => account));
	const ruling = new Map([...all].filter(([name]) => named.has(name) || Object.keys(workspace.controls.get(name)?.playlists ?? {}).length > 0));
	const { origin, isNew, problems: strangers } = await identify(workspace.origin, ruling, ports);
	const accounts = new Map([...ruling].filter(([name]) => origin.accounts[name] !== void 0));
	const ledgers = new Map([...workspace.accounts].filter(([name]) => accounts.has(name)));
	const [first, ...others] = strangers;
	if (ledgers.size === 0 && first !== void 0) throw new Failure([first, ...others]);
	const book = new Book({
		origin,
		isOriginNew: isNew,
		accounts: ledgers,
		head
	}, ports);
	const looked = await look({
		run,
		due,
		nowMs: tonight.nowMs,
		workspace,
		book,
		accounts
	}, ports);
	mustKeepTime(ruling);
	const planned = replan === void 0 ? looked.plan : replan(looked);
	const seen = {
		...looked,
		plan: withinRoom(planned, roomsOf(portfolio, accounts), portfolio.budget, looked.memory.waiting)
	};
	const waiting = /* @__PURE__ */ new Map();
	for (const [name, ledger] of book.accounts) {
		const { now, later } = parted(notedTonight(ledger, rules, {
			seen,
			run,
			closed: accounts.get(name)?.closed() ?? {}
		}), ledger);
		book.add(name, now);
		waiting.set(name, later);
	}
	const refused = seen.plan.envelope.requests === 0 ? [] : refusals?.(seen.plan) ?? [];
	const mayWrite = refusals !== void 0 && refused.length === 0 && !ports.signal.aborted;
	const wanted = mayWrite ? seen.plan.playlists.filter((one) => isWritten(one) && accounts.has(one.account)) : [];
	const writers = await askBeforeWriting(new Set(wanted.map(({ account }) => account)), book, accounts, ports.signal);
	const plans = wanted.filter(({ account }) => writers.ours.has(account));
	const announced = announce(plans, {
		run,
		book,
		accounts
	});
	if (plans.length > 0 && await book.tryCommit(intentMessage(run, plans)) === "moved") return "moved";
	for (const name of announced.keys()) recorded.add(name);
	const outcomes = await writeAll(plans, {
		run,
		book,
		accounts,
		ports,
		apps: portfolio.apps
	});
	const lacking = uncovered(ruling, rules);
	const besideIt = [
		...writers.problems,
		...lacking,
		...endingSoon(accounts, startedMs),
		...ports.unkept()
	];
	const read = seen.problems.map(withLostToken(workspace.accounts));
	const problems = distinct([
		...strangers,
		...read,
		...refused,
		...besideIt
	]);
	const findings = [...seen.plan.playlists, ...outcomes].flatMap((one) => one.problems.map(problemOf$1));
	const endedBy = interruptedBy(ports.signal);
	const exit = endedBy === void 0 ? exitOf([...problems, ...findings]) : signalExits[endedBy];
	const turnedAway = new Set(wanted.flatMap(({ account }) => writers.ours.has(account) ? [] : account));
	const undone = closeNight({
		run,
		startedMs,
		portfolio,
		seen,
		outcomes,
		announced,
		waiting,
		before: ledgers,
		problems,
		exit,
		isServed: due !== "none" && refusals !== void 0,
		wasMeant: (name) => endedBy !== void 0 || mayWrite && !turnedAway.has(name)
	}, {
		book,
		accounts,
		clock: ports.clock
	});
	const audit = [...book.accounts].flatMap(([name, { audit: lines }]) => lines.slice(ledgers.get(name)?.audit.length ?? 0).flatMap((line) => "body" in line ? line.body : []));
	const told = audit.length + undone.length + findings.length + problems.length;
	const before = [...ledgers.values()].flatMap(({ runs }) => endsOf(runs).slice(-1));
	const isEventful = reports && (told > 0 || before.some(hadTrouble));
	const ended = {
		audit,
		plan: seen.plan,
		outcomes,
		undone,
		problems,
		by: endedBy
	};
	const extra = (now) => besides(now, {
		origin: book.origin,
		playbook: workspace.playbook,
		isEventful
	}, ports);
	if (await orUnrecorded(book.commit(endMessage(run, ended), extra), outcomes) === "moved") return "moved";
	for (const name of book.accounts.keys()) recorded.add(name);
	return {
		run,
		plan: seen.plan,
		outcomes,
		audit,
		problems,
		commit: book.head,
		endedBy
	};
}
function announce(plans, { run, book, accounts }) {
	const announced = /* @__PURE__ */ new Map();
	if (plans.length === 0) return announced;
	for (const name of book.accounts.keys()) {
		const own = plans.filter(({ account }) => account === name);
		const line = intentLine(run, sendingOf(accounts.get(name)), priceOf$2(own), own.map((plan) => intentOf(plan, run)));
		announced.set(name, line);
		book.add(name, { run: () => line });
	}
	return announced;
}
// src/app/sync.ts
function standingRefusals({ playbook }, { suspended }) {
	if (suspended || playbook.portfolio.suspend) return [problem("apply/suspended", {})];
	return playbook.portfolio.apply === "off" ? [problem("apply/off", {})] : [];
}
const sync = async (ports, { reports = true } = {}) => resultOf(await runNight(ports, (workspace) => ({
	due: "schedule",
	refusals: () => standingRefusals(workspace, ports),
	reports
})));
function runNight(ports, optionsFor) {
	let all = /* @__PURE__ */ new Map();
	const recorded = /* @__PURE__ */ new Set();
	return alone(ports, async (opened) => {
		if (ports.world !== null && !await ports.world.isCurrent()) throw new Failure([problem("machine/moved-head", { tries: 1 })]);
		all = new Map([...all, ...await accountsOf(opened.workspace, ports, all)]);
		return serveNight(opened, optionsFor(opened.workspace), {
			all,
			recorded
		}, ports);
	}, () => keepUsed(new Map([...all].filter(([name]) => !recorded.has(name))), ports));
}
function resultOf(night) {
	const { plan, outcomes, problems } = night;
	const told = [...plan.playlists, ...outcomes].flatMap((one) => one.problems.map(problemOf$1));
	return {
		text: renderNight(night),
		json: {
			run: night.run,
			plan,
			outcomes,
			audit: night.audit,
			commit: night.commit
		},
		problems,
		told,
		exit: worstExit([exitOf([...problems, ...told]), exits.done])
	};
}
// src/app/validate.ts
async function validate(ports) {
	const read = readPlaybook(await readRuleFiles(ports.files));
	if (!read.ok) return {
		text: `${counted$1(read.problems.length, "mistake")} in playlists/`,
		json: { rules: [] },
		problems: read.problems,
		exit: exitOf(read.problems)
	};
	const { rules, lists, portfolio } = read.value;
	return {
		text: `${portfolio.title}: ${counted$1(rules.length, "rule")} and ${counted$1(lists.size, "list")}, nothing wrong`,
		json: { rules: rules.map(({ slug, account, name }) => ({
			slug,
			account,
			name
		})) },
		problems: [],
		exit: exits.done
	};
}
// src/ledger/chain.ts
function checkChain(root, months) {
	let [previous, entries] = [root, 0];
	for (const { path, lines } of months) for (const [index, link] of lines.entries()) {
		const broken = (reason) => ({
			kind: "broken",
			path,
			line: index + 1,
			reason
		});
		if (link.previous !== previous) return broken(entries === 0 ? "does not begin at this origin" : "does not follow the entry before it");
		if ("body" in link && digestOf(previous, link.body) !== link.digest) return broken("was changed after it was written");
		previous = link.digest;
		entries += 1;
	}
	return {
		kind: "whole",
		entries,
		digest: previous
	};
}
// src/ledger/verify-records.ts
function disagreementsIn({ account, playlists, history, audit }) {
	const pasts = Map.groupBy(history, ({ playlist }) => playlist);
	let purged = 0;
	const entries = audit.flatMap((line) => {
		if ("body" in line) return [{
			body: line.body,
			purged
		}];
		purged += 1;
		return [];
	});
	const byPlaylist = Map.groupBy(entries, ({ body }) => body.playlist);
	return [.../* @__PURE__ */ new Set([
		...playlists.keys(),
		...pasts.keys(),
		...byPlaylist.keys()
	])].sort().flatMap((id) => {
		const [lines, told] = [pasts.get(id) ?? [], byPlaylist.get(id) ?? []];
		const reason = reasonFor({
			recorded: playlists.get(id),
			lines,
			told,
			purged
		});
		return [...reason === void 0 ? [] : [problem("ledger/disagrees", {
			path: playlistPath(account, id),
			reason
		})], ...gaps(told).map(({ night, run }) => {
			const gap = `the entry of run ${run} for playlist ${id} does not begin where the one before it ended`;
			return problem("ledger/disagrees", {
				path: shelfPath(account, "audit", night),
				reason: gap
			});
		})];
	});
}
function reasonFor({ recorded, lines, told, purged }) {
	const last = lines.at(-1);
	const isLeft = told.length === 0 ? last === void 0 || purged > 0 : told.at(-1)?.body.kind === "forgotten";
	if (recorded === void 0) return isLeft ? void 0 : "it is gone, and the audit does not say that its rule went";
	if (recorded.rule === null && isLeft) return void 0;
	if (last === void 0) return "no history tells of it";
	const keys = keysOf$2(recorded.actual.rows);
	const hash = hashKeys(keys);
	if (lastHash(lines) !== hash) return `its rows are not those of its last line in the history, of ${last.night}`;
	if (!beginnings(lines, told, purged).some((from) => addsUp(lines.slice(from), keys))) return "its rows are not what its history adds up to";
	const after = lastAfter(told, purged);
	return after === void 0 || after === hash ? void 0 : "its rows are not those that the audit ends with";
}
function beginnings(lines, told, purged) {
	const since = purged > 0 ? "" : told.findLast(({ body }) => body.kind === "forgotten")?.body.night;
	return lines.flatMap(({ night }, index) => index === 0 || since !== void 0 && night >= since ? index : []);
}
function addsUp(lines, keys) {
	const rows = /* @__PURE__ */ new Map();
	const add = (key, many) => rows.set(key, (rows.get(key) ?? 0) + many);
	for (const key of keys) add(key.startsWith("gone:") ? "gone" : key, 1);
	let count;
	for (const line of lines) {
		const before = line.count - line.entered.length + line.left.length;
		if (before < 0 || count !== void 0 && before !== count) return false;
		count = line.count;
		for (const key of line.entered) add(key, -1);
		for (const key of line.left) add(key, 1);
	}
	return count === keys.length && [...rows.values()].every((many) => many >= 0);
}
function lastAfter(told, purged) {
	const since = told.findLastIndex(({ body }) => body.kind === "forgotten") + 1;
	const last = told.slice(since).findLast(({ body }) => [
		"items",
		"created",
		"adopted"
	].includes(body.kind));
	return last?.purged === purged ? last.body.after : void 0;
}
const gaps = (told) => told.flatMap(({ body, purged }, index) => {
	const last = told[index - 1];
	return last === void 0 || last.purged !== purged || last.body.kind === "forgotten" || last.body.after === body.before ? [] : body;
});
// src/report/text/verified.ts
const renderVerified = ({ accounts, git, isSound }) => [...accounts.map(line), ofGit(git, isSound)].join("\n");
function line({ account, audit, playlists, runs }) {
	const { entries, purged, digest } = audit;
	const many = `${counted$1(entries, "entry", "entries")} in the audit${purged === 0 ? "" : ` (${purged} purged)`}`;
	const agree = playlists === 1 ? "agrees with its" : "agree with their";
	return [
		`${visible(account)}: ${many}, the chain is whole and ends in ${digest.slice(0, 8)}`,
		`${counted$1(playlists, "playlist")} ${agree} history`,
		counted$1(runs, "run")
	].join("; ");
}
function ofGit(git, isSound) {
	if (git === null) return "Git's history is left out: this ledger is of the simulator";
	const { commits, since } = git;
	return `Git's history was followed over ${`${counted$1(commits, "commit")}${since === null ? "" : ` since ${since.slice(0, 10)}`}`}${isSound ? ": the ledger was only ever added to" : ""}`;
}
// src/ledger/verify-purge.ts
function isNewTombstone(before, after) {
	if (after === void 0 || before === after || !after.includes("\"purged\"")) return false;
	const [was, is] = [parse$3(before), parse$3(after)];
	return "body" in was && "purged" in is && !("body" in is) && isSame$1(left.audit(was), left.audit(is));
}
const isLessened = (shelf, before, after) => shelf === "audit" ? isNewTombstone(before, after) : isSame$1(left[shelf](parse$3(before)), left[shelf](parse$3(after)));
function isRecounted(before, after) {
	const [was, is] = [parse$3(before), parse$3(after)];
	return isSame$1(uncounted(was), uncounted(is)) && purgeable.every((name) => (countsIn(is)[name] ?? NaN) <= (countsIn(was)[name] ?? NaN));
}
const purgeable = ["facts", "history"];
const uncounted = (line) => ({
	...line,
	lines: {
		...countsIn(line),
		facts: 0,
		history: 0
	}
});
function countsIn({ lines }) {
	const counts = typeof lines === "object" && lines !== null ? Object.entries(lines) : [];
	return Object.fromEntries(counts.filter(([, count]) => typeof count === "number"));
}
const left = {
	audit: ({ digest, previous }) => ({
		digest,
		previous
	}),
	history: ({ entered, left, ...rest }) => ({
		...rest,
		entered: lengthOf$1(entered),
		left: lengthOf$1(left)
	}),
	runs: ({ intents: _, ...rest }) => rest
};
const lengthOf$1 = (rows) => Array.isArray(rows) ? rows.length : 0;
const isSame$1 = (one, other) => canonicalJson(one) === canonicalJson(other);
function parse$3(line) {
	try {
		const json = JSON.parse(line);
		return typeof json === "object" && json !== null ? { ...json } : { line };
	} catch {
		return { line };
	}
}
// src/ledger/verify-growth.ts
function breaksBetween(before, after) {
	const isPurge = [...before.audit].some(([path, text]) => {
		const now = linesOf(after.audit.get(path) ?? "");
		return linesOf(text).some((line, index) => isNewTombstone(line, now[index]));
	});
	return shelves$3.flatMap((shelf) => {
		const found = breaksOf(shelf, before[shelf], after[shelf], isPurge);
		return shelf === "history" && found.length > 0 && isFold(found, before.history, after.history, isPurge) ? [] : found;
	});
}
function breaksOf(shelf, before, after, isPurge) {
	return sorted(before).flatMap(([path, text]) => {
		const now = after.get(path);
		if (now === void 0) return isPurge && shelf === "history" ? [] : [{
			path,
			line: null,
			what: "was taken away"
		}];
		const stop = now.startsWith(text) ? void 0 : stopIn(shelf, linesOf(text), linesOf(now), isPurge);
		return stop === void 0 ? [] : [{
			path,
			...stop
		}];
	});
}
function stopIn(shelf, olds, news, isPurge) {
	let at = 0;
	for (const [index, old] of olds.entries()) {
		const now = news[at];
		if (now === old || now !== void 0 && isAllowedChange(shelf, {
			old,
			now,
			isPurge
		})) at += 1;
		else if (!isPurge || shelf !== "history") return {
			line: index + 1,
			what: whatHappened(olds, news, index)
		};
	}
}
const isAllowedChange = (shelf, { old, now, isPurge }) => isPurge && isLessened(shelf, old, now) || shelf === "runs" && isRecounted(old, now);
function whatHappened(olds, news, index) {
	if (news.length === index) return "was cut off";
	if (news.includes(olds[index] ?? "")) return "was moved, or something was put in before it";
	return olds[index + 1] !== void 0 && news[index] === olds[index + 1] ? "was taken out" : "was changed";
}
function isFold(found, before, after, isPurge) {
	const [oldest] = sorted(after);
	if (oldest === void 0 || found.some(({ path }) => path > oldest[0])) return false;
	const now = parseHistory(oldest[1], oldest[0]);
	const old = sorted(before).flatMap(([path, text]) => path <= oldest[0] ? parseHistory(text, path) : []);
	const last = now.ok ? now.value[0]?.night : void 0;
	if (last === void 0) return false;
	const next = Temporal.PlainDate.from(last).add({ days: 1 });
	if (next.day !== 1 && !isPurge) return false;
	const lines = old.flatMap((one) => one.ok ? one.value : []);
	return oldest[1].startsWith(renderLines(foldedBefore(lines, next.toString())));
}
const sorted = (texts) => [...texts].sort(([one], [other]) => one < other ? -1 : 1);
const linesOf = (text) => text === "" ? [] : text.replace(/\n$/, "").split("\n");
const isSameOrigin = (before, after) => before.repository === after.repository && before.simulated === after.simulated && Object.keys(before.accounts).every((name) => {
	const [known, now] = [userOf(before, name), userOf(after, name)];
	return known?.id === now?.id && (known?.accountId ?? now?.accountId) === now?.accountId;
});
// src/app/verifying/files.ts
function filesOf(account, shelf, commits) {
	const moments = commits.map(({ atMs }) => atMs);
	if (moments.length === 0) return [];
	const monthAt = (ms) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO("UTC").toPlainDate().toPlainYearMonth();
	const last = monthAt(Math.max(...moments)).add({ months: 1 });
	const paths = [];
	for (let month = monthAt(Math.min(...moments)).subtract({ months: 1 });; month = month.add({ months: 1 })) {
		paths.push(shelfPath(account, shelf, month.toString()));
		if (month.equals(last)) return paths;
	}
}
// src/app/verifying/birth.ts
async function birthOf(accounts, git) {
	let first;
	let good;
	let changed;
	for (const one of (await git.log([originPath])).toReversed()) {
		const text = await git.read(one.commit, originPath);
		if (text === void 0) {
			[first, good, changed] = [
				void 0,
				void 0,
				void 0
			];
			continue;
		}
		first ??= one;
		const parsed = parseOrigin(text, originPath);
		if (parsed.ok && (good === void 0 || isSameOrigin(good, parsed.value))) [good, changed] = [parsed.value, void 0];
		else changed ??= one;
	}
	if (first === void 0) return {
		commits: [],
		problems: []
	};
	const { commit: birth } = first;
	const all = (await git.log([ledgerFolder])).toReversed();
	return {
		commits: all.slice(Math.max(0, all.findIndex(({ commit }) => commit === birth))),
		problems: [...changed === void 0 ? [] : [otherOrigin(changed)], ...await cutIn(first, accounts, git)]
	};
}
const otherOrigin = ({ commit, author, subject }) => {
	return problem("ledger/altered", {
		path: originPath,
		line: null,
		what: "names another origin than before",
		by: {
			commit,
			author,
			subject
		}
	});
};
async function cutIn(first, accounts, git) {
	const runs = /* @__PURE__ */ new Set();
	for (const account of accounts) for (const path of filesOf(account, "runs", [first])) {
		const parsed = parseRuns(await git.read(first.commit, path) ?? "", path);
		for (const { run } of parsed.ok ? parsed.value : []) runs.add(run);
	}
	return runs.size > 1 ? [problem("ledger/history-cut", {
		commit: first.commit.slice(0, 10),
		runs: runs.size
	})] : [];
}
// src/app/verifying/growth.ts
async function breakIn(account, commits, git) {
	const touched = await touchedBy(account, commits, git);
	const none = {
		audit: /* @__PURE__ */ new Map(),
		history: /* @__PURE__ */ new Map(),
		runs: /* @__PURE__ */ new Map()
	};
	let [good, now] = [none, none];
	let found = [];
	for await (const [{ commit, author, subject }, texts] of readIn(commits, touched, git)) {
		now = withTexts(now, texts);
		const breaks = breaksBetween(good, now);
		if (breaks.length === 0) [good, found] = [now, []];
		else if (found.length === 0) found = breaks.map((one) => problem("ledger/altered", {
			...one,
			by: {
				commit,
				author,
				subject
			}
		}));
	}
	return found;
}
async function touchedBy(account, commits, git) {
	const touched = /* @__PURE__ */ new Map();
	for (const shelf of shelves$3) for (const path of filesOf(account, shelf, commits)) for (const { commit } of await git.log([path])) touched.set(commit, [...touched.get(commit) ?? [], {
		shelf,
		path
	}]);
	return touched;
}
const ahead = 32;
async function* readIn(commits, touched, git) {
	const touching = commits.filter(({ commit }) => touched.has(commit));
	for (let from = 0; from < touching.length; from += ahead) {
		const some = touching.slice(from, from + ahead);
		yield* await Promise.all(some.map(async (one) => {
			const texts = (touched.get(one.commit) ?? []).map(async (path) => [path, await git.read(one.commit, path.path)]);
			return [one, await Promise.all(texts)];
		}));
	}
}
function withTexts(shelved, texts) {
	const read = {
		audit: new Map(shelved.audit),
		history: new Map(shelved.history),
		runs: new Map(shelved.runs)
	};
	for (const [{ shelf, path }, text] of texts) if (text === void 0) read[shelf].delete(path);
	else read[shelf].set(path, text);
	return read;
}
// src/app/verify.ts
async function verify({ files, git }) {
	const origin = await readOrigin(files);
	if (origin === void 0) return (await files.list("reports")).every((path) => path === "reports/simulator.json") ? nothing : noOrigin;
	const names = Object.keys(origin.accounts).sort();
	const folders = await readFolders(files, names);
	const ledgers = new Map(folders.map(({ ledger }) => [ledger.account, ledger]));
	const runs = new Set([...ledgers.values()].flatMap((ledger) => ledger.runs.map(({ run }) => run)));
	const accounts = [];
	const unsaved = await uncommitted(git);
	const problems = [...await stranger(origin.repository, git), ...await goneFolders(origin, ledgers, git)];
	for (const folder of folders) {
		const { ledger } = folder;
		const root = rootOf(origin, ledger.account);
		const found = await problemsIn(ledger, {
			root,
			runs,
			files,
			missing: missingIn(folder, folders)
		});
		if (found.length === 0) accounts.push(toldOf(ledger, root));
		problems.push(...found);
	}
	const past = origin.simulated ? null : await pastOf(names, git);
	const all = [
		...problems,
		...unsaved,
		...past?.problems ?? []
	];
	const told = {
		accounts,
		git: past === null ? null : {
			commits: past.commits,
			since: past.since
		}
	};
	return {
		text: renderVerified({
			...told,
			isSound: all.length === 0
		}),
		json: {
			simulated: origin.simulated,
			...told
		},
		problems: all,
		exit: exitOf(all)
	};
}
const nothing = {
	text: "There is no ledger yet",
	json: { accounts: [] },
	problems: [],
	exit: exits.done
};
const noOrigin = {
	text: "",
	json: { accounts: [] },
	problems: [originGone()],
	exit: exits.ledger
};
async function problemsIn(ledger, { root, runs, files, missing }) {
	const { account } = ledger;
	const audit = await readMonths(files, account);
	const chain = checkChain(root, audit);
	if (missing.some((one) => one.code === "ledger/broken" && isAudit(account, one.facts.path))) return missing;
	if (chain.kind === "broken") return [problem("ledger/altered", {
		path: chain.path,
		line: chain.line,
		what: chain.reason,
		by: null
	}), ...missing];
	if (missing.length > 0) return missing;
	return [
		...cutOffIn(account, root, {
			audit,
			runs: await readRuns(files, account)
		}),
		...unknownRunsIn(audit, runs),
		...disagreementsIn(ledger)
	];
}
const isAudit = (account, path) => path.startsWith(shelfFolder(account, "audit"));
async function readRuns(files, account) {
	const months = [];
	for (const path of await files.list(shelfFolder(account, "runs"))) months.push({
		path,
		lines: orFail(parseRuns(await files.read(path) ?? "", path))
	});
	return months;
}
async function pastOf(names, git) {
	const { commits, problems } = await birthOf(names, git);
	const found = [...problems];
	for (const name of names) found.push(...await breakIn(name, commits, git));
	return {
		commits: commits.length,
		since: commits[0]?.commit ?? null,
		problems: found
	};
}
async function stranger(recorded, git) {
	const found = await git.repository();
	return recorded === null || found === null || recorded === found ? [] : [problem("ledger/other-origin", {
		what: "repository",
		recorded,
		found
	})];
}
async function uncommitted(git) {
	const paths = await git.changed([ledgerFolder]);
	return paths.length === 0 ? [] : [problem("ledger/uncommitted", { paths: few(paths) })];
}
const toldOf = ({ account, audit, runs, history, playlists }, root) => ({
	account,
	audit: {
		entries: audit.length,
		purged: audit.filter((line) => "purged" in line).length,
		digest: audit.at(-1)?.digest ?? root
	},
	playlists: [...playlists.keys()].filter((id) => history.some(({ playlist }) => playlist === id)).length,
	runs: new Set(runs.map(({ run }) => run)).size
});
// src/http/request.ts
var import_api_request = /* @__PURE__ */ __toESM(require_api_request(), 1);
var import_errors = /* @__PURE__ */ __toESM(require_errors(), 1);
var import_agent = /* @__PURE__ */ __toESM(require_agent(), 1);
function request$1(dispatcher, url, options) {
	const { origin, pathname, search } = new URL(url);
	return import_api_request.default.call(dispatcher, {
		...options,
		origin,
		path: `${pathname}${search}`
	});
}
// src/adapters/clock/remote-clock.ts
async function remoteClock(url) {
	const agent = new import_agent.default();
	let nowMs = await ask(request$1(agent, url, { method: "GET" }), url);
	return {
		now: () => nowMs,
		sleep: async (ms, signal) => {
			signal?.throwIfAborted();
			const body = JSON.stringify({ untilMs: nowMs + Math.max(0, Math.ceil(ms)) });
			nowMs = await ask(request$1(agent, `${url}/sleep`, {
				method: "POST",
				headers: { "content-type": "application/json" },
				body
			}), url);
		}
	};
}
async function ask(answering, url) {
	try {
		const { body } = await answering;
		const json = await body.json();
		if (typeof json === "object" && json !== null && "nowMs" in json && typeof json.nowMs === "number") return json.nowMs;
		throw new TypeError("it tells no time");
	} catch (cause) {
		throw new Failure([problem("usage/bad-variable", {
			variable: "SETLIST_CLOCK_URL",
			reason: `no clock answers at ${url}`
		})], { cause });
	}
}
// src/adapters/clock/system-clock.ts
function systemClock(startMs) {
	const offset = startMs === void 0 ? 0 : startMs - Date.now();
	return {
		now: () => Date.now() + offset,
		sleep: async (ms, signal) => {
			try {
				await setTimeout(Math.max(0, ms), void 0, signal === void 0 ? {} : { signal });
			} catch (error) {
				signal?.throwIfAborted();
				throw error;
			}
		}
	};
}
// src/adapters/clock/telling-clock.ts
const longMs$1 = 1e4;
const tellingClock = (clock, say) => ({
	now: () => clock.now(),
	sleep: (ms, signal) => {
		if (ms >= longMs$1) say(`waiting ${lengthOf(ms)} before Spotify is asked again`);
		return clock.sleep(ms, signal);
	}
});
function lengthOf(ms) {
	const seconds = Math.ceil(ms / 1e3);
	return seconds < 100 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}
// src/adapters/files/refused.ts
const isCode$1 = (error, ...codes) => codes.includes(codeOf$2(error));
const codeOf$2 = (error) => error instanceof Error && "code" in error ? String(error.code) : "";
const reasons = {
	ENOSPC: "the disk is full",
	EDQUOT: "the disk is full",
	EACCES: "permission is denied",
	EPERM: "permission is denied",
	EROFS: "it is read-only",
	EISDIR: "it is a folder",
	ENOTDIR: "a part of its path is no folder",
	ELOOP: "its links go round in a circle",
	EEXIST: "a file stands where a folder should"
};
function refused$3(path, cause) {
	const code = codeOf$2(cause);
	const said = cause instanceof Error && code === "" ? cause.message : `the system says ${code}`;
	return new Failure([problem("machine/file", {
		path,
		reason: reasons[code] ?? said
	})], { cause });
}
// src/adapters/files/disk.ts
function disk(root) {
	const reading = async (path, how) => {
		try {
			const place = inside(root, path);
			await mustStayInside(root, place);
			return await how(place);
		} catch (error) {
			if (isCode$1(error, "ENOENT", "ENOTDIR")) return void 0;
			throw refused$3(path, error);
		}
	};
	return {
		readBytes: (path) => reading(path, (place) => readFile(place)),
		read: (path) => reading(path, (place) => readFileSync(place, "utf8").replace(/^\uFEFF/, "")),
		write: async (path, text) => {
			try {
				await writeWhole(root, inside(root, path), text);
			} catch (error) {
				throw refused$3(path, error);
			}
		},
		list: async (folder) => {
			try {
				return await filesBelow(root, inside(root, folder));
			} catch (error) {
				if (isCode$1(error, "ENOENT")) return [];
				throw refused$3(folder, error);
			}
		}
	};
}
const isOutside = (below) => below === ".." || below.startsWith(`..${sep}`) || isAbsolute(below);
function inside(root, path) {
	const place = resolve(root, path);
	if (isOutside(relative(resolve(root), place))) throw new Error("it lies outside the repository");
	return place;
}
async function mustStayInside(root, place) {
	if (isOutside(relative(await realpath(root), await realpath(place)))) throw new Error("it links to outside the repository");
}
async function writeWhole(root, place, text) {
	const folder = dirname(place);
	await mustStayInside(root, await nearestThere(folder));
	await mkdir(folder, { recursive: true });
	const half = join(folder, `.${basename(place)}.${randomUUID()}.tmp`);
	try {
		const file = await open(half, "w");
		try {
			await file.writeFile(text);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(half, place);
	} catch (error) {
		await rm(half, { force: true }).catch(() => void 0);
		throw error;
	}
}
async function nearestThere(folder) {
	try {
		return await realpath(folder);
	} catch (error) {
		if (!isCode$1(error, "ENOENT") || dirname(folder) === folder) throw error;
		return nearestThere(dirname(folder));
	}
}
async function filesBelow(root, folder) {
	const paths = (await readdir(folder, {
		recursive: true,
		withFileTypes: true
	})).map(async (entry) => {
		const place = join(entry.parentPath, entry.name);
		return (entry.isSymbolicLink() ? await leadsToFile(place) : entry.isFile()) ? [relative(resolve(root), place).replaceAll(sep, "/")] : [];
	});
	return (await Promise.all(paths)).flat().sort();
}
const leadsToFile = (place) => stat(place).then((found) => found.isFile(), () => true);
// src/adapters/git/plain.ts
const hidden = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const plain = (text) => text.toWellFormed().replaceAll(hidden, "");
const messageOf = (text) => `${text.split(/\r\n|\n|\r/).map(plain).join("\n").trimEnd()}\n`;
// src/adapters/git/refused.ts
const isCode = (error, ...codes) => codes.includes(codeOf$1(error));
const codeOf$1 = (error) => error instanceof Error && "code" in error ? String(error.code) : "";
const noGit = (cause) => new Failure([problem("machine/no-git", { said: isCode(cause, "ENOENT") ? "it is not installed" : codeOf$1(cause) })], { cause });
const noRepository = (said, cause) => new Failure([problem("machine/no-repository", { said })], { cause });
function refusedByGit(action, stderr, folder) {
	return new Failure([problem("machine/git", {
		action,
		said: saidBy(stderr, folder),
		reason: reasonOf$1(stderr)
	})]);
}
function saidBy(stderr, folder) {
	const lines = stderr.split("\n").filter((line) => line.trim() !== "");
	const first = lines.find((line) => /^(?:fatal|error): /.test(line)) ?? lines[0] ?? "nothing";
	return plain(first.replace(/^(?:fatal|error): /, "").replaceAll(`${folder}/`, "")).slice(0, 300);
}
function reasonOf$1(text) {
	if (/No space left on device|Disk quota exceeded|ENOSPC|EDQUOT/.test(text)) return "full";
	if (/Permission denied|insufficient permission|Read-only file system|EACCES|EPERM|EROFS/.test(text)) return "permission";
	return "other";
}
const words$1 = {
	ENOSPC: "No space left on device",
	EDQUOT: "Disk quota exceeded",
	EACCES: "Permission denied",
	EPERM: "Operation not permitted",
	EROFS: "Read-only file system"
};
function refusedBySystem(action, cause) {
	const code = codeOf$1(cause);
	if (cause instanceof Failure || code === "") return cause;
	const said = words$1[code] ?? `the system answered ${code}`;
	return new Failure([problem("machine/git", {
		action,
		said,
		reason: reasonOf$1(said)
	})], { cause });
}
const refusedPath = (path, reason) => new Failure([problem("machine/file", {
	path: plain(path),
	reason
})]);
// src/adapters/git/command.ts
const kept$1 = [
	"PATH",
	"HOME",
	"XDG_CONFIG_HOME",
	"USERPROFILE",
	"SystemRoot",
	"TMPDIR",
	"TEMP",
	"TMP"
];
const settings = [
	["core.quotepath", "off"],
	["core.fsmonitor", "false"],
	["core.hooksPath", "/dev/null"],
	["core.splitIndex", "false"],
	["gc.auto", "0"],
	["commit.gpgsign", "false"],
	["log.showSignature", "false"],
	["log.follow", "false"],
	["i18n.commitEncoding", "UTF-8"],
	["i18n.logOutputEncoding", "UTF-8"]
].flatMap(([key, value]) => ["-c", `${key}=${value}`]);
const ours = {
	LC_ALL: "C",
	GIT_TERMINAL_PROMPT: "0",
	GIT_OPTIONAL_LOCKS: "0",
	GIT_LITERAL_PATHSPECS: "1"
};
function gitIn(folder, env, start = startGit) {
	const base = {
		...Object.fromEntries(kept$1.map((name) => [name, env[name]])),
		...ours
	};
	const run = async (args, { input = [], cwd = folder, env: more } = {}) => {
		try {
			return await start([
				"--no-pager",
				...settings,
				...args
			], {
				cwd,
				env: {
					...base,
					...more
				},
				input
			});
		} catch (cause) {
			throw await isFolder(cwd) ? noGit(cause) : noRepository("there is no such folder", cause);
		}
	};
	const ask = async (action, args, running) => {
		const ran = await run(args, running);
		if (ran.code !== 0) throw refusedByGit(action, ran.stderr, folder);
		return ran.stdout;
	};
	return {
		run,
		ask
	};
}
const startGit = async (args, { cwd, env, input }) => {
	const child = spawn("git", args, {
		cwd,
		env: { ...env },
		detached: true,
		windowsHide: true
	});
	const closed = new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("close", resolve);
	});
	const fed = pipeline(Readable.from(input), child.stdin).catch(() => void 0);
	const [code, stdout, stderr] = await Promise.all([
		closed,
		whole(child.stdout),
		whole(child.stderr),
		fed
	]);
	return {
		code,
		stdout,
		stderr: stderr.toString("utf8")
	};
};
async function whole(stream) {
	const chunks = [];
	for await (const chunk of stream) chunks.push(chunk);
	return Buffer.concat(chunks);
}
const isFolder = (path) => stat(path).then((found) => found.isDirectory(), () => false);
const fieldsOf = (answer) => answer.toString("utf8").split("\0").slice(0, -1);
const lineOf = (answer) => answer.toString("utf8").replace(/\r?\n$/, "");
// src/adapters/git/repository.ts
function repositoryIn(folder, env, start) {
	const root = resolve(folder);
	const command = gitIn(root, env, start);
	const asked = (option) => once(async () => {
		const { code, stdout, stderr } = await command.run(["rev-parse", option]);
		if (code !== 0) throw noRepository(saidBy(stderr, root));
		return resolve(root, lineOf(stdout));
	});
	return {
		...command,
		root,
		gitFolder: asked("--absolute-git-dir"),
		sharedFolder: asked("--git-common-dir")
	};
}
function once(ask) {
	let answer;
	return async () => {
		answer ??= await ask();
		return answer;
	};
}
async function standing(repository) {
	const { code, stdout } = await repository.run([
		"rev-parse",
		"HEAD^{commit}",
		"--symbolic-full-name",
		"HEAD"
	]);
	const [head = "", branch = ""] = lineOf(stdout).split("\n");
	return code === 0 && branch.startsWith("refs/") ? {
		head,
		branch
	} : refused$2(repository);
}
async function refused$2({ run, root }) {
	const { code, stderr } = await run([
		"symbolic-ref",
		"-q",
		"HEAD"
	]);
	if (code === 1) throw new Failure([problem("machine/no-branch", {})]);
	if (code !== 0) throw refusedByGit("read the branch", stderr, root);
	throw new Failure([problem("machine/no-commit", {})]);
}
async function commitAt({ run }, name) {
	const { code, stdout } = await run([
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		`${name}^{commit}`
	]);
	return code === 0 ? lineOf(stdout) : void 0;
}
// src/adapters/git/changed.ts
const action$1 = "see what changed";
async function changed$2(repository, folders) {
	if (folders.length === 0) return [];
	const { ask, gitFolder } = repository;
	await gitFolder();
	if (await commitAt(repository, "HEAD") === void 0) throw new Failure([problem("machine/no-commit", {})]);
	const known = [
		"diff",
		"-z",
		"--name-only",
		"--no-renames",
		"--no-ext-diff",
		"HEAD",
		"--",
		...folders
	];
	const fresh = [
		"ls-files",
		"-z",
		"--others",
		"--exclude-standard",
		"--",
		...folders
	];
	const paths = [fieldsOf(await ask(action$1, known)), fieldsOf(await ask(action$1, fresh))].flat();
	return [...new Set(paths)].sort();
}
// src/adapters/git/owner.ts
async function thisProcess() {
	const { pid } = process;
	return {
		place: await here(),
		pid,
		start: await startOf(pid) ?? ""
	};
}
async function fateOf(owner) {
	if (owner.place !== await here()) return "unknown";
	if (!isThere$2(owner.pid)) return "dead";
	const start = await startOf(owner.pid);
	if (start === void 0) return "dead";
	return start === "" || owner.start === "" || start === owner.start ? "alive" : "dead";
}
const here = async () => {
	const namespace = await readlink("/proc/self/ns/pid").catch(() => "");
	return `${hostname()} ${namespace}`.trim();
};
function isThere$2(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return isCode(error, "EPERM");
	}
}
async function startOf(pid) {
	try {
		const stat = await readFile(`/proc/${pid}/stat`, "utf8");
		const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8");
		const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
		return isEnded(fields[0]) ? void 0 : `${boot.trim()} ${fields[19] ?? ""}`;
	} catch {
		return startByPs(pid);
	}
}
const isEnded = (state) => state === "Z" || state === "X";
async function startByPs(pid) {
	const env = {
		PATH: "/usr/bin:/bin",
		LC_ALL: "C",
		TZ: "UTC"
	};
	try {
		const { stdout } = await promisify(execFile)("ps", [
			"-o",
			"stat=,lstart=",
			"-p",
			String(pid)
		], { env });
		const [state = "", ...start] = stdout.trim().split(/\s+/);
		return isEnded(state[0]) ? void 0 : start.join(" ");
	} catch {
		return "";
	}
}
const ownerText = (owner) => JSON.stringify({ setlist: owner });
function decodeOwner(text) {
	try {
		const json = JSON.parse(text);
		const owner = typeof json === "object" && json !== null && "setlist" in json ? json.setlist : void 0;
		return isOwner(owner) ? owner : void 0;
	} catch {
		return;
	}
}
const isOwner = (value) => typeof value === "object" && value !== null && "place" in value && typeof value.place === "string" && "pid" in value && typeof value.pid === "number" && Number.isSafeInteger(value.pid) && value.pid > 0 && "start" in value && typeof value.start === "string";
// src/adapters/git/staging.ts
const dayMs$2 = 864e5;
const slateFolder = "sent";
const roomIn = async (repository) => join(await repository.gitFolder(), "setlist");
const nameFor = (owner) => `${Buffer.from(ownerText(owner)).toString("base64url")}.${randomUUID()}`;
const ownerIn = (name) => decodeOwner(Buffer.from(name.split(".")[0] ?? "", "base64url").toString());
async function staged(repository, work) {
	const owner = await thisProcess();
	const room = await roomIn(repository);
	await mkdir(room).catch((error) => {
		if (!isCode(error, "EEXIST")) throw error;
	});
	const folder = join(room, nameFor(owner));
	await mkdir(folder);
	try {
		const file = join(folder, "owner");
		await writeFile(file, ownerText(owner));
		return await work({
			folder,
			owner: file
		});
	} finally {
		await rm(folder, {
			recursive: true,
			force: true
		}).catch(() => void 0);
	}
}
async function leftBehind(repository) {
	const room = await roomIn(repository);
	const names = (await readdir(room).catch((error) => {
		if (isCode(error, "ENOENT")) return [];
		throw error;
	})).filter((name) => name !== slateFolder);
	const dead = await Promise.all(names.map((name) => isLeft(join(room, name), ownerIn(name))));
	return names.filter((_, index) => dead[index]).map((name) => join(room, name));
}
async function isLeft(path, owner) {
	const fate = owner === void 0 ? "unknown" : await fateOf(owner);
	return fate === "unknown" ? isOlder(path, dayMs$2) : fate === "dead";
}
async function isOlder(path, ms) {
	const found = await stat(path).catch(() => void 0);
	return found !== void 0 && Date.now() - found.mtimeMs > ms;
}
// src/adapters/git/locks.ts
const waitMs = 50;
const patience = 100;
const longMs = 6e5;
const busy = (lock) => new Failure([problem("machine/git-busy", { lock })]);
async function holdingIndex(repository, staging, work) {
	const lock = join(await repository.gitFolder(), "index.lock");
	await takeLock(repository, lock, staging);
	try {
		return await work();
	} finally {
		await rm(lock, { force: true });
	}
}
async function takeLock(repository, lock, staging) {
	for (let tries = 0; tries < patience; tries += 1) {
		if (await tookLock(lock, staging)) return;
		const dead = await deadLock(lock);
		if (dead === void 0) await setTimeout(waitMs);
		else await takeAway$1(repository, lock, dead);
	}
	throw busy(".git/index.lock");
}
async function tookLock(lock, { owner }) {
	try {
		await link(owner, lock);
		return true;
	} catch (error) {
		if (isCode(error, "EEXIST")) return false;
		if (!isCode(error, "EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS")) throw refusedBySystem("lock the index", error);
		return copied(lock, owner);
	}
}
const copied = async (lock, owner) => {
	try {
		await writeFile(lock, await readFile(owner), { flag: "wx" });
		return true;
	} catch (error) {
		if (isCode(error, "EEXIST")) return false;
		throw refusedBySystem("lock the index", error);
	}
};
async function deadLock(lock) {
	const trace = await traceOf(lock);
	const owner = decodeOwner(await readFile(lock, "utf8").catch(() => ""));
	if (owner === void 0) return void 0;
	const fate = await fateOf(owner);
	return (fate === "unknown" ? await isOlder(lock, longMs) : fate === "dead") ? trace : void 0;
}
async function sweep(repository) {
	await sweepUp(repository).catch((error) => {
		throw refusedBySystem("clear what a killed run left", error);
	});
}
async function sweepUp(repository) {
	const lock = join(await repository.gitFolder(), "index.lock");
	const dead = await deadLock(lock);
	if (dead !== void 0) await takeAway$1(repository, lock, dead);
	const left = await leftBehind(repository);
	if (left.length === 0) return;
	await takeAwayStill(repository, await locksOfHead(repository));
	for (const folder of left) await rm(folder, {
		recursive: true,
		force: true
	});
}
async function locksOfHead(repository) {
	const { code, stdout } = await repository.run([
		"symbolic-ref",
		"-q",
		"HEAD"
	]);
	const head = join(await repository.gitFolder(), "HEAD.lock");
	return code === 0 ? [head, await lockOfRef(repository, stdout.toString().trim())] : [head];
}
const lockOfRef = async (repository, ref) => join(await repository.sharedFolder(), `${ref}.lock`);
const traceOf = async (path) => {
	const found = await stat(path).catch(() => void 0);
	return found === void 0 ? void 0 : `${found.ino} ${found.mtimeMs}`;
};
async function takeAwayStill(repository, locks) {
	const before = await Promise.all(locks.map(traceOf));
	if (before.every((trace) => trace === void 0)) return;
	await setTimeout(2e3);
	for (const [index, lock] of locks.entries()) {
		const trace = before[index];
		if (trace !== void 0 && await traceOf(lock) === trace) await takeAway$1(repository, lock, trace);
	}
}
async function takeAway$1(repository, lock, trace) {
	await staged(repository, async ({ folder }) => {
		const aside = join(folder, randomUUID());
		try {
			await rename(lock, aside);
		} catch (error) {
			if (isCode(error, "ENOENT")) return;
			throw refusedBySystem("take away the lock of a killed run", error);
		}
		if (await traceOf(aside) !== trace) await link(aside, lock).catch(() => void 0);
	});
}
// src/adapters/git/check.ts
async function check(repository) {
	await mustBeTop(repository);
	const problems = (await Promise.all([
		stand(repository),
		underWay(repository),
		unmerged(repository),
		writable$1(repository)
	])).flat();
	if (isSome(problems)) throw new Failure(problems);
}
async function mustBeTop({ run, root }) {
	const { code, stdout, stderr } = await run([
		"rev-parse",
		"--show-prefix",
		"--is-inside-work-tree"
	]);
	if (code !== 0) throw noRepository(saidBy(stderr, root));
	const [prefix = "", inside] = lineOf(stdout).split("\n");
	const below = plain(prefix).replace(/\/$/, "");
	if (below !== "") throw new Failure([problem("machine/below-the-top", { below })]);
	if (inside !== "true") throw noRepository("it has no working tree");
}
const stand = (repository) => standing(repository).then(() => [], (error) => {
	if (error instanceof Failure) return error.problems;
	throw error;
});
const works = {
	MERGE_HEAD: "merge",
	"rebase-merge": "rebase",
	"rebase-apply": "rebase",
	CHERRY_PICK_HEAD: "cherry-pick",
	REVERT_HEAD: "revert"
};
async function underWay({ gitFolder }) {
	const folder = await gitFolder();
	const found = await Promise.all(Object.entries(works).map(async ([file, what]) => await isThere$1(join(folder, file)) ? what : void 0));
	return [...new Set(found.filter((what) => what !== void 0))].map((what) => problem("machine/under-way", { what }));
}
async function unmerged({ ask }) {
	const fields = fieldsOf(await ask("read the index", [
		"ls-files",
		"--unmerged",
		"-z",
		"--",
		"reports"
	]));
	const paths = [...new Set(fields.map((field) => plain(field.slice(field.indexOf("	") + 1))))].sort();
	return paths.length === 0 ? [] : [problem("machine/unmerged", { paths })];
}
async function writable$1(repository) {
	const { root, gitFolder, sharedFolder } = repository;
	const shared = await sharedFolder();
	const places = {
		".": root,
		...await foldersIn(root, "reports"),
		".git": await gitFolder(),
		".git/objects": join(shared, "objects"),
		".git/refs": join(shared, "refs")
	};
	const closed = (await Promise.all(Object.entries(places).map(async ([path, there]) => await isWritable(there) ? void 0 : path))).filter((path) => path !== void 0);
	if (closed.length === 0) return stageable(repository);
	return closed.map((path) => problem("machine/file", {
		path,
		reason: "it cannot be written"
	}));
}
async function foldersIn(root, folder) {
	const folders = (await readdir(join(root, folder), {
		recursive: true,
		withFileTypes: true
	}).catch(() => [])).filter((one) => one.isDirectory()).map(({ parentPath, name }) => join(parentPath, name));
	return Object.fromEntries([join(root, folder), ...folders].map((path) => [plain(relative(root, path)), path]));
}
async function stageable(repository) {
	try {
		await sweep(repository);
		await staged(repository, async () => void 0);
		return [];
	} catch (error) {
		const failure = refusedBySystem("write to .git", error);
		if (failure instanceof Failure) return failure.problems;
		throw failure;
	}
}
const isThere$1 = (path) => access(path).then(() => true, () => false);
const isWritable = (path) => access(path, constants.W_OK).then(() => true, (error) => isCode(error, "ENOENT"));
// src/domain/content.ts
const partsOf = (content) => typeof content === "string" ? [content] : content();
const textOf$1 = (content) => typeof content === "string" ? content : [...content()].join("");
// src/adapters/git/index-file.ts
function* linesFor(entries) {
	for (const { path, blob } of entries) if (blob === null) yield `0 ${"0".repeat(40)}\t${path}\0`;
	for (const { path, blob } of entries) if (blob !== null) yield `100644 ${blob}\t${path}\0`;
}
async function putEntries({ ask }, action, index, entries) {
	await ask(action, [
		"update-index",
		"-z",
		"--index-info"
	], {
		env: { GIT_INDEX_FILE: index },
		input: linesFor(entries)
	});
}
async function refreshIndex(repository, staging, entries, decide) {
	return holdingIndex(repository, staging, async () => {
		const index = join(await repository.gitFolder(), "index");
		const next = join(staging.folder, "next-index");
		await copyFile(index, next).catch((error) => {
			if (!isCode(error, "ENOENT")) throw refusedBySystem("refresh the index", error);
		});
		await putEntries(repository, "refresh the index", next, entries);
		const { go, answer } = await decide();
		if (go) await rename(next, index);
		return answer;
	});
}
// src/adapters/git/paths.ts
async function mustFit(root, files) {
	const folders = /* @__PURE__ */ new Set();
	for (const [path, text] of files) {
		mustBePlain(path);
		if (text === null) continue;
		await mustTakeFile(root, path, files);
		for (const folder of foldersAbove(path)) folders.add(folder);
	}
	for (const folder of [...folders].sort()) await mustTakeFolder(root, folder, files);
}
function mustBePlain(path) {
	const parts = path.split("/");
	if (parts.some((part) => part === "" || part === "." || part === ".." || part.toLowerCase() === ".git")) throw refusedPath(path, "it is no path below the repository");
	if (Buffer.byteLength(path) > 1e3 || parts.some((part) => Buffer.byteLength(part) > 255)) throw refusedPath(path, "its name is too long");
	if (path.includes("\0") || !path.isWellFormed()) throw refusedPath(path, "it has characters that no path can have");
}
async function mustTakeFile(root, path, files) {
	if ((await lstatOf(root, path))?.isDirectory() && !isEmptied(path, files)) throw refusedPath(path, "it is a folder");
}
const isEmptied = (folder, files) => [...files].some(([path, text]) => text === null && path.startsWith(`${folder}/`));
async function mustTakeFolder(root, folder, files) {
	if ((files.get(folder) ?? null) !== null) throw refusedPath(folder, "it would be both a file and a folder");
	const found = await lstatOf(root, folder);
	if (found === void 0) return;
	if (found.isSymbolicLink()) throw refusedPath(folder, "it links to another place");
	if (!found.isDirectory()) {
		if (files.get(folder) === null) return;
		throw refusedPath(folder, "a file stands where a folder should");
	}
	await access(join(root, folder), constants.W_OK).catch(() => {
		throw refusedPath(folder, "permission is denied");
	});
}
async function lstatOf(root, path) {
	try {
		return await lstat(join(root, path));
	} catch (error) {
		if (isCode(error, "ENOENT", "ENOTDIR")) return void 0;
		throw refusedPath(path, "permission is denied");
	}
}
function foldersAbove(path) {
	const folder = dirname(path);
	return folder === "." ? [] : [...foldersAbove(folder), folder];
}
// src/adapters/git/signature.ts
const name = "Setlist";
const email = "setlist@invalid";
function as(atMs) {
	const date = `@${Math.floor(atMs / 1e3)} +0000`;
	return {
		GIT_AUTHOR_NAME: name,
		GIT_AUTHOR_EMAIL: email,
		GIT_AUTHOR_DATE: date,
		GIT_COMMITTER_NAME: name,
		GIT_COMMITTER_EMAIL: email,
		GIT_COMMITTER_DATE: date
	};
}
// src/adapters/git/ref.ts
async function moveRef(repository, move) {
	const { ref, from, to, why, atMs, ours } = move;
	const patient = [
		"-c",
		"core.filesRefLockTimeout=3000",
		...[
			"update-ref",
			"--no-deref",
			"-m",
			plain(why),
			"--",
			ref,
			to,
			from ?? "0".repeat(to.length)
		]
	];
	const { code, stderr } = await repository.run(patient, { env: as(atMs) });
	if (code === 0) return "done";
	const stands = await targetOf(repository, ref);
	if (stands === to) return "done";
	if (stands !== from) return "moved";
	if (!stderr.includes(".lock")) throw refusedByGit("move the branch", stderr, repository.root);
	if (ours) await takeAwayStill(repository, [await lockOfRef(repository, ref)]);
	if ((ours ? await repository.run(patient, { env: as(atMs) }) : { code }).code === 0) return "done";
	if (await targetOf(repository, ref) !== from) return "moved";
	throw busy(`.git/${ref}.lock`);
}
async function targetOf({ run }, ref) {
	const { code, stdout } = await run([
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		ref
	]);
	return code === 0 ? stdout.toString().trim() : null;
}
// src/adapters/git/tree.ts
async function place(root, placings) {
	try {
		for (const { path, staged } of placings) if (staged === null) await takeAway(root, path);
		for (const { path, staged } of placings) if (staged !== null) await putThere(staged, join(root, path));
	} catch (error) {
		throw refusedBySystem("put the committed files on the disk", error);
	}
}
async function takeAway(root, path) {
	try {
		await rm(join(root, path));
	} catch (error) {
		if (!isCode(error, "ENOENT", "ENOTDIR", "ERR_FS_EISDIR")) throw error;
	}
	for (const folder of foldersAbove(path).toReversed()) if (!await rmdir(join(root, folder)).then(() => true, (error) => isCode(error, "ENOENT", "ENOTDIR"))) return;
}
async function putThere(staged, target) {
	await mkdir(dirname(target), { recursive: true });
	try {
		await rename(staged, target);
	} catch (error) {
		if (!isCode(error, "EXDEV")) throw error;
		await putFromAfar(staged, target);
	}
}
async function putFromAfar(staged, target) {
	const half = join(dirname(target), `.${basename(target).slice(0, 100)}.${randomUUID()}.tmp`);
	try {
		await copyFile(staged, half);
		await rename(half, target);
	} catch (error) {
		await rm(half, { force: true }).catch(() => void 0);
		throw error;
	}
}
// src/adapters/git/commit.ts
async function commit(repository, wanted) {
	await mustFit(repository.root, wanted.files);
	const { head } = await standing(repository);
	if (head !== wanted.expected) return {
		kind: "moved",
		head
	};
	await sweep(repository);
	return staged(repository, async (staging) => {
		const placings = await stage(staging, wanted.files);
		const entries = await store(repository, staging, placings);
		const id = await write$2(repository, staging, wanted, entries);
		const end = await refreshIndex(repository, staging, entries, async () => {
			const answer = await advance(repository, wanted, id);
			return {
				go: answer.kind === "done",
				answer
			};
		});
		if (end.kind === "done") await place(repository.root, placings);
		return end;
	}).catch((error) => {
		throw refusedBySystem("commit", error);
	});
}
async function stage({ folder }, files) {
	const placings = [];
	for (const [path, content] of files) {
		const there = content === null ? null : join(folder, String(placings.length));
		if (there !== null) await writeFile(there, inPieces(partsOf(content ?? "")));
		placings.push({
			path,
			staged: there
		});
	}
	return placings;
}
const pieceLength = 65536;
function* inPieces(parts) {
	let piece = "";
	for (const part of parts) {
		piece += part;
		if (piece.length < pieceLength) continue;
		yield piece;
		piece = "";
	}
	yield piece;
}
async function store(repository, staging, placings) {
	const names = placings.flatMap(({ staged }, index) => staged === null ? [] : [`${index}\n`]);
	const env = { GIT_DIR: await repository.gitFolder() };
	const next = lineOf(await repository.ask("store the files", [
		"hash-object",
		"-w",
		"--no-filters",
		"--stdin-paths"
	], {
		cwd: staging.folder,
		env,
		input: names
	})).split("\n").values();
	return placings.map(({ path, staged }) => ({
		path,
		blob: staged === null ? null : next.next().value ?? ""
	}));
}
async function write$2(repository, { folder }, { expected, message, atMs }, entries) {
	const index = join(folder, "index");
	const env = { GIT_INDEX_FILE: index };
	await repository.ask("commit", ["read-tree", expected], { env });
	await putEntries(repository, "commit", index, entries);
	const args = [
		"commit-tree",
		"-p",
		expected,
		"-F",
		"-",
		lineOf(await repository.ask("commit", ["write-tree"], { env }))
	];
	return lineOf(await repository.ask("commit", args, {
		env: as(atMs),
		input: [messageOf(message)]
	}));
}
async function advance(repository, { expected, message, atMs }, id) {
	const { head, branch } = await standing(repository);
	if (head !== expected) return {
		kind: "moved",
		head
	};
	return await moveRef(repository, {
		ref: branch,
		from: expected,
		to: id,
		why: `setlist: ${message.split("\n")[0] ?? ""}`,
		atMs,
		ours: false
	}) === "done" ? {
		kind: "done",
		commit: id
	} : {
		kind: "moved",
		head: (await standing(repository)).head
	};
}
// src/adapters/git/mark.ts
const markText = ({ holder: { owner, run, untilMs }, by, isOver }, once) => `${JSON.stringify({
	v: 1,
	owner,
	run,
	untilMs,
	isOver,
	by,
	once
})}\n`;
function decodeMark(text) {
	const json = parsed$1(text);
	if (typeof json !== "object" || json === null) return void 0;
	if (!("v" in json && json.v === 1 && "isOver" in json && typeof json.isOver === "boolean")) return void 0;
	if (!("owner" in json && typeof json.owner === "string" && "run" in json && typeof json.run === "string")) return void 0;
	if (!("untilMs" in json && typeof json.untilMs === "number" && "by" in json && isOwner(json.by))) return void 0;
	const { owner, run, untilMs, by, isOver } = json;
	return {
		holder: {
			owner,
			run,
			untilMs
		},
		by,
		isOver
	};
}
function parsed$1(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
// src/adapters/git/objects.ts
async function readObjects({ ask }, action, names) {
	const answer = await ask(action, ["cat-file", "--batch"], { input: names.map((name) => `${name}\n`) });
	let at = 0;
	return names.map((name) => {
		const start = answer.indexOf(10, at) + 1;
		const head = answer.toString("utf8", at, start).trimEnd();
		at = start;
		if (head === `${name} missing`) return void 0;
		const [id = "", kind = "", size = "0"] = head.split(" ");
		const bytes = answer.subarray(start, start + Number(size));
		at += bytes.length + 1;
		return {
			id,
			kind,
			bytes
		};
	});
}
// src/adapters/git/lease.ts
async function lease(repository, name, holder, nowMs) {
	const ref = refFor(name);
	for (;;) {
		const { id: from, mark } = await markAt(repository, ref);
		if (mark !== void 0 && await isHeld(mark, nowMs)) return {
			kind: "held",
			by: mark.holder
		};
		const id = await storeMark(repository, holder, false);
		if (await moved(repository, ref, from, id)) return taken(repository, ref, holder, id);
	}
}
async function holderOf(repository, name, nowMs) {
	const { mark } = await markAt(repository, refFor(name));
	return mark !== void 0 && await isHeld(mark, nowMs) ? mark.holder : null;
}
const refFor = (name) => `refs/setlist/lease/${[...Buffer.from(name)].map(letterOf).join("")}`;
const letterOf = (byte) => {
	const letter = String.fromCharCode(byte);
	return /[a-z0-9_-]/.test(letter) ? letter : `%${byte.toString(16).padStart(2, "0")}`;
};
async function isHeld({ holder, by, isOver }, nowMs) {
	return !isOver && holder.untilMs > nowMs && await fateOf(by) !== "dead";
}
function taken(repository, ref, holder, first) {
	let id = first;
	const move = async (until, isOver) => {
		const next = await storeMark(repository, {
			...holder,
			untilMs: until
		}, isOver);
		if (!await moved(repository, ref, id, next)) return false;
		id = next;
		return true;
	};
	return {
		kind: "taken",
		renew: (untilMs) => move(untilMs, false),
		release: async () => void await move(holder.untilMs, true)
	};
}
const moved = async (repository, ref, from, to) => await moveRef(repository, {
	ref,
	from,
	to,
	why: "setlist: lease",
	atMs: 0,
	ours: true
}) === "done";
async function storeMark(repository, holder, isOver) {
	const mark = markText({
		holder,
		isOver,
		by: await thisProcess()
	}, randomUUID());
	return lineOf(await repository.ask("take the lease", [
		"hash-object",
		"-w",
		"--stdin"
	], { input: [mark] }));
}
async function markAt(repository, ref) {
	const [stored] = await readObjects(repository, "read the lease", [ref]);
	if (stored === void 0) return { id: null };
	const mark = decodeMark(stored.bytes.toString("utf8"));
	if (mark === void 0) throw refusedByGit("take the lease", `${ref} holds nothing that Setlist wrote`, repository.root);
	return {
		id: stored.id,
		mark
	};
}
// src/adapters/git/look.ts
async function log({ ask }, paths, { most, untilMs } = {}) {
	if (paths.length === 0) return [];
	const args = [
		"log",
		"-z",
		"--no-color",
		"--no-notes",
		"--format=%H%x00%ct%x00%an%x00%s",
		...[...most === void 0 ? [] : [`--max-count=${most}`], ...untilMs === void 0 ? [] : [`--min-age=${Math.floor(untilMs / 1e3)}`]],
		"HEAD",
		"--"
	];
	const fields = fieldsOf(Buffer.concat([await ask("read the history", [...args, ...paths]), Buffer.from("\0")]));
	const commits = [];
	for (let index = 0; index + 3 < fields.length; index += 4) {
		const [commit = "", seconds, author = "", subject = ""] = fields.slice(index, index + 4);
		commits.push({
			commit,
			atMs: Number(seconds) * 1e3,
			author: plain(author),
			subject: plain(subject)
		});
	}
	return commits;
}
const owned$1 = /^(?:https?|ssh|git):\/\/(?:[^/@]*@)?(?:www\.|ssh\.)?github\.com(?::\d+)?\/+([^/]+)\/([^/]+?)(?:\.git)?\/*$/i;
const short = /^(?:[^/@:]*@)?github\.com:\/*([^/]+)\/([^/]+?)(?:\.git)?\/*$/i;
function nameOnGitHub(url) {
	const [, owner = "", name = ""] = owned$1.exec(url) ?? short.exec(url) ?? [];
	return /^[\w-]+$/.test(owner) && /^[\w.-]+$/.test(name) && !/^\.{1,2}$/.test(name) ? `${owner}/${name}` : null;
}
async function repositoryName({ run }) {
	const { code, stdout } = await run([
		"remote",
		"get-url",
		"origin"
	]);
	return code === 0 ? nameOnGitHub(lineOf(stdout).trim()) : null;
}
async function userName({ run }) {
	const { stdout } = await run([
		"config",
		"--get",
		"user.name"
	]);
	const name = plain(lineOf(stdout)).trim();
	return name === "" ? null : name;
}
// src/adapters/git/read.ts
const action = "read an earlier state";
function readerOf(repository) {
	let waiting = [];
	const readWaiting = async () => {
		const wanted = waiting;
		waiting = [];
		try {
			await readAll(repository, wanted);
		} catch (error) {
			for (const { reject } of wanted) reject(error);
		}
	};
	return (commit, path) => new Promise((resolve, reject) => {
		if (waiting.length === 0) setImmediate(() => void readWaiting());
		waiting.push({
			commit,
			path,
			resolve,
			reject
		});
	});
}
async function readAll(repository, wanted) {
	const commits = wanted.map(({ commit }) => `${commit}^{commit}`);
	const files = await Promise.all(wanted.map((one) => nameOf$1(repository, one)));
	const stored = await readObjects(repository, action, [...commits, ...files]);
	for (const [index, { commit, resolve, reject }] of wanted.entries()) if (stored[index] === void 0) reject(refusedByGit(action, `there is no commit ${commit}`, repository.root));
	else resolve(textOf(stored[wanted.length + index]));
}
async function nameOf$1({ run }, { commit, path }) {
	const name = `${commit}:${path}`;
	if (!name.includes("\n")) return name;
	return lineOf((await run([
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		name
	])).stdout);
}
const textOf = (stored) => stored?.kind === "blob" ? new TextDecoder().decode(stored.bytes) : void 0;
// src/adapters/git/settle.ts
async function settle(repository, folders) {
	await sweep(repository);
	const { head } = await standing(repository);
	const parent = await commitAt(repository, `${head}^1`);
	if (parent === void 0 || folders.length === 0) return [];
	const lagging = await laggingOf(repository, await stepsOf(repository, parent, head, folders));
	if (lagging.length === 0) return [];
	await staged(repository, (staging) => bringUp(repository, staging, head, lagging)).catch((error) => {
		throw refusedBySystem("bring files to the last commit", error);
	});
	return lagging.map(({ path }) => path).sort();
}
async function stepsOf({ ask }, parent, head, folders) {
	const args = [
		"diff-tree",
		"-r",
		"-z",
		"--no-renames",
		parent,
		head,
		"--",
		...folders
	];
	const fields = fieldsOf(await ask("compare the last two commits", args));
	const steps = [];
	for (let index = 0; index + 1 < fields.length; index += 2) {
		const [modeBefore = "", modeAfter = "", before = "", after = ""] = (fields[index] ?? "").slice(1).split(" ");
		const path = fields[index + 1] ?? "";
		if (![modeBefore, modeAfter].every((mode) => mode === "100644" || mode === "000000")) continue;
		steps.push({
			path,
			before: blobOr(before),
			after: blobOr(after)
		});
	}
	return steps;
}
const blobOr = (id) => /^0+$/.test(id) ? null : id;
async function laggingOf({ root }, steps) {
	const lagging = [];
	for (const step of steps) if (await blobOnDisk(join(root, step.path)) === step.before) lagging.push(step);
	return lagging;
}
async function blobOnDisk(place) {
	try {
		if (!(await lstat(place)).isFile()) return void 0;
		const bytes = await readFile(place);
		return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
	} catch (error) {
		if (isCode(error, "ENOENT", "ENOTDIR")) return null;
		throw refusedBySystem("read what stands on the disk", error);
	}
}
async function bringUp(repository, staging, head, lagging) {
	const placings = await stageBlobs(repository, staging, lagging);
	if (await refreshIndex(repository, staging, lagging.map(({ path, after }) => ({
		path,
		blob: after
	})), async () => {
		const still = (await standing(repository)).head === head;
		return {
			go: still,
			answer: still
		};
	})) await place(repository.root, placings);
}
async function stageBlobs(repository, { folder }, lagging) {
	const read = (await readObjects(repository, "read the last commit", lagging.flatMap(({ after }) => after === null ? [] : [after]))).values();
	const placings = [];
	for (const { path, after } of lagging) {
		const file = after === null ? null : join(folder, String(placings.length));
		if (file !== null) {
			const blob = read.next().value;
			if (blob === void 0) throw refusedByGit("read the last commit", `${path} is missing in it`, repository.root);
			await writeFile(file, blob.bytes);
		}
		placings.push({
			path,
			staged: file
		});
	}
	return placings;
}
// src/adapters/git/open-git.ts
function openGit(folder, env, start) {
	const repository = repositoryIn(folder, env, start);
	return {
		check: () => check(repository),
		head: async () => (await standing(repository)).head,
		repository: () => repositoryName(repository),
		user: () => userName(repository),
		changed: (folders) => changed$2(repository, folders),
		commit: (wanted) => commit(repository, wanted),
		settle: (folders) => settle(repository, folders),
		read: readerOf(repository),
		log: (paths, options) => log(repository, paths, options),
		lease: (name, holder, nowMs) => lease(repository, name, holder, nowMs),
		holder: (name, nowMs) => holderOf(repository, name, nowMs)
	};
}
// src/adapters/git/note.ts
const schema$1 = _Object_({
	version: Literal(1),
	simulated: Boolean$1(),
	sent: Record(String$1(), _Object_({
		times: Record(String$1(), _Array_(Integer())),
		closed: Record(String$1(), String$1())
	}))
});
let isNote;
const noteText = ({ simulated, sent }) => `${JSON.stringify({
	version: 1,
	simulated,
	sent
})}\n`;
function decodeNote(text) {
	try {
		const json = JSON.parse(text);
		isNote ??= new import_ajv.Ajv(ourSchemas).compile(schema$1);
		return isNote(json) ? json : void 0;
	} catch (error) {
		if (error instanceof SyntaxError) return void 0;
		throw error;
	}
}
// src/adapters/git/slate.ts
const forgetting = {
	read: async () => /* @__PURE__ */ new Map(),
	add: async () => void 0
};
function openSlate(folder, env, { clock, simulated }) {
	const repository = repositoryIn(folder, env);
	const place = async () => join(await repository.sharedFolder(), "setlist", slateFolder);
	return {
		read: () => tried(/* @__PURE__ */ new Map(), async () => {
			return bySender((await notesIn(await place())).flatMap(({ note }) => note?.simulated === simulated ? note : []).filter((note) => isCurrent(note, clock.now())));
		}),
		add: (sent) => tried(void 0, async () => {
			const there = await place();
			await mkdir(there, { recursive: true });
			const path = join(there, `${randomUUID()}.json`);
			await writeFile(`${path}.part`, noteText({
				simulated,
				sent: Object.fromEntries(sent)
			}));
			await rename(`${path}.part`, path);
			await tidy(there, {
				clock,
				simulated
			});
		})
	};
}
async function tidy(place, { clock, simulated }) {
	for (const { path, note } of await notesIn(place)) {
		if (note !== void 0 && note.simulated !== simulated) continue;
		if (note === void 0 ? await isOlder(path, 864e5) : !isCurrent(note, clock.now())) await rm(path, { force: true });
	}
}
async function notesIn(place) {
	const names = await readdir(place).catch(() => []);
	return Promise.all(names.map(async (name) => {
		const path = join(place, name);
		return {
			path,
			note: decodeNote(name.endsWith(".json") ? await readFile(path, "utf8").catch(() => "") : "")
		};
	}));
}
function isCurrent({ sent }, nowMs) {
	const all = Object.values(sent);
	const last = Math.max(0, ...all.flatMap(({ times }) => Object.values(times).map((seconds) => seconds.at(-1) ?? 0)));
	const closed = all.flatMap((one) => Object.values(one.closed));
	return !(last * 1e3 - nowMs > 864e5) && (forgottenAt(last) > nowMs || closed.some((until) => Date.parse(until) > nowMs));
}
function bySender(notes) {
	const known = /* @__PURE__ */ new Map();
	for (const { sent } of notes) for (const [name, used] of Object.entries(sent)) {
		const account = name;
		known.set(account, [...known.get(account) ?? [], used]);
	}
	return known;
}
async function tried(otherwise, work) {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Failure || error instanceof Error && "code" in error) return otherwise;
		throw error;
	}
}
// src/adapters/github/who-runs.ts
function whoRuns(env) {
	const actor = env["GITHUB_ACTOR"] || null;
	switch (env["GITHUB_EVENT_NAME"]) {
		case "schedule": return {
			trigger: "schedule",
			actor: null
		};
		case "push": return {
			trigger: "merge",
			actor
		};
		default: return {
			trigger: "manual",
			actor
		};
	}
}
// src/adapters/spotify/hidden.ts
function without(secrets, text) {
	const forms = [...new Set(secrets.filter((secret) => secret !== "").flatMap(formsOf))].sort((a, b) => b.length - a.length);
	const plain = (part) => forms.reduce((left, form) => left.replaceAll(form, "***"), part);
	return plain(inJson(text, plain));
}
function formsOf(secret) {
	const json = JSON.stringify(secret).slice(1, -1);
	const encoded = [
		"base64",
		"base64url",
		"hex"
	].map((way) => Buffer.from(secret).toString(way));
	return [
		secret,
		encodeURIComponent(secret),
		asForm(secret),
		json,
		json.replaceAll("/", "\\/"),
		...encoded
	];
}
const asForm = (secret) => new URLSearchParams([["", secret]]).toString().slice(1);
function inJson(text, plain) {
	try {
		return JSON.stringify(JSON.parse(text, (_, value) => typeof value === "string" ? plain(value) : value));
	} catch {
		return text;
	}
}
// src/adapters/spotify/http.ts
async function send$1({ url, method, headers, body, secrets }, dispatcher) {
	try {
		const answer = await request$1(dispatcher, url, {
			method,
			headers,
			...body === void 0 ? {} : { body }
		});
		const text = await answer.body.text();
		const { "retry-after": retryAfter, date } = answer.headers;
		return {
			kind: "answer",
			status: answer.statusCode,
			retryAfter: typeof retryAfter === "string" ? retryAfter : null,
			date: typeof date === "string" ? date : null,
			text: answer.statusCode < 400 ? text : without(secrets, text)
		};
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		return {
			kind: "broken",
			reason: reasonOf(error),
			mayHaveArrived: !neverArrived(error)
		};
	}
}
const neverArrived = (error) => error instanceof import_errors.default.ConnectTimeoutError || [
	"ECONNREFUSED",
	"ENOTFOUND",
	"EAI_AGAIN"
].includes(codeOf(error));
const codeOf = (error) => "code" in error ? String(error.code) : "";
const words = {
	ECONNREFUSED: "nothing listens there",
	ENOTFOUND: "its name cannot be resolved",
	EAI_AGAIN: "its name cannot be resolved",
	ECONNRESET: "the connection was cut",
	UND_ERR_SOCKET: "the connection was cut",
	UND_ERR_CONNECT_TIMEOUT: "no connection came about in time",
	UND_ERR_HEADERS_TIMEOUT: "no answer came in time",
	UND_ERR_BODY_TIMEOUT: "the answer stopped half-way"
};
const reasonOf = (error) => words[codeOf(error)] ?? error.message;
// src/adapters/spotify/secret.ts
const schema = _Object_({
	v: Literal(1),
	refresh_token: String$1({ minLength: 1 }),
	client_secret: Optional(String$1()),
	user_id: Optional(String$1()),
	account_id: Optional(String$1()),
	authorized_at: String$1()
});
const isSecret = new import_ajv.Ajv(ourSchemas).compile(schema);
const encodeSecret = (secret) => Buffer.from(JSON.stringify(secret)).toString("base64url");
const namesOf = ({ id, accountId }) => ({
	user_id: id,
	...accountId === null ? {} : { account_id: accountId }
});
function userIn({ user_id, account_id }) {
	const id = user_id || account_id;
	if (!id) return void 0;
	return {
		id,
		accountId: user_id && account_id ? account_id : null
	};
}
function decodeSecret(text, account) {
	const variable = secretVariable(account);
	if (text === void 0 || text.trim() === "") return {
		ok: false,
		problems: [problem("spotify/no-token", {
			account,
			variable
		})]
	};
	const json = parse$2(Buffer.from(text.trim(), "base64url").toString("utf8"));
	return isSecret(json) && isMoment(json.authorized_at) ? {
		ok: true,
		value: json
	} : {
		ok: false,
		problems: [problem("spotify/bad-token", {
			account,
			variable
		})]
	};
}
function isMoment(text) {
	try {
		return Temporal.Instant.from(text) !== void 0;
	} catch {
		return false;
	}
}
function parse$2(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
// src/adapters/spotify/token.ts
const TokenJson = _Object_({
	access_token: String$1({ minLength: 1 }),
	expires_in: Number$1(),
	refresh_token: Optional(Union([String$1(), Null()])),
	scope: Optional(Union([String$1(), Null()]))
});
const isToken = new import_ajv.Ajv({
	...ourSchemas,
	strict: false
}).compile(TokenJson);
function readToken(status, text) {
	const json = parse$1(text);
	if (status === 200) {
		if (isToken(json)) return {
			kind: "token",
			token: json
		};
		return {
			kind: "unclear",
			reason: "what it answers is no token"
		};
	}
	const isOAuth = typeof json === "object" && json !== null && "error" in json && typeof json.error === "string";
	if (status < 400 || status >= 429 || !isOAuth) return {
		kind: "unclear",
		reason: `it says ${status}`
	};
	const reason = "error_description" in json ? String(json.error_description) : String(json.error);
	return {
		kind: "refused",
		error: String(json.error),
		reason: reason.slice(0, 100)
	};
}
function parse$1(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
const basicOf = (clientId, clientSecret) => Buffer.from(`${clientId}:${clientSecret}`).toString("base64");
// src/adapters/spotify/decode/schemas.ts
const nullable = (schema) => Optional(Union([schema, Null()]));
const ArtistJson = _Object_({
	id: nullable(String$1()),
	name: nullable(String$1())
});
const artists$1 = nullable(_Array_(Union([ArtistJson, Null()])));
const AlbumJson = _Object_({
	id: nullable(String$1()),
	name: nullable(String$1()),
	album_type: nullable(String$1()),
	release_date: nullable(String$1()),
	artists: artists$1
});
const ItemJson = _Object_({
	uri: String$1(),
	name: nullable(String$1()),
	duration_ms: nullable(Number$1()),
	explicit: nullable(Boolean$1()),
	is_playable: nullable(Boolean$1()),
	track_number: nullable(Integer()),
	disc_number: nullable(Integer()),
	external_ids: nullable(_Object_({ isrc: nullable(String$1()) })),
	artists: artists$1,
	album: nullable(AlbumJson),
	show: nullable(_Object_({ name: nullable(String$1()) })),
	release_date: nullable(String$1())
});
const RowJson = _Object_({
	added_at: nullable(String$1()),
	added_by: nullable(_Object_({ id: nullable(String$1()) })),
	item: nullable(ItemJson),
	track: nullable(Union([ItemJson, Boolean$1()]))
});
const Slot = Union([RowJson, Null()]);
const pageOf = (entry) => _Object_({
	total: nullable(Integer()),
	next: nullable(String$1()),
	items: _Array_(entry)
});
const RowPage = pageOf(Slot);
const ItemPage = pageOf(Union([ItemJson, Null()]));
const AlbumPage = pageOf(Union([AlbumJson, Null()]));
const WholeAlbumJson = Intersect([AlbumJson, _Object_({ tracks: ItemPage })]);
const FollowedJson = _Object_({ artists: Intersect([pageOf(Union([_Object_({ id: String$1() }), Null()])), _Object_({ cursors: nullable(_Object_({ after: nullable(String$1()) })) })]) });
const FoundJson = _Object_({ tracks: ItemPage });
const Head = _Object_({
	id: String$1(),
	owner: _Object_({ id: String$1() }),
	snapshot_id: String$1(),
	name: nullable(String$1()),
	description: nullable(String$1()),
	public: nullable(Boolean$1()),
	collaborative: nullable(Boolean$1()),
	followers: nullable(_Object_({ total: nullable(Integer()) }))
});
const PlaylistJson = Intersect([Head, _Object_({
	items: nullable(RowPage),
	tracks: nullable(RowPage)
})]);
const ListingJson = pageOf(Union([Null(), _Object_({
	id: nullable(String$1()),
	owner: nullable(_Object_({ id: String$1() })),
	snapshot_id: nullable(String$1()),
	name: nullable(String$1()),
	description: nullable(String$1())
})]));
// src/adapters/spotify/decode/shape.ts
const ajv$1 = new import_ajv.Ajv({
	...ourSchemas,
	strict: false
});
function decoder(schema) {
	let compiled;
	return (text, request) => {
		const json = parse(text, request);
		compiled ??= ajv$1.compile(schema);
		const isShape = compiled;
		if (isShape(json)) return json;
		const [error] = isShape.errors ?? [];
		throw badAnswer(request, `${error?.instancePath || "the answer"} ${error?.message ?? "has another shape"}`);
	};
}
const badAnswer = (request, reason, options) => new Failure([problem("spotify/bad-answer", {
	request,
	reason
})], options);
function parse(text, request) {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw badAnswer(request, text === "" ? "it is empty" : "it is not JSON", { cause });
	}
}
// src/adapters/spotify/decode/user.ts
const read$1 = decoder(_Object_({
	id: String$1(),
	account_id: Optional(Union([String$1(), Null()]))
}));
function userFrom(text, request) {
	const { id, account_id } = read$1(text, request);
	return {
		id,
		accountId: account_id || null
	};
}
// src/adapters/spotify/decode/answers.ts
const decode$1 = {
	me: userFrom,
	listing: decoder(ListingJson),
	playlist: decoder(PlaylistJson),
	rows: decoder(RowPage),
	items: decoder(ItemPage),
	search: decoder(FoundJson),
	followed: decoder(FollowedJson),
	albums: decoder(AlbumPage),
	album: decoder(WholeAlbumJson),
	item: decoder(ItemJson)
};
// src/adapters/spotify/counters.ts
var Counters = class {
	#seconds;
	constructor(all = []) {
		this.#seconds = new Map(buckets.map((bucket) => [bucket, all.flatMap((times) => times[bucket] ?? []).sort((one, other) => one - other)]));
	}
	get times() {
		return Object.fromEntries([...this.#seconds].filter(([, seconds]) => seconds.length > 0));
	}
	add(bucket, nowMs) {
		const seconds = this.#of(bucket);
		const second = secondOf(nowMs);
		seconds.splice(upTo(seconds, second), 0, second);
	}
	total(bucket) {
		return this.#of(bucket).length;
	}
	within(bucket, atMs) {
		const seconds = this.#of(bucket);
		return seconds.length - upTo(seconds, secondOf(atMs - quotaWindowMs) - 1);
	}
	freeAt(bucket, most) {
		if (most <= 0) return Number.POSITIVE_INFINITY;
		const seconds = this.#of(bucket);
		const last = seconds[seconds.length - most];
		return last === void 0 ? 0 : forgottenAt(last);
	}
	#of(bucket) {
		return this.#seconds.get(bucket) ?? [];
	}
};
function upTo(seconds, second) {
	let [low, high] = [0, seconds.length];
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if ((seconds[middle] ?? 0) <= second) low = middle + 1;
		else high = middle;
	}
	return low;
}
// src/adapters/spotify/gate.ts
const unsaidMs = 864e5;
const patienceMs$2 = 18e5;
var Gate = class {
	#clock;
	#budget;
	#counters;
	#shut = /* @__PURE__ */ new Map();
	#patientUntilMs;
	#restsUntilMs = 0;
	constructor({ clock, budget, used = [] }) {
		this.#clock = clock;
		this.#budget = budget;
		this.#counters = new Counters(used.map(({ times }) => times));
		this.#patientUntilMs = clock.now() + patienceMs$2;
		for (const bucket of buckets) {
			const untilMs = Math.max(...used.map(({ closed }) => Date.parse(closed[bucket] ?? "1970-01-01")));
			if (untilMs > 0) this.#shut.set(bucket, {
				untilMs,
				said: void 0
			});
		}
	}
	get closed() {
		const still = [...this.#shut].filter(([, { untilMs }]) => untilMs > this.#clock.now());
		return Object.fromEntries(still.map(([bucket, { untilMs }]) => [bucket, new Date(untilMs).toISOString()]));
	}
	get room() {
		const untilMs = Math.max(this.#clock.now(), this.#patientUntilMs);
		const roomOf = (bucket) => this.#leftMs(bucket) > 0 ? 0 : Math.max(0, this.#budget[bucket] - this.#counters.within(bucket, untilMs));
		return Object.fromEntries(buckets.map((bucket) => [bucket, roomOf(bucket)]));
	}
	restFor(ms) {
		this.#restsUntilMs = Math.max(this.#restsUntilMs, this.#clock.now() + ms);
	}
	async admit(bucket, signal) {
		for (;;) {
			this.#mustBeOpen(bucket);
			const now = this.#clock.now();
			const freeMs = this.#counters.freeAt(bucket, this.#budget[bucket]);
			if (freeMs > Math.max(now, this.#patientUntilMs)) throw new Failure([this.spent(bucket)]);
			const untilMs = Math.max(freeMs, this.#restsUntilMs);
			if (untilMs <= now) return;
			await this.#clock.sleep(untilMs - now, signal);
		}
	}
	take(bucket) {
		this.#mustBeOpen(bucket);
		const now = this.#clock.now();
		if (this.#counters.freeAt(bucket, this.#budget[bucket]) > now) throw new Failure([this.spent(bucket)]);
		this.#counters.add(bucket, now);
	}
	spent(bucket) {
		if (this.#leftMs(bucket) > 0) return this.#closed(bucket);
		const budget = this.#budget[bucket];
		const freeMs = this.#counters.freeAt(bucket, budget);
		return problem("spotify/budget-spent", {
			bucket,
			budget,
			free: Number.isFinite(freeMs) && freeMs > this.#clock.now() ? minuteOf(freeMs) : null
		});
	}
	freeFor(bucket, requests, planned) {
		const most = this.#budget[bucket] - requests + 1;
		if (most <= 0) return null;
		const now = this.#clock.now();
		const beside = this.#counters.freeAt(bucket, most - planned);
		const after = Math.max(this.#counters.freeAt(bucket, most), forgottenAt(secondOf(now)));
		return minuteOf(Math.max(now, Math.min(beside, after), this.#shut.get(bucket)?.untilMs ?? 0));
	}
	heed(bucket, said) {
		const untilMs = closedUntil(said, this.#clock.now());
		if (untilMs !== void 0) this.#shut.set(bucket, {
			untilMs,
			said
		});
	}
	#mustBeOpen(bucket) {
		if (this.#leftMs(bucket) > 0) throw new Failure([this.#closed(bucket)]);
	}
	#closed(bucket) {
		const retryAfterMs = this.#leftMs(bucket);
		return this.#shut.get(bucket)?.said ?? problem("spotify/quota-exceeded", {
			bucket,
			retryAfterMs
		});
	}
	#leftMs(bucket) {
		return (this.#shut.get(bucket)?.untilMs ?? 0) - this.#clock.now();
	}
};
function closedUntil({ code, facts }, nowMs) {
	if (code !== "spotify/quota-exceeded" && code !== "spotify/rate-limited") return void 0;
	const { retryAfterMs } = facts;
	return nowMs + (retryAfterMs ?? unsaidMs);
}
const minuteOf = (ms) => `${new Date(ms).toISOString().slice(0, 16)}Z`;
// src/adapters/spotify/retry-after.ts
const mostMs = 2592e6;
function retryAfterMs(header, nowMs) {
	if (header === null) return void 0;
	if (/^\s*\d+(?:\.\d+)?\s*$/.test(header)) return Math.min(Number(header) * 1e3, mostMs);
	if (!/[a-z]/i.test(header)) return void 0;
	const untilMs = Date.parse(header);
	return Number.isNaN(untilMs) ? void 0 : Math.min(Math.max(0, untilMs - nowMs), mostMs);
}
function problemOf(refused, asked, nowMs) {
	const { status } = refused;
	const { request, bucket, account, app } = asked;
	const { message, reason } = wordsOf$1(refused.text);
	switch (status) {
		case 401: return problem("spotify/unauthorized", { account });
		case 403:
			if (/premium/i.test(message)) return problem("spotify/premium-lapsed", { app });
			if (/scope/i.test(message)) return problem("spotify/missing-scope", {
				account,
				lacks: [request]
			});
			if (/not registered/i.test(message)) return problem("spotify/not-allow-listed", { account });
			return problem("spotify/forbidden", {
				request,
				message
			});
		case 404: return problem("spotify/not-found", { request });
		case 429: {
			const waitMs = retryAfterMs(refused.retryAfter, nowMs) ?? null;
			if (reason === "QUOTA_EXCEEDED") return problem("spotify/quota-exceeded", {
				bucket,
				retryAfterMs: waitMs
			});
			return problem("spotify/rate-limited", {
				request,
				retryAfterMs: waitMs
			});
		}
		default: return status >= 500 ? problem("spotify/server-error", {
			request,
			status
		}) : problem("spotify/bad-request", {
			request,
			status,
			message
		});
	}
}
function wordsOf$1(text) {
	const json = parseOr(text);
	const error = typeof json === "object" && json !== null && "error" in json ? json.error : void 0;
	if (typeof error !== "object" || error === null) return {
		message: text.slice(0, 200),
		reason: null
	};
	return {
		message: "message" in error && typeof error.message === "string" ? error.message.slice(0, 200) : "",
		reason: "reason" in error && typeof error.reason === "string" ? error.reason : null
	};
}
function parseOr(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
// src/adapters/spotify/who-is.ts
const tries$1 = 3;
async function whoIs(asker, shown, dispatcher) {
	const { accessToken, secrets } = shown;
	const { apiUrl, account, app, clock, slate } = asker;
	const request = "GET /me";
	const headers = { authorization: `Bearer ${accessToken}` };
	const sending = {
		url: `${apiUrl}/me`,
		method: "GET",
		headers,
		secrets
	};
	const library = [];
	let closed = {};
	const ask = () => {
		library.push(secondOf(clock.now()));
		return send$1(sending, dispatcher);
	};
	try {
		const answer = await patiently(asker, ask, [401]);
		if (answer.kind === "broken") throw unreachable(request, answer.reason);
		if (answer.status === 200) return {
			user: decode$1.me(answer.text, request),
			date: answer.date
		};
		const said = problemOf(answer, {
			request,
			bucket: "library",
			account,
			app
		}, clock.now());
		const untilMs = closedUntil(said, clock.now());
		if (untilMs !== void 0) closed = { library: new Date(untilMs).toISOString() };
		throw new Failure([said]);
	} finally {
		await slate.add(/* @__PURE__ */ new Map([[account, {
			times: { library },
			closed
		}]]));
	}
}
const unreachable = (request, reason) => new Failure([problem("spotify/unreachable", {
	request,
	reason
})]);
async function patiently({ clock, signal }, ask, passing = []) {
	for (let attempt = 1;; attempt++) {
		const answer = await ask();
		if (answer.kind === "answer" && answer.status < 500 && !passing.includes(answer.status) || attempt === tries$1) return answer;
		await clock.sleep(1e3 * 2 ** attempt, signal);
	}
}
// src/adapters/spotify/authorize.ts
const patienceMs$1 = 3e4;
function authorize(asking) {
	const dispatcher = new import_agent.default({
		connectTimeout: 1e4,
		headersTimeout: patienceMs$1,
		bodyTimeout: patienceMs$1
	});
	const { account, redirect } = asking;
	return {
		redirect,
		variable: secretVariable(account),
		address: async (question) => {
			const url = addressOf(asking, question);
			await tryAddress(asking, url, dispatcher);
			return url;
		},
		exchange: async (code, question) => {
			const { token, date, refreshToken } = await takeUp(asking, code, question, dispatcher);
			const { clientSecret } = asking;
			const accessToken = token.access_token;
			const { user } = await whoIs(asking, {
				accessToken,
				secrets: [
					accessToken,
					refreshToken,
					...secretsOf(asking, code, question)
				]
			}, dispatcher);
			const serverMs = date === null ? NaN : Date.parse(date);
			return {
				user,
				scopes: typeof token.scope === "string" ? new Set(token.scope.split(" ")) : void 0,
				serverMs: Number.isNaN(serverMs) ? null : serverMs,
				secret: (authorizedAt) => encodeSecret({
					v: 1,
					refresh_token: refreshToken,
					...clientSecret === null ? {} : { client_secret: clientSecret },
					...namesOf(user),
					authorized_at: authorizedAt
				})
			};
		}
	};
}
function addressOf({ authUrl, clientId, clientSecret, redirect }, { scopes, state, verifier }) {
	const challenge = createHash("sha256").update(verifier).digest("base64url");
	const query = {
		response_type: "code",
		client_id: clientId,
		redirect_uri: redirect,
		scope: scopes.join(" "),
		state,
		show_dialog: "true",
		...clientSecret === null ? {
			code_challenge_method: "S256",
			code_challenge: challenge
		} : {}
	};
	return `${authUrl}/authorize?${new URLSearchParams(query)}`;
}
async function tryAddress(asking, url, dispatcher) {
	const { app, clientId, redirect } = asking;
	const answer = await patiently(asking, () => send$1({
		url,
		method: "GET",
		headers: {},
		secrets: []
	}, dispatcher));
	if (answer.kind === "broken") throw unreachable("GET /authorize", answer.reason);
	if (answer.status !== 400) return;
	if (/INVALID_CLIENT: \w+ redirect|\bredirect_uri: /i.test(answer.text)) throw new Failure([problem("sign-in/redirect", {
		app,
		redirect
	})]);
	if (/INVALID_CLIENT: |\bclient_id: /i.test(answer.text)) throw new Failure([problem("sign-in/unknown-app", {
		app,
		clientId
	})]);
}
const secretsOf = ({ clientId, clientSecret }, code, { verifier }) => [
	code,
	verifier,
	...clientSecret === null ? [] : [clientSecret, basicOf(clientId, clientSecret)]
];
async function takeUp(asking, code, question, dispatcher) {
	const { authUrl, clientId, clientSecret, redirect } = asking;
	const form = {
		grant_type: "authorization_code",
		code,
		redirect_uri: redirect
	};
	const basic = clientSecret === null ? null : basicOf(clientId, clientSecret);
	const sending = {
		url: `${authUrl}/api/token`,
		method: "POST",
		headers: {
			"content-type": "application/x-www-form-urlencoded",
			...basic === null ? {} : { authorization: `Basic ${basic}` }
		},
		secrets: secretsOf(asking, code, question),
		body: new URLSearchParams(basic === null ? {
			...form,
			client_id: clientId,
			code_verifier: question.verifier
		} : form).toString()
	};
	const answer = await patiently(asking, () => send$1(sending, dispatcher));
	if (answer.kind === "broken") throw unreachable("POST /api/token", answer.reason);
	const said = readToken(answer.status, answer.text);
	if (said.kind !== "token") throw new Failure([refusalOf(asking, said)]);
	const refreshToken = said.token.refresh_token ?? "";
	if (refreshToken === "") throw unreachable("POST /api/token", "it gave no refresh token");
	return {
		token: said.token,
		date: answer.date,
		refreshToken
	};
}
function refusalOf({ app, clientId, clientSecret, account, redirect }, said) {
	const { reason } = said;
	if (said.kind === "unclear") return problem("spotify/unreachable", {
		request: "POST /api/token",
		reason
	});
	if (said.error === "invalid_client") return /secret/i.test(reason) || clientSecret !== null ? problem("sign-in/client-secret", {
		app,
		reason
	}) : problem("sign-in/unknown-app", {
		app,
		clientId
	});
	if (/redirect/i.test(reason)) return problem("sign-in/redirect", {
		app,
		redirect
	});
	return problem("sign-in/refused", {
		account,
		reason
	});
}
// src/adapters/spotify/pace.ts
function pacer(perSecond, clock, signal) {
	const interval = perSecond >= 1 ? 1e3 : Math.ceil(1e3 / perSecond);
	const permit = pThrottle({
		limit: Math.max(1, Math.floor(perSecond)),
		interval,
		strict: true
	})(async () => void 0);
	let last = Promise.resolve();
	return (send) => {
		const next = last.then(() => permitOn(clock, permit, signal)).then(send);
		last = next.catch(() => void 0);
		return next;
	};
}
async function permitOn(clock, permit, signal) {
	const waits = [];
	const given = at$1(clock.now(), waits, permit);
	for (let wait = waits.shift(); wait !== void 0; wait = waits.shift()) {
		await clock.sleep(wait.ms, signal);
		at$1(clock.now(), waits, wait.done);
	}
	await given;
}
function at$1(nowMs, waits, run) {
	const { now } = Date;
	const { setTimeout } = globalThis;
	const wait = (done, ms) => waits.push({
		done,
		ms
	});
	Date.now = () => nowMs;
	globalThis.setTimeout = wait;
	try {
		return run();
	} finally {
		Date.now = now;
		globalThis.setTimeout = setTimeout;
	}
}
// src/adapters/spotify/session.ts
const earlyMs = 6e4;
const tries = 7;
var Session = class {
	#signIn;
	#token;
	#refusedToken;
	#refreshing;
	#rotated;
	#scopes;
	#secrets;
	#standing;
	constructor(signIn) {
		this.#signIn = signIn;
		this.#secrets = signIn.secrets ?? /* @__PURE__ */ new Set();
	}
	get rotated() {
		return this.#rotated?.refresh_token;
	}
	get secrets() {
		return [...this.#secrets];
	}
	get authorizedAt() {
		return this.#token === void 0 ? void 0 : this.#signIn.secret().authorized_at;
	}
	get scopes() {
		return this.#scopes;
	}
	refuse(token) {
		this.#refusedToken = token;
	}
	async token() {
		const known = this.#token;
		if (known !== void 0 && known.text !== this.#refusedToken && this.#signIn.clock.now() < known.endsMs - earlyMs) return known.text;
		this.#refreshing ??= this.#refresh().finally(() => {
			this.#refreshing = void 0;
		});
		return this.#refreshing;
	}
	async #refresh() {
		const { clock, dispatcher, signal } = this.#signIn;
		if (this.#standing !== void 0 && clock.now() < this.#standing.untilMs) throw this.#standing.failure;
		for (let attempt = 1;; attempt++) {
			const answer = await send$1(this.#request(), dispatcher);
			const said = answer.kind === "answer" ? readToken(answer.status, answer.text) : answer;
			if (said.kind === "token") return this.#keep(said.token);
			if (said.kind === "refused") throw this.#refusal(said);
			const { reason } = said;
			const waitMs = this.#waitMs(answer) ?? 1e3 * 2 ** attempt;
			if (attempt === tries) throw new Failure([problem("spotify/unreachable", {
				request,
				reason
			})]);
			await clock.sleep(waitMs, signal);
		}
	}
	#refusal({ error, reason }) {
		const { account, app, clientId } = this.#signIn;
		switch (error) {
			case "invalid_grant": return this.#refuseUntil(problem("spotify/sign-in-expired", {
				account,
				reason
			}));
			case "invalid_client": return this.#refuseUntil(/secret/i.test(reason) ? problem("sign-in/client-secret", {
				app,
				reason
			}) : problem("sign-in/unknown-app", {
				app,
				clientId
			}));
			default: return new Failure([problem("sign-in/failed", {
				account,
				reason
			})]);
		}
	}
	#waitMs(answer) {
		if (answer.kind !== "answer" || answer.status !== 429) return void 0;
		const nowMs = this.#signIn.clock.now();
		const waitMs = retryAfterMs(answer.retryAfter, nowMs);
		if (waitMs !== void 0 && waitMs <= 6e4) return waitMs;
		const said = problem("spotify/rate-limited", {
			request,
			retryAfterMs: waitMs ?? null
		});
		throw this.#refuseUntil(said, waitMs === void 0 ? void 0 : nowMs + waitMs);
	}
	#refuseUntil(said, untilMs = Number.POSITIVE_INFINITY) {
		const failure = new Failure([said]);
		this.#standing = {
			failure,
			untilMs
		};
		return failure;
	}
	#request() {
		const { clientId, authUrl } = this.#signIn;
		const { refresh_token, client_secret } = this.#secret();
		const form = {
			grant_type: "refresh_token",
			refresh_token
		};
		const basic = client_secret === void 0 ? void 0 : basicOf(clientId, client_secret);
		for (const secret of [
			refresh_token,
			client_secret,
			basic
		]) if (secret !== void 0) this.#secrets.add(secret);
		return {
			url: `${authUrl}/api/token`,
			method: "POST",
			headers: {
				"content-type": "application/x-www-form-urlencoded",
				...basic === void 0 ? {} : { authorization: `Basic ${basic}` }
			},
			secrets: this.secrets,
			body: new URLSearchParams(basic === void 0 ? {
				...form,
				client_id: clientId
			} : form).toString()
		};
	}
	#secret() {
		return this.#rotated ?? this.#signIn.secret();
	}
	async #keep({ access_token, expires_in, refresh_token, scope }) {
		this.#secrets.add(access_token);
		const endsMs = this.#signIn.clock.now() + expires_in * 1e3;
		if (typeof scope === "string") this.#scopes = new Set(scope.split(" "));
		const old = this.#secret();
		if (typeof refresh_token === "string" && refresh_token !== "" && refresh_token !== old.refresh_token) {
			this.#secrets.add(refresh_token);
			this.#rotated = {
				...old,
				refresh_token
			};
			await this.#signIn.keep?.(this.#rotated, endsMs);
		}
		this.#token = {
			text: access_token,
			endsMs
		};
		this.#refusedToken = void 0;
		return access_token;
	}
};
const request = "POST /api/token";
// src/adapters/spotify/look.ts
const patienceMs = 3e4;
function lookAtSignIns(looking) {
	const { secret, keep, ...wire } = looking;
	const { clock, signal } = wire;
	const paces = /* @__PURE__ */ new Map();
	let sent = 0;
	const dispatcher = new import_agent.default({
		connectTimeout: 1e4,
		headersTimeout: patienceMs,
		bodyTimeout: patienceMs
	}).compose((dispatch) => (options, handler) => {
		sent += 1;
		return dispatch(options, handler);
	});
	return {
		kept: (account) => {
			const text = secret(account);
			const variable = secretVariable(account);
			if (text === void 0 || text.trim() === "") return {
				kind: "missing",
				variable
			};
			const read = decodeSecret(text, account);
			if (!read.ok) return {
				kind: "bad",
				variable
			};
			return {
				kind: "kept",
				variable,
				authorizedAt: read.value.authorized_at,
				user: userIn(read.value) ?? null
			};
		},
		ask: async (app, account) => {
			const { name, clientId, perSecond } = app;
			const pace = paces.get(name) ?? pacer(perSecond, clock, signal);
			paces.set(name, pace);
			let isKept = true;
			const session = new Session({
				...wire,
				account,
				app: name,
				clientId,
				dispatcher,
				secret: () => orFail(decodeSecret(secret(account), account)),
				keep: async (rotated, untilMs) => {
					isKept = await keep(account, rotated, untilMs);
				}
			});
			const accessToken = await session.token();
			const { user, date } = await pace(() => whoIs({
				...wire,
				account,
				app: name
			}, {
				accessToken,
				secrets: session.secrets
			}, dispatcher));
			const serverMs = Date.parse(date ?? "");
			return {
				user,
				scopes: session.scopes,
				serverMs: Number.isNaN(serverMs) ? null : serverMs,
				isRotated: !isKept
			};
		},
		sent: () => sent
	};
}
// src/adapters/spotify/call.ts
const nameOf = ({ method, path }) => `${method} ${path}`;
function urlOf(base, { path, query = {} }) {
	const given = Object.entries(query).flatMap(([key, value]) => value === void 0 ? [] : [[key, String(value)]]);
	const search = new URLSearchParams(given).toString();
	return `${base}${path}${search === "" ? "" : `?${search}`}`;
}
// src/adapters/spotify/refused.ts
const saysNothing = /* @__PURE__ */ new Set([
	"spotify/unauthorized",
	"spotify/rate-limited",
	"spotify/quota-exceeded"
]);
function refused$1(call, said) {
	const failure = new Failure([said]);
	if (call.method === "GET" || !saysNothing.has(said.code)) return failure;
	const reason = `Spotify ${said.code === "spotify/unauthorized" ? "refused the access token" : "asked to wait"}`;
	return new Failure([problem("spotify/unknown-outcome", {
		request: nameOf(call),
		reason
	})], { cause: failure });
}
// src/adapters/spotify/client.ts
const mostRetries = 6;
const mostWaits = 4;
const mostSignIns = 2;
var Client = class {
	#wire;
	#sent = new Counters();
	#aheadMs;
	constructor(wire) {
		this.#wire = wire;
	}
	get sent() {
		return Object.fromEntries(buckets.map((bucket) => [bucket, this.#sent.total(bucket)]));
	}
	get times() {
		return this.#sent.times;
	}
	get aheadMs() {
		return this.#aheadMs;
	}
	async send(call, read) {
		const tries = {
			again: 0,
			waits: 0,
			signIns: 0
		};
		const { clock, gate, session, signal } = this.#wire;
		for (;;) {
			signal?.throwIfAborted();
			await gate.admit(call.bucket, signal);
			const token = await session.token();
			const answered = await this.#wire.pace(() => this.#try(call, token));
			const verdict = this.#judge(call, answered, read);
			switch (verdict.kind) {
				case "done": return verdict.value;
				case "wait":
					gate.restFor(this.#jittered(verdict.ms));
					if (call.method !== "GET") throw refused$1(call, verdict.problem);
					if (++tries.waits > mostWaits) {
						gate.heed(call.bucket, verdict.problem);
						throw refused$1(call, verdict.problem);
					}
					break;
				case "sign-in":
					session.refuse(token);
					if (call.method !== "GET" || ++tries.signIns > mostSignIns) throw refused$1(call, verdict.problem);
					break;
				case "again":
					if (++tries.again > mostRetries) throw new Failure([verdict.problem]);
					await clock.sleep(this.#jittered(500 * 2 ** tries.again), signal);
					break;
				case "failed":
					gate.heed(call.bucket, verdict.problem);
					throw refused$1(call, verdict.problem);
			}
		}
	}
	async #try(call, token) {
		const { apiUrl, dispatcher, gate, clock, signal, session } = this.#wire;
		signal?.throwIfAborted();
		gate.take(call.bucket);
		this.#sent.add(call.bucket, clock.now());
		const body = call.body === void 0 ? void 0 : JSON.stringify(call.body);
		const headers = {
			authorization: `Bearer ${token}`,
			...body === void 0 ? {} : { "content-type": "application/json" }
		};
		const { method } = call;
		const answered = await send$1({
			url: urlOf(apiUrl, call),
			method,
			headers,
			secrets: session.secrets,
			...body === void 0 ? {} : { body }
		}, dispatcher);
		const serverMs = answered.kind === "answer" ? Date.parse(answered.date ?? "") : NaN;
		if (!Number.isNaN(serverMs)) this.#aheadMs ??= clock.now() - serverMs;
		return answered;
	}
	#judge(call, answered, read) {
		const request = nameOf(call);
		const { account, app, clock } = this.#wire;
		if (answered.kind === "broken") {
			const { reason, mayHaveArrived } = answered;
			if (call.method === "GET" || !mayHaveArrived) return {
				kind: "again",
				problem: problem("spotify/unreachable", {
					request,
					reason
				})
			};
			return {
				kind: "failed",
				problem: problem("spotify/unknown-outcome", {
					request,
					reason
				})
			};
		}
		const { status, text } = answered;
		if (status >= 200 && status < 300) return this.#read(call, text, read);
		const said = problemOf(answered, {
			request,
			bucket: call.bucket,
			account,
			app
		}, clock.now());
		if (status === 401) return {
			kind: "sign-in",
			problem: said
		};
		if (said.code === "spotify/rate-limited") {
			const waitMs = retryAfterMs(answered.retryAfter, clock.now());
			return waitMs === void 0 || waitMs > 6e4 ? {
				kind: "failed",
				problem: said
			} : {
				kind: "wait",
				ms: waitMs,
				problem: said
			};
		}
		if (status < 500) return {
			kind: "failed",
			problem: said
		};
		if (call.method === "GET") return {
			kind: "again",
			problem: said
		};
		return {
			kind: "failed",
			problem: problem("spotify/unknown-outcome", {
				request,
				reason: `Spotify answered ${status}`
			})
		};
	}
	#read(call, text, read) {
		const request = nameOf(call);
		try {
			return {
				kind: "done",
				value: read(text, request)
			};
		} catch (error) {
			if (!(error instanceof Failure)) throw error;
			return call.method === "GET" ? {
				kind: "again",
				problem: error.problems[0]
			} : {
				kind: "failed",
				problem: problem("spotify/unknown-outcome", {
					request,
					reason: "its answer cannot be read"
				})
			};
		}
	}
	#jittered(ms) {
		return Math.ceil(ms * (1 + this.#wire.random() / 4));
	}
};
// src/adapters/spotify/decode/item.ts
var Seen = class {
	#items = {};
	#albums = {};
	get items() {
		return this.#items;
	}
	get albums() {
		return this.#albums;
	}
	item(json, album) {
		const item = itemOf$1(json, this.album(json.album ?? void 0)?.id ?? album ?? null);
		if (item !== void 0) this.#items[item.uri] = item;
		return item;
	}
	album(json) {
		if (json?.id === void 0 || json.id === null) return void 0;
		const album = {
			id: json.id,
			title: json.name ?? "",
			artists: artistsOf(json.artists),
			released: datePart(json.release_date),
			albumType: json.album_type === "single" || json.album_type === "compilation" ? json.album_type : "album"
		};
		this.#albums[album.id] = album;
		return album;
	}
};
function itemOf$1(json, album) {
	const { uri } = json;
	const common = {
		title: json.name ?? "",
		durationMs: json.duration_ms ?? 0,
		explicit: json.explicit ?? false
	};
	if (isEpisodeUri(uri)) return {
		kind: "episode",
		uri,
		...common,
		show: json.show?.name ?? "",
		released: datePart(json.release_date)
	};
	if (!isTrackUri(uri)) return void 0;
	return {
		kind: "track",
		uri,
		title: common.title,
		durationMs: common.durationMs,
		explicit: common.explicit,
		artists: artistsOf(json.artists),
		album,
		isrc: json.external_ids?.isrc ?? null,
		trackNumber: json.track_number ?? null,
		discNumber: json.disc_number ?? null,
		playable: json.is_playable ?? null
	};
}
const artistsOf = (artists) => (artists ?? []).flatMap((artist) => artist === null ? [] : {
	id: artist.id ?? null,
	name: artist.name ?? ""
});
const datePart = (date) => date === void 0 || date === null || !/^\d{4}(?:-\d{2}){0,2}$/.test(date) || date.startsWith("0000") ? null : date;
// src/adapters/spotify/decode/row.ts
function rowOf(json, seen) {
	const added = {
		addedAt: json?.added_at ?? null,
		addedBy: json?.added_by?.id ?? null
	};
	const item = itemIn(json);
	if (item === null) return {
		kind: "gone",
		...added
	};
	if (isLocalUri(item.uri)) return {
		kind: "local",
		uri: item.uri,
		...added
	};
	if (!isTrackUri(item.uri) && !isEpisodeUri(item.uri)) return {
		kind: "gone",
		...added
	};
	seen.item(item);
	return {
		kind: "item",
		uri: item.uri,
		addedAt: added.addedAt,
		addedBy: added.addedBy
	};
}
const itemIn = (json) => {
	const item = json?.item ?? json?.track;
	return typeof item === "object" ? item : null;
};
const isTold = (json) => json === null || json.item !== void 0 || json.track !== void 0 && typeof json.track !== "boolean";
// src/adapters/spotify/decode/pages.ts
function pageWith(rows, seen, json, offset) {
	const entries = json.items.length;
	const end = offset + entries;
	const total = json.total ?? end;
	return {
		rows,
		entries,
		next: (json.next === void 0 ? end < total : json.next !== null) && entries > 0 ? end : null,
		total,
		items: seen.items,
		albums: seen.albums
	};
}
function mustShow({ total, items }, offset, request) {
	if (items.length === 0 && offset < (total ?? 0)) throw badAnswer(request, `it counts ${total} entries and shows none from ${offset} on`);
}
function mustBeRead(rows, there, request) {
	if (rows.length === 0 && there.some((one) => one !== null)) throw badAnswer(request, "none of its entries can be read");
}
function rowPage(json, offset, request) {
	mustShow(json, offset, request);
	if (!json.items.every(isTold)) throw badAnswer(request, "rows come without their items");
	const seen = new Seen();
	return pageWith(json.items.map((row) => rowOf(row, seen)), seen, json, offset);
}
function savedPage(json, offset, request) {
	const page = rowPage(json, offset, request);
	const rows = page.rows.flatMap((row) => row.kind === "item" ? {
		uri: row.uri,
		addedAt: row.addedAt
	} : []);
	mustBeRead(rows, json.items.map(itemIn), request);
	return {
		...page,
		rows
	};
}
function itemPage(json, offset, request) {
	mustShow(json, offset, request);
	const seen = new Seen();
	const rows = json.items.flatMap((one) => {
		const item = one === null ? void 0 : seen.item(one);
		return item === void 0 ? [] : [{
			uri: item.uri,
			addedAt: null
		}];
	});
	mustBeRead(rows, json.items, request);
	return pageWith(rows, seen, json, offset);
}
function trackPage(json, seen, { album, offset, request }) {
	mustShow(json, offset, request);
	const rows = json.items.flatMap((one) => {
		const item = one === null ? void 0 : seen.item(one, album);
		return item !== void 0 && isTrackUri(item.uri) ? [item.uri] : [];
	});
	mustBeRead(rows, json.items, request);
	return pageWith(rows, seen, json, offset);
}
// src/adapters/spotify/decode/artists.ts
function followedOf({ artists }, after, request) {
	if (after === null) mustShow(artists, 0, request);
	const ids = artists.items.flatMap((artist) => artist === null ? [] : artist.id);
	const page = pageWith(ids, new Seen(), {
		...artists,
		next: artists.next ?? null
	}, 0);
	const last = artists.cursors?.after ?? ids.at(-1) ?? null;
	return {
		...page,
		after: page.next === null ? null : last
	};
}
function discographyOf$1(json, { offset, limit, request }) {
	const seen = new Seen();
	const rows = json.items.flatMap((one) => one === null ? [] : seen.album(one) ?? []);
	mustBeRead(rows, json.items, request);
	const entries = json.items.length;
	return {
		...pageWith(rows, seen, json, offset),
		next: entries < limit ? null : offset + entries
	};
}
// src/adapters/spotify/decode/playlists.ts
function headOf(json, request) {
	const page = json.items ?? json.tracks ?? null;
	return {
		id: json.id,
		owner: json.owner.id,
		snapshot: snapshotOf(json.snapshot_id),
		details: {
			name: unescaped(json.name ?? ""),
			description: descriptionOf(json.description),
			public: json.public ?? null,
			collaborative: json.collaborative ?? false
		},
		followers: json.followers?.total ?? null,
		page: page === null ? null : rowPage(page, 0, request)
	};
}
function listingOf(json, offset, request) {
	mustShow(json, offset, request);
	const rows = json.items.flatMap((one) => {
		if (typeof one?.id !== "string" || typeof one.snapshot_id !== "string") return [];
		return [{
			id: one.id,
			owner: one.owner?.id ?? "",
			snapshot: snapshotOf(one.snapshot_id),
			name: unescaped(one.name ?? ""),
			description: descriptionOf(one.description)
		}];
	});
	mustBeRead(rows, json.items, request);
	return pageWith(rows, new Seen(), json, offset);
}
const descriptionOf = (text) => text === null || text === void 0 || text === "null" ? "" : unescaped(text);
// src/adapters/spotify/fields.ts
const artists = "artists(id,name)";
const shown$1 = `(type,uri,name,duration_ms,explicit,is_playable,track_number,disc_number,release_date,external_ids(isrc),${artists},album(id,name,album_type,release_date,${artists}),show(name))`;
const rowsOf = (...keys) => `total,next,items(added_at,added_by(id),${keys.map((key) => `${key}${shown$1}`).join(",")})`;
const rowFields = rowsOf("item", "track");
const playlistFields = `id,name,description,public,collaborative,owner(id),snapshot_id,followers(total),items(${rowsOf("item", "track")}),tracks(${rowsOf("track")})`;
// src/adapters/spotify/whose.ts
const readUser = (client) => client.send({
	method: "GET",
	path: "/me",
	bucket: "library"
}, decode$1.me);
var Whose = class {
	#known;
	#client;
	#asked;
	#isOurs = false;
	constructor(known, client) {
		this.#known = known;
		this.#client = client;
	}
	async ask() {
		this.#asked ??= readUser(this.#client).catch((error) => {
			this.#asked = void 0;
			throw error;
		});
		return this.#judge(await this.#asked);
	}
	get client() {
		return { send: async (call, read) => {
			await this.check();
			return this.#client.send(call, read);
		} };
	}
	async check() {
		if (this.#isOurs || this.#known.recorded === void 0) return;
		const said = userIn(this.#known.secret());
		if (said === void 0) await this.ask();
		else this.#judge(said);
	}
	#judge(user) {
		const { account, recorded } = this.#known;
		if (recorded !== void 0 && !isSameUser(recorded, user)) throw new Failure([problem("sign-in/other-user", {
			account,
			recorded: recorded.id,
			found: user.id
		})]);
		this.#isOurs = true;
		return user;
	}
};
// src/adapters/spotify/read.ts
const pageSize = {
	listing: 50,
	rows: 50,
	liked: 50,
	top: 50,
	followed: 50,
	album: 50,
	search: 10,
	discography: 10
};
const ranges$2 = {
	short: "short_term",
	medium: "medium_term",
	long: "long_term"
};
const mostFound = 1e3;
function readSpotify(client) {
	const get = (call, read) => client.send({
		method: "GET",
		...call
	}, read);
	return {
		me: async () => (await readUser(client)).id,
		listing: (offset) => {
			const query = {
				limit: pageSize.listing,
				offset
			};
			return get({
				path: "/me/playlists",
				query,
				bucket: "playlist_reads"
			}, (text, request) => listingOf(decode$1.listing(text, request), offset, request));
		},
		playlist: (id) => {
			const query = {
				fields: playlistFields,
				additional_types: "track,episode"
			};
			return get({
				path: `/playlists/${id}`,
				query,
				bucket: "playlist_reads"
			}, (text, request) => headOf(decode$1.playlist(text, request), request));
		},
		rows: (id, offset) => {
			const query = {
				fields: rowFields,
				additional_types: "track,episode",
				limit: pageSize.rows,
				offset
			};
			return get({
				path: `/playlists/${id}/items`,
				query,
				bucket: "playlist_reads"
			}, (text, request) => rowPage(decode$1.rows(text, request), offset, request));
		},
		liked: (offset) => {
			const query = {
				limit: pageSize.liked,
				offset
			};
			return get({
				path: "/me/tracks",
				query,
				bucket: "library"
			}, (text, request) => savedPage(decode$1.rows(text, request), offset, request));
		},
		top: (range) => {
			const query = {
				time_range: ranges$2[range],
				limit: pageSize.top
			};
			return get({
				path: "/me/top/tracks",
				query,
				bucket: "library"
			}, (text, request) => {
				const page = itemPage(decode$1.items(text, request), 0, request);
				return {
					...page,
					next: null,
					total: Math.min(page.total, pageSize.top)
				};
			});
		},
		search: (q, offset) => {
			const query = {
				q,
				type: "track",
				limit: pageSize.search,
				offset
			};
			return get({
				path: "/search",
				query,
				bucket: "search"
			}, (text, request) => {
				const page = itemPage(decode$1.search(text, request).tracks, offset, request);
				const next = page.next === null || page.next + pageSize.search > mostFound ? null : page.next;
				return {
					...page,
					next,
					total: Math.min(page.total, mostFound)
				};
			});
		},
		followed: (after) => {
			const query = {
				type: "artist",
				limit: pageSize.followed,
				after: after ?? void 0
			};
			return get({
				path: "/me/following",
				query,
				bucket: "library"
			}, (text, request) => followedOf(decode$1.followed(text, request), after, request));
		},
		discography: (artist, groups, offset) => {
			const limit = pageSize.discography;
			const query = {
				include_groups: groups.join(","),
				limit,
				offset
			};
			return get({
				path: `/artists/${artist}/albums`,
				query,
				bucket: "artist_albums"
			}, (text, request) => discographyOf$1(decode$1.albums(text, request), {
				offset,
				limit,
				request
			}));
		},
		album: (id) => get({
			path: `/albums/${id}`,
			bucket: "albums"
		}, (text, request) => {
			const json = decode$1.album(text, request);
			const seen = new Seen();
			const album = seen.album(json);
			if (album === void 0) throw badAnswer(request, "it is no album");
			return {
				...trackPage(json.tracks, seen, {
					album: id,
					offset: 0,
					request
				}),
				album
			};
		}),
		albumTracks: (id, offset) => {
			const query = {
				limit: pageSize.album,
				offset
			};
			return get({
				path: `/albums/${id}/tracks`,
				query,
				bucket: "albums"
			}, (text, request) => trackPage(decode$1.items(text, request), new Seen(), {
				album: id,
				offset,
				request
			}));
		},
		track: (uri) => get({
			path: `/tracks/${uri.slice(14)}`,
			bucket: "tracks"
		}, (text, request) => {
			const seen = new Seen();
			const item = seen.item(decode$1.item(text, request));
			if (item === void 0 || !isTrackUri(item.uri)) throw badAnswer(request, "it is no track");
			return {
				item,
				albums: seen.albums
			};
		})
	};
}
// src/adapters/spotify/write.ts
const created = decoder(_Object_({ id: String$1({ pattern: "^[0-9A-Za-z]{22}$" }) }));
const changed$1 = decoder(_Object_({ snapshot_id: String$1() }));
function writeSpotify(client) {
	const send = (call, read) => client.send({
		...call,
		bucket: "writes"
	}, read);
	return {
		create: async ({ name, description, public: isPublic }) => {
			return (await send({
				method: "POST",
				path: "/me/playlists",
				body: {
					name,
					description,
					public: isPublic,
					collaborative: false
				}
			}, created)).id;
		},
		change: (id, details) => send({
			method: "PUT",
			path: `/playlists/${id}`,
			body: details
		}, () => void 0),
		write: async (id, write) => snapshotOf((await send({
			path: `/playlists/${id}/items`,
			...requestOf(write)
		}, changed$1)).snapshot_id)
	};
}
function requestOf(write) {
	switch (write.kind) {
		case "add": return {
			method: "POST",
			body: {
				uris: write.uris,
				position: write.position
			}
		};
		case "move": return {
			method: "PUT",
			body: {
				range_start: write.start,
				range_length: write.length,
				insert_before: write.before
			}
		};
		case "remove": return {
			method: "DELETE",
			body: { items: write.uris.map((uri) => ({ uri })) }
		};
		case "replace": return {
			method: "PUT",
			body: { uris: write.uris }
		};
	}
}
// src/adapters/spotify/open.ts
function openSpotify({ authUrl, clientId, secret, recorded, patienceMs = 3e4, ...wire }) {
	const dispatcher = new import_agent.default({
		connectTimeout: 1e4,
		headersTimeout: patienceMs,
		bodyTimeout: patienceMs
	});
	const session = new Session({
		...wire,
		authUrl,
		clientId,
		secret,
		dispatcher
	});
	const client = new Client({
		...wire,
		session,
		dispatcher
	});
	const whose = new Whose({
		account: wire.account,
		recorded,
		secret
	}, client);
	return {
		read: {
			...readSpotify(whose.client),
			me: async () => (await whose.ask()).id
		},
		write: writeSpotify(whose.client),
		whose: () => whose.ask(),
		sent: () => client.sent,
		times: () => client.times,
		room: () => wire.gate.room,
		freeFor: (bucket, requests, planned) => wire.gate.freeFor(bucket, requests, planned),
		spent: (bucket) => wire.gate.spent(bucket),
		closed: () => wire.gate.closed,
		aheadMs: () => client.aheadMs,
		rotated: () => session.rotated,
		authorizedAt: () => session.authorizedAt,
		granted: async () => {
			wire.signal?.throwIfAborted();
			await whose.check();
			await session.token();
			return session.scopes;
		},
		scopes: () => session.scopes
	};
}
// src/cli/connect.ts
const connect = (secrets, { apiUrl, authUrl }, { clock, signal, keeper }) => {
	const known = /* @__PURE__ */ new Set();
	const paces = /* @__PURE__ */ new Map();
	return ({ apps, budget }, usedBy, origin) => new Map(apps.flatMap(({ name: app, clientId, perSecond, accounts }) => {
		const until = signal === void 0 ? {} : { signal };
		const pace = paces.get(`${perSecond} ${app}`) ?? pacer(perSecond, clock, signal);
		paces.set(`${perSecond} ${app}`, pace);
		const gate = new Gate({
			clock,
			budget,
			used: accounts.flatMap((account) => usedBy.get(account) ?? [])
		});
		return accounts.map((account) => {
			const secret = () => keeper?.secretOf(account) ?? orFail(decodeSecret(secrets[secretVariable(account)], account));
			const keep = async (rotated, untilMs) => void await keeper?.keep(account, rotated, untilMs);
			const random = seeded(`${app} ${account}`);
			return [account, openSpotify({
				apiUrl,
				authUrl,
				app,
				clientId,
				account,
				recorded: userOf(origin, account),
				secret,
				secrets: known,
				keep,
				clock,
				pace,
				gate,
				random,
				...until
			})];
		});
	}));
};
function seeded(seed) {
	let state = fnv1a(seed);
	return () => {
		state = state + 1831565813 | 0;
		const mixed = Math.imul(state ^ state >>> 15, state | 1);
		const again = mixed ^ mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
		return ((again ^ again >>> 14) >>> 0) / 2 ** 32;
	};
}
// src/simulator/http/incoming.ts
const json = (status, value, headers = {}) => ({
	status,
	headers: {
		"content-type": "application/json; charset=utf-8",
		...headers
	},
	body: JSON.stringify(value)
});
const empty = (status) => ({
	status,
	headers: {},
	body: ""
});
const text = (status, body) => ({
	status,
	headers: { "content-type": "text/plain; charset=utf-8" },
	body
});
// src/simulator/http/refusal.ts
var Refusal = class extends Error {
	name = "Refusal";
	answer;
	constructor(answer) {
		super(`${answer.status}`);
		this.answer = answer;
	}
};
const apiError = (status, message, headers = {}, more = {}) => json(status, { error: {
	status,
	message,
	...more
} }, headers);
const refuse = (status, message) => new Refusal(apiError(status, message));
const badRequest = (message) => refuse(400, message);
const forbidden = () => refuse(403, "Forbidden");
const notFound = () => refuse(404, "Resource not found");
const premiumLapsed = () => new Refusal(text(403, "Active premium subscription required for the owner of the app."));
const notAllowListed = () => refuse(403, "User not registered in the Developer Dashboard");
function unauthorized(cause) {
	const headers = { "www-authenticate": `Bearer realm="spotify"${cause === void 0 ? "" : `, error="invalid_token", error_description="${cause}"`}` };
	return new Refusal(apiError(401, "Missing/invalid/expired access token", headers));
}
// src/simulator/http/query.ts
function wholeNumber(query, key, fallback, least, most) {
	const text = query.get(key);
	if (text === null) return fallback;
	const value = /^-?\d{1,9}$/.test(text) ? Number(text) : NaN;
	if (!(value >= least && value <= most)) throw badRequest(`Invalid ${key}`);
	return value;
}
const limitIn = (query, fallback, most) => wholeNumber(query, "limit", fallback, 1, most);
const offsetIn = (query, most = 1e5) => wholeNumber(query, "offset", 0, 0, most);
// src/simulator/objects/link.ts
const linked = (type, id) => ({
	external_urls: { spotify: `https://open.spotify.com/${type}/${id}` },
	href: `https://api.spotify.com/v1/${type === "user" ? "users" : `${type}s`}/${id}`,
	id,
	type,
	uri: `spotify:${type}:${id}`
});
const displayName = ({ name }) => name === "" ? null : name;
// src/simulator/objects/paging.ts
function pageUrl({ apiUrl, path, query }, offset, limit) {
	const changed = new URLSearchParams(query);
	changed.set("offset", `${offset}`);
	changed.set("limit", `${limit}`);
	return `${apiUrl}${path}?${changed}`;
}
function paging(call, { items, offset, limit, total }) {
	return {
		href: pageUrl(call, offset, limit),
		limit,
		next: offset + limit < total ? pageUrl(call, offset + limit, limit) : null,
		offset,
		previous: offset > 0 ? pageUrl(call, Math.max(0, offset - limit), limit) : null,
		total,
		items
	};
}
// src/simulator/world/hash.ts
const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
function hash(text) {
	let value = fnv1a(text);
	value = Math.imul(value ^ value >>> 16, 2246822507);
	value = Math.imul(value ^ value >>> 13, 3266489909);
	return (value ^ value >>> 16) >>> 0;
}
function idFrom(text) {
	let value = BigInt(`0x${createHash("sha256").update(text).digest("hex").slice(0, 32)}`);
	let id = "";
	for (let at = 0; at < 22; at++) {
		id = digits.charAt(Number(value % 62n)) + id;
		value /= 62n;
	}
	return id;
}
// src/simulator/world/rows.ts
const lateByRows = /* @__PURE__ */ new WeakMap();
function shownRows({ nowMs }, { rows }) {
	const late = lateByRows.get(rows);
	return late !== void 0 && nowMs < late.untilMs ? late.shown : rows;
}
function writeRows(world, playlist, rows) {
	const shown = shownRows(world, playlist);
	lateByRows.set(rows, {
		shown,
		untilMs: world.nowMs + world.settings.itemLagSeconds * 1e3
	});
	lateByRows.delete(shown);
	playlist.rows = rows;
}
// src/simulator/world/snapshot.ts
function snapshotId(playlist, revision, note) {
	const head = Buffer.alloc(4);
	head.writeUInt32BE(revision);
	const tail = createHash("sha1").update(`${playlist.id} ${revision} ${note}`).digest();
	return Buffer.concat([head, tail]).toString("base64");
}
const currentSnapshot = (playlist) => snapshotId(playlist, playlist.revision, "");
function shownSnapshot(playlist, nowMs, lagSeconds) {
	const { late } = playlist;
	if (late === null) return currentSnapshot(playlist);
	const ageMs = nowMs - late.sinceMs;
	if (ageMs >= lagSeconds * 1e3) return currentSnapshot(playlist);
	return ageMs * 3 < lagSeconds * 1e3 ? snapshotId(playlist, late.revision, "") : snapshotId(playlist, playlist.revision, "in between");
}
function touch(playlist, nowMs, lagSeconds) {
	playlist.late = {
		revision: playlist.late === null || nowMs - playlist.late.sinceMs >= lagSeconds * 1e3 ? playlist.revision : playlist.late?.revision ?? playlist.revision,
		sinceMs: nowMs
	};
	playlist.revision += 1;
}
// src/simulator/objects/escape.ts
const escapes = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#x27;",
	"/": "&#x2F;"
};
const escapeHtml = (text) => text.replace(/[&<>"'/]/g, (mark) => escapes[mark] ?? mark);
// src/simulator/objects/playlist.ts
const contentsKey = ({ viewer }) => viewer.extended ? "tracks" : "items";
const showsEscaped = ({ namesEscaped }, { id }) => namesEscaped === "always" || namesEscaped === "some" && hash(`${id} name`) % 3 === 0;
function head({ world }, playlist) {
	const { id, name, description, collaborative, owner } = playlist;
	return {
		...linked("playlist", id),
		collaborative,
		description: description === null ? null : escapeHtml(description),
		images: shownRows(world, playlist).length === 0 ? null : [{
			height: null,
			url: `https://mosaic.scdn.co/640/${hash(`${id} ${playlist.revision}`)}`,
			width: null
		}],
		name: showsEscaped(world.settings, playlist) ? escapeHtml(name) : name,
		owner: {
			...linked("user", owner),
			display_name: displayName(world.users.get(owner) ?? { name: owner })
		},
		primary_color: null,
		public: playlist.public,
		snapshot_id: shownSnapshot(playlist, world.nowMs, world.settings.snapshotLagSeconds)
	};
}
function listedPlaylist(call, playlist) {
	const { nameless, id } = playlist;
	const { length: total } = shownRows(call.world, playlist);
	const { name, uri, ...rest } = head(call, playlist);
	return {
		...rest,
		...nameless ? {} : {
			name,
			uri
		},
		public: hash(id) % 5 === 0 ? !playlist.public : playlist.public,
		[contentsKey(call)]: {
			href: `${call.apiUrl}/playlists/${id}/${contentsKey(call)}`,
			total
		}
	};
}
const wholePlaylist = (call, playlist, items) => ({
	...head(call, playlist),
	followers: {
		href: null,
		total: playlist.followers
	},
	...items === void 0 ? {} : { [contentsKey(call)]: items }
});
// src/simulator/endpoints/me.ts
const readMe = {
	method: "GET",
	pattern: "/me",
	bucket: "profile",
	run: ({ user, viewer }) => json(200, {
		...linked("user", user.id),
		account_id: accountIdOf(user),
		display_name: displayName(user),
		images: [],
		...viewer.extended ? removedFields(user) : {}
	})
};
const accountIdOf = ({ id }) => idFrom(`account ${id}`);
const removedFields = ({ id, market, premium }) => ({
	country: market,
	email: `${id}@example.com`,
	explicit_content: {
		filter_enabled: false,
		filter_locked: false
	},
	followers: {
		href: null,
		total: 0
	},
	product: premium ? "premium" : "free"
});
const readMyPlaylists = {
	method: "GET",
	pattern: "/me/playlists",
	bucket: "playlist_reads",
	scopes: ["playlist-read-private"],
	run(call) {
		const limit = limitIn(call.query, 20, 50);
		const offset = offsetIn(call.query);
		const { playlists } = call.user;
		const items = playlists.slice(offset, offset + limit).map((id) => entry(call, id));
		return json(200, paging(call, {
			items,
			offset,
			limit,
			total: playlists.length
		}));
	}
};
function entry(call, id) {
	const playlist = id === null ? void 0 : call.world.playlists.get(id);
	if (playlist === void 0 || playlist.owner === "spotify") return null;
	if (playlist.collaborative && !call.session.scopes.has("playlist-read-collaborative")) return null;
	return listedPlaylist(call, playlist);
}
// src/simulator/world/schema/catalogue.ts
const closed$4 = { additionalProperties: false };
const names = _Array_(String$1(), { default: [] });
const ArtistEntry = _Object_({
	id: String$1(),
	name: String$1(),
	genres: names
}, closed$4);
const AlbumEntry = _Object_({
	id: String$1(),
	name: String$1(),
	kind: Union([
		Literal("album"),
		Literal("single"),
		Literal("compilation")
	], { default: "album" }),
	releaseDate: String$1({ default: "2020-01-01" }),
	precision: Union([
		Literal("day"),
		Literal("month"),
		Literal("year")
	], { default: "day" }),
	artists: names,
	tracks: names,
	upc: Union([String$1(), Null()], { default: null }),
	popularity: Integer({ default: 50 }),
	unreleased: Boolean$1({ default: false })
}, closed$4);
const TrackEntry = _Object_({
	id: String$1(),
	name: String$1(),
	artists: names,
	album: Union([String$1(), Null()], { default: null }),
	isrc: Union([String$1(), Null()], { default: null }),
	durationMs: Integer({ default: 18e4 }),
	explicit: Boolean$1({ default: false }),
	disc: Integer({ default: 1 }),
	number: Integer({ default: 1 }),
	playableIn: Union([_Array_(String$1()), Null()], { default: null }),
	relinks: Record(String$1(), String$1(), { default: {} }),
	dead: Boolean$1({ default: false })
}, closed$4);
const ShowEntry = _Object_({
	id: String$1(),
	name: String$1(),
	episodes: names
}, closed$4);
const EpisodeEntry = _Object_({
	id: String$1(),
	name: String$1(),
	show: String$1(),
	durationMs: Integer({ default: 18e5 }),
	releaseDate: String$1({ default: "2020-01-01" }),
	explicit: Boolean$1({ default: false }),
	dead: Boolean$1({ default: false })
}, closed$4);
// src/simulator/world/schema/happenings.ts
const closed$3 = { additionalProperties: false };
const at = String$1();
const playlist = String$1();
const uris = _Array_(String$1(), { default: [] });
const happenings = [
	_Object_({
		kind: Literal("release"),
		at,
		album: String$1()
	}, closed$3),
	_Object_({
		kind: Literal("hand-edit"),
		at,
		user: String$1(),
		playlist,
		remove: uris,
		move: Optional(Tuple([Integer(), Integer()])),
		add: uris,
		position: Optional(Integer()),
		name: Optional(String$1()),
		description: Optional(String$1())
	}, closed$3),
	_Object_({
		kind: Literal("whim"),
		at,
		user: String$1(),
		everyHours: Optional(Number$1())
	}, closed$3),
	_Object_({
		kind: Literal("followers"),
		at,
		playlist,
		by: Optional(Integer()),
		most: Optional(Integer()),
		everyHours: Optional(Number$1())
	}, closed$3),
	_Object_({
		kind: Literal("unavailable"),
		at,
		track: String$1(),
		how: Union([Literal("dead"), Literal("market")], { default: "dead" })
	}, closed$3),
	_Object_({
		kind: Literal("relink"),
		at,
		track: String$1(),
		market: String$1(),
		to: String$1()
	}, closed$3),
	_Object_({
		kind: Literal("premium"),
		at,
		user: String$1(),
		premium: Boolean$1()
	}, closed$3),
	_Object_({
		kind: Literal("allow-list"),
		at,
		app: String$1(),
		user: String$1(),
		listed: Boolean$1()
	}, closed$3),
	_Object_({
		kind: Literal("revoke"),
		at,
		user: String$1()
	}, closed$3)
];
// src/simulator/world/schema/people.ts
const closed$2 = { additionalProperties: false };
const ids = _Array_(String$1(), { default: [] });
const ranges$1 = _Object_({
	short_term: ids,
	medium_term: ids,
	long_term: ids
}, {
	...closed$2,
	default: {}
});
const saved$1 = _Array_(_Object_({
	id: String$1(),
	addedAt: String$1()
}, closed$2), { default: [] });
const RefreshToken = _Object_({
	token: String$1(),
	app: String$1(),
	scopes: String$1(),
	authorizedAt: String$1(),
	needsSecret: Boolean$1({ default: false }),
	revoked: Boolean$1({ default: false })
}, closed$2);
const UserEntry = _Object_({
	id: String$1(),
	name: String$1({ default: "" }),
	premium: Boolean$1({ default: true }),
	allowListed: Boolean$1({ default: true }),
	market: String$1({ default: "DE" }),
	refreshTokens: _Array_(RefreshToken, { default: [] }),
	playlists: _Array_(Union([String$1(), Null()]), { default: [] }),
	savedTracks: saved$1,
	savedAlbums: saved$1,
	savedEpisodes: saved$1,
	savedShows: saved$1,
	followedArtists: ids,
	topTracks: ranges$1,
	topArtists: ranges$1,
	recentlyPlayed: _Array_(_Object_({
		id: String$1(),
		playedAt: String$1()
	}, closed$2), { default: [] })
}, closed$2);
const AppEntry = _Object_({
	id: String$1(),
	secret: Union([String$1(), Null()], { default: null }),
	owner: String$1({ default: "developer" }),
	dialect: Union([Literal("development"), Literal("extended")], { default: "development" }),
	redirectUris: ids,
	users: Union([_Array_(String$1()), Null()], { default: null }),
	listedOnly: _Array_(String$1(), { default: ["/**"] }),
	rotates: Boolean$1({ default: false }),
	pace: Union([_Object_({
		requests: Integer(),
		seconds: Number$1()
	}, closed$2), Null()], { default: {
		requests: 60,
		seconds: 30
	} }),
	quotas: Record(String$1(), Integer(), { default: {} })
}, closed$2);
// src/simulator/world/schema/playlists.ts
const closed$1 = { additionalProperties: false };
const textOrNull = (fallback) => Union([String$1(), Null()], { default: fallback });
const RowEntry = _Object_({
	uri: Union([String$1(), Null()]),
	addedAt: String$1({ default: "2020-01-01T00:00:00Z" }),
	addedBy: textOrNull(null)
}, closed$1);
const PlaylistEntry = _Object_({
	id: String$1(),
	name: String$1({ default: "" }),
	description: textOrNull(null),
	public: Boolean$1({ default: true }),
	publicIsStuck: Boolean$1({ default: false }),
	collaborative: Boolean$1({ default: false }),
	owner: String$1(),
	collaborators: _Array_(String$1(), { default: [] }),
	followers: Integer({ default: 0 }),
	rows: _Array_(RowEntry, { default: [] }),
	revision: Integer({ default: 1 }),
	late: Union([_Object_({
		revision: Integer(),
		sinceMs: Number$1()
	}, closed$1), Null()], { default: null }),
	nameless: Boolean$1({ default: false })
}, closed$1);
// src/simulator/world/schema/settings.ts
const closed = { additionalProperties: false };
const oneOf = (words, fallback) => Unsafe({
	enum: [...words],
	default: fallback
});
const SettingsEntry = _Object_({
	snapshotLagSeconds: Number$1({ default: 30 }),
	itemLagSeconds: Number$1({ default: .6 }),
	latencyMs: Integer({ default: 0 }),
	publicSticks: oneOf([
		"never",
		"some",
		"always"
	], "some"),
	namesEscaped: oneOf([
		"never",
		"some",
		"always"
	], "some"),
	quotaRetryAfter: Boolean$1({ default: true }),
	refusedCount: Boolean$1({ default: true }),
	tokenPace: Union([_Object_({
		requests: Integer(),
		seconds: Number$1()
	}, closed), Null()], { default: {
		requests: 60,
		seconds: 30
	} }),
	loopbackHyphens: Boolean$1({ default: false }),
	signsIn: Union([String$1(), Null()], { default: null })
}, {
	...closed,
	default: {}
});
const broken = [
	"500",
	"502",
	"503",
	"429",
	"reset",
	"truncated",
	"garbage",
	"short",
	"html",
	"timeout",
	"false-401"
];
const refused = [
	"quota-exceeded",
	"premium-lapsed",
	"not-allow-listed"
];
const FaultEntry = _Object_({
	method: String$1({ default: "*" }),
	path: String$1({ default: "/**" }),
	nth: Optional(_Array_(Integer())),
	probability: Optional(Number$1()),
	kind: oneOf([...broken, ...refused], "500"),
	when: oneOf(["before", "after"], "before"),
	retryAfterSeconds: Union([Integer(), Null()], { default: 5 }),
	retryAfterIsDate: Optional(Boolean$1()),
	body: Optional(Unsafe({ enum: ["text", "empty"] })),
	keeps: Optional(Integer())
}, closed);
const list$1 = (entry) => _Array_(entry, { default: [] });
const WorldFile = _Object_({
	version: Literal(1, { default: 1 }),
	seed: String$1({ default: "" }),
	clock: String$1({ default: "2026-11-22T03:00:00Z" }),
	settings: SettingsEntry,
	users: list$1(UserEntry),
	apps: list$1(AppEntry),
	artists: list$1(ArtistEntry),
	albums: list$1(AlbumEntry),
	tracks: list$1(TrackEntry),
	shows: list$1(ShowEntry),
	episodes: list$1(EpisodeEntry),
	playlists: list$1(PlaylistEntry),
	spent: Record(String$1(), _Array_(Number$1()), { default: {} }),
	happenings: list$1(Unknown()),
	faults: list$1(FaultEntry)
}, { additionalProperties: false });
const ajv = new import_ajv.Ajv({
	...ourSchemas,
	useDefaults: true,
	allErrors: true
});
function decode(schema, json, what) {
	const copy = structuredClone(json);
	if (!ajv.validate(schema, copy)) throw new TypeError(`Cannot read ${what}: ${ajv.errorsText(ajv.errors, { dataVar: what })}`);
	return copy;
}
const decodeUser = (json) => decode(UserEntry, json, "user");
const decodeApp = (json) => decode(AppEntry, json, "app");
const decodePlaylist = (json) => decode(PlaylistEntry, json, "playlist");
const decodeFault = (json) => decode(FaultEntry, json, "fault");
function decodeHappening(json) {
	const kind = typeof json === "object" && json !== null && "kind" in json ? json.kind : void 0;
	const schema = happenings.find(({ properties }) => properties.kind.const === kind);
	if (schema === void 0) throw new TypeError(`Cannot read happening: unknown kind ${JSON.stringify(kind)}`);
	const happening = decode(schema, json, "happening");
	if (Number.isNaN(Date.parse(happening.at))) throw new TypeError(`Cannot read happening: no date "${happening.at}"`);
	return happening;
}
function byId(entries) {
	const found = new Map(entries.map((entry) => [entry.id, entry]));
	const twice = found.size < entries.length && entries.find((entry) => found.get(entry.id) !== entry);
	if (twice) throw new TypeError(`Cannot read world: "${twice.id}" stands there twice`);
	return found;
}
function decodeWorld(json) {
	const file = decode(WorldFile, json, "world");
	const nowMs = Date.parse(file.clock);
	if (Number.isNaN(nowMs)) throw new TypeError(`Cannot read world: no date "${file.clock}"`);
	const world = {
		seed: file.seed,
		nowMs,
		settings: file.settings,
		users: byId(file.users),
		apps: byId(file.apps),
		artists: byId(file.artists),
		albums: byId(file.albums),
		tracks: byId(file.tracks),
		shows: byId(file.shows),
		episodes: byId(file.episodes),
		playlists: byId(file.playlists),
		spent: file.spent,
		happenings: file.happenings.map(decodeHappening),
		faults: file.faults
	};
	for (const { id, dialect, users } of world.apps.values()) if (dialect === "development" && (users?.length ?? 0) > 5) throw new TypeError(`Cannot read world: app "${id}" lists more than 5 users`);
	listOwned(world);
	return world;
}
function listOwned(world) {
	for (const user of world.users.values()) {
		const listed = new Set(user.playlists);
		for (const { id, owner } of world.playlists.values()) if (owner === user.id && !listed.has(id)) user.playlists.push(id);
	}
}
function encodeWorld(world) {
	const { nowMs, ...rest } = world;
	const lists = Object.entries(rest).map(([name, part]) => [name, part instanceof Map ? [...part.values()] : part]);
	return {
		version: 1,
		clock: new Date(nowMs).toISOString(),
		...Object.fromEntries(lists)
	};
}
// src/simulator/world/edit.ts
const instant = (ms) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
const changed = (world, playlist) => touch(playlist, world.nowMs, world.settings.snapshotLagSeconds);
function addPlaylist(world, playlist) {
	world.playlists.set(playlist.id, playlist);
	world.users.get(playlist.owner)?.playlists.unshift(playlist.id);
	return playlist;
}
function createPlaylist(world, owner, wish) {
	const id = idFrom(`${world.seed} created playlist ${world.playlists.size} by ${owner}`);
	const dice = hash(id);
	const { publicSticks } = world.settings;
	const stuck = publicSticks === "always" || publicSticks === "some" && dice % 3 === 0;
	return addPlaylist(world, decodePlaylist({
		id,
		owner,
		name: wish.name,
		description: wish.description ?? (dice % 2 === 0 ? "null" : null),
		public: stuck || wish.public,
		publicIsStuck: stuck,
		collaborative: wish.collaborative
	}));
}
// src/simulator/clock/whim.ts
function whim(world, { user: id, at }) {
	const user = world.users.get(id);
	if (user === void 0) return;
	const dice = (what, sides) => sides < 1 ? 0 : hash(`${world.seed} ${at} ${what}`) % sides;
	const own = user.playlists.map((listed) => listed === null ? void 0 : world.playlists.get(listed)).filter((list) => list?.owner === id && list.rows.length > 3);
	const playlist = own[dice("which", own.length)];
	if (playlist === void 0) return;
	const { rows } = playlist;
	const kind = dice("how", 3);
	if (kind === 0) rows.splice(dice("out", rows.length), 1);
	if (kind === 1) rows.splice(dice("to", rows.length), 0, ...rows.splice(dice("from", rows.length), 1));
	if (kind === 2) rows.splice(dice("to", rows.length), 0, favourite(world, id, dice));
	changed(world, playlist);
}
function favourite(world, user, dice) {
	const saved = world.users.get(user)?.savedTracks ?? [];
	const track = saved[dice("track", saved.length)]?.id ?? world.tracks.keys().next().value ?? null;
	return {
		uri: track === null ? null : `spotify:track:${track}`,
		addedAt: instant(world.nowMs),
		addedBy: user
	};
}
// src/simulator/clock/befall.ts
function befall(world, happening) {
	switch (happening.kind) {
		case "release": {
			const album = world.albums.get(happening.album);
			if (album !== void 0) album.unreleased = false;
			break;
		}
		case "hand-edit":
			editByHand(world, happening);
			break;
		case "whim":
			whim(world, happening);
			break;
		case "followers":
			follow$1(world, happening);
			break;
		case "unavailable": {
			const track = world.tracks.get(happening.track);
			if (track !== void 0 && happening.how === "dead") track.dead = true;
			if (track !== void 0 && happening.how === "market") track.playableIn = [];
			break;
		}
		case "relink": {
			const track = world.tracks.get(happening.track);
			if (track !== void 0) track.relinks[happening.market] = happening.to;
			break;
		}
		case "premium": {
			const user = world.users.get(happening.user);
			if (user !== void 0) user.premium = happening.premium;
			break;
		}
		case "allow-list":
			list(world, happening);
			break;
		case "revoke": for (const grant of world.users.get(happening.user)?.refreshTokens ?? []) grant.revoked = true;
	}
	repeat(world, happening);
}
function repeat(world, happening) {
	if (!("everyHours" in happening) || happening.everyHours === void 0 || happening.everyHours <= 0) return;
	const at = instant(Date.parse(happening.at) + happening.everyHours * 36e5);
	world.happenings = [...world.happenings, {
		...happening,
		at
	}];
}
function playlistOf(world, user, named) {
	const byId = world.playlists.get(named);
	if (byId !== void 0 || user === void 0) return byId;
	return world.users.get(user)?.playlists.map((id) => id === null ? void 0 : world.playlists.get(id)).find((playlist) => playlist?.owner === user && playlist.name === named);
}
function editByHand(world, edit) {
	const playlist = playlistOf(world, edit.user, edit.playlist);
	if (playlist === void 0) return;
	const removed = new Set(edit.remove);
	const rows = playlist.rows.filter(({ uri }) => uri === null || !removed.has(uri));
	if (edit.move !== void 0) {
		const [from, to] = edit.move;
		rows.splice(to, 0, ...rows.splice(from, 1));
	}
	const added = edit.add.map((uri) => ({
		uri,
		addedAt: instant(world.nowMs),
		addedBy: edit.user
	}));
	rows.splice(edit.position ?? rows.length, 0, ...added);
	playlist.rows = rows;
	if (edit.name !== void 0) playlist.name = edit.name;
	if (edit.description !== void 0) playlist.description = edit.description;
	changed(world, playlist);
}
function list({ apps, users }, { app: id, user, listed }) {
	const app = apps.get(id);
	if (app === void 0 || listed && app.users === null) return;
	const others = (app.users ?? [...users.keys()]).filter((one) => one !== user);
	if (!listed) app.users = app.dialect === "extended" ? others : others.slice(0, 5);
	else if (app.dialect === "extended" || others.length < 5) app.users = [...others, user];
}
function follow$1(world, { at, playlist: named, by, most }) {
	const playlist = playlistOf(world, void 0, named);
	if (playlist === void 0) return;
	const span = 2 * (most ?? 0) + 2;
	const drift = by ?? hash(`${world.seed} ${named} ${at}`) % span - (most ?? 0);
	playlist.followers = Math.max(0, playlist.followers + drift);
}
// src/simulator/clock/time.ts
function startTime(world) {
	let nextDueMs = Number.NEGATIVE_INFINITY;
	let looked;
	let lookedAt = 0;
	const soonest = () => world.happenings.reduce((min, { at }) => Math.min(min, Date.parse(at)), Infinity);
	const look = () => {
		if (looked !== world.happenings || lookedAt !== world.happenings.length) {
			nextDueMs = soonest();
			looked = world.happenings;
			lookedAt = world.happenings.length;
		}
		return nextDueMs;
	};
	return {
		now: () => world.nowMs,
		sleepUntil(untilMs) {
			for (let dueMs = look(); dueMs <= untilMs; dueMs = look()) {
				world.nowMs = Math.max(world.nowMs, dueMs);
				const due = world.happenings.filter(({ at }) => Date.parse(at) === dueMs);
				world.happenings = world.happenings.filter(({ at }) => Date.parse(at) !== dueMs);
				for (const happening of due) befall(world, happening);
			}
			world.nowMs = Math.max(world.nowMs, untilMs);
			return world.nowMs;
		}
	};
}
// src/simulator/http/path.ts
function isBelow(pattern, path) {
	const wanted = pattern.split("/");
	const open = wanted.at(-1) === "**";
	const segments = path.split("/");
	if (open ? segments.length < wanted.length - 1 : segments.length !== wanted.length) return false;
	return (open ? wanted.slice(0, -1) : wanted).every((word, at) => word === "*" || word === segments[at]);
}
// src/simulator/faults/strikes.ts
function startStrikes(world) {
	const matchedByFault = /* @__PURE__ */ new WeakMap();
	return { next(method, path) {
		let hit;
		for (const [index, fault] of world.faults.entries()) {
			if (!matches(fault, method, path)) continue;
			const count = (matchedByFault.get(fault) ?? 0) + 1;
			matchedByFault.set(fault, count);
			if (hit === void 0 && strikes(fault, count, `${world.seed} fault ${index} ${count}`)) hit = fault;
		}
		return hit;
	} };
}
function strikes({ nth, probability }, count, dice) {
	if (nth !== void 0) return nth.includes(count);
	return probability === void 0 || hash(dice) / 2 ** 32 < probability;
}
const matches = ({ method, path }, asked, there) => (method === "*" || method === asked) && isBelow(path, there);
// src/simulator/clock/endpoint.ts
function answerClock(time, { method, path, body }) {
	if (method === "GET" && path === "/clock") return json(200, { nowMs: time.now() });
	if (method !== "POST" || path !== "/clock/sleep") return json(404, { error: "No such clock" });
	const untilMs = untilIn(body.toString());
	if (untilMs === void 0) return json(400, { error: "Send {\"untilMs\": N}, milliseconds since 1970" });
	return json(200, { nowMs: time.sleepUntil(untilMs) });
}
function untilIn(text) {
	try {
		const { untilMs } = JSON.parse(text);
		return typeof untilMs === "number" && Number.isFinite(untilMs) ? untilMs : void 0;
	} catch {
		return;
	}
}
// src/simulator/control/endpoint.ts
function answerControl(world, log, { method, path, body }) {
	try {
		return controls[`${method} ${path}`]?.(world, log, body) ?? json(404, { error: "No such control" });
	} catch (problem) {
		if (problem instanceof TypeError || problem instanceof SyntaxError) return json(400, { error: problem.message });
		throw problem;
	}
}
const listIn$1 = (body) => [JSON.parse(body.toString())].flat();
const controls = {
	"GET /simulator/world": (world) => json(200, encodeWorld(world)),
	"PUT /simulator/world": (world, _, body) => {
		Object.assign(world, decodeWorld(JSON.parse(body.toString())));
		return empty(204);
	},
	"GET /simulator/log": (_, log) => json(200, log.entries),
	"DELETE /simulator/log": (_, log) => {
		log.clear();
		return empty(204);
	},
	"POST /simulator/faults": (world, _, body) => {
		world.faults.push(...listIn$1(body).map(decodeFault));
		return empty(204);
	},
	"DELETE /simulator/faults": (world) => {
		world.faults = [];
		return empty(204);
	},
	"POST /simulator/happenings": (world, _, body) => {
		world.happenings = [...world.happenings, ...listIn$1(body).map(decodeHappening)];
		return empty(204);
	}
};
// src/simulator/faults/short.ts
function shortened(answer, keeps) {
	if (answer.status !== 200 || answer.body === "") return answer;
	return {
		...answer,
		body: JSON.stringify(cut(JSON.parse(answer.body), keeps))
	};
}
function cut(value, keeps) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
	const { items, next } = value;
	if (Array.isArray(items)) return {
		...value,
		items: items.slice(0, keeps),
		...next === void 0 ? {} : { next: null }
	};
	return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cut(part, keeps)]));
}
// src/simulator/faults/harm.ts
const page$1 = "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body>upstream error</body></html>";
function harmed(fault, answer, nowMs) {
	const outgoing = harmedBy(fault, answer, nowMs);
	return fault.body === void 0 || outgoing.status < 400 ? outgoing : told(outgoing, fault.body);
}
function harmedBy(fault, answer, nowMs) {
	const { kind, keeps = 0 } = fault;
	switch (kind) {
		case "500": return apiError(500, "Internal server error");
		case "502": return apiError(502, "Error while loading resource");
		case "503": return apiError(503, "Service unavailable");
		case "429": return apiError(429, "API rate limit exceeded", retryAfter(fault, nowMs));
		case "quota-exceeded": return apiError(429, "Too many requests", retryAfter(fault, nowMs), { reason: "QUOTA_EXCEEDED" });
		case "premium-lapsed": return premiumLapsed().answer;
		case "not-allow-listed": return notAllowListed().answer;
		case "false-401": return unauthorized("The access token expired").answer;
		case "reset":
		case "timeout": return {
			status: 0,
			headers: {},
			body: "",
			harm: kind
		};
		case "truncated": return {
			...answer ?? json(200, { items: [] }),
			harm: kind
		};
		case "garbage": return json(200, {
			items: { total: "many" },
			tracks: 0,
			snapshot_id: null
		});
		case "short": return shortened(answer ?? json(200, {}), keeps);
		case "html": return {
			status: 502,
			headers: { "content-type": "text/html" },
			body: page$1
		};
	}
}
function retryAfter({ retryAfterSeconds, retryAfterIsDate }, nowMs) {
	if (retryAfterSeconds === null) return {};
	const until = new Date(nowMs + retryAfterSeconds * 1e3).toUTCString();
	return { "retry-after": retryAfterIsDate === true ? until : `${retryAfterSeconds}` };
}
function told({ status, headers, body }, as) {
	const { "content-type": type, ...others } = headers;
	if (as === "empty") return {
		...empty(status),
		headers: others
	};
	const plain = text(status, type?.includes("json") ? messageIn(body) : body);
	return {
		...plain,
		headers: {
			...others,
			...plain.headers
		}
	};
}
const messageIn = (body) => JSON.parse(body).error.message;
// src/simulator/token/oauth-error.ts
const oauthError = (error, description) => new Refusal(json(400, {
	error,
	error_description: description
}));
// src/simulator/token/exchange.ts
const consents = /* @__PURE__ */ new WeakMap();
function keepConsent(world, consent) {
	const kept = consents.get(world) ?? /* @__PURE__ */ new Map();
	consents.set(world, kept);
	const code = `AQ${idFrom(`${world.seed} code ${kept.size} ${consent.user} ${world.nowMs}`)}`;
	kept.set(code, consent);
	return code;
}
function exchange(world, { app, trusted }, form) {
	const code = form.get("code") ?? "";
	const kept = consents.get(world);
	const consent = kept?.get(code) ?? null;
	if (consent !== null) kept?.set(code, null);
	if (consent === null || consent.app !== app.id || world.nowMs >= consent.expiresMs) throw oauthError("invalid_grant", "Invalid authorization code");
	if (form.get("redirect_uri") !== consent.redirectUri) throw oauthError("invalid_grant", "Invalid redirect URI");
	if (consent.challenge !== null) {
		const verifier = form.get("code_verifier") ?? "";
		const fits = createHash("sha256").update(verifier).digest("base64url") === consent.challenge;
		if (!/^[\w.~-]{43,128}$/.test(verifier) || !fits) throw oauthError("invalid_grant", "code_verifier was incorrect");
	} else if (!trusted) throw oauthError("invalid_client", "Invalid client secret");
	const user = world.users.get(consent.user);
	if (user === void 0) throw oauthError("invalid_grant", "Invalid authorization code");
	const authorization = {
		token: `AQ${idFrom(`${code} refresh`)}${idFrom(`${code} token`)}`,
		app: app.id,
		scopes: consent.scopes,
		authorizedAt: new Date(world.nowMs).toISOString(),
		needsSecret: consent.challenge === null,
		revoked: false
	};
	user.refreshTokens.push(authorization);
	return {
		user,
		authorization,
		rotated: authorization.token
	};
}
// src/simulator/token/known-scopes.ts
const knownScopes = /* @__PURE__ */ new Set([
	"app-remote-control",
	"playlist-modify-private",
	"playlist-modify-public",
	"playlist-read-collaborative",
	"playlist-read-private",
	"streaming",
	"ugc-image-upload",
	"user-follow-modify",
	"user-follow-read",
	"user-library-modify",
	"user-library-read",
	"user-modify-playback-state",
	"user-read-currently-playing",
	"user-read-email",
	"user-read-playback-position",
	"user-read-playback-state",
	"user-read-private",
	"user-read-recently-played",
	"user-top-read"
]);
// src/simulator/token/authorize.ts
const codeLifeMs = 6e5;
function answerAuthorize(world, { query }) {
	const app = world.apps.get(query.get("client_id") ?? "");
	if (app === void 0) return text(400, "INVALID_CLIENT: Invalid client");
	const redirectUri = query.get("redirect_uri") ?? "";
	if (!app.redirectUris.some((known) => isSame(known, redirectUri)) || !isTaken(new URL(redirectUri), world.settings.loopbackHyphens)) return text(400, "INVALID_CLIENT: Invalid redirect URI");
	const challenge = query.get("code_challenge");
	const user = world.settings.signsIn;
	const back = (answer) => goTo(redirectUri, answer, query.get("state"));
	if (query.get("response_type") !== "code") return back({ error: "unsupported_response_type" });
	if (challenge !== null && query.get("code_challenge_method") !== "S256") return back({ error: "invalid_request" });
	const scopes = query.get("scope") ?? "";
	if (!scopes.split(" ").every((scope) => scope === "" || knownScopes.has(scope))) return back({ error: "invalid_scope" });
	if (user === null || !world.users.has(user)) return back({ error: "access_denied" });
	const expiresMs = world.nowMs + codeLifeMs;
	return back({ code: keepConsent(world, {
		user,
		app: app.id,
		redirectUri,
		scopes,
		challenge,
		expiresMs
	}) });
}
function goTo(redirectUri, answer, state) {
	const location = new URL(redirectUri);
	for (const [name, value] of Object.entries(answer)) location.searchParams.set(name, value);
	if (state !== null) location.searchParams.set("state", state);
	return {
		status: 302,
		headers: { location: location.href },
		body: ""
	};
}
function isSame(known, asked) {
	if (!URL.canParse(asked)) return false;
	const { protocol, port } = new URL(asked);
	return known === asked || protocol === "http:" && port !== "" && known === asked.replace(`:${port}`, "");
}
const isTaken = ({ protocol, hostname, pathname }, loopbackHyphens) => hostname !== "localhost" && (protocol !== "http:" || (hostname === "127.0.0.1" || hostname === "[::1]") && (loopbackHyphens || !pathname.includes("-")));
// src/simulator/token/client.ts
function clientOf(world, form, authorization) {
	const basic = /^Basic (.+)$/.exec(authorization ?? "")?.[1];
	const [id, secret] = basic === void 0 ? [form.get("client_id") ?? "", form.get("client_secret")] : splitOnce(Buffer.from(basic, "base64").toString());
	const app = world.apps.get(id);
	if (app === void 0) throw oauthError("invalid_client", "Invalid client");
	if (secret === null) return {
		app,
		trusted: false
	};
	if (app.secret === null || secret !== app.secret) throw oauthError("invalid_client", "Invalid client secret");
	return {
		app,
		trusted: true
	};
}
function splitOnce(text) {
	const at = text.indexOf(":");
	return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
// src/simulator/token/refresh.ts
function refresh(world, { app, trusted }, form) {
	const token = form.get("refresh_token");
	if (token === null || token === "") throw oauthError("invalid_request", "refresh_token must be supplied");
	const [user, authorization] = find$1(world, token);
	if (user === void 0 || authorization === void 0 || authorization.app !== app.id) throw oauthError("invalid_grant", "Invalid refresh token");
	if (authorization.needsSecret && !trusted) throw oauthError("invalid_client", "Invalid client secret");
	if (authorization.revoked) throw oauthError("invalid_grant", "Refresh token revoked");
	if (world.nowMs >= Date.parse(endOfSignIn(authorization.authorizedAt))) throw oauthError("invalid_grant", "Refresh token expired");
	if (!app.rotates) return {
		user,
		authorization,
		rotated: null
	};
	authorization.revoked = true;
	const rotated = idFrom(`${world.seed} rotated ${token}`) + idFrom(`${token} ${world.nowMs}`);
	user.refreshTokens.push({
		...authorization,
		token: rotated,
		revoked: false
	});
	return {
		user,
		authorization,
		rotated
	};
}
function find$1(world, token) {
	for (const user of world.users.values()) {
		const authorization = user.refreshTokens.find((one) => one.token === token);
		if (authorization !== void 0) return [user, authorization];
	}
	return [];
}
// src/simulator/token/endpoint.ts
const lifetimeSeconds = 3600;
function answerToken(world, gate, incoming, logged) {
	const isForm = (incoming.headers["content-type"] ?? "").split(";")[0]?.trim() === "application/x-www-form-urlencoded";
	const form = new URLSearchParams(isForm ? incoming.body.toString() : "");
	const grantType = form.get("grant_type");
	if (grantType === null) throw oauthError("unsupported_grant_type", "grant_type parameter is missing");
	if (grantType !== "refresh_token" && grantType !== "authorization_code") throw oauthError("unsupported_grant_type", "grant_type must be authorization_code or refresh_token");
	const client = clientOf(world, form, incoming.headers.authorization);
	logged.app = client.app.id;
	logged.body = { grant_type: grantType };
	gate.tokenPace.admit(world, client.app.id, world.settings.tokenPace);
	const { user, authorization, rotated } = grantType === "refresh_token" ? refresh(world, client, form) : exchange(world, client, form);
	logged.user = user.id;
	if (rotated !== null) logged.effect = true;
	const accessToken = gate.sessions.open({
		user: user.id,
		app: client.app.id,
		scopes: new Set(authorization.scopes.split(" ").filter((scope) => scope !== "")),
		expiresMs: world.nowMs + lifetimeSeconds * 1e3
	});
	return json(200, {
		access_token: accessToken,
		token_type: "Bearer",
		scope: authorization.scopes,
		expires_in: lifetimeSeconds,
		...rotated === null ? {} : { refresh_token: rotated }
	});
}
// src/simulator/objects/artist.ts
const simpleArtist = (world, id) => ({
	...linked("artist", id),
	name: world.artists.get(id)?.name ?? ""
});
function fullArtist(world, id, { extended }) {
	const genres = world.artists.get(id)?.genres ?? [];
	if (extended) {
		const followers = {
			href: null,
			total: hash(id) % 1e6
		};
		return {
			...simpleArtist(world, id),
			followers,
			genres,
			images: [],
			popularity: hash(id) % 101
		};
	}
	return {
		...simpleArtist(world, id),
		...hash(id) % 2 === 0 ? { genres } : {},
		images: []
	};
}
// src/simulator/objects/album.ts
const simpleAlbum = (world, album, { market, extended }) => ({
	...linked("album", album.id),
	album_type: album.kind,
	artists: album.artists.map((id) => simpleArtist(world, id)),
	images: [],
	name: album.name,
	release_date: album.releaseDate,
	release_date_precision: album.precision,
	total_tracks: album.tracks.length,
	...extended ? { available_markets: [market] } : {}
});
// src/simulator/objects/local.ts
function localTrack(uri, viewer) {
	const [artist = "", album = "", title = "", seconds = ""] = uri.split(":").slice(2).map(readable$1);
	return {
		album: noAlbum(album, viewer),
		artists: [{
			href: null,
			id: null,
			name: artist,
			type: "artist",
			uri: null,
			external_urls: {}
		}],
		disc_number: 0,
		duration_ms: Number.parseInt(seconds, 10) * 1e3 || 0,
		explicit: false,
		external_ids: {},
		external_urls: {},
		href: null,
		id: null,
		is_local: true,
		is_playable: true,
		name: title,
		preview_url: null,
		track_number: 0,
		type: "track",
		uri,
		...viewer.extended ? {
			available_markets: [],
			popularity: 0
		} : {}
	};
}
const noAlbum = (name, { extended }) => ({
	album_type: null,
	artists: [],
	external_urls: {},
	href: null,
	id: null,
	images: [],
	name,
	release_date: null,
	release_date_precision: null,
	type: "album",
	uri: null,
	...extended ? { available_markets: [] } : {}
});
function readable$1(part) {
	const spaced = part.replaceAll("+", " ");
	try {
		return decodeURIComponent(spaced);
	} catch {
		return spaced;
	}
}
// src/simulator/objects/track.ts
function visibleTrack(world, id) {
	const track = world.tracks.get(id);
	if (track === void 0 || track.dead) return void 0;
	return (track.album === null ? void 0 : world.albums.get(track.album))?.unreleased === true ? void 0 : track;
}
function shownTrack(world, track, market, passed = []) {
	const instead = track.relinks[market];
	const next = instead === void 0 ? void 0 : visibleTrack(world, instead);
	return next === void 0 || passed.includes(next) ? track : shownTrack(world, next, market, [...passed, track]);
}
const isPlayable = ({ playableIn }, market) => playableIn === null || playableIn.includes(market);
function simpleTrack(world, stored, { market, extended }) {
	const track = shownTrack(world, stored, market);
	const playable = isPlayable(track, market);
	return {
		...linked("track", track.id),
		artists: track.artists.map((id) => simpleArtist(world, id)),
		disc_number: track.disc,
		duration_ms: track.durationMs,
		explicit: track.explicit,
		is_local: false,
		is_playable: playable,
		name: track.name,
		preview_url: null,
		...playable ? {} : { restrictions: { reason: "market" } },
		track_number: track.number,
		...extended && track !== stored ? { linked_from: linked("track", stored.id) } : {},
		...extended ? { available_markets: track.playableIn ?? [market] } : {}
	};
}
function fullTrack(world, stored, viewer) {
	const track = shownTrack(world, stored, viewer.market);
	const album = track.album === null ? void 0 : world.albums.get(track.album);
	return {
		...simpleTrack(world, stored, viewer),
		album: album === void 0 ? noAlbum("", viewer) : simpleAlbum(world, album, viewer),
		external_ids: track.isrc === null ? {} : { isrc: track.isrc },
		...viewer.extended ? { popularity: hash(track.id) % 101 } : {}
	};
}
// src/simulator/objects/whole-album.ts
const embeddedTracks = 50;
const wholeAlbum = (call, album) => ({
	...simpleAlbum(call.world, album, call.viewer),
	copyrights: [],
	external_ids: album.upc === null ? {} : { upc: album.upc },
	genres: [],
	tracks: albumTracks({
		...call,
		query: new URLSearchParams()
	}, album, 0, embeddedTracks),
	...call.viewer.extended ? {
		label: labelOf(call, album),
		popularity: album.popularity
	} : {}
});
function albumTracks(call, { id, tracks }, offset, limit) {
	const { world, viewer } = call;
	const there = tracks.map((track) => visibleTrack(world, track)).filter((track) => track !== void 0);
	const items = there.slice(offset, offset + limit).map((track) => simpleTrack(world, track, viewer));
	return paging({
		...call,
		path: `/albums/${id}/tracks`
	}, {
		items,
		offset,
		limit,
		total: there.length
	});
}
const labelOf = ({ world }, { artists: [first = ""] }) => world.artists.get(first)?.name ?? "";
// src/simulator/endpoints/catalogue-id.ts
function named({ params: [id = ""] }, find) {
	if (!isBase62Id(id)) throw badRequest("Invalid base62 id");
	const found = find(id);
	if (found === void 0) throw notFound();
	return found;
}
// src/simulator/endpoints/albums.ts
const album$1 = (call) => named(call, (id) => {
	const found = call.world.albums.get(id);
	return found?.unreleased === true ? void 0 : found;
});
const readAlbum = {
	method: "GET",
	pattern: "/albums/:",
	bucket: "albums",
	run: (call) => json(200, wholeAlbum(call, album$1(call)))
};
const readAlbumTracks = {
	method: "GET",
	pattern: "/albums/:/tracks",
	bucket: "albums",
	run(call) {
		const limit = limitIn(call.query, 20, 50);
		return json(200, albumTracks(call, album$1(call), offsetIn(call.query), limit));
	}
};
// src/simulator/world/discographies.ts
const groups = [
	"album",
	"single",
	"appears_on",
	"compilation"
];
const kept = /* @__PURE__ */ new WeakMap();
const none = {
	album: [],
	single: [],
	appears_on: [],
	compilation: []
};
function discographyOf(world, artist) {
	const known = kept.get(world.albums);
	const current = known?.size === world.albums.size ? known : gather(world);
	kept.set(world.albums, current);
	return current.byArtist.get(artist) ?? none;
}
function gather(world) {
	const byArtist = /* @__PURE__ */ new Map();
	const put = (artist, group, album) => {
		const found = byArtist.get(artist) ?? {
			album: [],
			single: [],
			appears_on: [],
			compilation: []
		};
		byArtist.set(artist, found);
		found[group].push(album);
	};
	for (const album of [...world.albums.values()].sort(newestFirst)) {
		for (const artist of album.artists) put(artist, album.kind, album);
		const guests = new Set(album.tracks.flatMap((id) => world.tracks.get(id)?.artists ?? []));
		for (const guest of guests) if (!album.artists.includes(guest)) put(guest, "appears_on", album);
	}
	return {
		size: world.albums.size,
		byArtist
	};
}
const newestFirst = (one, other) => one.releaseDate === other.releaseDate ? one.id < other.id ? -1 : 1 : one.releaseDate < other.releaseDate ? 1 : -1;
// src/simulator/endpoints/artists.ts
const readArtist = {
	method: "GET",
	pattern: "/artists/:",
	bucket: "artists",
	run: (call) => json(200, fullArtist(call.world, named(call, (id) => call.world.artists.get(id)).id, call.viewer))
};
const readArtistAlbums = {
	method: "GET",
	pattern: "/artists/:/albums",
	bucket: "artist_albums",
	run(call) {
		const { id } = named(call, (name) => call.world.artists.get(name));
		const extended = call.app.dialect === "extended";
		const limit = extended ? limitIn(call.query, 20, 50) : limitIn(call.query, 5, 10);
		const offset = offsetIn(call.query);
		const asked = groupsIn(call.query);
		const byGroup = discographyOf(call.world, id);
		const found = (asked ?? groups).flatMap((group) => byGroup[group].filter(({ unreleased }) => !unreleased).map((album) => ({
			album,
			group
		})));
		const items = found.slice(offset, offset + limit).map(({ album, group }) => ({
			...simpleAlbum(call.world, album, call.viewer),
			...extended ? { album_group: group } : {}
		}));
		const total = asked === void 0 ? found.length : toldTotal(call, id, found.length);
		return json(200, paging(call, {
			items,
			offset,
			limit,
			total
		}));
	}
};
function groupsIn(query) {
	const text = query.get("include_groups");
	if (text === null || text === "") return void 0;
	const asked = text.split(",");
	if (asked.find((group) => !groups.includes(group)) !== void 0) throw badRequest("Invalid include_groups");
	return groups.filter((group) => asked.includes(group));
}
function toldTotal({ world }, artist, found) {
	const byGroup = discographyOf(world, artist);
	const all = groups.reduce((sum, group) => sum + byGroup[group].length, 0);
	return hash(artist) % 3 === 0 ? Math.max(0, found - 1) : all;
}
// src/simulator/endpoints/cursors.ts
const readFollowing = {
	method: "GET",
	pattern: "/me/following",
	bucket: "library",
	scopes: ["user-follow-read"],
	run(call) {
		const { query, user, world } = call;
		if (query.get("type") !== "artist") throw badRequest("Missing or invalid type");
		const limit = limitIn(query, 20, 50);
		const after = query.get("after");
		const from = after === null ? 0 : user.followedArtists.indexOf(after) + 1;
		const ids = user.followedArtists.slice(from, from + limit);
		const last = from + limit < user.followedArtists.length ? ids.at(-1) : void 0;
		return json(200, { artists: {
			href: address(call, {}),
			limit,
			next: last === void 0 ? null : address(call, {
				after: last,
				limit: `${limit}`
			}),
			cursors: { after: last ?? null },
			total: user.followedArtists.length,
			items: ids.map((id) => fullArtist(world, id, call.viewer))
		} });
	}
};
const reachable = 50;
const readRecentlyPlayed = {
	method: "GET",
	pattern: "/me/player/recently-played",
	bucket: "library",
	scopes: ["user-read-recently-played"],
	run(call) {
		const { query, user, world } = call;
		const limit = limitIn(query, 20, 50);
		if (query.has("after") && query.has("before")) throw badRequest("Only one of after and before may be used");
		const afterMs = msIn(query, "after", Number.NEGATIVE_INFINITY);
		const beforeMs = msIn(query, "before", Number.POSITIVE_INFINITY);
		const within = user.recentlyPlayed.slice(0, reachable).filter(({ playedAt }) => {
			const playedMs = Date.parse(playedAt);
			return playedMs > afterMs && playedMs < beforeMs && playedMs <= world.nowMs;
		});
		const plays = within.slice(0, limit);
		const oldest = plays.at(-1);
		const cursors = oldest && {
			after: ms(plays[0]?.playedAt),
			before: ms(oldest.playedAt)
		};
		const next = oldest && within.length > limit ? address(call, {
			before: ms(oldest.playedAt),
			limit: `${limit}`
		}) : null;
		const items = plays.map(({ id, playedAt }) => {
			const stored = visibleTrack(world, id);
			return {
				track: stored ? fullTrack(world, stored, call.viewer) : null,
				played_at: playedAt,
				context: null
			};
		});
		return json(200, {
			href: address(call, {}),
			limit,
			next,
			cursors: cursors ?? null,
			items
		});
	}
};
const ms = (moment = "") => `${Date.parse(moment)}`;
function msIn(query, key, fallback) {
	if (!query.has(key)) return fallback;
	if (!/^\d{1,15}$/.test(query.get(key) ?? "")) return wholeNumber(query, key, 0, 0, 0);
	return Number(query.get(key));
}
function address({ apiUrl, path, query }, changes) {
	return `${apiUrl}${path}?${new URLSearchParams({
		...Object.fromEntries(query),
		...changes
	})}`;
}
// src/simulator/endpoints/extended/catalogue.ts
function idsIn$1({ query }, most) {
	const ids = (query.get("ids") ?? "").split(",").filter((id) => id !== "");
	if (ids.length === 0 || !ids.every(isBase62Id)) throw badRequest("invalid id");
	if (ids.length > most) throw badRequest("Too many ids requested");
	return ids;
}
const track$1 = ({ world, viewer }, id) => {
	const found = visibleTrack(world, id);
	return found === void 0 ? null : fullTrack(world, found, viewer);
};
const album = (call, id) => {
	const found = call.world.albums.get(id);
	return found === void 0 || found.unreleased ? null : wholeAlbum(call, found);
};
const batch = (key, most, show) => ({
	method: "GET",
	pattern: `/${key}`,
	bucket: key === "tracks" ? "tracks" : "albums",
	removed: true,
	run: (call) => json(200, { [key]: idsIn$1(call, most).map((id) => show(call, id)) })
});
const oldCatalogue = [
	batch("tracks", 50, track$1),
	batch("albums", 20, album),
	batch("artists", 50, (call, id) => call.world.artists.has(id) ? fullArtist(call.world, id, call.viewer) : null),
	{
		method: "GET",
		pattern: "/artists/:/top-tracks",
		bucket: "artists",
		removed: true,
		run(call) {
			const { id } = named(call, (artist) => call.world.artists.get(artist));
			const shown = Object.values(discographyOf(call.world, id)).flat().flatMap(({ tracks }) => tracks).filter((one) => call.world.tracks.get(one)?.artists[0] === id).map((one) => track$1(call, one)).filter((one) => one !== null);
			return json(200, { tracks: shown.slice(0, 10) });
		}
	},
	{
		method: "GET",
		pattern: "/browse/new-releases",
		bucket: "albums",
		removed: true,
		run(call) {
			const limit = limitIn(call.query, 20, 50);
			const offset = offsetIn(call.query);
			const newest = [...call.world.albums.values()].filter(({ unreleased }) => !unreleased).sort((one, other) => one.releaseDate < other.releaseDate ? 1 : -1).slice(0, 100);
			const items = newest.slice(offset, offset + limit).map((one) => simpleAlbum(call.world, one, call.viewer));
			return json(200, { albums: paging(call, {
				items,
				offset,
				limit,
				total: newest.length
			}) });
		}
	},
	{
		method: "GET",
		pattern: "/markets",
		bucket: "profile",
		removed: true,
		run: () => json(200, { markets: ["DE", "US"] })
	}
];
// src/simulator/http/body.ts
function bodyOf(call) {
	const value = jsonOf(call);
	if (typeof value !== "object" || value === null || Array.isArray(value)) throw badRequest("Error parsing JSON.");
	return value;
}
function jsonOf({ incoming, logged }) {
	const text = incoming.body.toString();
	if (text === "") return {};
	if ((incoming.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() !== "application/json") throw badRequest("Unsupported content type");
	const value = parsed(text);
	logged.body = value;
	return value;
}
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		throw badRequest("Error parsing JSON.");
	}
}
function optional(body, key, type) {
	const value = body[key];
	if (value === void 0 || value === null) return void 0;
	if (typeof value !== type || type === "number" && !Number.isInteger(value)) throw badRequest(`Invalid ${key}`);
	return value;
}
// src/simulator/objects/episode.ts
function visibleEpisode(world, id) {
	const episode = world.episodes.get(id);
	return episode?.dead === true ? void 0 : episode;
}
const simpleEpisode = (episode) => ({
	...linked("episode", episode.id),
	audio_preview_url: null,
	description: "",
	duration_ms: episode.durationMs,
	explicit: episode.explicit,
	html_description: "",
	images: [],
	is_externally_hosted: false,
	is_playable: true,
	languages: ["en"],
	name: episode.name,
	release_date: episode.releaseDate,
	release_date_precision: "day"
});
const fullEpisode = (world, episode, viewer) => ({
	...simpleEpisode(episode),
	show: simpleShow(world, episode.show, viewer)
});
const simpleShow = (world, id, { market, extended }) => ({
	...linked("show", id),
	copyrights: [],
	description: "",
	explicit: false,
	html_description: "",
	images: [],
	is_externally_hosted: false,
	languages: ["en"],
	media_type: "audio",
	name: world.shows.get(id)?.name ?? "",
	total_episodes: world.shows.get(id)?.episodes.length ?? 0,
	...extended ? {
		available_markets: [market],
		publisher: ""
	} : {}
});
// src/simulator/library/shelves.ts
const saved = (part) => ({
	put(world, user, id) {
		if (this.has(user, id)) return false;
		user[part].unshift({
			id,
			addedAt: instant(world.nowMs)
		});
		return true;
	},
	take(user, id) {
		const at = user[part].findIndex((entry) => entry.id === id);
		if (at >= 0) user[part].splice(at, 1);
		return at >= 0;
	},
	has: (user, id) => user[part].some((entry) => entry.id === id)
});
const listed$1 = (part) => ({
	put(_, user, id) {
		if (user[part].includes(id)) return false;
		user[part].unshift(id);
		return true;
	},
	take(user, id) {
		const at = user[part].indexOf(id);
		if (at >= 0) user[part].splice(at, 1);
		return at >= 0;
	},
	has: (user, id) => user[part].includes(id)
});
const shelves$1 = {
	track: saved("savedTracks"),
	album: saved("savedAlbums"),
	episode: saved("savedEpisodes"),
	show: saved("savedShows"),
	artist: listed$1("followedArtists"),
	playlist: listed$1("playlists")
};
function isThere(world, kind, id) {
	switch (kind) {
		case "track": return visibleTrack(world, id) !== void 0;
		case "album": return world.albums.get(id)?.unreleased === false;
		case "episode": return visibleEpisode(world, id) !== void 0;
		case "playlist": return (world.playlists.get(id)?.owner ?? "spotify") !== "spotify";
		case "show":
		case "artist": return world[`${kind}s`].has(id);
	}
}
// src/simulator/endpoints/extended/library.ts
function idsIn(call) {
	const inQuery = call.query.get("ids");
	const ids = inQuery === null ? listIn(jsonOf(call)) : inQuery.split(",");
	if (!Array.isArray(ids) || ids.length === 0) throw badRequest("Missing required field: ids");
	if (ids.length > 50) throw badRequest("Too many ids requested");
	if (!ids.every((id) => typeof id === "string" && isBase62Id(id))) throw badRequest("invalid id");
	return ids;
}
function checkType({ query }, kind) {
	if (kind === "artist" && query.get("type") !== "artist") throw badRequest("Missing or invalid type");
}
const listIn = (body) => typeof body === "object" && body !== null && "ids" in body ? body.ids : body;
function write$1(kind, way) {
	return (call) => {
		checkType(call, kind);
		const { world, user } = call;
		if (idsIn(call).map((id) => way === "put" ? shelves$1[kind].put(world, user, id) : shelves$1[kind].take(user, id)).includes(true)) call.logged.effect = true;
		return empty(kind === "artist" ? 204 : 200);
	};
}
function routesOf(pattern, kind, scope) {
	const scopes = [`${scope}-modify`];
	return [
		{
			method: "PUT",
			pattern,
			bucket: "writes",
			scopes,
			removed: true,
			run: write$1(kind, "put")
		},
		{
			method: "DELETE",
			pattern,
			bucket: "writes",
			scopes,
			removed: true,
			run: write$1(kind, "take")
		},
		{
			method: "GET",
			pattern: `${pattern}/contains`,
			bucket: "library",
			scopes: [`${scope}-read`],
			removed: true,
			run(call) {
				checkType(call, kind);
				const there = idsIn(call).map((id) => shelves$1[kind].has(call.user, id));
				return json(200, there);
			}
		}
	];
}
const oldLibrary = [
	...routesOf("/me/tracks", "track", "user-library"),
	...routesOf("/me/albums", "album", "user-library"),
	...routesOf("/me/episodes", "episode", "user-library"),
	...routesOf("/me/shows", "show", "user-library"),
	...routesOf("/me/following", "artist", "user-follow")
];
// src/simulator/endpoints/playlist/access.ts
function namedPlaylist({ world, params: [id = ""] }) {
	if (!isBase62Id(id)) throw badRequest("Invalid base62 id");
	const playlist = world.playlists.get(id);
	if (playlist === void 0 || playlist.owner === "spotify") throw notFound();
	return playlist;
}
const mayRead = ({ user }, { owner, collaborative, collaborators }) => owner === user.id || collaborative && collaborators.includes(user.id);
function needScope({ session }, scope) {
	if (!session.scopes.has(scope)) throw refuse(403, "Insufficient client scope");
}
function readable(call) {
	const playlist = namedPlaylist(call);
	if (!mayRead(call, playlist)) throw forbidden();
	needScope(call, "playlist-read-private");
	if (playlist.collaborative) needScope(call, "playlist-read-collaborative");
	return playlist;
}
function writable(call) {
	const playlist = namedPlaylist(call);
	if (!mayRead(call, playlist)) throw forbidden();
	needModify(call, playlist.public);
	return playlist;
}
function owned(call) {
	const playlist = writable(call);
	if (playlist.owner !== call.user.id) throw forbidden();
	return playlist;
}
const needModify = (call, isPublic) => needScope(call, isPublic ? "playlist-modify-public" : "playlist-modify-private");
const newRows = ({ world, user }, uris) => {
	const addedAt = instant(world.nowMs);
	return uris.map((uri) => ({
		uri,
		addedAt,
		addedBy: user.id
	}));
};
function setRows(call, playlist, rows, status = 200) {
	if (rows.length > 1e4 && rows.length > playlist.rows.length) throw refuse(403, "Playlist size limit reached");
	writeRows(call.world, playlist, rows);
	changed(call.world, playlist);
	call.logged.effect = true;
	call.logged.rowsAfter = rows.length;
	return json(status, { snapshot_id: currentSnapshot(playlist) });
}
function unchanged(call, playlist) {
	call.logged.rowsAfter = playlist.rows.length;
	return json(200, { snapshot_id: currentSnapshot(playlist) });
}
function checkSnapshot(value) {
	if (value === void 0 || value === null) return;
	if (!(typeof value === "string" && Buffer.from(value, "base64").length === 24)) throw badRequest("Invalid snapshot_id");
}
function textsIn(value) {
	if (!Array.isArray(value)) throw badRequest("No uris provided");
	if (value.length > 100) throw badRequest("You can add a maximum of 100 tracks per request.");
	for (const uri of value) if (typeof uri !== "string") throw badRequest("Invalid track uri: not a string");
	return value;
}
function addable(world, uris) {
	for (const uri of uris) if (!isAddableUri(uri)) throw badRequest(`Invalid track uri: ${uri}`);
	for (const uri of uris) {
		const id = uri.slice(uri.lastIndexOf(":") + 1);
		if ((uri.startsWith("spotify:track:") ? visibleTrack(world, id) : visibleEpisode(world, id)) === void 0) throw refuse(502, "Error while loading resource");
	}
	return uris;
}
// src/simulator/endpoints/playlist/add.ts
const addItems = {
	method: "POST",
	pattern: "/playlists/:/items",
	bucket: "writes",
	run(call) {
		const playlist = writable(call);
		const { uris, position } = asked(call, bodyOf(call), playlist.rows.length);
		if (uris.length === 0) throw badRequest("No uris provided");
		const added = newRows(call, addable(call.world, uris));
		return setRows(call, playlist, [
			...playlist.rows.slice(0, position),
			...added,
			...playlist.rows.slice(position)
		], 201);
	}
};
function asked({ query }, body, end) {
	const inQuery = query.get("uris");
	if (inQuery !== null) return {
		uris: textsIn(listed(inQuery)),
		position: wholeNumber(query, "position", end, 0, end)
	};
	const position = optional(body, "position", "number") ?? end;
	if (position < 0 || position > end) throw badRequest("Index out of bounds.");
	return {
		uris: textsIn(body["uris"]),
		position
	};
}
const listed = (text) => text === "" ? [] : text.split(",");
// src/simulator/endpoints/playlist/details.ts
const mostPlaylists = 11e3;
function detailsIn(body) {
	const name = optional(body, "name", "string");
	const description = optional(body, "description", "string");
	const isPublic = optional(body, "public", "boolean");
	const collaborative = optional(body, "collaborative", "boolean");
	if (name === "") throw badRequest("Attribute name is empty");
	if (name !== void 0 && name.length > 200) throw refuse(500, "Internal server error");
	if (description !== void 0) checkDescription(description);
	return {
		...name === void 0 ? {} : { name },
		...description === void 0 ? {} : { description },
		...isPublic === void 0 ? {} : { public: isPublic },
		...collaborative === void 0 ? {} : { collaborative }
	};
}
function checkDescription(text) {
	if (text === "") throw badRequest("Attribute description is empty");
	if (text.length > 300 || /<[a-z/!?][^<>]*>/i.test(text)) throw refuse(500, "Internal server error");
	if (/[\r\n]/.test(text) || text.includes("://")) throw badRequest("Bad request");
}
const changeDetails = {
	method: "PUT",
	pattern: "/playlists/:",
	bucket: "writes",
	run(call) {
		const playlist = owned(call);
		const details = detailsIn(bodyOf(call));
		if (Object.keys(details).length === 0) throw badRequest("No attributes to change");
		if (details.public !== void 0) needModify(call, details.public);
		const wanted = {
			public: playlist.public,
			collaborative: playlist.collaborative,
			...details
		};
		if (wanted.collaborative && wanted.public) throw badRequest("Collaborative playlists can only be private.");
		const { public: asked = playlist.public, ...rest } = details;
		Object.assign(playlist, rest, { public: playlist.publicIsStuck ? playlist.public : asked });
		changed(call.world, playlist);
		call.logged.effect = true;
		return empty(200);
	}
};
const createOwn = {
	method: "POST",
	pattern: "/me/playlists",
	bucket: "writes",
	run(call) {
		const { name, description, public: isPublic = true, collaborative = false } = detailsIn(bodyOf(call));
		if (name === void 0) throw badRequest("Missing required field: name");
		needModify(call, isPublic);
		if (collaborative && isPublic) throw badRequest("Collaborative playlists can only be private.");
		if (ownedBy(call) >= mostPlaylists) throw refuse(403, "Playlist limit reached");
		const playlist = createPlaylist(call.world, call.user.id, {
			name,
			description,
			public: isPublic,
			collaborative
		});
		call.logged.effect = true;
		const path = `/playlists/${playlist.id}/items`;
		const items = paging({
			...call,
			path,
			query: new URLSearchParams()
		}, {
			items: [],
			offset: 0,
			limit: 100,
			total: 0
		});
		return json(201, wholePlaylist(call, playlist, items));
	}
};
const ownedBy = ({ user }) => user.playlists.length;
// src/simulator/endpoints/playlist/put.ts
const putItems = {
	method: "PUT",
	pattern: "/playlists/:/items",
	bucket: "writes",
	run(call) {
		const playlist = writable(call);
		const body = bodyOf(call);
		const inQuery = call.query.get("uris");
		const replaces = inQuery !== null || "uris" in body;
		const moves = inQuery === null && ("range_start" in body || "insert_before" in body);
		if (replaces && moves) throw badRequest("Cannot replace and reorder in one request");
		if (moves) return reorder(call, playlist, body);
		return replace(call, playlist, textsIn(inQuery === null ? body["uris"] : listed(inQuery)));
	}
};
const replace = (call, playlist, uris) => setRows(call, playlist, newRows(call, addable(call.world, uris)));
function reorder(call, playlist, body) {
	const start = optional(body, "range_start", "number");
	const before = optional(body, "insert_before", "number");
	const length = optional(body, "range_length", "number") ?? 1;
	checkSnapshot(body["snapshot_id"]);
	if (start === void 0) throw badRequest("Missing required field: range_start");
	if (before === void 0) throw badRequest("Missing required field: insert_before");
	const { rows } = playlist;
	const end = start + length;
	if (start < 0 || length < 1 || end > rows.length || before < 0 || before > rows.length) throw badRequest("Index out of bounds.");
	if (before >= start && before <= end) return unchanged(call, playlist);
	const block = rows.slice(start, end);
	return setRows(call, playlist, before < start ? [
		...rows.slice(0, before),
		...block,
		...rows.slice(before, start),
		...rows.slice(end)
	] : [
		...rows.slice(0, start),
		...rows.slice(end, before),
		...block,
		...rows.slice(before)
	]);
}
// src/simulator/fields/parse.ts
function parseFields(text) {
	let at = 0;
	function group() {
		const members = /* @__PURE__ */ new Map();
		let mode = "only";
		do {
			if (text[at] === "!") {
				mode = "but";
				at += 1;
			}
			const member = path();
			if (member === void 0) return void 0;
			members.set(member[0], merged(members.get(member[0]), member[1]));
		} while (take(","));
		return {
			mode,
			members
		};
	}
	function path() {
		const name = /^\s*([\w]+)\s*/.exec(text.slice(at, at + 60));
		if (name?.[1] === void 0) return void 0;
		at += name[0].length;
		if (take(".")) {
			const below = path();
			return below === void 0 ? void 0 : [name[1], {
				mode: "only",
				members: new Map([below])
			}];
		}
		if (!take("(")) return [name[1], null];
		const below = group();
		return below !== void 0 && take(")") ? [name[1], below] : void 0;
	}
	function take(mark) {
		if (text[at] !== mark) return false;
		at += 1;
		return true;
	}
	const selection = group();
	return at === text.length ? selection : void 0;
}
function merged(one, other) {
	if (one === void 0 || one === null || other === null || one.mode !== other.mode) return other;
	return {
		mode: one.mode,
		members: new Map([...one.members, ...other.members])
	};
}
// src/simulator/fields/project.ts
function project(value, selection) {
	if (Array.isArray(value)) return value.map((part) => project(part, selection));
	if (typeof value !== "object" || value === null) return value;
	const kept = {};
	if (selection.mode === "only") {
		for (const [name, below] of selection.members) {
			const part = value[name];
			if (part !== void 0) kept[name] = below === null ? part : project(part, below);
		}
		return kept;
	}
	for (const [name, part] of Object.entries(value)) {
		const below = selection.members.get(name);
		if (below === void 0) kept[name] = part;
		else if (below !== null) kept[name] = project(part, below);
	}
	return kept;
}
function selected(query, value) {
	const text = query.get("fields");
	if (text === null || text.trim() === "") return value;
	const selection = parseFields(text);
	if (selection === void 0) throw badRequest("Invalid fields");
	return project(value, selection);
}
// src/simulator/objects/row.ts
function shownRow(call, { uri, addedAt, addedBy }) {
	return {
		added_at: addedAt,
		added_by: addedBy === null ? null : linked("user", addedBy),
		is_local: uri?.startsWith("spotify:local:") ?? false,
		primary_color: null,
		[call.viewer.extended ? "track" : "item"]: uri === null ? null : itemOf(call, uri),
		video_thumbnail: { url: null }
	};
}
function itemOf(call, uri) {
	const { world, viewer } = call;
	if (uri.startsWith("spotify:local:")) return {
		...localTrack(uri, viewer),
		track: true,
		episode: false
	};
	const id = uri.slice(uri.lastIndexOf(":") + 1);
	if (uri.startsWith("spotify:track:")) {
		const track = visibleTrack(world, id);
		return track === void 0 ? null : {
			...fullTrack(world, track, viewer),
			track: true,
			episode: false
		};
	}
	return episodeOf(call, id);
}
function episodeOf({ world, viewer, query }, id) {
	const episode = visibleEpisode(world, id);
	if (episode === void 0) return null;
	if ((query.get("additional_types") ?? "").split(",").includes("episode")) return {
		...fullEpisode(world, episode, viewer),
		track: false,
		episode: true
	};
	const { id: _, name, uri } = {
		...linked("episode", id),
		name: episode.name
	};
	return {
		...localTrack(uri, viewer),
		is_local: false,
		id,
		name,
		duration_ms: episode.durationMs,
		uri,
		track: false,
		episode: true
	};
}
// src/simulator/endpoints/playlist/read.ts
const embeddedRows = 100;
const readPlaylist = {
	method: "GET",
	pattern: "/playlists/:",
	bucket: "playlist_reads",
	run(call) {
		const playlist = namedPlaylist(call);
		const opens = mayRead(call, playlist) && call.session.scopes.has("playlist-read-private");
		const path = `/playlists/${playlist.id}/${contentsKey(call)}`;
		const inside = {
			...call,
			path,
			query: new URLSearchParams()
		};
		const items = opens ? page(call, inside, playlist, 0, embeddedRows) : void 0;
		return json(200, selected(call.query, wholePlaylist(call, playlist, items)));
	}
};
const readItems = {
	method: "GET",
	pattern: "/playlists/:/items",
	bucket: "playlist_reads",
	run: readItemsUpTo(50)
};
function readItemsUpTo(most) {
	return (call) => {
		const playlist = readable(call);
		const limit = limitIn(call.query, 20, most);
		return json(200, selected(call.query, page(call, call, playlist, offsetIn(call.query), limit)));
	};
}
function page(call, addressed, playlist, offset, limit) {
	const rows = shownRows(call.world, playlist);
	return paging(addressed, {
		items: rows.slice(offset, offset + limit).map((row) => shownRow(call, row)),
		offset,
		limit,
		total: rows.length
	});
}
// src/simulator/endpoints/playlist/remove.ts
const removeItems = {
	method: "DELETE",
	pattern: "/playlists/:/items",
	bucket: "writes",
	run: removeNamed("items")
};
function removeNamed(key) {
	return (call) => {
		const playlist = writable(call);
		const { [key]: items, snapshot_id: snapshot } = bodyOf(call);
		if (!Array.isArray(items) || items.length === 0) throw badRequest("No uris provided");
		if (items.length > 100) throw badRequest("You can remove a maximum of 100 tracks per request.");
		checkSnapshot(snapshot);
		const asked = new Set(items.map(uriOf));
		const rows = playlist.rows.filter(({ uri }) => uri === null || !asked.has(uri) || !removable(call.world, uri));
		return rows.length === playlist.rows.length ? unchanged(call, playlist) : setRows(call, playlist, rows);
	};
}
function uriOf(item) {
	const uri = typeof item === "object" && item !== null && "uri" in item ? item.uri : void 0;
	if (typeof uri !== "string") throw badRequest("No uris provided");
	if (!isAddableUri(uri) && !isLocalUri(uri)) throw badRequest(`Invalid track uri: ${uri}`);
	return uri;
}
function removable(world, uri) {
	const id = uri.slice(uri.lastIndexOf(":") + 1);
	return (uri.startsWith("spotify:track:") ? visibleTrack(world, id) : visibleEpisode(world, id)) !== void 0;
}
// src/simulator/endpoints/extended/playlists.ts
const own = (call) => {
	if (call.params[0] !== call.user.id) throw forbidden();
};
const tracks = "/playlists/:/tracks";
const oldPlaylists = [
	{
		...addItems,
		pattern: tracks,
		removed: true
	},
	{
		...putItems,
		pattern: tracks,
		removed: true
	},
	{
		method: "GET",
		pattern: tracks,
		bucket: "playlist_reads",
		removed: true,
		run: readItemsUpTo(100)
	},
	{
		method: "DELETE",
		pattern: tracks,
		bucket: "writes",
		removed: true,
		run: removeNamed("tracks")
	},
	{
		...createOwn,
		pattern: "/users/:/playlists",
		removed: true,
		run(call) {
			own(call);
			return createOwn.run(call);
		}
	},
	{
		...readMyPlaylists,
		pattern: "/users/:/playlists",
		removed: true,
		run(call) {
			own(call);
			return readMyPlaylists.run(call);
		}
	},
	{
		method: "GET",
		pattern: "/users/:",
		bucket: "profile",
		removed: true,
		run({ world, params: [id = ""] }) {
			const user = world.users.get(id);
			if (user === void 0) throw notFound();
			return json(200, {
				...linked("user", id),
				display_name: displayName(user),
				followers: {
					href: null,
					total: 0
				},
				images: []
			});
		}
	},
	{
		method: "PUT",
		pattern: "/playlists/:/followers",
		bucket: "writes",
		removed: true,
		run: follow("put")
	},
	{
		method: "DELETE",
		pattern: "/playlists/:/followers",
		bucket: "writes",
		removed: true,
		run: follow("take")
	},
	{
		method: "GET",
		pattern: "/playlists/:/followers/contains",
		bucket: "library",
		removed: true,
		run: (call) => json(200, [shelves$1.playlist.has(call.user, namedPlaylist(call).id)])
	}
];
function follow(way) {
	return (call) => {
		const playlist = namedPlaylist(call);
		needModify(call, playlist.public);
		const { world, user } = call;
		const { put, take } = shelves$1.playlist;
		if (way === "put" ? put(world, user, playlist.id) : take(user, playlist.id)) call.logged.effect = true;
		return empty(200);
	};
}
// src/simulator/endpoints/library.ts
const mostUris = 40;
function namedIn({ query }) {
	const text = query.get("uris");
	if (text === null || text === "") throw badRequest("Missing required field: uris");
	const uris = text.split(",");
	if (uris.length > mostUris) throw badRequest("Too many uris");
	return uris.map((uri) => {
		const [scheme, kind = "", id = "", ...more] = uri.split(":");
		if (!(scheme === "spotify" && more.length === 0 && Object.hasOwn(shelves$1, kind) && isBase62Id(id))) throw badRequest(`Invalid uri: ${uri}`);
		return {
			kind,
			id
		};
	});
}
function needed(call, { kind, id }) {
	if (kind === "playlist") {
		needModify(call, true);
		needModify(call, call.world.playlists.get(id)?.public ?? true);
	} else needScope(call, kind === "artist" ? "user-follow-modify" : "user-library-modify");
}
function allowedIn(call) {
	const all = namedIn(call);
	for (const named of all) needed(call, named);
	return all;
}
function write(call, all, change) {
	if (all.map(change).includes(true)) call.logged.effect = true;
	return empty(200);
}
const saveToLibrary = {
	method: "PUT",
	pattern: "/me/library",
	bucket: "writes",
	run: (call) => {
		const all = allowedIn(call);
		if (!all.every(({ kind, id }) => isThere(call.world, kind, id))) throw notFound();
		return write(call, all, ({ kind, id }) => shelves$1[kind].put(call.world, call.user, id));
	}
};
const removeFromLibrary = {
	method: "DELETE",
	pattern: "/me/library",
	bucket: "writes",
	run: (call) => write(call, allowedIn(call), ({ kind, id }) => shelves$1[kind].take(call.user, id))
};
const readScope = (kind) => kind === "playlist" ? "playlist-read-private" : kind === "artist" ? "user-follow-read" : "user-library-read";
const libraryContains = {
	method: "GET",
	pattern: "/me/library/contains",
	bucket: "library",
	run(call) {
		const all = namedIn(call);
		for (const { kind } of all) needScope(call, readScope(kind));
		return json(200, all.map(({ kind, id }) => shelves$1[kind].has(call.user, id)));
	}
};
// src/simulator/endpoints/mine.ts
const readSavedTracks = {
	method: "GET",
	pattern: "/me/tracks",
	bucket: "library",
	scopes: ["user-library-read"],
	run: (call) => paged(call, call.user.savedTracks, ({ id, addedAt }) => ({
		added_at: addedAt,
		track: track(call, id)
	}))
};
const readSavedAlbums = {
	method: "GET",
	pattern: "/me/albums",
	bucket: "library",
	scopes: ["user-library-read"],
	run: (call) => paged(call, call.user.savedAlbums, ({ id, addedAt }) => {
		const album = call.world.albums.get(id);
		return {
			added_at: addedAt,
			album: album === void 0 ? null : wholeAlbum(call, album)
		};
	})
};
const ranges = [
	"short_term",
	"medium_term",
	"long_term"
];
const readTop = {
	method: "GET",
	pattern: "/me/top/:",
	bucket: "library",
	scopes: ["user-top-read"],
	run(call) {
		const [type] = call.params;
		if (type !== "tracks" && type !== "artists") throw badRequest("Invalid type");
		const asked = call.query.get("time_range") ?? "medium_term";
		const range = ranges.find((known) => known === asked);
		if (range === void 0) throw badRequest("Invalid time_range");
		const ids = (type === "tracks" ? call.user.topTracks : call.user.topArtists)[range].slice(0, 50);
		return type === "tracks" ? paged(call, ids.filter((id) => call.world.tracks.has(id)), (id) => track(call, id)) : paged(call, ids, (id) => fullArtist(call.world, id, call.viewer));
	}
};
function paged(call, all, show) {
	const limit = limitIn(call.query, 20, 50);
	const offset = offsetIn(call.query);
	const items = all.slice(offset, offset + limit).map(show);
	return json(200, paging(call, {
		items,
		offset,
		limit,
		total: all.length
	}));
}
function track({ world, viewer }, id) {
	const stored = world.tracks.get(id);
	return stored === void 0 || stored.dead ? null : fullTrack(world, stored, viewer);
}
// src/simulator/endpoints/playlist/cover.ts
const mostBytes = 262144;
const putCover = {
	method: "PUT",
	pattern: "/playlists/:/images",
	bucket: "covers",
	run(call) {
		const { session, incoming, world, logged } = call;
		if (!session.scopes.has("ugc-image-upload")) throw refuse(401, "Unauthorized.");
		const playlist = owned(call);
		if (incoming.headers["content-type"] !== "image/jpeg") throw badRequest("Unsupported content type");
		if (incoming.body.length > mostBytes) throw refuse(413, "Image exceeds maximum size");
		if (!/^\/9j\/[A-Za-z0-9+/]*={0,2}$/.test(incoming.body.toString("latin1"))) throw badRequest("Invalid image");
		changed(world, playlist);
		logged.effect = true;
		return empty(202);
	}
};
const readCover = {
	method: "GET",
	pattern: "/playlists/:/images",
	bucket: "playlist_reads",
	run: (call) => json(200, [{
		height: null,
		url: `https://mosaic.scdn.co/640/${namedPlaylist(call).id}`,
		width: null
	}])
};
const removed = `
GET POST PUT DELETE /playlists/:/tracks
PUT DELETE          /playlists/:/followers
GET                 /playlists/:/followers/contains
GET POST            /users/:/playlists
GET                 /users/:
PUT DELETE          /me/tracks
PUT DELETE          /me/albums
PUT DELETE          /me/episodes
PUT DELETE          /me/shows
PUT DELETE          /me/audiobooks
PUT DELETE          /me/following
GET                 /me/tracks/contains
GET                 /me/albums/contains
GET                 /me/episodes/contains
GET                 /me/shows/contains
GET                 /me/audiobooks/contains
GET                 /me/following/contains
GET                 /tracks
GET                 /albums
GET                 /artists
GET                 /episodes
GET                 /shows
GET                 /audiobooks
GET                 /chapters
GET                 /artists/:/top-tracks
GET                 /browse/new-releases
GET                 /browse/categories
GET                 /browse/categories/:
GET                 /markets
`.trim().split("\n").flatMap((line) => {
	const words = line.split(/\s+/);
	const pattern = words.at(-1) ?? "";
	return words.slice(0, -1).map((method) => ({
		method,
		pattern,
		bucket: "profile",
		removed: true,
		run() {
			throw notFound();
		}
	}));
});
// src/simulator/search/words.ts
const wordsOf = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
// src/simulator/search/documents.ts
const shelves = /* @__PURE__ */ new WeakMap();
function shelfOf(world, kind) {
	const source = sourceOf(world, kind);
	const known = shelves.get(source);
	if (known?.size === source.size && kind !== "playlist") return known.shelf;
	const documents = documentsOf(world, kind);
	const byWord = /* @__PURE__ */ new Map();
	for (const [at, { name, artist, album }] of documents.entries()) for (const word of /* @__PURE__ */ new Set([
		...name,
		...artist,
		...album
	])) {
		const places = byWord.get(word);
		if (places === void 0) byWord.set(word, [at]);
		else places.push(at);
	}
	const shelf = {
		documents,
		byWord
	};
	shelves.set(source, {
		size: source.size,
		shelf
	});
	return shelf;
}
const sourceOf = (world, kind) => world[`${kind}s`];
function documentsOf(world, kind) {
	const nameOf = (id) => world.artists.get(id)?.name ?? "";
	const plain = ({ id, name }) => ({
		id,
		name: wordsOf(name),
		artist: [],
		album: [],
		artistIds: []
	});
	const by = (entry, artistIds, album) => ({
		...plain(entry),
		artist: artistIds.flatMap((id) => wordsOf(nameOf(id))),
		album: wordsOf(album),
		artistIds
	});
	switch (kind) {
		case "track": return [...world.tracks.values()].map((track) => by(track, track.artists, world.albums.get(track.album ?? "")?.name ?? ""));
		case "album": return [...world.albums.values()].map((album) => by(album, album.artists, album.name));
		case "artist": return [...world.artists.values()].map((artist) => by(artist, [artist.id], ""));
		case "playlist": return [...world.playlists.values()].filter((list) => list.public && list.owner !== "spotify").map(plain);
		case "show": return [...world.shows.values()].map(plain);
		case "episode": return [...world.episodes.values()].map(plain);
	}
}
// src/simulator/search/filters.ts
const applies = {
	album: ["album", "track"],
	artist: [
		"album",
		"artist",
		"track"
	],
	track: ["track"],
	year: [
		"album",
		"artist",
		"track"
	],
	upc: ["album"],
	isrc: ["track"],
	genre: ["artist", "track"],
	tag: ["album"]
};
const twoWeeksMs = 12096e5;
const hasAll = (there, asked) => wordsOf(asked).every((word) => there.includes(word));
function passes(world, kind, document, { name, value }) {
	if (!applies[name].includes(kind)) return false;
	switch (name) {
		case "album":
		case "artist": return hasAll(kind === name ? document.name : document[name], value);
		case "track": return hasAll(document.name, value);
		case "isrc": return world.tracks.get(document.id)?.isrc?.toUpperCase() === value.toUpperCase();
		case "upc": return world.albums.get(document.id)?.upc === value;
		case "genre": return document.artistIds.some((id) => world.artists.get(id)?.genres.includes(value.toLowerCase()) ?? false);
		case "year": return albumsOf(world, kind, document).some((album) => isWithin(value, album.releaseDate));
		case "tag": return albumsOf(world, kind, document).some((album) => isTagged(world, value, album));
	}
}
function albumsOf(world, kind, { id }) {
	if (kind === "artist") return Object.values(discographyOf(world, id)).flat();
	const album = world.albums.get(kind === "album" ? id : world.tracks.get(id)?.album ?? "");
	return album === void 0 ? [] : [album];
}
function isWithin(years, releaseDate) {
	const [first = "", last = first] = years.split("-");
	const year = releaseDate.slice(0, 4);
	return /^\d{4}$/.test(first) && first <= year && year <= last;
}
function isTagged(world, tag, album) {
	const ageMs = world.nowMs - Date.parse(album.releaseDate);
	return tag === "new" ? ageMs >= 0 && ageMs <= twoWeeksMs : tag === "hipster" && album.popularity < 10;
}
// src/simulator/search/find.ts
function find(world, kind, query) {
	const shelf = shelfOf(world, kind);
	const day = Math.floor(world.nowMs / 864e5);
	return candidates(shelf, query).filter((document) => isOut(world, kind, document.id)).filter((document) => query.filters.every((filter) => passes(world, kind, document, filter))).map(({ id, name }) => ({
		id,
		score: score(name, query),
		luck: hash(`${world.seed} ${day} ${id}`)
	})).sort((one, other) => other.score - one.score || one.luck - other.luck).map(({ id }) => id);
}
function candidates({ documents, byWord }, { words, filters }) {
	const named = filters.filter(({ name }) => name === "artist" || name === "album" || name === "track");
	const [first, ...rest] = [...words, ...named.flatMap(({ value }) => wordsOf(value))].map((word) => byWord.get(word) ?? []);
	if (first === void 0) return filters.length === 0 ? [] : documents;
	const others = rest.map((places) => new Set(places));
	return first.filter((at) => others.every((places) => places.has(at))).map((at) => documents[at]).filter((document) => document !== void 0);
}
function score(name, { words, filters }) {
	const asked = /* @__PURE__ */ new Set([...words, ...filters.flatMap(({ value }) => wordsOf(value))]);
	const hits = name.filter((word) => asked.has(word)).length;
	return hits === 0 ? 0 : hits / (name.length + 1);
}
function isOut(world, kind, id) {
	if (kind === "track") return visibleTrack(world, id) !== void 0;
	if (kind === "album") return world.albums.get(id)?.unreleased === false;
	return kind !== "episode" || visibleEpisode(world, id) !== void 0;
}
// src/simulator/search/query.ts
const filterNames = [
	"album",
	"artist",
	"track",
	"year",
	"upc",
	"isrc",
	"genre",
	"tag"
];
function parseQuery(text) {
	const filters = [];
	const rest = text.replace(/\b([a-z]+):(?:"([^"]*)"|(\S+))/gi, (whole, name, quoted, bare) => {
		const known = filterNames.find((filter) => filter === name.toLowerCase());
		if (known === void 0) return whole;
		filters.push({
			name: known,
			value: quoted ?? bare ?? ""
		});
		return " ";
	});
	return {
		words: wordsOf(rest),
		filters
	};
}
// src/simulator/endpoints/search.ts
const kinds = [
	"album",
	"artist",
	"playlist",
	"track",
	"show",
	"episode",
	"audiobook"
];
const mostResults = 1e3;
const search = {
	method: "GET",
	pattern: "/search",
	bucket: "search",
	run(call) {
		const text = call.query.get("q") ?? "";
		if (text.trim() === "") throw badRequest("No search query");
		const asked = kindsIn(call.query.get("type"));
		const limit = call.app.dialect === "extended" ? limitIn(call.query, 20, 50) : limitIn(call.query, 5, 10);
		const offset = offsetIn(call.query, mostResults);
		if (offset + limit > mostResults) throw badRequest("Invalid offset");
		const query = parseQuery(text);
		const answers = asked.map((kind) => {
			const ids = kind === "audiobook" ? [] : find(call.world, kind, query).slice(0, mostResults);
			const items = ids.slice(offset, offset + limit).map((id) => kind === "audiobook" ? null : shown(call, kind, id));
			return [`${kind}s`, paging(call, {
				items,
				offset,
				limit,
				total: ids.length
			})];
		});
		return json(200, Object.fromEntries(answers));
	}
};
function kindsIn(text) {
	if (text === null || text === "") throw badRequest("Missing parameter type");
	return text.split(",").map((word) => {
		const kind = kinds.find((known) => known === word);
		if (kind === void 0) throw badRequest(`Bad search type field ${word}`);
		return kind;
	});
}
function shown(call, kind, id) {
	const { world, viewer } = call;
	switch (kind) {
		case "track": {
			const track = world.tracks.get(id);
			return track === void 0 ? null : fullTrack(world, track, viewer);
		}
		case "album": {
			const album = world.albums.get(id);
			return album === void 0 ? null : simpleAlbum(world, album, call.viewer);
		}
		case "artist": return fullArtist(world, id, call.viewer);
		case "playlist": {
			const playlist = world.playlists.get(id);
			return playlist === void 0 ? null : listedPlaylist(call, playlist);
		}
		case "show": return simpleShow(world, id, viewer);
		case "episode": {
			const episode = world.episodes.get(id);
			return episode === void 0 ? null : simpleEpisode(episode);
		}
	}
}
// src/simulator/endpoints/tracks.ts
const readTrack = {
	method: "GET",
	pattern: "/tracks/:",
	bucket: "tracks",
	run(call) {
		const track = named(call, (id) => visibleTrack(call.world, id));
		return json(200, fullTrack(call.world, track, call.viewer));
	}
};
const readEpisode = {
	method: "GET",
	pattern: "/episodes/:",
	bucket: "tracks",
	run: (call) => json(200, fullEpisode(call.world, named(call, (id) => visibleEpisode(call.world, id)), call.viewer))
};
const embeddedEpisodes = 50;
const readShow = {
	method: "GET",
	pattern: "/shows/:",
	bucket: "albums",
	run(call) {
		const show = named(call, (id) => call.world.shows.get(id));
		const episodes = episodesOf({
			...call,
			query: new URLSearchParams()
		}, show, 0, embeddedEpisodes);
		return json(200, {
			...simpleShow(call.world, show.id, call.viewer),
			episodes
		});
	}
};
const readShowEpisodes = {
	method: "GET",
	pattern: "/shows/:/episodes",
	bucket: "albums",
	run(call) {
		const show = named(call, (id) => call.world.shows.get(id));
		const limit = limitIn(call.query, 20, 50);
		return json(200, episodesOf(call, show, offsetIn(call.query), limit));
	}
};
function episodesOf(call, { id, episodes }, offset, limit) {
	const there = episodes.map((one) => visibleEpisode(call.world, one)).filter((episode) => episode !== void 0);
	const items = there.slice(offset, offset + limit).map(simpleEpisode);
	return paging({
		...call,
		path: `/shows/${id}/episodes`
	}, {
		items,
		offset,
		limit,
		total: there.length
	});
}
// src/simulator/endpoints/routes.ts
const routes = [
	readMe,
	readMyPlaylists,
	createOwn,
	readPlaylist,
	changeDetails,
	readCover,
	putCover,
	readItems,
	addItems,
	putItems,
	removeItems,
	saveToLibrary,
	removeFromLibrary,
	libraryContains,
	readSavedTracks,
	readSavedAlbums,
	readTop,
	readFollowing,
	readRecentlyPlayed,
	search,
	readArtist,
	readArtistAlbums,
	readAlbum,
	readAlbumTracks,
	readTrack,
	readEpisode,
	readShow,
	readShowEpisodes,
	...oldPlaylists,
	...oldLibrary,
	...oldCatalogue,
	...removed
];
// src/simulator/limits/window.ts
function fullFor(sent, { most, windowMs, refusedCount }, nowMs) {
	while (sent[0] !== void 0 && sent[0] <= nowMs - windowMs) sent.shift();
	const isFull = sent.length >= most;
	if (!isFull || refusedCount) sent.push(nowMs);
	const leaving = sent[sent.length - most] ?? nowMs;
	return isFull ? Math.max(1, Math.ceil((leaving + windowMs - nowMs) / 1e3)) : void 0;
}
// src/simulator/limits/quota.ts
const windowMs = 864e5;
function spend({ nowMs, settings, spent }, { owner, quotas }, bucket) {
	const most = quotas[bucket];
	if (most === void 0) return;
	const key = `${owner} ${bucket}`;
	const sent = spent[key] ?? [];
	spent[key] = sent;
	const seconds = fullFor(sent, {
		most,
		windowMs,
		refusedCount: settings.refusedCount
	}, nowMs);
	if (seconds === void 0) return;
	const headers = settings.quotaRetryAfter ? { "retry-after": `${seconds}` } : {};
	throw new Refusal(apiError(429, "Too many requests", headers, { reason: "QUOTA_EXCEEDED" }));
}
// src/simulator/http/router.ts
function routerOf(routes) {
	const byShape = Map.groupBy(routes.map((route) => ({
		route,
		words: route.pattern.split("/")
	})), ({ route, words }) => `${route.method} ${words.length}`);
	return (method, path) => {
		const segments = path.split("/");
		const candidate = byShape.get(`${method} ${segments.length}`)?.find(({ words }) => words.every((word, at) => word === ":" || word === segments[at]));
		if (candidate === void 0) return void 0;
		const params = segments.filter((_, at) => candidate.words[at] === ":");
		return {
			route: candidate.route,
			params: params.map(decoded)
		};
	};
}
function decoded(segment) {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}
// src/simulator/http/api.ts
const route = routerOf(routes);
function answerApi(world, gate, incoming, path, logged) {
	const session = sessionOf(world, gate.sessions, incoming.headers.authorization);
	logged.user = session.user;
	logged.app = session.app;
	const user = world.users.get(session.user);
	const app = world.apps.get(session.app);
	if (user === void 0 || app === void 0) throw unauthorized("The access token is invalid");
	checkStanding(world, user, app, path);
	const found = route(incoming.method, path);
	logged.bucket = found?.route.bucket ?? "profile";
	gate.pace.admit(world, app.id, app.pace);
	spend(world, app, logged.bucket);
	if (found === void 0) throw notFound();
	if (found.route.removed && app.dialect === "development") throw forbidden();
	if (found.route.scopes?.some((scope) => !session.scopes.has(scope))) throw refuse(403, "Insufficient client scope");
	return found.route.run({
		world,
		user,
		app,
		session,
		viewer: {
			market: user.market,
			extended: app.dialect === "extended"
		},
		params: found.params,
		query: incoming.query,
		incoming,
		apiUrl: gate.apiUrl,
		path,
		logged
	});
}
function sessionOf(world, sessions, authorization) {
	const token = /^Bearer (\S+)$/.exec(authorization ?? "")?.[1];
	if (token === void 0) throw unauthorized(void 0);
	const session = sessions.find(token);
	if (session === void 0) throw unauthorized("Invalid access token");
	if (world.nowMs >= session.expiresMs) throw unauthorized("The access token expired");
	return session;
}
function checkStanding(world, user, app, path) {
	if (world.users.get(app.owner)?.premium === false) throw premiumLapsed();
	if (!(user.allowListed && (app.users === null || app.users.includes(user.id))) && app.listedOnly.some((pattern) => isBelow(pattern, path))) throw notAllowListed();
}
// src/simulator/http/cors.ts
const anySite = { "access-control-allow-origin": "*" };
const preflight = {
	status: 204,
	headers: {
		...anySite,
		"access-control-allow-methods": "GET, POST, OPTIONS, PUT, DELETE, PATCH",
		"access-control-allow-headers": "Accept, Authorization, Content-Type, Origin, Retry-After",
		"access-control-max-age": "604800"
	},
	body: ""
};
const forAnySite = (outgoing) => ({
	...outgoing,
	headers: {
		...outgoing.headers,
		...anySite
	}
});
// src/simulator/http/answer.ts
function answer(machine, incoming) {
	const { world, time, log, gate } = machine;
	const { method, path } = incoming;
	const isApi = path.startsWith("/v1/");
	if (method === "OPTIONS" && (isApi || path === "/api/token")) return preflight;
	if (isApi) {
		const rest = path.slice(3);
		return logged(machine, incoming, rest, (entry) => answerApi(world, gate, incoming, rest, entry));
	}
	if (method === "POST" && path === "/api/token") return logged(machine, incoming, path, (entry) => answerToken(world, gate, incoming, entry));
	if (method === "GET" && path === "/authorize") return answerAuthorize(world, incoming);
	if (path === "/clock" || path.startsWith("/clock/")) return answerClock(time, incoming);
	if (path.startsWith("/simulator/")) return answerControl(world, log, incoming);
	return json(404, { error: {
		status: 404,
		message: "Not found"
	} });
}
function logged({ world, time, log, strikes }, incoming, path, run) {
	const { latencyMs } = world.settings;
	if (latencyMs > 0) time.sleepUntil(world.nowMs + latencyMs);
	const query = Object.fromEntries(incoming.query);
	const entry = {
		atMs: world.nowMs,
		method: incoming.method,
		path,
		query,
		status: 0
	};
	log.entries.push(entry);
	const fault = strikes.next(incoming.method, path);
	const outgoing = fault === void 0 ? refusalOr(() => run(entry)) : struck(fault, entry, run);
	entry.status = outgoing.status;
	log.done(entry);
	return forAnySite({
		...outgoing,
		headers: {
			...outgoing.headers,
			date: new Date(entry.atMs).toUTCString()
		}
	});
}
function struck(fault, entry, run) {
	entry.fault = `${fault.kind} ${fault.when}`;
	return harmed(fault, fault.when === "after" || fault.kind === "short" ? refusalOr(() => run(entry)) : void 0, entry.atMs);
}
function refusalOr(run) {
	try {
		return run();
	} catch (problem) {
		if (problem instanceof Refusal) return problem.answer;
		throw problem;
	}
}
// src/simulator/http/server.ts
async function listen(port, answer) {
	const server = createServer((request, response) => {
		const chunks = [];
		request.on("data", (chunk) => chunks.push(chunk));
		request.on("end", () => send(response, answer(read(request, Buffer.concat(chunks)))));
		request.on("error", () => response.destroy());
	});
	server.keepAliveTimeout = 0;
	server.requestTimeout = 0;
	await new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, "127.0.0.1", resolve);
	});
	return server;
}
function read(request, body) {
	const [path = "/", ...query] = (request.url ?? "/").split("?");
	return {
		method: request.method ?? "GET",
		path,
		query: new URLSearchParams(query.join("?")),
		headers: request.headers,
		body
	};
}
function send(response, { status, headers, body, harm }) {
	if (harm === "timeout") return;
	if (harm === "reset") {
		response.socket?.resetAndDestroy();
		return;
	}
	const bytes = Buffer.from(body);
	response.writeHead(status, {
		...headers,
		"content-length": bytes.length
	});
	if (harm === "truncated") {
		response.write(bytes.subarray(0, bytes.length >> 1), () => response.socket?.destroy());
		return;
	}
	response.end(bytes);
}
async function stop(server) {
	const closed = new Promise((resolve) => server.close(() => resolve()));
	server.closeAllConnections();
	await closed;
}
// src/simulator/limits/pace.ts
function startPace(refused) {
	const sentByApp = /* @__PURE__ */ new Map();
	return { admit({ nowMs, settings: { refusedCount } }, app, limit) {
		if (limit === null) return;
		const sent = sentByApp.get(app) ?? [];
		sentByApp.set(app, sent);
		const seconds = fullFor(sent, {
			most: limit.requests,
			windowMs: limit.seconds * 1e3,
			refusedCount
		}, nowMs);
		if (seconds === void 0) return;
		throw new Refusal({
			...refused,
			headers: {
				...refused.headers,
				"retry-after": `${seconds}`
			}
		});
	} };
}
// src/simulator/log/log.ts
function startLog(done = () => void 0) {
	const entries = [];
	return {
		entries,
		done,
		clear() {
			entries.length = 0;
		}
	};
}
// src/simulator/token/sessions.ts
function startSessions() {
	const byToken = /* @__PURE__ */ new Map();
	let opened = 0;
	return {
		open(session) {
			opened += 1;
			const token = `BQ${createHash("sha256").update(`${session.user} ${session.app} ${opened}`).digest("base64url")}`;
			byToken.set(token, session);
			return token;
		},
		find: (accessToken) => byToken.get(accessToken),
		clear: () => byToken.clear()
	};
}
// src/simulator/start.ts
async function startSimulator(options) {
	const { world, port = 0, nowMs = world.nowMs } = options;
	world.nowMs = nowMs;
	const time = startTime(world);
	const log = startLog(options.done);
	const gate = {
		sessions: startSessions(),
		pace: startPace(apiError(429, "API rate limit exceeded")),
		tokenPace: startPace(text(429, "Too many requests")),
		apiUrl: ""
	};
	const machine = {
		world,
		time,
		log,
		strikes: startStrikes(world),
		gate
	};
	const server = await listen(port, (incoming) => answer(machine, incoming));
	const origin = `http://127.0.0.1:${server.address().port}`;
	gate.apiUrl = `${origin}/v1`;
	return {
		apiUrl: gate.apiUrl,
		authUrl: origin,
		clockUrl: `${origin}/clock`,
		world,
		log: log.entries,
		nowMs: time.now,
		clearLog: log.clear,
		close: () => stop(server)
	};
}
// src/simulator/world/seeded/words.ts
const oddArtists = [
	"\u591C\u884C\u5217\u8ECA",
	"\u041F\u043E\u043B\u043D\u043E\u0447\u044C",
	"\u0644\u064A\u0644 \u0637\u0648\u064A\u0644",
	"\uBC24\uC758 \uB77C\uB514\uC624",
	"Sigur \u00C6vint\u00FDri",
	"Mot\u00F6rwave",
	"AC|DC*",
	"<script>alert(1)<\/script>",
	"[free tracks](javascript:alert(1))",
	"P!nk_Noise_",
	"`rm -rf`",
	"@everyone",
	"\u202Eesrever",
	"Zero\x07Bell",
	"\u{1F469}\u200D\u{1F680} & Sons",
	"=HYPERLINK(\"http://x\")"
];
const oddTitles = [
	"\u6771\u4EAC\u306E\u96E8",
	"\u041D\u043E\u0447\u043D\u043E\u0439 \u043F\u043E\u0435\u0437\u0434",
	"\u0636\u0648\u0621",
	"\uC0C8\uBCBD",
	"F\u00FCr immer",
	"O\u00F9 va le vent",
	"# Heading",
	"| a | b |",
	"<img src=x onerror=alert(1)>",
	"a\0b\x1B[31m",
	"![pixel](https://example.com/p.gif)",
	"\u202Etxt.exe",
	"...",
	"4'33\"",
	"--- \n+++",
	`\${{ secrets.X }}`
];
const adjectives = "Silver Quiet Broken Electric Velvet Distant Golden Paper Hollow Northern Crystal Midnight Slow Burning Pale Concrete Wild Blue Tender Lost Neon Secret Second Last Early Bitter Gentle Static Amber Frozen".split(" ");
const nouns = "River Signal Garden Mirror Harbour Shadow Engine Letter Summer Window Ocean Street Winter Horizon Island Machine Feather Station Morning Forest Canyon Lantern Satellite Kingdom Echo Thunder Meadow Skyline Fever Compass".split(" ");
const genres = "ambient,deep house,indie pop,folk,techno,jazz,city pop,hip hop,shoegaze,soul,post-rock,drum and bass,singer-songwriter,metal,modern classical".split(",");
const places = [
	"Berlin",
	"Roundhouse",
	"KEXP",
	"Montreux",
	"\u6B66\u9053\u9928",
	"Red Rocks"
];
// src/simulator/world/seeded/names.ts
function artistName(random, index) {
	const odd = index % 3 === 1 ? oddArtists[(index - 1) / 3] : void 0;
	if (odd !== void 0) return odd;
	const [adjective, noun] = [random.pick(adjectives), random.pick(nouns)];
	return random.pick([
		`The ${adjective} ${noun}s`,
		`${adjective} ${noun}`,
		`DJ ${noun}`,
		`${noun} & ${random.pick(nouns)}`
	]);
}
function title(random) {
	if (random.chance(.05)) return random.pick(oddTitles);
	const [adjective, noun] = [random.pick(adjectives), random.pick(nouns)];
	return random.pick([
		`${adjective} ${noun}`,
		noun,
		`${noun} of ${random.pick(nouns)}s`,
		`The ${adjective}`,
		`${noun} II`
	]);
}
const versionName = (random, name) => random.pick([
	`${name} (${random.pick(nouns)} Remix)`,
	`${name} - ${random.pick(adjectives)} Mix`,
	`${name} - Live at ${random.pick(places)}`,
	`${name} (Live)`,
	`${name} - Acoustic`,
	`${name} - Radio Edit`,
	`${name} - Instrumental`
]);
const albumName = (random) => random.chance(.15) ? `${title(random)} (Deluxe Edition)` : title(random);
// src/simulator/world/seeded/tracks.ts
function newTrack({ seed, random, tracks }, album, artists, name) {
	const count = tracks.size;
	return {
		id: idFrom(`${seed} track ${count}`),
		name,
		artists,
		album: album.id,
		isrc: `QZSET${album.releaseDate.slice(2, 4)}${`${count}`.padStart(5, "0")}`,
		durationMs: random.between(95e3, 42e4),
		explicit: random.chance(.12),
		disc: 1,
		number: album.tracks.length + 1,
		playableIn: random.chance(.015) ? ["US"] : null,
		relinks: {},
		dead: false
	};
}
function sameAgain({ seed, random, tracks }, album, track) {
	return {
		...track,
		id: idFrom(`${seed} track ${tracks.size}`),
		album: album.id,
		number: album.tracks.length + 1,
		durationMs: track.durationMs + random.between(-900, 900),
		playableIn: null,
		relinks: {}
	};
}
function addTrack(making, album, artist, own, guest) {
	const { random, tracks } = making;
	const before = own.length === 0 ? void 0 : random.pick(own);
	const last = tracks.get(album.tracks.at(-1) ?? "");
	const artists = random.chance(.12) && guest !== artist ? [artist, guest] : [artist];
	const track = last?.explicit === true && last.album === album.id && random.chance(.5) ? {
		...newTrack(making, album, last.artists, last.name),
		explicit: false,
		durationMs: last.durationMs
	} : before !== void 0 && random.chance(.12) ? sameAgain(making, album, before) : before !== void 0 && random.chance(.13) ? newTrack(making, album, artists, versionName(random, before.name)) : newTrack(making, album, artists, title(random));
	tracks.set(track.id, track);
	album.tracks.push(track.id);
	own.push(track);
	if (before !== void 0 && before.isrc === track.isrc && random.chance(.3)) before.relinks["DE"] = track.id;
}
// src/simulator/world/seeded/albums.ts
const dayMs$1 = 864e5;
const date = (ms) => new Date(ms).toISOString().slice(0, 10);
function releaseMs(random, nowMs, index) {
	const spans = [
		[1, 120],
		[-75, 0],
		[-720, 0],
		[-15e3, 0],
		[-15e3, 0]
	];
	const [first, last] = spans[index % spans.length] ?? spans[0];
	const days = random.between(first, last);
	const ms = nowMs + days * dayMs$1;
	const untilFriday = (12 - new Date(ms).getUTCDay()) % 7;
	return random.chance(.8) ? ms + (days < 0 ? untilFriday - 7 : untilFriday) * dayMs$1 : ms;
}
function newAlbum(seed, random, nowMs, index, artist) {
	const ms = releaseMs(random, nowMs, index);
	const precision = ms < Date.UTC(2e3, 0) && random.chance(.4) ? random.chance(.7) ? "year" : "month" : "day";
	return {
		id: idFrom(`${seed} album ${index}`),
		name: albumName(random),
		kind: index % 19 === 7 ? "compilation" : random.chance(.5) ? "single" : "album",
		releaseDate: date(ms).slice(0, precision === "year" ? 4 : precision === "month" ? 7 : 10),
		precision,
		artists: [artist],
		tracks: [],
		upc: `${88e10 + index}`,
		popularity: random.between(0, 100),
		unreleased: date(ms) > date(nowMs)
	};
}
function makeAlbums(seed, random, nowMs, artists, sizes) {
	const making = {
		seed,
		random,
		tracks: /* @__PURE__ */ new Map()
	};
	const albums = /* @__PURE__ */ new Map();
	const ownByArtist = /* @__PURE__ */ new Map();
	for (let index = 0; index < sizes.albums; index++) {
		const artist = random.pick(artists).id;
		const album = newAlbum(seed, random, nowMs, index, artist);
		albums.set(album.id, album);
		const left = (sizes.tracks - making.tracks.size) / (sizes.albums - index);
		const count = Math.max(1, Math.round(album.kind === "single" ? random.between(1, 4) : left * 1.6 + random.between(-3, 3)));
		for (let number = 0; number < count && making.tracks.size < sizes.tracks; number++) {
			const by = album.kind === "compilation" ? random.pick(artists).id : artist;
			const own = ownByArtist.get(by) ?? [];
			ownByArtist.set(by, own);
			addTrack(making, album, by, own, random.pick(artists).id);
		}
	}
	return {
		albums,
		tracks: making.tracks
	};
}
// src/simulator/world/seeded/happenings.ts
const hourMs = 36e5;
function makeHappenings(world, random, handEditEveryHours) {
	const releases = [...world.albums.values()].filter(({ unreleased }) => unreleased).map(({ id, releaseDate }) => ({
		kind: "release",
		at: `${releaseDate}T00:00:00Z`,
		album: id
	}));
	const inHours = (hours) => instant(world.nowMs + hours * hourMs);
	const followers = [...world.playlists.keys()].map((playlist) => ({
		kind: "followers",
		at: inHours(20),
		playlist,
		most: random.between(1, 12),
		everyHours: 24
	}));
	const fading = random.some([...world.tracks.keys()], Math.ceil(world.tracks.size * .03)).map((track, at) => ({
		kind: "unavailable",
		at: inHours(30 + at * 47 + random.between(0, 9)),
		track,
		how: random.chance(.6) ? "dead" : "market"
	}));
	const whims = handEditEveryHours === null ? [] : [{
		kind: "whim",
		at: inHours(13),
		user: "owner",
		everyHours: handEditEveryHours
	}];
	return [
		...releases,
		...followers,
		...fading,
		...whims
	];
}
// src/simulator/world/seeded/owner.ts
const seededClientId = "5e7115700c0de5e7115700c0de5e7115";
const seededRefreshToken = "AQ-simulated-refresh-token-of-the-owner";
const allScopes = "playlist-read-private playlist-read-collaborative playlist-modify-private playlist-modify-public user-library-read user-library-modify user-top-read user-follow-read user-follow-modify user-read-recently-played ugc-image-upload".trim();
function makeOwner(world, random) {
	const out = [...world.tracks.values()].filter(({ album }) => world.albums.get(album ?? "")?.unreleased === false);
	const artists = random.some([...world.artists.keys()], Math.ceil(world.artists.size * .4));
	const liked = random.some(out.filter((track) => track.artists.some((id) => artists.includes(id))), 400);
	const ago = (hours) => instant(world.nowMs - hours * 36e5);
	const ranges = () => ({
		short_term: top(),
		medium_term: top(),
		long_term: top()
	});
	const top = () => random.some(liked, 50).map(({ id }) => id);
	const topArtists = () => random.some(artists, 50);
	const owner = decodeUser({
		id: "owner",
		name: "The Owner",
		market: "DE",
		refreshTokens: [{
			token: seededRefreshToken,
			app: seededClientId,
			scopes: allScopes,
			authorizedAt: ago(504)
		}],
		savedTracks: liked.map(({ id }, at) => ({
			id,
			addedAt: ago(5 + at * 19)
		})),
		savedAlbums: random.some([...world.albums.values()].filter((album) => !album.unreleased), 40).map(({ id }, at) => ({
			id,
			addedAt: ago(9 + at * 200)
		})),
		followedArtists: artists,
		topTracks: ranges(),
		topArtists: {
			short_term: topArtists(),
			medium_term: topArtists(),
			long_term: topArtists()
		},
		recentlyPlayed: random.some(liked, 50).map(({ id }, at) => ({
			id,
			playedAt: ago(2 + at * .4)
		}))
	});
	world.users.set(owner.id, owner);
	world.users.set("friend", decodeUser({
		id: "friend",
		name: "A <b>Friend</b>",
		market: "US"
	}));
	world.users.set("developer", decodeUser({
		id: "developer",
		name: "Developer"
	}));
}
// src/simulator/world/seeded/playlists.ts
const plans = [
	{
		name: "Empty drawer",
		rows: 0
	},
	{
		name: "Road trip <3 & friends",
		rows: 30,
		more: { description: "Windows down, \"volume\" up" }
	},
	{
		name: "Focus",
		rows: 80,
		more: {
			public: false,
			description: "null"
		}
	},
	{
		name: "Archive 2019",
		rows: 240
	},
	{
		name: "Everything",
		rows: 1200,
		more: { publicIsStuck: true }
	},
	{
		name: "\u51AC\u306E\u30D7\u30EC\u30A4\u30EA\u30B9\u30C8",
		rows: 55
	},
	{
		name: "With a friend",
		rows: 45,
		more: {
			public: false,
			collaborative: true,
			collaborators: ["friend"]
		}
	},
	{
		name: "Friday finds",
		rows: 20,
		more: { owner: "friend" }
	},
	{
		name: "Her mixtape",
		rows: 60,
		more: {
			owner: "friend",
			nameless: true
		}
	},
	{
		name: "Hot hits",
		rows: 50,
		more: { owner: "spotify" }
	}
];
function makePlaylists(world, random) {
	const ids = [...world.tracks.values()].filter(({ album }) => world.albums.get(album ?? "")?.unreleased === false).map(({ id }) => id);
	for (const [at, { name, rows, more = {} }] of plans.entries()) {
		const playlist = decodePlaylist({
			id: idFrom(`${world.seed} playlist ${at}`),
			owner: "owner",
			followers: random.between(0, 900),
			revision: random.between(2, 400),
			...more,
			name
		});
		playlist.rows = random.some(ids, rows).map((id, place) => row(world, `spotify:track:${id}`, rows - place));
		if (name === "Road trip <3 & friends") playlist.rows.push(...nuisances(world));
		addPlaylist(world, playlist);
	}
	const owner = world.users.get("owner");
	const follows = [...world.playlists.values()].filter(({ owner: by }) => by !== "owner").map(({ id }) => id);
	owner?.playlists.splice(2, 0, null, ...follows);
}
const row = (world, uri, hoursAgo) => ({
	uri,
	addedAt: instant(world.nowMs - hoursAgo * 7 * 36e5),
	addedBy: "owner"
});
function nuisances(world) {
	const episode = world.episodes.keys().next().value ?? "";
	const twice = world.tracks.keys().next().value ?? "";
	return [
		row(world, "spotify:local:Die+%C3%84rzte:Demos:Kassette+%231:214", 3),
		row(world, null, 3),
		row(world, `spotify:episode:${episode}`, 2),
		row(world, `spotify:track:${twice}`, 2),
		row(world, `spotify:track:${twice}`, 1)
	];
}
// src/simulator/world/seeded/random.ts
function randomOf(name) {
	let state = hash(name);
	const share = () => {
		state = state + 1831565813 | 0;
		let value = Math.imul(state ^ state >>> 15, 1 | state);
		value = value + Math.imul(value ^ value >>> 7, 61 | value) ^ value;
		return ((value ^ value >>> 14) >>> 0) / 4294967296;
	};
	const between = (first, last) => first + Math.floor(share() * (last - first + 1));
	return {
		share,
		between,
		chance: (part) => share() < part,
		pick(from) {
			const [first] = from;
			if (first === void 0) throw new RangeError("Cannot pick from nothing");
			return from[between(0, from.length - 1)] ?? first;
		},
		some(from, count) {
			const left = [...from];
			const most = Math.min(count, left.length);
			for (let at = 0; at < most; at++) {
				const other = between(at, left.length - 1);
				[left[at], left[other]] = [left[other], left[at]];
			}
			return left.slice(0, most);
		}
	};
}
// src/simulator/world/seeded.ts
const usual = {
	artists: 60,
	albums: 400,
	tracks: 2500,
	handEditEveryHours: 96
};
function seededWorld(seed, size = {}) {
	const sizes = {
		...usual,
		...size
	};
	const world = decodeWorld({
		seed: `${seed}`,
		settings: { signsIn: "owner" }
	});
	const random = randomOf(`world ${seed}`);
	for (let at = 0; at < sizes.artists; at++) {
		const id = idFrom(`${seed} artist ${at}`);
		world.artists.set(id, {
			id,
			name: artistName(random, at),
			genres: random.some(genres, random.between(0, 3))
		});
	}
	const { albums, tracks } = makeAlbums(world.seed, random, world.nowMs, [...world.artists.values()], sizes);
	world.albums = albums;
	world.tracks = tracks;
	makeShow(world);
	world.apps.set(seededClientId, decodeApp({
		id: seededClientId,
		redirectUris: ["http://127.0.0.1/callback"]
	}));
	makeOwner(world, random);
	makePlaylists(world, random);
	world.happenings = makeHappenings(world, random, sizes.handEditEveryHours);
	return world;
}
function makeShow(world) {
	const show = idFrom(`${world.seed} show`);
	const episodes = Array.from({ length: 30 }, (_, at) => idFrom(`${world.seed} episode ${at}`));
	world.shows.set(show, {
		id: show,
		name: "Liner Notes",
		episodes
	});
	for (const [at, id] of episodes.entries()) {
		const releaseDate = (/* @__PURE__ */ new Date(world.nowMs - at * 7 * 864e5)).toISOString().slice(0, 10);
		world.episodes.set(id, {
			id,
			name: `Episode ${30 - at}`,
			show,
			durationMs: 18e5 + at * 1e3,
			releaseDate,
			explicit: false,
			dead: false
		});
	}
}
// src/simulator/serve.ts
async function serve({ port, worldFile, seed = "setlist", saveOnExit = false, say, signal }) {
	const world = worldFile === void 0 ? seededWorld(seed) : decodeWorld(JSON.parse(await readFile(worldFile, "utf8")));
	const simulator = await startSimulator({
		world,
		port
	});
	say(introduction(simulator));
	if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
	await simulator.close();
	if (saveOnExit && worldFile !== void 0) {
		await writeFile(worldFile, `${JSON.stringify(encodeWorld(world), null, 1)}\n`);
		say(`World saved in ${worldFile}`);
	}
}
function introduction({ apiUrl, authUrl, clockUrl, world }) {
	return [
		`Simulated Spotify: ${world.tracks.size} tracks, ${world.playlists.size} playlists, ${new Date(world.nowMs).toISOString()}`,
		"",
		"Point Setlist at it:",
		`  export SETLIST_SPOTIFY_API_URL=${apiUrl}`,
		`  export SETLIST_SPOTIFY_AUTH_URL=${authUrl}`,
		`  export SETLIST_CLOCK_URL=${clockUrl}`,
		...secrets(world).map(({ user, secret }) => `  export SETLIST_TOKEN_${variable(user)}=${secret}`),
		"",
		`Apps (client ids): ${[...world.apps.keys()].join(", ")}`,
		`What it was asked: ${authUrl}/simulator/log`
	].join("\n");
}
const variable = (user) => user.toUpperCase().replace(/[^A-Z0-9]/g, "_");
const secrets = (world) => [...world.users.values()].flatMap(({ id, refreshTokens }) => {
	const grant = refreshTokens.find(({ revoked }) => !revoked);
	if (grant === void 0) return [];
	const clientSecret = grant.needsSecret ? world.apps.get(grant.app)?.secret : null;
	const value = {
		v: 1,
		refresh_token: grant.token,
		...clientSecret ? { client_secret: clientSecret } : {},
		user_id: id,
		account_id: accountIdOf({ id }),
		authorized_at: grant.authorizedAt
	};
	return [{
		user: id,
		secret: Buffer.from(JSON.stringify(value)).toString("base64url")
	}];
});
// src/simulator/world/render.ts
function renderWorld(world) {
	return `{${Object.entries(encodeWorld(world)).map(([name, part]) => Array.isArray(part) && part.length > 0 ? `${JSON.stringify(name)}:[\n${part.map((entry) => JSON.stringify(entry)).join(",\n")}\n]` : `${JSON.stringify(name)}:${JSON.stringify(part)}`).join(",\n")}}\n`;
}
// src/cli/embedded.ts
const dayMs = 864e5;
const startOfRunMs = 1182e4;
async function openEmbedded(folder, env, nightly) {
	if (env["SETLIST_SPOTIFY_API_URL"] !== void 0) return void 0;
	const read = (path) => readFile(join(folder, path), "utf8").catch(() => void 0);
	const origin = await read(originPath);
	const parsed = origin === void 0 ? void 0 : parseOrigin(origin, originPath);
	if (parsed !== void 0 && !(parsed.ok && parsed.value.simulated)) return void 0;
	await nightly?.settle([worldPath]).catch(() => void 0);
	const world = await read(worldPath);
	if (world === void 0) return void 0;
	const simulator = await startSimulator({ world: decodeWorld(JSON.parse(world)) });
	if (nightly !== null) {
		const clock = await remoteClock(simulator.clockUrl);
		await clock.sleep(nextRunMs(clock.now()) - clock.now());
	}
	const isCurrent = async () => await read(worldPath) === world;
	return {
		env: variables(simulator),
		world: {
			text: () => renderWorld(simulator.world),
			isCurrent
		},
		close: () => simulator.close()
	};
}
const nextRunMs = (nowMs) => (Math.floor(nowMs / dayMs) + 1) * dayMs + startOfRunMs;
const variables = ({ apiUrl, authUrl, clockUrl, world }) => ({
	SETLIST_SPOTIFY_API_URL: apiUrl,
	SETLIST_SPOTIFY_AUTH_URL: authUrl,
	SETLIST_CLOCK_URL: clockUrl,
	...Object.fromEntries(secrets(world).map(({ user, secret }) => [secretVariable(user), secret]))
});
// src/cli/commands/define.ts
const given = (options) => Object.fromEntries(Object.entries(options).filter(([, value]) => value !== void 0));
const wrong = (reason, options) => new Failure([problem("usage/wrong", { reason })], options);
// src/cli/login/place.ts
function placeOf({ to, repository, out }) {
	if (to !== void 0 && out !== void 0) throw wrong("--to and --out are two places for one secret");
	if (repository !== void 0 && to === void 0) throw wrong("--repository goes with --to");
	if (repository !== void 0 && !/^[\w-]+\/[\w.-]+$/.test(repository)) throw wrong(`--repository takes <owner>/<name>, not "${repository}"`);
	if (out !== void 0) return {
		kind: "file",
		path: out
	};
	if (to === void 0) return { kind: "terminal" };
	const environment = environmentIn(to);
	if (environment === void 0) throw wrong(`--to takes repo or environment:<name>, not "${to}"`);
	return {
		kind: "github",
		environment,
		repository: repository ?? null
	};
}
const environmentIn = (to) => to === "repo" ? null : /^environment:(.+)$/.exec(to)?.[1];
async function onGitHub({ environment, repository }, { env, git, patience }) {
	const name = repository ?? await git.repository();
	if (name === null) throw new Failure([problem("usage/no-repository", {})]);
	const token = [env["GITHUB_TOKEN"], env["GH_TOKEN"]].find((one) => one !== void 0 && one !== "");
	if (token === void 0) throw new Failure([problem("usage/no-github-token", {})]);
	const apiUrl = env["GITHUB_API_URL"] ?? "https://api.github.com";
	const { secretsOf } = await import("./secrets.js");
	return secretsOf({
		repository: name,
		token,
		apiUrl
	}, environment, patience);
}
// src/cli/rotation/keeper.ts
function openKeeper(env, { git, isInLedger, hide }) {
	const to = env["SETLIST_SECRETS_TO"]?.trim() || null;
	const environment = to === null ? void 0 : environmentIn(to);
	if (to !== null && environment === void 0) throw wrongPlace(to);
	const secrets = /* @__PURE__ */ new Map();
	const unkept = /* @__PURE__ */ new Map();
	return {
		secretOf: (account) => secrets.get(account),
		keep: async (account, secret, untilMs) => {
			const text = encodeSecret(secret);
			for (const hidden of [secret.refresh_token, text]) hide(hidden);
			secrets.set(account, secret);
			if (isInLedger) return true;
			const variable = secretVariable(account);
			const reason = environment === void 0 ? "SETLIST_SECRETS_TO does not say where" : await reasonAgainst(async () => (await vaultIn(env, environment, git)).put(variable, text));
			unkept.delete(account);
			if (reason === null) return true;
			const until = `${new Date(untilMs).toISOString().slice(0, 16)}Z`;
			unkept.set(account, problem("spotify/rotated-not-kept", {
				account,
				variable,
				reason,
				until,
				to
			}));
			return false;
		},
		unkept: () => [...unkept.values()]
	};
}
const wrongPlace = (to) => new Failure([problem("usage/bad-variable", {
	variable: "SETLIST_SECRETS_TO",
	reason: `"${to}" is neither repo nor environment:<name>`
})]);
const vaultIn = (env, environment, git) => onGitHub({
	kind: "github",
	environment,
	repository: env["GITHUB_REPOSITORY"] || null
}, {
	env: {
		...env,
		GITHUB_TOKEN: env["SETLIST_SECRETS_TOKEN"] || env["GITHUB_TOKEN"]
	},
	git,
	patience: {
		clock: systemClock(),
		random: Math.random
	}
});
async function reasonAgainst(put) {
	try {
		await put();
		return null;
	} catch (error) {
		if (error instanceof Failure) return messageOf$1(error.problems[0]);
		throw error;
	}
}
// src/cli/suspended.ts
const off = [
	"",
	"0",
	"false",
	"off",
	"no"
];
const isSuspended = ({ SETLIST_SUSPEND: text }) => text !== void 0 && !off.includes(text.toLowerCase());
// src/cli/ports.ts
async function openPorts(outside, options, signal, isNightly = false) {
	const folder = resolve(options.dir);
	const git = openGit(folder, outside);
	const embedded = await openEmbedded(folder, outside, isNightly ? git : null);
	const env = {
		...outside,
		...embedded?.env
	};
	const clock = await openClock(env);
	const keeper = openKeeper(env, {
		git,
		isInLedger: embedded !== void 0,
		hide: options.hide ?? (() => void 0)
	});
	const say = sayer(options);
	const simulated = isLoopback(endpoints(env).apiUrl);
	const slate = embedded === void 0 ? openSlate(folder, outside, {
		clock,
		simulated
	}) : forgetting;
	return {
		files: disk(folder),
		clock,
		say,
		connect: connect(env, endpoints(env), {
			clock: tellingClock(clock, say),
			signal,
			keeper
		}),
		slate,
		unkept: keeper.unkept,
		authorize: ({ app: { name: app, clientId }, ...asking }) => authorize({
			...endpoints(env),
			...asking,
			app,
			clientId,
			clock,
			slate,
			signal
		}),
		signIns: lookAtSignIns({
			...endpoints(env),
			secret: (account) => env[secretVariable(account)],
			keep: keeper.keep,
			clock,
			slate,
			signal
		}),
		suspended: isSuspended(env),
		started: whoRuns(env),
		git,
		simulated,
		world: embedded?.world ?? null,
		signal,
		close: async () => embedded?.close()
	};
}
const endpoints = (env) => ({
	apiUrl: urlIn(env, "SETLIST_SPOTIFY_API_URL", "https://api.spotify.com/v1"),
	authUrl: urlIn(env, "SETLIST_SPOTIFY_AUTH_URL", "https://accounts.spotify.com")
});
const isLoopback = (url) => [
	"127.0.0.1",
	"[::1]",
	"localhost"
].includes(new URL(url).hostname);
function urlIn(env, variable, usual) {
	const text = env[variable] ?? usual;
	if (URL.canParse(text)) return text.replace(/\/+$/, "");
	throw new Failure([problem("usage/bad-variable", {
		variable,
		reason: `"${text}" is no address`
	})]);
}
async function openClock(env) {
	const { SETLIST_CLOCK_URL: url, SETLIST_NOW: now } = env;
	if (url !== void 0) return remoteClock(urlIn(env, "SETLIST_CLOCK_URL", url));
	if (now === void 0) return systemClock();
	const startMs = Date.parse(now);
	if (!Number.isNaN(startMs)) return systemClock(startMs);
	throw new Failure([problem("usage/bad-variable", {
		variable: "SETLIST_NOW",
		reason: `"${now}" is no moment like 2026-11-22T03:00:00Z`
	})]);
}
function sayer({ json, quiet }) {
	if (json === true || quiet === true || !process.stderr.isTTY) return () => void 0;
	return (line) => void process.stderr.write(`  ${visible(line)}\n`);
}
// src/cli/rotation/telling.ts
async function tellingUnkept({ unkept }, work) {
	try {
		const result = await work();
		const told = new Set(result.problems.map(subjectOf));
		return {
			...result,
			problems: [...result.problems, ...unkept().filter((one) => !told.has(subjectOf(one)))]
		};
	} catch (error) {
		const lost = unkept();
		if (error instanceof Failure && lost.length > 0) throw new Failure([...error.problems, ...lost], { cause: error.cause });
		for (const one of lost) process.stderr.write(`${renderProblem(one)}\n`);
		throw error;
	}
}
const subjectOf = ({ code, facts }) => code === "sign-in/rotated" || code === "spotify/rotated-not-kept" ? `rotated ${facts.account}` : code;
// src/cli/site-folder.ts
async function openSiteFolder(folder) {
	await mkdir(resolve(folder), { recursive: true }).catch((cause) => {
		throw new Failure([problem("machine/file", {
			path: folder,
			reason: cause instanceof Error && "code" in cause ? `the system says ${cause.code}` : "it cannot be made"
		})], { cause });
	});
	return {
		name: folder,
		files: disk(folder)
	};
}
export { nightInWords as $, readPlaybook as $t, validate as A, exitOf as An, skewIn as At, alone as B, readRuleFiles as Bt, refusedBySystem as C, problem as Cn, accountsOf as Ct, systemClock as D, orFail as Dn, scopesFor as Dt, refused$3 as E, Failure as En, uncovered as Et, startedBy as F, exits as Fn, besideRuns as Ft, recovered as G, factLines as Gt, chosen as H, readAccounts as Ht, factsToKeep as I, signalExits as In, readBesideRuns as It, report as J, libraryOf as Jt, renderOutcomes as K, parseControl as Kt, filesBetween as L, worstExit as Ln, mustBeFree as Lt, standingRefusals as M, messageOf$1 as Mn, assemble as Mt, sync as N, counted$1 as Nn, isWritten as Nt, remoteClock as O, distinct as On, clockBehind as Ot, endingOf as P, whenSignalled as Pn, gather$1 as Pt, secretVariable as Q, worldPath as Qt, foldedBefore as R, interruptedBy as Rn, underLeases as Rt, gitIn as S, ourSchemas as Sn, nightAt as St, isCode$1 as T, visible as Tn, usedBy as Tt, strangerIn as U, readOrigin as Ut, otherSpotify as V, readWorkspace as Vt, few as W, parsePlaylist as Wt, deedOf as X, ledgerFolder as Xt, besideRows as Y, isControlPath as Yt, endOfSignIn as Z, playlistPath as Zt, connect as _, buckets as _n, isIrreplaceable as _t, onGitHub as a, nearest as an, planLive as at, partsOf as b, renderPlanFile as bn, allReadable as bt, wrong as c, idIn as cn, planPlaylist as ct, serve as d, dayAfter as dn, Aliases as dt, decode$2 as en, widthOf as et, seededWorld as f, renderPlan as fn, actualIn as ft, decodeHappening as g, together as gn, removals$1 as gt, decodeFault as h, forgottenAt as hn, isForEver as ht, openKeeper as i, keys$1 as in, withLedger as it, runNight as j, fixOf as jn, skewOf as jt, verify as k, canonicalJson as kn, lastRunAt as kt, variables as l, isAddableUri as ln, ruleHash as lt, changed as m, inColumns as mn, holding as mt, tellingUnkept as n, portfolioSchema as nn, planOffline as nt, placeOf as o, sources as on, startOfNightMs as ot, startSimulator as p, signed$1 as pn, factsOf as pt, cutShort as q, namesOfGone as qt, openPorts as r, ruleSchema as rn, readFactsFile as rt, given as s, isDate as sn, leaveAlone as st, openSiteFolder as t, parseYaml as tn, plan as tt, renderWorld as u, trackUri as un, labelOf$1 as ut, forgetting as v, problemOf$1 as vn, keysOf$2 as vt, disk as w, renderProblem as wn, keepUsed as wt, textOf$1 as x, renderFacts as xn, withoutRoom$1 as xt, openGit as y, parsePlan as yn, withLostToken as yt, besides as z, instantOf as zt };
