import { type Coverage, union, within } from '../coverage.ts';
import type { Answer, Begun, Open, Request } from '../protocol/protocol.ts';
import { readContents } from '../queries/figures/contents.ts';
import { whyEmpty } from '../queries/emptiness/emptiness.ts';
import { countQuestions } from '../queries/figures/counts.ts';
import { countFacets } from '../queries/figures/facets.ts';
import { countDifference } from '../queries/groups/difference.ts';
import { countGroups } from '../queries/groups/groups.ts';
import { readHandouts, readSignIns } from '../queries/handover/handouts.ts';
import { countHistogram } from '../queries/figures/histogram.ts';
import { readKeyUses } from '../queries/handover/key-uses.ts';
import { readSubjects } from '../queries/novelty/novelty-subjects.ts';
import { readSeenBefore } from '../queries/novelty/seen-before.ts';
import { readCallers, rememberCaller } from './tables/callers.ts';
import { Checkpoints } from './file/checkpoints.ts';
import { readLedger } from './coverage/coverage-table.ts';
import { openDatabase } from './file/database.ts';
import { KnownScopes } from '../statements/known-scopes.ts';
import { checkpoint } from './file/half-written.ts';
import { forgetRereads, readKeeping, writeKeeping } from './tables/keeping-table.ts';
import { refuseNewer } from './tables/format.ts';
import type { Ledger } from './coverage/ledger.ts';
import { ReadAhead } from './reading/read-ahead.ts';
import type { Answers } from './reading/read-answers.ts';
import type { Read } from './reading/read.types.ts';
import { countExamined, readOne, readRun } from './reading/reader.ts';
import { readStretch, stretchAnswers } from './reading/stretch.ts';
import { countEvents } from '../statements/event-row.ts';
import { Readers } from '../statements/readers.ts';
import { rebuildEvents } from './writing/rebuild.ts';
import { eventsTable, forgetAll, makeTables, stateOfEvents } from './tables/schema.ts';
import { Together } from './reading/together.ts';
import { Upkeep, type UpkeepRequest } from './upkeep/upkeep.ts';
import { deleteNote, readNotes, writeNote } from './tables/notes-table.ts';
import { readViews, writeViews } from './tables/views-table.ts';
import { Writer } from './writing/writer.ts';

/** The archive within its own process. */
export interface Store {
  readonly notices: readonly string[];
  /** When it was begun anew. */
  readonly begun?: Begun | undefined;
  readonly answer: (request: Asked, signal: AbortSignal) => Promise<Answer<Asked['op']>>;
  readonly upkeep: Upkeep;
}
type Asked = Exclude<Request, UpkeepRequest>;

/**
 * Throws Refusal when the place is another's, or not to be used.
 * @param beat says that others wait for what takes long
 */
