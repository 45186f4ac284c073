import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe } from 'vitest';
import type { Answer } from '../../github/answers.ts';
import { repositories } from '../../github/repository.ts';
import { type GitHub, startGitHub } from '../../github/server.ts';
import { test as base, type Stage } from '../stage/stage.ts';
import { rule, smallWorld } from '../stage/world.ts';
import { looked } from './looked.ts';

type Hub = GitHub & { readonly env: Readonly<Record<string, string>> };

const test = base.extend<{ readonly github: Hub; readonly stage: Stage }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest asks for a pattern.
  github: async ({}, use) => {
    const { bare, remove } = await repositories({ 'README.md': 'Playlists\n' });
    const github = await startGitHub(bare.git);
    await use({ ...github, env: { GITHUB_API_URL: github.apiUrl, GITHUB_TOKEN: github.token } });
    await github.close();
    remove();
  },
  stage: async ({ open }, use) => {
    const stage = await open({ world: smallWorld('ab'), files: { 'playlists/night.yaml': rule('List', 'ab') } });
    const remote = '[remote "origin"]\n\turl = git@github.com:nightbird/setlist.git\n';
    await writeFile(join(stage.folder, '.git', 'config'), remote, { flag: 'a' });
    await use(stage);
  },
});

const at = (path: string): string => `GET /repos/nightbird/setlist${path}`;
const ok = (json: unknown): Answer => ({ status: 200, json });
const refused = (status: number, message: string): Answer => ({ status, json: { message } });
const workflow = (name: string, state = 'active') => ({ path: `.github/workflows/${name}.yml`, state });

/** A repository in which every protection is on, and all is there that a night needs. */
const guarded: Readonly<Record<string, Answer>> = {
  [at('')]: ok({ default_branch: 'main', private: true }),
  [at('/rules/branches/main')]: ok([
    { type: 'pull_request', parameters: { required_approving_review_count: 1, require_code_owner_review: true } },
    { type: 'required_status_checks', parameters: { required_status_checks: [{ context: 'pull-request' }] } },
    { type: 'non_fast_forward' },
  ]),
  [at('/branches/main/protection')]: refused(404, 'Branch not protected'),
  [at('/actions/permissions/workflow')]: ok({
    default_workflow_permissions: 'read',
    can_approve_pull_request_reviews: false,
  }),
  [at('/actions/workflows')]: ok({ workflows: [workflow('setlist'), workflow('pull-request')] }),
  [at('/actions/secrets')]: ok({ secrets: [] }),
  [at('/environments')]: ok({ environments: [{ name: 'production' }] }),
  [at('/environments/production/secrets')]: ok({ secrets: [{ name: 'SETLIST_TOKEN_OWNER' }] }),
  [at('/pages')]: ok({ build_type: 'workflow' }),
};

const forbidden = refused(403, 'Resource not accessible by personal access token');
const ids = ['private', 'review', 'code-owners', 'checks', 'history', 'token', 'approves'];

