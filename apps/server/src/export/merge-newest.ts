import type { TrailEvent } from '@trailglass/record';

/** Events that are handed on together, when none has to wait for a scope's next page. */
const MOST = 500;

interface Head {
  readonly pages: AsyncIterator<readonly TrailEvent[]>;
  /** The page after this one, on its way while this one is handed on. */
  next: Promise<IteratorResult<readonly TrailEvent[]>>;
  page: readonly TrailEvent[];
  at: number;
}

/**
 * Several scopes, each newest first, as one. Two pages of each are held, whatever comes: the reading goes no faster than
 * what it gives is taken.
 */
export async function* mergeNewest(
  scopes: readonly AsyncIterable<readonly TrailEvent[]>[],
): AsyncGenerator<readonly TrailEvent[]> {
  const heads = scopes.map((scope): Head => {
    const pages = scope[Symbol.asyncIterator]();
    return { pages, next: ahead(pages), page: [], at: 0 };
  });
  let open: Head[] = [];
  try {
    for (const head of heads) if (await turnPage(head)) open.push(head);
    while (open.length > 0) {
      const batch: TrailEvent[] = [];
      let empty: Head | undefined;
      while (empty === undefined && batch.length < MOST) {
        const head = newestOf(open);
        batch.push(head.page[head.at] as TrailEvent);
        head.at += 1;
        if (head.at === head.page.length) empty = head;
      }
      yield batch;
      if (empty && !(await turnPage(empty))) open = open.filter((head) => head !== empty);
    }
  } finally {
    for (const { pages } of heads) void pages.return?.().catch(() => undefined);
  }
}

/** The first page is asked of all scopes at once, and each further one while the one before is handed on. */
function ahead(pages: AsyncIterator<readonly TrailEvent[]>): Head['next'] {
  const next = pages.next();
  next.catch(() => undefined);
  return next;
}

async function turnPage(head: Head): Promise<boolean> {
  const { done, value } = await head.next;
  if (done) return false;
  head.page = value;
  head.at = 0;
  head.next = ahead(head.pages);
  return true;
}

function newestOf(heads: readonly Head[]): Head {
  let newest = heads[0] as Head;
  for (const head of heads) if (timeOf(head) > timeOf(newest)) newest = head;
  return newest;
}

const timeOf = ({ page, at }: Head): number => page[at]?.time ?? -Infinity;