export async function openStore({ place, anew }: Open, beat: () => void): Promise<Store> {
  const { connect, file, attached, begun } = await openDatabase(place, anew);
  const connection = await connect();
  await refuseNewer(connection);
  if (place.kind === 'folder' && place.fresh) await forgetAll(connection);
  const isNew = await makeTables(connection);
  const state = await stateOfEvents(connection);
  if (state === 'absent') await connection.run(eventsTable('archive.events'));
  if (state === 'other') await rebuildEvents(connection, await connect());
  await connection.run('CREATE TEMP TABLE staged AS FROM archive.events LIMIT 0');
  if (place.kind === 'folder' && place.fresh) await forgetRereads(connection);
  const ledger = await readLedger(connection, attached);
  // What changes tables is moved into the file at once: a log that does is what could not be replayed elsewhere.
  if (isNew || state !== 'current' || attached.repaired) await checkpoint(connection, file?.path);

  const readers = new Readers(connect);
  const known = new KnownScopes();
  const ahead = new ReadAhead({
    read: (read, signal) =>
      readers.query(
        (one) => known.unnamed(read, one, (asked) => readRun(one, asked, { ...read, signal })),
        signal,
      ),
    count: (read, { stopped }, signal) =>
      readers.query(
        (one) => known.unnamed(read, one, (asked) => countExamined(one, asked, stopped)),
        signal,
      ),
  });
  const stretches = async (read: Read, until: AbortSignal): Promise<Answers> => {
    const run = await readers.query(
      (one) =>
        known.unnamed(read, one, (asked) => readStretch(one, asked, { ...read, signal: until })),
      until,
      'later',
    );
    return stretchAnswers(run, read);
  };
  const together = new Together((read, until) =>
    read.whole ? stretches(read, until) : ahead.answer(read, until),
  );
  const changed = (): void => ahead.changed();
  const writer = new Writer(connection, ledger, changed);
  const checkpoints =
    file && new Checkpoints(file, await connect(), (work) => writer.alone(work), beat, changed);
  const upkeep = new Upkeep({
    readers,
    writer,
    changed,
    ledger,
    checkpoints,
    beat,
    connect,
    connection: await connect(),
    probe: await connect(),
  });
  return {
    notices: attached.notices,
    begun,
    upkeep,
    answer: async (request, signal) => {
      switch (request.op) {
        case 'write': {
          const full = checkpoints?.full;
          if (full !== undefined) throw new Error(full);
          const { account, region, events, claim } = request;
          known.add({ account, region });
          if (await writer.write({ scope: { account, region }, events, claim }))
            checkpoints?.written();
          return {};
        }
        case 'keep': {
          await writer.change((one) => writeKeeping(one, request));
          checkpoints?.written();
          return {};
        }
        case 'kept':
          return { ...(await writer.alone(() => readKeeping(connection))), asked: ledger.asked() };
        case 'views':
          return writer.alone(() => readViews(connection));
        case 'keep-views': {
          await writer.change((one) => writeViews(one, request.views));
          checkpoints?.written();
          return {};
        }
        case 'notes':
          return readers.query(readNotes, signal);
        case 'keep-note': {
          await writer.change((one) => writeNote(one, request.note));
          checkpoints?.written();
          return {};
        }
        case 'drop-note': {
          await writer.change((one) => deleteNote(one, request));
          checkpoints?.written();
          return {};
        }
        case 'coverage':
          return coverageOf(ledger, request);
        case 'read':
          return together.ask(request, signal);
        case 'event':
          return readers.query((one) => readOne(one, request), signal);
        case 'histogram':
          return readers.query(
            (one) => known.unnamed(request, one, (asked) => countHistogram(one, asked, signal)),
            signal,
            'later',
          );
        case 'facets':
          return readers.query(
            (one) => known.unnamed(request, one, (asked) => countFacets(one, asked, signal)),
            signal,
            'later',
          );
        case 'difference':
          return readers.query(
            (one) => known.unnamed(request, one, (asked) => countDifference(one, asked, signal)),
            signal,
            'later',
          );
        case 'groups':
          return readers.query(
            (one) => known.unnamed(request, one, (asked) => countGroups(one, asked, signal)),
            signal,
            'later',
          );
        case 'counts':
          return readers.query(
            (one) => countQuestions(one, request, known, signal),
            signal,
            'later',
          );
        case 'emptiness':
          return readers.query((one) => whyEmpty(one, request, signal), signal, 'later');
        case 'handouts':
          return readers.query((one) => readHandouts(one, request), signal, 'later');
        case 'sign-ins':
          return readers.query((one) => readSignIns(one, request), signal, 'later');
        case 'key-uses':
          return readers.query((one) => readKeyUses(one, request), signal, 'later');
        case 'novelty-subjects':
          return readers.query((one) => readSubjects(one, request), signal, 'later');
        case 'seen-before':
          return readers.query((one) => readSeenBefore(one, request), signal, 'later');
        case 'contents':
          return readers.query(readContents, signal, 'later');
        case 'callers':
          return readers.query(readCallers, signal);
        case 'remember':
          await writer.change((one) => rememberCaller(one, request));
          return {};
        case 'summary':
          return readers.query(async (one) => {
            return { events: await countEvents(one), bytes: checkpoints?.size ?? 0 };
          }, signal);
      }
    },
  };
}

function coverageOf(
  ledger: Ledger,
  { account, region, kinds, window }: Extract<Request, { op: 'coverage' }>,
): Answer<'coverage'> {
  const known = kinds.map((kind) => ledger.of({ account, region }, kind));
  const all = (part: keyof Coverage): Answer<'coverage'>['settled'] => [
    ...within(known.flatMap((coverage) => coverage[part]).reduce(union, []), window),
  ];
  return { settled: all('settled'), provisional: all('provisional') };
}
