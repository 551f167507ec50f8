import { aboutEndpoints } from './about.ts';
import { archiveEndpoints } from './archive.ts';
import { countEndpoints } from './counts.ts';
import { differenceEndpoints } from './difference.ts';
import { downloadEndpoints } from './downloads.ts';
import { emptinessEndpoints } from './emptiness.ts';
import { eventEndpoints } from './event-endpoints.ts';
import { figureEndpoints } from './figures.ts';
import { groupEndpoints } from './groups.ts';
import { keepingEndpoints } from './keeping.ts';
import { liveEndpoints } from './live.ts';
import { memberEndpoints } from './members.ts';
import { noteEndpoints } from './notes.ts';
import { noveltyEndpoints } from './novelty.ts';
import { policyEndpoints } from './policy.ts';
import { sessionEndpoints } from './session.ts';
import { sessionTreeEndpoints } from './sessions.ts';
import { upkeepEndpoints } from './upkeep.ts';
import { viewEndpoints } from './views.ts';

/** Every endpoint there is: what the server registers and OpenAPI is printed from. A page imports the groups that it asks. */
export const contract = {
  ...aboutEndpoints,
  ...archiveEndpoints,
  ...countEndpoints,
  ...differenceEndpoints,
  ...downloadEndpoints,
  ...emptinessEndpoints,
  ...eventEndpoints,
  ...figureEndpoints,
  ...groupEndpoints,
  ...keepingEndpoints,
  ...liveEndpoints,
  ...memberEndpoints,
  ...noteEndpoints,
  ...noveltyEndpoints,
  ...policyEndpoints,
  ...sessionEndpoints,
  ...sessionTreeEndpoints,
  ...upkeepEndpoints,
  ...viewEndpoints,
} as const;
export type Contract = typeof contract;
