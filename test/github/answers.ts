import { changedTree, committed, shownCommit } from './objects.ts';
import type { GitCommand } from './repository.ts';
import type { Secrets } from './secrets.ts';

export type Answer = { readonly status: number; readonly json?: unknown; readonly text?: string };
export type Asked = {
  readonly git: GitCommand;
  readonly secrets: Secrets;
  readonly query: URLSearchParams;
  /** What a route leaves open, decoded. */
  readonly parts: readonly string[];
  readonly body: Record<string, unknown>;
};

const ok = (json: unknown, status = 200): Answer => ({ status, json });
const refusal = (status: number, message: string): Answer => ({ status, json: { message, status: String(status) } });
export const notFound = refusal(404, 'Not Found');

const tried = (run: () => string): string | undefined => {
  try {
    return run();
  } catch {
    return undefined;
  }
};

const shaOf = (git: GitCommand, ref: string): string | undefined =>
  tried(() => git(['rev-parse', '--verify', '--quiet', `${ref}^{}`]));

const shownRef = (ref: string, sha: string) => ({ ref, object: { type: 'commit', sha } });

function getRef({ git, parts: [ref = ''] }: Asked): Answer {
  const sha = shaOf(git, `refs/${ref}`);
  return sha === undefined ? notFound : ok(shownRef(`refs/${ref}`, sha));
}

function createRef({ git, body }: Asked): Answer {
  const { ref, sha } = body as { ref: string; sha: string };
  if (shaOf(git, ref) !== undefined) return refusal(422, 'Reference already exists');
  git(['update-ref', ref, sha, '']);
  return ok(shownRef(ref, sha), 201);
}

function moveRef({ git, parts: [below = ''], body }: Asked): Answer {
  const ref = `refs/${below}`;
  const { sha, force } = body as { sha: string; force: boolean };
  const before = shaOf(git, ref);
  if (before === undefined) return refusal(422, 'Reference does not exist');
  const isAhead = tried(() => git(['merge-base', '--is-ancestor', before, sha])) !== undefined;
  if (!isAhead && !force) return refusal(422, 'Update is not a fast forward');
  git(['update-ref', ref, sha, before]);
  return ok(shownRef(ref, sha));
}

function deleteRef({ git, parts: [below = ''] }: Asked): Answer {
  if (shaOf(git, `refs/${below}`) === undefined) return refusal(422, 'Reference does not exist');
  git(['update-ref', '-d', `refs/${below}`]);
  return { status: 204 };
}

function getCommit({ git, parts: [sha = ''] }: Asked): Answer {
  if (shaOf(git, sha) === undefined) return notFound;
  const { commit, parents } = shownCommit(git, sha);
  return ok({ sha, message: commit.message, tree: commit.tree, parents });
}

function createCommit({ git, body }: Asked): Answer {
  const { message, tree, parents } = body as { message: string; tree: string; parents: readonly string[] };
  const sha = committed(git, tree, parents, message);
  return ok({ sha, message, tree: { sha: tree }, parents: parents.map((parent) => ({ sha: parent })) }, 201);
}

function getTree({ git, parts: [sha = ''], query }: Asked): Answer {
  if (query.get('recursive') === null) return notFound;
  const tree = git(['ls-tree', '-r', '-z', '--full-tree', sha])
    .split('\0')
    .flatMap((line) => {
      const [, mode, type, id, path] = /^(\d+) (\w+) (\w+)\t(.*)$/s.exec(line) ?? [];
      return path === undefined ? [] : [{ path, mode, type, sha: id }];
    });
  return ok({ sha, tree, truncated: false });
}

function listCommits({ git, query }: Asked): Answer {
  const [path, until] = [query.get('path'), query.get('until')];
  const shas = git([
    'log',
    '--format=%H',
    `--max-count=${query.get('per_page') ?? 30}`,
    ...(until === null ? [] : [`--until=${until}`]),
    query.get('sha') ?? 'main',
    '--',
    ...(path === null ? [] : [path]),
  ]).split('\n');
  return ok(shas.flatMap((sha) => (sha === '' ? [] : [shownCommit(git, sha)])));
}

