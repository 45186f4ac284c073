import type { Trigger } from '../../domain/records/run.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** What set a run off, and who, as GitHub Actions tells it; outside of it all is manual. */
export function whoRuns(env: Variables): { readonly trigger: Trigger; readonly actor: string | null } {
  const actor = env['GITHUB_ACTOR'] || null;
  switch (env['GITHUB_EVENT_NAME']) {
    case 'schedule':
      return { trigger: 'schedule', actor: null };
    case 'push':
      return { trigger: 'merge', actor };
    default:
      return { trigger: 'manual', actor };
  }
}
