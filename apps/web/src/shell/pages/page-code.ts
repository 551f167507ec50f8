import { ProblemError, problem } from '@trailglass/api';
import { later } from '../../ui/loading/lazily.ts';

/** The code of a page that few visits begin with. @throws {ProblemError} where it does not come */
export function pageCode<Code>(load: () => Promise<Code>): () => Promise<Code> {
  later(load);
  return () =>
    load().catch(() => {
      throw new ProblemError({
        ...problem(
          'unreachable',
          'The Trailglass server did not send it: it does not answer, or was updated since this page was opened. Reload once it runs.',
        ),
        title: 'This page could not be loaded',
      });
    });
}