describe('the doctor says of a repository on GitHub', () => {
  test('that every protection is on', async ({ github, stage, expect }) => {
    github.tell(guarded);
    const found = await looked(stage, '', github.env);
    expect(found).toMatchObject({ exit: 0, codes: [] });
    expect(found.marks('well', 'GitHub')).toEqual([...ids, 'workflows', 'workflows', 'secrets', 'pages', 'lease']);
    expect(github.log.filter((one) => !one.startsWith('GET '))).toEqual([]);
    expect(github.strangers).toEqual([]);
    expect(found.requests.gitHub).toBe(github.log.length);
    expect(found.out).not.toMatch(github.token);
  });

  test('the same of a branch that is protected in the older way', async ({ github, stage, expect }) => {
    const classic = {
      required_pull_request_reviews: { required_approving_review_count: 1, require_code_owner_reviews: true },
      required_status_checks: { contexts: ['pull-request'] },
      allow_force_pushes: { enabled: false },
    };
    github.tell({
      ...guarded,
      [at('/rules/branches/main')]: ok([]),
      [at('/branches/main/protection')]: ok(classic),
    });
    const found = await looked(stage, '', github.env);
    expect(found).toMatchObject({ exit: 0, codes: [] });
    expect(found.marks('well', 'GitHub').slice(0, ids.length)).toEqual(ids);
  });

  test('each protection that is off, and what a night would miss', async ({ github, stage, expect }) => {
    github.tell({
      ...guarded,
      [at('')]: ok({ default_branch: 'main', private: false }),
      [at('/rules/branches/main')]: ok([]),
      [at('/actions/permissions/workflow')]: ok({
        default_workflow_permissions: 'write',
        can_approve_pull_request_reviews: true,
      }),
      [at('/actions/workflows')]: ok({ workflows: [workflow('setlist', 'disabled_inactivity')] }),
      [at('/environments/production/secrets')]: ok({ secrets: [] }),
      [at('/pages')]: ok({ build_type: 'legacy' }),
    });
    const { exit, codes } = await looked(stage, '', github.env);
    expect({ exit, codes }).toEqual({
      exit: 11,
      codes: [
        'github/public',
        'github/no-review',
        'github/no-code-owners',
        'github/no-checks',
        'github/force-pushes',
        'github/token-writes',
        'github/token-approves',
        'github/workflow-off',
        'github/no-workflow',
        'github/no-secret',
        'github/pages-from-branch',
      ],
    });
  });

  test('not known, of what the token may not see', async ({ github, stage, expect }) => {
    const about = { [at('')]: guarded[at('')] ?? forbidden };
    github.tell({ ...Object.fromEntries(Object.keys(guarded).map((request) => [request, forbidden])), ...about });
    github.tell({ [at('/branches/main')]: ok({ protected: true }) });
    const found = await looked(stage, '', github.env);
    expect(found).toMatchObject({ exit: 0, codes: [] });
    const hidden = ['review', 'code-owners', 'checks', 'history', 'token', 'workflows', 'secrets', 'pages'];
    expect(found.marks('unseen', 'GitHub')).toEqual(hidden);
    expect(found.out).toMatch('Resource not accessible');
  });

  test('that a branch which nobody protects is not, even where the token may not ask', async ({
    github,
    stage,
    expect,
  }) => {
    github.tell({
      ...guarded,
      [at('/rules/branches/main')]: ok([{ type: 'non_fast_forward' }]),
      [at('/branches/main/protection')]: forbidden,
      [at('/branches/main')]: ok({ protected: false }),
    });
    const { exit, codes } = await looked(stage, '', github.env);
    expect({ exit, codes }).toEqual({
      exit: 0,
      codes: ['github/no-review', 'github/no-code-owners', 'github/no-checks'],
    });
  });

  test('nothing wrong, when GitHub takes the token no more or is not there', async ({ github, stage, expect }) => {
    for (const env of [{ GITHUB_TOKEN: 'ghs_stolen' }, { GITHUB_API_URL: 'http://127.0.0.1:1' }]) {
      const found = await looked(stage, '', { ...github.env, ...env });
      expect(found).toMatchObject({ exit: 0, codes: [] });
      expect(found.marks('unseen', 'GitHub')).toEqual(['repository']);
      expect(found.out).not.toMatch('ghs_');
    }
  });

  test('nothing without a token, and asks for one', async ({ github, stage, expect }) => {
    const found = await looked(stage, '', { GITHUB_API_URL: github.apiUrl });
    expect(found.marks('unseen', 'GitHub')).toEqual(['repository']);
    expect(github.log).toEqual([]);
    expect(await looked(stage, '--offline', github.env)).toMatchObject({
      exit: 0,
      requests: { spotify: 0, gitHub: 0 },
    });
    expect(github.log).toEqual([]);
  });
});
