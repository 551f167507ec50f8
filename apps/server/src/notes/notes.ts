import { randomUUID } from 'node:crypto';
import {
  type GivenNote,
  Note,
  noteLimits,
  type Notes as Shown,
  type NotesTaken,
  problem,
  ProblemError,
} from '@trailglass/api';
import { type EpochMs, printTime } from '@trailglass/record';
import type { Archive } from '../archive/archive.ts';
import type { StoredNote } from '../archive/protocol/notes.ts';
import { merged } from './merged.ts';
import type { NoteRequest, NotesParts } from './notes.types.ts';

type EventPlace = NotesTaken['differing'][number];

/** What is written about events, and which are bookmarked, by everybody who uses this archive. */
export class Notes {
  /** Changes wait for each other, so that each sees what it changes. */
  #changed: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: NotesParts) {}

  /** What another version may have written and this one cannot read is left out. */
  async all(): Promise<Shown> {
    const { notes } = await this.#kept().notes();
    return {
      notes: notes.flatMap(({ kept, ...note }) => {
        const shown = shownOf(note);
        return shown === undefined ? [] : [{ ...shown, kept }];
      }),
    };
  }

  /** Throws conflict, with nothing changed, when the note is no longer the one that was changed. */
  async save(request: NoteRequest, signal: AbortSignal): Promise<{ note?: Note }> {
    // Before waiting for its turn: AWS may have to be asked.
    const first = request.version === undefined ? await this.#about(request, signal) : undefined;
    const work = async (): Promise<{ note?: Note }> => {
      const place = first ?? request;
      const { notes } = await this.all();
      const before = notes.find(
        ({ account, region, eventId }) =>
          account === place.account && region === place.region && eventId === place.eventId,
      );
      if (before?.version !== request.version) throw conflict(before);
      const text = request.text.trim() === '' ? '' : request.text;
      if (!request.bookmarked && text === '') {
        if (before) await this.#kept().dropNote(before);
        return {};
      }
      if (before === undefined && notes.length >= noteLimits.notes) throw full();
      const { eventTime, about, made, ...at } = before ?? first ?? lost();
      const now = this.parts.now();
      const stored: StoredNote = {
        account: at.account,
        region: at.region,
        eventId: at.eventId,
        eventMs: timeOf(eventTime),
        about: JSON.stringify(about),
        bookmarked: request.bookmarked,
        text,
        madeMs: made === undefined ? now : timeOf(made),
        changedMs: now,
        version: randomUUID(),
      };
      await this.#kept().keepNote(stored);
      const note = shownOf(stored);
      return note === undefined ? {} : { note };
    };
    const done = this.#changed.then(work);
    this.#changed = done.catch(() => undefined);
    return done;
  }

  /** Takes in notes from a file. What differs here is told and left; nothing is asked of AWS. */
  takeIn(given: readonly GivenNote[]): Promise<NotesTaken> {
    const work = async (): Promise<NotesTaken> => {
      const known = new Map(
        (await this.all()).notes.map((note) => [keyOf(note), note as GivenNote]),
      );
      const taken = { added: 0, completed: 0, same: 0, differing: [] as EventPlace[], left: 0 };
      for (const note of given) {
        const { account, region, eventId } = note;
        const here = known.get(keyOf(note));
        const becomes = merged(note, here);
        if (becomes === 'same') taken.same += 1;
        else if (becomes === 'differs') taken.differing.push({ account, region, eventId });
        else if (here === undefined && known.size >= noteLimits.notes) taken.left += 1;
        else {
          taken[here === undefined ? 'added' : 'completed'] += 1;
          known.set(keyOf(note), becomes);
          await this.#kept().keepNote(storedOf(becomes, here ? this.parts.now() : undefined));
        }
      }
      return taken;
    };
    const done = this.#changed.then(work);
    this.#changed = done.catch(() => undefined);
    return done;
  }

  /** The event as it is now, of which a first note keeps what it was. */
  async #about(request: NoteRequest, signal: AbortSignal) {
    this.#kept();
    const { row } = await this.parts.find(request, signal);
    const of = (value: unknown): string | undefined =>
      typeof value === 'string' ? value.slice(0, 256) : undefined;
    const { account, region, eventId, eventTime } = row;
    return {
      account,
      region,
      eventId,
      eventTime,
      made: undefined,
      about: {
        eventName: of(row.eventName),
        eventSource: of(row.eventSource),
        username: of(row.username),
        errorCode: of(row.errorCode),
      },
    };
  }

  #kept(): Pick<Archive, 'notes' | 'keepNote' | 'dropNote'> {
    if (this.parts.archive !== undefined) return this.parts.archive;
    throw new ProblemError(
      problem('archive-failed', 'This server keeps nothing, so events cannot be noted.'),
    );
  }
}

const keyOf = ({ account, region, eventId }: EventPlace): string =>
  JSON.stringify([account, region, eventId]);

/** Of a time that has been read before. */
const timeOf = (text: string): EpochMs => Date.parse(text) as EpochMs;

/** @param changed now; absent for a note that stays as its file has it */
const storedOf = (note: GivenNote, changed: EpochMs | undefined): StoredNote => ({
  account: note.account,
  region: note.region,
  eventId: note.eventId,
  eventMs: timeOf(note.eventTime),
  about: JSON.stringify(note.about),
  bookmarked: note.bookmarked,
  text: note.text,
  madeMs: timeOf(note.made),
  changedMs: changed ?? timeOf(note.changed),
  version: randomUUID(),
});

function shownOf({ eventMs, madeMs, changedMs, about, ...note }: StoredNote): Note | undefined {
  return Note.safeParse({
    ...note,
    eventTime: printTime(eventMs),
    made: printTime(madeMs),
    changed: printTime(changedMs),
    about: parsed(about),
  }).data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const conflict = (now: Note | undefined): ProblemError =>
  new ProblemError(
    problem(
      'conflict',
      now === undefined
        ? 'The note on this event was deleted in the meantime. Nothing was changed.'
        : `The note on this event was changed at ${now.changed}. Nothing was changed since.`,
    ),
  );

const full = (): ProblemError =>
  new ProblemError(
    problem(
      'bad-request',
      `${noteLimits.notes} events can be noted, and that many are. Delete some notes first.`,
    ),
  );

/** A note with a version was there a moment ago, so it is never without its event. */
const lost = (): never => {
  throw new Error('a note without an event');
};
