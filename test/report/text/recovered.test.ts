import { expect, test } from 'vitest';
import type { PlaylistId, Slug } from '../../../src/domain/ids.ts';
import type { AuditBody } from '../../../src/domain/records/audit.ts';
import { recovered } from '../../../src/report/text/recovered.ts';
import { keys } from '../../build/rule.ts';

const cut = (more: Partial<AuditBody>): AuditBody => ({
  at: '2026-11-22T03:41:00Z' as AuditBody['at'],
  night: '2026-11-22',
  run: 'cut',
  playlist: 'A'.repeat(22) as PlaylistId,
  rule: 'drive' as Slug,
  kind: 'items',
  who: { by: 'setlist', trigger: 'schedule', actor: null },
  entered: [],
  left: [],
  moved: [],
  details: null,
  acked: null,
  commit: null,
  before: '',
  after: '',
  ...more,
});
const added = cut({ entered: keys('ab').map((key) => ({ key, why: [] })) });
const details = (changed: AuditBody['details']): AuditBody => cut({ kind: 'details', details: changed });
const described = details({ description: '2 songs' });
const renamed = details({ name: 'Night Drive II', description: '2 songs' });

test.each<[string, readonly AuditBody[], readonly string[]]>([
  ['a description beside its rows with these', [added, described], ['drive: +2']],
  ['a new name beside rows', [added, renamed], ['drive: +2', 'drive: name and description changed']],
  ['a description alone', [described], ['drive: description changed']],
  ['a playlist that began, by its rows', [cut({ kind: 'created' }), added], ['drive: +2']],
  ['a playlist that began and got no rows', [cut({ kind: 'created' })], ['drive: created']],
])('of a run that was cut off, it tells %s', (_, audit, told) => {
  expect(recovered(audit, { run: 'tonight' })).toEqual([
    ['Run cut was cut off. Before that it had changed:', ...told.map((line) => `  ${line}`)].join('\n'),
  ]);
  expect(recovered(audit, { run: 'cut' })).toEqual([]);
});
