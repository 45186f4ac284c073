import { D as systemClock } from "./setlist.js";
import { t as lookAtGitHub } from "./on-github.js";
// src/cli/doctor/look-around.ts
function lookAround({ signIns, signal }, env) {
	const token = [env["GITHUB_TOKEN"], env["GH_TOKEN"]].find((one) => one !== void 0 && one !== "");
	const apiUrl = env["GITHUB_API_URL"] ?? "https://api.github.com";
	const patience = {
		clock: systemClock(),
		random: Math.random,
		signal
	};
	return {
		node: process.version,
		signIns,
		gitHub: token === void 0 ? null : (repository) => lookAtGitHub({
			repository,
			token,
			apiUrl
		}, patience)
	};
}
export { lookAround };