function compare({ git, parts: [base = '', head = ''] }: Asked): Answer {
  if (tried(() => git(['merge-base', base, head])) === undefined) return notFound;
  const [behind = '0', ahead = '0'] = git(['rev-list', '--left-right', '--count', `${base}...${head}`]).split('\t');
  const words = { A: 'added', M: 'modified', D: 'removed' } as const;
  const files = git(['diff', '--name-status', '--no-renames', '-z', `${base}...${head}`])
    .split('\0')
    .flatMap((status, index, all) =>
      index % 2 === 0 && status !== ''
        ? [{ filename: all[index + 1], status: words[status as keyof typeof words] }]
        : [],
    );
  return ok({ behind_by: Number(behind), ahead_by: Number(ahead), files });
}

function getContents({ git, parts: [path = ''], query }: Asked): Answer {
  const text = tried(() => git(['cat-file', 'blob', `${query.get('ref') ?? 'main'}:${path}`], { whole: true }));
  return text === undefined ? notFound : { status: 200, text };
}

type CommitInput = {
  readonly branch: { readonly repositoryNameWithOwner: string; readonly branchName: string };
  readonly expectedHeadOid: string;
  readonly message: { readonly headline: string; readonly body?: string };
  readonly fileChanges: {
    readonly additions?: readonly { readonly path: string; readonly contents: string }[];
    readonly deletions?: readonly { readonly path: string }[];
  };
};

/** As GitHub says it when the branch is elsewhere. */
export const stale = (expected: string): Answer =>
  ok({
    data: { createCommitOnBranch: null },
    errors: [
      {
        type: 'STALE_DATA',
        path: ['createCommitOnBranch'],
        message: `Expected branch to point to "${expected}" but it did not. Pull and try again.`,
      },
    ],
  });

function graphql({ git, body }: Asked): Answer {
  const { query, variables } = body as { query: string; variables: { input: CommitInput } };
  if (
    !/^mutation \(\$input: CreateCommitOnBranchInput!\) \{\s+createCommitOnBranch\(input: \$input\) \{ commit \{ oid \} \}\s+\}$/.test(
      query,
    )
  )
    return notFound;
  const { branch, expectedHeadOid, message, fileChanges } = variables.input;
  const ref = `refs/heads/${branch.branchName}`;
  if (shaOf(git, ref) !== expectedHeadOid) return stale(expectedHeadOid);
  const { additions = [], deletions = [] } = fileChanges;
  const changes = [
    ...additions.map(({ path, contents }) => ({ path, contents: Buffer.from(contents, 'base64') })),
    ...deletions.map(({ path }) => ({ path })),
  ];
  const text =
    message.body === undefined || message.body === '' ? message.headline : `${message.headline}\n\n${message.body}`;
  const oid = committed(git, changedTree(git, expectedHeadOid, changes), [expectedHeadOid], text);
  git(['update-ref', ref, oid, expectedHeadOid]);
  return ok({ data: { createCommitOnBranch: { commit: { oid } } } });
}

export type Route = readonly [method: string, path: RegExp, answer: (asked: Asked) => Answer];

/** All that is ever called, below `/repos/<owner>/<name>`; what is not here is a mistake of ours. */
export const routes: readonly Route[] = [
  ['GET', /^\/git\/ref\/(.+)$/, getRef],
  ['POST', /^\/git\/refs$/, createRef],
  ['PATCH', /^\/git\/refs\/(.+)$/, moveRef],
  ['DELETE', /^\/git\/refs\/(.+)$/, deleteRef],
  ['GET', /^\/git\/commits\/([0-9a-f]{40})$/, getCommit],
  ['POST', /^\/git\/commits$/, createCommit],
  ['GET', /^\/git\/trees\/([0-9a-f]{40})$/, getTree],
  ['GET', /^\/commits$/, listCommits],
  ['GET', /^\/compare\/([0-9a-f]{40})\.\.\.([0-9a-f]{40})$/, compare],
  ['GET', /^\/contents\/(.+)$/, getContents],
  ['GET', /^\/actions\/secrets\/public-key$/, ({ secrets }) => secrets.publicKey(null)],
  ['PUT', /^\/actions\/secrets\/([^/]+)$/, ({ secrets, parts: [name = ''], body }) => secrets.put(null, name, body)],
  [
    'GET',
    /^\/environments\/([^/]+)\/secrets\/public-key$/,
    ({ secrets, parts: [place = ''] }) => secrets.publicKey(place),
  ],
  [
    'PUT',
    /^\/environments\/([^/]+)\/secrets\/([^/]+)$/,
    ({ secrets, parts: [place = '', name = ''], body }) => secrets.put(place, name, body),
  ],
];

export const graphqlRoute: Route = ['POST', /^\/graphql$/, graphql];
