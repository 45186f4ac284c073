export { n as secretsOf } from "./on-github.js";
