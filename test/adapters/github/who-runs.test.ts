import { expect, test } from 'vitest';
import { whoRuns } from '../../../src/adapters/github/who-runs.ts';

test.each([
  // GitHub names the last committer to the workflow as the actor of a schedule: nobody started it.
  ['schedule', 'octocat', { trigger: 'schedule', actor: null }],
  ['push', 'octocat', { trigger: 'merge', actor: 'octocat' }],
  ['workflow_dispatch', 'octocat', { trigger: 'manual', actor: 'octocat' }],
  [undefined, undefined, { trigger: 'manual', actor: null }],
  [undefined, '', { trigger: 'manual', actor: null }],
] as const)('%s by %s', (event, actor, expected) => {
  expect(whoRuns({ GITHUB_EVENT_NAME: event, GITHUB_ACTOR: actor })).toEqual(expected);
});
