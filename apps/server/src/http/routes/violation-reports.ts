import { ProblemError, problem } from '@trailglass/api';
import type { Request, Router } from 'express';
import type { Logger } from 'pino';
import { readBytes } from '../json-body.ts';
import { PerMinute } from '../sign-in/limit.ts';

const mostBytes = 16 * 1024;
const mostPerMinute = 20;
const types = /^application\/(?:csp-report|reports\+json|json)\b/i;

/** Where browsers tell of violations of the page's policy: one short line in the log each, and not many. */
export function violationReports(router: Router, log: Logger): void {
  const limit = new PerMinute(mostPerMinute);
  const receive = async (request: Request): Promise<void> => {
    const retryAfterMs = limit.wait('');
    if (retryAfterMs > 0) {
      throw new ProblemError(problem('too-many-requests', 'Enough reports.', { retryAfterMs }));
    }
    limit.count('');
    if (!types.test(request.headers['content-type'] ?? '')) {
      throw new ProblemError(problem('unsupported-media-type', 'Send a report as browsers do.'));
    }
    const report = (await readBytes(request, mostBytes)).toString('utf8');
    log.warn({ report: report.slice(0, 2000) }, 'the page broke its content security policy');
  };
  router.post('/csp', (request, response, next) => {
    receive(request).then(() => response.status(204).end(), next);
  });
}
